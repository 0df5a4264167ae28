package import ArenaModel

/// Cuts a text into entries, guided by the patterns and labels of formats in all their languages: CONTRACT section 3,
/// importers with `reads = "entries"`.
package struct EntryReader: Sendable {
  private let formats: [FormatDeclaration]
  private let language: String

  /// - Parameter formats: those of the arena; the one that explains most of a file is taken.
  package init(formats: [FormatDeclaration], language: String) {
    self.formats = formats
    self.language = language
  }

  package func read(_ text: DecodedText) throws(ImportError) -> DocumentReading {
    var best: (reading: DocumentReading, score: Int)?
    func consider(_ reader: FormatEntryReader?) {
      guard let reader else { return }
      let reading = reader.read(text)
      let score = reading.entries.reduce(0) { $0 + 1 + $1.parts.count { $0.what != .text } }
      if score > best?.score ?? 0 { best = (reading, score) }
    }
    for format in formats { consider(FormatEntryReader(format, language: language)) }
    // Codes are kept as stated, also where they aren't as the format would give them.
    if best.map({ $0.reading.entries.count < 3 }) ?? true {
      for format in formats {
        for pattern in CodeReading.common where pattern != format.group.code {
          consider(FormatEntryReader(format, codes: pattern, language: language))
        }
      }
    }
    if let best { return best.reading }
    let wanted = formats.map { format in
      "with a code such as \(example(format)), as the format \(format.title) gives them"
    }
    throw .nothingFound(
      file: text.name, lines: text.lines.count,
      wanted: wanted.isEmpty ? "with a code of any format" : wanted.joined(separator: ", or "))
  }

  private func example(_ format: FormatDeclaration) -> String {
    let values = ["slot": "1", "day": "1", "n": "2", "letter": "B"]
    let pattern = try? CodePattern(format.group.code)
    return (try? pattern?.written(values)) ?? format.group.code
  }
}

/// Reads a text by the labels of one format.
struct FormatEntryReader {
  let format: FormatDeclaration
  let guide: LabelGuide
  let codes: CodeReading
  let slotNames: SlotNames
  let language: String

  /// - Parameter codes: a pattern of codes in place of the format's own.
  init?(_ format: FormatDeclaration, codes pattern: String? = nil, language: String) {
    guard let codes = CodeReading(format, pattern: pattern, language: language) else { return nil }
    self.format = format
    self.codes = codes
    self.language = language
    guide = LabelGuide(format, language: language)
    slotNames = SlotNames(format, language: language)
  }

  /// A line that opens something.
  enum Opening {
    case slot(EntrySlot)
    case entry(CodeReading.Found, slot: EntrySlot?, isSure: Bool)
    case back
  }

