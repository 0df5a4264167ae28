internal import ArenaModel

/// Labels and section headings at the beginning of lines.
extension LabelGuide {
  /// All that a line may be a label of, best first. A list mark, heading marks of CommonMark and emphasis before the
  /// label are looked past.
  func matches(_ line: SourceLine, inList: Bool = true) -> [Match] {
    let text = Self.bare(line, inList: inList)
    guard !text.isEmpty else { return [] }
    let key = line.text
    if let known = cache.matches[key] { return known }
    let sections = headings.compactMap { sectionHeading(line, of: $0.template, $0.matcher) }
    let found = (labels(text) + sections).sorted { one, other in
      (one.penalty, rank(one.target)) < (other.penalty, rank(other.target))
    }
    cache.matches[key] = found
    return found
  }

  /// The section, or sections, that a line heads; with the text after a colon or a dash on the same line.
  func sectionHeading(
    _ line: SourceLine, of template: String, _ headings: HeadingMatcher
  ) -> Match? {
    let text = line.text.trimmingBlanks
    // A bullet before a heading is looked past where the heading alone has the line.
    let isListed = ItemMark(line).map { !$0.isCounting } ?? false
    let bare = Self.bare(line, inList: isListed)
    if let colon = Self.colon(in: bare), bare[..<colon].count <= 110 {
      let head = String(bare[..<colon])
      var value = bare[bare.index(after: colon)...].trimmingBlanks
      while let sign = value.first, "*_".contains(sign) { value = value.dropFirst().trimmingBlanks }
      if let match = headings.match(head, setting: .marked) {
        // "Problemet med nøkler: …" is a sentence; a heading names its section and no more, or has its line.
        guard match.penalty <= 6 || value.isEmpty else { return nil }
        guard let found = heading(match, template, head, value: value, text) else { return nil }
        return isListed && !value.isEmpty ? nil : found
      }
    }
    if let match = headings.match(HeadingText(isListed ? bare : text), setting: .alone) {
      guard !isListed || match.penalty <= 1 else { return nil }
      return heading(match, template, bare, value: "", text)
    }
    // "Resultat – En felles liste"
    for sign in [" – ", " — ", " - "] {
      guard let dash = bare.firstRange(ofText: sign) else { continue }
      let head = bare[..<dash.lowerBound].trimmingBlanks
      let value = bare[dash.upperBound...].trimmingBlanks
      guard !isListed, head.count <= 60, value.first?.isLowercase == false,
        let match = headings.match(head, setting: .alone), match.penalty <= 2
      else { continue }
      return heading(match, template, head, value: value, text)
    }
    return nil
  }

  func heading(
    _ match: HeadingMatcher.Match, _ template: String, _ head: String, value: String,
    _ line: String
  ) -> Match? {
    let targets = match.keys.compactMap { sections["\(template).\($0)"] }
    guard let first = targets.first else { return nil }
    let isMarked = HeadingText(line).isMarked
    let (label, remark) = Self.splitRemark(Self.withoutMarks(head))
    return Match(
      target: first, heading: label.isEmpty ? head : label, value: value, remark: remark,
      penalty: match.penalty, isClosed: true, also: Array(targets.dropFirst()), isMarked: isMarked)
  }

  /// Whether more stands on the line than what bold type marks.
  static func hasTextAfterMark(_ line: SourceLine) -> Bool {
    let text = line.text.trimmingBlanks
    guard let sign = ["**", "__"].first(where: { text.hasPrefix($0) }) else { return false }
    let inner = text.dropFirst(2)
    guard let end = String(inner).firstRange(ofText: sign) else { return false }
    return String(inner)[end.upperBound...].contains { $0.isLetter }
  }

  /// A heading without the signs around it; its own words stay as written.
  static func withoutMarks(_ head: String) -> String {
    var out = head.trimmingBlanks
    while let last = out.last, "*_#:".contains(last) { out = out.dropLast().trimmingBlanks }
    while let first = out.first, "*_#>".contains(first) { out = out.dropFirst().trimmingBlanks }
    return out
  }

  func labels(_ text: String) -> [Match] {
    var out: [Match] = []
    if let colon = Self.colon(in: text) {
      let head = text[..<colon].trimmingBlanks
      let value = text[text.index(after: colon)...].trimmingBlanks
      let (label, remark) = Self.splitRemark(head)
      if label.count <= 90 { out += closed(label, value: value, remark: remark) }
      if out.isEmpty, label.count < head.count, head.count <= 90 {
        out += closed(head, value: value, remark: nil)
      }
    }
    if out.isEmpty {
      let (label, remark) = Self.splitRemark(text)
      if label.count <= 70 { out += closed(label, value: "", remark: remark, isWholeLine: true) }
      if out.isEmpty { out += opened(text) }
    }
    return out
  }

  func match(_ line: SourceLine, inList: Bool = true) -> Match? {
    matches(line, inList: inList).first
  }

  func rank(_ target: Target) -> Int {
    if target.what == .section { return entries.count }
    return entries.first { $0.target == target }?.rank ?? .max
  }

