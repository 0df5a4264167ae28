internal import ArenaModel

/// What a page adds to a text: its number, running headers and footers, the table of contents. Found by habit and taken
/// out, so that an item that runs over a page is one item; each such line is accounted for.
struct PageCleaning {
  enum Furniture: String {
    case pageNumber = "page_number"
    case runningLine = "running_line"
    case contents
  }

  /// The lines without furniture.
  private(set) var lines: [SourceLine]
  /// By position among the text's lines.
  private(set) var furniture: [Int: Furniture] = [:]

  /// - Parameters:
  ///   - isLabel: whether a line is one that the format's labels explain; such lines repeat, and mean it.
  ///   - awaitsCount: whether a line is the label of a count whose value isn't on it.
  init(
    _ text: DecodedText, isLabel: (SourceLine) -> Bool, awaitsCount: (SourceLine) -> Bool
  ) {
    lines = text.lines
    findContents()
    findPageNumbers(pageStarts: text.pageStarts, awaitsCount)
    findRunningLines(pageStarts: text.pageStarts, isLabel)
    lines = lines.enumerated().filter { furniture[$0.offset] == nil }.map(\.element)
  }

  // MARK: - Table of contents

  /// Lines with dots that lead to a page number, and a contents heading above them.
  private mutating func findContents() {
    var last: Int?
    for index in lines.indices where Self.isLedToPage(lines[index].text) {
      furniture[index] = .contents
      last = index
      // An entry of the contents may be wrapped: its first line stands right above.
      var above = index - 1
      while above >= 0, furniture[above] == nil, !lines[above].isBlank, isWithinContents(above) {
        furniture[above] = .contents
        above -= 1
      }
    }
    guard last != nil, let first = furniture.keys.min() else { return }
    for index in stride(from: first - 1, through: max(0, first - 4), by: -1)
    where Self.contentsHeadings.contains(Folding.fold(lines[index].text)) {
      furniture[index] = .contents
    }
  }

  /// Whether a line above one of the contents lies between two of them.
  private func isWithinContents(_ index: Int) -> Bool {
    var above = index - 1
    while above >= 0, lines[above].isBlank { above -= 1 }
    return above >= 0 && furniture[above] == .contents && index - above <= 2
  }

  private static let contentsHeadings: Set<String> = [
    "innhold", "innhald", "innholdsfortegnelse", "innhaldsliste", "contents", "table of contents",
  ]

  /// "Title ..... 3", "Title … 3"
  static func isLedToPage(_ text: String) -> Bool {
    var rest = text.trimmingBlanks[...]
    let digits = rest.suffix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(digits.count) else { return false }
    rest = rest.dropLast(digits.count)
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    let leaders = rest.suffix { ".…·_ ".contains($0) }
    let dots = leaders.reduce(0) { $0 + ($1 == "…" ? 3 : $1 == " " ? 0 : 1) }
    return dots >= 3 && rest.count > leaders.count
  }

  // MARK: - Page numbers

