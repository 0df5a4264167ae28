#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The few things that the store asks of the file system.
enum FileSystem {
  static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func isEmpty(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size == 0
  }

  /// A file is read here, so it must be one.
  static func checkReadable(_ path: String) throws {
    guard isThere(path) else { throw StoreError.missing(path: path) }
    if isFolder(path) { throw StoreError.folder(path: path) }
    if isEmpty(path) { throw StoreError.empty(path: path) }
  }

  /// A file is made here, so there must be none, and a folder for it.
  static func checkFree(_ path: String) throws {
    if isFolder(path) { throw StoreError.folder(path: path) }
    guard !isThere(path) else { throw StoreError.exists(path: path) }
    guard isThere(folder(of: path)) else { throw StoreError.noFolder(path: folder(of: path)) }
  }

  /// Whether the file and its folder can be written to: SQLite puts its journal beside the file.
  static func isWritable(_ path: String) -> Bool {
    access(path, W_OK) == 0 && access(folder(of: path), W_OK) == 0
  }

  static func remove(_ path: String) throws {
    if unlink(path) != 0 && errno != ENOENT { throw failure(path) }
  }

  /// Gives a whole, closed file its name, unless there is one of that name; afterwards both are on disk.
  static func publish(_ draft: String, as path: String) throws {
    try sync(draft)
    if link(draft, path) == 0 {
      try remove(draft)
    } else if errno == EEXIST {
      throw StoreError.exists(path: path)
    } else {
      // Sticks and shares have no links; there the look and the renaming are two steps.
      if isThere(path) { throw StoreError.exists(path: path) }
      if rename(draft, path) != 0 { throw failure(path) }
    }
    try sync(folder(of: path))
  }

  private static func sync(_ path: String) throws {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    // Folders of some network file systems can't be synced, and say so.
    if fsync(descriptor) != 0 && errno != EINVAL { throw failure(path) }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func failure(_ path: String) -> StoreError {
    let code = errno
    switch code {
    case ENOSPC, EDQUOT: return .full(path: path)
    case EACCES, EPERM, EROFS: return .readOnly(path: path)
    default: return .failed(path: path, why: String(cString: strerror(code)))
    }
  }
}
