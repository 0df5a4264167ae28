import DocumentModel

/// Blocks as inlines, joined by a separator.
enum BlocksToInlines {
  static func convert(_ blocks: [Block], separator: [Inline] = [.lineBreak]) -> [Inline] {
    var result: [Inline] = []
    for (place, block) in blocks.enumerated() {
      if place > 0 { append(separator, to: &result) }
      append(convert(block), to: &result)
    }
    return result
  }

  /// Appends inlines; where both ends can be one, they are.
  private static func append(_ inlines: [Inline], to result: inout [Inline]) {
    guard let first = inlines.first else { return }
    if let last = result.last, let joined = Normalizer.join(last, first) {
      result[result.count - 1] = joined
      result += inlines.dropFirst()
    } else {
      result += inlines
    }
  }

  private static func joined(_ parts: [[Inline]], by separator: [Inline] = []) -> [Inline] {
    var result: [Inline] = []
    for (place, part) in parts.enumerated() {
      if place > 0 { append(separator, to: &result) }
      append(part, to: &result)
    }
    return result
  }

  private static func convert(_ block: Block) -> [Inline] {
    switch block {
    case .plain(let content), .para(let content), .header(_, _, let content): return content
    case .lineBlock(let lines): return joined(lines, by: [.lineBreak])
    case .codeBlock(let attr, let text): return [.code(attr, text)]
    case .rawBlock(let format, let text): return [.rawInline(format: format, text)]
    case .blockQuote(let blocks), .div(_, let blocks), .figure(_, _, let blocks):
      return convert(blocks)
    case .orderedList(_, let items), .bulletList(let items):
      return joined(items.map { convert($0) })
    case .definitionList(let items):
      return joined(
        items.map { item in
          joined([item.term, [.str(":"), .space], joined(item.meanings.map { convert($0) })])
        }, by: [])
    case .horizontalRule: return []
    case .table(let table):
      let rows =
        table.head.rows + table.bodies.flatMap { $0.head + $0.rows } + table.foot.rows
      return joined(
        rows.map { row in joined(row.cells.map { convert($0.blocks) }) }, by: [.lineBreak])
    }
  }
}
