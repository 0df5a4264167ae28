import DocumentModel
import JSONCodec

extension CommonMarkRenderer {
  /// Inlines as the text of a block: lines, without the last line's end.
  mutating func inlineText(
    _ inlines: [Inline], context: CommonMarkEscaping.Context = .paragraph
  ) -> String {
    var writer = CommonMarkInlines(context: context)
    writer.notes = notes
    writer.write(inlines, isWhole: true)
    notes = writer.notes
    for loss in writer.losses { lose(loss) }
    return writer.text
  }
}

/// Writes the inlines of one block.
struct CommonMarkInlines {
  let context: CommonMarkEscaping.Context
  private(set) var text = ""
  var notes: [[Block]] = []
  private(set) var losses: [String] = []
  /// The marks of emphasis that are open, from the outside in: `*`, `**`, `_`, `__`, `~~`.
  private var open: [String] = []
  private var isInLink = false

  init(context: CommonMarkEscaping.Context) { self.context = context }

  private var isAtLineStart: Bool { text.isEmpty || text.utf8.last == UInt8(ascii: "\n") }

  /// Writes a list of inlines.
  ///
  /// - Parameters:
  ///   - isWhole: whether they are all of their block, whose outer white space means nothing.
  ///   - after: what will be written behind them.
  mutating func write(_ inlines: [Inline], isWhole: Bool = false, after: Unicode.Scalar? = nil) {
    let inlines = Self.joined(inlines, isWhole: isWhole)
    for (place, inline) in inlines.enumerated() {
      let next = place + 1 < inlines.count ? inlines[place + 1] : nil
      write(inline, next: next, after: next.map(firstScalar) ?? after)
    }
  }

  private mutating func write(_ inline: Inline, next: Inline?, after: Unicode.Scalar?) {
    switch inline {
    case .str(let word):
      var isBeforeBracket = false
      if case .link? = next { isBeforeBracket = true }
      if case .note? = next { isBeforeBracket = true }
      text += CommonMarkEscaping.escape(
        word, context: context, isAtLineStart: isAtLineStart && context != .header,
        endsBeforeBracket: isBeforeBracket)
    case .space: if !isAtLineStart { text += " " }
    case .softBreak: text += context == .header || context == .cell ? " " : "\n"
    case .lineBreak:
      if context == .header || context == .cell || (next == nil && open.isEmpty) {
        text += "<br />"
      } else {
        text += "\\\n"
      }
    case .emph(let content): emphasis("*", "_", "em", content, after)
    case .strong(let content): emphasis("**", "__", "strong", content, after)
    case .strikeout(let content): emphasis("~~", nil, "del", content, after)
    case .underline(let content): tagged("u", .none, content)
    case .superscript(let content): tagged("sup", .none, content)
    case .subscript(let content): tagged("sub", .none, content)
    case .smallCaps(let content): tagged("span", Attr(classes: ["smallcaps"]), content)
    case .quoted(let type, let content):
      text += type == .single ? "‘" : "“"
      write(content, after: type == .single ? "’" : "”")
      text += type == .single ? "’" : "”"
    case .cite(_, let content):
      losses.append("the keys of citations were left out.")
      write(content, after: after)
    case .code(let attr, let source): code(attr, source)
    case .math(let type, let source):
      let (start, end) = type == .inline ? ("\\(", "\\)") : ("\\[", "\\]")
      let attr = Attr(classes: ["math", type == .inline ? "inline" : "display"])
      tagged("span", attr, [.str(start + source + end)])
    case .rawInline(let format, let source):
      if CommonMarkRenderer.isRaw(format) {
        // Four spaces keep a tag in its paragraph that would begin a block at a line's start.
        if !text.isEmpty, isAtLineStart, Self.beginsBlock(source) { text += "    " }
        text += source
      } else {
        losses.append("raw \(format) was left out; CommonMark can't hold it.")
      }
    case .link(let attr, let content, let target): link(attr, content, target)
    case .image(let attr, let content, let target): image(attr, content, target)
    case .note(let blocks):
      notes.append(blocks)
      text += "[^\(notes.count)]"
    case .span(let attr, let content):
      if attr.isEmpty { write(content, after: after) } else { tagged("span", attr, content) }
    }
  }

