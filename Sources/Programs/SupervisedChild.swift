internal import CPrograms
internal import Foundation

/// The last wall round somebody else's script: `arena` runs itself, and the child does the work.
///
/// The child holds the arena file, the transaction and the Lua states; no model value crosses a pipe. Its limits are
/// set between fork and exec, so before the first instruction of its own. Whatever gets past the sandbox of LuaKit
/// ends here, the caller lives, and a person reads one sentence. This bounds resources; it is no jail: the child is
/// the same user and could, if it broke out of Lua altogether, touch what that user may touch.
///
/// What is true of the arena file then: SQLite undoes a transaction that was cut off, from its rollback journal, when
/// the file is next opened. Until then the journal lies beside the file, and the two belong together.
package struct SupervisedChild {
  /// What runs, as the subject of a sentence: "The plugin 'wheel'", "tables.lua".
  package var subject: String
  /// The child's command line without the program's own name; by default this process's own.
  package var arguments: [String] = Array(CommandLine.arguments.dropFirst())
  /// What the child may use.
  package var limits: ProgramLimits
  /// The arena file that the child opens, or nil when there is none.
  package var arena: String?
  /// Where the child's standard output goes.
  package var output: ProgramOutput = .inherited
  /// What the child reads.
  package var input: ProgramInput = .inherited
  /// What is run; nil is this very program.
  var program: Program?

  package init(subject: String, limits: ProgramLimits, arena: String? = nil) {
    self.subject = subject
    self.limits = limits
    self.arena = arena
  }

  /// True in a supervised child: the work is to be done here.
  package static var isChild: Bool { OutputStage.current != nil }

  /// Limits for a script with this much processor time and memory of its own.
  ///
  /// LuaKit's limits are exact and act first, with script and line; these lie above them. Processor time comes in whole
  /// seconds, and the one above is taken. Address space is what Lua may have and ``programSpace`` for the program
  /// itself, its threads and its libraries.
  ///
  /// - Parameters:
  ///   - seconds: processor time of the script.
  ///   - memory: bytes of the script.
  ///   - own: bytes that the command needs beside its script, for documents or an arena's records.
  package static func limits(seconds: Double, memory: Int, own: Int = 0) -> ProgramLimits {
    let whole = Int((min(max(seconds, 0), 1e6) + headStart).rounded(.up))
    let space = programSpace.addingReportingOverflow(memory).partialValue &+ own
    return ProgramLimits(
      // A machine with other things to do may give the script a tenth of its time.
      seconds: Double(whole) * 10 + 20,
      processorSeconds: whole,
      addressSpace: space > 0 ? space : nil, fileSize: 1 << 30)
  }

  /// Processor time between the script's limit and this one: for opening the arena and loading its plugins, which come
  /// before the script's clock starts, and for the child that ends itself 0.4 s after the script's limit.
  static let headStart = 1.4

  /// How a child ends itself whose script sits in one operation that nothing can interrupt, after it told where.
  package static let endedStatus: Int32 = 152

  /// Has `tell` called when malloc finds no memory, on the thread that asked.
  package static func whenMemoryEnds(_ tell: @escaping @convention(c) () -> Void) {
    cprograms_tell_no_memory(tell)
  }

  /// Address space that `arena` takes before it holds a script: measured at some 80 MiB, and as much again for the
  /// stacks of threads and the gaps that the allocator leaves. 32 MiB more, since each of 4,096 coroutines may have two
  /// pages for its stack, however little of them is used.
  package static let programSpace = 224 << 20

  /// Runs this same command in a child and returns its exit status; its finished files are published then.
  ///
  /// A child that ends by itself has told its errors on standard error. Files that it had finished are published
  /// whatever its status, as they would stand there without supervision.
  ///
  /// - Throws: ``ProgramsError/childEnded(subject:reason:consequence:)`` when something else ended the child; none of
  ///   its files appear then.
  package func run() throws(ProgramsError) -> Int32 {
    let outcome = try runCapturing()
    switch outcome.ending {
    case .exited(Self.endedStatus): throw sentence(for: outcome.ending)
    case .exited(let status): return status
    // Whoever read its output has had enough: a shell shows nothing then, and neither do we.
    case .signalled(SIGPIPE): return 128 + SIGPIPE
    default: throw sentence(for: outcome.ending)
    }
  }

  /// As ``run()``, with all that the child left behind.
  package func runCapturing() throws(ProgramsError) -> ProgramOutcome {
    let stage = try OutputStage.make()
    defer { stage.clear() }
    var run = Program.Run(arguments: arguments)
    run.input = input
    run.output = output
    run.error = .inherited
    run.limits = limits
    run.borrowsTerminal = true
    var environment = Program.currentEnvironment()
    environment[OutputStage.variable] = stage.folder
    // One heap for all threads: each other one would reserve 64 MiB of the address space.
    environment["MALLOC_ARENA_MAX"] = "1"
    // A crash is told in our own sentence; the runtime's report needs memory that isn't there.
    environment["SWIFT_BACKTRACE"] = "enable=no"
    run.environment = environment
    let program = if let program { program } else { try Self.ownProgram() }
    let outcome = try program.run(run)
    if case .exited(let status) = outcome.ending, status != Self.endedStatus {
      try stage.publish()
    }
    return outcome
  }

  /// This very program, wherever it lies by now.
  private static func ownProgram() throws(ProgramsError) -> Program {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
    if own != "/proc/self/exe" { return Program(name: "arena", path: own) }
    if let bundled = Bundle.main.executablePath { return Program(name: "arena", path: bundled) }
    throw .cannotStart(
      program: "arena", path: CommandLine.arguments[0], stage: "program",
      reason: "its own file cannot be found")
  }

  /// What a child's end means, for the person who started it.
  func sentence(for ending: ProgramEnding) -> ProgramsError {
    var reason = ending.clause
    switch ending {
    case .exited(Self.endedStatus):
      reason = "was ended at its limit, in the middle of an operation"
    case .signalled(SIGXCPU):
      reason += limits.processorSeconds.map { " (\($0) s)" } ?? ""
    case .signalled(SIGKILL), .signalled(SIGABRT), .signalled(SIGSEGV), .signalled(SIGBUS),
      .signalled(SIGILL), .signalled(SIGTRAP):
      // Where no memory is to be had, a program can do little but crash.
      reason +=
        limits.addressSpace.map {
          "; it may have wanted more than the \(ProgramEnding.size($0)) of address space it had"
        } ?? ""
    default: break
    }
    let file =
      arena.map {
        "\($0) is untouched: a change that was under way is undone when it is next opened. "
      } ?? ""
    return .childEnded(
      subject: subject, reason: reason, consequence: file + "No file was written.")
  }
}
