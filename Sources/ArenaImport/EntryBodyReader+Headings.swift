internal import ArenaModel

/// Which lines are headings and labels, and which are text that begins as one does.
extension EntryBodyReader {

  func mainTemplate(_ lines: ArraySlice<SourceLine>) -> String? {
    var found: [String: Set<String>] = [:]
    for line in lines where !line.isBlank {
      let matches = guide.matches(line)
      guard let best = matches.first?.penalty else { continue }
      for match in matches where match.target.what == .section && match.penalty <= min(6, best + 2)
      {
        found[match.target.template, default: []].insert(match.target.name)
      }
    }
    let order = reader.format.templates.map(\.name)
    return order.max { found[$0]?.count ?? 0 < found[$1]?.count ?? 0 }
      .flatMap { found[$0] == nil ? nil : $0 }
  }

  /// What a line may be a label of, sections of the entry's template first where they fit as well; a report's
  /// "Utfordringen" is its section rather than a field of the group.
  func matches(_ line: SourceLine) -> [LabelGuide.Match] {
    let all = guide.matches(line)
    guard let template, let best = all.first?.penalty else { return all }
    let other = all[0].target
    let first = all.filter { match in
      guard match.target.what == .section, match.target.template == template,
        match.penalty <= best + 2
      else { return false }
      // Who took part is a list in a report, with its roles; a role alone is a line of it.
      return other.what == .section || other.type == .rich
        || other.what == .role && match.target.role == other.name
    }
    return first + all.filter { match in !first.contains { $0.target == match.target } }
  }

  /// A line of equals signs or dashes right under a heading, as Markdown has it.
  func isUnderline(_ line: SourceLine) -> Bool {
    let text = line.text.trimmingBlanks
    guard let open, open.start == line.number - 1, open.value.isEmpty else { return false }
    return Self.isRule(text)
  }

  static func isRule(_ text: String) -> Bool {
    guard text.count >= 3, let sign = text.first, "=-~_".contains(sign) else { return false }
    return text.allSatisfy { $0 == sign }
  }

  /// Whether after this line something may begin.
  func isSetApart(_ before: SourceLine) -> Bool {
    if before.isBlank || open?.underline == before.number { return true }
    return isUnspaced && before.text.trimmingBlanks.last.map { ".!?".contains($0) } ?? false
  }

  func isTight(_ lines: [SourceLine], _ index: Int) -> Bool {
    index + 1 < lines.count && !lines[index + 1].isBlank
  }

  func style(of line: SourceLine, isMarked: Bool, isTight: Bool) -> HeadingStyle {
    if isMarked { return .marked }
    if isNumberedHeading(line) { return .numbered }
    if line.text.contains(":") { return .colon }
    return isTight ? .plain : .spaced
  }

  /// The label of a line, where it may stand here.
  func label(_ lines: [SourceLine], _ index: Int, isAfterBlank: Bool)
    -> LabelGuide.Match?
  {
    let line = lines[index]
    let isInText = (open?.isText ?? false) && (open?.target != nil || open?.isUnforeseen == true)
    // "4. Resultat" is a heading where it names a section and little else.
    let isNumbered = isNumberedHeading(line) && isAfterBlank
    let isListed = ItemMark(line) != nil && !isNumbered
    if isListed, isInText { return nil }
    // Within a text a label begins with a capital; a line that was wrapped doesn't.
    if isInText, LabelGuide.bare(line, inList: false).first?.isLowercase == true {
      guard let match = guide.match(line), match.target.what == .section, match.penalty <= 3,
        isAfterBlank || match.isMarked
      else { return nil }
    }
    for match in matches(line) {
      if isInText, !fitsInText(match, isAfterBlank: isAfterBlank) { continue }
      if match.target.what == .contribution, match.target.name == "body", hasBody { continue }
      if !match.isClosed, isListed { continue }
      if isListed, match.target.type == .items, !match.value.isEmpty || match.penalty > 3 {
        continue
      }
      if valueFits(match, lines, index) { return match }
    }
    return nil
  }

  func isNumberedHeading(_ line: SourceLine) -> Bool {
    ItemMark(line)?.isCounting == true
      && guide.match(line).map { $0.target.what == .section && $0.penalty <= 6 } ?? false
  }

  /// Within a body only what can't be its text is a label.
  func fitsInText(_ match: LabelGuide.Match, isAfterBlank: Bool) -> Bool {
    let hasColon = match.isClosed && !(match.value.isEmpty && match.penalty > 3)
    switch match.target.what {
    case .role:
      return match.penalty <= 3 && (match.isClosed && (isAfterBlank || !match.value.isEmpty))
    case .group:
      return match.target.name != "challenge" && match.target.name != "place" && match.penalty <= 3
        && match.target.type == .count
    case .contribution:
      return match.target.name == "body" ? match.penalty <= 13 : hasColon && match.penalty <= 1
    case .section:
      if match.isMarked { return true }
      return match.penalty <= 2 || isAfterBlank || hasColon && match.penalty <= 6
    case .kind, .text: return false
    }
  }

