/// Base64 (RFC 4648 section 4, with padding): how the dump writes bytes that are no text.
package enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8] = {
    var out = [UInt8](repeating: 255, count: 256)
    for (value, byte) in alphabet.enumerated() { out[Int(byte)] = UInt8(value) }
    return out
  }()

  package static func text(_ bytes: [UInt8]) -> String {
    let length = (bytes.count + 2) / 3 * 4
    return String(unsafeUninitializedCapacity: length) { buffer in
      var place = 0
      for start in stride(from: 0, to: bytes.count, by: 3) {
        let count = min(3, bytes.count - start)
        var word = UInt32(bytes[start]) << 16
        if count > 1 { word |= UInt32(bytes[start + 1]) << 8 }
        if count > 2 { word |= UInt32(bytes[start + 2]) }
        for digit in 0..<4 {
          let value = Int(word >> UInt32(18 - digit * 6)) & 63
          buffer[place] = digit <= count ? alphabet[value] : UInt8(ascii: "=")
          place += 1
        }
      }
      return place
    }
  }

  /// Nil where the text is no base64, or not the one that `text` writes.
  package static func bytes(_ text: String) -> [UInt8]? {
    let utf8 = Array(text.utf8)
    guard utf8.count % 4 == 0 else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(utf8.count / 4 * 3)
    for start in stride(from: 0, to: utf8.count, by: 4) {
      let isLast = start + 4 == utf8.count
      let padding =
        !isLast || utf8[start + 3] != UInt8(ascii: "=")
        ? 0 : utf8[start + 2] == UInt8(ascii: "=") ? 2 : 1
      var word: UInt32 = 0
      for digit in 0..<4 {
        let value = digit < 4 - padding ? values[Int(utf8[start + digit])] : 0
        guard value != 255 else { return nil }
        word = word << 6 | UInt32(value)
      }
      let unused: UInt32 = padding == 2 ? 0xFFFF : padding == 1 ? 0xFF : 0
      guard word & unused == 0 else { return nil }
      for byte in 0..<(3 - padding) {
        out.append(UInt8(truncatingIfNeeded: word >> UInt32(16 - byte * 8)))
      }
    }
    return out
  }
}
