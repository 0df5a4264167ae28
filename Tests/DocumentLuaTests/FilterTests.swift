import DocumentLua
import DocumentModel
import DocumentReaders
import DocumentWriters
import Foundation
import LuaKit
import Testing

/// The filters under Filters, which together use every function of the module that changes documents, on documents with
/// every constructor; what pandoc 3.9 made of them stands under `expected`.
@Suite("Filters against what pandoc makes of them")
struct FilterTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Filters")

  static func names(_ folder: URL, _ ending: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
  }

  static let filters = names(folder, ".lua")
  static let documents = names(folder.appending(path: "documents"), ".json")

  @Test("A filter makes what it makes in pandoc", arguments: filters, documents)
  func filter(name: String, document: String) throws {
    var value = try Self.read("documents/\(document).json")
    let source = try String(
      contentsOf: Self.folder.appending(path: "\(name).lua"), encoding: .utf8)
    let state = LuaState(limits: .none)
    var environment = PandocEnvironment()
    environment.format = "json"
    let module = try PandocModule.install(in: state, environment: environment)
    // As in a conversion: published filters name `io`, `package` and `lpeg` as soon as they are read.
    try module.offerStandIns()
    for name in PandocModule.lateGlobals where source.contains(name + ".") {
      state.globals.setRaw(name, try module.lateGlobal(name).map(LuaValue.table) ?? .nil)
    }
    try FilterRunner(module).apply(source: source, name: "\(name).lua", to: &value)
    let expected = try Self.read("expected/\(name)-\(document).json")
    #expect(value.meta == expected.meta)
    #expect(value.blocks == expected.blocks)
  }

  /// Reads a document, whatever version of pandoc-types it states.
  static func read(_ path: String) throws -> Pandoc {
    try Pandoc(json: Array(Data(contentsOf: folder.appending(path: path))))
  }
}

@Suite("What a failing filter says")
struct FilterFailureTests {
  private func failure(_ source: String) throws -> FilterRunner.Failure? {
    let state = LuaState(limits: .none)
    let module = try PandocModule.install(in: state)
    return withExtendedLifetime(state) {
      var document = Pandoc(blocks: [
        .para([.str("Some"), .space, .str("words")]), .header(level: 1, .none, [.str("Title")]),
      ])
      do throws(FilterRunner.Failure) {
        try FilterRunner(module).apply(source: source, name: "demo.lua", to: &document)
        return nil
      } catch {
        return error
      }
    }
  }

  @Test("An error names the filter, its line, the element and the text near it")
  func error() throws {
    let failure = try #require(
      try failure("function Str(s)\n  if s.text == 'words' then error('no such word') end\nend"))
    #expect(failure.function == "Str")
    #expect(failure.near == "words")
    #expect(failure.error.summary.hasPrefix("demo.lua:2: no such word"))
    #expect(failure.description.contains("filter demo.lua"))
  }

  @Test("A wrong result names the function's line and what was expected")
  func wrongResult() throws {
    let failure = try #require(try failure("\nfunction Para(p) return 5 end"))
    #expect(failure.function == "Para")
    #expect(failure.near == "Some words")
    #expect(failure.description.contains("demo.lua:2"))
    #expect(failure.description.contains("number"))
  }

  @Test("An unknown field is named, with the one that was meant")
  func unknownField() throws {
    let failure = try #require(try failure("function Header(h) h.levl = 2 end"))
    #expect(failure.description.contains("'levl' of Header"))
    #expect(failure.description.contains("level"))
  }

  @Test("A wrong type of field is refused where it is set")
  func wrongField() throws {
    let failure = try #require(try failure("function Para(p)\n  p.content = 5\nend"))
    #expect(failure.description.contains("demo.lua:2"))
    #expect(failure.description.contains("Para.content"))
  }

  @Test("A list that contains itself ends with an error")
  func cycle() throws {
    let failure = try #require(
      try failure("function Para(p) local l = {} l[1] = l return pandoc.Div(l) end"))
    #expect(failure.function == "Para")
  }

  @Test("A script that returns no filter is told so")
  func noFilter() throws {
    let failure = try #require(try failure("return 5"))
    #expect(failure.description.contains("filter returns a table"))
  }

  @Test("A place is told once, and is the script's own")
  func place() throws {
    let attribute = try #require(try failure("\nfunction Header(h) h.attributes.x = {} end"))
    #expect(attribute.description.contains("filter demo.lua: demo.lua:2: attribute 'x'"))
    let inner = try #require(
      try failure("function Para(p) return p:walk { Str = function() return 5 end } end"))
    #expect(inner.description.contains("filter demo.lua: demo.lua:1: the filter's function Str"))
  }

  @Test(
    "A format that needs pandoc is said to, with how to get it",
    arguments: [
      "pandoc.read('x', 'markdown')", "pandoc.read('x')", "pandoc.read('x', 'commonmark+smart')",
      "pandoc.write(pandoc.Pandoc {}, 'docx')", "pandoc.utils.citeproc(pandoc.Pandoc {})",
    ])
  func needsPandoc(call: String) throws {
    let state = LuaState(limits: .none)
    var environment = PandocEnvironment()
    environment.read = { _, name in throw ReaderError.unknownFormat(name) }
    environment.write = { _, name in throw WriterError.unknownFormat(name) }
    try PandocModule.install(in: state, environment: environment)
    let error = #expect(throws: LuaError.self) { try state.run("\(call)", name: "demo.lua") }
    #expect(error?.description.contains("needs the pandoc program") == true)
    #expect(error?.description.contains("install pandoc 3") == true)
  }
}

@Suite("What scripts find of Lua's library in a conversion")
struct StandInTests {
  /// What a script printed and wrote, with the stand-ins in its globals.
  private func output(_ source: String) throws -> String {
    let output = LuaOutput.Buffer()
    let state = LuaState(limits: .none, output: LuaOutput(into: output))
    let module = try PandocModule.install(in: state)
    try withExtendedLifetime(state) {
      try module.offerStandIns()
      try state.run(source, name: "demo.lua")
    }
    return output.text
  }

  @Test("Warnings to the standard error are written, without a line end of their own")
  func write() throws {
    let text = try output("io.stderr:write('a', 1, '\\n'):write('b') io.write('c') print('d')")
    #expect(text == "a1\nbcd\n")
  }

  @Test(
    "Nothing opens, runs, or tells of the system",
    arguments: [
      "io.open('/etc/passwd')", "io.open('x', 'w')", "os.getenv('HOME')", "os.execute('true')",
      "os.remove('x')", "os.rename('x', 'y')", "io.tmpfile()", "loadfile('x')", "io.read()",
      "package.loadlib('x', 'y')", "package.searchpath('x', 'y')",
    ])
  func nothing(call: String) throws {
    #expect(try output("print((\(call)))").first.map { "nf".contains($0) } == true)
  }

  @Test(
    "What can't be refused with a value is refused with an error",
    arguments: [
      "io.popen('ls')", "io.lines('x')", "dofile('x')", "os.tmpname()", "os.exit(1)",
      "io.input('x')",
    ])
  func refused(call: String) throws {
    #expect(throws: LuaError.self) { try output(call) }
  }

  @Test("A script finds its own folder, and what is loaded")
  func surroundings() throws {
    let text = try output(
      """
      print(debug.getinfo(1, 'S').source:match '^@(.*)$', package.config:sub(1, 1))
      print(package.loaded['pandoc.utils'] == pandoc.utils, package.loaded.nothing)
      package.path = 'lib/?.lua;' .. package.path
      """)
    #expect(text == "demo.lua\t/\ntrue\tnil\n")
  }
}
