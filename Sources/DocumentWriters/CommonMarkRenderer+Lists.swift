import DocumentModel

extension CommonMarkRenderer {
  mutating func orderedList(_ attributes: ListAttributes, _ items: [[Block]]) {
    switch attributes.style {
    case .decimal, .defaultStyle: break
    default: lose("letters and Roman numerals of lists became digits.")
    }
    var start = attributes.start
    if !(0...999_999_000).contains(start) {
      lose("a list that starts at \(start) starts at 1.")
      start = 1
    }
    let delimiter: String
    switch attributes.delimiter {
    case .period, .defaultDelimiter: delimiter = "."
    case .oneParenthesis: delimiter = ")"
    case .twoParentheses:
      lose("numbers between two parentheses got one.")
      delimiter = ")"
    }
    list(items) { "\(start + $0)\(delimiter) " }
  }

  /// Writes items behind their marks.
  mutating func list(_ items: [[Block]], mark: (Int) -> String) {
    let isTight = CommonMarkLists.isTight(items)
    if isTight != CommonMarkLists.wantsTight(items) {
      lose("a tight list became a loose one, or a loose one tight.")
    }
    for (place, item) in items.enumerated() {
      if place > 0 && !isTight { endLine() }
      let mark = mark(place)
      let indent = String(repeating: " ", count: mark.utf8.count)
      nested(mark: mark, indent: indent) { me in
        me.blocks(item, isTight: isTight)
        if item.isEmpty && me.isInFirstLine { me.endLine() }
      }
    }
  }
}

/// What can stand next to what in CommonMark's lists.
enum CommonMarkLists {
  /// Whether the list says that it is tight: `plain` is what a paragraph is in tight lists.
  static func wantsTight(_ items: [[Block]]) -> Bool {
    !items.contains { item in
      item.contains { if case .para = $0 { true } else { false } }
    }
  }

  /// Whether it can be written tight: nothing runs into its neighbour without an empty line between.
  static func isTight(_ items: [[Block]]) -> Bool {
    if !wantsTight(items) { return items.count == 1 && items[0].count == 1 }
    return items.allSatisfy { item in
      zip(item, item.dropFirst()).allSatisfy { canTouch($0, $1) }
    }
  }

  /// Whether two blocks can stand on lines that follow each other.
  private static func canTouch(_ first: Block, _ second: Block) -> Bool {
    switch first {
    case .horizontalRule, .codeBlock: break
    case .header: break
    case .rawBlock(_, let text): if !isComment(text) { return false }
    case .plain:
      switch second {
      case .rawBlock(_, let text): return CommonMarkInlines.beginsBlock(text)
      case .plain, .para, .table, .lineBlock, .div, .definitionList, .figure:
        return false
      case .bulletList(let items): return items.first?.isEmpty == false
      case .orderedList(let attributes, let items):
        return attributes.start == 1 && items.first?.isEmpty == false
      default: return true
      }
    case .bulletList, .orderedList, .blockQuote:
      switch second {
      case .header, .codeBlock, .horizontalRule: return true
      case .blockQuote: if case .blockQuote = first { return false } else { return true }
      case .bulletList(let items):
        if case .orderedList = first { return items.first?.isEmpty == false }
        if case .blockQuote = first { return items.first?.isEmpty == false }
        return !items.isEmpty && items.first?.isEmpty == false
      case .orderedList(let attributes, let items):
        return attributes.start == 1 && items.first?.isEmpty == false
      default: return endsOpen(first) == false && isParagraph(second)
      }
    default: return false
    }
    switch second {
    case .div, .definitionList, .figure, .lineBlock: return false
    default: return true
    }
  }

  /// Whether raw HTML is a comment and nothing else: it may interrupt a paragraph, and ends by itself.
  private static func isComment(_ text: String) -> Bool {
    let text = text.drop { $0 == " " }
    guard text.hasPrefix("<!--"), let end = text.firstRange(of: "-->") else { return false }
    return !text[end.upperBound...].dropLast().contains("\n")
  }

  private static func isParagraph(_ block: Block) -> Bool {
    switch block {
    case .plain, .para: true
    default: false
    }
  }

  /// Whether a container ends in a paragraph, which the next line would continue.
  private static func endsOpen(_ block: Block) -> Bool {
    switch block {
    case .blockQuote(let content): content.last.map(endsOpen) ?? false
    case .bulletList(let items), .orderedList(_, let items):
      items.last?.last.map(endsOpen) ?? false
    case .horizontalRule, .codeBlock, .header: false
    default: true
    }
  }

  /// Whether two lists that follow each other would read back as one, whatever mark they take.
  static func isMerging(_ first: Block, _ second: Block) -> Bool {
    guard case .orderedList(let one, _) = first, case .orderedList(let other, _) = second else {
      return false
    }
    func isPeriod(_ attributes: ListAttributes) -> Bool {
      attributes.delimiter == .period || attributes.delimiter == .defaultDelimiter
    }
    return isPeriod(one) == isPeriod(other)
  }
}
