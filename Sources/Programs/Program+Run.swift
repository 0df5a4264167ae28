internal import CPrograms
internal import Foundation

extension Program {
  /// Everything about one run beside the program itself.
  package struct Run {
    package var arguments: [String]
    package var input: ProgramInput = .nothing
    package var output: ProgramOutput = .captured(limit: 1 << 30)
    package var error: ProgramOutput = .captured(limit: 64 << 10)
    package var limits: ProgramLimits = .ample
    /// The environment; nil hands on this process's.
    package var environment: [String: String]?
    /// The folder to run in; nil is this process's.
    package var directory: String?
    /// The program and its children can gain no rights by setuid programs.
    package var gainsNoRights = true
    /// Lends the terminal, where standard input is one, so that the keyboard's signals reach the program.
    package var borrowsTerminal = false

    package init(arguments: [String]) { self.arguments = arguments }
  }

  /// Runs the program to its end and returns what it left behind, whatever its exit status.
  ///
  /// The three streams are served together, so neither side waits for the other with full pipes. The program leads a
  /// process group; when it ends, or is ended, the whole group is killed, so nothing that it started stays behind.
  /// (A grandchild that makes a session of its own escapes; only a jail would hold it.)
  ///
  /// - Throws: ``ProgramsError/cannotStart(program:path:stage:reason:)`` when the system refuses to start it.
  package func run(_ run: Run) throws(ProgramsError) -> ProgramOutcome {
    var child = try RunningChild(self, run)
    return child.attend()
  }

  /// Runs the program and returns its standard output.
  ///
  /// - Parameter purpose: what it is run for, as it stands in the message ("to write docx").
  /// - Throws: ``ProgramsError/failed(program:purpose:ending:message:)`` with its standard error when it fails.
  package func output(_ run: Run, purpose: String) throws(ProgramsError) -> [UInt8] {
    let outcome = try self.run(run)
    guard outcome.ending.succeeded else {
      throw .failed(
        program: name, purpose: purpose, ending: outcome.ending, message: outcome.message)
    }
    return outcome.output
  }
}
