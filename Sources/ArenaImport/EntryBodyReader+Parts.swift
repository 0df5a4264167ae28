internal import ArenaModel

/// What becomes of the lines under a label: texts, short values, names, kinds.
extension EntryBodyReader {
  mutating func close() {
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

  func numbers(_ part: Open, _ lines: [SourceLine] = []) -> [Int] {
    [part.start, part.underline].compactMap { $0 } + lines.map(\.number)
  }

  /// A part with all its text: items, and as they were written.
  mutating func addText(_ part: Open, _ what: EntryPart.What, name: String) {
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
  static func text(of lines: [SourceLine], remark: String?) -> String {
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
  mutating func addShort(
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

  mutating func addNames(_ part: Open, _ target: LabelGuide.Target) {
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
  func continued(_ value: String, with line: SourceLine, isFirst: Bool) -> String? {
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

  mutating func addKind(_ part: Open) {
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
  mutating func addLoose(_ lines: [SourceLine]) {
    let read = items.read(lines)
    guard !read.isEmpty else { return }
    entry.parts.append(
      EntryPart(
        .text, name: "", text: Self.text(of: lines, remark: nil), items: read,
        lines: lines.filter { !$0.isBlank }.map(\.number)))
  }

  /// What is under no label becomes the body where no label says which is, and a kind at the title's end is read.
  mutating func settle() {
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
