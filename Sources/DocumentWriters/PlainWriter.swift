package import DocumentModel
package import JSONCodec

/// Text for reading as it is: in a mail, on a terminal, in a search index. Markup is left out, lines aren't broken.
package struct PlainWriter: DocumentWriter {
  package let name = "plain"
  package let fileExtension = "txt"

  package init() {}

  package func write(_ document: Pandoc, options: WriterOptions, to buffer: inout ByteBuffer)
    -> [Loss]
  {
    var renderer = PlainRenderer()
    var isEmpty = true
    if options.isStandalone {
      for name in ["title", "subtitle", "author", "date"] {
        guard let value = document.meta[name] else { continue }
        let values = if case .list(let values) = value { values } else { [value] }
        for value in values {
          buffer.append(Stringify.text(value))
          buffer.append("\n")
          isEmpty = false
        }
      }
      if !isEmpty && !document.blocks.isEmpty { buffer.append("\n") }
    }
    renderer.blocks(document.blocks, indent: "", isTight: false, &buffer)
    renderer.footnotes(&buffer)
    return renderer.losses
  }
}

/// One run of the plain writer.
struct PlainRenderer {
  private var notes: [[Block]] = []
  private(set) var losses: [Loss] = []

  private mutating func lose(_ description: String) {
    let loss = Loss(description)
    if !losses.contains(loss) { losses.append(loss) }
  }

  mutating func footnotes(_ buffer: inout ByteBuffer) {
    var number = 0
    while number < notes.count {
      if buffer.count > 0 { buffer.append("\n") }
      let label = "[\(number + 1)] "
      item(label, notes[number], indent: "", isTight: false, &buffer)
      number += 1
    }
  }

  // MARK: - Blocks

