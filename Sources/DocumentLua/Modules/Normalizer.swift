import DocumentModel

/// `Pandoc:normalize()`: joins what lies side by side and belongs together, drops doubled white space, and fills up the
/// rows of tables.
enum Normalizer {
  static func normalize(_ document: Pandoc) -> Pandoc {
    var meta = document.meta
    for entry in meta.entries { meta[entry.name] = normalize(entry.value) }
    return Pandoc(meta: meta, blocks: normalize(document.blocks))
  }

  private static func normalize(_ value: MetaValue) -> MetaValue {
    switch value {
    case .inlines(let inlines): return .inlines(normalize(inlines))
    case .blocks(let blocks): return .blocks(normalize(blocks))
    case .list(let values): return .list(values.map(normalize))
    case .map(var map):
      for entry in map.entries { map[entry.name] = normalize(entry.value) }
      return .map(map)
    case .bool, .string: return value
    }
  }

  static func normalize(_ blocks: [Block]) -> [Block] { blocks.map(normalize) }

  private static func normalize(_ block: Block) -> Block {
    switch block {
    case .plain(let content): return .plain(normalize(content))
    case .para(let content): return .para(normalize(content))
    case .lineBlock(let lines): return .lineBlock(lines.map(normalize))
    case .blockQuote(let content): return .blockQuote(normalize(content))
    case .orderedList(let attributes, let items):
      return .orderedList(attributes, items.map(normalize))
    case .bulletList(let items): return .bulletList(items.map(normalize))
    case .definitionList(let items):
      return .definitionList(
        items.map {
          Definition(term: normalize($0.term), meanings: $0.meanings.map(normalize))
        })
    case .header(let level, let attr, let content):
      return .header(level: level, attr, normalize(content))
    case .figure(let attr, let caption, let content):
      return .figure(attr, normalize(caption), normalize(content))
    case .div(let attr, let content): return .div(attr, normalize(content))
    case .table(let table): return .table(normalize(table))
    case .codeBlock, .rawBlock, .horizontalRule: return block
    }
  }

  private static func normalize(_ caption: Caption) -> Caption {
    Caption(short: caption.short.map(normalize), long: normalize(caption.long))
  }

  private static func normalize(_ table: Table) -> Table {
    var table = table
    table.caption = normalize(table.caption)
    let columns = table.columns.count
    table.head.rows = fill(table.head.rows, columns)
    for place in table.bodies.indices {
      table.bodies[place].head = fill(table.bodies[place].head, columns)
      table.bodies[place].rows = fill(table.bodies[place].rows, columns)
    }
    table.foot.rows = fill(table.foot.rows, columns)
    return table
  }

  /// Fills rows up to the number of columns, cuts what stands beyond, and clips spans to what there is.
  private static func fill(_ rows: [Row], _ columns: Int) -> [Row] {
    /// How many rows below each column is still taken.
    var taken = [Int](repeating: 0, count: columns)
    return rows.enumerated().map { number, row in
      var cells: [Cell] = []
      var column = 0
      for cell in row.cells {
        while column < columns, taken[column] > 0 {
          taken[column] -= 1
          column += 1
        }
        guard column < columns else { break }
        var cell = cell
        cell.rowSpan = max(1, min(cell.rowSpan, rows.count - number))
        let free = taken[column...].prefix { $0 == 0 }.count
        cell.columnSpan = max(1, min(cell.columnSpan, free))
        cell.blocks = normalize(cell.blocks)
        for place in column..<(column + cell.columnSpan) { taken[place] = cell.rowSpan - 1 }
        column += cell.columnSpan
        cells.append(cell)
      }
      while column < columns {
        if taken[column] > 0 { taken[column] -= 1 } else { cells.append(Cell()) }
        column += 1
      }
      return Row(attr: row.attr, cells: cells)
    }
  }

  static func normalize(_ inlines: [Inline]) -> [Inline] {
    var result: [Inline] = []
    for inline in inlines {
      let next = normalize(inline)
      guard let last = result.last else {
        result.append(next)
        continue
      }
      if let joined = join(last, next) {
        result[result.count - 1] = joined
      } else {
        result.append(next)
      }
    }
    return result
  }

  /// What two neighbours make together, or nil where they stay apart.
  static func join(_ a: Inline, _ b: Inline) -> Inline? {
    switch (a, b) {
    case (.space, .space): .space
    case (.space, .softBreak), (.softBreak, .space), (.softBreak, .softBreak): .softBreak
    case (.space, .lineBreak), (.softBreak, .lineBreak),
      (.lineBreak, .space), (.lineBreak, .softBreak):
      .lineBreak
    case (.str(let x), .str(let y)): .str(x + y)
    case (.emph(let x), .emph(let y)): .emph(x + y)
    case (.underline(let x), .underline(let y)): .underline(x + y)
    case (.strong(let x), .strong(let y)): .strong(x + y)
    case (.strikeout(let x), .strikeout(let y)): .strikeout(x + y)
    case (.superscript(let x), .superscript(let y)): .superscript(x + y)
    case (.subscript(let x), .subscript(let y)): .subscript(x + y)
    default: nil
    }
  }

  private static func normalize(_ inline: Inline) -> Inline {
    switch inline {
    case .emph(let content): .emph(normalize(content))
    case .underline(let content): .underline(normalize(content))
    case .strong(let content): .strong(normalize(content))
    case .strikeout(let content): .strikeout(normalize(content))
    case .superscript(let content): .superscript(normalize(content))
    case .subscript(let content): .subscript(normalize(content))
    case .smallCaps(let content): .smallCaps(normalize(content))
    case .quoted(let type, let content): .quoted(type, normalize(content))
    case .cite(let citations, let content):
      .cite(
        citations.map {
          var citation = $0
          citation.prefix = normalize(citation.prefix)
          citation.suffix = normalize(citation.suffix)
          return citation
        }, normalize(content))
    case .link(let attr, let content, let target): .link(attr, normalize(content), target)
    case .image(let attr, let content, let target): .image(attr, normalize(content), target)
    case .note(let blocks): .note(normalize(blocks))
    case .span(let attr, let content): .span(attr, normalize(content))
    case .str, .code, .space, .softBreak, .lineBreak, .math, .rawInline: inline
    }
  }
}
