import DocumentModel
import JSONCodec

extension HTMLRenderer {
  /// Writes blocks with a line end between them.
  ///
  /// - Parameter isOutline: whether these blocks are the document's own or those of its divs, where pandoc writes headers
  ///   with their identifier last.
  mutating func blocks(_ blocks: [Block], _ buffer: inout ByteBuffer, isOutline: Bool = false) {
    var isFirst = true
    for block in blocks {
      if isDropped(block) { continue }
      if !isFirst { buffer.append(UInt8(ascii: "\n")) }
      isFirst = false
      self.block(block, &buffer, isOutline)
    }
  }

  /// Whether a block leaves no trace: empty paragraphs, and raw text of other formats.
  private mutating func isDropped(_ block: Block) -> Bool {
    switch block {
    case .para(let content), .plain(let content): return content.isEmpty
    case .rawBlock(let format, let text)
    where !Self.isHTML(format) && !Self.isFormula(format, text):
      lose("raw \(format) was left out; html can't hold it.")
      return true
    default: return false
    }
  }

  private mutating func block(_ block: Block, _ buffer: inout ByteBuffer, _ isOutline: Bool) {
    switch block {
    case .plain(let content): inlines(content, &buffer)
    case .para(let content):
      buffer.append("<p>")
      inlines(content, &buffer)
      buffer.append("</p>")
    case .header(let level, let attr, let content):
      header(level, attr, content, &buffer, isOutline)
    case .bulletList(let items):
      list("ul", Self.isTaskList(items) ? " class=\"task-list\"" : "", items, &buffer)
    case .orderedList(let attributes, let items): orderedList(attributes, items, &buffer)
    case .blockQuote(let content):
      buffer.append("<blockquote>\n")
      blocks(content, &buffer)
      buffer.append("\n</blockquote>")
    case .codeBlock(let attr, let text):
      buffer.append("<pre")
      HTMLText.attributes(attr, &buffer)
      buffer.append("><code>")
      HTMLText.writeQuoted(text, &buffer)
      buffer.append("</code></pre>")
    case .lineBlock(let lines):
      buffer.append("<div class=\"line-block\">")
      for (place, line) in lines.enumerated() {
        if place > 0 { buffer.append("<br />\n") }
        inlines(line, &buffer)
      }
      buffer.append("</div>")
    case .definitionList(let definitions): definitionList(definitions, &buffer)
    case .rawBlock(let format, let text):
      Self.isHTML(format) ? buffer.append(text) : math(.display, text, &buffer)
    case .horizontalRule: buffer.append("<hr />")
    case .table(let table): self.table(table, &buffer)
    case .figure(let attr, let caption, let content): figure(attr, caption, content, &buffer)
    case .div(let attr, let content): div(attr, content, &buffer, isOutline)
    }
  }

  private mutating func header(
    _ level: Int, _ attr: Attr, _ content: [Inline], _ buffer: inout ByteBuffer, _ isOutline: Bool
  ) {
    let isNumbered = (1...6).contains(level)
    buffer.append(isNumbered ? "<h" : "<p")
    if isNumbered { buffer.append(decimal: level) }
    var attr = attr
    if level > 6 { attr.classes.insert("heading", at: 0) }
    if isOutline {
      HTMLText.classes(attr.classes, &buffer)
      HTMLText.keyValues(attr.attributes, &buffer)
      if !attr.identifier.isEmpty { HTMLText.attribute("id", attr.identifier, &buffer) }
    } else {
      HTMLText.attributes(attr, &buffer)
    }
    buffer.append(">")
    inlines(content, &buffer)
    buffer.append(isNumbered ? "</h" : "</p")
    if isNumbered { buffer.append(decimal: level) }
    buffer.append(">")
  }

  private mutating func orderedList(
    _ attributes: ListAttributes, _ items: [[Block]], _ buffer: inout ByteBuffer
  ) {
    var text = attributes.start == 1 ? "" : " start=\"\(attributes.start)\""
    switch attributes.style {
    case .defaultStyle: break
    case .example: text += " class=\"example\" type=\"1\""
    case .decimal: text += " type=\"1\""
    case .lowerRoman: text += " type=\"i\""
    case .upperRoman: text += " type=\"I\""
    case .lowerAlpha: text += " type=\"a\""
    case .upperAlpha: text += " type=\"A\""
    }
    list("ol", text, items, &buffer)
  }

  private mutating func list(
    _ tag: StaticString, _ attributes: String, _ items: [[Block]], _ buffer: inout ByteBuffer
  ) {
    buffer.append("<")
    buffer.append(tag)
    buffer.append(attributes)
    buffer.append(">\n")
    for item in items {
      buffer.append("<li>")
      if let isDone = Self.task(of: item) {
        self.task(item, isDone, &buffer)
      } else {
        blocks(item, &buffer)
      }
      buffer.append("</li>\n")
    }
    buffer.append("</")
    buffer.append(tag)
    buffer.append(">")
  }

