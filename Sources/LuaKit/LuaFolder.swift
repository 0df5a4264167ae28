#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A folder of modules: `require "a.b"` finds `a/b.lua` or `a/b/init.lua` in it and never leaves it.
public struct LuaFolder: Sendable {
  /// The folder with every link in its own path resolved.
  private let root: String
  private let prefix: String
  private let mostBytes: Int

  /// - Parameters:
  ///   - path: the folder.
  ///   - prefix: what stands before a module's path in messages: the plugin's name, say.
  ///   - mostBytes: larger files are refused.
  /// - Throws: a ``LuaError`` if there is no such folder.
  public init(_ path: String, prefix: String = "", mostBytes: Int = 8 << 20) throws(LuaError) {
    guard let resolved = Self.real(path) else {
      throw LuaError("there is no folder at \(path)")
    }
    root = resolved
    self.prefix = prefix.isEmpty ? "" : prefix + "/"
    self.mostBytes = mostBytes
  }

  /// To pass to ``LuaState/setRequire(environment:resolver:)``.
  public var resolver: (String) throws -> LuaModuleSource? {
    { name in try source(of: name) }
  }

  /// The text of a module; nil if there is no file for it.
  ///
  /// Names are parts of letters, digits, `_` and `-`, joined by dots, so `..` and absolute paths can't be said; a link
  /// that leads out of the folder is refused.
  public func source(of module: String) throws(LuaError) -> LuaModuleSource? {
    let parts = module.split(separator: ".", omittingEmptySubsequences: false)
    let allowed = parts.allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
          default: false
          }
        }
    }
    guard allowed else {
      throw LuaError(
        "'\(module)' is no name of a module: write parts of letters, digits, _ and -, with dots"
          + " between them, for files beside the script")
    }
    let path = parts.joined(separator: "/")
    for candidate in ["\(path).lua", "\(path)/init.lua"] {
      guard let real = Self.real("\(root)/\(candidate)") else { continue }
      guard real.hasPrefix(root == "/" ? root : root + "/") else {
        throw LuaError("module '\(module)' is a link that leads out of its folder")
      }
      return LuaModuleSource(text: try read(real, module), name: prefix + candidate)
    }
    return nil
  }

  private func read(_ path: String, _ module: String) throws(LuaError) -> [UInt8] {
    // The path is resolved, so a link here now was put there since.
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw LuaError("module '\(module)' can't be read: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      throw LuaError("module '\(module)' isn't a file")
    }
    guard info.st_size <= mostBytes else {
      throw LuaError("module '\(module)' is larger than \(mostBytes) bytes")
    }
    var bytes = [UInt8](repeating: 0, count: Int(info.st_size))
    var count = 0
    while count < bytes.count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { readSome(descriptor, $0 + count, buffer.count - count) } ?? 0
      }
      if got < 0 && errno == EINTR { continue }
      if got <= 0 { break }
      count += got
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  private static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

/// `read`, out of reach of the method of that name.
private func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
