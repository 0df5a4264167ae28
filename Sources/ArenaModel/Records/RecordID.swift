/// The stable id of a record: a UUID, written in lower case.
package struct RecordID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A random UUID (version 4; RFC 9562 section 5.4).
  package static func random(using generator: inout some RandomNumberGenerator) -> RecordID {
    RecordID(
      high: (generator.next() & 0xFFFF_FFFF_FFFF_0FFF) | 0x4000,
      low: (generator.next() & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000)
  }

  /// Reads the 36 characters of a UUID, in either case; nil where they aren't one.
  package init?(_ text: some StringProtocol) {
    let read = text.utf8.withContiguousStorageIfAvailable {
      RecordID(utf8: UnsafeRawBufferPointer($0))
    }
    guard let id = read ?? Array(text.utf8).withUnsafeBytes({ RecordID(utf8: $0) }) else {
      return nil
    }
    self = id
  }

  /// Reads the 36 bytes of a UUID's text. A file's records hold many ids: this one makes no string.
  package init?(utf8 bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 36, bytes[8] == UInt8(ascii: "-"), bytes[13] == UInt8(ascii: "-"),
      bytes[18] == UInt8(ascii: "-"), bytes[23] == UInt8(ascii: "-")
    else { return nil }
    var words: (UInt64, UInt64) = (0, 0)
    var wrong: UInt8 = 0
    func take(_ range: Range<Int>, into word: inout UInt64) {
      for index in range {
        let value = RecordID.digits[Int(bytes[index])]
        wrong |= value
        word = word &<< 4 | UInt64(value & 0xF)
      }
    }
    take(0..<8, into: &words.0)
    take(9..<13, into: &words.0)
    take(14..<18, into: &words.0)
    take(19..<23, into: &words.1)
    take(24..<36, into: &words.1)
    guard wrong & 0xF0 == 0 else { return nil }
    self.init(high: words.0, low: words.1)
  }

  /// The value of each hexadecimal digit, and 0xFF for all other bytes.
  private static let digits: [UInt8] = (0...255).map { (byte: Int) -> UInt8 in
    UnicodeScalar(UInt8(byte)).properties.isASCIIHexDigit
      ? UInt8(Character(UnicodeScalar(UInt8(byte))).hexDigitValue ?? 0xFF) : 0xFF
  }

  package var description: String {
    String(unsafeUninitializedCapacity: 36) { buffer in
      var at = 0
      for index in 0..<32 {
        if index == 8 || index == 12 || index == 16 || index == 20 {
          buffer[at] = UInt8(ascii: "-")
          at += 1
        }
        let word = index < 16 ? high : low
        let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - (index % 16) * 4)) & 0xF
        buffer[at] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
        at += 1
      }
      return 36
    }
  }

  package static func < (one: RecordID, other: RecordID) -> Bool {
    (one.high, one.low) < (other.high, other.low)
  }
}
