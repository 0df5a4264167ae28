/// The text of a document without its markup, as `pandoc.utils.stringify` gives it: white space is a space, formulas and
/// code are their source, quotations have their marks, notes and raw text are left out.
package enum Stringify {
  /// The text of inlines.
  package static func text(_ inlines: [Inline]) -> String {
    var text = ""
    for inline in inlines { append(inline, to: &text) }
    return text
  }

  /// The text of one inline.
  package static func text(_ inline: Inline) -> String {
    var text = ""
    append(inline, to: &text)
    return text
  }

  /// The text of blocks, one after the other without a separator.
  package static func text(_ blocks: [Block]) -> String {
    var text = ""
    for block in blocks { append(block, to: &text) }
    return text
  }

  /// The text of a metadata value; truth values are left out as pandoc does.
  package static func text(_ value: MetaValue) -> String {
    switch value {
    case .string(let text): text
    case .inlines(let inlines): text(inlines)
    case .blocks(let blocks): text(blocks)
    case .list(let values): values.map(text).joined()
    case .map(let map): map.entries.map { text($0.value) }.joined()
    case .bool: ""
    }
  }

  private static func append(_ inlines: [Inline], to text: inout String) {
    for inline in inlines { append(inline, to: &text) }
  }

  private static func append(_ inline: Inline, to text: inout String) {
    switch inline {
    case .str(let string): text += string
    case .space, .softBreak, .lineBreak: text += " "
    case .emph(let content), .underline(let content), .strong(let content),
      .strikeout(let content), .superscript(let content), .subscript(let content),
      .smallCaps(let content), .span(_, let content), .link(_, let content, _),
      .image(_, let content, _), .cite(_, let content):
      append(content, to: &text)
    case .quoted(let type, let content):
      text += type == .single ? "‘" : "“"
      append(content, to: &text)
      text += type == .single ? "’" : "”"
    case .code(_, let source), .math(_, let source): text += source
    case .rawInline, .note: break
    }
  }

  private static func append(_ blocks: [Block], to text: inout String) {
    for block in blocks { append(block, to: &text) }
  }

  private static func append(_ block: Block, to text: inout String) {
    switch block {
    case .plain(let content), .para(let content), .header(_, _, let content):
      append(content, to: &text)
    case .lineBlock(let lines):
      for line in lines { append(line, to: &text) }
    case .codeBlock(_, let source): text += source
    case .blockQuote(let blocks), .div(_, let blocks): append(blocks, to: &text)
    case .orderedList(_, let items), .bulletList(let items):
      for item in items { append(item, to: &text) }
    case .definitionList(let definitions):
      for definition in definitions {
        append(definition.term, to: &text)
        for meaning in definition.meanings { append(meaning, to: &text) }
      }
    case .figure(_, let caption, let blocks):
      append(caption.long, to: &text)
      append(blocks, to: &text)
    case .table(let table):
      append(table.caption.long, to: &text)
      for row in table.allRows {
        for cell in row.cells { append(cell.blocks, to: &text) }
      }
    case .rawBlock, .horizontalRule: break
    }
  }
}

extension Table {
  /// The rows of head, bodies and foot, from top to bottom.
  package var allRows: [Row] { head.rows + bodies.flatMap { $0.head + $0.rows } + foot.rows }
}
