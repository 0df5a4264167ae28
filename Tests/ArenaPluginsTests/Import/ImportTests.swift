import ArenaImport
import ArenaModel
import Foundation
import Testing

@testable import ArenaPlugins

@Suite("Importers")
struct ImportTests {
  static let text = """
    Songs of the week

    Rehearsal 1

    1A Spring
    Leader: Åse Berg
    Singers: 6 (8)

    - *Hum* first
    - Then sing

    1B Autumn
    Leader: Bo Dahl
    Singers:

    - Only rain
    """

  private func sample(_ importer: String) throws -> (SampleArena, PluginHost, PluginFixture) {
    let sample = try SampleArena(
      source: SampleArena.source.replacing(
        "noun = \"song\",", with: "noun = \"song\", nouns = \"songs\", "))
    let plugin = try PluginFixture("songs-document", importer)
    let library = try PluginLibrary(folders: [sample.fixture.folder, plugin.folder])
    return (sample, PluginHost(library: library), plugin)
  }

  private func importer(_ each: String) -> String {
    "return { api = 1, kind = \"importer\", title = \"Songs\", files = { \"txt\" }, reads = \"entries\", \(each) }"
  }

  private func request(_ text: String = text) -> ImportRequest {
    ImportRequest(name: "songs.txt", bytes: Array(text.utf8))
  }

  @Test("Entries are placed by the host, and a second time nothing changes")
  func entries() throws {
    let (sample, host, fixture) = try sample(importer(""))
    defer { _ = fixture }
    let outcome = try host.importFile(request(), in: sample.image)
    #expect(outcome.format == "choir-days")
    #expect(try sample.image.records(of: .group).map { $0.text(.title) } == ["Spring", "Autumn"])
    let first = try #require(try sample.image.records(of: .group).first)
    #expect(first.stated(.headcount)?.text == "6 (8)")
    #expect(try sample.image.count(of: .contribution) == 2)
    let again = try host.importFile(request(), in: sample.image)
    #expect(again.report.changesNothing)
  }

  @Test("A script takes entries, with values and without parts")
  func script() throws {
    let (sample, host, fixture) = try sample(
      importer(
        """
        each = function(tx, entry)
          if entry.title == "Autumn" then return end
          for i, part in ipairs(entry.parts) do
            if part.what == "role" then table.remove(entry.parts, i) break end
          end
          local song = tx:take(entry, { piece = "Mars" })
          tx:tell("{code} is in.", { code = song.code })
        end
        """))
    defer { _ = fixture }
    let outcome = try host.importFile(request(), in: sample.image)
    #expect(try sample.image.count(of: .group) == 1)
    #expect(try sample.image.count(of: .membership) == 0)
    #expect(try sample.image.records(of: .group).first?.fields["piece"] == .text("Mars"))
    #expect(outcome.tells == ["1A is in."])
    #expect(outcome.report.leftOver.contains { $0.text.contains("Åse Berg") })
  }

  @Test("A bug in a script is named with plugin, function and line")
  func bug() throws {
    let (sample, host, fixture) = try sample(
      importer("each = function(tx, entry) tx:tkae(entry) end"))
    defer { _ = fixture }
    let error = #expect(throws: PluginError.self) {
      try host.importFile(request(), in: sample.image)
    }
    #expect(
      error?.description
        == "songs-document, in each on Spring: plugins/songs-document/plugin.lua:1: an arena has no "
        + "field 'tkae'; did you mean 'take'?", "\(error?.description ?? "")")
  }

  @Test("A document and a text go to each whole")
  func whole() throws {
    let (sample, host, fixture) = try sample(
      """
      return { api = 1, kind = "importer", title = "Songs", files = { "md" }, reads = "document",
        each = function(tx, doc)
          for _, block in ipairs(doc.blocks) do
            if block.t == "Header" then
              tx.places:add { name = pandoc.utils.stringify(block) }
            end
          end
        end }
      """)
    defer { _ = fixture }
    let outcome = try host.importFile(
      ImportRequest(name: "a.md", bytes: Array("# Hall\n\ntext\n\n# Attic\n".utf8)),
      in: sample.image)
    #expect(outcome.report.added[.place] == 2)
    #expect(try sample.image.records(of: .place).map { $0.text(.name) } == ["Hall", "Attic"])
  }

  @Test("A file of no known ending says who reads what")
  func unknownEnding() throws {
    let (sample, host, fixture) = try sample(importer(""))
    defer { _ = fixture }
    let error = #expect(throws: ModelError.self) {
      try host.importFile(ImportRequest(name: "a.pptx", bytes: [1]), in: sample.image)
    }
    #expect(error?.description.contains("songs-document (.txt)") == true)
  }

  @Test("Rows are placed by their header, and a script may change or skip them")
  func rows() throws {
    let (sample, host, fixture) = try sample(
      """
      return { api = 1, kind = "importer", title = "People", files = { "csv" }, reads = "rows",
        each = function(tx, row)
          if row.name == "Nobody" then return end
          row.title = (row.title or "Singer") .. " " .. row.line
          tx:take(row)
        end }
      """)
    defer { _ = fixture }
    let csv = "Navn;Tittel\nDina Foss;Alt\nNobody;\nEli Gran;\n"
    _ = try host.importFile(ImportRequest(name: "p.csv", bytes: Array(csv.utf8)), in: sample.image)
    let added = try sample.image.records(of: .person).suffix(2)
    #expect(added.map { $0.text(.name) } == ["Dina Foss", "Eli Gran"])
    #expect(added.map { $0.text(.title) } == ["Alt 2", "Singer 4"])
  }
}