  /// Tells a count from people under the same word: "Deltakere: 4", "Deltakere: Kari og Ola".
  func valueFits(_ match: LabelGuide.Match, _ lines: [SourceLine], _ index: Int) -> Bool {
    var value = match.value
    if value.isEmpty, let next = lines[(index + 1)...].first(where: { !$0.isBlank }),
      guide.match(next) == nil
    {
      value = next.text.trimmingBlanks
    }
    let isCount = Stated.count(value).number != nil || value.first?.isNumber == true
    switch match.target.type {
    case .count:
      if match.value.isEmpty {
        return isCount || !NameReading.looksLikeName(value) || value.isEmpty
          || ItemMark(SourceLine(number: 0, text: value)) != nil
      }
      return isCount
        || value.count <= 25 && !NameReading.looksLikeName(value)
          && !value.contains(",")
    case .actor where match.target.what == .role: return match.value.isEmpty || !isCount
    case .members: return !(isCount && value.count < 20)
    default: return true
    }
  }

  func kind(_ line: SourceLine, isAfterBlank: Bool) -> LabelGuide.KindMatch? {
    if entry.parts.contains(where: { $0.what == .kind }) { return nil }
    let isInText = (open?.isText ?? false) && open?.target != nil
    if isInText, !isAfterBlank || ItemMark(line) != nil { return nil }
    var text = LabelGuide.bare(line, inList: true)
    if text.hasPrefix("("), text.hasSuffix(")") { text = String(text.dropFirst().dropLast()) }
    guard let kind = guide.kind(text) else { return nil }
    return kind.penalty <= (isInText ? 3 : 6) ? kind : nil
  }

  /// A heading that the template didn't foresee: a section of the group's own.
  func unforeseen(_ lines: [SourceLine], _ index: Int, isAfterBlank: Bool) -> (
    heading: String, value: String
  )? {
    let line = lines[index]
    let isNumbered = styles.contains(.numbered) && ItemMark(line)?.isCounting == true
    let bare = LabelGuide.bare(line, inList: isNumbered)
    guard isNumbered || ItemMark(line) == nil, bare.count <= 90, bare.first?.isUppercase == true
    else { return nil }
    let words = Folding.words(bare)
    let isUnderlined =
      index + 1 < lines.count && isAfterBlank && Self.isRule(lines[index + 1].text.trimmingBlanks)
    let hasSigns = ["#", "**", "__"].contains { line.text.trimmingBlanks.hasPrefix($0) }
    if isUnderlined || hasSigns || isAfterBlank && HeadingText(line.text).isMarked,
      bare.contains(where: \.isLetter), words.count <= 14
    {
      // "**Merk:** …" in a text is bold type and no heading.
      let isWhole = !LabelGuide.hasTextAfterMark(line)
      if isWhole { return (LabelGuide.withoutMarks(bare), "") }
    }
    guard isAfterBlank, hasSections, !styles.contains(.marked) else { return nil }
    let isSentence = words.contains(where: Self.sentenceWords.contains)
    if bare.hasSuffix(":") {
      guard (1...10).contains(words.count), !isSentence else { return nil }
      return (String(bare.dropLast()), "")
    }
    if let colon = bare.firstIndex(of: ":") {
      let head = bare[..<colon].trimmingBlanks
      let headWords = Folding.words(head)
      guard (2...4).contains(headWords.count), styles.contains(.colon),
        !headWords.contains(where: Self.sentenceWords.contains)
      else { return nil }
      return (head, bare[bare.index(after: colon)...].trimmingBlanks)
    }
    let isLike = isNumbered || styles.contains(isTight(lines, index) ? .plain : .spaced)
    return isLike && isPlainHeading(bare, words, isSentence, lines, index) ? (bare, "") : nil
  }

  /// A short line that nothing sets apart, where the other headings look so, too, and text comes right under it.
  func isPlainHeading(
    _ bare: String, _ words: [String], _ isSentence: Bool, _ lines: [SourceLine], _ index: Int
  ) -> Bool {
    let isQuestion = bare.hasSuffix("?")
    guard (1...(isQuestion ? 7 : 5)).contains(words.count), bare.count <= 60,
      !isSentence || isQuestion,
      let last = bare.last, last.isLetter || last.isNumber || isQuestion || last == ")",
      open?.target?.type != .members, !(words.count > 1 && NameReading.looksLikeName(bare)),
      let next = lines[(index + 1)...].firstIndex(where: { !$0.isBlank })
    else { return false }
    let follower = lines[next]
    if ItemMark(follower) != nil { return true }
    let text = follower.text.trimmingBlanks
    // Among short lines it is one of them.
    return guide.match(follower) == nil
      && (text.count >= 45 || text.last.map { ".!?".contains($0) } ?? false)
  }

  /// Words that sentences have and headings don't.
  static let sentenceWords: Set<String> = [
    "vi", "me", "det", "er", "må", "kan", "skal", "vil", "har", "blir", "ble", "når", "hvis", "som",
    "å", "jeg", "eg", "de", "dei", "at", "slik", "disse", "desse", "dette", "we", "it", "is", "are",
    "must", "can", "should", "will", "have", "has", "when", "if", "that", "this", "these", "they",
    "following", "følger", "følgende", "følgjande", "blant", "eks", "eksempel",
  ]
}
