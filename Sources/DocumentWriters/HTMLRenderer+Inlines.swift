import DocumentModel
import JSONCodec

extension HTMLRenderer {
  mutating func inlines(_ inlines: [Inline], _ buffer: inout ByteBuffer) {
    for inline in inlines { self.inline(inline, &buffer) }
  }

  mutating func inline(_ inline: Inline, _ buffer: inout ByteBuffer) {
    switch inline {
    case .str(let text): HTMLText.write(text, &buffer)
    case .space, .softBreak: buffer.append(UInt8(ascii: " "))
    case .lineBreak: buffer.append("<br />\n")
    case .emph(let content): wrapped("<em>", content, "</em>", &buffer)
    case .strong(let content): wrapped("<strong>", content, "</strong>", &buffer)
    case .underline(let content): wrapped("<u>", content, "</u>", &buffer)
    case .strikeout(let content): wrapped("<del>", content, "</del>", &buffer)
    case .superscript(let content): wrapped("<sup>", content, "</sup>", &buffer)
    case .subscript(let content): wrapped("<sub>", content, "</sub>", &buffer)
    case .smallCaps(let content):
      wrapped("<span class=\"smallcaps\">", content, "</span>", &buffer)
    case .quoted(.single, let content): wrapped("‘", content, "’", &buffer)
    case .quoted(.double, let content): wrapped("“", content, "”", &buffer)
    case .code(let attr, let text):
      buffer.append("<code")
      HTMLText.attributes(attr, &buffer)
      buffer.append(">")
      HTMLText.write(text, &buffer)
      buffer.append("</code>")
    case .link(let attr, let content, let target): link(attr, content, target, &buffer)
    case .span(let attr, let content): span(attr, content, &buffer)
    case .cite(let citations, let content):
      buffer.append("<span class=\"citation\"")
      HTMLText.attribute("data-cites", citations.map(\.id).joined(separator: " "), &buffer)
      wrapped(">", content, "</span>", &buffer)
    case .math(let type, let source): math(type, source, &buffer)
    case .rawInline(let format, let text):
      if HTMLRenderer.isHTML(format) {
        buffer.append(text)
      } else if HTMLRenderer.isFormula(format, text) {
        math(.display, text, &buffer)
      } else {
        lose("raw \(format) was left out; html can't hold it.")
      }
    case .image(let attr, let alternative, var target):
      if let picture = pictures[target.url] { target.url = picture }
      HTMLImage.write(attr, alternative, target, &buffer)
    case .note(let blocks):
      notes.append(blocks)
      let number = notes.count
      buffer.append("<a href=\"#fn")
      buffer.append(decimal: number)
      buffer.append("\" class=\"footnote-ref\" id=\"fnref")
      buffer.append(decimal: number)
      buffer.append("\" role=\"doc-noteref\"><sup>")
      buffer.append(decimal: number)
      buffer.append("</sup></a>")
    }
  }

  /// Whether raw text of that format can stand in HTML.
  static func isHTML(_ format: String) -> Bool {
    format == "html" || format == "html5" || format == "html4"
  }

  /// Whether raw text is an environment of TeX's that holds a formula, which MathJax and KaTeX set.
  static func isFormula(_ format: String, _ text: String) -> Bool {
    guard format == "tex" || format == "latex", text.hasPrefix("\\begin{") else { return false }
    let name = text.dropFirst(7).prefix { $0 != "}" }
    return formulaEnvironments.contains(name.last == "*" ? String(name.dropLast()) : String(name))
  }

  /// Those of LaTeX and amsmath; those of the second line have no form with a star.
  private static let formulaEnvironments: Set<String> = [
    "align", "alignat", "eqnarray", "equation", "gather", "multline",
    "aligned", "alignedat", "array", "Bmatrix", "bmatrix", "cases", "CD", "gathered", "matrix",
    "pmatrix", "smallmatrix", "split", "subarray", "Vmatrix", "vmatrix",
  ]

  /// A formula as its TeX source between the marks that MathJax and KaTeX look for.
  func math(_ type: MathType, _ source: String, _ buffer: inout ByteBuffer) {
    switch type {
    case .inline: buffer.append("<span class=\"math inline\">\\(")
    case .display: buffer.append("<span class=\"math display\">\\[")
    }
    HTMLText.writeQuoted(source, &buffer)
    type == .inline ? buffer.append("\\)</span>") : buffer.append("\\]</span>")
  }

  private mutating func wrapped(
    _ start: StaticString, _ content: [Inline], _ end: StaticString, _ buffer: inout ByteBuffer
  ) {
    buffer.append(start)
    inlines(content, &buffer)
    buffer.append(end)
  }

  /// A link, or a span where it lies inside a link: HTML has no links in links.
  @inline(never)
  private mutating func link(
    _ attr: Attr, _ content: [Inline], _ target: Target, _ buffer: inout ByteBuffer
  ) {
    if isInLink { return span(attr, content, &buffer) }
    buffer.append("<a")
    HTMLText.attribute("href", target.url, &buffer)
    HTMLText.attributes(attr, &buffer)
    if !target.title.isEmpty, !target.url.hasPrefix("mailto:") {
      HTMLText.attribute("title", target.title, &buffer)
    }
    isInLink = true
    wrapped(">", content, "</a>", &buffer)
    isInLink = false
  }

  /// A span; some classes are elements of HTML.
  @inline(never)
  private mutating func span(_ attr: Attr, _ content: [Inline], _ buffer: inout ByteBuffer) {
    if attr.isEmpty { return wrapped("<span>", content, "</span>", &buffer) }
    var attr = attr
    var tags: [String] = []
    for name in attr.classes {
      switch name {
      case "mark", "kbd", "dfn", "abbr": tags.append(name)
      case "underline": tags.append("u")
      default: continue
      }
    }
    attr.classes.removeAll { ["mark", "kbd", "dfn", "abbr", "underline"].contains($0) }
    var style = ""
    for (name, rule) in [
      ("csl-no-emph", "font-style:normal;"), ("csl-no-strong", "font-weight:normal;"),
      ("csl-no-smallcaps", "font-variant:normal;"),
    ] where attr.classes.contains(name) {
      style += rule
      attr.classes.removeAll { $0 == name }
    }
    if !style.isEmpty { attr.attributes.insert(Attribute("style", style), at: 0) }
    if tags.isEmpty { tags = ["span"] }
    for (place, tag) in tags.enumerated() {
      buffer.append("<")
      buffer.append(tag)
      if place == 0 { HTMLText.attributes(attr, &buffer) }
      buffer.append(">")
    }
    inlines(content, &buffer)
    for tag in tags.reversed() {
      buffer.append("</")
      buffer.append(tag)
      buffer.append(">")
    }
  }
}
