import ArenaModel
import ArenaStore
import Foundation
import JSONCodec

/// An arena file that a command has opened.
struct ArenaSession {
  let file: ArenaFile
  /// The name of whoever acts, as given.
  let actorName: String?

  init(_ options: ArenaFileOptions) throws {
    file = try ArenaFile.open(
      at: try options.path(), effects: Effects.environment, patience: try ArenaSession.patience())
    actorName = options.actor
  }

  /// How many seconds to wait for other programs: ARENA_WAIT of the environment, where a script can't wait long.
  private static func patience() throws -> Int {
    guard let text = ProcessInfo.processInfo.environment["ARENA_WAIT"], !text.isEmpty else {
      return ArenaFile.usualPatience
    }
    guard let seconds = Int(text), (0...3600).contains(seconds) else {
      throw CommandError(
        "ARENA_WAIT is “\(text)”, and should be the seconds to wait for other programs, 0 to 3600.")
    }
    return seconds
  }

  /// Whoever acts: the person of that name where there is one, else the name as given.
  func actor(in arena: any ArenaReading) throws -> Actor? {
    guard let actorName else { return nil }
    let people = try arena.records(of: .person, named: actorName)
    guard people.count <= 1 else {
      throw CommandError(
        "\(people.count) people of this arena are called “\(actorName)”. "
          + "Name the one who acts by the id that arena show gives.")
    }
    if let person = people.first { return .person(person.id) }
    // Whoever acts may be anybody; a slip of the keyboard is asked about.
    let names = try arena.records(of: .person).compactMap { $0.text(.name) }
    if let near = Folding.nearest(actorName, among: names) {
      Terminal.note(
        "Nobody here is called “\(actorName)”; the journal keeps the name as written. "
          + "Did you mean “\(near)”?")
    }
    return .name(actorName)
  }

  /// Runs `body` on one snapshot of the file.
  func read<Result>(_ body: (ArenaView) throws -> Result) throws -> Result {
    try file.read { try body(ArenaView($0)) }
  }
}

/// A snapshot of an arena with what is needed to show it: the formats that it uses, and its language.
struct ArenaView {
  let reading: any ArenaReading
  let arena: Record
  let formats: [FormatDeclaration]
  let language: String

  init(_ stored: StoredArena) throws {
    let formats = try stored.declarations().map {
      try FormatDeclaration(json: try JSONValue(parsing: $0.text))
    }
    try self.init(stored, formats: formats)
  }

  init(_ reading: any ArenaReading, formats: [FormatDeclaration]) throws {
    self.reading = reading
    self.formats = formats
    arena = try reading.arena()
    language = arena.text(.language) ?? "en"
  }

  func format(_ name: String?) -> FormatDeclaration? {
    guard let name else { return formats.count == 1 ? formats[0] : nil }
    return formats.first { $0.name == name }
  }

  /// The format that a record belongs to: its group's, its slot's, or the arena's only one.
  func format(of record: Record) throws -> FormatDeclaration? {
    switch record.type {
    case .group, .block: return format(record.text(.format))
    case .membership:
      return try format(of: record, through: record.reference(.group))
    case .contribution:
      return try format(of: record, through: record.references(.groups).first)
    case .report, .remark, .nextStep, .vote:
      let about = record.reference(.of) ?? record.reference(.on) ?? record.reference(.about)
      return try format(of: record, through: about)
    default: return format(nil)
    }
  }

  private func format(of record: Record, through id: RecordID?) throws -> FormatDeclaration? {
    guard let id, let other = try reading.record(id), other.type != record.type else {
      return format(nil)
    }
    return try format(of: other)
  }

  func text(of record: Record) throws -> ValueText {
    ValueText(arena: reading, format: try format(of: record), language: language)
  }

  func name(of record: Record) throws -> String {
    try text(of: record).name(of: record)
  }

  func name(of id: RecordID) throws -> String {
    try reading.record(id).map(name) ?? "?"
  }

  func noun(of record: Record) throws -> String {
    try format(of: record)?.noun(of: record.type, language: language)
      ?? ModelLabels.noun(of: record.type, in: language)
  }

  func label(_ field: String, of record: Record) throws -> String {
    let label = try format(of: record)?.label(of: field, in: record.type, language: language)
    // A heading's pattern ("Day {day}, session {number}") is no label of a single value.
    if let label, !label.contains("{") { return label }
    return ModelLabels.written(field, of: record.type, in: language)
  }

  /// Slots in their order.
  func slots() throws -> [Record] {
    try reading.records(of: .block).filter { $0.text(.kind) == "slot" }
      .sorted { ($0.integer(.number) ?? .max) < ($1.integer(.number) ?? .max) }
  }

  /// Whether a group whose format lets its groups meet throughout has its place in a slot: one of its format's.
  func meets(_ group: Record, in slot: Record) throws -> Bool {
    guard let format = try format(of: group), format.group.meetsThroughout else { return false }
    return try self.format(of: slot)?.name == format.name
  }

  /// Groups or contributions in the order of their codes.
  func inOrder(_ records: [Record]) -> [Record] {
    records.map { ($0, SortKey($0.text(.code) ?? "\u{10FFFF}")) }
      .sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// The members of a group by role, in the format's order; roles that the format doesn't know come last.
  func members(of group: Record) throws -> [(role: String, names: [String])] {
    let memberships = try reading.records(of: .membership, where: .group, refersTo: group.id)
    let format = try format(of: group)
    var roles = format?.roles.map(\.name) ?? []
    for role in memberships.compactMap({ $0.text(.role) }) where !roles.contains(role) {
      roles.append(role)
    }
    return try roles.compactMap { role in
      let names = try memberships.filter { $0.text(.role) == role }.map {
        try text(of: $0).text("actor", of: $0)
      }
      guard !names.isEmpty else { return nil }
      let label = format?.role(role).map { role in
        format?.locales.written(role.naming.label, in: language) ?? role.name
      }
      return (label ?? role, names)
    }
  }
}
