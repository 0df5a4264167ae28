#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A growing run of bytes that text is written into.
///
/// Every writer of the house writes here, because building output by joining strings took seventeen times as long.
/// Growth is by `realloc`, so a large buffer is moved by the kernel's page tables instead of copied, and the peak
/// stays near the size of the text.
package struct ByteBuffer: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  /// How many bytes have been written.
  package internal(set) var count = 0

  /// - Parameter capacity: bytes to make room for at once; a guess that is too small costs little.
  package init(capacity: Int = 256) {
    self.capacity = max(capacity, 16)
    base = Self.grow(nil, to: self.capacity)
  }

  deinit { free(base) }

  private static func grow(_ old: UnsafeMutablePointer<UInt8>?, to size: Int)
    -> UnsafeMutablePointer<UInt8>
  {
    guard let new = realloc(old, size) else {
      // As Swift's own arrays do: no caller can go on without memory.
      preconditionFailure("Out of memory: could not make room for \(size) bytes of output.")
    }
    return new.assumingMemoryBound(to: UInt8.self)
  }

  /// Makes room for `more` bytes beyond those written.
  @inlinable @inline(__always)
  mutating func reserve(_ more: Int) {
    if count &+ more > capacity { enlarge(more) }
  }

  @inline(never) @usableFromInline
  mutating func enlarge(_ more: Int) {
    capacity = max(capacity + capacity / 2, count + more)
    base = Self.grow(base, to: capacity)
  }

  /// Writes one byte.
  @inlinable @inline(__always)
  package mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count &+= 1
  }

  /// Writes one byte `times` times.
  package mutating func append(repeating byte: UInt8, _ times: Int) {
    guard times > 0 else { return }
    reserve(times)
    (base + count).update(repeating: byte, count: times)
    count += times
  }

  /// Writes the bytes that `bytes` points at.
  @inlinable @inline(__always)
  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    append(source, bytes.count)
  }

  /// Writes `length` bytes from `source`.
  @inlinable @inline(__always)
  package mutating func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length)
    memcpy(base + count, source, length)
    count &+= length
  }

  /// Writes a text known when compiled; nothing is counted or copied twice.
  @inlinable @inline(__always)
  package mutating func append(_ text: StaticString) {
    append(text.utf8Start, text.utf8CodeUnitCount)
  }

  /// Writes a string as UTF-8.
  @inlinable @inline(__always)
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Writes the bytes of an array.
  package mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Writes all of another buffer.
  package mutating func append(_ other: borrowing ByteBuffer) {
    append(other.base, other.count)
  }

  /// Writes an integer in decimal digits.
  package mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(decimal: number.magnitude)
  }

  private mutating func append(decimal number: UInt) {
    if number < 10 { return append(UInt8(ascii: "0") + UInt8(number)) }
    reserve(20)
    var digits = 0
    var rest = number
    repeat {
      digits += 1
      rest /= 10
    } while rest > 0
    rest = number
    for place in stride(from: count + digits - 1, through: count, by: -1) {
      base[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    count += digits
  }

  /// The byte at `index`, which must be below `count`.
  package subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count, "ByteBuffer index \(index) outside 0..<\(count)")
    return base[index]
  }

  /// The last byte, if there is one.
  package var last: UInt8? { count > 0 ? base[count - 1] : nil }

  /// Forgets all bytes after the first `length`.
  package mutating func truncate(to length: Int) {
    count = min(count, max(length, 0))
  }

  /// Forgets all bytes and keeps the room for new ones.
  package mutating func removeAll() { count = 0 }

  /// Calls `body` with the bytes as they lie; the pointer ends with the call.
  package borrowing func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// The bytes as an array.
  package borrowing func array() -> [UInt8] {
    [UInt8](UnsafeBufferPointer(start: base, count: count))
  }

  /// The bytes as a string; bytes that are no UTF-8 become U+FFFD.
  package borrowing func string() -> String {
    String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
  }
}
