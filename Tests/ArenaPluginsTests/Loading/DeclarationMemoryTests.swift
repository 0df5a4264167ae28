import ArenaModel
import Foundation
import LuaKit
import Testing

@testable import ArenaPlugins

/// What is remembered of plugins: the same as loading them, as long as nothing of theirs has changed.
@Suite("Remembered declarations")
final class DeclarationMemoryTests {
  /// A format in four files, which says whenever it runs.
  private static let source = """
    print("ran")
    local rooms = require "rooms"
    local ok, more = pcall(require, "more")
    return {
      api = 1, kind = "format", title = "Duets", summary = ok and more or "none",
      group = { noun = rooms.noun }, roles = { { "host", count = "1..3" } },
      settings = { { "share", "number", default = 0.5 }, { "rounds", "integer", default = 3 } },
      actions = { { "announce", as = "host" } },
      checks = { { "quiet", each = "group", when = function(g) return #g.title > 3 end,
        message = "{subject} is quiet", fix = "Sing." } },
    }
    """
  private static let files = [
    "rooms.lua": "return { noun = 'duet' }", "locale/nb.lua": "return { duet = 'duett' }",
  ]

  private let caches = FileManager.default.temporaryDirectory
    .appending(path: "arena-\(UUID().uuidString)")
  deinit { try? FileManager.default.removeItem(at: caches) }

  private var memory: DeclarationMemory { DeclarationMemory(folder: caches.path + "/a/b") }

  /// Loads a plugin; the second is how often its code ran.
  private func load(_ folder: PluginFolder, _ memory: DeclarationMemory) throws -> (Plugin, Int) {
    let runs = Runs()
    let output = LuaOutput { _ in runs.count += 1 }
    let loader = PluginLoader(output: output, memory: memory)
    return (try loader.load(folder), runs.count)
  }

  private final class Runs: @unchecked Sendable { var count = 0 }

  private func file() throws -> URL {
    let folder = caches.appending(path: "a/b")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    try #require(names.count == 1)
    return folder.appending(path: names[0])
  }

  @Test("A plugin that was loaded declares the same again, and its code doesn't run for it")
  func same() throws {
    let fixture = try PluginFixture("duets", Self.source, files: Self.files)
    let (first, ran) = try load(fixture.folder, memory)
    #expect(ran == 1)
    let (second, again) = try load(fixture.folder, memory)
    #expect(again == 0)
    #expect(second.format == first.format)
    #expect(second.manifest == first.manifest)
    #expect(second.locales == first.locales)
    #expect(second.locales.translate("duet", to: "nb") == "duett")
    #expect(second.format?.settings.map(\.defaultValue) == [.number(0.5), .integer(3)])
  }

  @Test("All bundled plugins declare what they declare when they run")
  func bundled() throws {
    let path = Repository.root.appending(path: "plugins").path
    for folder in PluginPlaces.folders(in: path, .bundled) {
      let (first, _) = try load(folder, memory)
      let (second, _) = try load(folder, memory)
      #expect(second.table == first.table, "\(folder.name)")
      #expect(second.locales == first.locales, "\(folder.name)")
    }
  }

  @Test("Its functions are there when they are asked for")
  func functions() throws {
    let fixture = try PluginFixture("duets", Self.source, files: Self.files)
    _ = try load(fixture.folder, memory)
    let (plugin, ran) = try load(fixture.folder, memory)
    #expect(ran == 0)
    #expect(plugin.hasFunction("document") == false)
    let when = try #require(try plugin.function("checks", "quiet", "when"))
    #expect(when.definition?.line == 9)
    #expect(try plugin.bridge.formatName == "duets")
    #expect(try plugin.bridge.locales.translate("duet", to: "nb") == "duett")
  }

  @Test(
    "Any text that changes has it loaded anew",
    arguments: [
      ("plugin.lua", DeclarationMemoryTests.source + "\n"),
      ("rooms.lua", "return { noun = 'trio' }"),
      ("locale/nb.lua", "return { duet = 'tosang' }"),
      ("locale/nn.lua", "return { duet = 'tosong' }"),
      ("more.lua", "return 'with more'"),
    ])
  func changed(file: String, text: String) throws {
    let fixture = try PluginFixture("duets", Self.source, files: Self.files)
    _ = try load(fixture.folder, memory)
    try Data(text.utf8).write(to: URL(filePath: fixture.path).appending(path: file))
    let (plugin, ran) = try load(fixture.folder, memory)
    #expect(ran == 1)
    #expect(plugin.table == (try fixture.load().table))
    #expect(plugin.locales == (try fixture.load().locales))
    #expect(try load(fixture.folder, memory).1 == 0)
  }

