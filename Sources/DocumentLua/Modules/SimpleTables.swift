import DocumentModel

/// Tables as pandoc knew them before version 2.10, and back.
extension SimpleTable {
  /// The table without what it can't say: the short caption, attributes, several bodies, spans. Cells that others
  /// span are empty.
  init(_ table: Table) {
    let columns = table.columns.count
    let head = Self.grid(table.head.rows, columns)
    let bodies = table.bodies.flatMap {
      Self.grid($0.head, columns) + Self.grid($0.rows, columns)
    }
    self.init(
      caption: BlocksToInlines.convert(table.caption.long),
      alignments: table.columns.map(\.alignment), widths: table.columns.map { $0.width ?? 0 },
      headers: head.first ?? [],
      rows: head.dropFirst() + bodies + Self.grid(table.foot.rows, columns))
  }

  /// The content of each place in the table.
  private static func grid(_ rows: [Row], _ columns: Int) -> [[[Block]]] {
    var taken = [Int](repeating: 0, count: columns)
    return rows.map { row in
      var line: [[Block]] = []
      var cells = row.cells[...]
      while line.count < columns {
        let column = line.count
        if taken[column] > 0 {
          taken[column] -= 1
          line.append([])
        } else if let cell = cells.popFirst() {
          let width = max(1, min(cell.columnSpan, columns - column))
          line.append(cell.blocks)
          for _ in 1..<width { line.append([]) }
          for place in column..<(column + width) { taken[place] = max(0, cell.rowSpan - 1) }
        } else {
          line.append([])
        }
      }
      return line
    }
  }

  /// The table in today's form.
  var table: Table {
    func row(_ cells: [[Block]]) -> Row { Row(cells: cells.map { Cell(blocks: $0) }) }
    let columns = alignments.enumerated().map { place, alignment in
      let width = place < widths.count ? widths[place] : 0
      return ColumnSpec(alignment, width: width == 0 ? nil : width)
    }
    return Table(
      caption: Caption(long: caption.isEmpty ? [] : [.plain(caption)]), columns: columns,
      head: TableHead(rows: headers.isEmpty ? [] : [row(headers)]),
      bodies: rows.isEmpty ? [] : [TableBody(rows: rows.map(row))])
  }
}
