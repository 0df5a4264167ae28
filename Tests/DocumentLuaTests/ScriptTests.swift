import DocumentLua
import DocumentModel
import LuaKit
import Testing

@Suite("Writers and readers as scripts")
struct ScriptTests {
  let document = Pandoc(
    blocks: [
      .header(level: 2, Attr("h"), [.str("Head")]), .para([.emph([.str("a")]), .space, .str("b")]),
    ])

  private func written(_ source: String, isStandalone: Bool = false) throws -> String {
    let state = LuaState(limits: .none)
    let module = try PandocModule.install(in: state)
    let bytes = try ScriptWriter(module).write(
      document, source: source, name: "writer.lua", isStandalone: isStandalone)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("A function Writer gets document and options and returns the text")
  func writer() throws {
    let text = try written(
      "function Writer(doc, opts) return #doc.blocks .. opts.columns .. pandoc.utils.stringify(doc) end"
    )
    #expect(text == "272Heada b")
  }

  @Test("Scaffolding calls a function for each element")
  func scaffolding() throws {
    let text = try written(
      """
      Writer = pandoc.scaffolding.Writer
      Writer.Block.Header = function(h) return ('#'):rep(h.level) .. ' ' .. Writer.Inlines(h.content) end
      Writer.Block.Para = function(p) return Writer.Inlines(p.content) end
      Writer.Inline.Str = function(s) return s.text end
      Writer.Inline.Space = function() return pandoc.layout.space end
      Writer.Inline.Emph = function(e) return { '*', Writer.Inlines(e.content), '*' } end
      """)
    #expect(text == "## Head\n\n*a* b\n")
  }

  @Test("Scaffolding names the element that no function writes")
  func missingFunction() throws {
    #expect(throws: LuaError.self) {
      try written("Writer = pandoc.scaffolding.Writer")
    }
  }

  @Test("A template of the script is applied where a whole document is wanted")
  func template() throws {
    let source = """
      function Template() return '<$body$>' end
      function Writer(doc, opts)
        if opts.template then return pandoc.template.apply(opts.template, { body = 'B' }):render() end
        return 'b'
      end
      """
    #expect(try written(source) == "b")
    #expect(try written(source, isStandalone: true) == "<B>")
  }

  @Test("A classic writer has a global function for each element")
  func classic() throws {
    let text = try written(
      """
      function Doc(body) return body .. '.' end
      function Blocksep() return '|' end
      function Header(level, text, attr) return level .. text .. attr.id end
      function Para(text) return text end
      function Str(text) return text end
      function Space() return '_' end
      function Emph(text) return '*' .. text .. '*' end
      """)
    #expect(text == "2Headh|*a*_b.")
  }

  @Test("A reader may be a grammar")
  func grammar() throws {
    let state = LuaState(limits: .none)
    let module = try PandocModule.install(in: state)
    let read = try ScriptReader(module).read(
      [("a.txt", Array("one two\nthree\n\nfour".utf8))],
      source: """
        local lpeg = require 'lpeg'
        local P, S, V, Ct = lpeg.P, lpeg.S, lpeg.V, lpeg.Ct
        local blank = P '\\n' * P '\\n' ^ 1
        local grammar = P {
          'Document',
          Document = Ct(V 'Para' ^ 0) / pandoc.Pandoc,
          Para = Ct(V 'Inline' ^ 1) * blank / pandoc.Para,
          Inline = (1 - S ' \\n') ^ 1 / pandoc.Str + P ' ' / pandoc.Space + (P '\\n' - blank) / pandoc.SoftBreak,
        }
        function Reader(input) return lpeg.match(grammar, tostring(input)) end
        """,
      name: "reader.lua")
    #expect(
      read.blocks == [
        .para([.str("one"), .space, .str("two"), .softBreak, .str("three")]), .para([.str("four")]),
      ])
  }

  @Test("A function Reader gets the sources and returns a document")
  func reader() throws {
    let state = LuaState(limits: .none)
    let module = try PandocModule.install(in: state)
    let read = try ScriptReader(module).read(
      [("a.txt", Array("one".utf8)), ("b.txt", Array("\u{FEFF}æ\ttwo\r\n".utf8)), ("c.txt", [])],
      source: """
        function Reader(input, opts)
          local names = table.concat(input:map(function(source) return source.name end), ' ')
          return pandoc.Pandoc {
            pandoc.CodeBlock(tostring(input)), pandoc.CodeBlock(tostring(input[2])), pandoc.CodeBlock(names),
          }
        end
        """,
      name: "reader.lua")
    // As pandoc hands texts over: tabs as spaces, no carriage returns, an empty line at the end.
    let texts = ["one\n\næ   two\n\n\n", "æ   two\n\n", "a.txt b.txt c.txt"]
    #expect(read.blocks == texts.map { .codeBlock(.none, $0) })
  }
}

@Suite("Values on their way into Lua and out of it")
struct ValueTests {
  @Test("What is pushed and read back is the same")
  func roundTrip() throws {
    let state = LuaState(limits: .none)
    try PandocModule.install(in: state)
    let stack = state.stack
    for name in FilterTests.documents {
      let document = try FilterTests.read("documents/\(name).json")
      PandocModule.push(document, onto: stack)
      #expect(try PandocModule.readDocument(stack, at: -1) == document)
      stack.pop()
    }
  }

  @Test("A document that a script has looked into everywhere is still the same")
  func lookedInto() throws {
    let state = LuaState(limits: .none)
    try PandocModule.install(in: state)
    let look = try state.load(
      """
      local function look(value)
        local kind = type(value)
        if kind == 'userdata' then
          for _, field in pairs(value) do look(field) end
        elseif kind == 'table' then
          for _, item in pairs(value) do look(item) end
        end
      end
      look(...)
      """, name: "look.lua")
    let stack = state.stack
    let document = try FilterTests.read("documents/020.json")
    PandocModule.push(document, onto: stack)
    try stack.call(results: 0) {
      stack.push(look)
      stack.copy(1)
    }
    let read = try PandocModule.readDocument(stack, at: 1)
    #expect(read.meta == document.meta)
    #expect(read.blocks.count == document.blocks.count)
  }
}
