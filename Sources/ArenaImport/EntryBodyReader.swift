internal import ArenaModel

/// Reads the lines of one entry: its title, and under labels what belongs to it.
struct EntryBodyReader {
  let reader: FormatEntryReader
  let guide: LabelGuide
  let found: CodeReading.Found
  let items: ItemReader
  let width: Int
  var entry: Entry
  var notes: [ImportNote] = []
  var open: Open?
  var hasBody = false
  var hasSections = false
  /// How the headings of sections stand out so far: others are to look like them.
  var styles: Set<HeadingStyle> = []

  /// The template of which the entry has most sections: where two have a section of one name, this one's is meant.
  var template: String?

  /// Whether no line is blank: what stands after a full stop may begin something then.
  var isUnspaced = false

  enum HeadingStyle { case plain, spaced, colon, marked, numbered }

  /// A part whose lines are being gathered.
  struct Open {
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
  mutating func readTitle(_ lines: [SourceLine]) -> Int {
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

  func isTitle(_ lines: [SourceLine], _ index: Int, isAfterBlank: Bool) -> Bool {
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

  mutating func readLine(_ lines: [SourceLine], _ index: Int) {
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
  func goesOn(_ line: SourceLine) -> Bool {
    guard let open else { return false }
    let before = (open.lines.last { !$0.isBlank }?.text ?? open.value).trimmingBlanks
    let isOpen = [",", " og", " and", "&", "/", "-"].contains { before.hasSuffix($0) }
    return isOpen || line.text.trimmingBlanks.first?.isLowercase == true
  }
}
