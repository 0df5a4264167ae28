import DocumentModel

/// Writes values as pandoc's own language does; this is what `tostring` of an element gives, and what tests and
/// scripts compare.
///
/// The rules are those of Haskell's derived `Show` (Haskell 2010 report, section 11.4) and of its string literals
/// (section 2.6).
struct HaskellText {
  private(set) var text = ""

  static func of(_ body: (inout HaskellText) -> Void) -> String {
    var writer = HaskellText()
    body(&writer)
    return writer.text
  }

  /// A floating-point number as `show` writes it. `signedZero`: whether minus zero keeps its sign.
  static func number(_ value: Double, signedZero: Bool = true) -> String {
    if value.isNaN { return signedZero ? "NaN" : "-Infinity" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    if value == 0 { return value.sign == .minus && signedZero ? "-0.0" : "0.0" }
    let sign = value < 0 ? "-" : ""
    let (digits, exponent) = digits(of: value.magnitude)
    if value.magnitude >= 0.1, value.magnitude < 10_000_000 {
      if exponent <= 0 {
        return sign + "0." + String(repeating: "0", count: -exponent) + digits
      }
      let whole =
        digits.prefix(exponent) + String(repeating: "0", count: max(0, exponent - digits.count))
      let rest = digits.dropFirst(exponent)
      return sign + whole + "." + (rest.isEmpty ? "0" : rest)
    }
    let rest = digits.dropFirst()
    return sign + digits.prefix(1) + "." + (rest.isEmpty ? "0" : rest) + "e\(exponent - 1)"
  }

  /// The shortest digits that tell the number, and where the point stands before them.
  private static func digits(of value: Double) -> (String, Int) {
    var mantissa = "\(value)"
    var exponent = 0
    if let mark = mantissa.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      exponent = Int(mantissa[mantissa.index(after: mark)...]) ?? 0
      mantissa = String(mantissa[..<mark])
    }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    var digits = parts.joined()
    exponent += parts[0].count
    let leading = digits.prefix { $0 == "0" }.count
    digits.removeFirst(leading)
    exponent -= leading
    while digits.last == "0" { digits.removeLast() }
    return (digits, exponent)
  }

  // MARK: Pieces

  mutating func add(_ piece: String) { text += piece }

  mutating func list<Element>(
    _ elements: [Element], _ element: (inout HaskellText, Element) -> Void
  ) {
    text += "["
    for (place, value) in elements.enumerated() {
      if place > 0 { text += "," }
      element(&self, value)
    }
    text += "]"
  }

  /// An argument of a constructor: a negative number needs parentheses.
  mutating func argument(_ number: Int) { text += number < 0 ? "(\(number))" : "\(number)" }

  mutating func parenthesized(_ body: (inout HaskellText) -> Void) {
    text += "("
    body(&self)
    text += ")"
  }

  private static let controlNames = [
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "a", "b", "t", "n", "v", "f", "r", "SO", "SI",
    "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS",
    "RS", "US",
  ]

  /// A string literal. `\&` parts an escape from what would be read as part of it.
  mutating func string(_ value: String) {
    text += "\""
    var isNumber = false
    var isSO = false
    for scalar in value.unicodeScalars {
      let code = scalar.value
      if isNumber, code >= 0x30, code <= 0x39 { text += "\\&" }
      if isSO, scalar == "H" { text += "\\&" }
      isNumber = false
      isSO = false
      switch code {
      case 0x22: text += "\\\""
      case 0x5C: text += "\\\\"
      case 0..<0x20:
        text += "\\" + Self.controlNames[Int(code)]
        isSO = code == 0x0E
      case 0x7F: text += "\\DEL"
      case 0x80...:
        text += "\\\(code)"
        isNumber = true
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
