internal import CPrograms
internal import Foundation

/// A file that a command makes: whole or not at all.
///
/// The bytes go to a temporary file beside the one that was asked for, onto the disk, and take its name in one step
/// (rename(2)), so a reader sees the old file or the new one and a crash leaves the old one. In a supervised child
/// they go to the stage that the parent set up, and the parent publishes them when the child has ended well.
package enum OutputFile {
  /// Writes `bytes` to `path`. What is there and no regular file (a device, a named pipe) is written into as it is;
  /// a symbolic link stays, and the file that it leads to is replaced. A replaced file's permissions stay.
  package static func write(_ bytes: UnsafeRawBufferPointer, to path: String)
    throws(ProgramsError)
  {
    if let stage = OutputStage.current {
      // What would fail when the parent puts the file in its place is told now, by whoever says that it was written.
      try publish(bytes, to: path, rehearses: true)
      try stage.add(bytes, for: path)
    } else {
      try publish(bytes, to: path)
    }
  }

  /// Writes `bytes` to `path`; see ``write(_:to:)-(UnsafeRawBufferPointer,_)``.
  package static func write(_ bytes: [UInt8], to path: String) throws(ProgramsError) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(ProgramsError) in
      try write(UnsafeRawBufferPointer(buffer), to: path)
    }
  }

  /// - Parameter rehearses: writes all but takes it away again, to find out beforehand what would fail: a full disk, a
  ///   folder that isn't there, a file that is closed to us.
  static func publish(
    _ bytes: UnsafeRawBufferPointer, to path: String, rehearses: Bool = false
  ) throws(ProgramsError) {
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw .file(path: path, verb: "written", reason: "it is a folder")
    }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      if rehearses { return }
      return try fill(path, with: bytes, opened: open(path, O_WRONLY | O_CLOEXEC), sync: false)
    }
    let target = exists ? resolved(path) : path
    if exists, access(target, W_OK) != 0 {
      throw .file(path: path, verb: "written", reason: ProgramsError.reason(errno))
    }
    let name = temporaryName(for: target)
    let mode = exists ? status.st_mode & 0o7777 : 0o666
    let file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    if exists, file >= 0 { fchmod(file, mode) }
    do throws(ProgramsError) {
      try fill(path, with: bytes, opened: file, sync: !rehearses)
      guard (rehearses ? unlink(name) : rename(name, target)) == 0 else {
        throw .file(path: path, verb: "written", reason: ProgramsError.reason(errno))
      }
    } catch {
      if file >= 0 { unlink(name) }
      throw error
    }
  }

  private static func fill(
    _ path: String, with bytes: UnsafeRawBufferPointer, opened file: Int32, sync: Bool
  ) throws(ProgramsError) {
    guard file >= 0 else {
      throw .file(path: path, verb: "written", reason: ProgramsError.reason(errno))
    }
    defer { close(file) }
    var rest = bytes
    while !rest.isEmpty {
      let count = cprograms_write(file, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw .file(path: path, verb: "written", reason: ProgramsError.reason(errno))
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    guard !sync || fsync(file) == 0 else {
      throw .file(path: path, verb: "written", reason: ProgramsError.reason(errno))
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// A hidden name in the same folder, so that the rename stays on one file system.
  private static func temporaryName(for path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    let prefix = parts.count > 1 ? folder + "/" : ""
    let chance = UInt64.random(in: 0...UInt64.max)
    return "\(prefix).\(parts.last ?? "")".prefix(200) + "-\(String(chance, radix: 36)).part"
  }
}
