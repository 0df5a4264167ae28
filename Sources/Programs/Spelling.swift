/// How far two spellings lie apart, for "did you mean".
enum Spelling {
  /// The number of letters to insert, delete or exchange to get from one to the other (Levenshtein's distance).
  static func distance(_ one: String, _ other: String) -> Int {
    let one = Array(one.lowercased().unicodeScalars)
    let other = Array(other.lowercased().unicodeScalars)
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, match) in other.enumerated() {
        let exchanged = diagonal + (letter == match ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(exchanged, row[column] + 1, diagonal + 1)
      }
    }
    return row[other.count]
  }
}
