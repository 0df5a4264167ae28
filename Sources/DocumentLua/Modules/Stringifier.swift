import DocumentModel

/// The text of elements without their markup, as `pandoc.utils.stringify` gives it.
struct Stringifier {
  private var text = ""

  static func text(of inlines: [Inline]) -> String {
    var writer = Stringifier()
    writer.add(inlines)
    return writer.text
  }

  static func text(of blocks: [Block]) -> String {
    var writer = Stringifier()
    writer.add(blocks)
    return writer.text
  }

  static func text(of citation: Citation) -> String {
    text(of: citation.prefix) + text(of: citation.suffix)
  }

  static func text(of value: MetaValue) -> String {
    var writer = Stringifier()
    writer.add(value)
    return writer.text
  }

  static func text(of caption: Caption) -> String {
    var writer = Stringifier()
    writer.add(caption)
    return writer.text
  }

  private mutating func add(_ value: MetaValue) {
    switch value {
    case .map(let map): for entry in map.entries { add(entry.value) }
    case .list(let values): for value in values { add(value) }
    case .bool(let flag): text += flag ? "true" : "false"
    case .string(let string): text += string
    case .inlines(let inlines): add(inlines)
    case .blocks(let blocks): add(blocks)
    }
  }

  private mutating func add(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .str(let string), .code(_, let string), .math(_, let string): text += string
      case .space, .softBreak, .lineBreak: text += " "
      case .quoted(let type, let content):
        text += type == .single ? "‘" : "“"
        add(content)
        text += type == .single ? "’" : "”"
      case .emph(let content), .underline(let content), .strong(let content),
        .strikeout(let content), .superscript(let content), .subscript(let content),
        .smallCaps(let content), .link(_, let content, _), .image(_, let content, _),
        .span(_, let content):
        add(content)
      case .cite(_, let content): add(content)
      case .rawInline("html", let markup) where markup.hasPrefix("<br"): text += " "
      case .rawInline, .note: break
      }
    }
  }

  private mutating func add(_ caption: Caption) {
    if let short = caption.short { add(short) }
    add(caption.long)
  }

  private mutating func add(_ rows: [Row]) {
    for row in rows { for cell in row.cells { add(cell.blocks) } }
  }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .plain(let content), .para(let content), .header(_, _, let content): add(content)
      case .lineBlock(let lines): for line in lines { add(line) }
      case .codeBlock, .rawBlock, .horizontalRule: break
      case .blockQuote(let content), .div(_, let content): add(content)
      case .orderedList(_, let items), .bulletList(let items): for item in items { add(item) }
      case .definitionList(let items):
        for item in items {
          add(item.term)
          for meaning in item.meanings { add(meaning) }
        }
      case .table(let table):
        add(table.caption)
        add(table.head.rows)
        for body in table.bodies {
          add(body.head)
          add(body.rows)
        }
        add(table.foot.rows)
      case .figure(_, let caption, let content):
        add(caption)
        add(content)
      }
    }
  }
}
