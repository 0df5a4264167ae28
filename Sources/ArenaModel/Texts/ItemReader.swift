/// Reads lines as a body: bullets of all kinds, numbered and nested items, wrapped lines, paragraphs between them.
package struct ItemReader {
  /// An item with the lines that it was read from.
  package struct ReadItem: Sendable, Hashable {
    package var text: String
    package var isBullet: Bool
    package var mark: String?
    package var lines: [Int]
    package var items: [ReadItem]

    package init(
      text: String, isBullet: Bool, mark: String? = nil, lines: [Int], items: [ReadItem] = []
    ) {
      self.text = text
      self.isBullet = isBullet
      self.mark = mark
      self.lines = lines
      self.items = items
    }

    /// The item with ids for itself and what is under it.
    package func item(newID: () -> RecordID) -> Item {
      Item(
        id: newID(), text: text, isBullet: isBullet, mark: mark,
        items: items.map { $0.item(newID: newID) })
    }

    /// All lines, those of the items under it included.
    package var allLines: [Int] { lines + items.flatMap(\.allLines) }
  }

  /// How long lines get before they are wrapped; shorter ones may end a paragraph.
  private let width: Int

  /// - Parameter width: the length of the source's long lines.
  package init(width: Int = 80) { self.width = width }

  private struct Level {
    var indent: Int
    var kind: ItemMark.Kind
    var items: [ReadItem] = []
  }

  /// The state of a reading; the last item of the last level is the one that grows.
  private struct State {
    var done: [ReadItem] = []
    var levels: [Level] = []
    var paragraph: ReadItem?
    var lastLineLength = 0

    mutating func closeLevel() {
      guard let closed = levels.popLast() else { return }
      if levels.isEmpty {
        done += closed.items
      } else {
        levels[levels.count - 1].items[levels[levels.count - 1].items.count - 1].items +=
          closed.items
      }
    }

    mutating func closeList() {
      while !levels.isEmpty { closeLevel() }
    }

    mutating func closeParagraph() {
      if let paragraph { done.append(paragraph) }
      paragraph = nil
    }

    /// Text of what grows: the paragraph, or the last item.
    var growing: String? {
      paragraph?.text ?? levels.last?.items.last?.text
    }

    mutating func grow(_ line: SourceLine) {
      if var grown = paragraph {
        grown.text = LineJoining.join(grown.text, line.text)
        grown.lines.append(line.number)
        paragraph = grown
      } else if let level = levels.indices.last, let item = levels[level].items.indices.last {
        let text = levels[level].items[item].text
        levels[level].items[item].text = LineJoining.join(text, line.text)
        levels[level].items[item].lines.append(line.number)
      }
    }
  }

  package func read(_ lines: [SourceLine]) -> [ReadItem] {
    let isDoubleSpaced = Self.isDoubleSpaced(lines)
    var state = State()
    var blanks = 0
    for line in lines {
      if line.isBlank {
        blanks += 1
        continue
      }
      let isAfterBlank = blanks > (isDoubleSpaced ? 1 : 0)
      blanks = 0
      if let mark = ItemMark(line), fits(mark, state, isAfterBlank) {
        state.closeParagraph()
        add(mark, line, to: &state)
      } else {
        addText(line, isAfterBlank: isAfterBlank, to: &state)
      }
      state.lastLineLength = line.text.trimmingBlanks.count
    }
    state.closeParagraph()
    state.closeList()
    return state.done
  }

  /// Whether a blank line stands between nearly all lines, as text out of some programs has it: then one blank line
  /// means nothing.
  package static func isDoubleSpaced(_ lines: [SourceLine]) -> Bool {
    var pairs = 0
    var spaced = 0
    var blanks = 0
    var wrapped = 0
    var last: SourceLine?
    for line in lines {
      if line.isBlank {
        blanks += 1
        continue
      }
      if let last {
        pairs += 1
        if blanks > 0 { spaced += 1 }
        let starts = line.text.trimmingBlanks.first
        if blanks == 1, starts?.isLowercase == true, ItemMark(line) == nil,
          last.text.trimmingBlanks.count > 40
        {
          wrapped += 1
        }
      }
      blanks = 0
      last = line
    }
    return pairs >= 3 && wrapped > 0 && Double(spaced) >= 0.85 * Double(pairs)
  }

  /// A number or a letter in the middle of a text is a mark only where it goes on counting: "3. klasse" isn't.
  private func fits(_ mark: ItemMark, _ state: State, _ isAfterBlank: Bool) -> Bool {
    let number: Int
    switch mark.kind {
    case .glyph, .circle: return !isDashWithinSentence(mark, state, isAfterBlank)
    case .number(let found), .letter(let found): number = found
    }
    let counted = state.levels.last { $0.kind.isSame(as: mark.kind) }?.kind
    if case .number(let last)? = counted {
      return number == 1 || (last + 1...last + 3).contains(number)
    }
    if case .letter(let last)? = counted { return number == 1 || number == last + 1 }
    if let last = lastMark(state, like: mark.kind) { return number == 1 || number == last + 1 }
    if number == 1 { return true }
    return state.growing == nil || isAfterBlank && number <= 20
  }

  /// The number of the last closed item of the same kind: a paragraph may stand between 1. and 2.
  private func lastMark(_ state: State, like kind: ItemMark.Kind) -> Int? {
    for item in state.done.reversed() {
      guard let written = item.mark else { continue }
      let line = SourceLine(number: 0, text: written + " x")
      guard let mark = ItemMark(line), mark.kind.isSame(as: kind) else { continue }
      switch mark.kind {
      case .number(let number), .letter(let number): return number
      default: return nil
      }
    }
    return nil
  }

  /// A line that was wrapped right before a dash: small letter after it, in a text that was not bulleted that way.
  private func isDashWithinSentence(_ mark: ItemMark, _ state: State, _ isAfterBlank: Bool) -> Bool
  {
    guard !isAfterBlank, case .glyph("-") = mark.kind, mark.rest.first?.isLowercase == true,
      let growing = state.growing, let last = growing.last, last.isLetter || last == ","
    else { return false }
    guard let level = state.levels.last(where: { $0.kind.isSame(as: mark.kind) }) else {
      return state.lastLineLength * 5 >= width * 4
    }
    // Among items with the same mark: where they begin with capitals, and the line before is full.
    return state.lastLineLength + 3 >= width
      && level.items.allSatisfy { $0.text.first?.isLowercase == false }
  }

  private func add(_ mark: ItemMark, _ line: SourceLine, to state: inout State) {
    while let top = state.levels.last, !belongs(mark, to: top, under: state.levels.dropLast().last)
    {
      if isNested(mark, under: top) { break }
      state.closeLevel()
    }
    let item = ReadItem(
      text: mark.rest, isBullet: true, mark: mark.written, lines: [line.number])
    if let top = state.levels.indices.last, belongs(mark, to: state.levels[top], under: nil) {
      state.levels[top].items.append(item)
      state.levels[top].kind = mark.kind
    } else {
      state.levels.append(Level(indent: mark.indent, kind: mark.kind, items: [item]))
    }
  }

  private func belongs(_ mark: ItemMark, to level: Level, under parent: Level?) -> Bool {
    if mark.kind.isSame(as: level.kind) { return abs(mark.indent - level.indent) < 2 }
    // Another bullet at the same place, of the same rank, is the same list.
    return mark.indent == level.indent && mark.kind.rank == level.kind.rank
      && level.items.last?.text.hasSuffix(":") == false
  }

  private func isNested(_ mark: ItemMark, under level: Level) -> Bool {
    if mark.indent >= level.indent + 2 { return true }
    if mark.indent + 1 < level.indent { return false }
    return mark.kind.rank > level.kind.rank
      || !mark.kind.isSame(as: level.kind) && level.items.last?.text.hasSuffix(":") == true
        && mark.kind.rank >= level.kind.rank
  }

  private func addText(_ line: SourceLine, isAfterBlank: Bool, to state: inout State) {
    let text = line.text.trimmingBlanks
    if let growing = state.growing, continues(text, growing, state, isAfterBlank) {
      state.grow(line)
      return
    }
    state.closeParagraph()
    state.closeList()
    state.paragraph = ReadItem(text: text, isBullet: false, mark: nil, lines: [line.number])
  }

  private func continues(_ text: String, _ growing: String, _ state: State, _ isAfterBlank: Bool)
    -> Bool
  {
    // A mark alone on its line: the text comes after.
    if growing.isEmpty { return true }
    let isLower = text.first.map { $0.isLowercase || ",;)".contains($0) } ?? false
    if isAfterBlank {
      guard isLower, let last = growing.last else { return false }
      return !".!?:".contains(last)
    }
    if state.paragraph == nil || isLower { return true }
    // A short line ends its paragraph where the next starts anew.
    return state.lastLineLength * 10 >= width * 6
  }
}
