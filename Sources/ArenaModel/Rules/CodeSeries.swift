/// Codes that count on from one another: 1.1, 1.2, 1.4 or 2A, 2B, 2D.
struct CodeSeries {
  let first: String
  let last: String
  let missing: [String]
  /// The group after the first gap.
  let afterGap: Record?

  /// The series that the groups' codes make, each begun at one (or A). Codes that several groups share through a merge
  /// are there; what isn't of a series says nothing.
  static func all(of groups: [Record]) -> [CodeSeries] {
    struct Start: Hashable {
      let prefix: String
      let isLetter: Bool
      let format: String
    }
    var series: [Start: [Int: (code: String, group: Record)]] = [:]
    for group in groups {
      let codes = [group.text(.code)].compactMap { $0 } + group.texts(.codes)
      for code in codes {
        for (prefix, number, isLetter) in readings(of: code) {
          let start = Start(prefix: prefix, isLetter: isLetter, format: group.text(.format) ?? "")
          series[start, default: [:]][number] = (code, group)
        }
      }
    }
    return series.compactMap { start, found in
      guard found.count > 1, let last = found.keys.max() else { return nil }
      // Years and the like aren't counted from one.
      guard last <= found.count * 4 + 10 else { return nil }
      let missing = (1...last).filter { found[$0] == nil }
      guard let firstGap = missing.first else { return nil }
      let after = found.keys.filter { $0 > firstGap }.min()
      func written(_ number: Int) -> String {
        if let code = found[number]?.code { return code }
        guard start.isLetter, let letter = UnicodeScalar(0x40 + number) else {
          return start.prefix + "\(number)"
        }
        return start.prefix + String(letter)
      }
      return CodeSeries(
        first: written(1), last: written(last), missing: missing.map(written),
        afterGap: after.flatMap { found[$0]?.group })
    }.sorted { SortKey($0.last) < SortKey($1.last) }
  }

  /// The code as prefix and place: "1.4" as ("1.", 4), "2D" as ("2", 4). "2B - 1 og 2" is 1 and 2 under "2B-".
  private static func readings(of code: String) -> [(prefix: String, number: Int, isLetter: Bool)] {
    let folded = MatchKey(code).text
    var numbers: [Int] = []
    var rest = folded[...]
    while true {
      let digits = rest.reversed().prefix { $0.isASCII && $0.isNumber }.count
      guard digits > 0, digits < 6, let number = Int(rest.suffix(digits)) else { break }
      numbers.append(number)
      rest = rest.dropLast(digits)
      // Two numbers joined by a word or a sign stand under one prefix.
      guard let joint = joints.first(where: { rest.hasSuffix($0) }) else { break }
      let before = rest.dropLast(joint.count)
      guard before.last?.isNumber == true else { break }
      rest = before
    }
    if !numbers.isEmpty {
      return numbers.map { (String(rest).uppercased(), $0, false) }
    }
    guard let letter = folded.unicodeScalars.last, ("a"..."z").contains(letter),
      let before = folded.dropLast().last, before.isNumber
    else { return [] }
    return [(String(folded.dropLast()).uppercased(), Int(letter.value) - 0x60, true)]
  }

  private static let joints = [" og ", " and ", " & ", "+", ","]
}
