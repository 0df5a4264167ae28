import Foundation
import Programs

/// All bytes of a file or of standard input, in memory of their own: read in large pieces straight into place, and
/// given back as soon as nobody needs them. A large document is held here beside what is made of it, so a copy more
/// would show in the peak.
final class InputBytes {
  private var base: UnsafeMutableRawPointer?
  private var count = 0
  private var capacity = 0

  /// Valid as long as the object is: see to it with `withExtendedLifetime`, or take `array()`.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  /// A copy of the bytes.
  func array() -> [UInt8] { withExtendedLifetime(self) { [UInt8](bytes) } }

  /// Reads the file at `path`, or standard input for `-`.
  init(_ path: String) throws {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw InputBytes.failure(path)
    }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var status = stat()
    fstat(descriptor, &status)
    // A byte more than the file has: the read that finds the end needs room, too.
    let expected = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) + 1 : 1 << 16
    try makeRoom(for: expected)
    while true {
      if count == capacity { try makeRoom(for: capacity * 2) }
      let got = read(descriptor, base.unsafelyUnwrapped + count, capacity - count)
      if got == 0 { break }
      if got > 0 { count += got } else if errno != EINTR { throw InputBytes.failure(path) }
    }
  }

  deinit { release() }

  /// Gives the memory back; `bytes` is empty from then on.
  func release() {
    free(base)
    base = nil
    count = 0
  }

  private func makeRoom(for size: Int) throws {
    guard let larger = realloc(base, size) else {
      throw CommandError("There is no memory for an input of \(size) bytes.")
    }
    base = larger
    capacity = size
  }

  private static func failure(_ path: String) -> CommandError {
    let name = path == "-" ? "Standard input" : path
    let reason = String(cString: strerror(errno))
    return CommandError(
      "\(name) could not be read: \(reason).\(ProgramsError.advice(on: reason, verb: "read"))")
  }
}
