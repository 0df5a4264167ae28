/// A table, with all that pandoc-types says about one.
package struct Table: Equatable, Sendable {
  package var attr: Attr
  package var caption: Caption
  package var columns: [ColumnSpec]
  package var head: TableHead
  package var bodies: [TableBody]
  package var foot: TableFoot

  package init(
    attr: Attr = .none, caption: Caption = Caption(), columns: [ColumnSpec],
    head: TableHead = TableHead(), bodies: [TableBody] = [], foot: TableFoot = TableFoot()
  ) {
    self.attr = attr
    self.caption = caption
    self.columns = columns
    self.head = head
    self.bodies = bodies
    self.foot = foot
  }
}

/// What stands with a table or figure; the short form is for lists of them.
package struct Caption: Equatable, Sendable {
  package var short: [Inline]?
  package var long: [Block]

  package init(short: [Inline]? = nil, long: [Block] = []) {
    self.short = short
    self.long = long
  }
}

/// How a column is set.
package struct ColumnSpec: Equatable, Sendable {
  package var alignment: Alignment
  /// Share of the text's width, from 0 to 1; nil leaves it to the content.
  package var width: Double?

  package init(_ alignment: Alignment = .default, width: Double? = nil) {
    self.alignment = alignment
    self.width = width
  }
}

/// pandoc's `Alignment`.
package enum Alignment: String, Equatable, Sendable, CaseIterable {
  case left = "AlignLeft"
  case right = "AlignRight"
  case center = "AlignCenter"
  case `default` = "AlignDefault"
}

/// The rows above a table.
package struct TableHead: Equatable, Sendable {
  package var attr: Attr
  package var rows: [Row]

  package init(attr: Attr = .none, rows: [Row] = []) {
    self.attr = attr
    self.rows = rows
  }
}

/// A group of rows, perhaps with heading rows and heading columns of its own.
package struct TableBody: Equatable, Sendable {
  package var attr: Attr
  /// How many columns from the left head their row.
  package var rowHeadColumns: Int
  package var head: [Row]
  package var rows: [Row]

  package init(attr: Attr = .none, rowHeadColumns: Int = 0, head: [Row] = [], rows: [Row] = []) {
    self.attr = attr
    self.rowHeadColumns = rowHeadColumns
    self.head = head
    self.rows = rows
  }
}

/// The rows below a table.
package struct TableFoot: Equatable, Sendable {
  package var attr: Attr
  package var rows: [Row]

  package init(attr: Attr = .none, rows: [Row] = []) {
    self.attr = attr
    self.rows = rows
  }
}

/// A row of cells.
package struct Row: Equatable, Sendable {
  package var attr: Attr
  package var cells: [Cell]

  package init(attr: Attr = .none, cells: [Cell] = []) {
    self.attr = attr
    self.cells = cells
  }
}

/// A cell, perhaps over several rows and columns.
package struct Cell: Equatable, Sendable {
  package var attr: Attr
  package var alignment: Alignment
  package var rowSpan: Int
  package var columnSpan: Int
  package var blocks: [Block]

  package init(
    attr: Attr = .none, alignment: Alignment = .default, rowSpan: Int = 1, columnSpan: Int = 1,
    blocks: [Block] = []
  ) {
    self.attr = attr
    self.alignment = alignment
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.blocks = blocks
  }
}
