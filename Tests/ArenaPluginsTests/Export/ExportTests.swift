import ArenaModel
import DocumentModel
import Foundation
import Testing

@testable import ArenaPlugins

@Suite("The export pipeline")
struct ExportTests {
  static let songbook = """
    local function book(arena, o)
      local body = pandoc.Blocks {}
      for _, song in ipairs(arena.contributions) do
        body:insert(pandoc.Header(1, tostring(song), { id = song.id }))
        body:insert(pandoc.Para { pandoc.Strong(song.group:label "headcount"), ": ", song.group:show "headcount" })
        body:extend(song:render "body")
      end
      if o.closing then body:insert(pandoc.Para(arena:say "The end")) end
      return pandoc.Pandoc(body, { title = arena.title, lang = arena.language })
    end
    return {
      api = 1, kind = "reporter", title = "Songbook",
      options = { { "closing", "boolean", default = true } },
      document = book,
      tables = function(arena)
        return { { title = "Songs", columns = { { "song", "contribution" }, { "title", "text" } },
          rows = arena.contributions:map(function(c) return { song = c, title = c.title } end) } }
      end,
      text = function(arena) return { "SONGS\\n", arena.title, "\\n" } end,
      extension = "songs",
    }
    """

  /// A choir's arena with a song, and the library with the reporter and a filter.
  private func sample(_ reporter: String = songbook) throws -> (
    SampleArena, PluginHost, [PluginFixture]
  ) {
    let sample = try SampleArena()
    try sample.act("announce", "title=Spring", "by=Åse Berg", "slots=1")
    try sample.act("revise", "group=1A", "headcount=6 (8)")
    try sample.act("contribute", "group=1A", "title=Song", "body=1. *one*\n2. two\n   - deep")
    let book = try PluginFixture(
      "songbook", reporter, files: ["locale/nb.lua": "return { [\"The end\"] = \"Slutt\" }"])
    let loud = try PluginFixture(
      "loud",
      "return { api = 1, kind = \"filter\", title = \"Loud\", filter = { Str = function(el) return pandoc.Str(el.text:upper()) end } }"
    )
    let library = try PluginLibrary(
      folders: [sample.fixture.folder, book.folder, loud.folder])
    return (sample, PluginHost(library: library), [book, loud])
  }

  private func text(_ request: ExportRequest, reporter: String = songbook) throws -> String {
    let (sample, host, fixtures) = try sample(reporter)
    defer { _ = fixtures }
    let arena = try host.scriptArena(sample.image, now: sample.image.now)
    let file = try ExportPipeline(host, on: arena).run(request)
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test("A document is written by the writer that is asked for")
  func document() throws {
    let text = try text(ExportRequest("songbook", format: "commonmark"))
    #expect(text.contains("# 1A Song"))
    #expect(text.contains("**Singers**: 6 (8)"))
    #expect(text.contains("1. *one*"))
    #expect(text.contains("- deep"))
    #expect(text.contains("The end"))
    let html = try self.text(ExportRequest("songbook"))
    #expect(html.contains("<title>Song week</title>"))
  }

  @Test("Options reach the reporter, and an unknown one is named")
  func options() throws {
    let text = try text(
      ExportRequest("songbook", options: [GivenParameter("closing", .text("no"))], format: "plain"))
    #expect(!text.contains("The end"))
    #expect(throws: ModelError.self) {
      try self.text(ExportRequest("songbook", options: [GivenParameter("closng", .text("no"))]))
    }
  }

  @Test("A filter plugin changes the document")
  func filters() throws {
    let text = try text(ExportRequest("songbook", format: "plain", filters: ["loud"]))
    #expect(text.contains("THE END"))
  }

  @Test("Tables become csv, or a document in another format")
  func tables() throws {
    #expect(try text(ExportRequest("songbook", format: "csv")) == "Song,Title\r\n1A Song,Song\r\n")
  }

  @Test("A text has the reporter's own ending")
  func plainText() throws {
    #expect(try text(ExportRequest("songbook", format: "songs")) == "SONGS\nSong week\n")
  }

  @Test("A reporter that gives what it may not is named with its line")
  func wrongResult() throws {
    let wrong = Self.songbook.replacing("return pandoc.Pandoc(body,", with: "return 7 or (body,")
      .replacing("lang = arena.language })", with: "lang = arena.language })")
      .replacing(
        "return 7 or (body, { title = arena.title, lang = arena.language })", with: "return 7")
    let error = #expect(throws: PluginError.self) {
      try text(ExportRequest("songbook"), reporter: wrong)
    }
    #expect(
      error?.description.hasPrefix(
        "songbook, in document: plugins/songbook/plugin.lua:1: document gives a Pandoc")
        == true, "\(error?.description ?? "")")
  }

  @Test("The same arena gives the same bytes")
  func deterministic() throws {
    #expect(try text(ExportRequest("songbook")) == text(ExportRequest("songbook")))
  }

  @Test("The inputs book of the examples exports", .enabled(if: Repository.examples != nil))
  func inputsBook() throws {
    let (sample, _, fixtures) = try sample()
    defer { _ = fixtures }
    let examples = try #require(Repository.examples).path
    let library = try PluginLibrary(folders: [
      sample.fixture.folder,
      PluginFolder(path: examples + "/inputs-book", origin: .arena),
    ])
    let host = PluginHost(library: library)
    let arena = try host.scriptArena(sample.image, now: sample.image.now)
    let file = try ExportPipeline(host, on: arena).run(
      ExportRequest("inputs-book", format: "commonmark"))
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.contains("1 group in 2 sessions handed in 1 input."))
    #expect(text.contains("1A Song"))
  }
}
