import DocumentModel
import JSONCodec
import Testing

@Suite struct PandocJSONTests {
  private func document(_ blocks: String) -> String {
    "{\"pandoc-api-version\":[1,23,1,1],\"meta\":{},\"blocks\":[\(blocks)]}"
  }

  @Test(arguments: [
    "",
    #"{"t":"HorizontalRule"}"#,
    #"{"t":"Para","c":[{"t":"Str","c":"a\"å😀\n"},{"t":"Space"},{"t":"SoftBreak"},{"t":"LineBreak"}]}"#,
    #"{"t":"OrderedList","c":[[3,{"t":"LowerRoman"},{"t":"TwoParens"}],[[],[{"t":"Plain","c":[]}]]]}"#,
    #"{"t":"DefinitionList","c":[[[{"t":"Str","c":"x"}],[[],[{"t":"Para","c":[]}]]]]}"#,
    #"{"t":"Para","c":[{"t":"Quoted","c":[{"t":"SingleQuote"},[]]},{"t":"Math","c":[{"t":"DisplayMath"},"x^2"]},{"t":"RawInline","c":["html","<b>"]}]}"#,
    #"{"t":"Para","c":[{"t":"Cite","c":[[{"citationId":"k","citationPrefix":[],"citationSuffix":[{"t":"Str","c":"p"}],"citationMode":{"t":"AuthorInText"},"citationNoteNum":1,"citationHash":0}],[]]}]}"#,
    #"{"t":"Div","c":[["i",["a","b"],[["k","v"],["k","w"]]],[{"t":"CodeBlock","c":[["",[],[]],"x\ty"]}]]}"#,
    #"{"t":"Figure","c":[["",[],[]],[[],[{"t":"Plain","c":[]}]],[]]}"#,
    #"{"t":"Table","c":[["t",[],[]],[null,[]],[[{"t":"AlignLeft"},{"t":"ColWidthDefault"}],[{"t":"AlignRight"},{"t":"ColWidth","c":0.25}]],[["",[],[]],[]],[[["",[],[]],1,[],[[["",[],[]],[[["",[],[]],{"t":"AlignDefault"},1,2,[]]]]]]],[["",[],[]],[]]]}"#,
  ])
  func `A document in pandoc's own order reads and writes back byte for byte`(blocks: String) throws
  {
    #expect(try Pandoc(json: document(blocks)).json == document(blocks))
  }

