import ArenaModel
import Foundation
import Testing

@testable import ArenaPlugins

/// The plugins of `Tests/Plugins` were written from the contract alone; each has tests of its own in Lua. Together they
/// must say everything that the contract has words for.
@Suite("Plugins written from the contract")
struct ContractPluginTests {
  static let folders = PluginPlaces.folders(
    in: Repository.root.appending(path: "Tests/Plugins").path, .bundled)

  /// A plugin beside the formats, so that no other's checks run on its arena.
  private static func library(of folder: PluginFolder) throws -> PluginLibrary {
    let formats = try folders.filter { other in
      try other != folder && PluginLoader().load(other).manifest.kind == .format
    }
    return try PluginLibrary(folders: [folder] + formats)
  }

  @Test("Each passes its own tests", arguments: folders.map(\.name))
  func ownTests(name: String) throws {
    let folder = try #require(Self.folders.first { $0.name == name })
    let outcomes = try PluginTester(try Self.library(of: folder)).run(name)
    #expect(!outcomes.isEmpty || name == "hall-talks")
    for outcome in outcomes {
      if let failure = outcome.failure {
        Issue.record("\(outcome.name.joined(separator: ", ")): \(failure)")
      }
    }
  }

  @Test("They use every key of every declaration")
  func everyKey() throws {
    var used: Set<String> = []
    for folder in Self.folders {
      let plugin = try PluginLoader().load(folder)
      Self.collect(plugin.table, as: Contract.table(ofKind: plugin.manifest.kind), into: &used)
    }
    #expect(Self.folders.count >= 15)
    let declared = Contract.tables.flatMap { table in table.keys.map { "\(table.name).\($0.name)" }
    }
    #expect(declared.filter { !used.contains($0) } == [])
  }

  private static func collect(
    _ table: PluginTable, as contract: ContractTable, into used: inout Set<String>
  ) {
    for key in contract.keys {
      guard let value = table[key.name] else { continue }
      used.insert("\(contract.name).\(key.name)")
      switch key.type {
      case .table(let name):
        if let inner = value.table { collect(inner, as: .of(name), into: &used) }
      case .collection(let name):
        for inner in value.table?.list.compactMap(\.table) ?? [] {
          collect(inner, as: .of(name), into: &used)
        }
      default: break
      }
    }
  }

  /// All Lua of the folders as one text.
  private static let sources: String = folders.map { folder in
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (files ?? []).filter { $0.hasSuffix(".lua") }
      .compactMap { try? String(contentsOfFile: folder.path + "/" + $0, encoding: .utf8) }
      .joined(separator: "\n")
  }.joined(separator: "\n")

  @Test("They use every field type, every shared action and every method")
  func everyWord() {
    let types = FieldType.allCases.filter(\.isDeclarable).map { "\"\($0.rawValue)\"" }
    let actions = Contract.sharedActions.map { "\"\($0)\"" }
    // What the format's formats computed and what all plugins find is proved with the bundled plugins.
    let methods = (ScriptMethodDoc.all + ScriptMethodDoc.transaction).map(\.name)
      .filter { !["findings", "organisation", "strategy_element"].contains($0) }
      .map { ":\($0)" }
    for word in types + actions + methods {
      #expect(Self.sources.contains(word), "\(word)")
    }
  }

  @Test("They read every field that scripts have")
  func everyField() {
    // The file's own bookkeeping, which the contract doesn't list.
    let own: Set<String> = [
      "written", "members_complete", "addressees", "statuses", "text", "note", "added", "changed",
      "when", "backup",
    ]
    for type in RecordType.allCases where type != .attachment {
      for field in ScriptSchema.fields(of: type) where !own.contains(field.name) {
        let isRead =
          Self.sources.contains(".\(field.name)") || Self.sources.contains("\"\(field.name)\"")
        #expect(isRead, "\(type.rawValue).\(field.name)")
      }
    }
  }

