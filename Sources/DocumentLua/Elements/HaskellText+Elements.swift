import DocumentModel

extension HaskellText {
  mutating func add(_ inlines: [Inline]) { list(inlines) { $0.add($1) } }
  mutating func add(_ blocks: [Block]) { list(blocks) { $0.add($1) } }

  mutating func add(_ inline: Inline) {
    switch inline {
    case .str(let text):
      add("Str ")
      string(text)
    case .emph(let content), .underline(let content), .strong(let content),
      .strikeout(let content), .superscript(let content), .subscript(let content),
      .smallCaps(let content):
      add(inline.kind.tag + " ")
      add(content)
    case .quoted(let type, let content):
      add("Quoted \(type.name) ")
      add(content)
    case .cite(let citations, let content):
      add("Cite ")
      list(citations) { $0.add($1) }
      add(" ")
      add(content)
    case .code(let attr, let text):
      add("Code ")
      add(attr)
      add(" ")
      string(text)
    case .space, .softBreak, .lineBreak: add(inline.kind.tag)
    case .math(let type, let text):
      add("Math \(type.name) ")
      string(text)
    case .rawInline(let format, let text): raw("RawInline", format, text)
    case .link(let attr, let content, let target), .image(let attr, let content, let target):
      add(inline.kind.tag + " ")
      add(attr)
      add(" ")
      add(content)
      add(" (")
      string(target.url)
      add(",")
      string(target.title)
      add(")")
    case .note(let blocks):
      add("Note ")
      add(blocks)
    case .span(let attr, let content):
      add("Span ")
      add(attr)
      add(" ")
      add(content)
    }
  }

  private mutating func raw(_ constructor: String, _ format: String, _ text: String) {
    add(constructor + " (Format ")
    string(format)
    add(") ")
    string(text)
  }

  mutating func add(_ block: Block) {
    switch block {
    case .plain(let content), .para(let content):
      add(block.kind.tag + " ")
      add(content)
    case .lineBlock(let lines):
      add("LineBlock ")
      list(lines) { $0.add($1) }
    case .codeBlock(let attr, let text):
      add("CodeBlock ")
      add(attr)
      add(" ")
      string(text)
    case .rawBlock(let format, let text): raw("RawBlock", format, text)
    case .blockQuote(let blocks):
      add("BlockQuote ")
      add(blocks)
    case .orderedList(let attributes, let items):
      add("OrderedList ")
      add(attributes)
      add(" ")
      list(items) { $0.add($1) }
    case .bulletList(let items):
      add("BulletList ")
      list(items) { $0.add($1) }
    case .definitionList(let items):
      add("DefinitionList ")
      list(items) { writer, item in
        writer.parenthesized {
          $0.add(item.term)
          $0.add(",")
          $0.list(item.meanings) { $0.add($1) }
        }
      }
    case .header(let level, let attr, let content):
      add("Header ")
      argument(level)
      add(" ")
      add(attr)
      add(" ")
      add(content)
    case .horizontalRule: add("HorizontalRule")
    case .table(let table): add(table)
    case .figure(let attr, let caption, let blocks):
      add("Figure ")
      add(attr)
      add(" ")
      parenthesized { $0.add(caption) }
      add(" ")
      add(blocks)
    case .div(let attr, let blocks):
      add("Div ")
      add(attr)
      add(" ")
      add(blocks)
    }
  }

  mutating func add(_ attr: Attr) {
    parenthesized {
      $0.string(attr.identifier)
      $0.add(",")
      $0.list(attr.classes) { $0.string($1) }
      $0.add(",")
      $0.add(attr.attributes)
    }
  }

  mutating func add(_ attributes: [Attribute]) {
    list(attributes) { writer, attribute in
      writer.parenthesized {
        $0.string(attribute.name)
        $0.add(",")
        $0.string(attribute.value)
      }
    }
  }

  mutating func add(_ attributes: ListAttributes) {
    add("(\(attributes.start),\(attributes.style.rawValue),\(attributes.delimiter.rawValue))")
  }

