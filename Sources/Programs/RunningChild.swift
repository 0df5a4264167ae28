internal import CPrograms
internal import Foundation

/// One started program: its streams, its clock, its end.
struct RunningChild {
  private let process: pid_t
  private let run: Program.Run
  private let started = Self.now()
  /// Becomes readable when the program ends; -1 where the kernel offers none, and then the loop looks every 5 ms.
  private let watch: Int32
  private var input: Descriptor?
  private var output: CapturedStream?
  private var error: CapturedStream?
  private var written = 0
  private let terminal: Int32

  /// Seconds that never run backwards.
  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  init(_ program: Program, _ run: Program.Run) throws(ProgramsError) {
    let refusal = { (stage: String, number: Int32) -> ProgramsError in
      .cannotStart(
        program: program.name, path: program.path, stage: stage,
        reason: ProgramsError.reason(number))
    }
    let streams: ChildStreams
    do throws(Descriptor.Failure) {
      streams = try ChildStreams(run)
    } catch {
      throw refusal("pipe", error.number)
    }
    terminal = run.borrowsTerminal && isatty(0) == 1 ? 0 : -1
    let start = Self.start(program, run, streams, terminal: terminal)
    streams.closeChildEnds()
    guard start.failure == 0 else {
      streams.closeOurEnds()
      throw refusal(start.stage, start.failure)
    }
    process = start.process
    self.run = run
    watch = cprograms_watch(process)
    input = streams.input
    output = streams.output
    error = streams.error
  }

  private static func start(
    _ program: Program, _ run: Program.Run, _ streams: ChildStreams, terminal: Int32
  ) -> (process: pid_t, failure: Int32, stage: String) {
    let arguments = CStringList([program.path] + run.arguments)
    let environment = CStringList(
      (run.environment ?? Program.currentEnvironment()).sorted { $0.key < $1.key }
        .map { "\($0.key)=\($0.value)" })
    let paths = CStringList([program.path] + (run.directory.map { [$0] } ?? []))
    var description = cprograms_program(
      path: paths.pointers[0], arguments: arguments.pointers, environment: environment.pointers,
      directory: paths.pointers[1], input: streams.childInput, output: streams.childOutput,
      error: streams.childError, limits: cprograms_limits(run.limits),
      no_new_privileges: run.gainsNoRights, dies_with_parent: true, terminal: terminal)
    var stage: UnsafePointer<CChar>?
    var process: pid_t = 0
    let failure = withExtendedLifetime((arguments, environment, paths)) {
      cprograms_start(&description, &process, &stage)
    }
    return (process, failure, stage.map { String(cString: $0) } ?? "start")
  }

  /// Serves the streams until the program has ended.
  mutating func attend() -> ProgramOutcome {
    var verdict: ProgramEnding?
    while true {
      let ended = wait(until: run.limits.seconds.map { started + $0 })
      if let limit = output?.exceeded { verdict = .wroteTooMuch(bytes: limit) }
      if let seconds = run.limits.seconds, !ended, Self.now() - started >= seconds {
        verdict = .ranOutOfTime(seconds: seconds)
      }
      if ended || verdict != nil { break }
    }
    return finish(verdict)
  }

  /// Waits for something to happen and serves it. Returns true when the program has ended.
  private mutating func wait(until deadline: Double?) -> Bool {
    var polled: [pollfd] = []
    if watch >= 0 { polled.append(pollfd(fd: watch, events: Int16(POLLIN), revents: 0)) }
    if let input { polled.append(pollfd(fd: input.number, events: Int16(POLLOUT), revents: 0)) }
    for stream in [output, error] {
      guard let stream, stream.isOpen else { continue }
      polled.append(pollfd(fd: stream.number, events: Int16(POLLIN), revents: 0))
    }
    var milliseconds: Int32 = watch >= 0 ? -1 : 5
    if let deadline {
      let left = Int32(clamping: Int(max(0, (deadline - Self.now()) * 1000).rounded(.up)))
      milliseconds = milliseconds < 0 ? left : min(milliseconds, left)
    }
    _ = poll(&polled, nfds_t(polled.count), milliseconds)
    for entry in polled where entry.revents != 0 {
      if entry.fd == input?.number { feed() }
      if entry.fd == output?.number { output?.read() }
      if entry.fd == error?.number { error?.read() }
    }
    return hasEnded
  }

  /// Looks without reaping, so that the process group's number cannot be given away before it is killed.
  private var hasEnded: Bool {
    var information = siginfo_t()
    #if canImport(Darwin)
      let result = waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT)
      return result == 0 && information.si_pid == process
    #else
      let result = waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT)
      return result == 0 && information._sifields._sigchld.si_pid == process
    #endif
  }

  private mutating func feed() {
    guard case .bytes(let bytes) = run.input, let input else { return }
    let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
    let count = rest.isEmpty ? 0 : cprograms_write(input.number, rest.baseAddress, rest.count)
    if count > 0 { written += count }
    let lost = count < 0 && errno != EAGAIN && errno != EINTR
    // A program that needs no more of its input may close it: that is no error.
    if lost || written == bytes.count {
      input.close()
      self.input = nil
    }
  }

  /// Kills what is left, reads what is left, and gives the terminal back.
  private mutating func finish(_ verdict: ProgramEnding?) -> ProgramOutcome {
    kill(-process, SIGKILL)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    if terminal >= 0 { cprograms_lend_terminal(terminal, getpgrp()) }
    input?.close()
    // What the program wrote before its end still lies in the pipes. Only what is there is read: a grandchild that
    // left the process group may hold the other end open for ever.
    output?.drain()
    error?.drain()
    if watch >= 0 { close(watch) }
    let ending = verdict ?? Self.ending(of: status)
    let overflow = verdict == nil && ending.succeeded ? output?.exceeded : nil
    return ProgramOutcome(
      ending: overflow.map { .wroteTooMuch(bytes: $0) } ?? ending,
      output: output?.bytes ?? [],
      message: String(decoding: error?.bytes ?? [], as: UTF8.self),
      processorSeconds: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime),
      peakMemory: usage.ru_maxrss * Self.maximumResidentUnit)
  }

  /// Bytes in the unit that getrusage reports resident memory in.
  private static var maximumResidentUnit: Int {
    #if canImport(Darwin)
      1
    #else
      1024
    #endif
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

  /// Takes a wait status apart, as the macros of wait(2) do, which Swift does not see.
  private static func ending(of status: Int32) -> ProgramEnding {
    let signal = status & 0x7f
    return signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
  }
}

extension cprograms_limits {
  /// Core dumps of a program that was handed people's data are never wanted.
  init(_ limits: ProgramLimits) {
    self.init(
      cpu_seconds: Int64(limits.processorSeconds ?? -1),
      address_space: Int64(limits.addressSpace ?? -1),
      file_size: Int64(limits.fileSize ?? -1), core_size: 0)
  }
}
