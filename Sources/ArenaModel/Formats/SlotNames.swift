/// What slots are called, by the labels that the format declares: `Day {day}, session {number}`.
package struct SlotNames: Sendable {
  private let format: FormatDeclaration
  private let language: String
  /// Words before a slot's number, folded.
  private let slotWords: Set<String>
  /// Words before a day's number, folded.
  private let dayWords: Set<String>

  package init(_ format: FormatDeclaration, language: String) {
    self.format = format
    self.language = language
    var slotWords: Set<String> = []
    var dayWords: Set<String> = ["dag", "day"]
    for noun in format.allNouns(of: .block, language: language) {
      if let last = Folding.words(noun).last { slotWords.insert(last) }
    }
    for label in format.slot.labels["number"].map({
      format.locales.recognised($0, first: language)
    }) ?? [] {
      guard let parts = try? TextPattern(label).parts else { continue }
      for (index, part) in parts.enumerated().dropFirst() {
        guard case .key(let key) = part, case .literal(let before) = parts[index - 1],
          let word = Folding.words(before).last
        else { continue }
        if key == "number" { slotWords.insert(word) }
        if key == "day" { dayWords.insert(word) }
      }
    }
    self.slotWords = slotWords.subtracting(dayWords)
    self.dayWords = dayWords
  }

  /// What a slot is called; a block of another kind by its title.
  package func name(of block: Record) -> String {
    if block.text(.kind) == "slot", let number = block.integer(.number) {
      let label = format.slot.labels["number"]
      let texts = label.map { label in
        label.texts.flatMap { format.locales.translations(of: $0, in: language) }
      }
      for text in texts ?? [] {
        let filled = try? TextPattern(text).filled(in: language) { key in
          switch key {
          case "number": .number(Double(number))
          case "day": block.integer(.day).map { .number(Double($0)) }
          case "title": block.text(.title).map { .text($0) }
          default: nil
          }
        }
        if let filled { return filled }
      }
      if let title = block.text(.title) { return title }
      return capitalised(format.noun(of: .block, language: language)) + " \(number)"
    }
    return block.text(.title) ?? capitalised(format.noun(of: .block, language: language))
  }

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A heading that opens a day or a slot.
  package struct Heading: Sendable, Hashable {
    package var day: Int?
    package var number: Int?
    /// What it says beyond the numbers.
    package var title: String?

    package init(day: Int? = nil, number: Int? = nil, title: String? = nil) {
      self.day = day
      self.number = number
      self.title = title
    }
  }

  /// Reads a heading such as "DAG 1, gruppesesjon 1", "Session 3 (day 2)", "2. økt", "Day 1", "Økt 3: …"; nil for what
  /// is none. Words may be slightly misspelt; beside the day and the number there is only a date, a time or a title
  /// that a colon, a dash or parentheses set apart.
  package func heading(_ line: some StringProtocol) -> Heading? {
    let text = line.trimmingBlanks
    guard text.count <= 120 else { return nil }
    var heading = Heading()
    var tokens = Self.tokens(of: text)
    take(dayWords, from: &tokens, into: &heading.day)
    take(slotWords, from: &tokens, into: &heading.number)
    guard heading.day != nil || heading.number != nil else { return nil }
    guard let first = tokens.first else { return heading }
    let rest = tokens.filter { !$0.isDate }
    if rest.isEmpty { return heading }
    // What is left must follow the numbers, set apart; a day alone has no title, or every sentence of it would be one.
    guard heading.number != nil, first.isAfterBreak, first.isAfterNumber else { return nil }
    let title = text[first.range.lowerBound...].trimmingBlanks
    heading.title = title.hasSuffix(")") && !title.contains("(") ? String(title.dropLast()) : title
    return heading
  }

  private struct Token {
    let word: String
    let original: Substring
    let range: Range<String.Index>
    /// Whether a colon, a dash, a comma or a parenthesis stands before it.
    let isAfterBreak: Bool
    /// Whether all numbers taken stand before it.
    var isAfterNumber = false

    var number: Int? {
      if let number = Int(word) { return (0...99).contains(number) ? number : nil }
      if let number = SlotNames.numbers[word] { return number }
      return original.allSatisfy { "IVX".contains($0) } ? SlotNames.romans[word] : nil
    }

    var isDate: Bool {
      Int(word) != nil || SlotNames.dateWords.contains(word)
    }
  }

  private static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var index = text.startIndex
    var isBroken = false
    while index < text.endIndex {
      guard text[index].isLetter || text[index].isNumber else {
        if ":(,;|/".contains(text[index]) || Folding.isDash(text[index]) { isBroken = true }
        index = text.index(after: index)
        continue
      }
      let end = text[index...].firstIndex { !$0.isLetter && !$0.isNumber } ?? text.endIndex
      let original = text[index..<end]
      tokens.append(
        Token(
          word: Folding.fold(original), original: original, range: index..<end,
          isAfterBreak: isBroken))
      isBroken = false
      index = end
    }
    return tokens
  }

  /// Takes a word with the number after it ("økt 2", "økt nr. 2") or before it ("2. økt", "andre økt") out of the
  /// tokens.
  private func take(_ words: Set<String>, from tokens: inout [Token], into number: inout Int?) {
    for index in tokens.indices where Self.isAmong(words, tokens[index].word) {
      var after = index + 1
      if tokens.indices.contains(after),
        ["nr", "no", "nummer", "number"].contains(tokens[after].word)
      {
        after += 1
      }
      if tokens.indices.contains(after), let found = tokens[after].number {
        number = found
        remove(index...after, from: &tokens)
        return
      }
      if index > 0, let found = tokens[index - 1].number {
        number = found
        remove((index - 1)...index, from: &tokens)
        return
      }
    }
  }

  private func remove(_ range: ClosedRange<Int>, from tokens: inout [Token]) {
    for index in tokens.indices where index > range.upperBound {
      tokens[index].isAfterNumber = true
    }
    for index in tokens.indices where index < range.lowerBound {
      tokens[index].isAfterNumber = false
    }
    tokens.removeSubrange(range)
  }

  private static func isAmong(_ words: Set<String>, _ word: String) -> Bool {
    if words.contains(word) { return true }
    guard word.count >= 6 else { return false }
    return words.contains { $0.count >= 6 && Folding.distance($0, word, limit: 1) != nil }
  }

  fileprivate static let numbers: [String: Int] = {
    let words = [
      ["en", "én", "ein", "éin", "one", "første", "fyrste", "first"],
      ["to", "two", "andre", "second"],
      ["tre", "three", "tredje", "third"], ["fire", "four", "fjerde", "fourth"],
      ["fem", "five", "femte", "fifth"], ["seks", "six", "sjette", "sixth"],
      ["sju", "syv", "seven", "sjuende", "syvende", "seventh"],
      ["åtte", "eight", "åttende", "åttande", "eighth"],
    ]
    var table: [String: Int] = [:]
    for (index, words) in words.enumerated() {
      for word in words { table[word] = index + 1 }
    }
    return table
  }()

  fileprivate static let romans: [String: Int] = [
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
  ]

  fileprivate static let dateWords: Set<String> = {
    var words: Set<String> = [
      "kl", "klokka", "klokken", "til", "to", "fra", "frå", "from", "of", "på", "the", "am", "pm",
      "mandag", "måndag", "tirsdag", "tysdag", "onsdag", "torsdag", "fredag", "lørdag", "laurdag",
      "søndag", "sundag", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
      "sunday",
    ]
    for month in Wording.norwegianMonths + Wording.englishMonths {
      words.insert(month.lowercased())
    }
    return words
  }()
}
