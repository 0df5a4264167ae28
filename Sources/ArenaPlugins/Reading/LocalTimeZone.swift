#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
package import ArenaModel

/// A time zone of the machine's database, read from its compiled form (TZif; RFC 9636): enough to turn an arena's
/// local times into UTC and back. Where the zone isn't known, local time is UTC.
package struct LocalTimeZone: Sendable {
  /// When an offset begins, in seconds since 1970.
  private var begins: [Int64] = []
  private var offsets: [Int] = []
  /// Before the first begins, and where the machine knows no such zone.
  private var first = 0
  /// The rule for the years after the table, as POSIX writes it.
  private var rule: Rule?
  package let isKnown: Bool

  private struct Rule: Sendable {
    var standard: Int
    var daylight: Int
    var starts: Change
    var ends: Change
  }

  /// `M3.5.0/2`: the fifth (or last) Sunday of March at 2 local time.
  private struct Change: Sendable {
    var month: Int
    var week: Int
    var weekday: Int
    var seconds: Int
  }

  package init(name: String?) {
    guard let name, !name.isEmpty, !name.contains(".."), !name.hasPrefix("/"),
      let bytes = Self.read("/usr/share/zoneinfo/" + name), Self.isTZif(bytes)
    else {
      isKnown = false
      return
    }
    isKnown = true
    parse(bytes)
  }

  /// The offset from UTC at a moment, in seconds.
  package func offset(at seconds: Int64) -> Int {
    if let last = begins.last, seconds >= last, let rule { return offset(by: rule, at: seconds) }
    var low = 0
    var high = begins.count
    while low < high {
      let middle = (low + high) / 2
      if begins[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    if low == 0 {
      return begins.isEmpty ? rule.map { offset(by: $0, at: seconds) } ?? first : first
    }
    return offsets[low - 1]
  }

  /// `2020-01-22T09:00` out of an instant.
  package func local(_ instant: Instant) -> String {
    let seconds = Int64((Double(instant.milliseconds) / 1000).rounded(.down))
    let shifted = Instant(milliseconds: (seconds + Int64(offset(at: seconds))) * 1000)
    return String(shifted.description.prefix(16))
  }

  /// `2020-01-22T08:00:00Z` out of a local time; nil where the text is none. In the hour that a clock skips or repeats,
  /// the offset before the change holds.
  package func utc(_ local: String) -> String? {
    guard let instant = Instant(local + ":00.000Z") else { return nil }
    let wall = instant.milliseconds / 1000
    let guess = wall - Int64(offset(at: wall - Int64(offset(at: wall))))
    let seconds = guess
    let text = Instant(milliseconds: seconds * 1000).description
    return String(text.prefix(19)) + "Z"
  }

  private func offset(by rule: Rule, at seconds: Int64) -> Int {
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    let year = CalendarDate(daysSince1970: days).components.year
    let starts = Self.moment(rule.starts, year) - Int64(rule.standard)
    let ends = Self.moment(rule.ends, year) - Int64(rule.daylight)
    let isDaylight =
      starts < ends
      ? seconds >= starts && seconds < ends : !(seconds >= ends && seconds < starts)
    return isDaylight ? rule.daylight : rule.standard
  }

  private static func moment(_ change: Change, _ year: Int) -> Int64 {
    guard let start = CalendarDate(year: year, month: change.month, day: 1) else { return 0 }
    let weekdayOfFirst = ((start.daysSince1970 + 4) % 7 + 7) % 7
    var day = start.daysSince1970 + (change.weekday - weekdayOfFirst + 7) % 7
    day += (change.week - 1) * 7
    let nextMonth =
      CalendarDate(
        year: change.month == 12 ? year + 1 : year, month: change.month % 12 + 1, day: 1)?
      .daysSince1970 ?? .max
    while day >= nextMonth { day -= 7 }
    return Int64(day) * 86_400 + Int64(change.seconds)
  }

  // MARK: - Reading the file

  private static func isTZif(_ bytes: [UInt8]) -> Bool {
    bytes.count > 44 && bytes.starts(with: Array("TZif".utf8)) && bytes[4] >= UInt8(ascii: "2")
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = fread(&bytes, 1, bytes.count, file)
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }

  private mutating func parse(_ bytes: [UInt8]) {
    func number(_ at: Int, _ width: Int) -> Int64 {
      guard at >= 0, at + width <= bytes.count else { return 0 }
      var out: Int64 = width == 4 && bytes[at] >= 0x80 ? -1 : 0
      for index in 0..<width { out = out << 8 | Int64(bytes[at + index]) }
      return out
    }
    func counts(_ header: Int) -> [Int] { (0..<6).map { Int(number(header + 20 + $0 * 4, 4)) } }
    // The first block has 32-bit times and is stepped over: utc, std, leap, time, type, char counts.
    let old = counts(0)
    let header =
      44 + old[3] * 5 + old[4] * 6 + old[5] + old[2] * 8 + old[1] + old[0]
    let new = counts(header)
    let times = header + 44
    let kinds = times + new[3] * 8
    let types = kinds + new[3]
    guard new[4] > 0, types + new[4] * 6 <= bytes.count else { return }
    first = Int(number(types, 4))
    for index in 0..<new[3] {
      begins.append(number(times + index * 8, 8))
      offsets.append(Int(number(types + Int(bytes[kinds + index]) * 6, 4)))
    }
    let footer = types + new[4] * 6 + new[5] + new[2] * 12 + new[1] + new[0] + 1
    guard footer < bytes.count else { return }
    let text = bytes[footer...].prefix { $0 != UInt8(ascii: "\n") }
    rule = Self.rule(String(decoding: text, as: UTF8.self))
  }

  /// Reads `CET-1CEST,M3.5.0,M10.5.0/3`.
  private static func rule(_ text: String) -> Rule? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    var rest = Substring(parts.first ?? "")
    func skipName() {
      if rest.first == "<" {
        rest = rest.drop { $0 != ">" }.dropFirst()
      } else {
        rest = rest.drop { $0.isLetter }
      }
    }
    func offset() -> Int? {
      let digits = rest.prefix { $0.isNumber || $0 == "-" || $0 == "+" || $0 == ":" }
      rest = rest.dropFirst(digits.count)
      return seconds(digits).map { -$0 }
    }
    skipName()
    guard let standard = offset() else { return nil }
    guard parts.count == 3 else {
      let never = Change(month: 1, week: 1, weekday: 0, seconds: 0)
      return Rule(standard: standard, daylight: standard, starts: never, ends: never)
    }
    skipName()
    let daylight = offset() ?? standard + 3600
    guard let starts = change(parts[1]), let ends = change(parts[2]) else { return nil }
    return Rule(standard: standard, daylight: daylight, starts: starts, ends: ends)
  }

  private static func change(_ text: Substring) -> Change? {
    let halves = text.split(separator: "/")
    guard let date = halves.first, date.first == "M" else { return nil }
    let numbers = date.dropFirst().split(separator: ".").compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    let time = halves.count > 1 ? seconds(halves[1]) ?? 7200 : 7200
    return Change(month: numbers[0], week: numbers[1], weekday: numbers[2], seconds: time)
  }

  private static func seconds(_ text: Substring) -> Int? {
    guard !text.isEmpty else { return nil }
    let isNegative = text.first == "-"
    let parts = text.drop { $0 == "-" || $0 == "+" }.split(separator: ":").compactMap { Int($0) }
    guard let hours = parts.first else { return nil }
    let total =
      hours * 3600 + (parts.count > 1 ? parts[1] * 60 : 0) + (parts.count > 2 ? parts[2] : 0)
    return isNegative ? -total : total
  }
}