  /// Whether raw HTML at a line's start begins a block even in the middle of a paragraph.
  static func beginsBlock(_ html: String) -> Bool {
    let name = html.drop { $0 == "<" || $0 == "/" || $0 == " " }.prefix {
      $0.isLetter || $0.isNumber
    }
    return ![
      "a", "abbr", "b", "br", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "s",
      "small", "span", "strong", "sub", "sup", "u",
    ].contains(name)
  }

  // MARK: - Emphasis

  /// Writes emphasis with the first mark that will be read as such, else with tags.
  private mutating func emphasis(
    _ mark: String, _ other: String?, _ tag: String, _ content: [Inline], _ after: Unicode.Scalar?
  ) {
    if content.isEmpty { return tagged(tag, .none, content) }
    let start = text
    let (startNotes, startLosses) = (notes, losses)
    for mark in [mark, other].compactMap({ $0 }) where open.last != mark {
      let before = text.unicodeScalars.last
      let character = mark.unicodeScalars.first!
      if before == character || after == character { continue }
      text += mark
      let inner = text.unicodeScalars.count
      open.append(mark)
      write(content, after: character)
      open.removeLast()
      let scalars = text.unicodeScalars
      if scalars.count > inner {
        let first = scalars[scalars.index(scalars.startIndex, offsetBy: inner)]
        let last = scalars.last!
        if first != character, last != character || Self.isEscaped(text),
          Self.canOpen(mark, before: before, next: first),
          Self.canClose(mark, before: last, next: after)
        {
          text += mark
          return
        }
      }
      text = start
      (notes, losses) = (startNotes, startLosses)
    }
    tagged(tag, .none, content)
  }

  private static func isEscaped(_ text: String) -> Bool { text.dropLast().hasSuffix("\\") }

