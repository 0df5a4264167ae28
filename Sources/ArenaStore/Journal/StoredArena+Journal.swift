import ArenaModel
import JSONCodec

extension StoredArena {
  /// What the first action is chained to.
  static let beginning = [UInt8](repeating: 0, count: 32)

  /// The last action's number and digest.
  func journalHead() throws -> (number: Int64, digest: [UInt8]) {
    let query = try Query(
      database, "SELECT number, digest FROM action ORDER BY number DESC LIMIT 1")
    defer { query.stop() }
    guard try query.next() else { return (0, StoredArena.beginning) }
    return (query.integer(0), query.blob(1))
  }

  /// The rows of the actions in a range, oldest first.
  func journalRows(_ numbers: ClosedRange<Int64> = 1...Int64.max) throws -> [JournalRow] {
    let query = try Query(
      database,
      """
      SELECT number, at, name, origin, plugin, undoes, actor, parameters, notes, salt, erased,
        details, digest
      FROM action WHERE number BETWEEN ? AND ? ORDER BY number
      """)
    query.bind(numbers.lowerBound, at: 1).bind(numbers.upperBound, at: 2)
    defer { query.stop() }
    var out: [JournalRow] = []
    while try query.next() {
      out.append(
        JournalRow(
          number: query.integer(0), at: Instant(milliseconds: query.integer(1)),
          name: query.text(2), origin: query.text(3), plugin: query.textOrNil(4),
          undoes: query.isNull(5) ? nil : query.integer(5), actor: query.textOrNil(6),
          parameters: query.textOrNil(7), notes: query.textOrNil(8),
          details: JournalRow.Leaf(
            salt: query.blobOrNil(9), erased: query.blobOrNil(10), digest: query.blob(11)),
          changes: [], digest: query.blob(12)))
    }
    try addChanges(to: &out, numbers)
    return out
  }

  private func addChanges(to rows: inout [JournalRow], _ numbers: ClosedRange<Int64>) throws {
    let query = try Query(
      database,
      """
      SELECT action, type, subject, before, after, salt, erased, digest, place
      FROM change WHERE action BETWEEN ? AND ? ORDER BY action, place
      """)
    query.bind(numbers.lowerBound, at: 1).bind(numbers.upperBound, at: 2)
    defer { query.stop() }
    var index = 0
    while try query.next() {
      let number = query.integer(0)
      while index < rows.count && rows[index].number < number { index += 1 }
      guard index < rows.count, rows[index].number == number else {
        throw Damage(table: "change", row: "of action \(number)", what: "the action is missing")
      }
      guard query.integer(8) == Int64(rows[index].changes.count) else {
        throw Damage(table: "change", row: "of action \(number)", what: "its place is wrong")
      }
      let type = query.text(1)
      let name = query.text(2)
      let subject: Change.Subject
      if type == "declaration" {
        subject = .declaration(name)
      } else if let type = RecordType(rawValue: type), let id = RecordID(name) {
        subject = .record(id, type)
      } else {
        throw Damage(
          table: "change", row: "of action \(number)",
          what: "its type (\(type)) or id (\(name)) is none")
      }
      var change = Change(
        subject: subject, before: query.textOrNil(3), after: query.textOrNil(4))
      let leaf = JournalRow.Leaf(
        salt: query.blobOrNil(5), erased: query.blobOrNil(6), digest: query.blob(7))
      change.isErased = leaf.erased != nil
      rows[index].changes.append((change, leaf))
    }
  }

