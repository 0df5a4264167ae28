import DocumentModel

/// Makes documents at random: every constructor, nested and empty, Unicode, tables of all shapes. The same seed makes the
/// same document everywhere.
struct DocumentGenerator {
  private var state: UInt64
  /// Leaves out what docs/documents.md lists as told differently from pandoc in HTML.
  let isPlainHTML: Bool

  init(seed: UInt64, isPlainHTML: Bool = false) {
    state = seed
    self.isPlainHTML = isPlainHTML
  }

  /// Sebastiano Vigna's SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  private mutating func many<Element>(
    _ range: ClosedRange<Int>, _ make: (inout DocumentGenerator) -> Element
  ) -> [Element] {
    let count = range.lowerBound + below(range.count)
    return (0..<count).map { _ in make(&self) }
  }

  // MARK: - Documents

  mutating func document() -> Pandoc {
    Pandoc(
      meta: Meta(many(0...4) { Meta.Entry($0.word(), $0.metaValue(2)) }), blocks: blocks(3))
  }

  private mutating func metaValue(_ depth: Int) -> MetaValue {
    switch below(depth > 0 ? 6 : 2) {
    case 0: .bool(chance(50))
    case 1: .string(word())
    case 2: .inlines(inlines(1))
    case 3: .blocks(blocks(1))
    case 4: .list(many(0...3) { $0.metaValue(depth - 1) })
    default: .map(Meta(many(0...3) { Meta.Entry($0.word(), $0.metaValue(depth - 1)) }))
    }
  }

  // MARK: - Blocks

  mutating func blocks(_ depth: Int) -> [Block] { many(0...4) { $0.block(depth) } }

  mutating func block(_ depth: Int) -> Block {
    switch below(depth > 0 ? 16 : 7) {
    case 0: return .plain(inlines(2))
    case 1, 2: return .para(inlines(2))
    case 3: return .header(level: 1 + below(6), attr(), inlines(1))
    case 4:
      return .codeBlock(attr(), pick(["", "a < b && \"c\"\n\n  'x'\n", "å\t\u{1F389}", "```"]))
    case 5: return .horizontalRule
    case 6: return .lineBlock(many(0...3) { $0.inlines(1) })
    case 7: return .blockQuote(blocks(depth - 1))
    case 8: return .bulletList(many(0...3) { $0.blocks(depth - 1) })
    case 9:
      let attributes = ListAttributes(
        start: pick([1, 1, 3, 0, 26, -2]), style: pick(ListNumberStyle.allCases),
        delimiter: pick(ListNumberDelimiter.allCases))
      return .orderedList(attributes, many(0...3) { $0.blocks(depth - 1) })
    case 10:
      return .definitionList(
        many(0...3) { me in
          Definition(term: me.inlines(1), meanings: me.many(0...2) { $0.blocks(depth - 1) })
        })
    case 11: return .table(table(depth - 1))
    case 12: return .figure(attr(), caption(depth - 1), blocks(depth - 1))
    case 13:
      let format = pick(["html", "latex", "html5", "openxml"])
      return .rawBlock(format: format, format == "latex" ? tex() : "<hr />")
    case 14:
      // A div that begins with a header is a section to pandoc.
      return .div(attr(), (isPlainHTML ? [.para([.str("x")])] : []) + blocks(depth - 1))
    default: return .bulletList(many(1...3) { [.plain($0.inlines(1))] })
    }
  }

  private mutating func caption(_ depth: Int) -> Caption {
    Caption(
      short: chance(20) ? inlines(0) : nil, long: chance(50) ? [.plain(inlines(1))] : blocks(depth))
  }

  mutating func table(_ depth: Int) -> Table {
    let columns = many(0...4) { me in
      ColumnSpec(
        me.pick(Alignment.allCases), width: me.pick([nil, nil, 0.25, 0.5, 0.125, 0.0]))
    }
    let width = columns.count
    return Table(
      attr: attr(), caption: chance(50) ? Caption() : caption(depth), columns: columns,
      head: TableHead(attr: attr(), rows: many(0...2) { $0.row(width, depth) }),
      bodies: many(0...2) { me in
        TableBody(
          attr: me.attr(), rowHeadColumns: me.below(width + 1),
          head: me.chance(20) ? me.many(1...2) { $0.row(width, depth) } : [],
          rows: me.many(0...3) { $0.row(width, depth) })
      },
      foot: TableFoot(attr: attr(), rows: chance(30) ? many(1...2) { $0.row(width, depth) } : []))
  }

  private mutating func row(_ width: Int, _ depth: Int) -> Row {
    // Mostly whole rows, sometimes too short or too long.
    let count = chance(80) ? width : below(width + 2)
    return Row(
      attr: chance(90) ? .none : attr(),
      cells: (0..<count).map { _ in
        Cell(
          attr: chance(85) ? .none : attr(),
          alignment: chance(70) ? .default : pick(Alignment.allCases),
          rowSpan: chance(85) ? 1 : 1 + below(3), columnSpan: chance(85) ? 1 : 1 + below(3),
          blocks: chance(70) ? [.plain(inlines(1))] : blocks(depth))
      })
  }

  private mutating func attr() -> Attr {
    if chance(60) { return .none }
    let classes = isPlainHTML ? ["a", "b-c", "å"] : ["a", "b-c", "å", "section", "column", "mark"]
    var attributes: [Attribute] = []
    if chance(40) { attributes.append(Attribute("k", word())) }
    if chance(20) { attributes.append(Attribute("lang", "nb")) }
    if chance(20) { attributes.append(Attribute("data-x", "<\"'&>")) }
    if chance(10), !isPlainHTML { attributes.append(Attribute("style", "color: red")) }
    return Attr(
      chance(50) ? "id-\(below(1_000))" : "", classes: many(0...2) { $0.pick(classes) },
      attributes: attributes)
  }

  // MARK: - Inlines

  mutating func inlines(_ depth: Int) -> [Inline] {
    var result: [Inline] = []
    for inline in many(0...5, { $0.inline(depth) }) {
      if !result.isEmpty, chance(50) { result.append(.space) }
      result.append(inline)
    }
    return result
  }

  mutating func inline(_ depth: Int) -> Inline {
    switch below(depth > 0 ? 24 : 8) {
    case 0...3: return .str(word())
    case 4: return .space
    case 5: return chance(50) ? .softBreak : .lineBreak
    case 6: return .code(attr(), pick(["x < y", "`", "a  b", "", "å|ø"]))
    case 7:
      let format = pick(["html", "latex"])
      return .rawInline(format: format, format == "html" ? "<b>x</b>" : tex())
    case 8: return .emph(inlines(depth - 1))
    case 9: return .strong(inlines(depth - 1))
    case 10: return .underline(inlines(depth - 1))
    case 11: return .strikeout(inlines(depth - 1))
    case 12: return .superscript(inlines(depth - 1))
    case 13: return .subscript(inlines(depth - 1))
    case 14: return .smallCaps(inlines(depth - 1))
    case 15: return .quoted(chance(50) ? .single : .double, inlines(depth - 1))
    case 16:
      return .cite(
        many(0...2) { me in
          Citation(
            id: me.word(), prefix: me.inlines(0), suffix: me.inlines(0),
            mode: me.pick(CitationMode.allCases), noteNumber: me.below(9), hash: me.below(9))
        }, inlines(depth - 1))
    case 17: return .math(chance(50) ? .inline : .display, pick(["x^2 < y", "\\alpha"]))
    case 18, 19: return .link(attr(), inlines(depth - 1), target())
    case 20:
      var target = target()
      target.url = pick(["a.png", "b.jpg?x=1", "c/d.svg"])
      return .image(attr(), inlines(depth - 1), target)
    case 21: return .note(noteBlocks(depth - 1))
    default: return .span(attr(), inlines(depth - 1))
    }
  }

  private mutating func noteBlocks(_ depth: Int) -> [Block] {
    isPlainHTML ? [.para([.str(word()), .emph([.str(word())])])] : blocks(depth)
  }

  private mutating func target() -> Target {
    Target(
      url: pick(["https://example.org/?a=b&c=d", "#id", "mailto:a@example.org", "x y(z)", ""]),
      title: chance(70) ? "" : word())
  }

  private mutating func tex() -> String {
    pick(["\\x", "\\begin{align*} a &< b \\end{align*}", "\\begin{center}x\\end{center}"])
  }

  mutating func word() -> String {
    pick([
      "a", "ord", "Åpen", "blåbærsyltetøy", "x<y>&z", "\"sitat\"", "it's", "*", "_a_", "#", "1.",
      "日本語", "🎉👩‍👩‍👧", "e\u{301}", "\u{A0}", "back\\slash", "[x]", "|", "~~", "`", "—", "&amp;", "-",
      "+", "\u{200B}", "!", "http://example.org",
    ])
  }
}