  private static func isSpace(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.properties.isWhitespace } ?? true
  }

  private static func isMark(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    if scalar.isASCII {
      return scalar.value > 0x20 && scalar.value < 0x7F && !scalar.properties.isAlphabetic
        && !("0"..."9").contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  /// CommonMark's left-flanking rule, and for `_` that it doesn't begin inside a word.
  private static func canOpen(
    _ mark: String, before: Unicode.Scalar?, next: Unicode.Scalar?
  ) -> Bool {
    let isFree = isSpace(before) || isMark(before)
    if isSpace(next) || isMark(next) && !isFree { return false }
    return mark.hasPrefix("_") ? isFree : true
  }

  private static func canClose(
    _ mark: String, before: Unicode.Scalar?, next: Unicode.Scalar?
  ) -> Bool {
    let isFree = isSpace(next) || isMark(next)
    if isSpace(before) || isMark(before) && !isFree { return false }
    return mark.hasPrefix("_") ? isFree : true
  }

  /// The first character that an inline will be written with.
  private func firstScalar(_ inline: Inline) -> Unicode.Scalar {
    switch inline {
    case .str(let word):
      return CommonMarkEscaping.escape(
        word, context: context, isAtLineStart: false, endsBeforeBracket: false
      ).unicodeScalars.first ?? " "
    case .space: return " "
    case .softBreak: return "\n"
    case .lineBreak: return "\\"
    case .emph, .strong: return "*"
    case .strikeout: return "~"
    case .quoted(let type, _): return type == .single ? "‘" : "“"
    case .code: return "`"
    case .link, .note: return "["
    case .image: return "!"
    case .cite(_, let content): return content.first.map(firstScalar) ?? " "
    case .span(let attr, let content) where attr.isEmpty:
      return content.first.map(firstScalar) ?? " "
    default: return "<"
    }
  }

  // MARK: - Links, code and tags

  /// Writes inlines between tags; they stay Markdown.
  private mutating func tagged(_ tag: String, _ attr: Attr, _ content: [Inline]) {
    var start = ByteBuffer()
    start.append("<")
    start.append(tag)
    HTMLText.attributes(attr, &start)
    start.append(">")
    text += start.string()
    let outer = open
    open = outer + ["<"]
    write(content, after: "<")
    open = outer
    text += "</\(tag)>"
  }

  private mutating func code(_ attr: Attr, _ source: String) {
    var source = source.replacing("\r\n", with: " ").replacing("\n", with: " ")
    if !attr.isEmpty || source.isEmpty { return tagged("code", attr, [.str(source)]) }
    if context == .cell { source = source.replacing("|", with: "\\|") }
    let run = CommonMarkEscaping.longestRun(of: "`", in: source)
    let marks = String(repeating: "`", count: run == 0 ? 1 : run + 1)
    let isBlank = source.allSatisfy { $0 == " " }
    let isPadded =
      source.hasPrefix("`") || source.hasSuffix("`")
      || source.hasPrefix(" ") && source.hasSuffix(" ") && !isBlank
    text += isPadded ? "\(marks) \(source) \(marks)" : marks + source + marks
  }

  private mutating func link(_ attr: Attr, _ content: [Inline], _ target: Target) {
    let isBare =
      attr.isEmpty && target.title.isEmpty && content == [.str(target.url)]
      && Self.isAutolink(target.url)
    if isInLink && !isBare {
      losses.append("a link inside a link was left out.")
      return write(content, after: "]")
    }
    if isBare { return text += "<\(target.url)>" }
    isInLink = true
    defer { isInLink = false }
    if !attr.isEmpty {
      var link = attr
      if !target.title.isEmpty { link.attributes.insert(Attribute("title", target.title), at: 0) }
      link.attributes.insert(Attribute("href", target.url), at: 0)
      return tagged("a", link, content)
    }
    text += "["
    let outer = open
    open = outer + ["["]
    write(content, after: "]")
    open = outer
    text += "](" + destination(target) + ")"
  }

  private mutating func image(_ attr: Attr, _ content: [Inline], _ target: Target) {
    if !attr.isEmpty {
      var buffer = ByteBuffer()
      HTMLImage.write(attr, content, target, &buffer)
      return text += buffer.string()
    }
    text += "!["
    let (outer, wasInLink) = (open, isInLink)
    open = outer + ["["]
    isInLink = false
    write(content, after: "]")
    open = outer
    isInLink = wasInLink
    text += "](" + destination(target) + ")"
  }

  private func destination(_ target: Target) -> String {
    var url = target.url
    var title = target.title
    if context == .cell {
      url = url.replacing("|", with: "%7C")
      title = title.replacing("|", with: "\\|")
    }
    return (url.isEmpty && title.isEmpty ? "" : CommonMarkEscaping.destination(url))
      + CommonMarkEscaping.title(title)
  }

  private static func isAutolink(_ url: String) -> Bool {
    guard url.hasPrefix("https://") || url.hasPrefix("http://") else { return false }
    return url.utf8.allSatisfy { byte in
      byte > 0x20 && byte < 0x7F && !"<>&\\|\"`".utf8.contains(byte)
    }
  }

  // MARK: - White space

  /// Whether any of the inlines, however deep, breaks a line.
  static func hasBreak(_ inlines: [Inline]) -> Bool {
    inlines.contains { inline in
      switch inline {
      case .softBreak, .lineBreak: true
      case .emph(let content), .underline(let content), .strong(let content),
        .strikeout(let content), .superscript(let content), .subscript(let content),
        .smallCaps(let content), .quoted(_, let content), .cite(_, let content),
        .link(_, let content, _), .image(_, let content, _), .span(_, let content):
        hasBreak(content)
      case .str, .code, .space, .math, .rawInline, .note: false
      }
    }
  }

  /// The same inlines with words and spaces joined, and white space left out that could not be read back.
  private static func joined(_ inlines: [Inline], isWhole: Bool) -> [Inline] {
    var result: [Inline] = []
    for inline in inlines {
      switch (result.last, inline) {
      case (_, .str(let word)) where word.isEmpty: continue
      case (.str(let start)?, .str(let end)): result[result.count - 1] = .str(start + end)
      case (.space?, .space), (.softBreak?, .space), (.lineBreak?, .space),
        (.softBreak?, .softBreak), (.lineBreak?, .softBreak):
        continue
      case (.space?, .softBreak): result[result.count - 1] = inline
      default:
        if isWhole, result.isEmpty, inline == .space || inline == .softBreak { continue }
        result.append(inline)
      }
    }
    while isWhole, result.last == .space || result.last == .softBreak { result.removeLast() }
    return result
  }
}
