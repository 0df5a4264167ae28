internal import ArenaModel

/// Reads the lines of one entry: its title, and under labels what belongs to it.
struct EntryBodyReader {
  private let reader: FormatEntryReader
  private let guide: LabelGuide
  private let found: CodeReading.Found
  private let items: ItemReader
  private let width: Int
  private var entry: Entry
  private(set) var notes: [ImportNote] = []
  private var open: Open?
  private var hasBody = false
  private var hasSections = false
  /// How the headings of sections stand out so far: others are to look like them.
  private var styles: Set<HeadingStyle> = []

  /// The template of which the entry has most sections: where two have a section of one name, this one's is meant.
  private var template: String?

  /// Whether no line is blank: what stands after a full stop may begin something then.
  private var isUnspaced = false

  private enum HeadingStyle { case plain, spaced, colon, marked, numbered }

  /// A part whose lines are being gathered.
  private struct Open {
    var target: LabelGuide.Target?
    var heading = ""
    var value = ""
    var remark: String?
    var start: Int?
    var lines: [SourceLine] = []
    var penalty = 0
    var isUnforeseen = false
    /// The other sections that its heading names.
    var also: [LabelGuide.Target] = []
    /// A line of signs under the heading.
    var underline: Int?
    /// The list of people in which a role has its line: "Fasilitator: …" among the participants.
    var within: LabelGuide.Target?

    /// Whether it takes text until the next label.
    var isText: Bool {
      guard let target else { return true }
      return isUnforeseen || target.what == .section || target.type == .items
        || target.type == .rich
    }
  }

  init(_ reader: FormatEntryReader, _ found: CodeReading.Found, slot: EntrySlot?, width: Int) {
    self.reader = reader
    self.guide = reader.guide
    self.found = found
    self.width = width
    items = ItemReader(width: width)
    entry = Entry(
      format: reader.format.name, code: found.code, title: found.rest, line: 0, slot: slot,
      lines: [])
    entry.codes = found.codes
    if slot?.number == nil, let number = found.values["slot"].flatMap({ Int($0) }) {
      entry.slot = EntrySlot(
        day: found.values["day"].flatMap { Int($0) } ?? slot?.day, number: number)
    }
  }

  /// - Parameter lines: those of the entry, its heading first.
  mutating func read(_ lines: [SourceLine]) -> Entry {
    guard let first = lines.first else { return entry }
    entry.line = first.number
    entry.lines = [first.number]
    let start = readTitle(lines)
    template = mainTemplate(lines[start...])
    isUnspaced = !lines[start...].contains(where: \.isBlank)
    for index in start..<lines.count { readLine(lines, index) }
    close()
    settle()
    return entry
  }

  // MARK: - Title

  /// Takes the lines that the title runs over; gives the index after it.
  private mutating func readTitle(_ lines: [SourceLine]) -> Int {
    var index = 1
    while index < lines.count {
      if lines[index].isBlank {
        guard let next = lines[index...].firstIndex(where: { !$0.isBlank }),
          next - index <= (entry.title.isEmpty ? 4 : 2), isTitle(lines, next, isAfterBlank: true)
        else { break }
        index = next
      } else if !isTitle(lines, index, isAfterBlank: false) {
        break
      }
      entry.title = LineJoining.join(entry.title, lines[index].text)
      entry.lines.append(lines[index].number)
      index += 1
    }
    return index
  }

  private func isTitle(_ lines: [SourceLine], _ index: Int, isAfterBlank: Bool) -> Bool {
    let line = lines[index]
    let text = line.text.trimmingBlanks
    if guide.match(line).map({ $0.penalty <= 13 }) ?? false { return false }
    if let kind = guide.kind(text), kind.penalty <= 4 { return false }
    if ItemMark(line) != nil { return false }
    if entry.title.isEmpty { return true }
    let isLower = text.first?.isLowercase == true
    let isOpen = entry.title.last.map { !".?!:".contains($0) } ?? true
    if isAfterBlank { return isLower && isOpen }
    if isLower { return true }
    // Directly under the heading, and a label comes after: the title runs on.
    guard isOpen || entry.title.count * 2 >= width else { return false }
    guard let next = lines[(index + 1)...].first(where: { !$0.isBlank }) else { return false }
    let leads = guide.match(next).map { $0.penalty <= 13 } ?? false
    return leads || entry.title.count * 10 >= width * 7
  }

  // MARK: - Lines

