import DocumentModel

/// The identifiers that links inside a document point to.
enum LinkTargets {
  static func identifiers(in blocks: [Block]) -> Set<String> {
    var found: Set<String> = []
    collect(blocks, &found)
    return found
  }

  private static func collect(_ blocks: [Block], _ found: inout Set<String>) {
    for block in blocks {
      switch block {
      case .plain(let content), .para(let content), .header(_, _, let content):
        collect(content, &found)
      case .lineBlock(let lines): for line in lines { collect(line, &found) }
      case .blockQuote(let content), .div(_, let content): collect(content, &found)
      case .bulletList(let items), .orderedList(_, let items):
        for item in items { collect(item, &found) }
      case .definitionList(let definitions):
        for definition in definitions {
          collect(definition.term, &found)
          for meaning in definition.meanings { collect(meaning, &found) }
        }
      case .table(let table):
        collect(table.caption.long, &found)
        for row in table.allRows { for cell in row.cells { collect(cell.blocks, &found) } }
      case .figure(_, let caption, let content):
        collect(caption.long, &found)
        collect(content, &found)
      case .codeBlock, .rawBlock, .horizontalRule: continue
      }
    }
  }

  private static func collect(_ inlines: [Inline], _ found: inout Set<String>) {
    for inline in inlines {
      switch inline {
      case .link(_, let content, let target):
        if target.url.hasPrefix("#") { found.insert(String(target.url.dropFirst())) }
        collect(content, &found)
      case .emph(let content), .underline(let content), .strong(let content),
        .strikeout(let content), .superscript(let content), .subscript(let content),
        .smallCaps(let content), .quoted(_, let content), .cite(_, let content),
        .image(_, let content, _), .span(_, let content):
        collect(content, &found)
      case .note(let blocks): collect(blocks, &found)
      case .str, .code, .space, .softBreak, .lineBreak, .math, .rawInline: continue
      }
    }
  }
}
