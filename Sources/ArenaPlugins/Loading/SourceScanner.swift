/// Splits Lua source into tokens. It forgives everything: it serves error messages about source that Lua itself has
/// already accepted (the Lua manual, section 3.1).
struct SourceScanner {
  enum Token: Equatable {
    case name(String)
    case string(String)
    case number(String)
    case symbol(String)
  }

  struct Placed {
    let token: Token
    let line: Int
  }

  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, isNameStart(first) else { return false }
    return text.utf8.allSatisfy { isNameStart($0) || isDigit($0) }
  }

  private let bytes: [UInt8]
  private var at = 0
  private var line = 1

  init(_ source: String) { bytes = Array(source.utf8) }

  static func tokens(of source: String) -> [Placed] {
    var scanner = SourceScanner(source)
    var out: [Placed] = []
    while let next = scanner.next() { out.append(next) }
    return out
  }

  private mutating func next() -> Placed? {
    skipSpaceAndComments()
    guard at < bytes.count else { return nil }
    let startLine = line
    let byte = bytes[at]
    if Self.isNameStart(byte) {
      let start = at
      while at < bytes.count, Self.isNameStart(bytes[at]) || Self.isDigit(bytes[at]) { at += 1 }
      return Placed(token: .name(text(start, at)), line: startLine)
    }
    if Self.isDigit(byte)
      || (byte == UInt8(ascii: ".") && at + 1 < bytes.count && Self.isDigit(bytes[at + 1]))
    {
      return Placed(token: .number(number()), line: startLine)
    }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      return Placed(token: .string(quoted(byte)), line: startLine)
    }
    if byte == UInt8(ascii: "["), let level = longBracket() {
      return Placed(token: .string(long(level)), line: startLine)
    }
    // Of the symbols of several characters only those matter that could be taken for another's beginning.
    if byte == UInt8(ascii: "=") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":"),
      at + 1 < bytes.count, bytes[at + 1] == byte
    {
      let start = at
      while at < bytes.count, bytes[at] == byte { at += 1 }
      return Placed(token: .symbol(text(start, at)), line: startLine)
    }
    at += 1
    return Placed(token: .symbol(text(at - 1, at)), line: startLine)
  }

  private mutating func skipSpaceAndComments() {
    if at == 0, bytes.first == UInt8(ascii: "#") { skipLine() }
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\n"):
        line += 1
        at += 1
      case 0...32: at += 1
      case UInt8(ascii: "-") where at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "-"):
        at += 2
        if at < bytes.count, bytes[at] == UInt8(ascii: "["), let level = longBracket() {
          _ = long(level)
        } else {
          skipLine()
        }
      default: return
      }
    }
  }

  private mutating func skipLine() {
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
  }

  /// The number of `=` in an opening long bracket that starts here; nil where none does.
  private func longBracket() -> Int? {
    var ahead = at + 1
    while ahead < bytes.count, bytes[ahead] == UInt8(ascii: "=") { ahead += 1 }
    guard ahead < bytes.count, bytes[ahead] == UInt8(ascii: "[") else { return nil }
    return ahead - at - 1
  }

  private mutating func long(_ level: Int) -> String {
    at += level + 2
    if at < bytes.count, bytes[at] == UInt8(ascii: "\n") {
      line += 1
      at += 1
    }
    let start = at
    let closing = Array(("]" + String(repeating: "=", count: level) + "]").utf8)
    while at < bytes.count, !bytes[at...].starts(with: closing) {
      if bytes[at] == UInt8(ascii: "\n") { line += 1 }
      at += 1
    }
    let content = text(start, at)
    at = min(bytes.count, at + closing.count)
    return content
  }

  private mutating func quoted(_ quote: UInt8) -> String {
    at += 1
    var content: [UInt8] = []
    while at < bytes.count, bytes[at] != quote {
      if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count {
        at += 1
        if bytes[at] == UInt8(ascii: "n") {
          content.append(UInt8(ascii: "\n"))
        } else {
          content.append(bytes[at])
        }
      } else {
        content.append(bytes[at])
      }
      if bytes[at] == UInt8(ascii: "\n") { line += 1 }
      at += 1
    }
    at += 1
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func number() -> String {
    let start = at
    while at < bytes.count {
      let byte = bytes[at]
      let isExponentSign =
        (byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")) && at > start
        && [UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "p"), UInt8(ascii: "P")]
          .contains(bytes[at - 1])
      guard
        Self.isNameStart(byte) || Self.isDigit(byte) || byte == UInt8(ascii: ".") || isExponentSign
      else { break }
      at += 1
    }
    return text(start, at)
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
      || byte == UInt8(ascii: "_")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
