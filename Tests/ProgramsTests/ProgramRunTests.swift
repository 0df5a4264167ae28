import Foundation
import Testing

@testable import Programs

/// Runs a shell script as the hostile or friendly child.
private func shell(
  _ script: String, input: ProgramInput = .nothing,
  output: ProgramOutput = .captured(limit: 1 << 30),
  limits: ProgramLimits = ProgramLimits(seconds: 20)
) throws -> ProgramOutcome {
  var run = Program.Run(arguments: ["-c", script])
  run.input = input
  run.output = output
  run.limits = limits
  return try Program(name: "sh", path: "/bin/sh").run(run)
}

private func text(_ outcome: ProgramOutcome) -> String {
  String(decoding: outcome.output, as: UTF8.self)
}

@Suite("Running a program")
struct ProgramRunTests {
  @Test("gives back both streams and the exit status")
  func streams() throws {
    let outcome = try shell("echo out; echo complaint >&2; exit 3")
    #expect(text(outcome) == "out\n")
    #expect(outcome.message == "complaint\n")
    #expect(outcome.ending == .exited(3))
  }

  @Test("neither side waits for the other however much flows both ways")
  func noDeadlock() throws {
    let bytes = [UInt8](repeating: 120, count: 8 << 20)
    let outcome = try bytes.withUnsafeBytes {
      try shell("cat; head -c 300000 /dev/zero >&2", input: .bytes($0))
    }
    #expect(outcome.output == bytes)
    #expect(outcome.message.utf8.count == 64 << 10)
    #expect(outcome.ending == .exited(0))
  }

  @Test("a program that reads none of its input is no error, and sends us no signal")
  func unreadInput() throws {
    let bytes = [UInt8](repeating: 120, count: 4 << 20)
    let outcome = try bytes.withUnsafeBytes { try shell("exec 0<&-; echo done", input: .bytes($0)) }
    #expect(text(outcome) == "done\n")
    #expect(outcome.ending == .exited(0))
  }

  @Test("empty input is at its end at once")
  func emptyInput() throws {
    let nothing: [UInt8] = []
    #expect(text(try nothing.withUnsafeBytes { try shell("wc -c", input: .bytes($0)) }) == "0\n")
    #expect(text(try shell("wc -c")) == "0\n")
  }

  @Test("a program that sleeps on is ended, with all that it started")
  func wallTime() throws {
    let outcome = try shell(
      "sleep 987.5 & sleep 987.5", limits: ProgramLimits(seconds: 0.3))
    #expect(outcome.ending == .ranOutOfTime(seconds: 0.3))
    #expect(outcome.ending.clause == "was still running after 0.3 seconds, and was ended")
    #expect(vanishes("987.5"))
  }

  @Test("what a program leaves running in the background is ended with it")
  func stragglers() throws {
    let outcome = try shell("sleep 986.5 & echo gone")
    #expect(text(outcome) == "gone\n")
    #expect(outcome.ending == .exited(0))
    #expect(vanishes("986.5"))
  }

  @Test("a program that ignores every polite signal is ended all the same")
  func ignoresSignals() throws {
    let outcome = try shell(
      "trap '' TERM INT HUP; while :; do sleep 1; done", limits: ProgramLimits(seconds: 0.3))
    #expect(outcome.ending == .ranOutOfTime(seconds: 0.3))
  }

  @Test("a loop ends at the limit of processor time")
  func processorTime() throws {
    let outcome = try shell(
      "while :; do :; done", limits: ProgramLimits(seconds: 30, processorSeconds: 1))
    #expect(outcome.ending == .signalled(SIGXCPU))
    #expect(outcome.processorSeconds >= 0.9)
  }

  @Test("a program that wants more memory than it may have fails alone")
  func addressSpace() throws {
    let outcome = try shell(
      "head -c 400000000 /dev/zero | tail -c 300000000 | wc -c",
      limits: ProgramLimits(seconds: 20, addressSpace: 64 << 20))
    #expect(text(outcome) == "0\n")
    #expect(outcome.message.contains("memory"))
  }

