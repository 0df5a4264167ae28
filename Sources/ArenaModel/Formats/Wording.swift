/// The few words that every text needs, in Bokmål, Nynorsk and English. Languages that are not here get English.
package enum Wording {
  package static func conjunction(in language: String) -> String {
    isNorwegian(language) ? "og" : "and"
  }

  /// "A", "A og B", "A, B og C".
  package static func list(_ texts: [String], in language: String) -> String {
    guard texts.count > 1, let last = texts.last else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " \(conjunction(in: language)) \(last)"
  }

  package static func boolean(_ value: Bool, in language: String) -> String {
    isNorwegian(language) ? (value ? "ja" : "nei") : (value ? "yes" : "no")
  }

  /// Whole numbers without a point.
  package static func number(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }

  /// "22. januar 2020", "22 January 2020".
  package static func date(_ date: CalendarDate, in language: String) -> String {
    let (year, month, day) = date.components
    return isNorwegian(language)
      ? "\(day). \(norwegianMonths[month - 1]) \(year)"
      : "\(day) \(englishMonths[month - 1]) \(year)"
  }

  /// Several days as one reads them: "22.–23. januar 2020", "22–23 January 2020"; else each by itself.
  package static func dates(_ dates: [CalendarDate], in language: String) -> String {
    guard dates.count > 1, let first = dates.first, let last = dates.last,
      last.daysSince1970 - first.daysSince1970 == dates.count - 1,
      first.components.year == last.components.year,
      first.components.month == last.components.month
    else { return list(dates.map { date($0, in: language) }, in: language) }
    let start = isNorwegian(language) ? "\(first.components.day)." : "\(first.components.day)"
    return start + "–" + date(last, in: language)
  }

  package static func isNorwegian(_ language: String) -> Bool {
    ["nb", "nn", "no"].contains { language == $0 || language.hasPrefix($0 + "-") }
  }

  static let norwegianMonths = [
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "desember",
  ]
  static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
