package import ArenaModel
import GRDB
import JSONCodec

/// What was erased when a person was forgotten, and what a person must still look at.
package struct Forgotten: Sendable {
  /// Records whose texts were changed, the person's own included.
  package var changedRecords = 0
  /// Texts of the journal that were erased or masked.
  package var erasedTexts = 0
  /// Texts that may still name the person: a single name, a nickname.
  package var mayStillName: [Mention] = []
  /// Pictures and other files that we can't read.
  package var unread: [Mention] = []
  /// Files that hold the name where it can't be cleared, a workbook say: their content was taken out.
  package var dropped: [Mention] = []
  package let person: RecordID
  package var entry: JournalEntry?

  init(person: RecordID) { self.person = person }

  package struct Mention: Sendable, Hashable {
    package let record: RecordID
    package let called: String
    package let field: String
    package let text: String
  }
}

extension ArenaFile {
  /// Erases a person everywhere in the file: the record's name, contact and notes, the names written in memberships,
  /// every mention of a full name, alias or contact in running text and sources, the same in the whole journal, the
  /// search index, and the free pages of the file. The record itself stays, nameless, and counts stay true. The journal's
  /// chain of digests holds.
  ///
  /// This can't be taken back. Copies of the file, and exports, are beyond it. It can be done again with the person's id,
  /// for words that were found later.
  ///
  /// - Parameter also: further words that name the person and go everywhere, single ones too.
  package func forget(_ person: RecordID, also: [String] = [], header: ActionHeader) throws
    -> Forgotten
  {
    guard let record = try read({ try $0.record(person) }), record.type == .person else {
      throw StoreError.noSuchPerson("\(person)")
    }
    // What is overwritten from here on is overwritten with zeros.
    try access { try $0.run("PRAGMA secure_delete = ON") }
    let forgotten = try access { database in
      guard !database.isInsideTransaction else { throw StoreError.nested(path: path) }
      try Query(database, "BEGIN IMMEDIATE").run()
      do {
        var forgetting = try Forgetting(
          database: database, person: record, also: also, now: effects.now(), effects: effects)
        let forgotten = try forgetting.run(header)
        try Query(database, "COMMIT").run()
        return forgotten
      } catch {
        if database.isInsideTransaction { try? Query(database, "ROLLBACK").run() }
        throw error
      }
    }
    // Pages that were free before still hold what was on them; this writes the file anew without them.
    do {
      try access { try $0.run("VACUUM") }
    } catch let error as StoreError {
      throw StoreError.notSwept(path: path, person: "\(person)", why: "\(error)")
    }
    return forgotten
  }
}

/// The forgetting of one person, inside a transaction.
private struct Forgetting {
  private let database: Database
  private let stored: StoredArena
  private let rows: RowWriter
  private let person: ArenaModel.Record
  private let now: Instant
  private let effects: Effects
  private let mask: NameMask
  private let names: Set<MatchKey>
  /// The person's memberships, those that were taken away among them.
  private let memberships: Set<RecordID>
  private var result: Forgotten
  /// The digests of sources that were masked.
  private var staleContents: Set<String> = []
  private var changes: [Change] = []

  init(
    database: Database, person: ArenaModel.Record, also: [String], now: Instant, effects: Effects
  ) throws {
    self.database = database
    stored = StoredArena(database)
    rows = RowWriter(database: database)
    self.person = person
    self.now = now
    self.effects = effects
    result = Forgotten(person: person.id)
    var names = [person.text(.name)].compactMap { $0 } + person.texts(.aliases)
    names += person.text(.contact).map(Forgetting.contacts) ?? []
    // What a format keeps of somebody, a telephone number say, is theirs too.
    for field in person.fields {
      _ = field.value.mapTexts { text in
        names += Forgetting.contacts(text).filter {
          $0.contains("@") || $0.contains(where: \.isNumber)
        }
        return text
      }
    }
    let members = try stored.referring(to: person.id).filter { $0.type == .membership }
    memberships = try Set(members.map(\.id)).union(
      Forgetting.subjects(of: .membership, naming: person.id, stored))
    // A name as written may hold a title, an organisation, or a dozen other people's names: only if it begins like theirs.
    for written in members.compactMap({ $0.text(.written) }) {
      if let first = person.text(.name)?.split(separator: " ").first, written.hasPrefix(first),
        written.split(separator: " ").count <= 4, !written.contains(",")
      {
        names.append(written)
      }
    }
    names += try Forgetting.earlierNames(of: person.id, stored)
    self.names = Set((names + also).map { MatchKey($0) })
    let language = try stored.arena().text(.language) ?? "en"
    mask = NameMask(
      names: names, always: also, placeholder: NameMask.placeholder(in: language))
  }

