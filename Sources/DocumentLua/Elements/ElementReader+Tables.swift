import CDocumentLua
import CLuaKit
import DocumentModel
import LuaKit

extension ElementReader {
  /// A Caption: an element, a table with `long` and perhaps `short`, or blocks.
  mutating func caption(_ index: Int32) throws(DocumentLuaError) -> Caption {
    func blocks(_ reader: inout ElementReader, _ at: Int32) throws(DocumentLuaError) -> [Block] {
      try reader.blocks(at)
    }
    func inlines(_ reader: inout ElementReader, _ at: Int32) throws(DocumentLuaError) -> [Inline] {
      try reader.inlines(at)
    }
    if var caption = try part(.caption, index, as: Caption.self, depth: { $0.depth }) {
      if let long = try slot(1, of: index, blocks) { caption.long = long }
      if let short = try slot(2, of: index, inlines) { caption.short = short }
      return caption
    }
    if type(index) == LUA_TTABLE, let long = try field("long", of: index, blocks) {
      return Caption(short: try field("short", of: index, inlines), long: long)
    }
    return Caption(long: try self.blocks(index))
  }

  func alignment(_ index: Int32) throws(DocumentLuaError) -> Alignment {
    try member("AlignLeft, AlignRight, AlignCenter or AlignDefault", index) {
      Alignment(rawValue: $0)
    }
  }

  mutating func columns(_ index: Int32) throws(DocumentLuaError) -> [ColumnSpec] {
    try list(index) { reader, at throws(DocumentLuaError) in try reader.column(at) }
  }

  /// A pair of alignment and width; no width leaves the column to its content.
  func column(_ index: Int32) throws(DocumentLuaError) -> ColumnSpec {
    guard type(index) == LUA_TTABLE else { throw unexpected("pair of alignment and width", index) }
    let top = lua_gettop(pointer)
    defer { lua_settop(pointer, top) }
    lua_rawgeti(pointer, index, 1)
    lua_rawgeti(pointer, index, 2)
    return ColumnSpec(try alignment(top + 1), width: number(top + 2))
  }

  mutating func cells(_ index: Int32) throws(DocumentLuaError) -> [Cell] {
    try list(index) { reader, at throws(DocumentLuaError) in try reader.cell(at) }
  }

  /// A Cell: an element, or a table with all its fields.
  mutating func cell(_ index: Int32) throws(DocumentLuaError) -> Cell {
    func attr(_ reader: inout ElementReader, _ at: Int32) throws(DocumentLuaError) -> Attr {
      try reader.attr(at)
    }
    func align(_ reader: inout ElementReader, _ at: Int32) throws(DocumentLuaError) -> Alignment {
      try reader.alignment(at)
    }
    func integer(_ reader: inout ElementReader, _ at: Int32) throws(DocumentLuaError) -> Int {
      try reader.integer(at)
    }
    func blocks(_ reader: inout ElementReader, _ at: Int32) throws(DocumentLuaError) -> [Block] {
      try reader.blocks(at)
    }
    if var cell = try part(.cell, index, as: Cell.self, depth: { $0.blocks.depth }) {
      if let new = try slot(1, of: index, attr) { cell.attr = new }
      if let new = try slot(2, of: index, align) { cell.alignment = new }
      if let new = try slot(3, of: index, integer) { cell.rowSpan = new }
      if let new = try slot(4, of: index, integer) { cell.columnSpan = new }
      if let new = try slot(5, of: index, blocks) { cell.blocks = new }
      return cell
    }
    guard type(index) == LUA_TTABLE else { throw unexpected("Cell or table", index) }
    guard let content = try field("contents", of: index, blocks),
      let alignment = try field("alignment", of: index, align)
    else {
      throw DocumentLuaError(
        "a table as a Cell needs attr, alignment, row_span, col_span and contents")
    }
    return Cell(
      attr: try field("attr", of: index, attr) ?? .none, alignment: alignment,
      rowSpan: try field("row_span", of: index, integer) ?? 1,
      columnSpan: try field("col_span", of: index, integer) ?? 1, blocks: content)
  }

  mutating func rows(_ index: Int32) throws(DocumentLuaError) -> [Row] {
    try list(index) { reader, at throws(DocumentLuaError) in try reader.row(at) }
  }

  /// A Row: an element, or a pair of attributes and cells.
  mutating func row(_ index: Int32) throws(DocumentLuaError) -> Row {
    guard var row = try part(.row, index, as: Row.self, depth: { [$0].depth }) else {
      return try rowOfPair(index)
    }
    if let new = try rowAttr(index) { row.attr = new }
    if let new = try slot(
      2, of: index, { reader, at throws(DocumentLuaError) in try reader.cells(at) })
    {
      row.cells = new
    }
    return row
  }

