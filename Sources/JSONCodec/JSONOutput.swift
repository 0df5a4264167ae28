extension ByteBuffer {
  /// Writes a JSON string: quotes, and escapes for what RFC 8259 section 7 wants escaped; all else as UTF-8.
  @inlinable @inline(__always)
  package mutating func appendJSON(_ text: String) {
    var text = text
    text.withUTF8 { appendJSON($0) }
  }

  /// Writes a JSON string from UTF-8 bytes.
  package mutating func appendJSON(_ bytes: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    if let source = bytes.baseAddress {
      var start = 0
      for place in 0..<bytes.count {
        let byte = source[place]
        if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { continue }
        append(source + start, place - start)
        appendEscape(byte)
        start = place + 1
      }
      append(source + start, bytes.count - start)
    }
    append(UInt8(ascii: "\""))
  }

  @inline(never)
  private mutating func appendEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    default:
      append("\\u00")
      append(byte < 16 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
      let digit = byte & 15
      append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  /// Writes a double with the fewest digits that read back as the same; what is no number becomes `null`, as JSON has
  /// no word for it.
  package mutating func appendJSON(_ number: Double) {
    if number.isFinite { append(number.description) } else { append("null") }
  }
}
