import DocumentModel
import JSONCodec

/// One self-contained page around a document: title page, contents, text, notes; nothing is loaded from elsewhere.
///
/// What the metadata says: `title`, `subtitle`, `author` (one or a list), `date`, `lang`, `abstract`, `toc` (true, or the
/// number of levels), `toc-title`, `description`.
enum HTMLPage {
  static func write(_ document: Pandoc, _ options: WriterOptions, to buffer: inout ByteBuffer)
    -> [Loss]
  {
    let words = PageWords(document.meta)
    let levels = tocLevels(document.meta["toc"])
    var outline = HTMLOutline()
    let blocks = levels > 0 ? outline.identify(document.blocks, levels: levels) : document.blocks
    var renderer = HTMLRenderer()
    renderer.pictures = options.pictures
    head(document.meta, words, &buffer)
    buffer.append("<body>\n")
    if levels > 0, !outline.entries.isEmpty {
      buffer.append("<a class=\"skip\" href=\"#content\">")
      HTMLText.write(words.skip, &buffer)
      buffer.append("</a>\n")
    }
    title(document.meta, &renderer, &buffer)
    if levels > 0, !outline.entries.isEmpty {
      outline.write(title: text(document.meta["toc-title"]) ?? words.contents, &buffer)
    }
    buffer.append("<main id=\"content\">\n")
    renderer.body(blocks, &buffer)
    buffer.append("\n</main>\n</body>\n</html>\n")
    return renderer.losses
  }

  private static func head(_ meta: Meta, _ words: PageWords, _ buffer: inout ByteBuffer) {
    buffer.append("<!DOCTYPE html>\n<html")
    if let language = text(meta["lang"]) {
      HTMLText.attribute("lang", language, &buffer)
    }
    if let direction = text(meta["dir"]) { HTMLText.attribute("dir", direction, &buffer) }
    buffer.append(
      """
      >
      <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="generator" content="arena" />

      """)
    for author in authors(meta) {
      buffer.append("<meta name=\"author\"")
      HTMLText.attribute("content", Stringify.text(author), &buffer)
      buffer.append(" />\n")
    }
    if let description = text(meta["description"]) ?? text(meta["subtitle"]) {
      buffer.append("<meta name=\"description\"")
      HTMLText.attribute("content", description, &buffer)
      buffer.append(" />\n")
    }
    buffer.append("<title>")
    HTMLText.write(text(meta["title"]) ?? words.untitled, &buffer)
    buffer.append("</title>\n<style>\n")
    buffer.append(HTMLPageStyle.text)
    buffer.append("</style>\n</head>\n")
  }

  private static func title(
    _ meta: Meta, _ renderer: inout HTMLRenderer, _ buffer: inout ByteBuffer
  ) {
    guard let title = inlines(meta["title"]), !title.isEmpty else { return }
    buffer.append("<header id=\"title-block\">\n<h1 class=\"title\">")
    renderer.inlines(title, &buffer)
    buffer.append("</h1>\n")
    if let subtitle = inlines(meta["subtitle"]), !subtitle.isEmpty {
      buffer.append("<p class=\"subtitle\">")
      renderer.inlines(subtitle, &buffer)
      buffer.append("</p>\n")
    }
    let authors = authors(meta)
    if !authors.isEmpty {
      buffer.append("<p class=\"author\">")
      for (place, author) in authors.enumerated() {
        if place > 0 { buffer.append("<br />\n") }
        renderer.inlines(author, &buffer)
      }
      buffer.append("</p>\n")
    }
    if let date = inlines(meta["date"]), !date.isEmpty {
      buffer.append("<p class=\"date\">")
      renderer.inlines(date, &buffer)
      buffer.append("</p>\n")
    }
    if case .blocks(let abstract)? = meta["abstract"] {
      buffer.append("<div class=\"abstract\">\n")
      renderer.blocks(abstract, &buffer)
      buffer.append("\n</div>\n")
    } else if let abstract = inlines(meta["abstract"]), !abstract.isEmpty {
      buffer.append("<div class=\"abstract\">\n<p>")
      renderer.inlines(abstract, &buffer)
      buffer.append("</p>\n</div>\n")
    }
    buffer.append("</header>\n")
  }

  private static func authors(_ meta: Meta) -> [[Inline]] {
    switch meta["author"] {
    case .list(let values): values.compactMap { inlines($0) }.filter { !$0.isEmpty }
    case let value: inlines(value).map { $0.isEmpty ? [] : [$0] } ?? []
    }
  }

  private static func tocLevels(_ value: MetaValue?) -> Int {
    switch value {
    case .bool(let isWanted): return isWanted ? 3 : 0
    case nil: return 0
    case let value?:
      let text = Stringify.text(value)
      return text == "true" ? 3 : min(max(Int(text) ?? 0, 0), 6)
    }
  }

  private static func text(_ value: MetaValue?) -> String? {
    guard let value else { return nil }
    let text = Stringify.text(value)
    return text.isEmpty ? nil : text
  }

  /// A metadata value as inlines: of blocks the text of the first paragraph.
  static func inlines(_ value: MetaValue?) -> [Inline]? {
    switch value {
    case .inlines(let inlines): return inlines
    case .string(let text): return [.str(text)]
    case .blocks(let blocks):
      for block in blocks {
        switch block {
        case .para(let content), .plain(let content): return content
        default: continue
        }
      }
      return nil
    default: return nil
    }
  }
}

/// The page's own few words in the document's language.
private struct PageWords {
  let contents: String
  let skip: String
  let untitled: String

  init(_ meta: Meta) {
    let language = meta["lang"].map { Stringify.text($0) } ?? ""
    switch language.prefix(2) {
    case "nb", "no", "da":
      (contents, skip, untitled) = ("Innhold", "Hopp til teksten", "Uten tittel")
    case "nn": (contents, skip, untitled) = ("Innhald", "Hopp til teksten", "Utan tittel")
    case "sv": (contents, skip, untitled) = ("Innehåll", "Hoppa till texten", "Utan titel")
    case "de": (contents, skip, untitled) = ("Inhalt", "Zum Text", "Ohne Titel")
    default: (contents, skip, untitled) = ("Contents", "Skip to the text", "Untitled")
    }
  }
}
