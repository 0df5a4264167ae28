import Foundation

/// The text of a script that was named on the command line.
struct ScriptFile {
  /// What messages call it: the path as it was given.
  let name: String
  /// The folder that `require` looks in: the script's own.
  let folder: String
  let text: [UInt8]

  /// The largest script that is read: no person writes 16 MiB of Lua, and a device never ends.
  private static let mostBytes = 16 << 20

  /// Reads the file at `path`, or standard input for `-`.
  init(_ path: String) throws {
    let isInput = path == "-"
    name = isInput ? "stdin" : path
    let handle = isInput ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw CommandError("\(path) is a folder. Name the script in it.")
    }
    guard let handle else {
      let reason =
        FileManager.default.fileExists(atPath: path) ? "cannot be read" : "does not exist"
      throw CommandError("The script \(path) \(reason). Look at the path.")
    }
    let data = try handle.read(upToCount: Self.mostBytes + 1) ?? Data()
    guard data.count <= Self.mostBytes else {
      throw CommandError("\(name) is larger than 16 MiB, which no script is.")
    }
    text = Array(data)
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    folder = isInput || parts.isEmpty ? "." : parts == [""] ? "/" : parts.joined(separator: "/")
  }
}
