import ArenaModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The digests that stored rows carry, so that a flipped bit is found. Each part is hashed with its length before it:
/// no two rows run together.
struct RowDigest: ~Copyable {
  private var hash = SHA256()

  init(_ table: StaticString) {
    add("\(table)")
  }

  mutating func add(_ text: String?) {
    guard var text else {
      add(number: -1)
      return
    }
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  mutating func add(_ bytes: [UInt8]?) {
    guard let bytes else {
      add(number: -1)
      return
    }
    bytes.withUnsafeBytes { add($0) }
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    add(number: Int64(bytes.count))
    hash.update(bytes)
  }

  mutating func add(number: Int64) {
    withUnsafeBytes(of: number.littleEndian) { hash.update($0) }
  }

  mutating func finish() -> [UInt8] { hash.finish() }

  /// Whether two digests are the same bytes.
  static func isSame(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
    guard one.count == other.count, let first = one.baseAddress, let second = other.baseAddress
    else { return one.count == other.count }
    return memcmp(first, second, one.count) == 0
  }
}
