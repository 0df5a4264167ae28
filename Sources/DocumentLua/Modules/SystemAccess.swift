#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files, for scripts that may reach them.
enum SystemAccess {
  enum Kind { case file, directory }

  static func kind(of path: String) -> Kind? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    return info.st_mode & S_IFMT == S_IFDIR ? .directory : .file
  }

  private static func problem(_ what: String, _ path: String) -> DocumentLuaError {
    DocumentLuaError("\(what) \(path): \(String(cString: strerror(errno)))")
  }

  static func read(_ path: String) throws(DocumentLuaError) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw problem("can't read", path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      if count == 0 { break }
      bytes += piece[..<count]
    }
    if ferror(file) != 0 { throw problem("can't read", path) }
    return bytes
  }

  static func write(_ bytes: [UInt8], to path: String) throws(DocumentLuaError) {
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeDirectory(String(path[..<slash]), withParents: true)
    }
    guard let file = fopen(path, "wb") else { throw problem("can't write", path) }
    let count = fwrite(bytes, 1, bytes.count, file)
    let isClosed = fclose(file) == 0
    if count != bytes.count || !isClosed { throw problem("can't write", path) }
  }

  static func makeDirectory(_ path: String, withParents: Bool) throws(DocumentLuaError) {
    if withParents {
      if kind(of: path) == .directory { return }
      if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
        try makeDirectory(String(path[..<slash]), withParents: true)
      }
    }
    if mkdir(path, 0o777) != 0 { throw problem("can't make the folder", path) }
  }

  static func list(_ path: String) throws(DocumentLuaError) -> [String] {
    guard let folder = opendir(path) else { throw problem("can't list", path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func remove(_ path: String) throws(DocumentLuaError) {
    if unlink(path) != 0 { throw problem("can't remove", path) }
  }

  static func removeDirectory(
    _ path: String, withContent: Bool
  ) throws(DocumentLuaError) {
    if withContent {
      for name in try list(path) {
        let inner = path + "/" + name
        var info = stat()
        if lstat(inner, &info) == 0, info.st_mode & S_IFMT == S_IFDIR {
          try removeDirectory(inner, withContent: true)
        } else {
          try remove(inner)
        }
      }
    }
    if rmdir(path) != 0 { throw problem("can't remove the folder", path) }
  }

  static func rename(_ old: String, to new: String) throws(DocumentLuaError) {
    #if canImport(Glibc)
      let status = Glibc.rename(old, new)
    #else
      let status = Darwin.rename(old, new)
    #endif
    if status != 0 { throw problem("can't rename", old) }
  }

  static var workingDirectory: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  static func setWorkingDirectory(_ path: String) throws(DocumentLuaError) {
    if chdir(path) != 0 { throw problem("can't enter", path) }
  }

  static func makeTemporaryDirectory(in parent: String, _ name: String) throws(DocumentLuaError)
    -> String
  {
    var template = Array("\(parent)/\(name)-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw problem("can't make a folder in", parent) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static var temporaryDirectory: String {
    getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  }

  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  static func setVariable(_ name: String, _ value: String?) {
    if let value { setenv(name, value, 1) } else { unsetenv(name) }
  }

  static var variables: [(String, String)] {
    var result: [(String, String)] = []
    var place: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
    while let entry = place?.pointee {
      let text = String(cString: entry)
      if let sign = text.firstIndex(of: "=") {
        result.append((String(text[..<sign]), String(text[text.index(after: sign)...])))
      }
      place = place?.successor()
    }
    return result
  }

  /// CPU time of this process, in picoseconds as Haskell has it.
  static var cpuTime: Int { Int(clock()) * (1_000_000_000_000 / Int(CLOCKS_PER_SEC)) }
}
