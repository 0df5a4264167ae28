import ArenaModel
import Foundation
import Testing

@testable import ArenaPlugins

@Suite("Loading a plugin")
struct LoadingTests {
  static let smallest = """
    return {
      api = 1,
      kind = "format",
      title = "Duets",
      group = { noun = "duet" },
      roles = {
        { "singer", count = 2, exclusive = true },
        { "listener" },
      },
      actions = { { "announce", as = "singer" }, { "join", as = "listener" } },
    }
    """

  @Test("The smallest format loads, with the contract's defaults")
  func smallestFormat() throws {
    let plugin = try PluginFixture("duets", Self.smallest).load()
    let format = try #require(plugin.format)
    #expect(format.name == "duets")
    #expect(format.roles[0].count == CountRange(least: 2, most: 2))
    #expect(format.group.code == "{n}")
    #expect(format.roles[1].naming.label.first == "Listener")
  }

  @Test("A misspelt key is named with its line, its path and what was meant")
  func misspeltKey() throws {
    let source = Self.smallest.replacing("exclusive", with: "exlusive")
    #expect(
      try PluginFixture("duets", source).problems() == [
        "plugins/duets/plugin.lua:7: roles[1].exlusive: unknown key 'exlusive'; did you mean "
          + "'exclusive'?"
      ])
  }

  @Test("A list written as a map says how to write it")
  func listAsMap() throws {
    let source = Self.smallest.replacing("{ \"listener\" }", with: "listener = {}")
    #expect(
      try PluginFixture("duets", source).problems().first
        == "plugins/duets/plugin.lua:8: roles.listener: this is a list; 'listener = …' has no place "
        + "in it. Write { \"listener\", … }")
  }

  @Test("A misspelt shared action is no action of one's own")
  func misspeltAction() throws {
    let source = Self.smallest.replacing("announce", with: "anounce")
    #expect(
      try PluginFixture("duets", source).problems() == [
        "plugins/duets/plugin.lua:10: actions[1]: action 'anounce' has no run, and is no shared "
          + "action; did you mean 'announce'?"
      ])
  }

  @Test("Everything that is wrong is told at once, in the order of the source")
  func allAtOnce() throws {
    let source = """
      return {
        api = "one",
        kind = "format",
        group = { code = "{slott}.{n}" },
        roles = { { "Singer" }, { "listener", count = "many" } },
        phases = { { "first", allows = { "jion" } } },
        actions = { { "join", as = "listner" } },
      }
      """
    let problems = try PluginFixture("duets", source).problems()
    #expect(problems.count == 7)
    #expect(problems.contains { $0.contains(":1: title: missing; a plugin needs 'title'") })
    #expect(problems.contains { $0.contains(":2: api: expected a whole number, got the string") })
    #expect(problems.contains { $0.contains(":4: group.code: nothing fills {slott}") })
    #expect(problems.contains { $0.contains(":5: roles[1][1]: \"Singer\" is no name") })
    #expect(problems.contains { $0.contains(":6: phases[1].allows[1]: ") })
    #expect(problems.contains { $0.hasSuffix("'listner'; did you mean 'listener'?") })
  }

  @Test("Source that is no Lua, returns nothing or asks for a newer host says so")
  func notATable() throws {
    #expect(
      try PluginFixture("duets", "return {").problems().first?
        .hasPrefix("duets: plugins/duets/plugin.lua:1: ") == true)
    #expect(
      try PluginFixture("duets", "local x = 1\n").problems() == [
        "plugins/duets/plugin.lua:1: a plugin returns one table, and this returned nil. Write return "
          + "{ api = 1, kind = …, title = … }"
      ])
    let newer = Self.smallest.replacing("api = 1", with: "api = 7")
    #expect(try PluginFixture("duets", newer).problems().first?.contains("Update arena.") == true)
  }

  @Test("Translations come from locale, and a broken one is named")
  func locales() throws {
    let good = try PluginFixture(
      "duets", Self.smallest,
      files: ["locale/nb.lua": "return { [\"duet\"] = { \"duett\", \"tosang\" } }"])
    let locales = try good.load().locales
    #expect(locales.translations(of: "duet", in: "nn") == ["duett", "tosang"])
    let bad = try PluginFixture(
      "duets", Self.smallest, files: ["locale/nb.lua": "return {\n  duet = 3,\n}"])
    #expect(
      bad.problems() == [
        "plugins/duets/locale/nb.lua:2: duet: expected a translation, a string or a list of strings, "
          + "got the number 3."
      ])
  }

  @Test("Globals can't be set, and unknown ones raise with what was meant")
  func globals() throws {
    #expect(
      try PluginFixture("duets", "names = {}\nreturn {}").problems().first?
        .contains("plugin.lua:1: globals can't be set; write local names = …") == true)
    #expect(
      try PluginFixture("duets", "local x = tabel.concat {}").problems().first?
        .contains("there is no 'tabel' here; did you mean 'table'?") == true)
  }

  @Test("Modules of the folder are reached by require")
  func modules() throws {
    let source =
      "local pieces = require \"pieces\"\n"
      + Self.smallest.replacing("roles = {\n", with: "roles = {\n pieces.role,\n")
    let plugin = try PluginFixture(
      "duets", source, files: ["pieces.lua": "return { role = { \"pianist\" } }"]
    ).load()
    #expect(plugin.format?.roles.map(\.name) == ["pianist", "singer", "listener"])
  }

  @Test("The bundled plugins load")
  func bundled() throws {
    let path = Repository.root.appending(path: "plugins").path
    let names = FileAccess.names(in: path).filter { FileAccess.isFile("\(path)/\($0)/plugin.lua") }
    #expect(!names.isEmpty)
    for name in names {
      do {
        _ = try PluginLoader().load(PluginFolder(path: "\(path)/\(name)", origin: .bundled))
      } catch {
        Issue.record("\(name): \(error)")
      }
    }
  }

  @Test("The examples of the contract load", .enabled(if: Repository.examples != nil))
  func examples() throws {
    let examples = try #require(Repository.examples).path
    for name in FileAccess.names(in: examples) {
      _ = try PluginLoader().load(PluginFolder(path: "\(examples)/\(name)", origin: .arena))
    }
  }

  @Test("A name that is found twice is an error with both places")
  func foundTwice() throws {
    let one = try PluginFixture("duets", Self.smallest)
    let other = try PluginFixture("duets", Self.smallest)
    let error = #expect(throws: PluginError.self) {
      try PluginLibrary(folders: [one.folder, other.folder])
    }
    #expect(error?.description.contains(one.path) == true)
    #expect(error?.description.contains(other.path) == true)
  }
}
