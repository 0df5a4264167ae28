#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension JSONScanner {
  /// Where a string's content lies in the text, between its quotes.
  package struct Span: Sendable {
    package let start: Int
    package let length: Int
    /// Whether the content has a backslash, so that its bytes aren't its value.
    package let isEscaped: Bool
    /// Whether the content has a byte above 0x7F.
    package let isWide: Bool

    package init(start: Int, length: Int, isEscaped: Bool, isWide: Bool) {
      self.start = start
      self.length = length
      self.isEscaped = isEscaped
      self.isWide = isWide
    }
  }

  /// Takes a string and gives its place, making nothing.
  ///
  /// Escapes are checked where the string is decoded.
  @inlinable @inline(__always)
  package mutating func readSpan() throws(JSONError) -> Span {
    guard next() == UInt8(ascii: "\"") else { throw unexpected("a string") }
    let start = offset &+ 1
    var place = start
    var bits: UInt8 = 0
    var isEscaped = false
    while place < count {
      let byte = base[place]
      if byte == UInt8(ascii: "\"") {
        offset = place &+ 1
        return Span(
          start: start, length: place &- start, isEscaped: isEscaped, isWide: bits & 0x80 != 0)
      }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        place &+= 2
        continue
      }
      if byte < 0x20 { throw controlCharacter(at: place) }
      bits |= byte
      place &+= 1
    }
    throw error("the string that begins here has no end.", at: offset)
  }

  @inline(never) @usableFromInline
  func controlCharacter(at place: Int) -> JSONError {
    error(
      "a string holds the control character U+00\(base[place] < 16 ? "0" : "")"
        + "\(String(base[place], radix: 16, uppercase: true)); write it as an escape.",
      at: place)
  }

  /// Whether a span's value is `name`, which must be ASCII without quotes or backslashes.
  @inlinable @inline(__always)
  package func matches(_ span: Span, _ name: StaticString) -> Bool {
    if span.isEscaped { return matchesDecoded(span, name) }
    return span.length == name.utf8CodeUnitCount
      && memcmp(base + span.start, name.utf8Start, span.length) == 0
  }

  /// The same for a span with escapes: keys and tags may be spelled with them, too.
  @inline(never) @usableFromInline
  func matchesDecoded(_ span: Span, _ name: StaticString) -> Bool {
    guard let text = try? unescape(span) else { return false }
    return name.withUTF8Buffer { text.utf8.elementsEqual($0) }
  }

  /// Whether a span's bytes are those of `name`, which must hold nothing that JSON escapes.
  ///
  /// Under a name of its own: a literal would choose it before the one above.
  package func isSpelled(_ span: Span, _ name: String) -> Bool {
    var name = name
    return name.withUTF8 {
      $0.count == span.length
        && (span.length == 0 || memcmp(base + span.start, $0.baseAddress!, span.length) == 0)
    }
  }

  /// The first byte of a span's value, or 0 when it is empty.
  @inlinable @inline(__always)
  package func firstByte(_ span: Span) -> UInt8 {
    if span.isEscaped { return firstByteDecoded(span) }
    return span.length > 0 ? base[span.start] : 0
  }

  @inline(never) @usableFromInline
  func firstByteDecoded(_ span: Span) -> UInt8 { (try? unescape(span))?.utf8.first ?? 0 }

  /// Takes a string.
  @inlinable @inline(__always)
  package mutating func readString() throws(JSONError) -> String {
    try string(try readSpan())
  }

  /// The value of a span that `readSpan()` gave.
  @inlinable @inline(__always)
  package func string(_ span: Span) throws(JSONError) -> String {
    if span.isEscaped { return try unescape(span) }
    let bytes = UnsafeBufferPointer(start: base + span.start, count: span.length)
    let text = String(decoding: bytes, as: UTF8.self)
    if span.isWide && !isSame(text, bytes) {
      throw error("a string holds bytes that are no UTF-8.", at: span.start)
    }
    return text
  }

  /// Whether a string has these bytes. Decoding replaces what is no UTF-8, so a string that differs tells of it; this is
  /// several times faster than `String(validating:)`.
  private func isSame(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var text = text
    return text.withUTF8 { decoded in
      decoded.count == bytes.count
        && memcmp(decoded.baseAddress!, bytes.baseAddress!, bytes.count) == 0
    }
  }

  @inline(never) @usableFromInline
  func unescape(_ span: Span) throws(JSONError) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(span.length)
    var place = span.start
    let end = span.start + span.length
    while place < end {
      let byte = base[place]
      place += 1
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      let escape = base[place]
      place += 1
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(escape)
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "b"): bytes.append(0x08)
      case UInt8(ascii: "f"): bytes.append(0x0C)
      case UInt8(ascii: "u"):
        let scalar = try scalar(at: &place, end: end)
        bytes.append(contentsOf: UTF8.encode(scalar)!)
      default:
        throw error("‘\\’ is followed by something that is no escape.", at: place - 2)
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let isValid = bytes.withUnsafeBufferPointer { $0.isEmpty || isSame(text, $0) }
    if !isValid { throw error("a string holds bytes that are no UTF-8.", at: span.start) }
    return text
  }

  /// The scalar of `\uXXXX` whose digits begin at `place`; a high surrogate takes the low one after it.
  private func scalar(at place: inout Int, end: Int) throws(JSONError) -> Unicode.Scalar {
    let start = place - 2
    let unit = try hexadecimal(at: &place, end: end)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if unit < 0xDC00, place + 1 < end, base[place] == UInt8(ascii: "\\"),
      base[place + 1] == UInt8(ascii: "u")
    {
      place += 2
      let low = try hexadecimal(at: &place, end: end)
      if (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
      {
        return scalar
      }
    }
    throw error("half of a surrogate pair stands alone; that is no character.", at: start)
  }

  private func hexadecimal(at place: inout Int, end: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard place < end, let digit = Character(UnicodeScalar(base[place])).hexDigitValue,
        base[place] < 0x80
      else {
        throw error("‘\\u’ needs four hexadecimal digits.", at: min(place, count))
      }
      value = value << 4 | UInt32(digit)
      place += 1
    }
    return value
  }
}
