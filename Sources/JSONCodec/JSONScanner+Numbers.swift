extension JSONScanner {
  /// A number as it stands in the text.
  package enum Number: Equatable, Sendable {
    /// Whole, and in the range of `Int`.
    case integer(Int)
    /// With a fraction or an exponent; the nearest double.
    case double(Double)
    /// A whole number beyond `Int`, or a magnitude beyond `Double`; as written.
    case text(String)
  }

  /// Takes a number.
  package mutating func readNumber() throws(JSONError) -> Number {
    let (start, length, isWhole) = try readNumberSpan()
    if isWhole, let value = integer(start, length) { return .integer(value) }
    let text = String(
      decoding: UnsafeBufferPointer(start: base + start, count: length), as: UTF8.self)
    if !isWhole, let value = Double(text), value.isFinite { return .double(value) }
    return .text(text)
  }

  /// Takes a number that must be whole: `3`, and also `3.0` and `3e0`, as pandoc does.
  package mutating func readInteger() throws(JSONError) -> Int {
    _ = next()
    let start = offset
    let (_, length, isWhole) = try readNumberSpan()
    if isWhole, let value = integer(start, length) { return value }
    let text = String(
      decoding: UnsafeBufferPointer(start: base + start, count: length), as: UTF8.self)
    let shown = text.count > 40 ? text.prefix(40) + "…" : text[...]
    switch Self.whole(text) {
    case .value(let value): return value
    case .isFraction:
      throw error("a whole number was expected, and \(shown) was found.", at: start)
    case .isTooLarge:
      throw error("the number \(shown) is too large for a whole number of 64 bits.", at: start)
    }
  }

  private enum Whole {
    case value(Int)
    case isFraction
    case isTooLarge
  }

  /// The whole number that is written with a fraction, an exponent or both. It is taken from the digits, since a double
  /// holds sixteen of them only.
  private static func whole(_ text: String) -> Whole {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let isNegative = mantissa[0].hasPrefix("-")
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    var digits = String((mantissa[0].drop { $0 == "-" } + fraction).drop { $0 == "0" })
    if digits.isEmpty { return .value(0) }
    // An exponent that no Int holds is as good as endless.
    let exponent = parts.count > 1 ? Int(parts[1]) ?? (parts[1].hasPrefix("-") ? .min : .max) : 0
    let (shift, overflow) = exponent.subtractingReportingOverflow(fraction.count)
    if shift < 0 || (overflow && exponent < 0) {
      let zeros = digits.reversed().prefix { $0 == "0" }.count
      guard !overflow, zeros >= shift.magnitude else { return .isFraction }
      digits.removeLast(-shift)
    } else {
      guard !overflow, shift < 20 else { return .isTooLarge }
      digits += String(repeating: "0", count: shift)
    }
    return Int((isNegative ? "-" : "") + digits).map(Whole.value) ?? .isTooLarge
  }

  /// Takes a number as the nearest double.
  package mutating func readDouble() throws(JSONError) -> Double {
    _ = next()
    let start = offset
    switch try readNumber() {
    case .integer(let value): return Double(value)
    case .double(let value): return value
    case .text(let text):
      if let value = Double(text), value.isFinite { return value }
      throw error("the number is too large.", at: start)
    }
  }

  /// Takes a number and gives its place, and whether it has neither fraction nor exponent.
  package mutating func readNumberSpan() throws(JSONError) -> (
    start: Int, length: Int, isWhole: Bool
  ) {
    let first = next()
    let start = offset
    guard first == UInt8(ascii: "-") || isDigit(first) else { throw unexpected("a number") }
    if first == UInt8(ascii: "-") { offset += 1 }
    let zero = offset
    try digits()
    if offset - zero > 1, base[zero] == UInt8(ascii: "0") {
      throw error("a number begins with a needless zero.", at: start)
    }
    var isWhole = true
    if offset < count, base[offset] == UInt8(ascii: ".") {
      isWhole = false
      offset += 1
      try digits()
    }
    if offset < count, base[offset] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      offset += 1
      if offset < count, base[offset] == UInt8(ascii: "+") || base[offset] == UInt8(ascii: "-") {
        offset += 1
      }
      try digits()
    }
    return (start, offset - start, isWhole)
  }

  private mutating func digits() throws(JSONError) {
    guard offset < count, isDigit(base[offset]) else { throw unexpected("a digit") }
    while offset < count, isDigit(base[offset]) { offset += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private func integer(_ start: Int, _ length: Int) -> Int? {
    let isNegative = base[start] == UInt8(ascii: "-")
    var value = 0
    for place in (isNegative ? start + 1 : start)..<(start + length) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let digit = Int(base[place] - UInt8(ascii: "0"))
      let (sum, more) = product.subtractingReportingOverflow(digit)
      if overflow || more { return nil }
      value = sum
    }
    if isNegative { return value == 0 ? nil : value }
    return value == Int.min ? nil : -value
  }
}
