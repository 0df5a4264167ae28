package import ArenaModel

/// An arena as scripts see it: records by id with everything computed, in the contract's order, and what has been read
/// kept until something changes. It knows no Lua.
package final class ScriptArena {
  package let reading: any ArenaReading
  /// The declarations of the formats that the arena uses, the organiser's overlay applied, in the arena's order.
  package private(set) var formats: [FormatDeclaration]
  package let now: Instant
  /// Turns an instant into the arena's local time.
  package let timeZone: LocalTimeZone

  private var records: [RecordID: Record] = [:]
  private var lists: [RecordType: [RecordID]] = [:]
  private var computed: [ComputedKey: [RecordID]] = [:]
  private var arenaRecord: Record?
  /// What the plugins found, kept for the run: a finding can't change what is found.
  var findings: [Finding]?
  /// While checks run: they can't ask for what they are to give.
  var isFinding = false
  /// The processor time of a call that only reads.
  var readingSeconds = ScriptTime.reading
  /// How often each piece of personal data was read, where somebody counts.
  var personalReads: [String: Int]?
  /// For `where`: by type and field, the records of each value.
  var indexes: [String: [ScriptValue: [RecordID]]] = [:]

  private struct ComputedKey: Hashable {
    let id: RecordID
    let name: String
  }

  package init(
    _ reading: any ArenaReading, formats: [FormatDeclaration], now: Instant
  ) throws {
    self.reading = reading
    self.formats = formats
    self.now = now
    let arena = try reading.arena()
    timeZone = LocalTimeZone(name: arena.text(.timezone))
    arenaRecord = arena
  }

  package func arena() throws -> Record {
    if let arenaRecord { return arenaRecord }
    let arena = try reading.arena()
    arenaRecord = arena
    return arena
  }

  /// The language of the arena's texts.
  package var language: String { (try? arena().text(.language)) ?? "en" }

  package func record(_ id: RecordID) throws -> Record? {
    if let known = records[id] { return known }
    let found = try reading.record(id)
    if let found { records[id] = found }
    return found
  }

  /// The record of a proxy that a script still holds.
  package func present(_ id: RecordID) throws -> Record {
    guard let record = try record(id) else {
      throw PluginError.needs("the record is no longer there; it was taken away")
    }
    return record
  }

  /// Forgets what was read; the next look sees what was written.
  package func invalidate(_ id: RecordID? = nil) {
    if let id { records[id] = nil } else { records.removeAll(keepingCapacity: true) }
    lists.removeAll(keepingCapacity: true)
    computed.removeAll(keepingCapacity: true)
    arenaRecord = nil
    findings = nil
    indexes.removeAll()
  }

  /// Takes over what the organiser has changed of the formats since.
  func renew(_ formats: [FormatDeclaration]) {
    self.formats = formats
    invalidate()
  }

  package func format(named name: String?) -> FormatDeclaration? {
    guard let name else { return nil }
    return formats.first { $0.name == name }
  }

  /// The format that a record belongs to: its own, its group's, its slot's; the arena's where it has just one.
  package func format(of record: Record) throws -> FormatDeclaration? {
    switch record.type {
    case .group, .block:
      if let own = format(named: record.text(.format)) { return own }
    case .membership:
      if let group = try related(record, .group) { return try format(of: group) }
    case .contribution:
      for id in record.references(.groups) {
        if let group = try self.record(id) { return try format(of: group) }
      }
      if let slot = try related(record, .slot) { return try format(of: slot) }
      if let kind = record.text(.kind) {
        return formats.first { $0.contribution.kinds.contains { $0.name == kind } }
          ?? formats.first
      }
    case .report:
      if let template = record.text(.template) {
        let candidates = formats.filter { $0.templates.contains { $0.name == template } }
        if candidates.count > 1, let of = try related(record, .of), of.type != .arena {
          return try format(of: of)
        }
        if let one = candidates.first { return one }
      }
    case .nextStep:
      if let about = try related(record, .about), about.type != .nextStep {
        return try format(of: about)
      }
    case .remark:
      if let kind = record.text(.kind) {
        let candidates = formats.filter { $0.remarks.contains { $0.name == kind } }
        if let one = candidates.first { return one }
      }
    case .vote:
      if let ballot = record.text(.ballot) {
        let candidates = formats.filter { $0.ballots.contains { $0.name == ballot } }
        if let one = candidates.first { return one }
      }
    default: break
    }
    return formats.count == 1 ? formats[0] : record.type == .arena ? formats.first : nil
  }

  package func related(_ record: Record, _ field: ModelField) throws -> Record? {
    try record.reference(field).flatMap(self.record)
  }

  /// Notes that a script read something of a person that an edition may withhold.
  func noteRead(_ name: String, of record: Record) {
    guard personalReads != nil, record.type == .person else { return }
    personalReads?[name, default: 0] += 1
  }

  // MARK: - Lists

  /// All records of a type, in the contract's order.
  package func all(_ type: RecordType) throws -> [RecordID] {
    if let known = lists[type] { return known }
    let found = try reading.records(of: type)
    for record in found { records[record.id] = record }
    let ids = try ordered(found)
    lists[type] = ids
    return ids
  }

  /// Records with a field that refers to another, in the contract's order.
  package func referring(
    _ type: RecordType, _ field: ModelField, to target: RecordID
  ) throws -> [RecordID] {
    try kept(target, "\(type.rawValue).\(field.name)") {
      let found = try reading.records(of: type, where: field, refersTo: target)
      for record in found where records[record.id] == nil { records[record.id] = record }
      return try ordered(found)
    }
  }

  /// A list that is worked out once.
  package func kept(
    _ id: RecordID, _ name: String, _ work: () throws -> [RecordID]
  ) throws -> [RecordID] {
    let key = ComputedKey(id: id, name: name)
    if let known = computed[key] { return known }
    let list = try work()
    computed[key] = list
    return list
  }

  /// The blocks in which groups meet, by number.
  package func slots() throws -> [RecordID] {
    let arena = try arena().id
    return try kept(arena, "slots") {
      let blocks = try all(.block).compactMap { try record($0) }.filter(isSlot)
      return blocks.map { (slotOrder($0), $0.id) }.stablySorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  package func isSlot(_ block: Record) -> Bool { block.text(.kind) == "slot" }

  // MARK: - Order

  /// Groups and contributions by slot, then natural code; members by role, then arrival; people by name; all else by
  /// age.
  package func ordered(_ found: [Record]) throws -> [RecordID] {
    guard let type = found.first?.type else { return [] }
    switch type {
    case .group, .contribution:
      return try found.map { (try placeInProgramme($0), SortKey($0.text(.code) ?? ""), $0.id) }
        .stablySorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }.map(\.2)
    case .membership:
      return try found.map { (try rank($0), $0.id) }.stablySorted { $0.0 < $1.0 }.map(\.1)
    case .person:
      return found.map { (SortKey($0.text(.name) ?? "\u{10FFFF}"), $0.id) }
        .stablySorted { $0.0 < $1.0 }.map(\.1)
    default: return found.map(\.id)
    }
  }

  private func slotOrder(_ slot: Record) -> Int {
    slot.integer(.number) ?? 100_000 + (slot.integer(.day) ?? 0)
  }

  private func placeInProgramme(_ record: Record) throws -> Int {
    let first = record.references(.slots).first ?? record.reference(.slot)
    if let slot = try first.flatMap(self.record) { return slotOrder(slot) }
    if record.type == .contribution, let id = record.references(.groups).first,
      let group = try self.record(id)
    {
      return try placeInProgramme(group)
    }
    return .max
  }

  private func rank(_ membership: Record) throws -> Int {
    guard let role = membership.text(.role), let format = try format(of: membership) else {
      return .max
    }
    return format.roles.firstIndex { $0.name == role } ?? .max - 1
  }
}

extension Array {
  /// Sorted so that what is equal stays in its order.
  func stablySorted(by precedes: (Element, Element) throws -> Bool) rethrows -> [Element] {
    try enumerated().sorted {
      if try precedes($0.element, $1.element) { return true }
      if try precedes($1.element, $0.element) { return false }
      return $0.offset < $1.offset
    }.map(\.element)
  }
}
