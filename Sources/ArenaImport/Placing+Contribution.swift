internal import ArenaModel

/// Contributions, their references, and reports.
extension Placing {
  func placeContribution(_ entry: Entry, of group: Record, slot: RecordID?) throws -> Record {
    let old = try contribution(of: group, entry)
    var record = old ?? context.new(.contribution)
    let isNew = old == nil
    record[.groups] = record[.groups] ?? .list([.record(group.id)])
    if let code = entry.code { try put(.text(code), .code, on: &record, lines: []) }
    if !entry.title.isEmpty { try put(.text(entry.title), .title, on: &record, lines: []) }
    if let slot, isNew || record[.slot] == nil { record[.slot] = .record(slot) }
    for part in entry.parts {
      switch (part.what, part.name) {
      case (.kind, _): try placeKind(part, on: &record)
      case (.contribution, "body"): try placeBody(part, on: &record)
      case (.contribution, "reference"):
        guard !part.text.isEmpty else { continue }
        try put(.text(part.text), .reference, on: &record, lines: part.lines)
        refer(record, ["code": part.text], line: part.line)
      case (.contribution, "kind"):
        // A kind that the format doesn't have stays as the reference stated.
        ledger.add([], record.id, "kind", part.text)
      case (.contribution, "addressees"):
        let actors = part.text.split(whereSeparator: { ",;".contains($0) }).map(\.trimmingBlanks)
        try put(
          .list(actors.map { .actor(.name($0)) }), .addressees, on: &record, lines: part.lines)
      case (.contribution, _):
        try placeOwn(part, format.contribution.record.fields + kindFields(record), on: &record)
      default: break
      }
    }
    if isNew, let language = LanguageGuess.language(of: record, arena: context.language) {
      record[.language] = .text(language)
    }
    try store(record, isNew: isNew)
    return record
  }

  private func kindFields(_ record: Record) -> [FieldDeclaration] {
    record.text(.kind).flatMap(format.kind)?.fields ?? []
  }

  private func contribution(of group: Record, _ entry: Entry) throws -> Record? {
    let all = try arena.records(of: .contribution, where: .groups, refersTo: group.id)
    let code = entry.code.map { MatchKey($0) }
    return all.first { $0.text(.code).map { MatchKey($0) } == code }
      ?? (all.count == 1 ? all.first : nil)
  }

  private func placeKind(_ part: EntryPart, on record: inout Record) throws {
    try put(.text(part.name), .kind, on: &record, lines: part.lines)
    guard part.keys["code"] != nil || format.kind(part.name)?.refersTo != nil else { return }
    guard part.keys["code"] != nil else { return }
    try put(.text(part.text), .reference, on: &record, lines: [])
    refer(record, part.keys, line: part.line)
  }

  private func placeBody(_ part: EntryPart, on record: inout Record) throws {
    let rows = Fingerprint.rows(of: part.items)
    var read: Set<Int> = []
    for row in rows {
      ledger.add(row.lines, record.id, "body", row.text)
      read.formUnion(row.lines)
    }
    // The line of the label itself.
    let label = part.lines.filter { !read.contains($0) }
    if !label.isEmpty { ledger.add(label, record.id, "body", nil) }
    let text = rows.map(\.text).joined(separator: "\n")
    guard try mayPut(text, over: record[.body], "body", of: record, line: part.line) else { return }
    let items = Fingerprint.items(
      part.items, keepingIDsOf: record.items(.body), newID: { arena.newID() })
    record[.body] = items.isEmpty ? nil : .items(items)
  }

  private func refer(_ record: Record, _ keys: [String: String], line: Int) {
    references.append(PendingReference(contribution: record.id, keys: keys, line: line))
  }