  /// Writes blocks, each with a line end, an empty line between them unless they are tight.
  mutating func blocks(
    _ blocks: [Block], indent: String, isTight: Bool, _ buffer: inout ByteBuffer,
    first: String? = nil
  ) {
    var prefix = first ?? indent
    var isFirst = true
    for block in blocks {
      var text = ByteBuffer()
      self.block(block, &text)
      if text.count == 0 { continue }
      if !isFirst && !isTight { buffer.append("\n") }
      text.withBytes { bytes in
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
          if line.isEmpty && prefix == indent {
            buffer.append("\n")
            continue
          }
          buffer.append(prefix)
          buffer.append(Array(line))
          buffer.append("\n")
          prefix = indent
        }
      }
      isFirst = false
    }
    if isFirst, let first {
      buffer.append(first)
      buffer.append("\n")
    }
  }

  /// Writes one block without its last line end.
  private mutating func block(_ block: Block, _ buffer: inout ByteBuffer) {
    switch block {
    case .plain(let content), .para(let content): buffer.append(inlines(content))
    case .header(_, _, let content): buffer.append(inlines(content))
    case .lineBlock(let lines):
      for (place, line) in lines.enumerated() {
        if place > 0 { buffer.append("\n") }
        buffer.append(inlines(line))
      }
    case .codeBlock(_, let text): nested("    ", &buffer) { _, inner in inner.append(text) }
    case .rawBlock(let format, let text):
      if format == "plain" { buffer.append(text) } else { lose("raw \(format) was left out.") }
    case .blockQuote(let content):
      nested("  ", &buffer) { me, inner in
        me.blocks(content, indent: "", isTight: false, &inner)
      }
    case .bulletList(let items):
      let isTight = Self.isTight(items)
      for (place, content) in items.enumerated() {
        if place > 0 && !isTight { buffer.append("\n") }
        item("- ", content, indent: "", isTight: isTight, &buffer)
      }
      trim(&buffer)
    case .orderedList(let attributes, let items):
      let isTight = Self.isTight(items)
      for (place, content) in items.enumerated() {
        if place > 0 && !isTight { buffer.append("\n") }
        let label = ListNumbers.label(attributes.start &+ place, attributes) + " "
        item(label, content, indent: "", isTight: isTight, &buffer)
      }
      trim(&buffer)
    case .definitionList(let definitions):
      for (place, definition) in definitions.enumerated() {
        if place > 0 { buffer.append("\n") }
        buffer.append(inlines(definition.term))
        buffer.append("\n")
        for meaning in definition.meanings {
          blocks(meaning, indent: "  ", isTight: Self.isTight([meaning]), &buffer)
        }
      }
      trim(&buffer)
    case .horizontalRule: buffer.append("--------")
    case .table(let table): self.table(table, &buffer)
    case .figure(_, let caption, let content):
      blocks(content + caption.long, indent: "", isTight: false, &buffer)
      trim(&buffer)
    case .div(_, let content):
      blocks(content, indent: "", isTight: false, &buffer)
      trim(&buffer)
    }
  }

  private mutating func item(
    _ label: String, _ content: [Block], indent: String, isTight: Bool, _ buffer: inout ByteBuffer
  ) {
    let inner = indent + String(repeating: " ", count: label.count)
    blocks(content, indent: inner, isTight: isTight, &buffer, first: indent + label)
  }

  private mutating func nested(
    _ indent: String, _ buffer: inout ByteBuffer,
    _ write: (inout PlainRenderer, inout ByteBuffer) -> Void
  ) {
    var inner = ByteBuffer()
    write(&self, &inner)
    trim(&inner)
    inner.withBytes { bytes in
      var isFirst = true
      for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        if !isFirst { buffer.append("\n") }
        isFirst = false
        if line.isEmpty { continue }
        buffer.append(indent)
        buffer.append(Array(line))
      }
    }
  }

  private func trim(_ buffer: inout ByteBuffer) {
    while buffer.last == 0x0A { buffer.truncate(to: buffer.count - 1) }
  }

  private static func isTight(_ items: [[Block]]) -> Bool {
    items.allSatisfy { item in
      item.allSatisfy { block in
        switch block {
        case .plain, .bulletList, .orderedList: true
        default: false
        }
      }
    }
  }

  // MARK: - Tables

  private mutating func table(_ table: Table, _ buffer: inout ByteBuffer) {
    let columns = table.columns.count
    var rows: [[String]] = []
    let sections =
      [(table.head.rows, 0)] + table.bodies.map { ($0.head + $0.rows, $0.rowHeadColumns) }
      + [(table.foot.rows, 0)]
    for (section, heads) in sections where !TableGrid.isBlank(section, columns: columns) {
      for places in TableGrid(section, columns: columns, rowHeadColumns: heads).rows {
        var row = [String](repeating: "", count: columns)
        for place in places { row[place.column] = cellText(place.cell) }
        rows.append(row)
      }
    }
    if !table.caption.long.isEmpty {
      blocks(table.caption.long, indent: "", isTight: false, &buffer)
      buffer.append("\n")
    }
    let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
    let heads =
      TableGrid.isBlank(table.head.rows, columns: table.columns.count) ? 0 : table.head.rows.count
    for (number, row) in rows.enumerated() {
      if number > 0 { buffer.append("\n") }
      var line = ""
      for column in 0..<columns {
        let padding = String(repeating: " ", count: widths[column] - row[column].count)
        let isRight = table.columns[column].alignment == .right
        line += (column > 0 ? "  " : "") + (isRight ? padding + row[column] : row[column] + padding)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      buffer.append(line)
      if number + 1 == heads {
        buffer.append("\n")
        buffer.append(
          widths.map { String(repeating: "-", count: max($0, 1)) }.joined(separator: "  "))
      }
    }
    trim(&buffer)
  }

  private mutating func cellText(_ cell: Cell) -> String {
    var buffer = ByteBuffer()
    blocks(cell.blocks, indent: "", isTight: true, &buffer)
    trim(&buffer)
    return buffer.string().replacing("\n", with: " ")
  }

  // MARK: - Inlines

  private mutating func inlines(_ inlines: [Inline]) -> String {
    var text = ""
    append(inlines, &text)
    return text
  }

  private mutating func append(_ inlines: [Inline], _ text: inout String) {
    for inline in inlines {
      switch inline {
      case .str(let string): text += string
      case .space, .softBreak: text += " "
      case .lineBreak: text += "\n"
      case .emph(let content), .underline(let content), .strong(let content),
        .strikeout(let content), .superscript(let content), .subscript(let content),
        .smallCaps(let content), .span(_, let content), .cite(_, let content):
        append(content, &text)
      case .link(_, let content, let target):
        let start = text.endIndex
        append(content, &text)
        let shown = text[start...]
        if !target.url.hasPrefix("#"), !target.url.isEmpty, shown != target.url,
          "mailto:" + shown != target.url
        {
          text += shown.isEmpty ? target.url : " (\(target.url))"
        }
      case .image(_, let alternative, let target):
        if alternative.isEmpty {
          text += "[\(target.url)]"
        } else {
          text += "["
          append(alternative, &text)
          text += "]"
        }
      case .quoted(let type, let content):
        text += type == .single ? "‘" : "“"
        append(content, &text)
        text += type == .single ? "’" : "”"
      case .code(_, let source), .math(_, let source): text += source
      case .rawInline(let format, let source):
        if format == "plain" { text += source } else { lose("raw \(format) was left out.") }
      case .note(let blocks):
        notes.append(blocks)
        text += "[\(notes.count)]"
      }
    }
  }
}
