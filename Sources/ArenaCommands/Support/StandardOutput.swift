import Foundation
import JSONCodec

/// Standard output in large pieces: a system call a line would cost a chatty script more than its own work. On a
/// terminal each line appears as it is written.
final class StandardOutput {
  private var buffer = ByteBuffer(capacity: 1 << 14)
  private let descriptor: Int32
  private let isTerminal: Bool

  init() {
    descriptor = STDOUT_FILENO
    isTerminal = Terminal.isOutputTerminal
  }

  private init(descriptor: Int32) {
    self.descriptor = descriptor
    isTerminal = Terminal.isErrorTerminal
  }

  /// Standard error in the same way: for what a script prints while its document goes to standard output.
  static func toError() -> StandardOutput { StandardOutput(descriptor: STDERR_FILENO) }

  func write(_ bytes: UnsafeRawBufferPointer) {
    bytes.withMemoryRebound(to: UInt8.self) { buffer.append($0) }
    if buffer.count >= 1 << 14 || (isTerminal && buffer.last == UInt8(ascii: "\n")) { flush() }
  }

  func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  /// Hands on what is still held; every way out of a command ends with it.
  func flush() {
    let failure = buffer.withBytes { Self.writeWhole($0, to: descriptor) }
    buffer.removeAll()
    guard let failure else { return }
    Terminal.note("Standard output could not be written: \(String(cString: strerror(failure))).")
    Foundation.exit(1)
  }

  /// Writes bytes whole, however the pipe takes them, without copying them.
  ///
  /// - Returns: the errno of a failure, or nil.
  @discardableResult
  static func writeWhole(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32 = STDOUT_FILENO)
    -> Int32?
  {
    var rest = bytes
    while !rest.isEmpty {
      let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
      if count > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno != EINTR && errno != EAGAIN {
        return errno
      }
    }
    return nil
  }
}
