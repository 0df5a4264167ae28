internal import ArenaModel

/// Labels are compared by the stems of their words: case, accents on e and o, endings of plural and definite forms and
/// small misspellings don't count.
struct LabelText: Hashable, Sendable {
  let words: [String]
  let stems: [String]

  init(_ text: some StringProtocol) {
    words = Folding.words(text).map(LabelText.plain)
    stems = words.map(LabelText.stem)
  }

  /// é is e here; å, æ, ø stay.
  private static func plain(_ word: String) -> String {
    guard !word.utf8.allSatisfy({ $0 < 0x80 }) else { return word }
    return String(
      word.map { letter in
        switch letter {
        case "é", "è", "ê", "ë": "e"
        case "ó", "ò", "ô": "o"
        default: letter
        }
      })
  }

  private static let endings = [
    "ene", "ane", "ena", "ande", "ene", "er", "ar", "en", "et", "ne", "ei", "a", "e", "s",
  ]

  /// The word without an ending of plural or definite form, in Norwegian or English.
  static func stem(_ word: String) -> String {
    guard word.count > 4 else { return word }
    var out = word
    for _ in 0..<2 {
      guard let ending = endings.first(where: { out.hasSuffix($0) && out.count - $0.count >= 4 })
      else { break }
      out = String(out.dropLast(ending.count))
    }
    return out
  }

  /// How far two words are apart: 0 the same, 1 by ending, more by misspelling; nil where they differ.
  static func distance(_ one: (word: String, stem: String), _ other: (word: String, stem: String))
    -> Int?
  {
    if one.word == other.word { return 0 }
    if one.stem == other.stem { return 1 }
    let length = min(one.stem.count, other.stem.count)
    let limit = length >= 9 ? 2 : length >= 5 ? 1 : 0
    guard limit > 0 else { return nil }
    if let apart = Folding.distance(one.stem, other.stem, limit: limit) { return 1 + apart }
    if let apart = Folding.distance(one.word, other.word, limit: limit) { return 1 + apart }
    return nil
  }

  /// How well the words at the start of `other` are those of this label: the penalty, or nil. `rest` is how many words
  /// of `other` come after them.
  func matches(startOf other: LabelText) -> (penalty: Int, rest: Int)? {
    guard !words.isEmpty, other.words.count >= words.count else { return joined(other) }
    var penalty = 0
    for index in words.indices {
      guard
        let apart = Self.distance(
          (words[index], stems[index]), (other.words[index], other.stems[index]))
      else { return joined(other) }
      penalty += apart
    }
    return (penalty, other.words.count - words.count)
  }

  /// The same letters with the spaces elsewhere: "støtte fasilitator".
  private func joined(_ other: LabelText) -> (penalty: Int, rest: Int)? {
    guard !words.isEmpty else { return nil }
    let mine = words.joined()
    guard mine.count >= 6 else { return nil }
    var theirs = ""
    for (index, word) in other.words.enumerated() {
      theirs += word
      if theirs.count + 2 < mine.count { continue }
      if index + 1 == words.count { return nil }
      let apart = Self.distance((mine, Self.stem(mine)), (theirs, Self.stem(theirs)))
      return apart.map { ($0 + 1, other.words.count - index - 1) }
    }
    return nil
  }
}
