internal import CCommonMark
import DocumentModel

/// Turns libcmark-gfm's tree into the model.
struct CommonMarkConverter {
  typealias Node = OpaquePointer

  private let root: Node
  /// Footnotes in the order of their numbers.
  private var definitions: [Node] = []
  /// Footnotes that are being written; a footnote can refer to itself.
  private var openNotes: Set<Int> = []
  private var usedNotes: Set<Int> = []
  /// How often a footnote was written again; unlimited, footnotes that refer to each other double without end.
  private var repetitions = 0
  private static let maximumRepetitions = 1_000
  private var depth = 0

  private let isTrusted: Bool

  init(_ root: Node, isTrusted: Bool) {
    self.root = root
    self.isTrusted = isTrusted
  }

  mutating func document() throws(ReaderError) -> [Block] {
    var child = cmark_node_first_child(root)
    while let node = child {
      if cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION { definitions.append(node) }
      child = cmark_node_next(node)
    }
    return try blocks(of: root)
  }

  private mutating func enter() throws(ReaderError) {
    depth += 1
    if depth >= Pandoc.maximumDepth {
      throw ReaderError.tooDeep(format: "commonmark", limit: Pandoc.maximumDepth)
    }
  }

  // MARK: - Blocks

  private mutating func blocks(of parent: Node, isTight: Bool = false) throws(ReaderError)
    -> [Block]
  {
    try enter()
    defer { depth -= 1 }
    var result: [Block] = []
    var child = cmark_node_first_child(parent)
    while let node = child {
      if let block = try block(node, isTight) { result.append(block) }
      child = cmark_node_next(node)
    }
    return result
  }

