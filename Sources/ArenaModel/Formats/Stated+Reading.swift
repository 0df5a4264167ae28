/// Reading what a count or a date says. What can't be read for certain has no value; the text stays in any case.
extension Stated {
  /// A count as people write it: "13", "6 (8)" (the first number stands), "3 + 2" (the sum), "ca. 10", "ti". A span such
  /// as "10-12" and what is no number have no value.
  package static func count(_ text: String) -> Stated {
    let trimmed = text.trimmingBlanks
    return Stated(text: trimmed, value: readCount(trimmed).map { .number(Double($0)) })
  }

  private static func readCount(_ text: String) -> Int? {
    // What stands in parentheses is a second opinion, or a note.
    var outside = ""
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if depth == 0 { outside.append(character) }
      if character == ")", depth > 0 { depth -= 1 }
    }
    let terms = outside.split(separator: "+", omittingEmptySubsequences: false)
    var sum = 0
    for term in terms {
      guard let number = readTerm(term) else { return nil }
      let (next, overflows) = sum.addingReportingOverflow(number)
      if overflows { return nil }
      sum = next
    }
    return sum
  }

  /// One number among words; nil where there is none, or a span or several numbers.
  private static func readTerm(_ term: Substring) -> Int? {
    var numbers: [Int] = []
    for word in term.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      if let number = Int(word) {
        numbers.append(number)
      } else if let number = numerals[word.lowercased()] {
        numbers.append(number)
      }
    }
    return numbers.count == 1 ? numbers[0] : nil
  }

  private static let numerals: [String: Int] = {
    let words: [[String]] = [
      ["null", "ingen", "zero", "none"], ["en", "ett", "éin", "eitt", "ein", "one"], ["to", "two"],
      ["tre", "three"], ["fire", "four"], ["fem", "five"], ["seks", "six"],
      ["sju", "syv", "seven"],
      ["åtte", "eight"], ["ni", "nine"], ["ti", "ten"], ["elleve", "eleven"], ["tolv", "twelve"],
      ["tretten", "thirteen"], ["fjorten", "fourteen"], ["femten", "fifteen"],
      ["seksten", "sixteen"], ["sytten", "seventeen"], ["atten", "eighteen"],
      ["nitten", "nineteen"], ["tjue", "tyve", "twenty"],
    ]
    var table: [String: Int] = [:]
    for (number, words) in words.enumerated() {
      for word in words { table[word] = number }
    }
    return table
  }()

  /// A date as people write it, in Norwegian or English: "2020-03-02", "2.3.2020", "2/3-20", "mandag 2. mars",
  /// "March 2, 2020". A day without a year is the first such day from `reference` on (with the weekday that is named);
  /// without a reference, and for "før påske", there is no value.
  package static func date(_ text: String, after reference: CalendarDate? = nil) -> Stated {
    let trimmed = text.trimmingBlanks
    let date = DateReading(trimmed).date(after: reference)
    return Stated(text: trimmed, value: date.map { .date($0.description) })
  }

  /// The number read, if any.
  package var number: Double? { if case .number(let number)? = value { number } else { nil } }

  /// The date read, if any.
  package var date: CalendarDate? {
    if case .date(let text)? = value { CalendarDate(text) } else { nil }
  }
}

/// The words and numbers of a text that may be a date.
private struct DateReading {
  private let words: [String]
  private let text: String

  init(_ text: String) {
    self.text = text
    self.words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  func date(after reference: CalendarDate?) -> CalendarDate? {
    for start in words.indices {
      if let date = iso(at: start) ?? named(at: start, after: reference)
        ?? numbered(at: start, after: reference)
      {
        return date
      }
    }
    return nil
  }

  private func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
    guard words.indices.contains(index), digits.contains(words[index].utf8.count) else {
      return nil
    }
    return Int(words[index])
  }

