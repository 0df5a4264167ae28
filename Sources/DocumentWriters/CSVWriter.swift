package import DocumentModel
package import JSONCodec

/// The tables of a document as comma-separated values (RFC 4180), an empty line between them.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises: text that somebody
/// typed into a form must not run on the computer of who opens the file. Numbers stay numbers.
package struct CSVWriter: DocumentWriter {
  package let name = "csv"
  package let fileExtension = "csv"

  package init() {}

  package func write(_ document: Pandoc, options: WriterOptions, to buffer: inout ByteBuffer)
    throws(WriterError) -> [Loss]
  {
    var tables: [Table] = []
    Self.collect(document.blocks, &tables)
    if tables.isEmpty { throw WriterError.noTable }
    for (place, table) in tables.enumerated() {
      if place > 0 { buffer.append("\r\n") }
      write(table, &buffer)
    }
    let hasMore = document.blocks.contains { block in
      if case .table = block { false } else { true }
    }
    return hasMore ? [Loss("text outside the tables was left out; csv holds tables only.")] : []
  }

  /// Writes rows of text, for tables that never were a document.
  package func write(rows: [[String]], to buffer: inout ByteBuffer) {
    for row in rows { write(row, &buffer) }
  }

  private static func collect(_ blocks: [Block], _ tables: inout [Table]) {
    for block in blocks {
      switch block {
      case .table(let table): tables.append(table)
      case .div(_, let content), .blockQuote(let content), .figure(_, _, let content):
        collect(content, &tables)
      case .bulletList(let items), .orderedList(_, let items):
        for item in items { collect(item, &tables) }
      case .definitionList(let definitions):
        for meaning in definitions.flatMap(\.meanings) { collect(meaning, &tables) }
      default: continue
      }
    }
  }

  private func write(_ table: Table, _ buffer: inout ByteBuffer) {
    let columns = table.columns.count
    let sections = [table.head.rows] + table.bodies.map { $0.head + $0.rows } + [table.foot.rows]
    for section in sections where !section.isEmpty {
      for places in TableGrid(section, columns: columns).rows {
        var row = [String](repeating: "", count: columns)
        for place in places { row[place.column] = Self.text(place.cell) }
        write(row, &buffer)
      }
    }
  }

  private static func text(_ cell: Cell) -> String {
    var buffer = ByteBuffer()
    var renderer = PlainRenderer()
    renderer.blocks(cell.blocks, indent: "", isTight: true, &buffer)
    while buffer.last == 0x0A { buffer.truncate(to: buffer.count - 1) }
    return buffer.string()
  }

  private func write(_ row: [String], _ buffer: inout ByteBuffer) {
    for (place, field) in row.enumerated() {
      if place > 0 { buffer.append(",") }
      let text = Self.neutral(field)
      let isQuoted =
        text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) } || text.hasPrefix(" ")
        || text.hasSuffix(" ") || (row.count == 1 && text.isEmpty)
      if !isQuoted {
        buffer.append(text)
        continue
      }
      buffer.append("\"")
      for byte in text.utf8 {
        if byte == 0x22 { buffer.append(byte) }
        buffer.append(byte)
      }
      buffer.append("\"")
    }
    buffer.append("\r\n")
  }

  /// The text, with an apostrophe before it where a spreadsheet would compute it.
  static func neutral(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    switch first {
    case "=", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
      return "'" + text
    case "+", "-":
      let rest = text.dropFirst()
      let isNumber =
        !rest.isEmpty && rest.contains { $0.isNumber }
        && rest.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "," || $0 == " ") }
      return isNumber ? text : "'" + text
    default: return text
    }
  }
}
