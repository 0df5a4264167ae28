internal import Foundation

/// A temporary folder in which a supervised child lays down its finished files, and from which its parent takes them.
///
/// Each file `n` has a neighbour `n.name` with the path that it is meant for, written after it: a file without one was
/// never finished.
struct OutputStage: Sendable {
  /// The environment variable that tells a child where its stage is, and that it is one.
  static let variable = "ARENA_STAGE"

  let folder: String

  /// The stage of this process when it is a supervised child.
  static let current: OutputStage? = {
    guard let folder = getenv(variable) else { return nil }
    return OutputStage(folder: String(cString: folder))
  }()

  /// A fresh stage under the system's folder for temporary files. Those of processes that were killed go first: what
  /// lies there may name people.
  static func make() throws(ProgramsError) -> OutputStage {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    sweep(base)
    let template = strdup("\(base)/\(prefix)\(getpid())-XXXXXX")
    defer { free(template) }
    guard let template, mkdtemp(template) != nil else {
      throw .file(
        path: base, verb: "used for temporary files", reason: ProgramsError.reason(errno))
    }
    return OutputStage(folder: String(cString: template))
  }

  private static let prefix = "arena-stage-"

  /// Removes the stages of our own processes that have ended without doing so.
  private static func sweep(_ base: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
    where name.hasPrefix(prefix) {
      let owner = name.dropFirst(prefix.count).prefix { $0 != "-" }
      if let owner = pid_t(owner), owner > 0, kill(owner, 0) != 0, errno == ESRCH {
        try? FileManager.default.removeItem(atPath: "\(base)/\(name)")
      }
    }
  }

  /// Lays down a finished file that is meant for `path`.
  func add(_ bytes: UnsafeRawBufferPointer, for path: String) throws(ProgramsError) {
    let number = staged().count
    try OutputFile.publish(bytes, to: "\(folder)/\(number)")
    try [UInt8](path.utf8).withUnsafeBufferPointer { (buffer) throws(ProgramsError) in
      try OutputFile.publish(UnsafeRawBufferPointer(buffer), to: "\(folder)/\(number).name")
    }
  }

  /// The finished files in the order they were made, with the paths that they are meant for.
  func staged() -> [(file: String, path: String)] {
    var files: [(file: String, path: String)] = []
    while let name = FileManager.default.contents(atPath: "\(folder)/\(files.count).name") {
      files.append(("\(folder)/\(files.count)", String(decoding: name, as: UTF8.self)))
    }
    return files
  }

  /// Puts the finished files where they belong.
  func publish() throws(ProgramsError) {
    for (file, path) in staged() {
      guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: file), options: .alwaysMapped)
      else { throw .file(path: file, verb: "read", reason: ProgramsError.reason(errno)) }
      try withBytes(of: bytes) { (raw) throws(ProgramsError) in
        try OutputFile.publish(raw, to: path)
      }
    }
  }

  private func withBytes(
    of data: Data, _ body: (UnsafeRawBufferPointer) throws(ProgramsError) -> Void
  ) throws(ProgramsError) {
    var failure: ProgramsError?
    data.withUnsafeBytes { raw in
      do throws(ProgramsError) { try body(raw) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Removes the folder and what is in it.
  func clear() {
    try? FileManager.default.removeItem(atPath: folder)
  }
}
