/// Finds the sections that a heading names, however it was written: other case and endings, misspelt, as a question,
/// numbered, with words that say whose or how, two sections in one heading.
///
/// A label needs its telling words; articles, pronouns, question words and what says how many or how big are passed over
/// in the label and in the heading. What follows a preposition may be anything: "Hindringer for skolene".
package struct HeadingMatcher: Sendable {
  package struct Match: Sendable, Hashable {
    /// The sections named; several where a heading names several.
    package var keys: [String]
    /// 0: exactly a label; above 6 with words that no label has.
    package var penalty: Int
  }

  /// What sets a heading apart from text.
  package enum Setting: Sendable {
    /// Nothing but that it has its line.
    case alone
    /// A colon, heading marks, bold type, capitals or a number.
    case marked
  }

  private struct Entry: Sendable {
    let key: String
    /// Its words, by their place among all words of labels.
    let words: [Int]
    /// The places of the words that a heading must have.
    let needed: [Int]
    let joined: HeadingText.Word
    let question: Int?
    let isReducible: Bool
  }

  private let entries: [Entry]
  /// All words of labels, each once.
  private let vocabulary: [HeadingText.Word]

  /// - Parameter sections: their names with the labels in all languages.
  package init(_ sections: [(key: String, labels: [String])]) {
    var entries: [Entry] = []
    var vocabulary: [HeadingText.Word] = []
    var places: [HeadingText.Word: Int] = [:]
    for section in sections {
      for label in section.labels where !label.contains("{") {
        let words = HeadingText(label).words
        guard let first = words.first else { continue }
        var needed = words.indices.filter { index in
          let word = words[index]
          return !word.isSilent && (!word.isWeak || HeadingWords.telling.contains(word.plain))
        }
        if needed.isEmpty { needed = words.indices.filter { !words[$0].isSilent } }
        let numbers = words.map { word in
          if let known = places[word] { return known }
          places[word] = vocabulary.count
          vocabulary.append(word)
          return vocabulary.count - 1
        }
        entries.append(
          Entry(
            key: section.key, words: numbers, needed: needed,
            joined: HeadingText.Word(words.map(\.plain).joined()),
            question: HeadingWords.questionClasses[first.plain],
            isReducible: !needed.isEmpty && !HeadingWords.prepositions.contains(first.plain)))
      }
    }
    self.entries = entries
    self.vocabulary = vocabulary
  }

  /// The sections of one template, by their names.
  package init(of template: TemplateDeclaration, in locales: Locales, first language: String) {
    self.init(
      template.fields.map { ($0.name, locales.recognised($0.naming.label, first: language)) })
  }

  /// A heading apart from the text after its colon.
  package static func divided(_ line: String) -> (heading: String, beside: String) {
    guard let colon = line.firstIndex(where: { ":：".contains($0) }) else { return (line, "") }
    var beside = line[line.index(after: colon)...].trimmingBlanks
    while let sign = beside.first, "*_".contains(sign) {
      beside = beside.dropFirst().trimmingBlanks
    }
    return (line[..<colon].trimmingBlanks, beside)
  }

  package func match(_ heading: String, setting: Setting) -> Match? {
    match(HeadingText(heading), setting: setting)
  }

  package func match(_ heading: HeadingText, setting: Setting) -> Match? {
    guard !heading.words.isEmpty, heading.words.count <= 14, heading.text.count <= 110 else {
      return nil
    }
    let isMarked = setting == .marked || heading.isMarked
    if heading.endsLikeSentence, heading.words.count > 4 { return nil }
    let line = Line(heading.words, vocabulary)
    let whole = best(line, heading, isMarked: isMarked)
    if let whole, whole.isExact, whole.cost <= 4 {
      return Match(keys: [whole.key], penalty: whole.cost)
    }
    let several = several(line, heading, isMarked: isMarked)
    if let whole, whole.rest == 0, whole.cost <= 6 {
      if let several, several.keys.count > 1, several.penalty <= 3 { return several }
      return Match(keys: [whole.key], penalty: whole.cost)
    }
    if let several { return several }
    // Without a capital and with more words it is the rest of a line that was wrapped.
    if !isMarked, heading.text.first?.isLowercase == true { return nil }
    return whole.map { Match(keys: [$0.key], penalty: $0.cost) }
  }

  // MARK: - One section

  /// The words of a heading, with how far each is from the words of labels that are near it.
  private struct Line {
    let words: [HeadingText.Word]
    let near: [[Int: Int]]

    init(_ words: [HeadingText.Word], _ vocabulary: [HeadingText.Word]) {
      self.words = words
      near = words.map { word in
        var out: [Int: Int] = [:]
        for (index, known) in vocabulary.enumerated() {
          if let apart = HeadingText.distance(word, known) { out[index] = apart }
        }
        return out
      }
    }

    private init(words: [HeadingText.Word], near: [[Int: Int]]) {
      self.words = words
      self.near = near
    }

    func part(_ range: Range<Int>) -> Line {
      Line(words: Array(words[range]), near: Array(near[range]))
    }
  }

  private struct Found {
    var key: String
    var cost: Int
    /// Words that the label doesn't explain.
    var rest: Int
    /// Whether all its words are those of the label.
    var isExact = false
  }

  private func best(_ line: Line, _ heading: HeadingText, isMarked: Bool) -> Found? {
    var best: Found?
    func consider(_ found: Found?) {
      guard let found else { return }
      if found.cost < best?.cost ?? .max { best = found }
    }
    let joined = HeadingText.Word(line.words.map(\.plain).joined())
    for entry in entries {
      if let penalty = exactly(entry, line) {
        consider(Found(key: entry.key, cost: penalty, rest: 0, isExact: true))
      } else if line.words.count > 1 || entry.words.count > 1,
        let apart = apart(entry.joined, joined)
      {
        // The same letters with the spaces elsewhere: "problem beskrivelse".
        consider(Found(key: entry.key, cost: 1 + apart, rest: 0, isExact: true))
      }
    }
    if let best, best.cost <= 4, !heading.endsLikeSentence || line.words.count <= 3 { return best }
    if isSentence(line.words, heading, isMarked: isMarked) { return nil }
    for entry in entries where entry.isReducible {
      consider(loosely(entry, line, heading, isMarked))
    }
    return best
  }

  private func apart(_ one: HeadingText.Word, _ other: HeadingText.Word) -> Int? {
    let length = one.plain.utf8.count
    guard length >= 7, abs(length - other.plain.utf8.count) <= 1,
      (one.letters ^ other.letters).nonzeroBitCount <= 2,
      one.plain.utf8.first == other.plain.utf8.first
    else { return nil }
    return Folding.distance(one.plain, other.plain, limit: 1)
  }

  /// A line that says something of a section's subject instead of naming it.
  private func isSentence(_ words: [HeadingText.Word], _ heading: HeadingText, isMarked: Bool)
    -> Bool
  {
    if heading.endsLikeSentence { return true }
    guard let first = words.first else { return true }
    if HeadingWords.indefinite.contains(first.plain) { return true }
    if HeadingWords.questions.contains(first.plain) { return false }
    // "Resultatet er:" leads to what comes.
    let verbs = isMarked ? words.dropLast() : words[...]
    return verbs.contains { HeadingWords.verbs.contains($0.folded) }
  }

  private func exactly(_ entry: Entry, _ line: Line) -> Int? {
    guard line.words.count == entry.words.count else { return nil }
    var penalty = 0
    for (index, word) in entry.words.enumerated() {
      guard let apart = line.near[index][word] else { return nil }
      penalty += apart
    }
    return penalty
  }

  /// All that the label needs, among words that change nothing, and after a preposition whatever makes it more exact.
  private func loosely(_ entry: Entry, _ line: Line, _ heading: HeadingText, _ isMarked: Bool)
    -> Found?
  {
    var used: [Int] = []
    var cost = 2
    for place in entry.needed {
      var nearest: (index: Int, apart: Int)?
      for index in line.words.indices where !used.contains(index) && !line.words[index].isSilent {
        if let apart = line.near[index][entry.words[place]], apart < nearest?.apart ?? .max {
          nearest = (index, apart)
        }
      }
      guard let nearest else { return nil }
      cost += nearest.apart + (nearest.index < used.last ?? -1 ? 2 : 0)
      used.append(nearest.index)
    }
    guard let first = used.min() else { return nil }
    let question = HeadingWords.questionClasses[line.words[0].plain]
    // "Who does what" isn't "how do we do it", though one word is left of both.
    if entry.needed.count == 1, let asked = entry.question, asked != question { cost += 3 }
    var rest = 0
    var isTail = false
    for index in line.words.indices {
      let word = line.words[index]
      if index > first, HeadingWords.prepositions.contains(word.plain) { isTail = true }
      if used.contains(index) || word.isSilent { continue }
      if word.isWeak {
        cost += index < first ? 1 : 2
        continue
      }
      rest += 1
      if isTail {
        cost += 4
      } else if question != nil, heading.isQuestion || isMarked {
        // "Hvilken verdi skaper vi?": its verb.
        cost += index < first ? 7 : 3
      } else if index < first, isMarked, index + 1 == first, line.words.count <= 4 {
        // "Foreløpige resultater:"; a line with nothing to set it apart would be text.
        cost += 7
      } else {
        return nil
      }
    }
    guard rest <= (isMarked ? 6 : 3) else { return nil }
    if rest > 0 { cost += 6 }
    return Found(key: entry.key, cost: cost, rest: rest)
  }

  // MARK: - Several sections

  /// "Muligheter og hindringer", "Opportunities / obstacles".
  private func several(_ line: Line, _ heading: HeadingText, isMarked: Bool) -> Match? {
    let ranges = heading.parts
    guard (2...3).contains(ranges.count), line.words.count <= 9, !heading.endsLikeSentence else {
      return nil
    }
    var keys: [String] = []
    var penalty = 0
    var unknown = 0
    for range in ranges {
      let part = line.part(range)
      if let found = best(part, heading, isMarked: isMarked), found.rest == 0 {
        if !keys.contains(found.key) { keys.append(found.key) }
        penalty = max(penalty, found.cost)
      } else if keys.isEmpty {
        return nil
      } else {
        unknown += part.words.count { !$0.isSilent && !$0.isWeak }
      }
    }
    if unknown > 0 {
      guard unknown <= (isMarked ? 3 : 1) else { return nil }
      penalty += 6 + 3 * unknown
    }
    return keys.isEmpty ? nil : Match(keys: keys, penalty: penalty)
  }
}