  /// A contact whole, and each of the addresses, e-mails and numbers in it.
  private static func contacts(_ text: String) -> [String] {
    let parts = text.split { ",;|\n".contains($0) }.map(String.init)
    let mails = text.split { ",;|<> \n".contains($0) }.map(String.init).filter { $0.contains("@") }
    return [text] + parts + mails
  }

  /// The names and contacts that the journal knows the person to have had.
  private static func earlierNames(of id: RecordID, _ stored: StoredArena) throws -> [String] {
    var out: [String] = []
    for number in try stored.actions(on: id.description) {
      for (change, _) in try stored.journalRow(number).changes
      where change.subjectName == id.description {
        for text in [change.before, change.after].compactMap({ $0 }) {
          let value = try JSONValue(parsing: text)
          out += [value["name"]?.string].compactMap { $0 }
          out += value["contact"]?.string.map(contacts) ?? []
          out += value["aliases"]?.array?.compactMap(\.string) ?? []
        }
      }
    }
    return out
  }

  /// The records of a type that named the person at any time.
  private static func subjects(of type: RecordType, naming id: RecordID, _ stored: StoredArena)
    throws -> Set<RecordID>
  {
    let query = try Query(
      stored.database,
      """
      SELECT DISTINCT subject FROM change
      WHERE type = ?1 AND (instr(before, ?2) > 0 OR instr(after, ?2) > 0)
      """)
    query.bind(type.rawValue, at: 1).bind(id.description, at: 2)
    defer { query.stop() }
    var out: Set<RecordID> = []
    while try query.next() { if let id = RecordID(query.text(0)) { out.insert(id) } }
    return out
  }

  mutating func run(_ header: ActionHeader) throws -> Forgotten {
    for type in RecordType.allCases {
      let places = try places(of: type)
      for place in places { try clear(place) }
    }
    var header = header
    header.parameters = JSONValue.object(
      JSONObject([.init(key: "person", value: .string(person.id.description))])
    ).text()
    header.actor = header.actor.map(masked)
    let row = try stored.append(
      header, at: now, notes: [], undoes: nil, changes: changes, effects: effects)
    try markErased(row.number)
    try findStaleContents()
    try clearJournal()
    try clearContents()
    try refillSearch()
    result.entry = JournalEntry(try stored.journalRow(Int(row.number)))
    return result
  }

  // MARK: - Records

  private func places(of type: RecordType) throws -> [StoredRecord] {
    let query = try Query(
      database, "SELECT \(StoredRecord.columns) FROM record WHERE type = ? ORDER BY place")
    query.bind(type.rawValue, at: 1)
    defer { query.stop() }
    var out: [StoredRecord] = []
    while try query.next() { out.append(try StoredRecord(query, findBytes: stored.content)) }
    return out
  }

  private mutating func clear(_ old: StoredRecord) throws {
    var record = old.record
    if record.id == person.id {
      for spec in Schema.fields(of: .person)
      where ![.perspectives, .organisation, .consent].contains(spec.field) {
        record[spec.field] = nil
      }
      record[.consent] = .text("anonymous")
      record.fields = Fields()
    } else if record.type == .person {
      // A namesake's name is the namesake's.
      if let note = record[.note] { record[.note] = note.mapTexts(masked) }
    } else {
      for spec in Schema.fields(of: record.type) {
        if let value = record[spec.field] { record[spec.field] = value.mapTexts(masked) }
      }
      record.fields = record.fields.mapTexts(masked)
      if memberships.contains(record.id) { record[.written] = nil }
      if record.type == .attachment {
        clearLines(of: &record)
        clearContent(of: &record)
      }
    }
    if !record.saysTheSame(as: old.record) {
      record.revision += 1
      record.changed = now
      try rows.update(old, to: record)
      result.changedRecords += 1
      let texts = try RecordChange.texts(from: old.record, to: record, keepBytes: rows.keep)
      // What was there before is what is to be forgotten.
      changes.append(
        Change(
          subject: .record(record.id, record.type),
          before: JSONValue.object(
            JSONObject([
              .init(key: "revision", value: .integer(old.record.revision)),
              .init(key: "changed", value: .string(old.record.changed.description)),
            ])
          ).text(), after: texts?.after))
    }
    try review(record)
  }

