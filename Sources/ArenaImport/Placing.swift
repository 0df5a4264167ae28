package import ArenaModel

/// Places what was found in a file into the arena: the host's own placing, which `tx:take` calls. Repeatable: what is
/// there already is left as it is, what changed in the file is changed unless a person has edited it since.
package final class Placing: ImportWork {
  let reading: DocumentReading
  let format: FormatDeclaration
  var people = PeoplePlacing()
  /// The groups that entries were matched with, by the entry's line.
  private var matched: [Int: Record] = [:]
  var references: [PendingReference] = []
  private var slots: [EntrySlot: RecordID] = [:]

  /// A reference to be resolved when all is placed.
  struct PendingReference {
    let contribution: RecordID
    let keys: [String: String]
    let line: Int
  }

  package init(
    _ reading: DocumentReading, from source: ImportSource, format: FormatDeclaration,
    in context: ActionContext
  ) throws {
    self.reading = reading
    self.format = format
    try super.init(source, format: format, in: context)
    report.notes = reading.notes
    report.lineCount = reading.lines.count { !$0.isBlank }
    try match()
  }

  // MARK: - Matching

  /// Finds the groups that the entries are already: by code, repeated codes in their order; then, where a code was
  /// corrected, by title among those that the earlier version held.
  private func match() throws {
    var taken: Set<RecordID> = []
    for entry in reading.entries {
      guard let code = entry.code else { continue }
      let found = try arena.records(of: .group, named: code).first { group in
        !taken.contains(group.id) && belongs(group)
          && group.text(.code).map { MatchKey($0) == MatchKey(code) } ?? false
      }
      guard let found else { continue }
      taken.insert(found.id)
      matched[entry.line] = found
    }
    try memory.choosePredecessor(of: taken, source, in: arena)
    for entry in reading.entries where matched[entry.line] == nil {
      let key = MatchKey(entry.title)
      guard !key.isEmpty else { continue }
      for id in memory.predecessors where !taken.contains(id) {
        guard let group = try arena.record(id), group.type == .group,
          group.text(.title).map({ MatchKey($0) == key }) ?? false
        else { continue }
        taken.insert(id)
        matched[entry.line] = group
        break
      }
    }
  }

  private func belongs(_ group: Record) -> Bool {
    group.text(.format) == nil || group.text(.format) == format.name
  }

  // MARK: - Taking

  /// Places one entry. Values given beside it come before what the file says, for fields of the contribution or the
  /// group.
  /// - Returns: the contribution, or the group where nothing was handed in.
  @discardableResult
  package func take(_ entry: Entry, values: Fields = Fields()) throws -> Record? {
    let slot = try entry.slot.flatMap { try self.slot($0) }
    let old = matched[entry.line]
    var group = old ?? context.new(.group)
    let isNew = old == nil
    if isNew {
      group[.format] = .text(format.name)
      group[.state] = .text("announced")
    }
    if let code = entry.code {
      try put(.text(code), .code, on: &group, lines: [entry.line])
    }
    if !entry.codes.isEmpty {
      try put(.list(entry.codes.map(Value.text)), .codes, on: &group, lines: [])
    }
    if !entry.title.isEmpty { try put(.text(entry.title), .title, on: &group, lines: entry.lines) }
    if let slot, group.references(.slots).isEmpty || isNew {
      group[.slots] = .list([.record(slot)])
    }
    try placeGroupFields(entry, on: &group)
    try store(group, isNew: isNew)
    for part in entry.parts where part.what == .role { try placeRole(part, in: group) }
    try placeSections(entry, of: group)
    guard handsIn(entry) else {
      try apply(values, to: nil, group: group)
      return group
    }
    let contribution = try placeContribution(entry, of: group, slot: slot)
    try apply(values, to: contribution, group: group)
    return try arena.record(contribution.id)
  }

  /// Whether the entry hands something in: it does unless it is a report.
  private func handsIn(_ entry: Entry) -> Bool {
    let hasSections = entry.parts.contains { $0.what == .section }
    return !hasSections
      || entry.parts.contains { $0.what == .kind || $0.what == .contribution }
  }

  /// The block of a slot: the one with its number, the so-manieth of its day, or a new one.
  func slot(_ named: EntrySlot) throws -> RecordID? {
    let key = EntrySlot(day: named.day, number: named.number)
    if let known = slots[key] { return known }
    guard let number = named.number else { return nil }
    let all = try arena.records(of: .block).filter {
      $0.text(.kind) == "slot" && ($0.text(.format) == nil || $0.text(.format) == format.name)
    }
    var found = all.first {
      $0.integer(.number) == number
        && (named.day == nil || $0.integer(.day) == nil || $0.integer(.day) == named.day)
    }
    if found == nil, let day = named.day {
      let ofDay = all.filter { $0.integer(.day) == day }
        .sorted { $0.integer(.number) ?? 0 < $1.integer(.number) ?? 0 }
      if (1...max(1, ofDay.count)).contains(number), !ofDay.isEmpty { found = ofDay[number - 1] }
    }
    if found == nil, named.line == nil { found = all.first { $0.integer(.number) == number } }
    if let found {
      slots[key] = found.id
      return found.id
    }
    var block = context.new(.block)
    block[.kind] = .text("slot")
    block[.number] = .integer(number)
    block[.day] = named.day.map(Value.integer)
    block[.title] = named.title.map(Value.text)
    block[.format] = .text(format.name)
    try arena.insert(block)
    count(block, isNew: true)
    note(.slotAdded, line: named.line, ["slot": try context.show.name(of: block)])
    slots[key] = block.id
    return block.id
  }

  private func placeGroupFields(_ entry: Entry, on group: inout Record) throws {
    for part in entry.parts where part.what == .group {
      switch part.name {
      case "headcount":
        try put(.stated(.count(part.text)), .headcount, on: &group, lines: part.lines)
      case "challenge": try put(.text(part.text), .challenge, on: &group, lines: part.lines)
      case "place":
        if !part.text.isEmpty {
          try put(.record(try place(part.text)), .place, on: &group, lines: part.lines)
        }
      default: try placeOwn(part, format.group.record.fields, on: &group)
      }
    }
    // Text under no label, beside a body or sections that have theirs, says what the group is about.
    for part in entry.parts where part.what == .text && !part.text.isEmpty {
      let text = part.items.map(\.text).joined(separator: "\n\n")
      if group[.challenge] == nil || memory.text("challenge", of: group.id) != nil {
        try put(.text(text), .challenge, on: &group, lines: part.lines)
      }
      break
    }
  }

  private func place(_ name: String) throws -> RecordID {
    if let found = try arena.records(of: .place, named: name).first { return found.id }
    var place = context.new(.place)
    place[.name] = .text(name)
    try arena.insert(place)
    count(place, isNew: true)
    return place.id
  }

  func placeOwn(
    _ part: EntryPart, _ fields: [FieldDeclaration], on record: inout Record
  ) throws {
    guard let declared = fields.first(where: { $0.name == part.name }), !part.text.isEmpty else {
      return
    }
    do {
      let value = try ParameterReader(context).read(
        .text(part.text), as: declared, at: declared.name)
      try put(
        value, own: declared.name, as: part.text, on: &record, lines: part.lines)
    } catch let error as ModelError {
      note(
        .badValue, line: part.line, ["text": part.text, "name": part.heading, "why": error.problem])
    }
  }

  /// What a script gave beside the entry.
  private func apply(_ values: Fields, to contribution: Record?, group: Record) throws {
    guard !values.isEmpty else { return }
    let reader = ParameterReader(context)
    for entry in values {
      var record = group
      if let contribution, try arena.record(contribution.id) != nil,
        belongs(entry.name, to: contribution)
      {
        record = try arena.record(contribution.id) ?? contribution
      } else {
        record = try arena.record(group.id) ?? group
      }
      if let field = ModelField(name: entry.name), let spec = Schema.spec(field, of: record.type) {
        var declared = FieldDeclaration(Naming(spec.name), type: spec.type)
        declared.isMany = spec.isMany
        record[field] = try reader.read(entry.value, as: declared, at: "take: \(entry.name)")
      } else if let declared = format.fields(of: record).first(where: { $0.name == entry.name }) {
        record.fields[entry.name] = try reader.read(
          entry.value, as: declared, at: "take: \(entry.name)")
      } else {
        throw ModelError(
          .parameter, "take: a \(record.type.rawValue) has no field '\(entry.name)'.",
          remedy: Folding.didYouMean(
            entry.name, among: Schema.fields(of: record.type).map(\.name)))
      }
      try arena.update(record)
    }
  }

  private func belongs(_ name: String, to record: Record) -> Bool {
    if let field = ModelField(name: name), Schema.spec(field, of: record.type) != nil {
      return true
    }
    return format.fields(of: record).contains { $0.name == name }
  }

  // MARK: - The end

  /// Resolves references, accounts for every line, keeps the file. Call it once, after all entries.
  package func finish() throws -> ImportReport {
    try placeFront()
    try resolveReferences()
    try noteNames()
    try noteVanished([.group, .contribution, .membership, .report])
    for slot in reading.slots {
      guard let line = slot.line else { continue }
      let id = try self.slot(slot)
      ledger.add([line], id, id == nil ? "day" : "number", slot.number.map(String.init))
    }
    for (line, kind) in reading.furniture { ledger.add([line], nil, kind, nil) }
    return try conclude(lines: reading.lines)
  }
}
