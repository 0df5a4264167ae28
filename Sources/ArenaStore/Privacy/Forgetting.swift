import ArenaModel
import GRDB
import JSONCodec

/// The forgetting of one person, inside a transaction.
struct Forgetting {
  let database: Database
  let stored: StoredArena
  let rows: RowWriter
  let person: ArenaModel.Record
  let now: Instant
  let effects: Effects
  let mask: NameMask
  let names: Set<MatchKey>
  /// The person's memberships, those that were taken away among them.
  let memberships: Set<RecordID>
  var result: Forgotten
  /// The digests of sources that were masked.
  var staleContents: Set<String> = []
  var changes: [Change] = []

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
  static func contacts(_ text: String) -> [String] {
    let parts = text.split { ",;|\n".contains($0) }.map(String.init)
    let mails = text.split { ",;|<> \n".contains($0) }.map(String.init).filter { $0.contains("@") }
    return [text] + parts + mails
  }

  /// The names and contacts that the journal knows the person to have had.
  static func earlierNames(of id: RecordID, _ stored: StoredArena) throws -> [String] {
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
  static func subjects(of type: RecordType, naming id: RecordID, _ stored: StoredArena)
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

  /// Bytes that only the journal knows of may name the person, too.
  mutating func findStaleContents() throws {
    for digest in try stored.contentDigests() {
      guard let bytes = try stored.content(digest) else { continue }
      if case .clear = SourceBytes(bytes).cleared(by: mask, isSource: false) { continue }
      staleContents.insert(digest)
    }
  }

  func clearContents() throws {
    for digest in staleContents {
      try Query(database, "DELETE FROM content WHERE digest = ?").bind(digest, at: 1).run()
    }
  }

  func refillSearch() throws {
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