  /// Links each contribution to what it says it builds on; what isn't there stays as stated.
  func resolveReferences() throws {
    for pending in references {
      guard let code = pending.keys["code"], var record = try arena.record(pending.contribution)
      else { continue }
      let own = record.text(.code) ?? ""
      let found = try arena.records(of: .contribution, named: code).filter { $0.id != record.id }
      guard let target = found.first else {
        note(.unknownReference, line: pending.line, ["code": own, "reference": code])
        continue
      }
      if let day = pending.keys["day"].flatMap({ Int($0) }), let slot = target.reference(.slot),
        let stated = try arena.record(slot)?.integer(.day), stated != day
      {
        note(
          .otherDay, line: pending.line,
          ["code": own, "reference": code, "day": String(day), "stated": String(stated)])
      }
      guard record.references(.refersTo) != [target.id] else { continue }
      // Somebody may have chosen another since.
      if !record.references(.refersTo).isEmpty, memory.text("reference", of: record.id) != nil {
        continue
      }
      record[.refersTo] = .list([.record(target.id)])
      let isAdded = record.revision == 1
      try arena.update(record)
      if !isAdded { count(record, isNew: false) }
    }
  }

  // MARK: - Reports

  func placeSections(_ entry: Entry, of group: Record) throws {
    var byTemplate: [(template: String, parts: [EntryPart])] = []
    var current: String?
    for part in entry.parts where part.what == .section {
      let named = part.name.split(separator: ".").first.map(String.init)
      let template = named ?? current ?? format.templates.first?.name ?? "report"
      current = template
      if let index = byTemplate.firstIndex(where: { $0.template == template }) {
        byTemplate[index].parts.append(part)
      } else {
        byTemplate.append((template, [part]))
      }
    }
    for (name, parts) in byTemplate { try placeReport(name, parts, entry, of: group) }
  }

  private func placeReport(
    _ name: String, _ parts: [EntryPart], _ entry: Entry, of group: Record
  ) throws {
    guard let template = format.template(name) else { return }
    let slot = template.per == .meeting ? group.references(.slots).first : nil
    let old = try arena.records(of: .report, where: .of, refersTo: group.id).first {
      $0.text(.template) == name && $0.reference(.slot) == slot
    }
    var report = old ?? context.new(.report)
    report[.template] = .text(name)
    report[.of] = .record(group.id)
    report[.slot] = slot.map(Value.record)
    var sections = ReportSections(report)
    for part in Self.together(parts) {
      let field = template.fields.first { "\(name).\($0.name)" == part.name }
      if field?.type == .members {
        try placeMembers(part, in: group)
        continue
      }
      let key = field?.name ?? part.heading
      guard let value = try value(of: part, field, old: sections.value(field?.name ?? "")) else {
        continue
      }
      let text = Fingerprint.text(value) ?? ""
      ledger.add(part.lines, report.id, key, text)
      let current = field.map { sections.value($0.name) } ?? sections.own(part.heading)
      guard try mayPut(text, over: current, key, of: report, line: part.line) else { continue }
      if let field {
        sections.set(field.name, heading: part.heading, to: value)
      } else {
        sections.add(heading: part.heading, value: value)
      }
    }
    sections.put(into: &report, order: template.fields.map(\.name))
    if report[.state] == nil || report.text(.state) == "missing" { report[.state] = .text("final") }
    try store(report, isNew: old == nil)
  }

  /// Parts of one section as one: a second heading of it stays as a line of its text.
  private static func together(_ parts: [EntryPart]) -> [EntryPart] {
    var out: [EntryPart] = []
    for part in parts {
      guard !part.name.isEmpty, let first = out.firstIndex(where: { $0.name == part.name }) else {
        out.append(part)
        continue
      }
      let isShort = !part.text.contains("\n") && part.text.count < 200 && !part.text.isEmpty
      let text = "\(part.heading):\(isShort ? " " : "\n\n")\(part.text)"
      out[first].text += out[first].text.isEmpty ? text : "\n\n\(text)"
      out[first].items.append(
        ItemReader.ReadItem(
          text: part.heading, isBullet: false, mark: nil, lines: part.lines.prefix(1).map { $0 }))
      out[first].items += part.items
      out[first].lines += part.lines
    }
    return out
  }

  private func value(of part: EntryPart, _ field: FieldDeclaration?, old: Value?) throws -> Value? {
    guard !part.text.isEmpty || !part.items.isEmpty else { return nil }
    switch field?.type {
    case nil, .rich, .nextSteps: return .text(part.text)
    case .items:
      var before: [Item] = []
      if case .items(let items)? = old { before = items }
      return .items(
        Fingerprint.items(part.items, keepingIDsOf: before, newID: { arena.newID() }))
    default:
      guard let field else { return .text(part.text) }
      let value = try? ParameterReader(context).read(.text(part.text), as: field, at: field.name)
      return value ?? .text(part.text)
    }
  }