  private func masked(_ text: String) -> String {
    names.contains(MatchKey(text)) && !text.isEmpty ? mask.placeholder : mask.masked(text)
  }

  private func masked(_ actor: Actor) -> Actor {
    if case .name(let name) = actor { .name(masked(name)) } else { actor }
  }

  /// What an import read of the person and of the person's memberships.
  private func clearLines(of record: inout ArenaModel.Record) {
    guard case .list(let lines)? = record[.lines] else { return }
    record[.lines] = .list(
      lines.map { line in
        guard case .object(var fields) = line, let id = fields["record"]?.recordID,
          id == person.id || memberships.contains(id), fields["text"] != nil
        else { return line }
        fields["text"] = nil
        return .object(fields)
      })
  }

  private mutating func clearContent(of record: inout ArenaModel.Record) {
    guard case .blob(let bytes)? = record[.content] else { return }
    let isSource = record.list(.lines).contains {
      if case .object(let line) = $0, let id = line["record"]?.recordID {
        id == person.id || memberships.contains(id)
      } else {
        false
      }
    }
    switch SourceBytes(bytes).cleared(by: mask, isSource: isSource) {
    case .clear: return
    case .text(let clear):
      record[.content] = .blob(clear)
      if record[.digest] != nil { record[.digest] = .text(SHA256.hexadecimal(of: clear)) }
    case .dropped:
      record[.content] = nil
      record[.digest] = nil
      result.dropped.append(
        Forgotten.Mention(
          record: record.id, called: record.called, field: ModelField.content.name, text: ""))
    }
    staleContents.insert(SHA256.hexadecimal(of: bytes))
  }

  /// Notes what a person must look at.
  private mutating func review(_ record: ArenaModel.Record) throws {
    if record.type == .organisation { return }
    if record.type == .person {
      let name = record.text(.name) ?? ""
      if record.id != person.id, names.contains(MatchKey(name)) || mask.masked(name) != name {
        result.mayStillName.append(
          Forgotten.Mention(
            record: record.id, called: "another person", field: ModelField.name.name, text: name))
      }
      return
    }
    if case .blob(let bytes)? = record[.content], String(validating: bytes, as: UTF8.self) == nil {
      result.unread.append(
        Forgotten.Mention(
          record: record.id, called: record.called, field: ModelField.content.name,
          text: record.text(.mediaType) ?? ""))
    }
    func look(_ value: Value, _ field: String) {
      _ = value.mapTexts { text in
        if mask.mayName(text) {
          result.mayStillName.append(
            Forgotten.Mention(
              record: record.id, called: record.called, field: field,
              text: String(text.prefix(200))))
        }
        return text
      }
    }
    for spec in Schema.fields(of: record.type) {
      if let value = record[spec.field] { look(value, spec.name) }
    }
    for field in record.fields { look(field.value, field.name) }
  }

  // MARK: - The journal

  private func markErased(_ number: Int64) throws {
    for (place, (change, leaf)) in try stored.journalRow(Int(number)).changes.enumerated() {
      try replace(number, place, change, leaf)
    }
  }

  private mutating func clearJournal() throws {
    let head = try stored.journalHead().number
    var number: Int64 = 1
    while number <= head {
      for row in try stored.journalRows(number...min(head, number + 499)) {
        try clearDetails(of: row)
        for (place, (change, leaf)) in row.changes.enumerated() {
          let clear = try cleared(change)
          if clear == change { continue }
          result.erasedTexts += 1
          try replace(row.number, place, clear, leaf)
        }
      }
      number += 500
    }
  }

  private func cleared(_ change: Change) throws -> Change {
    var out = change
    out.before = try change.before.map { try cleared($0, change.subject) }
    out.after = try change.after.map { try cleared($0, change.subject) }
    return out
  }

