import DocumentModel

extension Inline {
  /// Whether other elements lie in it.
  var hasContent: Bool {
    switch self {
    case .str, .space, .softBreak, .lineBreak, .code, .math, .rawInline: false
    default: true
    }
  }
}

/// Into elements. Each is taken apart before what it holds is changed, so that its lists have one owner and are changed
/// in place.
extension Walker {
  mutating func descend(_ inline: inout Inline) throws {
    switch inline {
    case .str, .space, .softBreak, .lineBreak, .code, .math, .rawInline: break
    case .emph(var content):
      inline = .space
      try list(&content)
      inline = .emph(content)
    case .underline(var content):
      inline = .space
      try list(&content)
      inline = .underline(content)
    case .strong(var content):
      inline = .space
      try list(&content)
      inline = .strong(content)
    case .strikeout(var content):
      inline = .space
      try list(&content)
      inline = .strikeout(content)
    case .superscript(var content):
      inline = .space
      try list(&content)
      inline = .superscript(content)
    case .subscript(var content):
      inline = .space
      try list(&content)
      inline = .subscript(content)
    case .smallCaps(var content):
      inline = .space
      try list(&content)
      inline = .smallCaps(content)
    case .quoted(let type, var content):
      inline = .space
      try list(&content)
      inline = .quoted(type, content)
    case .cite(var citations, var content):
      inline = .space
      for place in citations.indices {
        try list(&citations[place].prefix)
        try list(&citations[place].suffix)
      }
      try list(&content)
      inline = .cite(citations, content)
    case .link(let attr, var content, let target):
      inline = .space
      try list(&content)
      inline = .link(attr, content, target)
    case .image(let attr, var content, let target):
      inline = .space
      try list(&content)
      inline = .image(attr, content, target)
    case .note(var blocks):
      inline = .space
      try list(&blocks)
      inline = .note(blocks)
    case .span(let attr, var content):
      inline = .space
      try list(&content)
      inline = .span(attr, content)
    }
  }

  mutating func descend(_ block: inout Block) throws {
    switch block {
    case .codeBlock, .rawBlock, .horizontalRule: break
    case .plain(var content):
      block = .horizontalRule
      try list(&content)
      block = .plain(content)
    case .para(var content):
      block = .horizontalRule
      try list(&content)
      block = .para(content)
    case .lineBlock(var lines):
      block = .horizontalRule
      for place in lines.indices { try list(&lines[place]) }
      block = .lineBlock(lines)
    case .blockQuote(var content):
      block = .horizontalRule
      try list(&content)
      block = .blockQuote(content)
    case .orderedList(let attributes, var items):
      block = .horizontalRule
      for place in items.indices { try list(&items[place]) }
      block = .orderedList(attributes, items)
    case .bulletList(var items):
      block = .horizontalRule
      for place in items.indices { try list(&items[place]) }
      block = .bulletList(items)
    case .definitionList(var items):
      block = .horizontalRule
      for place in items.indices {
        try list(&items[place].term)
        for meaning in items[place].meanings.indices {
          try list(&items[place].meanings[meaning])
        }
      }
      block = .definitionList(items)
    case .header(let level, let attr, var content):
      block = .horizontalRule
      try list(&content)
      block = .header(level: level, attr, content)
    case .table(var table):
      block = .horizontalRule
      try descend(&table)
      block = .table(table)
    case .figure(let attr, var caption, var content):
      block = .horizontalRule
      try descend(&caption)
      try list(&content)
      block = .figure(attr, caption, content)
    case .div(let attr, var content):
      block = .horizontalRule
      try list(&content)
      block = .div(attr, content)
    }
  }

  private mutating func descend(_ caption: inout Caption) throws {
    if var short = caption.short {
      try list(&short)
      caption.short = short
    }
    try list(&caption.long)
  }

  private mutating func descend(_ table: inout Table) throws {
    try descend(&table.caption)
    try descend(&table.head.rows)
    for place in table.bodies.indices {
      try descend(&table.bodies[place].head)
      try descend(&table.bodies[place].rows)
    }
    try descend(&table.foot.rows)
  }

  mutating func descend(_ rows: inout [Row]) throws {
    for place in rows.indices { try descend(&rows[place]) }
  }

  mutating func descend(_ row: inout Row) throws {
    for place in row.cells.indices { try list(&row.cells[place].blocks) }
  }
}
