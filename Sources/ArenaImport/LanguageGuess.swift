internal import ArenaModel

/// Tells Bokmål, Nynorsk and English by the small words that one has and the others don't.
enum LanguageGuess {
  /// The language of a contribution, where it clearly isn't the arena's.
  static func language(of record: Record, arena: String) -> String? {
    func texts(_ items: [Item]) -> [String] { items.flatMap { [$0.text] + texts($0.items) } }
    let all = ([record.text(.title) ?? ""] + texts(record.items(.body))).joined(separator: " ")
    guard let found = language(of: all), found != arena else { return nil }
    return found
  }

  /// The language with at least three of its words, and twice as many as any other; nil where none has.
  static func language(of text: String) -> String? {
    let words = Folding.words(text)
    let scores = markers.map { language, marks in
      (language, words.reduce(0) { $0 + (marks.contains($1) ? 1 : 0) })
    }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    guard let best = scores.first, best.1 >= 3, best.1 >= 2 * (scores.dropFirst().first?.1 ?? 0)
    else { return nil }
    return best.0
  }

  private static let markers: [(String, Set<String>)] = [
    (
      "nb",
      [
        "ikke", "hva", "hvem", "hvordan", "hvor", "hvilke", "hver", "noe", "noen", "fra", "bare",
        "mye", "mer", "være", "blir", "ble", "også", "et", "deres", "dere", "gjøre", "selv", "uten",
        "tidligere", "muligheter", "tjenester", "tiltaket",
      ]
    ),
    (
      "nn",
      [
        "ikkje", "kva", "kven", "korleis", "kvar", "kvifor", "noko", "nokon", "nokre", "frå",
        "berre", "mykje", "meir", "vere", "vera", "vert", "eit", "ein", "dei", "òg", "gjere",
        "sjølv", "utan", "tidlegare", "tidleg", "moglege", "tenester", "arbeidsgjevar", "ho", "eg",
        "enklare", "samstundes", "mellom", "vidare", "arbeidstakar", "brukarar", "brukar",
      ]
    ),
    (
      "en",
      [
        "the", "and", "of", "is", "are", "with", "that", "this", "they", "should", "have", "not",
        "what", "how", "who", "be", "from", "more", "we",
      ]
    ),
  ]
}
