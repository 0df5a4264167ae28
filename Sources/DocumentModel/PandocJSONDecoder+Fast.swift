import JSONCodec

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Short cuts for JSON that stands as pandoc writes it: no white space, `t` before `c`. They take whole runs of bytes by
/// one comparison, here in the module so that they are inlined; what stands otherwise goes the scanner's way.
extension PandocJSONDecoder {
  /// Takes exactly these bytes if they come next.
  @inline(__always)
  mutating func take(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard scanner.count &- scanner.offset >= length,
      memcmp(scanner.base + scanner.offset, text.utf8Start, length) == 0
    else { return false }
    scanner.offset &+= length
    return true
  }

  @inline(__always)
  mutating func takeComma() -> Bool {
    guard scanner.offset < scanner.count, scanner.base[scanner.offset] == UInt8(ascii: ",") else {
      return false
    }
    scanner.offset &+= 1
    return true
  }

  /// Takes a `Str` that stands as pandoc writes one, short and in ASCII without escapes; any other is left for
  /// `inline()`. Nine of ten nodes come this way or are spaces.
  @inline(__always)
  mutating func takeWord() -> String? {
    let start = scanner.offset
    guard take("{\"t\":\"Str\",\"c\":\"") else { return nil }
    let base = scanner.base
    let first = scanner.offset
    var place = first
    while place < scanner.count {
      let byte = base[place]
      if byte == UInt8(ascii: "\"") {
        guard place &+ 1 < scanner.count, base[place &+ 1] == UInt8(ascii: "}") else { break }
        scanner.offset = place &+ 2
        return String(
          decoding: UnsafeBufferPointer(start: base + first, count: place &- first), as: UTF8.self)
      }
      if byte < 0x20 || byte == UInt8(ascii: "\\") || byte >= 0x80 { break }
      place &+= 1
    }
    scanner.offset = start
    return nil
  }

  /// Takes `{"t":"TAG","c":` or `{"t":"TAG"}`.
  @inline(__always)
  mutating func takeTagged() -> Tagged? {
    let start = scanner.offset
    guard take("{\"t\":\"") else { return nil }
    let first = scanner.offset
    var place = first
    while place < scanner.count, scanner.base[place] | 0x20 >= UInt8(ascii: "a"),
      scanner.base[place] | 0x20 <= UInt8(ascii: "z")
    {
      place &+= 1
    }
    scanner.offset = place
    let tag = JSONScanner.Span(
      start: first, length: place &- first, isEscaped: false, isWide: false)
    if take("\",\"c\":") {
      scanner.depth &+= 1
      return Tagged(tag: tag, hasContent: true, resume: -1)
    }
    if take("\"}") { return Tagged(tag: tag, hasContent: false, resume: -1) }
    scanner.offset = start
    return nil
  }

  /// Takes the `}` of an object if it comes next.
  @inline(__always)
  mutating func takeEnd() -> Bool {
    guard scanner.offset < scanner.count, scanner.base[scanner.offset] == UInt8(ascii: "}") else {
      return false
    }
    scanner.offset &+= 1
    scanner.depth &-= 1
    return true
  }

  /// Whether a tag is `name`.
  @inline(__always)
  func matches(_ tag: JSONScanner.Span, _ name: StaticString) -> Bool {
    if tag.isEscaped { return scanner.matches(tag, name) }
    return tag.length == name.utf8CodeUnitCount
      && memcmp(scanner.base + tag.start, name.utf8Start, tag.length) == 0
  }
}
