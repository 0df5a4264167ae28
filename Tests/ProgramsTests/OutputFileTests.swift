import Foundation
import Testing

@testable import Programs

@Suite("Output files")
struct OutputFileTests {
  private func within(_ body: (URL) throws -> Void) throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("a file appears whole, and nothing beside it")
  func whole() throws {
    try within { folder in
      let path = folder.appendingPathComponent("book.html").path
      try OutputFile.write(Array("first".utf8), to: path)
      try OutputFile.write(Array("second".utf8), to: path)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "second")
      #expect(try names(folder) == ["book.html"])
    }
  }

  @Test("a replaced file keeps its permissions, and a link still leads to it")
  func linksAndPermissions() throws {
    try within { folder in
      let path = folder.appendingPathComponent("real.md").path
      let link = folder.appendingPathComponent("link.md").path
      try OutputFile.write([], to: path)
      chmod(path, 0o640)
      symlink("real.md", link)
      try OutputFile.write(Array("text".utf8), to: link)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "text")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real.md")
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o640)
      #expect(try names(folder) == ["link.md", "real.md"])
    }
  }

  @Test("a device is written into and stays a device")
  func device() throws {
    try OutputFile.write(Array("gone".utf8), to: "/dev/null")
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test("what cannot be written says why, and leaves nothing")
  func refusals() throws {
    try within { folder in
      let missing = folder.appendingPathComponent("no/such/folder.md").path
      let error = #expect(throws: ProgramsError.self) { try OutputFile.write([], to: missing) }
      #expect(
        error?.description == "\(missing) could not be written: No such file or directory."
          + " Its folder isn't there: make it first, or look whether the path is right.")
      let other = #expect(throws: ProgramsError.self) { try OutputFile.write([], to: folder.path) }
      #expect(other?.description == "\(folder.path) could not be written: it is a folder.")
      let left = try names(folder)
      #expect(left.isEmpty)
    }
  }

  @Test("a full device leaves the old file as it was")
  func fullDevice() throws {
    let error = #expect(throws: ProgramsError.self) {
      try OutputFile.write([1, 2, 3], to: "/dev/full")
    }
    #expect(
      error?.description
        == "/dev/full could not be written: No space left on device. Make room and do it again.")
  }

  @Test("a stage keeps what was finished, in order, with names of any letters")
  func stage() throws {
    let stage = try OutputStage.make()
    defer { stage.clear() }
    try Array("a".utf8).withUnsafeBytes { try stage.add($0, for: "blåbær og \"sitat\".md") }
    try Array("b".utf8).withUnsafeBytes { try stage.add($0, for: "/x/y.html") }
    #expect(stage.staged().map(\.path) == ["blåbær og \"sitat\".md", "/x/y.html"])
  }

  @Test("the stage of a process that was killed is swept away by the next; one in use stays")
  func sweeping() throws {
    let mine = try OutputStage.make()
    defer { mine.clear() }
    // A process that has just ended: its number is free for a good while.
    let ended = Process()
    ended.executableURL = URL(filePath: "/bin/true")
    try ended.run()
    ended.waitUntilExit()
    let base = URL(filePath: mine.folder).deletingLastPathComponent()
    let left = base.appending(path: "arena-stage-\(ended.processIdentifier)-abc").path
    try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: false)
    try Data("Åse Bø".utf8).write(to: URL(filePath: left + "/0"))
    try OutputStage.make().clear()
    #expect(!FileManager.default.fileExists(atPath: left))
    #expect(FileManager.default.fileExists(atPath: mine.folder))
  }
}