  private func iso(at start: Int) -> CalendarDate? {
    guard let year = number(start, digits: 4...4), let month = number(start + 1, digits: 2...2),
      let day = number(start + 2, digits: 2...2)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private func named(at start: Int, after reference: CalendarDate?) -> CalendarDate? {
    guard let month = Self.months[words[start]] else { return nil }
    if let day = dayNumber(start - 1) {
      return date(day, month, year(start + 1), after: reference)
    }
    guard let day = dayNumber(start + 1) else { return nil }
    return date(day, month, year(start + 2), after: reference)
  }

  /// "2", "2nd", "22"
  private func dayNumber(_ index: Int) -> Int? {
    guard words.indices.contains(index) else { return nil }
    let digits = words[index].prefix { $0.isNumber }
    let ending = words[index].dropFirst(digits.count)
    guard ["", "st", "nd", "rd", "th"].contains(ending), let day = Int(digits) else { return nil }
    return (1...31).contains(day) ? day : nil
  }

  /// A year of four digits; of two only where it follows a date written in numbers.
  private func year(_ index: Int) -> Int? {
    number(index, digits: 4...4).flatMap { (1900...2999).contains($0) ? $0 : nil }
  }

  private func numbered(at start: Int, after reference: CalendarDate?) -> CalendarDate? {
    guard let day = number(start, digits: 1...2), let month = number(start + 1, digits: 1...2),
      (1...12).contains(month), isJoined(start)
    else { return nil }
    if let full = year(start + 2) { return CalendarDate(year: full, month: month, day: day) }
    if let short = number(start + 2, digits: 2...2) {
      return CalendarDate(year: 2000 + short, month: month, day: day)
    }
    return date(day, month, nil, after: reference)
  }

  /// Whether the words from `start` are written as one date ("2.3.2020", "2/3", "2.3.") and not as a time of day.
  private func isJoined(_ start: Int) -> Bool {
    let lowered = text.lowercased()
    if start > 0, ["kl", "klokka", "klokken", "at"].contains(words[start - 1]) { return false }
    for mark in [".", "/"] where lowered.contains("\(words[start])\(mark)\(words[start + 1])") {
      if mark == "/" || words.count > start + 2 && year(start + 2) != nil { return true }
      if lowered.contains("\(words[start]).\(words[start + 1]).") { return true }
    }
    return false
  }

  private func date(_ day: Int, _ month: Int, _ year: Int?, after reference: CalendarDate?)
    -> CalendarDate?
  {
    if let year { return CalendarDate(year: year, month: month, day: day) }
    guard let reference else { return nil }
    let weekday = words.lazy.compactMap { Self.weekdays[$0] }.first
    // A named weekday settles the year; six years hold each weekday of any date but the leap day's.
    for ahead in 0..<(weekday == nil ? 2 : 6) {
      guard
        let found = CalendarDate(year: reference.components.year + ahead, month: month, day: day),
        found >= reference
      else { continue }
      if weekday == nil || (found.daysSince1970 + 3) % 7 == weekday { return found }
    }
    return nil
  }

  /// Monday is 0; 1970-01-01 was a Thursday.
  private static let weekdays: [String: Int] = {
    let names: [[String]] = [
      ["mandag", "måndag", "monday"], ["tirsdag", "tysdag", "tuesday"], ["onsdag", "wednesday"],
      ["torsdag", "thursday"], ["fredag", "friday"], ["lørdag", "laurdag", "saturday"],
      ["søndag", "sundag", "sunday"],
    ]
    var table: [String: Int] = [:]
    for (place, names) in names.enumerated() {
      for name in names { table[name] = place }
    }
    return table
  }()

  private static let months: [String: Int] = {
    var table: [String: Int] = [:]
    for names in [Wording.norwegianMonths, Wording.englishMonths] {
      for (index, name) in names.enumerated() {
        table[name.lowercased()] = index + 1
        if name.count > 4 { table[String(name.lowercased().prefix(3))] = index + 1 }
      }
    }
    table["sept"] = 9
    return table
  }()
}

extension StringProtocol {
  /// Without white space at both ends.
  package var trimmingBlanks: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
