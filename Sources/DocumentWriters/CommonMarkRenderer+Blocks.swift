import DocumentModel
import JSONCodec

extension CommonMarkRenderer {
  /// Writes blocks, each with its line end, an empty line between them unless they are tight.
  mutating func blocks(_ blocks: [Block], isTight: Bool) {
    var previous: Block?
    for block in blocks {
      if isDropped(block) { continue }
      if previous != nil && !isTight { endLine() }
      if let previous, CommonMarkLists.isMerging(previous, block) {
        lose("lists that follow each other are kept apart by an HTML comment.")
        emitLines("<!-- -->")
        endLine()
      }
      self.block(block, after: previous, isTight: isTight)
      previous = block
    }
    if previous == nil && isInFirstLine { endLine() }
  }

  private mutating func isDropped(_ block: Block) -> Bool {
    switch block {
    case .para(let content), .plain(let content): return content.isEmpty
    case .lineBlock(let lines): return lines.isEmpty
    case .bulletList(let items), .orderedList(_, let items): return items.isEmpty
    case .definitionList(let definitions): return definitions.isEmpty
    case .rawBlock(let format, _):
      if Self.isRaw(format) { return false }
      lose("raw \(format) was left out; CommonMark can't hold it.")
      return true
    case .div(let attr, let content): return attr.isEmpty && content.isEmpty
    default: return false
    }
  }

  static func isRaw(_ format: String) -> Bool {
    HTMLRenderer.isHTML(format)
      || ["commonmark", "commonmark_x", "gfm", "markdown"].contains(format)
  }

  private mutating func block(_ block: Block, after previous: Block?, isTight: Bool) {
    switch block {
    case .plain(let content), .para(let content): emitLines(inlineText(content))
    case .header(let level, let attr, let content):
      header(level, attr, content, canSpanLines: !isTight || previous == nil)
    case .lineBlock(let lines):
      lose("a line block became a paragraph with line breaks.")
      emitLines(inlineText(Array(lines.joined(separator: [.lineBreak]))))
    case .codeBlock(let attr, let text): codeBlock(attr, text)
    case .rawBlock(_, let text): emitLines(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    case .blockQuote(let content):
      quoted { me in
        me.blocks(content, isTight: false)
        if content.isEmpty { me.endLine() }
      }
    case .bulletList(let items):
      var mark = "-"
      if case .bulletList? = previous {
        mark = lastBullet == "-" ? "*" : "-"
      } else if isInFirstLine {
        // Three equal marks on a line would be a rule.
        mark = lastBullet == "-" ? "+" : "-"
      }
      lastBullet = mark
      list(items) { _ in mark + " " }
      lastBullet = mark
    case .orderedList(let attributes, let items): orderedList(attributes, items)
    case .definitionList(let definitions): definitionList(definitions)
    case .horizontalRule: emitLines(isTight || isInFirstLine ? "___" : "---")
    case .table(let table): self.table(table)
    case .figure(let attr, let caption, let content): figure(attr, caption, content)
    case .div(let attr, let content):
      if attr.isEmpty { return blocks(content, isTight: isTight) }
      html("div", attr, content)
    }
  }

  private mutating func header(
    _ level: Int, _ attr: Attr, _ content: [Inline], canSpanLines: Bool
  ) {
    let rank = min(max(level, 1), 6)
    if rank != level { lose("a header of level \(level) became one of level \(rank).") }
    var content = content
    if !attr.identifier.isEmpty, targets.contains(attr.identifier) {
      var anchor = ByteBuffer()
      anchor.append("<a")
      HTMLText.attribute("id", attr.identifier, &anchor)
      anchor.append("></a>")
      content.insert(.rawInline(format: "html", anchor.string()), at: 0)
    } else if !attr.identifier.isEmpty {
      lose("the identifiers of headers that nothing links to were left out.")
    }
    if !attr.classes.isEmpty || !attr.attributes.isEmpty {
      lose("classes and attributes of headers were left out.")
    }
    if CommonMarkInlines.hasBreak(content), rank <= 2, canSpanLines {
      emitLines(inlineText(content, context: .setextHeader))
      return emitLines(rank == 1 ? "===" : "---")
    }
    let text = inlineText(content, context: .header)
    emitLines(String(repeating: "#", count: rank) + (text.isEmpty ? "" : " " + text))
  }

  private mutating func codeBlock(_ attr: Attr, _ text: String) {
    let language = attr.classes.first ?? ""
    if attr.classes.count > 1 || !attr.identifier.isEmpty || !attr.attributes.isEmpty {
      lose("identifiers, further classes and attributes of code blocks were left out.")
    }
    let fence: Character = language.contains("`") ? "~" : "`"
    let longest = CommonMarkEscaping.longestRun(of: fence, in: text)
    let marks = String(repeating: fence, count: max(3, longest + 1))
    emitLines(marks + CommonMarkEscaping.entity(String(language.prefix { !$0.isWhitespace })))
    if !text.isEmpty { emitLines(text) }
    emitLines(marks)
  }

  private mutating func definitionList(_ definitions: [Definition]) {
    emitLines("<dl>")
    for definition in definitions {
      html("dt", .none, [.plain(definition.term)])
      for meaning in definition.meanings { html("dd", .none, meaning) }
    }
    emitLines("</dl>")
  }

  private mutating func figure(_ attr: Attr, _ caption: Caption, _ content: [Block]) {
    if attr.isEmpty, content.count == 1, case .plain(let inlines) = content[0], inlines.count == 1,
      case .image(_, let alternative, _) = inlines[0],
      caption.long.isEmpty || Stringify.text(alternative) == Stringify.text(caption.long)
    {
      lose("a figure became a picture in a paragraph of its own.")
      return emitLines(inlineText(inlines))
    }
    html("figure", attr, content, end: false)
    if !caption.long.isEmpty { html("figcaption", .none, caption.long) }
    emitLines("</figure>")
  }

  /// An element of HTML around blocks that stay Markdown: its tags are HTML blocks, ended by empty lines.
  private mutating func html(
    _ tag: String, _ attr: Attr, _ content: [Block], end: Bool = true
  ) {
    var open = ByteBuffer()
    open.append("<")
    open.append(tag)
    HTMLText.attributes(attr, &open)
    open.append(">")
    emitLines(open.string())
    endLine()
    let start = text.count
    blocks(content, isTight: false)
    if text.count > start { endLine() }
    if end { emitLines("</\(tag)>") }
  }
}