  func read(_ text: DecodedText) -> DocumentReading {
    let cleaning = PageCleaning(
      text,
      isLabel: { line in
        guide.match(line).map { $0.isClosed && $0.penalty <= 3 } ?? false
          || guide.kind(line.text).map { $0.penalty <= 2 } ?? false
          || slotNames.heading(LabelGuide.bare(line, inList: false))?.number != nil
      },
      awaitsCount: { line in
        guide.match(line).map { $0.target.type == .count && $0.value.isEmpty } ?? false
      })
    var reading = DocumentReading(
      name: text.name, encoding: text.encoding, lines: text.lines, format: format.name)
    for (index, kind) in cleaning.furniture {
      reading.furniture[text.lines[index].number] = kind.rawValue
    }
    if text.encoding == .windows1252 || text.encoding == .utf16 {
      reading.notes.append(ImportNote(.encoding, ["encoding": text.encoding.rawValue]))
    }
    var lines = cleaning.lines
    if Spacing.isDouble(lines) { lines = Spacing.reduced(lines) }
    let openings = findOpenings(lines, &reading)
    let width = Self.width(of: lines)
    let starts = openings.map(\.index)
    readFront(Array(lines[..<(starts.first ?? lines.count)]), into: &reading)
    for (place, opening) in openings.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1] : lines.count
      switch opening.what {
      case .slot(let slot): reading.slots.append(slot)
      case .back: break
      case .entry(let found, let slot, let isSure):
        var region = Array(lines[opening.index..<end])
        if Spacing.isDouble(region) { region = Spacing.reduced(region) }
        var reader = EntryBodyReader(self, found, slot: slot, width: width)
        var entry = reader.read(region)
        entry.isSure = isSure
        reading.notes += reader.notes
        reading.entries.append(entry)
      }
    }
    noteCodes(&reading)
    return reading
  }

  /// How long the long lines are: nine in ten are shorter.
  private static func width(of lines: [SourceLine]) -> Int {
    let lengths = lines.lazy.filter { !$0.isBlank }.map { $0.text.trimmingBlanks.count }.sorted()
    guard !lengths.isEmpty else { return 80 }
    return max(60, min(200, lengths[lengths.count * 9 / 10]))
  }

  // MARK: - Where entries begin

  private struct Candidate {
    let index: Int
    let found: CodeReading.Found
    var slot: EntrySlot?
    var hasLabels = false
    var isAfterBlank = false
  }

  private func findOpenings(_ lines: [SourceLine], _ reading: inout DocumentReading)
    -> [(index: Int, what: Opening)]
  {
    var slots: [Int: EntrySlot] = [:]
    var candidates: [Candidate] = []
    var current: EntrySlot?
    var day: Int?
    for index in lines.indices where !lines[index].isBlank {
      let line = lines[index]
      if let heading = slotHeading(lines, index) {
        day = heading.day ?? day
        let slot = EntrySlot(
          day: heading.day ?? day, number: heading.number, title: heading.title, line: line.number)
        slots[index] = slot
        current = slot
      } else if let found = codes.read(line), candidates.isEmpty || !isNumberedHeading(line) {
        let above = index == 0 || lines[index - 1].isBlank || slots[index - 1] != nil
        candidates.append(
          Candidate(index: index, found: found, slot: current, isAfterBlank: above))
      }
    }
    if codes.isBare, candidates.contains(where: \.found.isNamed) {
      // Where groups are called groups, other numbers are those of lists.
      candidates.removeAll { !$0.found.isNamed }
    }
    candidates = withoutListing(candidates, lines)
    candidates = labelled(candidates, lines, slots)
    let accepted = withoutStrayHeadings(
      accept(candidates, lines, &reading), &slots, lines, &reading)
    let real = Set(accepted.map(\.candidate.index))
    var out: [(index: Int, what: Opening)] = accepted.map {
      ($0.candidate.index, .entry($0.candidate.found, slot: $0.candidate.slot, isSure: $0.isSure))
    }
    out += realSlots(slots, entries: real, lines, &reading).map { ($0.0, .slot($0.1)) }
    if let last = real.max(), let back = backMatter(lines, after: last) {
      out.append((back, .back))
    }
    return out.sorted { $0.index < $1.index }
  }

  /// "2. Resultat" within a report is the heading of a section, not a group with the code 2.
  private func isNumberedHeading(_ line: SourceLine) -> Bool {
    guide.match(line).map { $0.target.what == .section && $0.isClosed && $0.penalty <= 6 } ?? false
  }

  /// A heading of a slot; of a day alone only where a slot or an entry comes next, or dashes and blanks set it apart.
  private func slotHeading(_ lines: [SourceLine], _ index: Int) -> SlotNames.Heading? {
    let line = lines[index]
    guard ItemMark(line) == nil || LabelGuide.bare(line, inList: true) == line.text.trimmingBlanks
    else { return nil }
    guard let heading = slotNames.heading(LabelGuide.bare(line, inList: false)) else { return nil }
    if heading.number != nil { return guide.kind(line.text) == nil ? heading : nil }
    guard index == 0 || lines[index - 1].isBlank else { return nil }
    guard let next = lines[(index + 1)...].first(where: { !$0.isBlank }) else { return nil }
    let bare = LabelGuide.bare(next, inList: false)
    return slotNames.heading(bare) != nil || codes.read(next) != nil ? heading : nil
  }

  /// A list of all groups, a few lines each, before what the document has to say of every one: what stands in it is
  /// left to the front of the document.
  private func withoutListing(_ candidates: [Candidate], _ lines: [SourceLine]) -> [Candidate] {
    var out: [Candidate] = []
    var run: [Candidate] = []
    func close(before rest: ArraySlice<Candidate>) {
      let codes = Set(rest.map { MatchKey($0.found.code).text })
      let isListing =
        run.count >= 3 && run.contains { codes.contains(MatchKey($0.found.code).text) }
      if !isListing { out += run }
      run = []
    }
    for (place, candidate) in candidates.enumerated() {
      if let last = run.last {
        let between = lines[last.index..<candidate.index].count { !$0.isBlank }
        let isSame = run.contains { MatchKey($0.found.code) == MatchKey(candidate.found.code) }
        if between > 5 || isSame || !candidate.found.isNamed { close(before: candidates[place...]) }
      }
      run.append(candidate)
    }
    close(before: [])
    return out
  }

  private func labelled(
    _ candidates: [Candidate], _ lines: [SourceLine], _ slots: [Int: EntrySlot]
  ) -> [Candidate] {
    var out = candidates
    for place in out.indices {
      let end = place + 1 < out.count ? out[place + 1].index : lines.count
      var seen = 0
      for index in out[place].index + 1..<max(end, out[place].index + 1) {
        if slots[index] != nil { break }
        if lines[index].isBlank { continue }
        seen += 1
        if codes.isBare, !out[place].found.isNamed, seen > 6 || ItemMark(lines[index]) != nil {
          break
        }
        if let match = guide.match(lines[index]), match.penalty <= 13 {
          out[place].hasLabels = true
          break
        }
      }
    }
    return out
  }

  private func accept(
    _ candidates: [Candidate], _ lines: [SourceLine], _ reading: inout DocumentReading
  ) -> [(candidate: Candidate, isSure: Bool)] {
    let labelledCodes = Set(
      candidates.filter(\.hasLabels).map { MatchKey($0.found.code).text })
    let hasLabelsSomewhere = !labelledCodes.isEmpty
    var accepted: [(candidate: Candidate, isSure: Bool)] = []
    var lastNumber: [String: Int] = [:]
    for candidate in candidates {
      let found = candidate.found
      let line = lines[candidate.index]
      let starts = found.rest.first
      let isLower = starts?.isLowercase == true && !found.isNamed
      let number = found.values["n"].flatMap { Int($0) }
      let scope = found.values["slot"] ?? found.values["day"] ?? ""
      let slotFits =
        candidate.slot?.number == nil || found.values["slot"] == nil
        || found.values["slot"].flatMap { Int($0) } == candidate.slot?.number
      if candidate.hasLabels, !isLower || candidate.isAfterBlank {
        if codes.isBare, !found.isNamed, !candidate.isAfterBlank { continue }
        accepted.append((candidate, true))
        if let number { lastNumber[scope] = number }
        continue
      }
      if labelledCodes.contains(MatchKey(found.code).text) {
        // The same code has its labels elsewhere: this is a line of the contents.
        if starts != nil, !isLower { reading.furniture[line.number] = "contents" }
        continue
      }
      let follows = number.map { $0 > lastNumber[scope] ?? 0 } ?? true
      guard candidate.isAfterBlank, slotFits, follows, !isLower, !codes.isBare || found.isNamed,
        starts != nil || found.isNamed
      else {
        if candidate.isAfterBlank, !codes.isBare, !isLower, starts != nil {
          reading.notes.append(
            ImportNote(.notAnEntry, line: line.number, ["code": found.code, "text": found.rest]))
        }
        continue
      }
      accepted.append((candidate, !hasLabelsSomewhere))
      if hasLabelsSomewhere {
        reading.notes.append(ImportNote(.unsureEntry, line: line.number, ["code": found.code]))
      }
      if let number { lastNumber[scope] = number }
    }
    return accepted
  }

  /// A heading before all entries that the codes of none under it fit is one of the contents: the codes say the slot.
  private func withoutStrayHeadings(
    _ accepted: [(candidate: Candidate, isSure: Bool)], _ slots: inout [Int: EntrySlot],
    _ lines: [SourceLine], _ reading: inout DocumentReading
  ) -> [(candidate: Candidate, isSure: Bool)] {
    guard let first = accepted.first?.candidate, let stray = first.slot, let line = stray.line
    else {
      return accepted
    }
    let under = accepted.filter { $0.candidate.slot == stray }
    let fits = under.contains { entry in
      let said = entry.candidate.found.values["slot"].flatMap { Int($0) }
      return said == nil || said == stray.number || stray.number == nil
    }
    guard !fits, under.count > 1 else { return accepted }
    slots = slots.filter { $0.value != stray }
    reading.furniture[line] = PageCleaning.Furniture.contents.rawValue
    return accepted.map { entry in
      guard entry.candidate.slot == stray else { return entry }
      var candidate = entry.candidate
      candidate.slot = nil
      return (candidate, entry.isSure)
    }
  }

  /// Slot headings under which entries come, and the last ones; those of a table of contents are not.
  private func realSlots(
    _ slots: [Int: EntrySlot], entries: Set<Int>, _ lines: [SourceLine],
    _ reading: inout DocumentReading
  ) -> [(Int, EntrySlot)] {
    var out: [(Int, EntrySlot)] = []
    let first = entries.min() ?? lines.count
    let order = slots.keys.sorted()
    let lastBefore = order.last { $0 < first }
    for index in order {
      guard let slot = slots[index] else { continue }
      if let last = out.last?.1, last.number == slot.number, last.day == slot.day,
        slot.number != nil
      {
        reading.furniture[lines[index].number] = "running_line"
        continue
      }
      let isRepeated = order.contains {
        $0 > index && slots[$0]?.number == slot.number && slots[$0]?.day == slot.day
      }
      if index < first, index != lastBefore, isRepeated || slot.number != nil {
        // Before all entries only the last heading counts, but for its day's.
        reading.furniture[lines[index].number] = "contents"
        continue
      }
      out.append((index, slot))
    }
    return out
  }

  /// A heading of what comes after the last entry.
  private func backMatter(_ lines: [SourceLine], after last: Int) -> Int? {
    for index in lines.indices where index > last + 1 && !lines[index].isBlank {
      guard lines[index - 1].isBlank, ItemMark(lines[index]) == nil else { continue }
      let words = Folding.words(LabelGuide.bare(lines[index], inList: false))
      guard let first = words.first, words.count <= 5 else { continue }
      if Self.backHeadings.contains(first) { return index }
    }
    return nil
  }

  private static let backHeadings: Set<String> = [
    "vedlegg", "appendiks", "appendix", "deltakerliste", "deltakarliste", "deltagerliste",
    "deltakeroversikt", "sluttord", "etterord", "litteratur", "kilder", "kjelder", "referanser",
    "references", "sources", "annex",
  ]

  // MARK: - Codes

  private func noteCodes(_ reading: inout DocumentReading) {
    var seen: [String: Int] = [:]
    var numbers: [String: [Int]] = [:]
    for entry in reading.entries {
      guard let code = entry.code else { continue }
      if let first = seen[MatchKey(code).text] {
        reading.notes.append(
          ImportNote(.repeatedCode, line: entry.line, ["code": code, "first": String(first)]))
      } else {
        seen[MatchKey(code).text] = entry.line
      }
      let values = (try? CodePattern(format.group.code))?.values(in: code)
      if let number = values?["n"].flatMap({ Int($0) }) {
        numbers[values?["slot"] ?? values?["day"] ?? "", default: []].append(number)
      }
      if let said = values?["slot"].flatMap({ Int($0) }), let number = entry.slot?.number,
        entry.slot?.line != nil, said != number
      {
        reading.notes.append(
          ImportNote(.otherSlot, line: entry.line, ["code": code, "slot": String(number)]))
      }
    }
    for (scope, found) in numbers.sorted(by: { $0.key < $1.key }) {
      guard let least = found.min(), let most = found.max(), most - least < 200 else { continue }
      let missing = (1...most).filter { !found.contains($0) }
      for number in missing {
        let code = (try? CodePattern(format.group.code))
          .flatMap { try? $0.written(["slot": scope, "day": scope, "n": String(number)]) }
        if let code { reading.notes.append(ImportNote(.gap, ["code": code])) }
      }
    }
  }
}

/// Blank lines between all lines, as some programs write text.
enum Spacing {
  /// Whether nearly no line follows another directly, so that one blank line means nothing.
  static func isDouble(_ lines: [SourceLine]) -> Bool {
    var direct = 0
    var spaced = 0
    var blanks = 0
    var hasLine = false
    for line in lines {
      if line.isBlank {
        blanks += 1
        continue
      }
      if hasLine { if blanks == 0 { direct += 1 } else { spaced += 1 } }
      hasLine = true
      blanks = 0
    }
    return spaced >= 8 && direct * 10 <= spaced
  }

  /// One blank line less between all lines.
  static func reduced(_ lines: [SourceLine]) -> [SourceLine] {
    var out: [SourceLine] = []
    var isAfterLine = false
    for line in lines {
      if line.isBlank, isAfterLine {
        isAfterLine = false
        continue
      }
      isAfterLine = !line.isBlank
      out.append(line)
    }
    return out
  }
}
