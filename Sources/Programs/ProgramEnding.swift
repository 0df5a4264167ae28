internal import Foundation

/// How a program ended.
package enum ProgramEnding: Sendable, Equatable {
  /// By itself, with this exit status.
  case exited(Int32)
  /// By this signal: its own fault, a limit of the system, or another process.
  case signalled(Int32)
  /// By us: it was still running after so many seconds.
  case ranOutOfTime(seconds: Double)
  /// By us: it wrote more than so many bytes to standard output.
  case wroteTooMuch(bytes: Int)

  package var succeeded: Bool { self == .exited(0) }

  /// What happened, as the end of a sentence whose subject is the program.
  package var clause: String {
    switch self {
    case .exited(let status): "ended with exit status \(status)"
    case .signalled(SIGXCPU): "used up the processor time that it was allowed"
    case .signalled(SIGXFSZ): "wrote a larger file than it was allowed"
    case .signalled(SIGKILL): "was killed by the system, as happens when memory runs out"
    case .signalled(SIGINT): "was interrupted from the keyboard"
    case .signalled(SIGTERM): "was asked to end by another process"
    case .signalled(SIGSEGV), .signalled(SIGBUS):
      "crashed (signal \(signalName): it touched memory that it hadn't)"
    case .signalled: "crashed (signal \(signalName))"
    case .ranOutOfTime(let seconds):
      "was still running after \(Self.plain(seconds)) seconds, and was ended"
    case .wroteTooMuch(let bytes):
      "wrote more than \(Self.size(bytes)) to standard output, and was ended"
    }
  }

  private var signalName: String {
    guard case .signalled(let number) = self else { return "" }
    switch number {
    case SIGSEGV: return "SIGSEGV"
    case SIGBUS: return "SIGBUS"
    case SIGABRT: return "SIGABRT"
    case SIGILL: return "SIGILL"
    case SIGTRAP: return "SIGTRAP"
    case SIGFPE: return "SIGFPE"
    case SIGHUP: return "SIGHUP"
    case SIGPIPE: return "SIGPIPE"
    case SIGSYS: return "SIGSYS"
    default: return "\(number)"
    }
  }

  /// `2` rather than `2.0`, `0.5` as it is.
  static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }

  /// Bytes in the largest binary unit that keeps them whole.
  static func size(_ bytes: Int) -> String {
    if bytes >= 1 << 30, bytes % (1 << 30) == 0 { return "\(bytes >> 30) GiB" }
    if bytes >= 1 << 20, bytes % (1 << 20) == 0 { return "\(bytes >> 20) MiB" }
    return "\(bytes) bytes"
  }
}