  private static func isTaskList(_ items: [[Block]]) -> Bool {
    items.allSatisfy { task(of: $0) != nil }
  }

  /// Whether an item is a task, and whether that is done; nil when it is none.
  private static func task(of item: [Block]) -> Bool? {
    guard let first = item.first else { return nil }
    switch first {
    case .plain(let content), .para(let content):
      guard content.count > 1, case .str(let text) = content[0], case .space = content[1] else {
        return nil
      }
      return text == "☐" ? false : text == "☒" ? true : nil
    default: return nil
    }
  }

  private mutating func task(_ item: [Block], _ isDone: Bool, _ buffer: inout ByteBuffer) {
    var isParagraph = false
    if case .para = item.first { isParagraph = true }
    if isParagraph { buffer.append("<p>") }
    buffer.append("<label><input type=\"checkbox\" ")
    if isDone { buffer.append("checked=\"\" ") }
    buffer.append("/>")
    if case .para(let content) = item.first { inlines(Array(content.dropFirst(2)), &buffer) }
    if case .plain(let content) = item.first { inlines(Array(content.dropFirst(2)), &buffer) }
    buffer.append("</label>")
    if isParagraph { buffer.append("</p>") }
    let rest = Array(item.dropFirst())
    if !rest.isEmpty {
      buffer.append("\n")
      blocks(rest, &buffer)
    }
  }

  private mutating func definitionList(
    _ definitions: [Definition], _ buffer: inout ByteBuffer
  ) {
    buffer.append("<dl>\n")
    for definition in definitions {
      buffer.append("<dt>")
      inlines(definition.term, &buffer)
      buffer.append("</dt>\n")
      for (place, meaning) in definition.meanings.enumerated() {
        if place > 0 { buffer.append("\n") }
        buffer.append("<dd>\n")
        blocks(meaning, &buffer)
        buffer.append("\n</dd>")
      }
      buffer.append("\n")
    }
    buffer.append("</dl>")
  }

  private mutating func figure(
    _ attr: Attr, _ caption: Caption, _ content: [Block], _ buffer: inout ByteBuffer
  ) {
    buffer.append("<figure")
    HTMLText.attributes(attr, &buffer)
    buffer.append(">\n")
    blocks(content, &buffer)
    if !caption.long.isEmpty {
      // A caption that a picture's alternative text repeats is not read out twice.
      var isRepeated = false
      if content.count == 1, case .plain(let inlines) = content[0], inlines.count == 1,
        case .image(_, let alternative, _) = inlines[0], !alternative.isEmpty,
        Stringify.text(alternative) == Stringify.text(caption.long)
      {
        isRepeated = true
      }
      buffer.append("\n<figcaption")
      if isRepeated { buffer.append(" aria-hidden=\"true\"") }
      buffer.append(">")
      blocks(caption.long, &buffer)
      buffer.append("</figcaption>")
    }
    buffer.append("\n</figure>")
  }

  private mutating func div(
    _ attr: Attr, _ content: [Block], _ buffer: inout ByteBuffer, _ isOutline: Bool
  ) {
    var attr = attr
    var content = content
    var tag: StaticString = "div"
    if let place = attr.classes.firstIndex(of: "section") {
      tag = "section"
      attr.classes.remove(at: place)
    } else if isOutline, attr.identifier.isEmpty, let header = Self.sectionHeader(of: content) {
      if attr.isEmpty { return blocks(content, &buffer, isOutline: true) }
      tag = "section"
      attr.identifier = header.attr.identifier
      attr.classes = header.attr.classes + attr.classes
      attr.attributes = header.attr.attributes + attr.attributes
      var inner = header.attr
      inner.identifier = ""
      content[0] = .header(level: header.level, inner, header.content)
    }
    if attr.classes.contains("column"), let width = attr["width"] {
      attr["width"] = nil
      attr.attributes.append(Attribute("style", "width:\(width);"))
    }
    buffer.append("<")
    buffer.append(tag)
    HTMLText.attributes(attr, &buffer)
    buffer.append(">\n")
    blocks(content, &buffer, isOutline: isOutline)
    buffer.append("\n</")
    buffer.append(tag)
    buffer.append(">")
  }

  /// The header that a div consists of: it comes first, and no other of its rank follows.
  private static func sectionHeader(of content: [Block]) -> (
    level: Int, attr: Attr, content: [Inline]
  )? {
    guard case .header(let level, let attr, let inlines) = content.first else { return nil }
    for block in content.dropFirst() {
      if case .header(let other, _, _) = block, other <= level { return nil }
    }
    return (level, attr, inlines)
  }
}