  private mutating func readLine(_ lines: [SourceLine], _ index: Int) {
    let line = lines[index]
    if line.isBlank {
      open?.lines.append(line)
      return
    }
    if isUnderline(line) {
      open?.underline = line.number
      return
    }
    let isAfterBlank = index == 0 || isSetApart(lines[index - 1])
    if let match = label(lines, index, isAfterBlank: isAfterBlank) {
      let list = open?.within ?? (open?.target?.type == .members ? open?.target : nil)
      close()
      open = Open(
        target: match.target, heading: match.heading, value: match.value, remark: match.remark,
        start: line.number, penalty: match.penalty, also: match.also)
      if match.target.what == .role, !match.value.isEmpty { open?.within = list }
      if match.target.what == .contribution, match.target.name == "body" { hasBody = true }
      if match.target.what == .section {
        hasSections = true
        styles.insert(style(of: line, isMarked: match.isMarked, isTight: isTight(lines, index)))
      }
      return
    }
    if let kind = kind(line, isAfterBlank: isAfterBlank) {
      let wasText = open?.target == nil
      let reopened = open
      close()
      entry.parts.append(
        EntryPart(
          .kind, name: kind.name, text: line.text.trimmingBlanks, lines: [line.number],
          isSure: kind.penalty <= 3, keys: kind.keys))
      // A body goes on after it.
      if !wasText, let reopened, reopened.isText { open = Open(target: reopened.target) }
      return
    }
    if hasSections || template != nil,
      let heading = unforeseen(lines, index, isAfterBlank: isAfterBlank)
    {
      close()
      open = Open(
        target: nil, heading: heading.heading, value: heading.value, start: line.number,
        isUnforeseen: true)
      return
    }
    if let list = open?.within, !goesOn(line) {
      // The list goes on after the line of a role.
      close()
      open = Open(target: list)
    }
    if open == nil { open = Open() }
    open?.lines.append(line)
  }

  /// Whether a line belongs to the names before it: those end with a comma or "and", or it begins with a small letter.
  private func goesOn(_ line: SourceLine) -> Bool {
    guard let open else { return false }
    let before = (open.lines.last { !$0.isBlank }?.text ?? open.value).trimmingBlanks
    let isOpen = [",", " og", " and", "&", "/", "-"].contains { before.hasSuffix($0) }
    return isOpen || line.text.trimmingBlanks.first?.isLowercase == true
  }

