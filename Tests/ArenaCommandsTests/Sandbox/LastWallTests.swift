import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A plugin that isn't bundled, and the ways in which its process can end: the program lives, says which plugin and why,
/// the arena is as it was, and its file appears whole or not at all.
@Suite struct LastWallTests {
  struct Ending: CustomTestStringConvertible, Sendable {
    let name: String
    /// What the reporter's function does.
    let body: String
    /// What the message says, beside the plugin's name.
    let says: [String]

    var testDescription: String { name }
  }

  static let endings: [Ending] = [
    Ending(name: "error", body: "error('bad')", says: ["plugin.lua:1: bad"]),
    Ending(
      name: "loop", body: "while true do end",
      says: ["plugin.lua:1: ", "limit of 2 s of CPU time", "nothing was changed"]),
    Ending(
      name: "memory", body: "local t = {} while true do t[#t + 1] = {} end",
      says: ["plugin.lua:1: ", "of memory", "nothing was changed"]),
    Ending(
      name: "foreign-memory",
      body: "local t = {} for i = 1, math.huge do t[i] = pandoc.Code(('x'):rep(1 << 20) .. i) end",
      says: ["plugin.lua:1: ", "of memory"]),
    Ending(
      name: "stuck",
      body: "local s = ('1'):rep(60 << 20) while true do pandoc.utils.normalize_date(s) end",
      says: [
        "plugin.lua:1: ", "2 s of CPU time", "The plugin stuck was ended at its limit",
        "forum.arena is untouched", "No file was written.",
      ]),
    Ending(
      name: "deep", body: "local b = pandoc.Str 'x' while true do b = pandoc.Emph { b } end",
      says: ["plugin.lua:1: ", "1000 deep"]),
  ]

  /// Runs `body` in a folder with an arena and the plugin.
  private func withPlugin(_ name: String, _ work: String, _ body: (URL) throws -> Void) throws {
    try MeasuredRun.withFolder { folder in
      try SandboxAttackTests.writeArena(in: folder)
      let plugin = folder.appendingPathComponent("plugins/\(name)")
      try FileManager.default.createDirectory(at: plugin, withIntermediateDirectories: true)
      let text =
        "return { api = 1, kind = 'reporter', title = 'T', document = function() \(work) end }"
      try Data(text.utf8).write(to: plugin.appendingPathComponent("plugin.lua"))
      let before = try MeasuredRun.run(["dump", "--arena", "forum.arena"], in: folder)
      #expect(before.status == 0)
      try body(folder)
      let after = try MeasuredRun.run(["dump", "--arena", "forum.arena"], in: folder)
      #expect(after.output == before.output && after.status == 0)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(!files.contains { $0.hasSuffix(".part") || $0.hasSuffix("-journal") }, "\(files)")
    }
  }

  private static let export = [
    "export", "--seconds", "2", "--arena", "forum.arena", "-o", "out.html",
  ]

  private static func hasOutput(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("out.html").path)
  }

  @Test(arguments: endings)
  func whateverEndsAPluginTheArenaIsAsItWas(_ ending: Ending) throws {
    try withPlugin(ending.name, ending.body) { folder in
      let run = try MeasuredRun.run(Self.export + [ending.name], in: folder)
      #expect(run.status == 1)
      for text in ending.says + [ending.name] {
        #expect(run.errors.contains(text), "\(run.errors)")
      }
      #expect(!Self.hasOutput(folder))
    }
  }

  @Test func aFileThatCannotBeWrittenIsToldBeforeItIsSaidToBeThere() throws {
    try withPlugin("fine", "return pandoc.Pandoc { pandoc.Para 'x' }") { folder in
      let run = try MeasuredRun.run(
        ["export", "fine", "--arena", "forum.arena", "-o", "nowhere/out.html"], in: folder)
      #expect(run.status == 1 && run.errors.contains("nowhere/out.html could not be written"))
      #expect(!run.errors.contains("Wrote") && !run.output.contains("Wrote"), "\(run.errors)")
      #expect(try MeasuredRun.run(Self.export + ["fine"], in: folder).status == 0)
      #expect(Self.hasOutput(folder))
    }
  }

  /// Signals from outside, as the system's when memory runs out.
  @Test(arguments: [(SIGKILL, "was killed by the system"), (SIGTERM, "was asked to end")])
  func aChildThatIsKilledIsTold(_ signal: Int32, _ says: String) throws {
    try withPlugin("slow", "while true do end") { folder in
      let process = try start(in: folder, "slow")
      let child = try #require(Self.child(of: process.processIdentifier))
      kill(child, signal)
      process.waitUntilExit()
      let errors = try String(
        contentsOf: folder.appendingPathComponent("told"), encoding: .utf8)
      #expect(process.terminationStatus == 1)
      #expect(errors.hasPrefix("Error: The plugin slow \(says)"), "\(errors)")
      #expect(errors.contains("forum.arena is untouched"))
      #expect(!Self.hasOutput(folder))
    }
  }

  @Test func aChildDiesWithItsParent() throws {
    try withPlugin("slow", "while true do end") { folder in
      let process = try start(in: folder, "slow")
      let child = try #require(Self.child(of: process.processIdentifier))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      // Nobody may be there to reap it; one that has ended has no command line any more.
      func isAlive() -> Bool {
        let line = try? String(contentsOfFile: "/proc/\(child)/cmdline", encoding: .utf8)
        return line?.isEmpty == false
      }
      for _ in 0..<100 where isAlive() { usleep(20_000) }
      #expect(!isAlive())
      #expect(!Self.hasOutput(folder))
    }
  }

  private func start(in folder: URL, _ plugin: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: MeasuredRun.program)
    process.arguments = Self.export + [plugin]
    process.currentDirectoryURL = folder
    let told = folder.appendingPathComponent("told")
    try Data().write(to: told)
    process.standardError = try FileHandle(forWritingTo: told)
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// The child of a process, once it is there and runs the program.
  private static func child(of parent: pid_t) -> pid_t? {
    for _ in 0..<200 {
      let list = "/proc/\(parent)/task/\(parent)/children"
      if let text = try? String(contentsOfFile: list, encoding: .utf8),
        let first = text.split(separator: " ").first.flatMap({ pid_t($0) }),
        let name = try? String(contentsOfFile: "/proc/\(first)/cmdline", encoding: .utf8),
        name.contains("export")
      {
        // Time for it to be in its script.
        usleep(300_000)
        return first
      }
      usleep(20_000)
    }
    return nil
  }
}