  /// People listed in a report took part.
  private func placeMembers(_ part: EntryPart, in group: Record) throws {
    var role = part
    role.what = .role
    role.name = format.action("join")?.role ?? format.roles.last?.name ?? ""
    role.text = Self.listed(part.text)
    try placeRole(role, in: group)
  }

  /// "Dag 1" under a name says when somebody was there.
  private static func isAttendance(_ text: String) -> Bool {
    let words = Folding.words(text)
    return (2...3).contains(words.count) && words.contains { ["dag", "day", "økt"].contains($0) }
      && words.last.flatMap { Int($0) } != nil
  }

  /// A list of people with each entry apart: an entry runs on where a comma or "and" ends its line, where the next
  /// begins with a small letter, or where the line is full.
  private static func listed(_ text: String) -> String {
    var entries: [String] = []
    var isAfterBlank = true
    var lastLength = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let source = SourceLine(number: 0, text: String(line))
      if source.isBlank {
        isAfterBlank = true
        continue
      }
      let mark = ItemMark(source)
      let written = mark?.rest ?? source.text.trimmingBlanks
      let before = entries.last ?? ""
      if !before.isEmpty, isAttendance(written) {
        entries[entries.count - 1] = "\(before) (\(written))"
        continue
      }
      let isOpen = [",", " og", " and", "&", "/", " for", " i", " ved", " av", " of", " at", " på"]
        .contains { before.hasSuffix($0) }
      let isLower = written.first?.isLowercase == true
      let head = written.prefix { !",;(".contains($0) }.trimmingBlanks
      let isNew = head.contains(" ") && NameReading.looksLikeName(head)
      if mark == nil, !before.isEmpty,
        isOpen || isLower || !isAfterBlank && lastLength >= 80 && !isNew
      {
        entries[entries.count - 1] = LineJoining.join(before, written)
      } else {
        entries.append(written)
      }
      isAfterBlank = false
      lastLength = source.text.trimmingBlanks.count
    }
    return entries.joined(separator: "; ")
  }

  // MARK: - The front of the document

  /// Questions, aims and totals, where the arena has none or has them from an earlier version of the file.
  func placeFront() throws {
    var arena = try self.arena.arena()
    if !reading.questions.isEmpty {
      let value = Value.list(reading.questions.map { .text($0.text) })
      if arena[.questions] == nil || memory.text("questions", of: arena.id) != nil {
        try put(value, .questions, on: &arena, lines: reading.questions.flatMap(\.lines))
      }
    }
    if !reading.about.isEmpty, arena[.aims] == nil || memory.text("aims", of: arena.id) != nil {
      let text = reading.about.map(\.text).joined(separator: "\n\n")
      try put(.text(text), .aims, on: &arena, lines: reading.about.flatMap(\.lines))
    }
    var totals = arena.list(.totals)
    for total in reading.totals {
      var entry = Fields()
      entry["what"] = .text(total.what)
      entry["stated"] = .stated(.count(total.text))
      entry["source"] = .text(
        ImportCatalogue(context.language).source(reading.name, line: total.line))
      let isThere = totals.contains { value in
        guard case .object(let other) = value else { return false }
        return other["what"] == entry["what"] && other["stated"] == entry["stated"]
      }
      if !isThere { totals.append(.object(entry)) }
    }
    arena[.totals] = .list(totals)
    let before = try self.arena.arena()
    if !before.saysTheSame(as: arena) {
      try self.arena.update(arena)
      count(arena, isNew: false)
    }
  }
}

extension ReportSections {
  /// The value under a heading that no template foresaw.
  func own(_ heading: String) -> Value? {
    let key = MatchKey(heading)
    return sections.first { section in
      if section["name"] == nil, case .text(let text)? = section["heading"] {
        MatchKey(text) == key
      } else {
        false
      }
    }?["value"]
  }
}
