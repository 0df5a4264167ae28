import Foundation

/// Where a command writes: what the user asked for goes to standard output, all else to standard error. Colour and
/// progress only on a terminal.
enum Terminal {
  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var isInputTerminal: Bool { isatty(STDIN_FILENO) == 1 }
  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// The columns of the terminal; 80 where there is none, or as the environment's COLUMNS says.
  static var width: Int {
    var size = winsize()
    if isOutputTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init)
    return columns.map { max(20, $0) } ?? 80
  }

  static func print(_ text: String, terminator: String = "\n") {
    write(text + terminator, to: STDOUT_FILENO)
  }

  static func note(_ text: String) {
    write(text + "\n", to: STDERR_FILENO)
  }

  /// Writes bytes whole, however the pipe takes them.
  static func write(_ bytes: some Collection<UInt8>, to descriptor: Int32 = STDOUT_FILENO) {
    let whole = Array(bytes)
    var offset = 0
    while offset < whole.count {
      let written = whole.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress! + offset, whole.count - offset)
      }
      if written < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        return
      }
      offset += written
    }
  }

  private static func write(_ text: String, to descriptor: Int32) {
    write(text.utf8, to: descriptor)
  }

  enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case yellow = "33"
  }

  /// The text in a style where standard output is a terminal, and NO_COLOR isn't set.
  static func styled(_ text: String, _ style: Style) -> String {
    guard isOutputTerminal, ProcessInfo.processInfo.environment["NO_COLOR"] == nil else {
      return text
    }
    return "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m"
  }
}