  @Test("Filters run in an export, one or several")
  func filters() throws {
    let library = try PluginLibrary(folders: Self.folders.filter { $0.name != "findings" })
    let host = PluginHost(library: library)
    let image = ArenaImage(effects: .fixed())
    try NewArena(
      title: "Fair", days: [try #require(CalendarDate("2031-03-12"))], language: "en",
      timezone: "UTC"
    ).insert(into: image, formats: [try host.declaration("hall-talks")])
    let arena = try host.scriptArena(image, now: image.now)
    let file = try ExportPipeline(host, on: arena).run(
      ExportRequest(
        "report-document", format: "plain", filters: ["filter-one", "filter-list"]))
    #expect(String(decoding: file.bytes, as: UTF8.self).contains("GROUPS!\n\nEnd"))
  }
}

/// The examples that came with the contract, as they are.
@Suite("The contract's examples")
struct ContractExampleTests {
  /// Nil where they are not on this machine, which is said aloud.
  private func library() throws -> PluginLibrary? {
    guard let path = Repository.examples?.path else {
      print("SKIPPED: the contract's examples are not beside this checkout (../shared/examples)")
      return nil
    }
    return try PluginLibrary(folders: PluginPlaces.folders(in: path, .bundled))
  }

  @Test("Both load, and have nothing amiss")
  func load() throws {
    guard let library = try library() else { return }
    #expect(library.names == ["inputs-book", "open-space"])
    #expect(library.summaries().compactMap(\.problem).map(\.description) == [])
    for folder in library.folders {
      let remarks = try PluginInspection.of(folder, beside: library).remarks.filter {
        $0.severity != .note
      }
      #expect(remarks == [], "\(folder.name)")
    }
  }

  @Test("The format runs a day, and the reporter writes the book", arguments: ["en", "nb", "nn"])
  func run(language: String) throws {
    guard let library = try library() else { return }
    let host = PluginHost(library: library)
    let image = ArenaImage(effects: .fixed())
    let days = try ["2031-03-12", "2031-03-13"].map { try #require(CalendarDate($0)) }
    var new = NewArena(title: "Forest", days: days, language: language, timezone: "UTC")
    new.places = [("Hall", 30), ("Attic", 10)]
    let format = try host.declaration("open-space")
    try new.insert(into: image, formats: [format])
    func act(_ name: String, _ typed: String...) throws -> Record? {
      try host.perform(
        ActionRequest(name, typed.compactMap { GivenParameter(typed: $0) }), in: image
      ).record
    }
    let group = try act("announce", "title=Paths", "by=Ada Vik", "slots=1")
    #expect(group?.text(.code) == "1.1")
    _ = try act("announce", "title=Night sounds", "by=Bo Lund", "slots=1", "place=Hall")
    _ = try act("add", "type=person", "name=Cis Moe")
    _ = try act("join", "group=1.2", "person=Cis Moe")
    _ = try act("contribute", "group=1.1", "title=Wider paths", "body=- Two metres")
    _ = try act("begin", "phase=day_two")
    _ = try act("announce", "title=Widths", "by=Ada Vik", "slots=3")
    _ = try act(
      "contribute", "group=3.1", "kind=deepening", "refers_to=1.1", "title=How wide",
      "body=- Measure")
    _ = try act("contribute", "group=3.1", "title=Loose end", "body=- Ask")
    _ = try act("remark", "kind=persona", "text=A child", "perspectives=user")
    let arena = try host.scriptArena(image, now: image.now)
    #expect(try host.propose("rooms", [], in: arena).steps.count >= 1)
    let view = try host.view("perspectives", [], in: arena)
    #expect(view.texts.first?.last == "1")
    _ = try act("begin", "phase=convergence")
    _ = try act("vote", "ballot=priorities", "on=1.1", "by=Cis Moe", "dots=2")
    let after = try host.scriptArena(image, now: image.now)
    let found = try host.findings(in: after).map(\.check)
    #expect(found.contains("open-space/not_adopted"))
    #expect(found.contains("open-space/kind_unstated"))
    _ = try act("adopt", "input=1.1", "by=Cis Moe")
    let book = try ExportPipeline(host, on: try host.scriptArena(image, now: image.now)).run(
      ExportRequest(
        "inputs-book", options: [try #require(GivenParameter(typed: "participants=yes"))],
        format: "commonmark"))
    let text = String(decoding: book.bytes, as: UTF8.self)
    let words: [String: [String]] = [
      "en": ["Builds on", "Deepening", "Taken further in", "handed in 3 inputs"],
      "nb": ["Bygger på", "Fordypning", "Ført videre i", "leverte 3 innspill"],
      "nn": ["Bygger på", "Fordypning", "Ført videre i", "leverte 3 innspill"],
    ]
    for word in ["Wider paths", "Ada Vik", "Two metres"] + (words[language] ?? []) {
      #expect(text.contains(word), "\(word)")
    }
  }
}
