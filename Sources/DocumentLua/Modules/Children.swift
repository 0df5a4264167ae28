import DocumentModel

extension Inline {
  /// The lists that lie directly in it.
  func eachChild(inlines: ([Inline]) -> Void, blocks: ([Block]) -> Void) {
    switch self {
    case .emph(let content), .underline(let content), .strong(let content),
      .strikeout(let content), .superscript(let content), .subscript(let content),
      .smallCaps(let content), .quoted(_, let content), .link(_, let content, _),
      .image(_, let content, _), .span(_, let content):
      inlines(content)
    case .cite(let citations, let content):
      for citation in citations {
        inlines(citation.prefix)
        inlines(citation.suffix)
      }
      inlines(content)
    case .note(let content): blocks(content)
    case .str, .code, .space, .softBreak, .lineBreak, .math, .rawInline: break
    }
  }
}

extension Block {
  /// The lists that lie directly in it.
  func eachChild(inlines: ([Inline]) -> Void, blocks: ([Block]) -> Void) {
    func caption(_ caption: Caption) {
      if let short = caption.short { inlines(short) }
      blocks(caption.long)
    }
    func rows(_ rows: [Row]) { for row in rows { for cell in row.cells { blocks(cell.blocks) } } }
    switch self {
    case .plain(let content), .para(let content), .header(_, _, let content): inlines(content)
    case .lineBlock(let lines): lines.forEach(inlines)
    case .codeBlock, .rawBlock, .horizontalRule: break
    case .blockQuote(let content), .div(_, let content): blocks(content)
    case .orderedList(_, let items), .bulletList(let items): items.forEach(blocks)
    case .definitionList(let items):
      for item in items {
        inlines(item.term)
        item.meanings.forEach(blocks)
      }
    case .table(let table):
      caption(table.caption)
      rows(table.head.rows)
      for body in table.bodies {
        rows(body.head)
        rows(body.rows)
      }
      rows(table.foot.rows)
    case .figure(_, let long, let content):
      caption(long)
      blocks(content)
    }
  }
}
