import JSONCodec

extension PandocJSONEncoder {
  static func write(_ caption: Caption, to buffer: inout ByteBuffer) {
    buffer.append("[")
    if let short = caption.short { write(short, to: &buffer) } else { buffer.append("null") }
    buffer.append(",")
    write(caption.long, to: &buffer)
    buffer.append("]")
  }

  /// Writes a number; what JSON has no numbers for is written as pandoc's library does.
  private static func write(width: Double, to buffer: inout ByteBuffer) {
    if width.isNaN {
      buffer.append("null")
    } else if width.isInfinite {
      buffer.append(width > 0 ? "\"+inf\"" : "\"-inf\"")
    } else {
      buffer.appendJSON(width)
    }
  }

  /// Writes the six parts of a table, without the brackets.
  static func write(_ table: Table, to buffer: inout ByteBuffer) {
    write(table.attr, to: &buffer)
    buffer.append(",")
    write(table.caption, to: &buffer)
    buffer.append(",")
    list(table.columns, &buffer) { column, buffer in
      buffer.append("[")
      write(column.alignment, to: &buffer)
      if let width = column.width {
        buffer.append(",{\"t\":\"ColWidth\",\"c\":")
        write(width: width, to: &buffer)
        buffer.append("}]")
      } else {
        buffer.append(",{\"t\":\"ColWidthDefault\"}]")
      }
    }
    buffer.append(",[")
    write(table.head.attr, to: &buffer)
    buffer.append(",")
    list(table.head.rows, &buffer) { write($0, to: &$1) }
    buffer.append("],")
    list(table.bodies, &buffer) { body, buffer in
      buffer.append("[")
      write(body.attr, to: &buffer)
      buffer.append(",")
      buffer.append(decimal: body.rowHeadColumns)
      buffer.append(",")
      list(body.head, &buffer) { write($0, to: &$1) }
      buffer.append(",")
      list(body.rows, &buffer) { write($0, to: &$1) }
      buffer.append("]")
    }
    buffer.append(",[")
    write(table.foot.attr, to: &buffer)
    buffer.append(",")
    list(table.foot.rows, &buffer) { write($0, to: &$1) }
    buffer.append("]")
  }

  private static func write(_ alignment: Alignment, to buffer: inout ByteBuffer) {
    buffer.append("{\"t\":\"")
    buffer.append(alignment.rawValue)
    buffer.append("\"}")
  }

  private static func write(_ row: Row, to buffer: inout ByteBuffer) {
    buffer.append("[")
    write(row.attr, to: &buffer)
    buffer.append(",")
    list(row.cells, &buffer) { cell, buffer in
      buffer.append("[")
      write(cell.attr, to: &buffer)
      buffer.append(",")
      write(cell.alignment, to: &buffer)
      buffer.append(",")
      buffer.append(decimal: cell.rowSpan)
      buffer.append(",")
      buffer.append(decimal: cell.columnSpan)
      buffer.append(",")
      write(cell.blocks, to: &buffer)
      buffer.append("]")
    }
    buffer.append("]")
  }
}
