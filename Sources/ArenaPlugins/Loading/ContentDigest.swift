/// A 64-bit digest of texts, eight bytes at a time (the multiplier is that of Knuth's MMIX generator).
struct ContentDigest {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { add($0) }
  }

  static func of(_ bytes: Slice<UnsafeRawBufferPointer>) -> UInt64 {
    var digest = ContentDigest()
    digest.add(UnsafeRawBufferPointer(rebasing: bytes))
    return digest.value
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    mix(UInt64(bytes.count))
    var place = 0
    while place + 8 <= bytes.count {
      mix(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var rest: UInt64 = 0
    while place < bytes.count {
      rest = rest << 8 | UInt64(bytes[place])
      place += 1
    }
    mix(rest)
  }

  private mutating func mix(_ word: UInt64) {
    value = (value ^ word) &* 6_364_136_223_846_793_005
    value ^= value >> 32
  }
}