  private func mainTemplate(_ lines: ArraySlice<SourceLine>) -> String? {
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
  private func matches(_ line: SourceLine) -> [LabelGuide.Match] {
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
  private func isUnderline(_ line: SourceLine) -> Bool {
    let text = line.text.trimmingBlanks
    guard let open, open.start == line.number - 1, open.value.isEmpty else { return false }
    return Self.isRule(text)
  }

  private static func isRule(_ text: String) -> Bool {
    guard text.count >= 3, let sign = text.first, "=-~_".contains(sign) else { return false }
    return text.allSatisfy { $0 == sign }
  }

  /// Whether after this line something may begin.
  private func isSetApart(_ before: SourceLine) -> Bool {
    if before.isBlank || open?.underline == before.number { return true }
    return isUnspaced && before.text.trimmingBlanks.last.map { ".!?".contains($0) } ?? false
  }

  private func isTight(_ lines: [SourceLine], _ index: Int) -> Bool {
    index + 1 < lines.count && !lines[index + 1].isBlank
  }

  private func style(of line: SourceLine, isMarked: Bool, isTight: Bool) -> HeadingStyle {
    if isMarked { return .marked }
    if isNumberedHeading(line) { return .numbered }
    if line.text.contains(":") { return .colon }
    return isTight ? .plain : .spaced
  }

  /// The label of a line, where it may stand here.
  private func label(_ lines: [SourceLine], _ index: Int, isAfterBlank: Bool)
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

  private func isNumberedHeading(_ line: SourceLine) -> Bool {
    ItemMark(line)?.isCounting == true
      && guide.match(line).map { $0.target.what == .section && $0.penalty <= 6 } ?? false
  }

  /// Within a body only what can't be its text is a label.
  private func fitsInText(_ match: LabelGuide.Match, isAfterBlank: Bool) -> Bool {
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
  private func valueFits(_ match: LabelGuide.Match, _ lines: [SourceLine], _ index: Int) -> Bool {
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

  private func kind(_ line: SourceLine, isAfterBlank: Bool) -> LabelGuide.KindMatch? {
    if entry.parts.contains(where: { $0.what == .kind }) { return nil }
    let isInText = (open?.isText ?? false) && open?.target != nil
    if isInText, !isAfterBlank || ItemMark(line) != nil { return nil }
    var text = LabelGuide.bare(line, inList: true)
    if text.hasPrefix("("), text.hasSuffix(")") { text = String(text.dropFirst().dropLast()) }
    guard let kind = guide.kind(text) else { return nil }
    return kind.penalty <= (isInText ? 3 : 6) ? kind : nil
  }

  /// A heading that the template didn't foresee: a section of the group's own.
  private func unforeseen(_ lines: [SourceLine], _ index: Int, isAfterBlank: Bool) -> (
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
  private func isPlainHeading(
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
  private static let sentenceWords: Set<String> = [
    "vi", "me", "det", "er", "må", "kan", "skal", "vil", "har", "blir", "ble", "når", "hvis", "som",
    "å", "jeg", "eg", "de", "dei", "at", "slik", "disse", "desse", "dette", "we", "it", "is", "are",
    "must", "can", "should", "will", "have", "has", "when", "if", "that", "this", "these", "they",
    "following", "følger", "følgende", "følgjande", "blant", "eks", "eksempel",
  ]

  // MARK: - Parts

  private mutating func close() {
    guard let part = open else { return }
    open = nil
    guard let target = part.target else {
      if part.isUnforeseen {
        addText(part, .section, name: "")
      } else {
        addLoose(part.lines)
      }
      return
    }
    switch (target.what, target.type) {
    case (.contribution, _) where target.name == "kind": addKind(part)
    case (.contribution, .items), (_, .rich), (.section, _):
      addText(part, target.what, name: target.name)
      // A heading that names two sections stands over both, and so does its text.
      for other in part.also where other.type != .members {
        addText(part, other.what, name: other.name)
      }
    case (_, .items): addText(part, target.what, name: target.name)
    case (_, .actor), (_, .person), (_, .organisation), (_, .members): addNames(part, target)
    case (_, .count):
      addShort(part, target) { Stated.count($0).number != nil || $0.first?.isNumber == true }
    default: addShort(part, target) { _ in true }
    }
  }

  private func numbers(_ part: Open, _ lines: [SourceLine] = []) -> [Int] {
    [part.start, part.underline].compactMap { $0 } + lines.map(\.number)
  }

  /// A part with all its text: items, and as they were written.
  private mutating func addText(_ part: Open, _ what: EntryPart.What, name: String) {
    var lines = part.lines
    if !part.value.isEmpty, let start = part.start {
      lines.insert(SourceLine(number: start, text: part.value), at: 0)
    }
    var part = part
    if what == .section, let remark = part.remark {
      // A report keeps its headings as written.
      part.heading += " " + remark
      part.remark = nil
    }
    var read = items.read(lines)
    // What stands beside the label is text outside the list.
    if let remark = part.remark {
      read.insert(
        ItemReader.ReadItem(
          text: remark, isBullet: false, mark: nil, lines: part.start.map { [$0] } ?? []), at: 0)
    }
    if part.start == nil, read.isEmpty { return }
    if part.start == nil,
      let place = entry.parts.lastIndex(where: { $0.what == what && $0.name == name })
    {
      entry.parts[place].items += read
      entry.parts[place].lines += read.flatMap(\.allLines)
      let more = Self.text(of: lines, remark: nil)
      entry.parts[place].text += entry.parts[place].text.isEmpty ? more : "\n\(more)"
      return
    }
    let text = Self.text(of: lines, remark: part.remark)
    let content = lines.filter { !$0.isBlank && $0.number != part.start }
    entry.parts.append(
      EntryPart(
        what, name: name, text: text, items: read, heading: part.heading,
        lines: numbers(part, content), isSure: part.penalty <= 13))
  }

  /// Text as CommonMark: paragraphs apart, wrapped lines kept.
  private static func text(of lines: [SourceLine], remark: String?) -> String {
    var out = remark ?? ""
    var blanks = 0
    for line in lines {
      if line.isBlank {
        blanks += 1
        continue
      }
      if !out.isEmpty { out += blanks > 0 ? "\n\n" : "\n" }
      blanks = 0
      var text = line.text
      while text.last?.isWhitespace == true { text.removeLast() }
      out += text
    }
    return out
  }

  /// A part with a short value, on the line of the label or on the next.
  private mutating func addShort(
    _ part: Open, _ target: LabelGuide.Target, fits: (String) -> Bool
  ) {
    var value = part.value
    if let remark = part.remark { value = value.isEmpty ? remark : "\(value) \(remark)" }
    var used: [SourceLine] = []
    var rest = part.lines[...]
    if value.isEmpty, let next = rest.firstIndex(where: { !$0.isBlank }),
      next - rest.startIndex <= 2
    {
      let text = rest[next].text.trimmingBlanks
      if fits(text), target.type != .count || text.count <= 40, ItemMark(rest[next]) == nil {
        value = text
        used = [rest[next]]
        rest = rest[(next + 1)...]
      }
    }
    entry.parts.append(
      EntryPart(
        target.what, name: target.name, text: value, heading: part.heading,
        lines: numbers(part, used), isSure: part.penalty <= 6))
    if target.type == .count, !value.isEmpty, Stated.count(value).number == nil {
      notes.append(
        ImportNote(.unreadCount, line: part.start, ["text": value, "code": entry.code ?? ""]))
    }
    addLoose(Array(rest))
  }

  private mutating func addNames(_ part: Open, _ target: LabelGuide.Target) {
    var value = part.value
    if let remark = part.remark { value = value.isEmpty ? remark : "\(value) \(remark)" }
    var used: [SourceLine] = []
    var rest = part.lines[...]
    while let line = rest.first {
      if line.isBlank {
        // After the label alone, its value may come after a blank line.
        guard value.isEmpty, used.isEmpty else { break }
        rest = rest.dropFirst()
        continue
      }
      guard let joined = continued(value, with: line, isFirst: value.isEmpty) else { break }
      value = joined
      used.append(line)
      rest = rest.dropFirst()
    }
    entry.parts.append(
      EntryPart(
        target.what, name: target.name, text: value, heading: part.heading,
        lines: numbers(part, used), isSure: part.penalty <= 6))
    addLoose(Array(rest))
  }

  /// The names with those of the next line, where it goes on with them.
  private func continued(_ value: String, with line: SourceLine, isFirst: Bool) -> String? {
    let mark = ItemMark(line)
    let text = mark?.rest ?? line.text.trimmingBlanks
    let head = text.split(whereSeparator: { ",(;".contains($0) }).first.map(String.init) ?? ""
    if isFirst {
      return NameReading.looksLikeName(head) || text.count <= 60 && mark == nil ? text : nil
    }
    if mark != nil { return NameReading.looksLikeName(head) ? "\(value); \(text)" : nil }
    let isOpen = [",", " og", " and", "&", "/", "-"].contains { value.hasSuffix($0) }
    if isOpen || text.first?.isLowercase == true { return LineJoining.join(value, text) }
    if ["og ", "and ", "& "].contains(where: { text.lowercased().hasPrefix($0) }) {
      return "\(value) \(text)"
    }
    return NameReading.looksLikeName(head) && text.count <= 80 ? "\(value); \(text)" : nil
  }

  private mutating func addKind(_ part: Open) {
    var used: [SourceLine] = []
    var rest = part.lines[...]
    var value = part.value
    if value.isEmpty, let next = rest.firstIndex(where: { !$0.isBlank }) {
      value = rest[next].text.trimmingBlanks
      used = [rest[next]]
      rest = rest[(next + 1)...]
    }
    if let kind = guide.kind(value) {
      entry.parts.append(
        EntryPart(
          .kind, name: kind.name, text: value, heading: part.heading, lines: numbers(part, used),
          isSure: kind.penalty <= 3, keys: kind.keys))
    } else if value.isEmpty {
      entry.parts.append(
        EntryPart(.text, name: "", text: "", heading: part.heading, lines: numbers(part)))
    } else {
      notes.append(
        ImportNote(.unknownKind, line: part.start, ["text": value, "code": entry.code ?? ""]))
      entry.parts.append(
        EntryPart(
          .contribution, name: "kind", text: value, heading: part.heading,
          lines: numbers(part, used), isSure: false))
    }
    addLoose(Array(rest))
  }

  /// Text under no label.
  private mutating func addLoose(_ lines: [SourceLine]) {
    let read = items.read(lines)
    guard !read.isEmpty else { return }
    entry.parts.append(
      EntryPart(
        .text, name: "", text: Self.text(of: lines, remark: nil), items: read,
        lines: lines.filter { !$0.isBlank }.map(\.number)))
  }

  /// What is under no label becomes the body where no label says which is, and a kind at the title's end is read.
  private mutating func settle() {
    if !hasBody, !hasSections {
      let loose = entry.parts.filter { $0.what == .text && !$0.items.isEmpty }
      if !loose.isEmpty {
        entry.parts.removeAll { $0.what == .text && !$0.items.isEmpty }
        var body = EntryPart(
          .contribution, name: "body", text: loose.map(\.text).joined(separator: "\n\n"),
          items: loose.flatMap(\.items), lines: loose.flatMap(\.lines), isSure: false)
        body.heading = ""
        entry.parts.append(body)
        notes.append(
          ImportNote(.unsureBody, line: body.line, ["code": entry.code ?? entry.title]))
      } else {
        notes.append(ImportNote(.noBody, line: entry.line, ["code": entry.code ?? entry.title]))
      }
    }
    if !entry.parts.contains(where: { $0.what == .kind }),
      let kind = guide.kindAtEnd(of: entry.title)
    {
      entry.parts.append(
        EntryPart(
          .kind, name: kind.name, text: entry.title, lines: entry.lines.suffix(1),
          isSure: kind.penalty <= 3, keys: kind.keys))
    }
  }
}
