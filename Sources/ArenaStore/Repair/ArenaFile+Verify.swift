import ArenaModel
import GRDB
// GRDB has a Record, too.
import struct ArenaModel.Record

extension ArenaFile {
  /// What is damaged in the file, in sentences; empty where it is whole. Every row is held against its digest, the
  /// journal against its chain, the records against the journal, the indexes against the records, the pages against
  /// SQLite's own rules.
  package func damage() throws -> [String] {
    do {
      return try read { arena in
        let inspection = Inspection(arena)
        return try inspection.run()
      }
    } catch StoreError.damaged(_, let what) {
      return [what]
    }
  }
}

/// One look through a whole file.
private final class Inspection {
  private let arena: StoredArena
  private var found: [String] = []

  init(_ arena: StoredArena) { self.arena = arena }

  func run() throws -> [String] {
    try checkPages()
    try checkTables()
    var records: [RecordID: Record] = [:]
    for type in RecordType.allCases {
      try collect { try arena.forEach(of: type) { records[$0.id] = $0 } }
    }
    try collect { _ = try arena.declarations() }
    try collect {
      if try arena.meta("origin") == nil {
        throw Damage(table: "meta", row: "origin", what: "it is missing")
      }
    }
    for digest in try arena.contentDigests() { try collect { _ = try arena.content(digest) } }
    try checkRowsOfUnknownTypes(records.count)
    var journalIsWhole = false
    try collect {
      let replay = try checkJournal()
      journalIsWhole = true
      if found.isEmpty { compare(records, with: replay) }
    }
    if journalIsWhole && found.isEmpty { try checkIndexes() }
    return found
  }

  private func collect(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let damage as Damage {
      found.append(damage.description)
    }
  }

  private func checkPages() throws {
    let query = try Query(arena.database, "PRAGMA integrity_check(20)")
    defer { query.stop() }
    while try query.next() {
      let line = query.text(0)
      if line != "ok" { found.append(line) }
    }
  }

  /// The tables and views are those that the migrations make.
  private func checkTables() throws {
    let present = try Inspection.tables(arena.database)
    for (name, sql) in try Inspection.wantedTables.get().sorted(by: { $0.key < $1.key })
    where present[name] != sql {
      found.append("the \(name) isn't as the program makes it")
    }
  }

  private static let wantedTables = Result {
    let model = try DatabaseQueue()
    return try model.inDatabase { database in
      try Migration.migrate(database, from: 0)
      return try tables(database)
    }
  }

  private static func tables(_ database: Database) throws -> [String: String] {
    let query = try Query(
      database,
      """
      SELECT type || ' ' || name, tbl_name || ': ' || coalesce(sql, '') FROM sqlite_schema
      WHERE name NOT LIKE 'search%'
      """)
    defer { query.stop() }
    var out: [String: String] = [:]
    while try query.next() { out[query.text(0)] = query.text(1) }
    return out
  }

  private func checkRowsOfUnknownTypes(_ known: Int) throws {
    let query = try Query(arena.database, "SELECT count(*) FROM record")
    defer { query.stop() }
    if try query.next(), Int(query.integer(0)) != known, found.isEmpty {
      found.append("the table 'record' holds rows of a type that isn't known, or an id twice")
    }
  }

  private func checkJournal() throws -> Replay {
    var replay = Replay(findBytes: arena.content)
    var previous = StoredArena.beginning
    var expected: Int64 = 1
    let head = try arena.journalHead().number
    while expected <= head {
      let rows = try arena.journalRows(expected...min(head, expected + 499))
      guard !rows.isEmpty else {
        throw Damage(table: "action", row: "\(expected)", what: "it is missing")
      }
      for row in rows {
        guard row.number == expected else {
          throw Damage(table: "action", row: "\(expected)", what: "it is missing")
        }
        expected += 1
        found += row.damage(after: previous)
        previous = row.digest
        for (change, _) in row.changes { replay.apply(change) }
      }
    }
    let orphans = try Query(
      arena.database,
      "SELECT count(*) FROM change WHERE action NOT BETWEEN 1 AND ?")
    orphans.bind(head, at: 1)
    defer { orphans.stop() }
    if try orphans.next(), orphans.integer(0) > 0 {
      found.append("the table 'change' holds rows of actions that aren't there")
    }
    return replay
  }

  private func compare(_ records: [RecordID: Record], with replay: Replay) {
    for (id, record) in records.sorted(by: { $0.key < $1.key })
    where !replay.uncertain.contains(id) {
      // A loaded arena's journal may begin later than its records; then it knows nothing of them.
      guard let known = replay.records[id] else {
        found.append("\(record.called) (\(id)) isn't in the journal")
        continue
      }
      if known != record { found.append("\(record.called) (\(id)) isn't what the journal says") }
    }
    for (id, record) in replay.records.sorted(by: { $0.key < $1.key }) where records[id] == nil {
      if !replay.uncertain.contains(id) {
        found.append("\(record.called) (\(id)) is in the journal, and its row is missing")
      }
    }
  }

  /// Makes the rows of the index tables anew, and holds them against those that are there.
  private func checkIndexes() throws {
    var expected: Set<String> = []
    let query = try Query(
      arena.database, "SELECT \(StoredRecord.columns) FROM record ORDER BY place")
    while try query.next() {
      let row = try StoredRecord(query, findBytes: arena.content)
      for reference in row.record.allReferences {
        expected.insert("reference|\(reference.target)|\(reference.field?.name ?? "")|\(row.place)")
      }
      for key in row.record.matchKeys {
        expected.insert("name|\(row.record.type.rawValue)|\(key.text)|\(row.place)")
      }
      for id in row.record.itemIDs { expected.insert("item|\(id)|\(row.place)") }
    }
    for sql in [
      "SELECT 'reference|' || target || '|' || field || '|' || source FROM reference",
      "SELECT 'name|' || type || '|' || key || '|' || record FROM name",
      "SELECT 'item|' || id || '|' || record FROM item",
    ] {
      let query = try Query(arena.database, sql)
      while try query.next() {
        let row = query.text(0)
        if expected.remove(row) == nil { found.append("an index has a row too many: \(row)") }
      }
    }
    for row in expected.sorted().prefix(20) { found.append("an index lacks a row: \(row)") }
    do {
      try Query(arena.database, "INSERT INTO search (search) VALUES ('integrity-check')").run()
    } catch let error as DatabaseError
      where error.resultCode.primaryResultCode == .SQLITE_CORRUPT
    {
      found.append("the search index doesn't hold together")
    } catch let error as DatabaseError
      where error.resultCode.primaryResultCode == .SQLITE_READONLY
    {
      // FTS5 asks for a write lock to look at itself; a file that can't be written to goes without.
    }
  }
}
