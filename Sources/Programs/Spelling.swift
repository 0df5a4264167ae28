/// How far two spellings lie apart, for "did you mean".
enum Spelling {
  /// The number of letters to insert, delete, exchange or swap with their neighbour to get from one to the other
  /// (the "optimal string alignment" distance).
  static func distance(_ one: String, _ other: String) -> Int {
    let one = Array(one.lowercased().unicodeScalars)
    let other = Array(other.lowercased().unicodeScalars)
    var rows = [Array(0...other.count)]
    for index in one.indices {
      var row = [index + 1]
      for column in other.indices {
        let exchanged = rows[index][column] + (one[index] == other[column] ? 0 : 1)
        var best = min(exchanged, row[column] + 1, rows[index][column + 1] + 1)
        if index > 0, column > 0, one[index] == other[column - 1], one[index - 1] == other[column] {
          best = min(best, rows[index - 1][column - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[one.count][other.count]
  }
}