  /// The page that a line numbers: "3", "- 3 -", "Side 3 av 12", "Page 3", "3/12".
  static func pageNumber(_ text: String) -> (page: Int, isSaid: Bool)? {
    let words = Folding.fold(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let signs = text.trimmingBlanks.filter { !$0.isLetter && !$0.isNumber && !$0.isWhitespace }
    guard signs.allSatisfy({ Folding.isDash($0) || "/.|–[]".contains($0) }) else { return nil }
    let isSaid = ["side", "page", "s", "p", "sida"].contains(words.first ?? "")
    let numbers = words.dropFirst(isSaid ? 1 : 0).filter { !["av", "of"].contains($0) }
    guard let first = numbers.first, first.count <= 3, let page = Int(first), page > 0,
      numbers.count == 1
        || numbers.count == 2
          && (isSaid || text.contains("/") || words.contains("av") || words.contains("of")),
      numbers.allSatisfy({ Int($0) != nil }), words.count <= numbers.count + 2
    else { return nil }
    // "3." alone begins an item whose text comes after.
    if !isSaid, signs == "." { return nil }
    return (page, isSaid)
  }

  private mutating func findPageNumbers(pageStarts: Set<Int>, _ awaitsCount: (SourceLine) -> Bool) {
    var candidates: [(index: Int, page: Int, isSaid: Bool)] = []
    // A number right under a label that awaits one is its value, unless just that page is missing among the others.
    var values: [(index: Int, page: Int)] = []
    for index in lines.indices where furniture[index] == nil && !lines[index].isBlank {
      guard let (page, isSaid) = Self.pageNumber(lines[index].text) else { continue }
      if !isSaid, isValue(index, awaitsCount) {
        values.append((index, page))
      } else {
        candidates.append((index, page, isSaid || isAtPageEdge(index, pageStarts)))
      }
    }
    let counting = Self.counting(candidates.map(\.page))
    var pages: [(index: Int, page: Int)] = []
    for (place, candidate) in candidates.enumerated()
    where candidate.isSaid || counting.contains(place) {
      furniture[candidate.index] = .pageNumber
      pages.append((candidate.index, candidate.page))
    }
    guard pages.count >= 3 else { return }
    for value in values {
      let before = pages.last { $0.index < value.index }?.page
      let after = pages.first { $0.index > value.index }?.page
      if before == value.page - 1, after == value.page + 1 || after == nil {
        furniture[value.index] = .pageNumber
      }
    }
  }

  /// The places of the longest run that counts up by one (a page may be missing).
  private static func counting(_ pages: [Int]) -> Set<Int> {
    guard pages.count > 1 else { return [] }
    var best = Array(repeating: 1, count: pages.count)
    var before = Array(repeating: -1, count: pages.count)
    for index in pages.indices {
      for earlier in 0..<index where (1...2).contains(pages[index] - pages[earlier]) {
        if best[earlier] + 1 > best[index] {
          best[index] = best[earlier] + 1
          before[index] = earlier
        }
      }
    }
    guard let longest = best.max(), longest >= 2, var place = best.firstIndex(of: longest) else {
      return []
    }
    var out: Set<Int> = [place]
    while before[place] >= 0 {
      place = before[place]
      out.insert(place)
    }
    return out
  }

  /// Whether nothing but blank lines lies between the line and a form feed.
  private func isAtPageEdge(_ index: Int, _ pageStarts: Set<Int>) -> Bool {
    guard !pageStarts.isEmpty else { return false }
    var below = index + 1
    while below < lines.count, lines[below].isBlank, !pageStarts.contains(below) { below += 1 }
    if below >= lines.count || pageStarts.contains(below) { return true }
    var above = index
    while above > 0, !pageStarts.contains(above), lines[above - 1].isBlank { above -= 1 }
    return pageStarts.contains(above)
  }

  private func isValue(_ index: Int, _ awaitsCount: (SourceLine) -> Bool) -> Bool {
    var above = index - 1
    while above >= 0, lines[above].isBlank { above -= 1 }
    return above >= 0 && index - above <= 4 && awaitsCount(lines[above])
  }

  // MARK: - Running headers and footers

  /// The same line, but for its numbers, at the edge of several pages.
  private mutating func findRunningLines(
    pageStarts: Set<Int>, _ isLabel: (SourceLine) -> Bool
  ) {
    var edges = pageStarts
    for (index, kind) in furniture where kind == .pageNumber { edges.insert(index) }
    var places: [String: [Int]] = [:]
    for index in lines.indices where furniture[index] == nil && !lines[index].isBlank {
      let text = lines[index].text.trimmingBlanks
      guard text.count >= 4, text.count <= 120, ItemMark(lines[index]) == nil else { continue }
      let key = String(Folding.fold(text).filter { !$0.isNumber })
      if key.contains(where: \.isLetter) { places[key, default: []].append(index) }
    }
    for (_, found) in places where found.count >= 2 {
      let atEdge = found.filter { isNearEdge($0, edges) }
      let counts = Self.countsUp(found.map { lines[$0].text })
      let isRunning: Bool
      if atEdge.count >= 2, atEdge.count * 3 >= found.count * 2 {
        isRunning =
          found.count >= 3
          || lines[found[0]].text.trimmingBlanks == lines[found[1]].text.trimmingBlanks
      } else {
        isRunning =
          found.count >= 3 && counts && isSpread(found)
          || found.count >= 4 && isSpread(found)
      }
      guard isRunning, !(atEdge.isEmpty && found.allSatisfy(isHeading)) else { continue }
      for index in found where !isLabel(lines[index]) {
        // A heading that the pages repeat stays where it stands alone.
        furniture[index] = .runningLine
      }
    }
  }

  /// Whether a line is set apart above and leads to text: what each of several reports has as a heading of its own.
  private func isHeading(_ index: Int) -> Bool {
    guard index == 0 || lines[index - 1].isBlank else { return false }
    let text = lines[index].text.trimmingBlanks
    if text.hasSuffix(":")
      || HeadingText(text).isMarked && text.contains(where: { "#*_".contains($0) })
    {
      return true
    }
    return index + 1 < lines.count && !lines[index + 1].isBlank
  }

  private func isNearEdge(_ index: Int, _ edges: Set<Int>) -> Bool {
    var passed = 0
    var below = index + 1
    while below < lines.count, passed < 2 {
      if edges.contains(below) { return true }
      if !lines[below].isBlank { passed += 1 }
      below += 1
    }
    if below >= lines.count, passed == 0 { return true }
    passed = 0
    var above = index
    while above >= 0, passed < 2 {
      if edges.contains(above) { return true }
      above -= 1
      if above >= 0, !lines[above].isBlank { passed += 1 }
    }
    return false
  }

  /// Whether the lines carry a number that counts pages.
  private static func countsUp(_ texts: [String]) -> Bool {
    let numbers = texts.map { text in
      text.split { !$0.isNumber }.compactMap { Int($0) }
    }
    guard let first = numbers.first, !first.isEmpty,
      numbers.allSatisfy({ $0.count == first.count })
    else { return false }
    return first.indices.contains { place in
      zip(numbers, numbers.dropFirst()).allSatisfy { (1...2).contains($1[place] - $0[place]) }
    }
  }

  /// Whether lines stand about a page apart.
  private func isSpread(_ found: [Int]) -> Bool {
    zip(found, found.dropFirst()).allSatisfy { $1 - $0 >= 20 }
  }
}

extension Substring {
  fileprivate func suffix(_ predicate: (Character) -> Bool) -> Substring {
    guard let stop = lastIndex(where: { !predicate($0) }) else { return self }
    return self[index(after: stop)...]
  }
}
