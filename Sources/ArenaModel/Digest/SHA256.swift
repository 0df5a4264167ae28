/// SHA-256 as FIPS 180-4 has it: the digests of attachments, of stored rows and of the journal's chain.
///
/// Written here because it is a page, and the packages that offer it bring a whole cryptographic library to build.
package struct SHA256: ~Copyable {
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)
  private let block: UnsafeMutablePointer<UInt8>
  private let schedule: UnsafeMutablePointer<UInt32>
  private var filled = 0
  private var length: UInt64 = 0

  package init() {
    state = SHA256.initialState
    block = .allocate(capacity: 64)
    schedule = .allocate(capacity: 64)
  }

  deinit {
    block.deallocate()
    schedule.deallocate()
  }

  /// The digest of some bytes, as 32 bytes.
  package static func digest(of bytes: some Collection<UInt8>) -> [UInt8] {
    var hash = SHA256()
    if bytes.withContiguousStorageIfAvailable({ hash.update(UnsafeRawBufferPointer($0)) }) == nil {
      hash.update(Array(bytes))
    }
    return hash.finish()
  }

  /// The digest of some bytes, in lower-case hexadecimal.
  package static func hexadecimal(of bytes: some Collection<UInt8>) -> String {
    Hexadecimal.text(digest(of: bytes))
  }

  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  package mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
  }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard var source = bytes.baseAddress else { return }
    var rest = bytes.count
    length &+= UInt64(rest)
    if filled > 0 {
      let taken = min(rest, 64 - filled)
      UnsafeMutableRawPointer(block + filled).copyMemory(from: source, byteCount: taken)
      filled += taken
      source += taken
      rest -= taken
      if filled == 64 {
        compress(UnsafeRawPointer(block))
        filled = 0
      }
    }
    while rest >= 64 {
      compress(source)
      source += 64
      rest -= 64
    }
    if rest > 0 {
      UnsafeMutableRawPointer(block).copyMemory(from: source, byteCount: rest)
      filled = rest
    }
  }

  /// The digest of all that came in; the hash starts anew after it.
  package mutating func finish() -> [UInt8] {
    let bits = length &* 8
    block[filled] = 0x80
    filled += 1
    if filled > 56 {
      (block + filled).update(repeating: 0, count: 64 - filled)
      compress(UnsafeRawPointer(block))
      filled = 0
    }
    (block + filled).update(repeating: 0, count: 56 - filled)
    for index in 0..<8 {
      block[56 + index] = UInt8(truncatingIfNeeded: bits >> UInt64(56 - index * 8))
    }
    compress(UnsafeRawPointer(block))
    let words = (
      state.0.bigEndian, state.1.bigEndian, state.2.bigEndian, state.3.bigEndian,
      state.4.bigEndian, state.5.bigEndian, state.6.bigEndian, state.7.bigEndian
    )
    let out = withUnsafeBytes(of: words) { Array($0) }
    state = SHA256.initialState
    filled = 0
    length = 0
    return out
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }

  private mutating func compress(_ source: UnsafeRawPointer) {
    let w = schedule
    for index in 0..<16 {
      w[index] = UInt32(
        bigEndian: source.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
    }
    for index in 16..<64 {
      let early = w[index &- 15]
      let late = w[index &- 2]
      let small = SHA256.rotate(early, 7) ^ SHA256.rotate(early, 18) ^ early &>> 3
      let large = SHA256.rotate(late, 17) ^ SHA256.rotate(late, 19) ^ late &>> 10
      w[index] = w[index &- 16] &+ small &+ w[index &- 7] &+ large
    }
    var (a, b, c, d, e, f, g, h) = state
    SHA256.constants.withUnsafeBufferPointer { constants in
      for index in 0..<64 {
        let sum1 = SHA256.rotate(e, 6) ^ SHA256.rotate(e, 11) ^ SHA256.rotate(e, 25)
        let choice = e & f ^ ~e & g
        let one = h &+ sum1 &+ choice &+ constants[index] &+ w[index]
        let sum0 = SHA256.rotate(a, 2) ^ SHA256.rotate(a, 13) ^ SHA256.rotate(a, 22)
        let majority = a & b ^ a & c ^ b & c
        let two = sum0 &+ majority
        (h, g, f, e, d, c, b, a) = (g, f, e, d &+ one, c, b, a, one &+ two)
      }
    }
    state.0 &+= a
    state.1 &+= b
    state.2 &+= c
    state.3 &+= d
    state.4 &+= e
    state.5 &+= f
    state.6 &+= g
    state.7 &+= h
  }

  private static let initialState:
    (
      UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32
    ) = (
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
      0x5be0_cd19
    )

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}

/// Bytes as text of base 16.
package enum Hexadecimal {
  package static func text(_ bytes: some Collection<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
      var place = 0
      for byte in bytes {
        for digit in [byte >> 4, byte & 15] {
          buffer[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
          place += 1
        }
      }
      return place
    }
  }

  /// Nil where the text is no such bytes.
  package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    var out: [UInt8] = []
    var high: UInt8?
    for character in text {
      guard character.isASCII, let digit = character.hexDigitValue else { return nil }
      if let first = high {
        out.append(first << 4 | UInt8(digit))
        high = nil
      } else {
        high = UInt8(digit)
      }
    }
    return high == nil ? out : nil
  }
}