  mutating func add(_ citation: Citation) {
    add("Citation {citationId = ")
    string(citation.id)
    add(", citationPrefix = ")
    add(citation.prefix)
    add(", citationSuffix = ")
    add(citation.suffix)
    add(
      ", citationMode = \(citation.mode.rawValue), citationNoteNum = \(citation.noteNumber)"
        + ", citationHash = \(citation.hash)}")
  }

  mutating func add(_ caption: Caption) {
    add("Caption ")
    if let short = caption.short {
      parenthesized {
        $0.add("Just ")
        $0.add(short)
      }
    } else {
      add("Nothing")
    }
    add(" ")
    add(caption.long)
  }

  mutating func add(_ table: Table) {
    add("Table ")
    add(table.attr)
    add(" ")
    parenthesized { $0.add(table.caption) }
    add(" ")
    list(table.columns) { writer, column in
      let width = column.width.map { "ColWidth \(Self.number($0))" } ?? "ColWidthDefault"
      writer.add("(\(column.alignment.rawValue),\(width))")
    }
    add(" ")
    parenthesized { $0.add(table.head) }
    add(" ")
    list(table.bodies) { $0.add($1) }
    add(" ")
    parenthesized { $0.add(table.foot) }
  }

  mutating func add(_ head: TableHead) { rows("TableHead", head.attr, head.rows) }
  mutating func add(_ foot: TableFoot) { rows("TableFoot", foot.attr, foot.rows) }

  private mutating func rows(_ constructor: String, _ attr: Attr, _ rows: [Row]) {
    add(constructor + " ")
    add(attr)
    add(" ")
    list(rows) { $0.add($1) }
  }

  mutating func add(_ body: TableBody) {
    add("TableBody ")
    add(body.attr)
    add(" (RowHeadColumns ")
    argument(body.rowHeadColumns)
    add(") ")
    list(body.head) { $0.add($1) }
    add(" ")
    list(body.rows) { $0.add($1) }
  }

  mutating func add(_ row: Row) {
    add("Row ")
    add(row.attr)
    add(" ")
    list(row.cells) { $0.add($1) }
  }

  mutating func add(_ cell: Cell) {
    add("Cell ")
    add(cell.attr)
    add(" \(cell.alignment.rawValue) (RowSpan ")
    argument(cell.rowSpan)
    add(") (ColSpan ")
    argument(cell.columnSpan)
    add(") ")
    add(cell.blocks)
  }

  mutating func add(_ table: SimpleTable) {
    add("SimpleTable {simpleTableCaption = ")
    add(table.caption)
    add(", simpleTableAlignments = ")
    list(table.alignments) { $0.add($1.rawValue) }
    add(", simpleTableColumnWidths = ")
    list(table.widths) { $0.add(Self.number($1)) }
    add(", simpleTableHeader = ")
    list(table.headers) { $0.add($1) }
    add(", simpleTableBody = ")
    list(table.rows) { $0.list($1) { $0.add($1) } }
    add("}")
  }

  mutating func add(_ document: Pandoc) {
    add("Pandoc (Meta {unMeta = ")
    add(document.meta)
    add("}) ")
    add(document.blocks)
  }

  mutating func add(_ meta: Meta) {
    add("fromList ")
    list(meta.entries) { writer, entry in
      writer.parenthesized {
        $0.string(entry.name)
        $0.add(",")
        $0.add(entry.value)
      }
    }
  }

  mutating func add(_ value: MetaValue) {
    switch value {
    case .map(let map):
      add("MetaMap ")
      parenthesized { $0.add(map) }
    case .list(let values):
      add("MetaList ")
      list(values) { $0.add($1) }
    case .bool(let flag): add(flag ? "MetaBool True" : "MetaBool False")
    case .string(let text):
      add("MetaString ")
      string(text)
    case .inlines(let inlines):
      add("MetaInlines ")
      add(inlines)
    case .blocks(let blocks):
      add("MetaBlocks ")
      add(blocks)
    }
  }
}
