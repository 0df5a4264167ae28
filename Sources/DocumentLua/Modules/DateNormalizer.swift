/// Dates as people write them, in the form YYYY-MM-DD.
///
/// Understood are 12/31/2017, 12/31/17, 2017-12-31, 20171231, 201712, 2017, 09 Nov 1989, 9 November 1989,
/// Nov. 9, 1989 and November 9, 1989, for years from 1601 to 9999.
enum DateNormalizer {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  static func normalize(_ text: String) -> String? {
    let characters = text.drop { $0 == " " }
    let trimmed = characters.reversed().drop { $0 == " " }.reversed()
    let words = String(trimmed).split(separator: " ").map(String.init)
    guard let (year, month, day) = date(words), isValid(year, month, day) else { return nil }
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func date(_ words: [String]) -> (Int, Int, Int)? {
    switch words.count {
    case 1: return joined(words[0])
    case 3:
      guard let year = number(words[2], digits: 4...4) else { return nil }
      if let day = number(words[0], digits: 1...2) {
        if let month = month(words[1], isShort: false) { return (year, month, day) }
        if words[0].count == 2, let month = month(words[1], isShort: true) {
          return (year, month, day)
        }
        return nil
      }
      guard words[1].last == ",", let day = number(String(words[1].dropLast()), digits: 1...2)
      else { return nil }
      if let month = month(words[0], isShort: false) { return (year, month, day) }
      guard words[0].last == "." else { return nil }
      return month(String(words[0].dropLast()), isShort: true).map { (year, $0, day) }
    default: return nil
    }
  }

  private static func joined(_ word: String) -> (Int, Int, Int)? {
    let slashed = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if slashed.count == 3, let month = number(slashed[0], digits: 2...2),
      let day = number(slashed[1], digits: 2...2)
    {
      if let year = number(slashed[2], digits: 4...4) { return (year, month, day) }
      if let year = number(slashed[2], digits: 2...2) {
        return (year < 69 ? 2000 + year : 1900 + year, month, day)
      }
      return nil
    }
    let dashed = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    if dashed.count == 3, let year = number(dashed[0], digits: 4...4),
      let month = number(dashed[1], digits: 2...2), let day = number(dashed[2], digits: 2...2)
    {
      return (year, month, day)
    }
    guard let number = number(word, digits: 4...8) else { return nil }
    switch word.count {
    case 4: return (number, 1, 1)
    case 6: return (number / 100, number % 100, 1)
    case 8: return (number / 10_000, number / 100 % 100, number % 100)
    default: return nil
    }
  }

  private static func number(_ text: String, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    return Int(text)
  }

  private static func month(_ name: String, isShort: Bool) -> Int? {
    let name = name.lowercased()
    return months.firstIndex { isShort ? $0.prefix(3) == name : $0 == name }.map { $0 + 1 }
  }

  private static func isValid(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (1601...9999).contains(year), (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= lengths[month - 1]
  }
}
