import DocumentModel
import JSONCodec

extension Element {
  /// Writes the element as it stands in pandoc's JSON.
  func writeJSON(to buffer: inout ByteBuffer) {
    switch self {
    case .inline(let value): PandocJSONEncoder.write(value, to: &buffer)
    case .block(let value): PandocJSONEncoder.write(value, to: &buffer)
    case .pandoc(let value): PandocJSONEncoder.write(value, to: &buffer)
    case .citation(let value): PandocJSONEncoder.write(value, to: &buffer)
    case .attr(let value): JSON.attr(value).write(to: &buffer)
    case .attributes(let value): JSON.attributes(value).write(to: &buffer)
    case .listAttributes(let value):
      JSONValue.array([
        .integer(value.start), JSON.tag(value.style.rawValue), JSON.tag(value.delimiter.rawValue),
      ]).write(to: &buffer)
    case .caption(let value): JSON.write(value, to: &buffer)
    case .cell(let value): JSON.write(value, to: &buffer)
    case .row(let value): JSON.write(value, to: &buffer)
    case .tableHead(let value): JSON.write(value.attr, value.rows, to: &buffer)
    case .tableFoot(let value): JSON.write(value.attr, value.rows, to: &buffer)
    case .tableBody(let value): JSON.write(value, to: &buffer)
    case .simpleTable(let value): JSON.write(value, to: &buffer)
    }
  }

  /// The parts of elements, which the document's own codec never writes alone.
  private enum JSON {
    static func attr(_ attr: Attr) -> JSONValue {
      .array([
        .string(attr.identifier), .array(attr.classes.map { .string($0) }),
        attributes(attr.attributes),
      ])
    }

    static func attributes(_ attributes: [Attribute]) -> JSONValue {
      .array(attributes.map { .array([.string($0.name), .string($0.value)]) })
    }

    static func tag(_ name: String) -> JSONValue { ["t": .string(name)] }

    static func list<Item>(
      _ items: [Item], to buffer: inout ByteBuffer, _ write: (Item, inout ByteBuffer) -> Void
    ) {
      buffer.append("[")
      for (place, item) in items.enumerated() {
        if place > 0 { buffer.append(",") }
        write(item, &buffer)
      }
      buffer.append("]")
    }

    static func write(_ caption: Caption, to buffer: inout ByteBuffer) {
      buffer.append("[")
      if let short = caption.short {
        PandocJSONEncoder.write(short, to: &buffer)
      } else {
        buffer.append("null")
      }
      buffer.append(",")
      PandocJSONEncoder.write(caption.long, to: &buffer)
      buffer.append("]")
    }

    static func write(_ cell: Cell, to buffer: inout ByteBuffer) {
      buffer.append("[")
      attr(cell.attr).write(to: &buffer)
      buffer.append(",")
      tag(cell.alignment.rawValue).write(to: &buffer)
      buffer.append(",")
      buffer.append(decimal: cell.rowSpan)
      buffer.append(",")
      buffer.append(decimal: cell.columnSpan)
      buffer.append(",")
      PandocJSONEncoder.write(cell.blocks, to: &buffer)
      buffer.append("]")
    }

    static func write(_ row: Row, to buffer: inout ByteBuffer) {
      buffer.append("[")
      attr(row.attr).write(to: &buffer)
      buffer.append(",")
      list(row.cells, to: &buffer) { write($0, to: &$1) }
      buffer.append("]")
    }

    static func write(_ rowsAttr: Attr, _ rows: [Row], to buffer: inout ByteBuffer) {
      buffer.append("[")
      attr(rowsAttr).write(to: &buffer)
      buffer.append(",")
      list(rows, to: &buffer) { write($0, to: &$1) }
      buffer.append("]")
    }

    static func write(_ body: TableBody, to buffer: inout ByteBuffer) {
      buffer.append("[")
      attr(body.attr).write(to: &buffer)
      buffer.append(",")
      buffer.append(decimal: body.rowHeadColumns)
      buffer.append(",")
      list(body.head, to: &buffer) { write($0, to: &$1) }
      buffer.append(",")
      list(body.rows, to: &buffer) { write($0, to: &$1) }
      buffer.append("]")
    }

    static func write(_ table: SimpleTable, to buffer: inout ByteBuffer) {
      buffer.append("[")
      PandocJSONEncoder.write(table.caption, to: &buffer)
      buffer.append(",")
      list(table.alignments, to: &buffer) { tag($0.rawValue).write(to: &$1) }
      buffer.append(",")
      JSONValue.array(table.widths.map { .double($0) }).write(to: &buffer)
      buffer.append(",")
      list(table.headers, to: &buffer) { PandocJSONEncoder.write($0, to: &$1) }
      buffer.append(",")
      list(table.rows, to: &buffer) { row, buffer in
        list(row, to: &buffer) { PandocJSONEncoder.write($0, to: &$1) }
      }
      buffer.append("]")
    }
  }
}

extension [Inline] {
  var json: String {
    var buffer = ByteBuffer()
    PandocJSONEncoder.write(self, to: &buffer)
    return buffer.string()
  }
}

extension [Block] {
  var json: String {
    var buffer = ByteBuffer()
    PandocJSONEncoder.write(self, to: &buffer)
    return buffer.string()
  }
}