  /// The line without what decorates it.
  static func bare(_ line: SourceLine, inList: Bool) -> String {
    var text = line.text.trimmingBlanks
    if inList, let mark = ItemMark(line) { text = mark.rest }
    while text.hasPrefix("#") { text = String(text.dropFirst()) }
    text = text.trimmingBlanks
    for sign in ["**", "__", "*", "_"] where text.hasPrefix(sign) {
      text = text.dropFirst(sign.count).trimmingBlanks
      if let end = text.firstRange(ofText: sign) { text.removeSubrange(end) }
      break
    }
    return text.trimmingBlanks
  }

  /// The colon that ends a label: "Eier; Navn" has a semicolon in its place, a full-width one counts, too.
  static func colon(in text: String) -> String.Index? {
    guard let found = text.firstIndex(where: { ":;：".contains($0) }) else { return nil }
    return text.distance(from: text.startIndex, to: found) <= 110 ? found : nil
  }

  static func splitRemark(_ head: String) -> (label: String, remark: String?) {
    guard let open = head.firstIndex(of: "("), open > head.startIndex else { return (head, nil) }
    return (head[..<open].trimmingBlanks, head[open...].trimmingBlanks)
  }

  /// A label that a colon or the end of the line closes.
  func closed(
    _ label: String, value: String, remark: String?, isWholeLine: Bool = false
  ) -> [Match] {
    let text = LabelText(label)
    guard !text.words.isEmpty else { return [] }
    var best: [Target: Match] = [:]
    for entry in entries {
      guard let found = entry.text.matches(startOf: text) else { continue }
      var penalty = found.penalty
      let rest = found.rest
      if rest > 0 {
        guard
          allowsTail(text.words.dropFirst(text.words.count - rest), isWholeLine: isWholeLine, label)
        else { continue }
        penalty += 10 + rest
      }
      if isWholeLine {
        // A line of its own without a colon must be the label more exactly, and look like one.
        guard penalty <= 3 || rest > 0 && penalty <= 16, !label.hasSuffix("."),
          !label.hasSuffix("?")
            || entry.text.words.count > 1
        else { continue }
      }
      if penalty < best[entry.target]?.penalty ?? .max {
        best[entry.target] = Match(
          target: entry.target, heading: label, value: value, remark: remark, penalty: penalty,
          isClosed: true)
      }
    }
    return Array(best.values)
  }

  /// What may follow a label before its colon: "Innspill til planen:", "Deltakere og roller i gruppa:".
  func allowsTail(_ tail: ArraySlice<String>, isWholeLine: Bool, _ label: String) -> Bool {
    guard let first = tail.first, tail.count <= 6 else { return false }
    if isWholeLine, tail.count > 4 || label.last.map({ ".,!?".contains($0) }) ?? false {
      return false
    }
    return Self.connecting.contains(first)
  }

  static let connecting: Set<String> = [
    "til", "for", "frå", "fra", "om", "i", "på", "av", "og", "med", "under", "ved", "etter", "to",
    "from", "of", "on", "in", "and", "with", "by", "at", "the", "eller", "or", "så", "denne", "nr",
  ]

  /// A label with its value right after it, without a colon: "Antall deltakere 13", "Ansvarlig Kari Voll".
  func opened(_ text: String) -> [Match] {
    let all = LabelText(text)
    var best: [Target: Match] = [:]
    for entry in entries {
      guard let (apart, rest) = entry.text.matches(startOf: all), rest > 0, apart <= 1,
        let value = Self.afterWords(entry.text.words.count, in: text)
      else { continue }
      // Of two labels that fit, the longer one explains more.
      let penalty = apart + 5 - min(4, entry.text.words.count)
      let fits: Bool
      switch entry.target.type {
      case .count:
        fits =
          Stated.count(value).number != nil && value.count <= 20
          || value.first?.isNumber == true && value.count <= 40
      case .actor where entry.target.what == .role:
        // The first two words look like a name, or the first one with "og" after it.
        let words = value.split(separator: " ").prefix(2).map { $0.filter { $0 != "," } }
        let isPair = words.count == 2 && ["og", "and", "&"].contains(words[1])
        let name = isPair ? words[0] : words.joined(separator: " ")
        fits = text.count <= 100 && NameReading.looksLikeName(name)
      default: fits = false
      }
      guard fits, penalty < best[entry.target]?.penalty ?? .max else { continue }
      best[entry.target] = Match(
        target: entry.target,
        heading: text.dropLast(value.count).trimmingBlanks, value: value, remark: nil,
        penalty: penalty, isClosed: false)
    }
    return Array(best.values)
  }

  /// What follows the first `count` words of a text, without a dash between.
  static func afterWords(_ count: Int, in text: String) -> String? {
    var index = text.startIndex
    for _ in 0..<count {
      guard let start = text[index...].firstIndex(where: { $0.isLetter || $0.isNumber }) else {
        return nil
      }
      index = text[start...].firstIndex { !$0.isLetter && !$0.isNumber } ?? text.endIndex
    }
    let rest = text[index...].drop { $0.isWhitespace || Folding.isDash($0) || $0 == "=" }
    return rest.isEmpty ? nil : rest.trimmingBlanks
  }
}
