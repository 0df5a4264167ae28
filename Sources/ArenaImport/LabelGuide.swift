internal import ArenaModel

/// The labels of a format, in all its languages and the host's, as lines of a file are matched against them.
struct LabelGuide {
  /// What a label stands for.
  struct Target: Hashable, Sendable {
    let what: EntryPart.What
    let name: String
    let type: FieldType
    /// A list of people that have the role: a section that shows members.
    var role: String?

    /// Of a section: its template.
    var template: String { name.split(separator: ".").first.map(String.init) ?? "" }
  }

  struct Match {
    var target: Target
    /// The label as written.
    var heading: String
    /// What stands after it on the line.
    var value: String
    /// What stands after the label in parentheses, or before the colon beyond the label.
    var remark: String?
    /// 0: exactly a label.
    var penalty: Int
    /// Whether a colon, or the end of the line, closed the label.
    var isClosed: Bool
    /// What it names beside the target: "Muligheter og hindringer".
    var also: [Target] = []
    /// Whether bold type, heading marks or capitals set the line apart.
    var isMarked = false
    var keys: [String: String] = [:]
  }

  private struct Entry {
    let target: Target
    let text: LabelText
    /// Order among labels of the same quality.
    let rank: Int
  }

  private struct KindLabel {
    let name: String
    /// The words before and between its keys.
    let text: LabelText
    let hasCode: Bool
  }

  /// What lines were matched with: each is asked for several times.
  private final class Cache {
    var matches: [String: [Match]] = [:]
    var kinds: [String: KindMatch?] = [:]
  }

  private let cache = Cache()
  private let entries: [Entry]
  private let kinds: [KindLabel]
  /// The sections of reports, which people head in more ways than a list of labels holds.
  private let headings: [(template: String, matcher: HeadingMatcher)]
  private let sections: [String: Target]
  private let contributionWords: Set<String>
  let format: FormatDeclaration

  init(_ format: FormatDeclaration, language: String) {
    self.format = format
    var entries: [Entry] = []
    func add(_ target: Target, _ labels: [String]) {
      for label in labels where !label.contains("{") {
        let text = LabelText(label)
        if !text.words.isEmpty {
          entries.append(Entry(target: target, text: text, rank: entries.count))
        }
      }
    }
    func recognised(_ label: Label) -> [String] {
      format.locales.recognised(label, first: language)
    }
    let group = format.group.record
    for (field, type) in [("headcount", FieldType.count), ("place", .place), ("challenge", .rich)] {
      let own = group.labels[field].map(recognised) ?? []
      let host =
        field == "place" || own.isEmpty
        ? ModelLabels.recognised(field, of: .group, first: language) : []
      add(Target(what: .group, name: field, type: type), own + host)
    }
    for role in format.roles {
      add(Target(what: .role, name: role.name, type: .actor), recognised(role.naming.label))
    }
    let contribution = format.contribution.record
    for (field, type) in [
      ("body", FieldType.items), ("kind", .choice), ("reference", .text), ("addressees", .actor),
      ("title", .text),
    ] {
      let own = contribution.labels[field].map(recognised) ?? []
      let host =
        field == "body" || field == "title" || field == "addressees"
        ? [] : ModelLabels.recognised(field, of: .contribution, first: language)
      add(Target(what: .contribution, name: field, type: type), own + host)
    }
    if contribution.labels["body"] == nil {
      let nouns = [contribution.noun, contribution.nouns].compactMap { $0 }
      add(
        Target(what: .contribution, name: "body", type: .items),
        nouns.flatMap { recognised(Label([$0])) })
    }
    for field in group.fields {
      add(
        Target(what: .group, name: field.name, type: field.type), recognised(field.naming.label))
    }
    for field in contribution.fields + format.contribution.kinds.flatMap(\.fields) {
      add(
        Target(what: .contribution, name: field.name, type: field.type),
        recognised(field.naming.label))
    }
    let joinRole = format.action("join")?.role
    var sections: [String: Target] = [:]
    var headings: [(template: String, matcher: HeadingMatcher)] = []
    for template in format.templates where template.per == .group || template.per == .meeting {
      for field in template.fields {
        let isMembers = field.type == .members
        let target = Target(
          what: .section, name: "\(template.name).\(field.name)", type: field.type,
          role: isMembers ? joinRole ?? "" : nil)
        sections[target.name] = target
      }
      headings.append(
        (template.name, HeadingMatcher(of: template, in: format.locales, first: language)))
    }
    self.sections = sections
    self.headings = headings
    self.entries = entries
    self.kinds = format.contribution.kinds.flatMap { kind in
      recognised(kind.naming.label).map { label in
        KindLabel(
          name: kind.name, text: LabelText(Self.withoutKeys(label)),
          hasCode: label.contains("{code}"))
      }
    }
    var words: Set<String> = []
    for noun in format.allNouns(of: .contribution, language: language)
      + format.allNouns(of: .group, language: language)
    {
      words.formUnion(LabelText(noun).stems)
    }
    contributionWords = words
  }

  private static func withoutKeys(_ label: String) -> String {
    guard let parts = try? TextPattern(label).parts else { return label }
    return parts.map { if case .literal(let text) = $0 { text } else { " " } }.joined()
  }

