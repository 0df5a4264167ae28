import Foundation
import Testing

@testable import ArenaPlugins

/// What can be wrong with a plugin beside its declarations: its folder, its source, what it returns, its locales.
@Suite("Broken folders")
struct BrokenFolderTests {
  private static let good = LoadingTests.smallest

  @Test(
    "Source that doesn't run is named with file and line",
    arguments: [
      ("return {\n  api = 1,\n  kind =\n}", "plugin.lua:4:"),
      ("local x = nil\nreturn x.y", "plugin.lua:2: attempt to index a nil value"),
      ("error('on purpose')", "plugin.lua:1: on purpose"),
      ("local t = {}\nt.t = t\nt.api = 1\nreturn t", "nests too deeply"),
      ("return 7", "plugin.lua:1: a plugin returns one table, and this returned number"),
      ("return {}, {}", "plugin.lua:1: a plugin returns one table, and this returned 2 values"),
      ("return function() end", "this returned function"),
      ("return require 'nothing'", "nothing"), ("\u{1B}Lua", "plugin.lua"),
    ])
  func source(source: String, wanted: String) throws {
    let problems = try PluginFixture("duets", source).problems()
    #expect(problems.contains { $0.contains(wanted) }, "\(problems)")
  }

  @Test("A folder is called as a plugin may be", arguments: ["My Plugin", "Duets", "2d", "a_b"])
  func folderName(name: String) throws {
    let problems = try PluginFixture(name, Self.good).problems()
    #expect(problems.count == 1)
    #expect(problems.first?.contains("'\(name)' is no name for a plugin") == true)
    #expect(problems.first?.contains("Rename the folder") == true)
  }

  @Test("A folder of Lua without plugin.lua, or with a folder in its place, says so")
  func noPlugin() throws {
    let fixture = try PluginFixture("duets", Self.good, files: ["swaps.lua": "return {}"])
    let file = fixture.path + "/plugin.lua"
    let top = URL(filePath: fixture.path).deletingLastPathComponent().path
    try FileManager.default.removeItem(atPath: file)
    #expect(PluginPlaces.folders(in: top, .user).map(\.name) == ["duets"])
    #expect(fixture.problems().first?.contains("the folder has no plugin.lua to read") == true)
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
    #expect(!fixture.problems().isEmpty)
  }

  @Test("A link to a plugin's folder is the folder")
  func link() throws {
    let fixture = try PluginFixture("duets", Self.good)
    let top = URL(filePath: fixture.path).deletingLastPathComponent()
    let link = top.appending(path: "trios").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: fixture.path)
    #expect(try PluginLoader().load(PluginFolder(path: link, origin: .bundled)).name == "trios")
  }

  @Test(
    "Locales are held to their form",
    arguments: [
      ("return {\n  duet = 3,\n}", "nb.lua:2: duet: expected a translation"),
      ("return {\n  duet = { 'a', 4 },\n}", "nb.lua:2: duet: expected a translation"),
      ("return {\n  'duett',\n}", "nb.lua:2: [1]: a translation needs the text"),
      ("return {\n  duet = {},\n}", "nb.lua:2: duet: expected a translation"),
      ("return 'duett'", "nb.lua:1: a locale returns one table"),
      ("return {\n  duet = \n}", "nb.lua:3:"), ("local x = y.z\nreturn {}", "nb.lua:1:"),
    ])
  func locale(source: String, wanted: String) throws {
    let fixture = try PluginFixture("duets", Self.good, files: ["locale/nb.lua": source])
    let problems = fixture.problems()
    #expect(problems.contains { $0.contains("locale/\(wanted)") }, "\(problems)")
  }

  @Test("A translation of a text that stands nowhere is found by the inspection")
  func unknownText() throws {
    let fixture = try PluginFixture(
      "duets", Self.good,
      files: ["locale/nb.lua": "return { duett = \"duett\" }", "tests/a.lua": ""])
    let remarks = try PluginInspection.of(fixture.folder).remarks.map(\.message)
    #expect(
      remarks.contains { $0.contains("translates what stands nowhere in the plugin: \"duett\".") })
  }

  @Test(
    "Names that lead nowhere, stand twice or are no names are all told",
    arguments: [
      ("{ \"announce\", as = \"singr\" }", "there is no role 'singr'; did you mean 'singer'?"),
      ("{ \"announce\", agreed_by = \"x\" }", "there is no role 'x'"),
      ("{ \"announce\" }, { \"announce\" }", "the name 'announce' stands twice"),
      ("{ \"Announce\" }", "\"Announce\" is no name"), ("{ \"\" }", "is no name"),
      ("{ \"join\", \"extra\" }", "has no value in place 2"), ("\"join\"", "Write { \"join\" }"),
      ("{ \"leav\" }", "has no run, and is no shared action; did you mean 'leave'?"),
      ("{ \"join\", run = function() end }", "'join' is a shared action"),
      ("{ \"go\", run = function() end, before = function() end }", "'before' is for shared ones"),
    ])
  func names(action: String, wanted: String) throws {
    let source = Self.good.replacing(
      "{ \"announce\", as = \"singer\" }, { \"join\", as = \"listener\" }", with: action)
    let problems = try PluginFixture("duets", source).problems()
    #expect(
      problems.contains {
        $0.hasPrefix("plugins/duets/plugin.lua:10: actions[") && $0.contains(wanted)
      }, "\(problems)")
  }
}
