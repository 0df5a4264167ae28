import ArenaModel
import Foundation
import Testing

@testable import ArenaPlugins

@Suite("The authors' toolbox")
struct ToolboxTests {
  private func fixture(_ files: [(path: String, text: String)], name: String) throws
    -> PluginFixture
  {
    let source = files.first { $0.path == "plugin.lua" }?.text ?? ""
    let rest = files.filter { $0.path != "plugin.lua" }
    return try PluginFixture(
      name, source, files: Dictionary(uniqueKeysWithValues: rest.map { ($0.path, $0.text) }))
  }

  @Test(
    "A new plugin of each kind loads, passes its own test and has nothing amiss",
    arguments: PluginKind.allCases)
  func scaffold(kind: PluginKind) throws {
    let name = "my-\(kind.rawValue)"
    let fixture = try fixture(PluginScaffold.files(kind, name: name), name: name)
    let library = try PluginLibrary(folders: [fixture.folder])
    #expect(try library.plugin(name).manifest.kind == kind)
    let outcomes = try PluginTester(library).run(name)
    #expect(outcomes.count == 1)
    #expect(outcomes.compactMap(\.failure) == [])
    let inspection = try PluginInspection.of(fixture.folder)
    #expect(inspection.remarks == [])
  }

  @Test("A failed expectation shows both sides with file and line")
  func failures() throws {
    let fixture = try PluginFixture(
      "duets", LoadingTests.smallest,
      files: [
        "tests/a_test.lua": """
        describe("Duets", function()
          it("counts", function() expect(1 + 1):equals(3) end)
          it("compares", function() expect({ a = 1, b = { 2 } }):equals { a = 1, b = { 3 } } end)
          it("raises", function() arena {}.grups() end)
          it("expects errors", function() expect(function() error "no" end):fails "no" end)
        end)
        """
      ])
    let outcomes = try PluginTester(try PluginLibrary(folders: [fixture.folder])).run("duets")
    #expect(outcomes.map(\.name.last) == ["counts", "compares", "raises", "expects errors"])
    #expect(outcomes[0].failure == "plugins/duets/tests/a_test.lua:2: expected 3, got 2")
    #expect(outcomes[1].failure?.contains("-     [1] = 3") == true)
    #expect(outcomes[1].failure?.contains("+     [1] = 2") == true)
    #expect(outcomes[2].failure?.contains("did you mean 'groups'?") == true)
    #expect(outcomes[3].failure == nil)
  }

  @Test("Tests act on an arena as a command line would")
  func acting() throws {
    let fixture = try PluginFixture(
      "choir-days", SampleArena.source,
      files: [
        "tests/a_test.lua": """
        it("announces", function()
          local a = arena { people = { "Ada Moe" }, places = { "Hall" } }
          a.slots[1].title = "Morning"
          local slot = a.blocks:add { kind = "slot", number = 9, day = 1, format = "choir-days" }
          local group = a:act("announce", { title = "Spring", by = "Ada Moe", slots = slot })
          expect(group.code):equals "9A"
          expect(a.tells):equals { "9A Spring sings anything." }
          expect(a:view "choirs"):equals { { "9A Spring", "1" } }
          expect(function() a:act("announce", { title = "Silence", by = "Ada Moe", slots = slot }) end)
            :fails "can't be sung"
          expect(#a:propose "close"):equals(0)
          expect(a:check "no_piece"):equals { "9A has no piece." }
          expect(a:group "9A"):equals(group)
        end)
        """
        .replacing("  a.slots[1].title = \"Morning\"\n", with: "")
      ])
    let outcomes = try PluginTester(try PluginLibrary(folders: [fixture.folder])).run("choir-days")
    #expect(outcomes.map(\.failure) == [nil])
  }

  @Test("Inspection finds actions that no phase allows and texts without a translation")
  func inspection() throws {
    let source = LoadingTests.smallest.replacing(
      "actions = {", with: "phases = { { \"one\", allows = { \"join\" } } }, actions = {")
    let fixture = try PluginFixture(
      "duets", source,
      files: ["locale/nb.lua": "return { [\"duet\"] = \"duett {n}\" }", "tests/a.lua": ""])
    let inspection = try PluginInspection.of(fixture.folder)
    let messages = inspection.remarks.map(\.message)
    #expect(messages.contains("No phase allows the action 'announce'; it can never be taken."))
    #expect(messages.contains { $0.contains("has {n}") })
    #expect(inspection.missing["nb"] == ["Duets"])
  }

  @Test("A new plugin never overwrites what is there")
  func create() throws {
    let top = FileManager.default.temporaryDirectory.appending(path: "arena-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: top) }
    let made = try PluginScaffold.create(.check, name: "tidy", in: top.path)
    #expect(made.contains(top.path + "/tidy/plugin.lua"))
    #expect(throws: PluginError.self) {
      try PluginScaffold.create(.check, name: "tidy", in: top.path)
    }
    #expect(throws: PluginError.self) {
      try PluginScaffold.create(.check, name: "Not A Name", in: top.path)
    }
  }

  @Test("The tutorial's format loads and passes its tests")
  func tutorial() throws {
    let path = Repository.root.appending(path: "docs/plugins/examples").path
    let library = try PluginLibrary(folders: PluginPlaces.folders(in: path, .user))
    let outcomes = try PluginTester(library).run("fishbowl")
    #expect(outcomes.count == 3)
    #expect(outcomes.compactMap(\.failure) == [])
  }

  @Test("The bundled plugins pass their own tests")
  func bundled() throws {
    let path = Repository.root.appending(path: "plugins").path
    let library = try PluginLibrary(folders: PluginPlaces.folders(in: path, .bundled))
    for name in library.names {
      for outcome in try PluginTester(library).run(name) {
        if let failure = outcome.failure {
          Issue.record("\(name): \(outcome.name.joined(separator: ", ")): \(failure)")
        }
      }
    }
  }
}
