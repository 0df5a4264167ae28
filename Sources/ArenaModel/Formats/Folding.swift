/// Texts as they are compared where people wrote them: small letters, one kind of space, dash and quote. Swift compares
/// characters by canonical equivalence, so that å in one piece and å in two are one letter, and neither is a.
package enum Folding {
  /// The text folded; white space at the ends is dropped and within is one space.
  package static func fold(_ text: some StringProtocol) -> String {
    var out = ""
    var isSpacePending = false
    for character in text {
      if character.isWhitespace {
        isSpacePending = !out.isEmpty
        continue
      }
      let folded = folded(character)
      if folded.isEmpty { continue }
      if isSpacePending { out.append(" ") }
      isSpacePending = false
      out += folded
    }
    return out
  }

  /// The words of a text, folded, without punctuation.
  package static func words(_ text: some StringProtocol) -> [String] {
    fold(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  package static func isDash(_ character: Character) -> Bool {
    "-‐‑‒–—―−".contains(character)
  }

  private static func folded(_ character: Character) -> String {
    if isDash(character) { return "-" }
    switch character {
    case "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{FEFF}": return ""
    case "“", "”", "„", "«", "»", "″": return "\""
    case "’", "‘", "´", "`", "′": return "'"
    case "ﬁ": return "fi"
    case "ﬂ": return "fl"
    case "ﬀ": return "ff"
    case "ﬃ": return "ffi"
    case "ﬄ": return "ffl"
    case "…": return "..."
    default: return character.lowercased()
    }
  }

  /// How many letters must be put in, taken out, changed or swapped to get from one text to the other, up to `limit`;
  /// nil above it.
  package static func distance(_ one: String, _ other: String, limit: Int) -> Int? {
    if one.utf8.allSatisfy({ $0 < 0x80 }), other.utf8.allSatisfy({ $0 < 0x80 }) {
      return distance(Array(one.utf8), Array(other.utf8), limit: limit)
    }
    return distance(Array(one), Array(other), limit: limit)
  }

  private static func distance<Letter: Equatable>(_ a: [Letter], _ b: [Letter], limit: Int) -> Int?
  {
    guard abs(a.count - b.count) <= limit else { return nil }
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + Array(repeating: 0, count: b.count)
      for j in 1...b.count {
        let same = a[i - 1] == b[j - 1]
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], before[j - 2] + 1)
        }
      }
      if let least = row.min(), least > limit { return nil }
      before = last
      last = row
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }

  /// The known word that somebody most likely meant, for "did you mean"; nil where none is near.
  package static func nearest(_ word: String, among known: some Sequence<String>) -> String? {
    let folded = fold(word)
    let limit = max(1, min(3, folded.count / 3))
    var best: (word: String, distance: Int)?
    for candidate in known {
      let other = fold(candidate)
      var found = distance(folded, other, limit: limit)
      if found == nil, folded.count >= 3, other.hasPrefix(folded) { found = limit }
      if let found, found < best?.distance ?? .max { best = (candidate, found) }
    }
    return best?.word
  }

  /// ", did you mean 'x'?" as the end of a remedy; empty where nothing is near.
  package static func didYouMean(_ word: String, among known: some Sequence<String>) -> String {
    nearest(word, among: known).map { "Did you mean '\($0)'?" } ?? ""
  }
}