  // MARK: - Labels

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
  private func sectionHeading(
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

  private func heading(
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

  private func labels(_ text: String) -> [Match] {
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

  private func rank(_ target: Target) -> Int {
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
  private static func colon(in text: String) -> String.Index? {
    guard let found = text.firstIndex(where: { ":;：".contains($0) }) else { return nil }
    return text.distance(from: text.startIndex, to: found) <= 110 ? found : nil
  }

  private static func splitRemark(_ head: String) -> (label: String, remark: String?) {
    guard let open = head.firstIndex(of: "("), open > head.startIndex else { return (head, nil) }
    return (head[..<open].trimmingBlanks, head[open...].trimmingBlanks)
  }

  /// A label that a colon or the end of the line closes.
  private func closed(
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
  private func allowsTail(_ tail: ArraySlice<String>, isWholeLine: Bool, _ label: String) -> Bool {
    guard let first = tail.first, tail.count <= 6 else { return false }
    if isWholeLine, tail.count > 4 || label.last.map({ ".,!?".contains($0) }) ?? false {
      return false
    }
    return Self.connecting.contains(first)
  }

  private static let connecting: Set<String> = [
    "til", "for", "frå", "fra", "om", "i", "på", "av", "og", "med", "under", "ved", "etter", "to",
    "from", "of", "on", "in", "and", "with", "by", "at", "the", "eller", "or", "så", "denne", "nr",
  ]

  /// A label with its value right after it, without a colon: "Antall deltakere 13", "Ansvarlig Kari Voll".
  private func opened(_ text: String) -> [Match] {
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
  private static func afterWords(_ count: Int, in text: String) -> String? {
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

  // MARK: - Kinds

  struct KindMatch {
    let name: String
    let keys: [String: String]
    let penalty: Int
  }

  /// The kind that a line states, with the code that it refers to.
  func kind(_ written: String) -> KindMatch? {
    if let known = cache.kinds[written] { return known }
    let found = readKind(written)
    cache.kinds[written] = .some(found)
    return found
  }

  private func readKind(_ written: String) -> KindMatch? {
    var text = written.trimmingBlanks
    while let last = text.last, ".!,;".contains(last) { text.removeLast() }
    guard text.count <= 160, !text.isEmpty else { return nil }
    let (head, keys) = Self.takeReference(text)
    let label = LabelText(head)
    guard !label.words.isEmpty else { return nil }
    var best: KindMatch?
    for kind in kinds {
      guard var penalty = fits(label, kind) else { continue }
      // A reference makes a label with {code} likelier, its absence one without.
      if kind.hasCode != (keys["code"] != nil) { penalty += 1 }
      if penalty < best?.penalty ?? .max {
        best = KindMatch(name: kind.name, keys: keys, penalty: penalty)
      }
    }
    return best
  }

  private func fits(_ line: LabelText, _ kind: KindLabel) -> Int? {
    if let (penalty, rest) = kind.text.matches(startOf: line) {
      let tail = line.words.suffix(rest)
      let stems = line.stems.suffix(rest)
      if rest == 0 { return penalty }
      // Only words that lead to what it refers to may follow.
      if zip(tail, stems).allSatisfy({
        Self.connecting.contains($0) || contributionWords.contains($1)
          || ["no", "nummer", "number", "dag", "day", "økt", "session"].contains($0)
      }) {
        return penalty + 2
      }
    }
    // Parts of the label, in its order: "Ny ide/emne" of "Ny idé eller nytt emne".
    guard line.words.count >= 2, line.words.count <= kind.text.words.count,
      let first = kind.text.words.first, line.words.first == first
    else { return nil }
    var place = 0
    for index in line.words.indices {
      guard
        let found = (place..<kind.text.words.count).first(where: {
          LabelText.distance(
            (line.words[index], line.stems[index]), (kind.text.words[$0], kind.text.stems[$0]))
            != nil
        })
      else { return nil }
      place = found + 1
    }
    return 3 + kind.text.words.count - line.words.count
  }

  /// Takes "nr 1.6 dag 1" out of a text.
  private static func takeReference(_ text: String) -> (String, [String: String]) {
    var keys: [String: String] = [:]
    var kept: [Substring] = []
    var words = text.split { $0.isWhitespace || "(),".contains($0) }[...]
    while let word = words.popFirst() {
      let folded = Folding.fold(word)
      if ["dag", "day"].contains(folded), let next = words.first,
        let day = Int(next.filter(\.isNumber)),
        next.allSatisfy({ $0.isNumber || ".:".contains($0) })
      {
        keys["day"] = String(day)
        words.removeFirst()
      } else if keys["code"] == nil, word.contains(where: \.isNumber), word.count <= 12 {
        var code = word
        if let sign = code.lastIndex(of: ":"), sign < code.endIndex {
          code = code[code.index(after: sign)...]
        }
        while let last = code.last, ".:;".contains(last) { code = code.dropLast() }
        let lowered = code.lowercased()
        for prefix in ["nr.", "nr", "no.", "#"] where lowered.hasPrefix(prefix) {
          code = code.dropFirst(prefix.count)
          break
        }
        keys["code"] = String(code)
      } else if !["nr", "nr.", "no", "no.", "nummer", "number"].contains(folded) {
        kept.append(word)
      }
    }
    return (kept.joined(separator: " "), keys)
  }

  /// A kind stated at the end of a title: "… must be clearer. New idea/topic."
  func kindAtEnd(of title: String) -> KindMatch? {
    var text = title.trimmingBlanks[...]
    while let last = text.last, ".!".contains(last) { text = text.dropLast() }
    let starts: [Substring]
    if text.hasSuffix(")"), let open = text.lastIndex(of: "(") {
      starts = [text[text.index(after: open)...].dropLast()]
    } else if let stop = text.lastIndex(where: {
      ".!?:;".contains($0) || Folding.isDash($0) && $0 != "-"
    }) {
      starts = [text[text.index(after: stop)...]]
    } else {
      starts = []
    }
    for start in starts {
      let words = Folding.words(start)
      if words.count >= 2 || words.first.map({ $0.count >= 7 }) == true,
        let found = kind(String(start)), found.penalty <= 6
      {
        return found
      }
    }
    return nil
  }
}
