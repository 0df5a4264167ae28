package import DocumentModel
package import JSONCodec

/// CommonMark with tables and footnotes as GitHub has them.
///
/// What `CommonMarkReader` can give reads back equal. The rest becomes raw HTML where that says it, so that nothing is
/// silently lost; what even HTML can't hold in Markdown is listed as a loss.
package struct CommonMarkWriter: DocumentWriter {
  package let name = "commonmark"
  package let fileExtension = "md"

  package init() {}

  package func write(_ document: Pandoc, options: WriterOptions, to buffer: inout ByteBuffer)
    -> [Loss]
  {
    var blocks = document.blocks
    if options.isStandalone { blocks = Self.front(document.meta, &blocks) + blocks }
    var renderer = CommonMarkRenderer(targets: LinkTargets.identifiers(in: blocks))
    renderer.blocks(blocks, isTight: false)
    renderer.footnotes()
    buffer.append(renderer.text)
    return renderer.losses
  }

  /// Title, authors, date and contents as blocks; headers get the identifiers that the contents link to.
  private static func front(_ meta: Meta, _ blocks: inout [Block]) -> [Block] {
    var front: [Block] = []
    if let title = HTMLPage.inlines(meta["title"]), !title.isEmpty {
      front.append(.header(level: 1, .none, title))
    }
    for name in ["subtitle", "author", "date"] {
      let values: [MetaValue] =
        if case .list(let values)? = meta[name] { values } else { meta[name].map { [$0] } ?? [] }
      let lines = values.compactMap { HTMLPage.inlines($0) }.filter { !$0.isEmpty }
      if lines.isEmpty { continue }
      front.append(.para(Array(lines.joined(separator: [.lineBreak]))))
    }
    if case .bool(true)? = meta["toc"] {
      var outline = HTMLOutline()
      blocks = outline.identify(blocks, levels: 3)
      if !outline.entries.isEmpty { front.append(contents(outline.entries[...])) }
    }
    return front
  }

  private static func contents(_ entries: ArraySlice<HTMLOutline.Entry>) -> Block {
    var items: [[Block]] = []
    var rest = entries
    while let entry = rest.popFirst() {
      let inner = rest.prefix { $0.level > entry.level }
      rest = rest.dropFirst(inner.count)
      let link = Inline.link(.none, entry.content, Target(url: "#" + entry.identifier))
      items.append([.plain([link])] + (inner.isEmpty ? [] : [contents(inner)]))
    }
    return .bulletList(items)
  }
}

/// One run of the writer.
struct CommonMarkRenderer {
  private(set) var text: [UInt8] = []
  /// What stands before each line: the marks of the block quotes and items that are open.
  private var prefix = ""
  /// Whether nothing but a list's mark has been written on this line.
  private var isAtLineStart = true
  /// Identifiers that links of the document point to; headers with one get an anchor.
  let targets: Set<String>
  var notes: [[Block]] = []
  /// The mark of the last bullet list; a list that follows it directly takes the other.
  var lastBullet = "-"
  private(set) var losses: [Loss] = []

  init(targets: Set<String>) { self.targets = targets }

  mutating func lose(_ description: String) {
    let loss = Loss(description)
    if !losses.contains(loss) { losses.append(loss) }
  }

  private mutating func write(_ piece: String) { text.append(contentsOf: piece.utf8) }

  private mutating func trimSpaces() {
    while text.last == UInt8(ascii: " ") { text.removeLast() }
  }

  /// Writes a piece of a line.
  mutating func emit(_ piece: String) {
    if isAtLineStart { write(prefix) }
    isAtLineStart = false
    write(piece)
  }

  /// Ends a line; one without text keeps the marks before it but no spaces at its end.
  mutating func endLine() {
    if isAtLineStart {
      var marks = prefix
      while marks.hasSuffix(" ") { marks.removeLast() }
      write(marks)
    }
    trimSpaces()
    write("\n")
    isAtLineStart = true
  }

  /// Writes lines that may hold anything.
  mutating func emitLines(_ lines: String) {
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        if isAtLineStart { write(prefix) }
        trimSpaces()
        write("\n")
        isAtLineStart = true
      } else {
        emit(String(line))
        write("\n")
        isAtLineStart = true
      }
    }
  }

  /// Writes `mark`, and what `body` writes with `indent` before each further line.
  mutating func nested(mark: String, indent: String, _ body: (inout CommonMarkRenderer) -> Void) {
    let outer = prefix
    emit(mark)
    isAtLineStart = false
    prefix = outer + indent
    body(&self)
    prefix = outer
  }

  /// Writes what `body` writes with `indent` before each line, the first too.
  mutating func quoted(_ body: (inout CommonMarkRenderer) -> Void) {
    let outer = prefix
    if isAtLineStart {
      prefix = outer + "> "
    } else {
      write("> ")
      prefix = outer + "> "
    }
    body(&self)
    prefix = outer
  }

  /// Whether the next text begins a line of its own or follows a list's mark.
  var isInFirstLine: Bool { !isAtLineStart }

  mutating func footnotes() {
    var number = 0
    while number < notes.count {
      if !text.isEmpty { endLine() }
      let content = notes[number]
      number += 1
      nested(mark: "[^\(number)]: ", indent: "    ") { me in
        if content.isEmpty { me.endLine() } else { me.blocks(content, isTight: false) }
      }
    }
  }
}