  @Test func `Metadata of every type is kept, ordered by name`() throws {
    let text = #"""
      {"pandoc-api-version":[1,23,1,1],"meta":{"z":{"t":"MetaBool","c":true},"a":{"t":"MetaMap","c":{"å":{"t":"MetaString","c":"x"},"b":{"t":"MetaList","c":[{"t":"MetaInlines","c":[{"t":"Str","c":"i"}]},{"t":"MetaBlocks","c":[]}]}}}},"blocks":[]}
      """#
    let document = try Pandoc(json: text)
    #expect(document.meta.entries.map(\.name) == ["a", "z"])
    guard case .map(let map)? = document.meta["a"] else {
      Issue.record("a is no map")
      return
    }
    #expect(map.entries.map(\.name) == ["b", "å"])
    #expect(map["å"] == .string("x"))
  }

  @Test func `Keys may stand in any order and unknown ones are passed over`() throws {
    let odd = #"""
      {"blocks":[{"c":[{"c":"a","t":"Str"},{"x":[1,{"c":2}],"t":"Space","c":[]},{"c":[{"c":"b","t":"Str","y":{}}],"t":"Emph"}],"z":null,"t":"Para"}],"more":{"a":[]},"meta":{},"pandoc-api-version":[1,23]}
      """#
    #expect(
      try Pandoc(json: odd).blocks == [.para([.str("a"), .space, .emph([.str("b")])])])
  }

  @Test func `Keys and tags may be spelled with escapes`() throws {
    let odd = #"""
      {"bl\u006fcks":[{"\u0074":"P\u0061ra","\u0063":[{"t":"\u0045mph","c":[]},{"t":"S\u0070ace"}]}],"meta":{"\u00E5":{"t":"MetaB\u006Fol","c":true}},"pandoc\u002dapi-version":[1,23]}
      """#
    let document = try Pandoc(json: odd)
    #expect(document.blocks == [.para([.emph([]), .space])])
    #expect(document.meta["å"] == .bool(true))
  }

  @Test func `Of keys that stand twice the first holds`() throws {
    let odd = #"""
      {"pandoc-api-version":[1,23],"blocks":[{"t":"Para","t":"Div","c":[],"c":3}],"meta":{"a":{"t":"MetaBool","c":true},"a":{"t":"MetaBool","c":false}},"blocks":[],"meta":{}}
      """#
    let document = try Pandoc(json: odd)
    #expect(document.blocks == [.para([])])
    #expect(document.meta["a"] == .bool(true))
  }

  @Test(arguments: [
    ("-0", 0), ("1.0", 1), ("10e-1", 1), ("1e2", 100), ("0e999999999999999999999", 0),
    ("9007199254740993.0", 9_007_199_254_740_993), ("9223372036854775807", .max),
    ("-9223372036854775808.00", .min), ("92233720368547758070E-1", .max),
  ])
  func `A whole number is exact however it is written`(text: String, value: Int) throws {
    let blocks = try Pandoc(
      json: document(#"{"t":"Header","c":[\#(text),["",[],[]],[]]}"#)
    ).blocks
    #expect(blocks == [.header(level: value, .none, [])])
  }

  @Test(arguments: ["\"+inf\"", "\"-inf\"", "null"])
  func `Widths that JSON has no numbers for are written as they were read`(width: String) throws {
    let table =
      #"{"t":"Table","c":[["",[],[]],[null,[]],[[{"t":"AlignLeft"},{"t":"ColWidth","c":\#(width)}]],[["",[],[]],[]],[],[["",[],[]],[]]]}"#
    #expect(try Pandoc(json: document(table)).json == document(table))
  }

  @Test(arguments: [
    (#"{"t":"Para","c":[],"x":"\q"}"#, "no escape"),
    (#"{"t":"Para","c":[],"\ud800":1}"#, "half of a surrogate pair"),
    (#"{"t":"Header","c":[1e-1,["",[],[]],[]]}"#, "a whole number was expected, and 1e-1"),
    (#"{"t":"Header","c":[1e999999999999999999999,["",[],[]],[]]}"#, "too large"),
    (#"{"t":"Para"}"#, "“Para” has no content"),
    (#"{"t":"Null"}"#, "no block “Null”"),
    (#"{"t":"Para","c":[{"t":"Bold","c":[]}]}"#, "no inline element “Bold”"),
    (#"{"c":[]}"#, "without “t”"),
    (#"{"t":"Para","c":{}}"#, "an array was expected, and an object was found"),
    (#"{"t":"Header","c":[1,["",[],[]]]}"#, "3 values were expected in this list, and fewer"),
    (#"{"t":"Header","c":[1.5,["",[],[]],[]]}"#, "a whole number was expected, and 1.5"),
    (#"{"t":"Header","c":[99999999999999999999,["",[],[]],[]]}"#, "too large"),
    (#"{"t":"Para","c":[{"t":"Quoted","c":[{"t":"Triple"},[]]}]}"#, "“Triple”"),
    (#"{"t":"Para","c":[{"t":"Cite","c":[[{"citationId":"k"}],[]]}]}"#, "no “citationPrefix”"),
    ("3", "a block was expected, and a number was found"),
  ])
  func `A malformed document is refused with its place`(blocks: String, problem: String) throws {
    let error = try #require(throws: JSONError.self) { try Pandoc(json: document(blocks)) }
    #expect(error.description.contains(problem), "\(error)")
    #expect(error.description.contains("line 1, column "))
  }

  @Test(arguments: [
    ("{}", "no “pandoc-api-version”"),
    (#"{"pandoc-api-version":[1,17,5],"meta":{},"blocks":[]}"#, "pandoc-types 1.17.5"),
    (#"[{"unMeta":{}},[]]"#, "before 1.18"),
    (#"{"pandoc-api-version":[1,23,1,1],"meta":{},"blocks":[]} x"#, "the end of the text"),
    ("", "the text ends"),
  ])
  func `What is no document of this version is refused by name`(text: String, problem: String)
    throws
  {
    let error = try #require(throws: JSONError.self) { try Pandoc(json: text) }
    #expect(error.description.contains(problem), "\(error)")
  }

  @Test(arguments: ["BlockQuote", "Emph"])
  func `Nesting up to the limit is kept, compared and freed, and beyond it is refused`(
    tag: String
  ) throws {
    func nested(_ depth: Int) -> String {
      let shell = "{\"t\":\"\(tag)\",\"c\":["
      let inner =
        String(repeating: shell, count: depth) + String(repeating: "]}", count: depth)
      return document(tag == "Emph" ? "{\"t\":\"Para\",\"c\":[\(inner)]}" : inner)
    }
    let text = nested(Pandoc.maximumDepth - 1)
    let one = try Pandoc(json: text)
    #expect(one.json == text)
    #expect(try Pandoc(json: text) == one)
    for depth in [Pandoc.maximumDepth + 1, 100_000] {
      let error = try #require(throws: JSONError.self) { try Pandoc(json: nested(depth)) }
      #expect(error.description.contains("deeper than"))
    }
  }

  @Test func `Stringify leaves notes and raw text out and quotes with marks`() {
    let inlines: [Inline] = [
      .str("a"), .softBreak, .quoted(.double, [.code(.none, "b")]), .note([.para([.str("n")])]),
      .rawInline(format: "html", "<i>"), .math(.inline, "x"),
      .image(.none, [.str("alt")], Target(url: "u")),
    ]
    #expect(Stringify.text(inlines) == "a “b”xalt")
  }
}
