import DocumentModel
import JSONCodec

extension HTMLRenderer {
  mutating func table(_ table: Table, _ buffer: inout ByteBuffer) {
    var attr = table.attr
    let widths = table.columns.map { $0.width ?? 0 }
    let total = widths.reduce(0, +)
    if total > 0, total < 1, attr["style"] == nil {
      let percent = Int((total * 100).rounded(.toNearestOrEven))
      attr.attributes.insert(Attribute("style", "width:\(percent)%;"), at: 0)
    }
    buffer.append("<table")
    HTMLText.attributes(attr, &buffer)
    buffer.append(">\n")
    if !table.caption.long.isEmpty {
      buffer.append("<caption>")
      blocks(table.caption.long, &buffer)
      buffer.append("</caption>\n")
    }
    if table.columns.contains(where: { $0.width != nil }) { columns(table.columns, &buffer) }
    let alignments = table.columns.map(\.alignment)
    if !TableGrid.isNothing(table.head.rows, columns: table.columns.count) {
      buffer.append("<thead")
      HTMLText.attributes(table.head.attr, &buffer)
      buffer.append(">\n")
      rows(table.head.rows, alignments, isHead: true, &buffer)
      buffer.append("</thead>\n")
    }
    for (place, body) in table.bodies.enumerated() {
      if place > 0 { buffer.append("\n") }
      buffer.append("<tbody")
      HTMLText.attributes(body.attr, &buffer)
      buffer.append(">\n")
      if !body.head.isEmpty {
        rows(body.head, alignments, isHead: true, &buffer)
        buffer.append("\n")
      }
      rows(body.rows, alignments, rowHeadColumns: body.rowHeadColumns, &buffer)
      buffer.append("</tbody>")
    }
    if !TableGrid.isNothing(table.foot.rows, columns: table.columns.count) {
      buffer.append("<tfoot")
      HTMLText.attributes(table.foot.attr, &buffer)
      buffer.append(">\n")
      rows(table.foot.rows, alignments, &buffer)
      buffer.append("</tfoot>\n")
    }
    buffer.append("\n</table>")
  }

  private func columns(_ columns: [ColumnSpec], _ buffer: inout ByteBuffer) {
    buffer.append("<colgroup>\n")
    for column in columns {
      if let width = column.width, abs(width) < 1e6 {
        buffer.append("<col style=\"width: ")
        buffer.append(decimal: Int(width * 100))
        buffer.append("%\" />\n")
      } else {
        buffer.append("<col />\n")
      }
    }
    buffer.append("</colgroup>\n")
  }

  private mutating func rows(
    _ rows: [Row], _ alignments: [Alignment], rowHeadColumns: Int = 0, isHead: Bool = false,
    _ buffer: inout ByteBuffer
  ) {
    let grid = TableGrid(rows, columns: alignments.count, rowHeadColumns: rowHeadColumns)
    for (row, places) in zip(rows, grid.rows) {
      buffer.append("<tr")
      HTMLText.attributes(row.attr, &buffer)
      buffer.append(">\n")
      for place in places {
        cell(place, alignments[place.column], isHead: isHead || place.isRowHead, &buffer)
      }
      buffer.append("</tr>\n")
    }
  }

  private mutating func cell(
    _ place: TableGrid.Place, _ alignment: Alignment, isHead: Bool, _ buffer: inout ByteBuffer
  ) {
    buffer.append(isHead ? "<th" : "<td")
    if place.columnSpan > 1 { HTMLText.attribute("colspan", String(place.columnSpan), &buffer) }
    if place.rowSpan > 1 { HTMLText.attribute("rowspan", String(place.rowSpan), &buffer) }
    var attr = place.cell.attr
    let own = place.cell.alignment == .default ? alignment : place.cell.alignment
    if let word = Self.word(own) {
      let style = "text-align: \(word);" + Self.otherStyles(attr["style"] ?? "")
      if attr["style"] == nil {
        attr.attributes.insert(Attribute("style", style), at: 0)
      } else {
        attr["style"] = style
      }
    }
    HTMLText.attributes(attr, &buffer)
    buffer.append(">")
    blocks(place.cell.blocks, &buffer)
    buffer.append(isHead ? "</th>\n" : "</td>\n")
  }

  private static func word(_ alignment: Alignment) -> String? {
    switch alignment {
    case .left: "left"
    case .right: "right"
    case .center: "center"
    case .default: nil
    }
  }

  /// The rules of a style but for the alignment, each behind a space.
  private static func otherStyles(_ style: String) -> String {
    style.split(separator: ";").compactMap { rule in
      guard let colon = rule.firstIndex(of: ":") else { return nil }
      let name = rule[..<colon].filter { !$0.isWhitespace }
      let value = rule[rule.index(after: colon)...].drop(while: \.isWhitespace)
      return name == "text-align" ? nil : " \(name): \(value);"
    }.joined()
  }
}