  private mutating func block(_ node: Node, _ isTight: Bool) throws(ReaderError) -> Block? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH:
      let content = try inlines(of: node)
      return isTight ? .plain(content) : .para(content)
    case CMARK_NODE_HEADING:
      return .header(
        level: Int(cmark_node_get_heading_level(node)), .none, try inlines(of: node))
    case CMARK_NODE_LIST: return try list(node)
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote(try blocks(of: node))
    case CMARK_NODE_CODE_BLOCK:
      var text = literal(node)
      if text.utf8.last == UInt8(ascii: "\n"), isClosed(node, lines: text) {
        text.unicodeScalars.removeLast()
      }
      let information = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
      let language = information.split(whereSeparator: \.isWhitespace).first.map(String.init)
      return .codeBlock(Attr(classes: language.map { [$0] } ?? []), text)
    case CMARK_NODE_HTML_BLOCK:
      if isTrusted { return .rawBlock(format: "html", literal(node)) }
      return isTight ? .plain(plainText(of: node)) : .para(plainText(of: node))
    case CMARK_NODE_THEMATIC_BREAK: return .horizontalRule
    case CMARK_NODE_FOOTNOTE_DEFINITION: return nil
    default:
      return typeName(node) == "table" ? try table(node) : nil
    }
  }

  /// Whether a block of code ends with a fence of its own; its last line end is then the fence's, not the code's. One
  /// without fences counts as closed, and as with pandoc so does one that a quotation or a list ends.
  private func isClosed(_ node: Node, lines: String) -> Bool {
    var (length, offset, fence): (CInt, CInt, CChar) = (0, 0, 0)
    guard cmark_node_parent(node) == root,
      cmark_node_get_fenced(node, &length, &offset, &fence) != 0
    else { return true }
    let count = lines.utf8.count { $0 == UInt8(ascii: "\n") }
    return Int(cmark_node_get_end_line(node) - cmark_node_get_start_line(node)) > count
  }

  private mutating func list(_ node: Node) throws(ReaderError) -> Block {
    let isTight = cmark_node_get_list_tight(node) != 0
    var items: [[Block]] = []
    var child = cmark_node_first_child(node)
    while let item = child {
      items.append(try blocks(of: item, isTight: isTight))
      child = cmark_node_next(item)
    }
    guard cmark_node_get_list_type(node) == CMARK_ORDERED_LIST else { return .bulletList(items) }
    return .orderedList(
      ListAttributes(
        start: Int(cmark_node_get_list_start(node)), style: .decimal,
        delimiter: cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? .oneParenthesis : .period),
      items)
  }

  private mutating func table(_ node: Node) throws(ReaderError) -> Block {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    let letters = cmark_gfm_extensions_get_table_alignments(node)
    var table = Table(
      columns: (0..<count).map { column in
        switch letters?[column] {
        case UInt8(ascii: "l"): ColumnSpec(.left)
        case UInt8(ascii: "r"): ColumnSpec(.right)
        case UInt8(ascii: "c"): ColumnSpec(.center)
        default: ColumnSpec()
        }
      })
    var body = TableBody()
    var child = cmark_node_first_child(node)
    while let rowNode = child {
      var row = Row()
      var cellChild = cmark_node_first_child(rowNode)
      while let cell = cellChild {
        let content = try inlines(of: cell)
        row.cells.append(Cell(blocks: content.isEmpty ? [] : [.plain(content)]))
        cellChild = cmark_node_next(cell)
      }
      if cmark_gfm_extensions_get_table_row_is_header(rowNode) != 0 {
        table.head.rows.append(row)
      } else {
        body.rows.append(row)
      }
      child = cmark_node_next(rowNode)
    }
    table.bodies = [body]
    return .table(table)
  }

  // MARK: - Inlines

  private mutating func inlines(of parent: Node) throws(ReaderError) -> [Inline] {
    try enter()
    defer { depth -= 1 }
    var words = WordGatherer()
    var child = cmark_node_first_child(parent)
    while let node = child {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT:
        if let text = cmark_node_get_literal(node) { words.append(text) }
      case CMARK_NODE_SOFTBREAK: words.append(.softBreak)
      case CMARK_NODE_LINEBREAK: words.append(.lineBreak)
      case CMARK_NODE_EMPH: words.append(.emph(try inlines(of: node)))
      case CMARK_NODE_STRONG: words.append(.strong(try inlines(of: node)))
      case CMARK_NODE_CODE: words.append(.code(.none, literal(node)))
      case CMARK_NODE_HTML_INLINE:
        if isTrusted {
          words.append(.rawInline(format: "html", literal(node)))
        } else if let text = cmark_node_get_literal(node) {
          words.append(text)
        }
      case CMARK_NODE_LINK: words.append(link(try inlines(of: node), target(node)))
      case CMARK_NODE_IMAGE:
        let (content, target) = (try inlines(of: node), target(node))
        words.append(isTrusted ? .image(.none, content, target) : link(content, target))
      case CMARK_NODE_FOOTNOTE_REFERENCE: try note(node, &words)
      default:
        if typeName(node) == "strikethrough" { words.append(.strikeout(try inlines(of: node))) }
      }
      child = cmark_node_next(node)
    }
    return words.finish()
  }

  /// A footnote where it is referred to; one that lies in itself, or is repeated beyond reason, stays a number.
  private mutating func note(_ node: Node, _ words: inout WordGatherer) throws(ReaderError) {
    let number = Int(literal(node)) ?? 0
    let isRepeated = usedNotes.contains(number)
    guard definitions.indices.contains(number - 1), !openNotes.contains(number),
      !isRepeated || repetitions < Self.maximumRepetitions
    else {
      return words.append(.superscript([.str(String(number))]))
    }
    if isRepeated { repetitions += 1 }
    usedNotes.insert(number)
    openNotes.insert(number)
    defer { openNotes.remove(number) }
    words.append(.note(try blocks(of: definitions[number - 1])))
  }

  /// A link, or its text alone where the address can't be trusted.
  private func link(_ content: [Inline], _ target: Target) -> Inline {
    isTrusted || Self.isHarmless(target.url)
      ? .link(.none, content, target) : .span(.none, content)
  }

  /// The lines of an HTML block as text.
  private func plainText(of node: Node) -> [Inline] {
    var words = WordGatherer()
    for (place, line) in literal(node).split(separator: "\n").enumerated() {
      if place > 0 { words.append(.softBreak) }
      line.withCString { words.append($0) }
    }
    return words.finish()
  }

  /// Whether an address names no scheme, or one that only leads somewhere.
  private static func isHarmless(_ url: String) -> Bool {
    let scheme = url.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    guard scheme.endIndex < url.endIndex, url[scheme.endIndex] == ":" else { return true }
    return ["http", "https", "mailto", "tel"].contains(scheme.lowercased())
  }

  private func target(_ node: Node) -> Target {
    Target(
      url: cmark_node_get_url(node).map { String(cString: $0) } ?? "",
      title: cmark_node_get_title(node).map { String(cString: $0) } ?? "")
  }

  private func literal(_ node: Node) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  private func typeName(_ node: Node) -> String {
    cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
  }
}
