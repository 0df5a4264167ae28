internal import Foundation

/// What can go wrong between arena and another program. Each says what, where, why, and what to do.
package enum ProgramsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No such program here. `purpose` is what it was wanted for ("to write docx").
  case notFound(program: String, purpose: String, install: String)
  /// The program is here, in a version that cannot do the job.
  case tooOld(
    program: String, path: String, version: String, wanted: String, purpose: String,
    install: String)
  /// The system would not start it.
  case cannotStart(program: String, path: String, stage: String, reason: String)
  /// It ran and failed; `message` is its own standard error.
  case failed(program: String, purpose: String, ending: ProgramEnding, message: String)
  /// Neither arena nor the program knows the format.
  case unknownFormat(String, direction: String, known: [String])
  /// The program's answer is not what it promises.
  case unreadableAnswer(program: String, purpose: String, reason: String)
  /// A file of ours could not be read or written.
  case file(path: String, verb: String, reason: String)
  /// A supervised child of arena ended early. `subject` is whose script ran; `consequence` what is as it was.
  case childEnded(subject: String, reason: String, consequence: String)

  package var description: String {
    switch self {
    case .notFound(let program, let purpose, let install):
      "\(program) is needed \(purpose), and was not found. \(install)"
    case .tooOld(let program, let path, let version, let wanted, let purpose, let install):
      "\(program) \(wanted) is needed \(purpose); \(path) is version \(version). \(install)"
    case .cannotStart(let program, let path, let stage, let reason):
      "\(program) (\(path)) could not be started: \(reason) (\(stage))."
    case .failed(let program, let purpose, let ending, let message):
      Self.failure(program, purpose, ending, message)
    case .unknownFormat(let name, let direction, let known):
      Self.unknown(name, direction, known)
    case .unreadableAnswer(let program, let purpose, let reason):
      "\(program) was run \(purpose), and its answer cannot be read: \(reason)."
    case .file(let path, let verb, let reason):
      "\(path) could not be \(verb): \(reason).\(Self.advice(on: reason, verb: verb))"
    case .childEnded(let subject, let reason, let consequence):
      "\(subject) \(reason). \(consequence)"
    }
  }

  private static func failure(
    _ program: String, _ purpose: String, _ ending: ProgramEnding, _ message: String
  ) -> String {
    let text = message.trimmingCharacters(in: .whitespacesAndNewlines)
    if text.isEmpty { return "\(program), run \(purpose), \(ending.clause) and said nothing." }
    let quoted = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "  \($0)" }.joined(separator: "\n")
    return "\(program), run \(purpose), \(ending.clause). It said:\n\(quoted)"
  }

  private static func unknown(_ name: String, _ direction: String, _ known: [String]) -> String {
    let near = known.filter { Spelling.distance($0, name) <= max(1, name.count / 3) }.prefix(3)
    let hint = near.isEmpty ? "" : " Did you mean \(near.joined(separator: " or "))?"
    return "The format '\(name)' is none that can be \(direction).\(hint) "
      + "These can: \(known.joined(separator: ", "))."
  }

  /// What to do about the system's reason for not reading or writing a file; with a space before it where there is any.
  package static func advice(on reason: String, verb: String) -> String {
    switch reason {
    case Self.reason(ENOENT), Self.reason(ENOTDIR):
      verb == "written"
        ? " Its folder isn't there: make it first, or look whether the path is right."
        : " Look whether the name and the folder are right."
    case Self.reason(EACCES), Self.reason(EPERM):
      " Check the permissions of the file and its folder."
    case Self.reason(EROFS): " Take a path on a disk that can be written to."
    case Self.reason(ENOSPC), Self.reason(EDQUOT): " Make room and do it again."
    case Self.reason(EISDIR): " Name a file in it."
    default: ""
    }
  }

  /// The system's words for an errno.
  static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }
}