  @Test("A file that is gone has it loaded anew", arguments: ["rooms.lua", "locale/nb.lua"])
  func gone(file: String) throws {
    let fixture = try PluginFixture("duets", Self.source, files: Self.files)
    _ = try load(fixture.folder, memory)
    try FileManager.default.removeItem(atPath: fixture.path + "/" + file)
    if file == "rooms.lua" {
      #expect(throws: PluginError.self) { try load(fixture.folder, memory) }
    } else {
      #expect(try load(fixture.folder, memory).1 == 1)
    }
  }

  @Test("What a plugin no longer requires is no longer watched")
  func requiredNoMore() throws {
    let fixture = try PluginFixture("duets", Self.source, files: Self.files)
    _ = try load(fixture.folder, memory)
    let alone = "print('ran') return { api = 1, kind = 'filter', title = 'F', filter = {} }"
    try Data(alone.utf8).write(to: URL(filePath: fixture.path + "/plugin.lua"))
    #expect(try load(fixture.folder, memory).1 == 1)
    try Data("return 1".utf8).write(to: URL(filePath: fixture.path + "/rooms.lua"))
    #expect(try load(fixture.folder, memory).1 == 0)
  }

  @Test("A broken plugin isn't kept: it says each time what is wrong")
  func broken() throws {
    let fixture = try PluginFixture("duets", Self.source + "", files: ["rooms.lua": "return {}"])
    for _ in 0..<2 {
      try Data("return { api = 1, kind = 'format' }".utf8)
        .write(to: URL(filePath: fixture.path + "/plugin.lua"))
      #expect(throws: PluginError.self) { try load(fixture.folder, memory) }
    }
    #expect(!FileManager.default.fileExists(atPath: caches.path))
  }

  @Test("A file cut short or with any bit turned is no memory, whatever it holds")
  func damaged() throws {
    let fixture = try PluginFixture("duets", Self.source, files: Self.files)
    _ = try load(fixture.folder, memory)
    let file = try file()
    let whole = try Data(contentsOf: file)
    let source = try PluginSource(fixture.folder)
    #expect(memory.declarations(of: source) != nil)
    for length in 0..<whole.count {
      try whole.prefix(length).write(to: file)
      #expect(memory.declarations(of: source) == nil, "the first \(length) bytes")
    }
    for bit in 0..<whole.count * 8 {
      var damaged = whole
      damaged[bit / 8] ^= 1 << (bit % 8)
      try damaged.write(to: file)
      #expect(memory.declarations(of: source) == nil, "bit \(bit)")
    }
    #expect(try load(fixture.folder, memory).1 == 1)
  }

  @Test("Bytes of any kind are read without harm")
  func anyBytes() {
    var chance = ContentDigest()
    for number in 0..<20_000 {
      chance.add("\(number)")
      // Small numbers, so that many are tags and counts.
      let bytes = (0..<Int(chance.value % 60)).map { place in
        chance.add("\(place)")
        return UInt8(chance.value >> 40 & 7)
      }
      bytes.withUnsafeBytes { raw in
        var parser = PluginTableParser(raw)
        _ = try? parser.table()
      }
    }
  }

  @Test("A memory that can't be written to costs nothing but the time to load")
  func unwritable() throws {
    let fixture = try PluginFixture("duets", Self.source, files: Self.files)
    try Data("a file".utf8).write(to: caches)
    for _ in 0..<2 { #expect(try load(fixture.folder, memory).1 == 1) }
  }

  @Test("A file that is another user's is no memory", .enabled(if: getuid() == 0, "not root"))
  func foreign() throws {
    let fixture = try PluginFixture("duets", Self.source, files: Self.files)
    _ = try load(fixture.folder, memory)
    #expect(chown(try file().path, 12_345, 12_345) == 0)
    #expect(try load(fixture.folder, memory).1 == 1)
    #expect(try load(fixture.folder, memory).1 == 0)
  }

  @Test("Declarations that the code doesn't bear out are an error, and forgotten")
  func lie() throws {
    let fixture = try PluginFixture("duets", Self.source, files: Self.files)
    let source = try PluginSource(fixture.folder)
    var table = try fixture.load().table
    table.keys.removeAll { $0.name == "summary" }
    _ = try source.require("rooms")
    _ = try source.require("more")
    memory.keep(.init(table: table, locales: [:], required: source.required), of: source)
    let (plugin, ran) = try load(fixture.folder, memory)
    #expect(ran == 0)
    #expect(throws: PluginError.self) { try plugin.script() }
    #expect(try load(fixture.folder, memory).1 == 1)
  }

  @Test("Folders that nobody uses any more make room")
  func room() throws {
    for number in 0..<205 {
      let fixture = try PluginFixture(
        "duets-\(number)",
        "return { api = 1, kind = 'filter', "
          + "title = 'F', filter = {} }")
      _ = try load(fixture.folder, memory)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: caches.path + "/a/b")
    #expect((100...200).contains(left.count), "\(left.count) files")
  }
}
