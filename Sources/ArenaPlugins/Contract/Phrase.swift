/// Small turns of English for errors and the reference.
enum Phrase {
  /// `a`, `a or b`, `a, b or c`.
  static func choice(_ words: [String], _ conjunction: String = "or") -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }

  static func withArticle(_ noun: String) -> String {
    ("aeio".contains(noun.first ?? "b") ? "an " : "a ") + noun
  }

  /// A string as it would stand in Lua source, cut where it is long.
  static func quoted(_ text: String) -> String {
    let short = text.count > 40 ? String(text.prefix(37)) + "…" : text
    return "\""
      + short.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\\n") + "\""
  }

  /// `; did you mean 'x'?` where something is near, else what the writer offers.
  static func didYouMean(
    _ word: String, among words: some Sequence<String>, otherwise: String = ""
  ) -> String {
    if let near = Suggestion.nearest(to: word, among: words) {
      return "; did you mean '\(near)'?"
    }
    return otherwise
  }
}

/// The nearest of the known words to one that is not known.
package enum Suggestion {
  /// Nil where none is near: at most one change in three letters, transpositions counting as one.
  package static func nearest(to word: String, among words: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    let limit = max(1, letters.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in words where candidate != word {
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - letters.count) <= limit else { continue }
      let distance = distance(letters, other)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Optimal string alignment distance (Damerau-Levenshtein without overlapping edits).
  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for row in 0..<one.count {
      var current = [row + 1]
      current.reserveCapacity(other.count + 1)
      for column in 0..<other.count {
        let same = one[row] == other[column]
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (same ? 0 : 1))
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[other.count]
  }
}
