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
    switch try readNumber() {
    case .integer(let value): return value
    case .double(let value):
      if let whole = Int(exactly: value) { return whole }
      throw error("a whole number was expected, and \(value) was found.", at: start)
    case .text(let text):
      let shown = text.count > 40 ? text.prefix(40) + "…" : text[...]
      throw error("the number \(shown) is too large for a whole number of 64 bits.", at: start)
    }
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
