import DocumentModel
import DocumentReaders
import DocumentWriters
import Testing

@Suite struct CommonMarkWriterTests {
  private func write(_ blocks: [Block]) throws -> String {
    try CommonMarkWriter().string(Pandoc(blocks: blocks))
  }

  @Test(arguments: [
    "# Head\n", "Set\next\n===\n", "a\\\nb\n", "- a\n- b\n  - c\n\n    d\n", "3) x\n4) y\n",
    "> q\n>\n> - z\n", "```lua\nx\n\ny\n```\n", "<div>\nraw\n</div>\n", "***a** b*\n",
    "a*b*c\n", "**_a_**\n", "_**a**_\n", "| a | b |\n| :--- | ---: |\n| 1\\|2 | *x* |\n",
    "a[^1] b[^2]\n\n[^1]: n\n\n[^2]: p\n\n    q\n", "![a *b*](u.png \"t \\\"x\\\"\")\n",
    "[a](<b c> \"t\") <https://example.org>\n", "1\\. a\n", "\\- a\n", "\\# a\n", "\\> a\n",
    "a\n\\===\n", "\\`x\\` \\*y\\* \\[z\\](u)\n", "`` a`b ``\n", "~~x~~\n", "&amp;amp; &copy;\n",
    "- a\n\n* b\n", "1. a\n\n2) b\n", "-\n- a\n", "- ```\n  x\n  ```\n", "---\n\na\n", "- ---\n",
    "a <b>c</b>\n", "a!\\[b]\n", "a\n\\:-:\n", "\\| a |\n", "+\n", "a  \nb\n", "-   \n\n  a\n",
    "> a\n\n> b\n", "- > a\n- b\n", "- # h\n  a\n", "1. a\n   1. b\n\n2. c\n", "&nbsp;a\n",
    "a\\\\\nb\n",
    "`a|b` c|d\n", "| `a\\|b` |\n|---|\n| c\\|d |\n", "*a*\\*\n", "*(a)*b\n", "a_b_c _d_e\n",
    "[a [b](c) d](e)\n", "[![a](b)](c)\n", "<!-- x -->\n\na\n", "- a\n\n  ---\n",
    "[^1]\n\n[^1]: - a\n      - b\n",
  ])
  func `What is read is written so that it reads back equal`(markdown: String) throws {
    let blocks = try CommonMarkReader.blocks(markdown)
    let written = try write(blocks)
    #expect(try CommonMarkReader.blocks(written) == blocks, "written as:\n\(written)")
  }

  /// Emphasis that touches emphasis inside a word, and two numbered lists in a row, need HTML to be kept: they read back
  /// as that HTML and look the same.
  @Test func `Random CommonMark reads back equal, or the same in HTML`() throws {
    var failures: [String] = []
    var detours = 0
    for seed in 1...2_000 {
      var random = MarkdownGenerator(seed: UInt64(seed))
      let markdown = random.text()
      let blocks = try CommonMarkReader.blocks(markdown)
      let written = try write(blocks)
      let again = try CommonMarkReader.blocks(written)
      if again == blocks { continue }
      detours += 1
      if try html(again) != html(blocks), failures.count < 8 {
        failures.append("seed \(seed):\n\(markdown)\nwritten as:\n\(written)")
      }
    }
    for failure in failures { Issue.record(Comment(rawValue: failure)) }
    #expect(detours < 20)
  }

  private func html(_ blocks: [Block]) throws -> String {
    try HTMLWriter().string(Pandoc(blocks: blocks)).replacing("<!-- -->\n", with: "")
      .replacing("\n\n", with: "\n")
  }

  @Test func `What CommonMark has no words for becomes HTML around Markdown`() throws {
    #expect(
      try write([
        .div(Attr(classes: ["facts"]), [.para([.strong([.str("a")])])]),
        .para([.underline([.emph([.str("b")])]), .superscript([.str("2")])]),
      ]) == """
        <div class="facts">

        **a**

        </div>

        <u>*b*</u><sup>2</sup>

        """)
  }

  @Test func `A header that a link points to gets an anchor, others none`() throws {
    let blocks: [Block] = [
      .header(level: 1, Attr("x"), [.str("a")]), .header(level: 2, Attr("y"), [.str("b")]),
      .para([.link(.none, [.str("c")], Target(url: "#x"))]),
    ]
    #expect(try write(blocks) == "# <a id=\"x\"></a>a\n\n## b\n\n[c](#x)\n")
  }

  @Test func `A table with spans becomes an HTML table without empty lines`() throws {
    let row = Row(cells: [Cell(columnSpan: 2, blocks: [.para([.str("a")]), .para([.str("b")])])])
    let text = try write([
      .table(Table(columns: [ColumnSpec(), ColumnSpec()], bodies: [TableBody(rows: [row])]))
    ])
    #expect(text.hasPrefix("<table>\n<tbody>"))
    #expect(!text.contains("\n\n"))
  }

  @Test func `A whole document has its title, authors and contents before the text`() throws {
    var document = Pandoc(blocks: [.header(level: 1, .none, [.str("Én")])])
    document.meta = Meta([
      Meta.Entry("title", .string("T")), Meta.Entry("author", .list([.string("A"), .string("B")])),
      Meta.Entry("toc", .bool(true)),
    ])
    let text = try CommonMarkWriter().string(document, options: WriterOptions(isStandalone: true))
    #expect(text == "# T\n\nA\\\nB\n\n- [Én](#én)\n\n# <a id=\"én\"></a>Én\n")
  }
}

/// Makes CommonMark at random out of pieces that meet in odd ways.
struct MarkdownGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x2545_F491_4F6C_DD1D }

  private mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  mutating func text() -> String {
    let pieces = [
      "a", "b", " ", " ", "\n", "\n", "\n\n", "*", "**", "_", "__", "~~", "`", "``", "[", "]",
      "(u)",
      "](v \"t\")", "![", "<b>", "</b>", "<", ">", "> ", "- ", "* ", "+ ", "1. ", "2) ", "  ",
      "    ", "#",
      "# ", "===", "---", "|", "| a | b |\n|---|:-:|\n", "\\", "\\\n", "&amp;", "&", "!", "[^1]",
      "\n\n[^1]: n ", "```\n", "<div>\n", "<!-- c -->", "å", "“", "1", ".", "<http://a.b>", ":",
      "  \n",
      "\t", "*a*", "**b**", "- x\n- y\n", "1. x\n2. y\n", "> q\n",
    ]
    return (0..<(1 + below(14))).map { _ in pieces[below(pieces.count)] }.joined()
  }
}
