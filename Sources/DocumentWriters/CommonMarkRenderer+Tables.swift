import DocumentModel
import JSONCodec

extension CommonMarkRenderer {
  /// A pipe table where the table is simple enough, else HTML.
  mutating func table(_ table: Table) {
    guard let rows = Self.simpleRows(table), !table.columns.isEmpty else {
      return htmlTable(table)
    }
    if !table.caption.long.isEmpty {
      lose("a table's caption became the text before it.")
      blocks(table.caption.long, isTight: false)
      endLine()
    }
    if table.columns.contains(where: { $0.width != nil }) {
      lose("the widths of table columns were left out.")
    }
    if table.head.rows.isEmpty { lose("a table without a header got an empty one.") }
    for (place, row) in rows.enumerated() {
      var line = "|"
      for cell in row { line += cell.isEmpty ? "  |" : " \(inlineText(cell, context: .cell)) |" }
      emitLines(line)
      if place > 0 { continue }
      line = "|"
      for column in table.columns {
        switch column.alignment {
        case .left: line += " :--- |"
        case .right: line += " ---: |"
        case .center: line += " :---: |"
        case .default: line += " --- |"
        }
      }
      emitLines(line)
    }
  }

  /// The cells as inlines, header first; nil where something in the table needs HTML.
  private static func simpleRows(_ table: Table) -> [[[Inline]]]? {
    guard table.attr.isEmpty, table.head.attr.isEmpty, table.head.rows.count <= 1,
      table.foot.rows.isEmpty, table.bodies.count <= 1
    else { return nil }
    if let body = table.bodies.first,
      !body.head.isEmpty || body.rowHeadColumns != 0 || !body.attr.isEmpty
    {
      return nil
    }
    let empty = Row(cells: table.columns.map { _ in Cell() })
    let rows = [table.head.rows.first ?? empty] + (table.bodies.first?.rows ?? [])
    var result: [[[Inline]]] = []
    for row in rows {
      guard row.attr.isEmpty, row.cells.count == table.columns.count else { return nil }
      var cells: [[Inline]] = []
      for cell in row.cells {
        guard cell.attr.isEmpty, cell.alignment == .default, cell.rowSpan == 1,
          cell.columnSpan == 1, cell.blocks.count <= 1
        else { return nil }
        switch cell.blocks.first {
        case nil: cells.append([])
        case .plain(let content)?, .para(let content)?: cells.append(content)
        default: return nil
        }
      }
      result.append(cells)
    }
    return result
  }

  private mutating func htmlTable(_ table: Table) {
    var renderer = HTMLRenderer()
    var buffer = ByteBuffer()
    renderer.table(table, &buffer)
    if !renderer.notes.isEmpty { lose("footnotes in a table that needed HTML were left out.") }
    for loss in renderer.losses { lose(loss.description) }
    // An empty line would end the HTML block.
    let lines = buffer.string().split(separator: "\n").map { line in
      line.allSatisfy(\.isWhitespace) ? "" : String(line)
    }
    emitLines(lines.filter { !$0.isEmpty }.joined(separator: "\n"))
  }
}
