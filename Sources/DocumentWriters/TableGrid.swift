import DocumentModel

/// A section of a table with every cell at its place: spans cut where they leave the section, missing cells filled in,
/// surplus ones dropped, as pandoc's writers do before they write.
struct TableGrid {
  /// A cell at its place.
  struct Place {
    let cell: Cell
    let column: Int
    let rowSpan: Int
    let columnSpan: Int
    /// Whether it lies in the columns that head their row.
    let isRowHead: Bool
  }

  /// The cells that begin in each row.
  let rows: [[Place]]

  init(_ source: [Row], columns: Int, rowHeadColumns: Int = 0) {
    var rows: [[Place]] = []
    rows.reserveCapacity(source.count)
    // For how many more rows each column is taken.
    var occupied = [Int](repeating: 0, count: columns)
    let heads = min(max(rowHeadColumns, 0), columns)
    for (number, row) in source.enumerated() {
      var places: [Place] = []
      places.reserveCapacity(row.cells.count)
      var next = 0
      var column = 0
      while column < columns {
        if occupied[column] > 0 {
          column += 1
          continue
        }
        let cell = next < row.cells.count ? row.cells[next] : Cell()
        next += 1
        let isRowHead = column < heads
        let limit = isRowHead ? heads : columns
        var width = 1
        while width < cell.columnSpan, column + width < limit, occupied[column + width] == 0 {
          width += 1
        }
        let height = min(max(cell.rowSpan, 1), source.count - number)
        for taken in column..<(column + width) { occupied[taken] = height }
        places.append(
          Place(
            cell: cell, column: column, rowSpan: height, columnSpan: width, isRowHead: isRowHead))
        column += width
      }
      for index in 0..<columns where occupied[index] > 0 { occupied[index] -= 1 }
      rows.append(places)
    }
    self.rows = rows
  }

  /// Whether no cell holds a block, so that a head or foot need not be written.
  var isBlank: Bool { rows.allSatisfy { $0.allSatisfy(\.cell.blocks.isEmpty) } }

  /// Whether these rows are left out in HTML: no cell holds a block, and none has anything to say of itself.
  static func isNothing(_ rows: [Row], columns: Int) -> Bool {
    TableGrid(rows, columns: columns).rows.allSatisfy { row in
      row.allSatisfy { place in
        place.cell.blocks.isEmpty && place.cell.attr.isEmpty && place.cell.alignment == .default
          && place.rowSpan == 1 && place.columnSpan == 1
      }
    }
  }

  /// Whether these rows come to nothing in a table of so many columns.
  static func isBlank(_ rows: [Row], columns: Int) -> Bool {
    rows.isEmpty || TableGrid(rows, columns: columns).isBlank
  }
}