  private mutating func rowOfPair(_ index: Int32) throws(DocumentLuaError) -> Row {
    guard type(index) == LUA_TTABLE, lua_rawlen(pointer, index) == 2 else {
      throw unexpected("Row, or pair of attributes and cells,", index)
    }
    let top = lua_gettop(pointer)
    defer { lua_settop(pointer, top) }
    lua_rawgeti(pointer, index, 1)
    lua_rawgeti(pointer, index, 2)
    return Row(attr: try attr(top + 1), cells: try cells(top + 2))
  }

  private mutating func rowAttr(_ index: Int32) throws(DocumentLuaError) -> Attr? {
    try slot(1, of: index) { reader, at throws(DocumentLuaError) in try reader.attr(at) }
  }

  private mutating func slotRows(
    _ number: Int32, _ index: Int32
  ) throws(DocumentLuaError) -> [Row]? {
    try slot(number, of: index) { reader, at throws(DocumentLuaError) in try reader.rows(at) }
  }

  mutating func tableHead(_ index: Int32) throws(DocumentLuaError) -> TableHead {
    guard let head = try part(.tableHead, index, as: TableHead.self, depth: { $0.rows.depth })
    else {
      throw unexpected("TableHead", index)
    }
    return TableHead(
      attr: try rowAttr(index) ?? head.attr, rows: try slotRows(2, index) ?? head.rows)
  }

  mutating func tableFoot(_ index: Int32) throws(DocumentLuaError) -> TableFoot {
    guard let foot = try part(.tableFoot, index, as: TableFoot.self, depth: { $0.rows.depth })
    else {
      throw unexpected("TableFoot", index)
    }
    return TableFoot(
      attr: try rowAttr(index) ?? foot.attr, rows: try slotRows(2, index) ?? foot.rows)
  }

  mutating func tableBodies(_ index: Int32) throws(DocumentLuaError) -> [TableBody] {
    try list(index) { reader, at throws(DocumentLuaError) in try reader.tableBody(at) }
  }

  /// A TableBody: an element, or a table with all its fields.
  mutating func tableBody(_ index: Int32) throws(DocumentLuaError) -> TableBody {
    if let body = try part(
      .tableBody, index, as: TableBody.self, depth: { max($0.head.depth, $0.rows.depth) })
    {
      let columns = try slot(4, of: index) { reader, at throws(DocumentLuaError) in
        try reader.integer(at)
      }
      return TableBody(
        attr: try rowAttr(index) ?? body.attr, rowHeadColumns: columns ?? body.rowHeadColumns,
        head: try slotRows(3, index) ?? body.head, rows: try slotRows(2, index) ?? body.rows)
    }
    func rows(_ reader: inout ElementReader, _ at: Int32) throws(DocumentLuaError) -> [Row] {
      try reader.rows(at)
    }
    guard type(index) == LUA_TTABLE else { throw unexpected("TableBody or table", index) }
    let attr = try field("attr", of: index) { reader, at throws(DocumentLuaError) in
      try reader.attr(at)
    }
    let body = try field("body", of: index, rows)
    let head = try field("head", of: index, rows)
    let columns = try field("row_head_columns", of: index) { reader, at throws(DocumentLuaError) in
      try reader.integer(at)
    }
    guard let attr, let body, let head, let columns else {
      throw DocumentLuaError(
        "a table as a TableBody needs attr, body, head and row_head_columns")
    }
    return TableBody(attr: attr, rowHeadColumns: columns, head: head, rows: body)
  }

  mutating func simpleTable(_ index: Int32) throws(DocumentLuaError) -> SimpleTable {
    guard var table = try part(.simpleTable, index, as: SimpleTable.self, depth: { $0.depth })
    else {
      throw unexpected("SimpleTable", index)
    }
    if let new = try slot(
      1, of: index, { reader, at throws(DocumentLuaError) in try reader.inlines(at) })
    {
      table.caption = new
    }
    if let new = try slot(
      2, of: index, { reader, at throws(DocumentLuaError) in try reader.alignments(at) })
    {
      table.alignments = new
    }
    if let new = try slot(
      3, of: index, { reader, at throws(DocumentLuaError) in try reader.widths(at) })
    {
      table.widths = new
    }
    if let new = try slot(
      4, of: index, { reader, at throws(DocumentLuaError) in try reader.itemsForConstructor(at) })
    {
      table.headers = new
    }
    if let new = try slot(
      5, of: index, { reader, at throws(DocumentLuaError) in try reader.simpleRows(at) })
    {
      table.rows = new
    }
    return table
  }

  mutating func alignments(_ index: Int32) throws(DocumentLuaError) -> [Alignment] {
    try list(index) { reader, at throws(DocumentLuaError) in try reader.alignment(at) }
  }

  mutating func widths(_ index: Int32) throws(DocumentLuaError) -> [Double] {
    try list(index) { reader, at throws(DocumentLuaError) in
      guard let width = reader.number(at) else { throw reader.unexpected("number", at) }
      return width
    }
  }

  mutating func simpleRows(_ index: Int32) throws(DocumentLuaError) -> [[[Block]]] {
    try list(index) { reader, at throws(DocumentLuaError) in try reader.itemsForConstructor(at) }
  }
}
