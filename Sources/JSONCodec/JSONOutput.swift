extension ByteBuffer {
  /// Writes a JSON string: quotes, and escapes for what RFC 8259 section 7 wants escaped; all else as UTF-8.
  @inlinable @inline(__always)
  package mutating func appendJSON(_ text: String) {
    var text = text
    text.withUTF8 { appendJSON($0) }
  }

  /// Writes a JSON string from UTF-8 bytes.
  package mutating func appendJSON(_ bytes: UnsafeBufferPointer<UInt8>) {
    let length = bytes.count
    reserve(length + 2)
    base[count] = UInt8(ascii: "\"")
    // Words are short and seldom need an escape: they are copied while they are looked at.
    let target = base + count + 1
    var place = 0
    while place < length {
      let byte = bytes[place]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      target[place] = byte
      place &+= 1
    }
    if place == length {
      target[place] = UInt8(ascii: "\"")
      count &+= length &+ 2
      return
    }
    count &+= place &+ 1
    appendEscaping(UnsafeBufferPointer(rebasing: bytes[place...]))
    append(UInt8(ascii: "\""))
  }

  @inline(never)
  private mutating func appendEscaping(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for place in 0..<bytes.count {
      let byte = bytes[place]
      if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { continue }
      append(UnsafeBufferPointer(rebasing: bytes[start..<place]))
      appendEscape(byte)
      start = place + 1
    }
    append(UnsafeBufferPointer(rebasing: bytes[start...]))
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