  @Test("a file that grows beyond the limit ends its writer")
  func fileSize() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var run = Program.Run(arguments: ["-c", "exec head -c 5000000 /dev/zero > big"])
    run.directory = folder.path
    run.limits = ProgramLimits(seconds: 20, fileSize: 1 << 20)
    let outcome = try Program(name: "sh", path: "/bin/sh").run(run)
    #expect(outcome.ending == .signalled(SIGXFSZ))
    #expect(outcome.ending.clause == "wrote a larger file than it was allowed")
  }

  @Test("a flood on standard output ends the program at the cap")
  func outputFlood() throws {
    let outcome = try shell("yes", output: .captured(limit: 1 << 20))
    #expect(outcome.ending == .wroteTooMuch(bytes: 1 << 20))
    #expect(outcome.output.count == 1 << 20)
    #expect(outcome.ending.clause == "wrote more than 1 MiB to standard output, and was ended")
  }

  @Test("a flood on standard error is read and dropped")
  func errorFlood() throws {
    let outcome = try shell("yes complaint | head -c 3000000 >&2; echo done")
    #expect(text(outcome) == "done\n")
    #expect(outcome.message.utf8.count == 64 << 10)
  }

  @Test(
    "each signal that ends a program has its sentence",
    arguments: [
      ("KILL", "killed by the system"), ("SEGV", "crashed (signal SIGSEGV"),
      ("ABRT", "crashed (signal SIGABRT)"), ("TERM", "asked to end"), ("INT", "interrupted"),
    ])
  func signals(name: String, words: String) throws {
    let outcome = try shell("kill -\(name) $$")
    #expect(outcome.ending.clause.contains(words))
    #expect(!outcome.ending.succeeded)
  }

  @Test("a program that is not there says so before anything runs")
  func missing() {
    #expect(throws: ProgramsError.self) {
      try Program(name: "nothing", path: "/nonexistent/nothing").run(.init(arguments: []))
    }
    #expect(Program.onPath("surely-no-such-program") == nil)
  }

  @Test("a file that is no program cannot be started, and the message says why")
  func noProgram() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("text")
    try Data("plain text".utf8).write(to: file)
    chmod(file.path, 0o755)
    let error = #expect(throws: ProgramsError.self) {
      try Program(name: "text", path: file.path).run(.init(arguments: []))
    }
    #expect(error?.description.contains("Exec format error") == true)
  }

  @Test("programs are looked up on PATH, and never in the working folder")
  func lookUp() {
    #expect(Program.onPath("sh", environment: ["PATH": "/nowhere:/bin"])?.path == "/bin/sh")
    #expect(Program.onPath("sh", environment: ["PATH": "::."]) == nil)
  }

  @Test("a failing program's own words stand in the error")
  func errorMessage() throws {
    var run = Program.Run(arguments: ["-c", "echo 'no such template: x' >&2; exit 4"])
    run.limits = ProgramLimits(seconds: 20)
    let error = #expect(throws: ProgramsError.self) {
      try Program(name: "sh", path: "/bin/sh").output(run, purpose: "to write a test")
    }
    #expect(
      error?.description
        == "sh, run to write a test, ended with exit status 4. It said:\n  no such template: x")
  }

  @Test("descriptors do not pile up over many runs")
  func descriptors() throws {
    let before = openDescriptors()
    for _ in 0..<100 { _ = try shell("echo hello; echo you >&2") }
    // Other tests run beside this one and hold some of their own.
    #expect(openDescriptors() < before + 100)
  }

  @Test("the child sees no descriptor of ours beyond its three streams")
  func closedDescriptors() throws {
    let leaked = open("/dev/null", O_RDONLY)
    defer { close(leaked) }
    try #require(FileManager.default.fileExists(atPath: "/proc/self/fd"))
    let numbers = text(try shell("ls /proc/self/fd")).split(separator: "\n").compactMap { Int($0) }
    // ls itself holds one more for the folder that it lists.
    #expect(Set(numbers).subtracting([0, 1, 2]).count <= 1)
  }
}

/// A fresh folder for one test.
func temporaryFolder() throws -> URL {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("arena-programs-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  return folder
}

/// How many live processes have this argument. Reads /proc; gives 0 where there is none.
private func processesNamed(_ argument: String) -> Int {
  let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
  return folders.filter { folder in
    guard Int(folder) != nil,
      let line = FileManager.default.contents(atPath: "/proc/\(folder)/cmdline")
    else { return false }
    return line.split(separator: 0).dropFirst().contains { $0.elementsEqual(argument.utf8) }
  }.count
}

/// Whether no process has this argument any more. A killed orphan is reaped by the system in its own time.
private func vanishes(_ argument: String) -> Bool {
  for _ in 0..<500 where processesNamed(argument) > 0 { usleep(10_000) }
  return processesNamed(argument) == 0
}

private func openDescriptors() -> Int {
  (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
}
