#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads JSON (RFC 8259) from bytes, one token at a time, at the caller's pull.
///
/// The caller says what it expects next, so a decoder of a known shape makes no value that it doesn't keep. The scanner
/// holds no stack of its own and never recurses: containers are counted, and the count is limited so that what is built
/// from the text can be walked and freed without a stack overflow.
///
/// ```swift
/// guard try scanner.enterArray() else { return [] }
/// repeat { numbers.append(try scanner.readInteger()) } while try scanner.continueArray()
/// ```
///
/// It borrows the memory it was given, which must outlive it; use it inside `withUnsafeBytes`.
package struct JSONScanner {
  /// The text's first byte.
  package let base: UnsafePointer<UInt8>
  /// How many bytes there are.
  package let count: Int
  /// Where the next byte is read, from 0. Setting it (see `skipValue()`) is how keys are read in any order.
  package var offset = 0
  /// How many containers are open. A caller that takes a bracket by itself counts it here.
  package var depth = 0
  /// The number of open containers that is an error to exceed.
  package let maximumDepth: Int

  /// Depth that JSON of any use stays far below.
  package static let defaultMaximumDepth = 10_000

  /// - Parameters:
  ///   - bytes: UTF-8 text; a byte order mark at its start is passed over.
  ///   - maximumDepth: how deep containers may lie in each other.
  package init(_ bytes: UnsafeRawBufferPointer, maximumDepth: Int = defaultMaximumDepth) {
    count = bytes.count
    self.maximumDepth = maximumDepth
    if let start = bytes.baseAddress {
      base = start.assumingMemoryBound(to: UInt8.self)
    } else {
      base = JSONScanner.nothing.utf8Start
    }
    if count >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { offset = 3 }
  }

  private static let nothing: StaticString = ""

  /// What a value is, by its first byte.
  package enum Kind: Sendable {
    case object, array, string, number, boolean, null
  }

  // MARK: - White space and single bytes

  /// Passes over white space and gives the next byte without taking it, or 0 at the end.
  @inlinable @inline(__always)
  package mutating func next() -> UInt8 {
    while offset < count {
      let byte = base[offset]
      if byte > 0x20 { return byte }
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      offset &+= 1
    }
    return 0
  }

  /// Gives the kind of the next value without taking it.
  package mutating func peekKind() throws(JSONError) -> Kind {
    switch next() {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    default: throw unexpected("a value")
    }
  }

  /// Makes sure that only white space is left.
  package mutating func finish() throws(JSONError) {
    _ = next()
    if offset < count { throw unexpected("the end of the text") }
  }

  // MARK: - Containers

  /// Takes `[`. False when the array is empty; then it has been left already.
  @inlinable @inline(__always)
  package mutating func enterArray() throws(JSONError) -> Bool {
    guard next() == UInt8(ascii: "[") else { throw unexpected("an array") }
    return try enter(closing: UInt8(ascii: "]"))
  }

  /// Takes `,` and gives true, or takes `]` and gives false.
  @inlinable @inline(__always)
  package mutating func continueArray() throws(JSONError) -> Bool {
    switch next() {
    case UInt8(ascii: ","):
      offset &+= 1
      return true
    case UInt8(ascii: "]"):
      offset &+= 1
      depth &-= 1
      return false
    default: throw unexpected("‘,’ or ‘]’ in an array")
    }
  }

  /// Takes `{`. False when the object is empty; then it has been left already.
  @inlinable @inline(__always)
  package mutating func enterObject() throws(JSONError) -> Bool {
    guard next() == UInt8(ascii: "{") else { throw unexpected("an object") }
    return try enter(closing: UInt8(ascii: "}"))
  }

  /// Takes `,` and gives true, or takes `}` and gives false.
  @inlinable @inline(__always)
  package mutating func continueObject() throws(JSONError) -> Bool {
    switch next() {
    case UInt8(ascii: ","):
      offset &+= 1
      return true
    case UInt8(ascii: "}"):
      offset &+= 1
      depth &-= 1
      return false
    default: throw unexpected("‘,’ or ‘}’ in an object")
    }
  }

  @inlinable @inline(__always)
  mutating func enter(closing: UInt8) throws(JSONError) -> Bool {
    offset &+= 1
    if next() == closing {
      offset &+= 1
      return false
    }
    depth &+= 1
    if depth > maximumDepth {
      throw error(
        "containers lie deeper than \(maximumDepth) in each other; that is not supported.")
    }
    return true
  }

  /// Takes a key and its colon, as a string.
  package mutating func readKey() throws(JSONError) -> String {
    let key = try readString()
    try colon()
    return key
  }

  /// Takes a key and its colon, as a span of the text, which ``matches(_:_:)`` compares.
  @inlinable @inline(__always)
  package mutating func readKeySpan() throws(JSONError) -> Span {
    let span = try readSpan()
    try colon()
    return span
  }

  @inlinable @inline(__always)
  mutating func colon() throws(JSONError) {
    guard next() == UInt8(ascii: ":") else { throw unexpected("‘:’ after a key") }
    offset &+= 1
  }

  // MARK: - Literals

  /// Takes `true` or `false`.
  package mutating func readBoolean() throws(JSONError) -> Bool {
    if next() == UInt8(ascii: "t") {
      try take("true")
      return true
    }
    guard next() == UInt8(ascii: "f") else { throw unexpected("true or false") }
    try take("false")
    return false
  }

  /// Takes `null`.
  package mutating func readNull() throws(JSONError) {
    guard next() == UInt8(ascii: "n") else { throw unexpected("null") }
    try take("null")
  }

  private mutating func take(_ word: StaticString) throws(JSONError) {
    let length = word.utf8CodeUnitCount
    guard count - offset >= length, memcmp(base + offset, word.utf8Start, length) == 0 else {
      throw unexpected("a value")
    }
    offset += length
  }

  // MARK: - Skipping

  /// Takes a whole value and keeps nothing of it; containers are followed without recursion.
  package mutating func skipValue() throws(JSONError) {
    let outer = depth
    var closers: [Bool] = []  // true for an object, from the outside in
    while true {
      var ended = true
      switch try peekKind() {
      case .object:
        if try enterObject() {
          closers.append(true)
          try skipKey()
          ended = false
        }
      case .array:
        if try enterArray() {
          closers.append(false)
          ended = false
        }
      case .string: try skipString()
      case .number: _ = try readNumberSpan()
      case .boolean: _ = try readBoolean()
      case .null: try readNull()
      }
      while ended, let isObject = closers.last {
        if isObject {
          if try continueObject() {
            try skipKey()
            ended = false
          } else {
            closers.removeLast()
          }
        } else if try continueArray() {
          ended = false
        } else {
          closers.removeLast()
        }
      }
      if depth == outer && closers.isEmpty { return }
    }
  }

  /// Takes a string as carefully as if it were kept.
  private mutating func skipString() throws(JSONError) {
    let span = try readSpan()
    if span.isEscaped || span.isWide { _ = try string(span) }
  }

  /// Takes a key and its value, and keeps nothing of them.
  package mutating func skipMember() throws(JSONError) {
    try skipKey()
    try skipValue()
  }

  private mutating func skipKey() throws(JSONError) {
    try skipString()
    try colon()
  }

  // MARK: - Errors

  /// An error at the place of the next byte.
  package func error(_ problem: String) -> JSONError { error(problem, at: offset) }

  /// An error at a place of its own.
  @inline(never)
  package func error(_ problem: String, at place: Int) -> JSONError {
    var line = 1
    var column = 1
    for index in 0..<min(place, count) {
      if base[index] == 0x0A {
        line += 1
        column = 1
      } else if base[index] & 0xC0 != 0x80 {
        column += 1
      }
    }
    return JSONError(problem: problem, offset: place, line: line, column: column)
  }

  /// The error for a next byte that isn't what was asked for.
  @inline(never)
  package func unexpected(_ expected: String) -> JSONError {
    guard offset < count else {
      return error("the text ends where \(expected) was expected.")
    }
    let byte = base[offset]
    let found: String
    switch byte {
    case UInt8(ascii: "\""): found = "a string"
    case UInt8(ascii: "{"): found = "an object"
    case UInt8(ascii: "["): found = "an array"
    case UInt8(ascii: "0")...UInt8(ascii: "9"): found = "a number"
    case 0x21..<0x7F: found = "‘\(UnicodeScalar(byte))’"
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      found = "the byte 0x\(digits.count < 2 ? "0" : "")\(digits)"
    }
    return error("\(expected) was expected, and \(found) was found.")
  }
}
