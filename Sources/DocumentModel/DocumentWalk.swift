/// Visits every element of a document, outer ones before what is in them, in the order of the text. What a filter does,
/// DocumentLua has; this is for asking a document something.
package enum DocumentWalk {
  /// Calls `block` and `inline` for every element below `blocks`.
  package static func visit(
    _ blocks: [Block], block: (Block) -> Void = { _ in }, inline: (Inline) -> Void = { _ in }
  ) {
    for each in blocks {
      block(each)
      switch each {
      case .plain(let content), .para(let content), .header(_, _, let content):
        visit(content, block: block, inline: inline)
      case .lineBlock(let lines):
        for line in lines { visit(line, block: block, inline: inline) }
      case .blockQuote(let content), .div(_, let content):
        visit(content, block: block, inline: inline)
      case .bulletList(let items), .orderedList(_, let items):
        for item in items { visit(item, block: block, inline: inline) }
      case .definitionList(let definitions):
        for definition in definitions {
          visit(definition.term, block: block, inline: inline)
          for meaning in definition.meanings { visit(meaning, block: block, inline: inline) }
        }
      case .table(let table):
        visit(table.caption, block: block, inline: inline)
        for cell in table.allRows.flatMap(\.cells) {
          visit(cell.blocks, block: block, inline: inline)
        }
      case .figure(_, let caption, let content):
        visit(caption, block: block, inline: inline)
        visit(content, block: block, inline: inline)
      case .codeBlock, .rawBlock, .horizontalRule: continue
      }
    }
  }

  /// Calls `block` and `inline` for every element below `inlines`.
  package static func visit(
    _ inlines: [Inline], block: (Block) -> Void = { _ in }, inline: (Inline) -> Void = { _ in }
  ) {
    for each in inlines {
      inline(each)
      switch each {
      case .emph(let content), .underline(let content), .strong(let content),
        .strikeout(let content), .superscript(let content), .subscript(let content),
        .smallCaps(let content), .quoted(_, let content), .link(_, let content, _),
        .image(_, let content, _), .span(_, let content):
        visit(content, block: block, inline: inline)
      case .cite(let citations, let content):
        for citation in citations {
          visit(citation.prefix, block: block, inline: inline)
          visit(citation.suffix, block: block, inline: inline)
        }
        visit(content, block: block, inline: inline)
      case .note(let blocks): visit(blocks, block: block, inline: inline)
      case .str, .code, .space, .softBreak, .lineBreak, .math, .rawInline: continue
      }
    }
  }

  private static func visit(
    _ caption: Caption, block: (Block) -> Void, inline: (Inline) -> Void
  ) {
    visit(caption.short ?? [], block: block, inline: inline)
    visit(caption.long, block: block, inline: inline)
  }
}
