import ArenaImport
import ArenaModel
import Foundation
import Testing

@testable import ArenaPlugins

/// The whole walk with the bundled plugins: a document of inputs in, a book out.
@Suite("The bundled plugins together")
struct BundledWalkTests {
  static var data: URL? {
    let url = Repository.root.deletingLastPathComponent()
      .appending(path: "shared/data/inputs-2020-sessions-1-and-3.txt")
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  static func image(_ format: String, language: String) throws -> ArenaImage {
    let image = ArenaImage(effects: .fixed())
    var arena = Record(id: image.newID(), type: .arena, added: image.now)
    arena[.title] = .text("Prøvearena")
    arena[.language] = .text(language)
    arena[.days] = .list([.text("2020-01-22"), .text("2020-01-23")])
    arena[.formats] = .list([.object(["name": .text(format)])])
    try image.insert(arena)
    for number in 1...4 {
      var slot = Record(id: image.newID(), type: .block, added: image.now)
      slot[.kind] = .text("slot")
      slot[.number] = .integer(number)
      slot[.day] = .integer((number + 1) / 2)
      slot[.format] = .text(format)
      try image.insert(slot)
    }
    return image
  }

  @Test("A real arena's inputs become a book", .enabled(if: data != nil))
  func realArena() throws {
    let folders = PluginPlaces.folders(
      in: Repository.root.appending(path: "plugins").path, .bundled)
    let host = PluginHost(library: try PluginLibrary(folders: folders))
    let image = try Self.image("open-space", language: "nb")
    let bytes = Array(try Data(contentsOf: #require(Self.data)))
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = try host.importFile(
      ImportRequest(name: "inputs.txt", bytes: bytes), in: image)
    #expect(try image.count(of: .contribution) == 27)
    #expect(outcome.report.leftOver.count < 10)
    let imported = clock.now
    let arena = try host.scriptArena(image, now: image.now)
    let pipeline = ExportPipeline(host, on: arena)
    let file = try pipeline.run(ExportRequest("inputs-book"))
    let exported = clock.now
    let again = try pipeline.run(ExportRequest("inputs-book"))
    #expect(again.bytes == file.bytes)
    #expect(file.bytes.count > 20_000)
    print(
      "import \(imported - start), export \(exported - imported), again \(clock.now - exported)")
    if let out = ProcessInfo.processInfo.environment["ARENA_TEST_OUT"] {
      try Data(file.bytes).write(to: URL(filePath: out))
    }
  }
}