  private func cleared(_ text: String, _ subject: Change.Subject) throws -> String {
    var value = try JSONValue(parsing: text)
    if case .object(var object) = value, case .record(let id, let type) = subject {
      if type == .person, id != person.id { return text }
      if id == person.id {
        let kept = [
          "id", "revision", "added", "changed", "withdrawn", "perspectives",
          "organisation", "consent",
        ]
        for key in object.keys where !kept.contains(key) { object[key] = nil }
      }
      if memberships.contains(id) { object["written"] = nil }
      if type == .attachment, let digest = object["content"]?["sha256"]?.string,
        staleContents.contains(digest)
      {
        object["content"] = nil
        object["digest"] = nil
      }
      if type == .attachment, let lines = object["lines"]?.array {
        object["lines"] = .array(lines.map(cleared(line:)))
      }
      value = .object(object)
    }
    return value.mapStrings(masked).text()
  }

  /// A line of an import's account without what was read of the person.
  private func cleared(line: JSONValue) -> JSONValue {
    guard case .object(var fields) = line,
      let id = fields["record"]?.string.flatMap({ RecordID($0) }),
      id == person.id || memberships.contains(id)
    else { return line }
    fields["text"] = nil
    return .object(fields)
  }

  private mutating func clearDetails(of row: JournalRow) throws {
    func clear(_ text: String?) -> String? {
      guard let text else { return nil }
      guard let value = try? JSONValue(parsing: text) else { return masked(text) }
      let clear = value.mapStrings(masked)
      return clear == value ? text : clear.text()
    }
    let (actor, parameters, notes) = (clear(row.actor), clear(row.parameters), clear(row.notes))
    if actor == row.actor && parameters == row.parameters && notes == row.notes { return }
    result.erasedTexts += 1
    let query = try Query(
      database,
      """
      UPDATE action SET actor = ?, parameters = ?, notes = ?, salt = NULL, erased = ?
      WHERE number = ?
      """)
    query.bind(actor, at: 1).bind(parameters, at: 2).bind(notes, at: 3)
    query.bind(
      JournalRow.detailsDigest(actor: actor, parameters: parameters, notes: notes, salt: nil),
      at: 4)
    try query.bind(row.number, at: 5).run()
  }

  /// Puts a text in the place of an erased one. The first one's digest stays, for the chain; its salt goes, so that
  /// nobody can find the text again by trying names.
  private func replace(
    _ number: Int64, _ place: Int, _ change: Change, _ leaf: JournalRow.Leaf
  ) throws {
    let query = try Query(
      database,
      """
      UPDATE change SET before = ?, after = ?, salt = NULL, erased = ?
      WHERE action = ? AND place = ?
      """)
    query.bind(change.before, at: 1).bind(change.after, at: 2)
    query.bind(JournalRow.changeDigest(change, salt: nil), at: 3)
    try query.bind(number, at: 4).bind(place, at: 5).run()
  }

  // MARK: - The rest of the file

  /// Bytes that only the journal knows of may name the person, too.
  private mutating func findStaleContents() throws {
    for digest in try stored.contentDigests() {
      guard let bytes = try stored.content(digest) else { continue }
      if case .clear = SourceBytes(bytes).cleared(by: mask, isSource: false) { continue }
      staleContents.insert(digest)
    }
  }

  private func clearContents() throws {
    for digest in staleContents {
      try Query(database, "DELETE FROM content WHERE digest = ?").bind(digest, at: 1).run()
    }
  }

  private func refillSearch() throws {
    try database.run("DROP TABLE search")
    try database.run(
      """
      CREATE VIRTUAL TABLE search USING fts5(
        name, text, content = '', tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
      )
      """)
    for type in RecordType.allCases {
      for old in try places(of: type) {
        try rows.indexText(nil, SearchText(old.record), at: old.place)
      }
    }
  }
}

extension JSONValue {
  /// The value with every string changed; keys stay.
  fileprivate func mapStrings(_ change: (String) -> String) -> JSONValue {
    switch self {
    case .string(let text): .string(change(text))
    case .array(let elements): .array(elements.map { $0.mapStrings(change) })
    case .object(let object):
      .object(
        JSONObject(object.map { .init(key: $0.key, value: $0.value.mapStrings(change)) }))
    case .null, .bool, .integer, .double, .bigNumber: self
    }
  }
}
