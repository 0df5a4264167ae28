#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The few things that plugins need of the file system.
enum FileAccess {
  static var workingDirectory: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  static func exists(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0
  }

  /// Writes a new file, making the folders above it.
  static func write(_ text: String, to path: String) throws(PluginError) {
    try makeFolders(above: path)
    guard try create(path, with: Array(text.utf8)) else {
      throw .unreadable(path: path, why: "it can't be written whole")
    }
  }

  /// Whether a new file could be written whole.
  private static func create(_ path: String, with bytes: [UInt8]) throws(PluginError) -> Bool {
    guard let file = fopen(path, "wbx") else { throw .unreadable(path: path, why: reason()) }
    let written = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && written == bytes.count
  }

  private static func makeFolders(above path: String, mode: mode_t = 0o755) throws(PluginError) {
    var folder = path.hasPrefix("/") ? "" : "."
    for step in path.split(separator: "/").dropLast() {
      folder += "/" + step
      if mkdir(folder, mode) != 0, errno != EEXIST {
        throw .unreadable(path: folder, why: reason())
      }
    }
  }

  static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  static func isFile(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
  }

  /// The names in a folder, sorted; none where it can't be read.
  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The bytes of a file.
  static func bytes(_ path: String) throws(PluginError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(path: path, why: reason()) }
    defer { close(file) }
    var info = stat()
    // One byte more than there are, so that the end is seen; a pipe or a file that grows goes on from there.
    var bytes = [UInt8](
      repeating: 0, count: fstat(file, &info) == 0 ? max(Int(info.st_size), 0) + 1 : 1)
    var count = 0
    while true {
      let got = bytes.withUnsafeMutableBytes {
        read(file, $0.baseAddress.map { $0 + count }, $0.count - count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .unreadable(path: path, why: reason()) }
      if got == 0 { break }
      count += got
      if count == bytes.count { bytes += [UInt8](repeating: 0, count: count) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Puts a file in the place of another, whole, with the folders above it, the user's alone. For what may be lost: the
  /// disk isn't waited for.
  static func replace(_ path: String, with bytes: [UInt8]) throws(PluginError) {
    let part = path + ".\(getpid())-\(UInt32.random(in: 0...UInt32.max)).part"
    try makeFolders(above: path, mode: 0o700)
    guard try create(part, with: bytes), rename(part, path) == 0 else {
      unlink(part)
      throw .unreadable(path: path, why: "it can't be written whole")
    }
  }

  /// What tells a file from another that takes its place: a number of its inode, size and time.
  static func identity(_ path: String) -> UInt64? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    var digest = ContentDigest()
    digest.add("\(info.st_size) \(info.st_ino) \(info.st_mtim.tv_sec) \(info.st_mtim.tv_nsec)")
    return digest.value
  }

  /// Whether a file is this user's own.
  static func isOwn(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_uid == geteuid()
  }

  static func remove(_ path: String) { unlink(path) }

  /// When a file was last changed, in seconds since 1970; 0 where it isn't there.
  static func changed(_ path: String) -> Int {
    var info = stat()
    return stat(path, &info) == 0 ? info.st_mtim.tv_sec : 0
  }

  private static func reason() -> String { String(cString: strerror(errno)) }

  static func text(_ path: String) throws(PluginError) -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }
}