  /// Writes an action at the journal's end.
  func append(
    _ header: ActionHeader, at: Instant, notes: [String], undoes: Int?, changes: [Change],
    effects: Effects
  ) throws -> JournalRow {
    let head = try journalHead()
    func salt() -> [UInt8] {
      let id = effects.newID()
      return withUnsafeBytes(of: (id.high.bigEndian, id.low.bigEndian)) { Array($0) }
    }
    let actor = header.actor.map(JournalText.text)
    let notesText = notes.isEmpty ? nil : JournalText.text(notes)
    let detailsSalt = salt()
    var row = JournalRow(
      number: head.number + 1, at: at, name: header.name,
      origin: try header.origin ?? meta("origin") ?? "", plugin: header.plugin,
      undoes: undoes.map(Int64.init), actor: actor, parameters: header.parameters,
      notes: notesText,
      details: JournalRow.Leaf(
        salt: detailsSalt,
        digest: JournalRow.detailsDigest(
          actor: actor, parameters: header.parameters, notes: notesText, salt: detailsSalt)),
      changes: changes.map { change in
        let salt = salt()
        return (
          change,
          JournalRow.Leaf(salt: salt, digest: JournalRow.changeDigest(change, salt: salt))
        )
      }, digest: [])
    row.digest = row.chained(after: head.digest)
    try insert(row)
    return row
  }

  /// Puts an action's rows in as they are.
  func insert(_ row: JournalRow) throws {
    let query = try Query(
      database,
      """
      INSERT INTO action (number, at, name, origin, plugin, undoes, actor, parameters, notes, salt,
        erased, details, digest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    query.bind(row.number, at: 1).bind(row.at.milliseconds, at: 2).bind(row.name, at: 3)
    query.bind(row.origin, at: 4).bind(row.plugin, at: 5).bind(row.undoes, at: 6)
    query.bind(row.actor, at: 7).bind(row.parameters, at: 8).bind(row.notes, at: 9)
    query.bind(row.details.salt, at: 10).bind(row.details.erased, at: 11)
    query.bind(row.details.digest, at: 12).bind(row.digest, at: 13)
    try query.run()
    for (place, (change, leaf)) in row.changes.enumerated() {
      let query = try Query(
        database,
        """
        INSERT INTO change (action, place, type, subject, before, after, salt, erased, digest)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
      query.bind(row.number, at: 1).bind(place, at: 2).bind(change.typeName, at: 3)
      query.bind(change.subjectName, at: 4).bind(change.before, at: 5).bind(change.after, at: 6)
      query.bind(leaf.salt, at: 7).bind(leaf.erased, at: 8).bind(leaf.digest, at: 9)
      try query.run()
    }
  }
}

extension JournalEntry {
  init(_ row: JournalRow) {
    number = Int(row.number)
    at = row.at
    header = ActionHeader(
      name: row.name, actor: row.actor.flatMap(JournalText.actor), origin: row.origin,
      plugin: row.plugin, parameters: row.parameters)
    notes = row.notes.map(JournalText.notes) ?? []
    undoes = row.undoes.map(Int.init)
    changes = row.changes.map(\.change)
    digest = Hexadecimal.text(row.digest)
  }
}

/// The small JSON texts in the journal's rows.
enum JournalText {
  static func text(_ actor: Actor) -> String {
    switch actor {
    case .person(let id): object("person", id.description)
    case .organisation(let id): object("organisation", id.description)
    case .name(let name): object("name", name)
    }
  }

  private static func object(_ key: String, _ text: String) -> String {
    var object = JSONObject()
    object.append(key, .string(text))
    return JSONValue.object(object).text()
  }

  static func actor(_ text: String) -> Actor? {
    guard let value = try? JSONValue(parsing: text) else { return nil }
    if let id = value["person"]?.string.flatMap({ RecordID($0) }) { return .person(id) }
    if let id = value["organisation"]?.string.flatMap({ RecordID($0) }) { return .organisation(id) }
    return value["name"]?.string.map(Actor.name)
  }

  static func text(_ notes: [String]) -> String {
    JSONValue.array(notes.map { .string($0) }).text()
  }

  static func notes(_ text: String) -> [String] {
    (try? JSONValue(parsing: text))?.array?.compactMap(\.string) ?? []
  }
}
