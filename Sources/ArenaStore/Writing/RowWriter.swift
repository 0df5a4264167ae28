import ArenaModel
// GRDB has a Record, too.
import struct ArenaModel.Record
import GRDB
import JSONCodec

/// Puts records into their table and keeps the index tables true to it.
struct RowWriter {
  let database: Database

  func insert(_ record: Record) throws {
    let row = try encoded(record)
    let query = try Query(
      database,
      """
      INSERT INTO record (id, type, revision, added, changed, withdrawn, body, digest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    query.bind(record.id.description, at: 1).bind(record.type.rawValue, at: 2)
    query.bind(record.revision, at: 3).bind(record.added.milliseconds, at: 4)
    query.bind(record.changed.milliseconds, at: 5).bind(record.isWithdrawn ? 1 : 0, at: 6)
    query.bind(row.body, at: 7).bind(row.digest, at: 8)
    try query.run()
    try index(nil, record, at: database.lastInsertedRowID)
  }

  func update(_ old: StoredRecord, to record: Record) throws {
    let row = try encoded(record)
    let query = try Query(
      database,
      """
      UPDATE record SET revision = ?, added = ?, changed = ?, withdrawn = ?, body = ?, digest = ?
      WHERE place = ?
      """)
    query.bind(record.revision, at: 1).bind(record.added.milliseconds, at: 2)
    query.bind(record.changed.milliseconds, at: 3).bind(record.isWithdrawn ? 1 : 0, at: 4)
    query.bind(row.body, at: 5).bind(row.digest, at: 6).bind(old.place, at: 7)
    try query.run()
    try index(old.record, record, at: old.place)
  }

  func remove(_ old: StoredRecord) throws {
    try Query(database, "DELETE FROM record WHERE place = ?").bind(old.place, at: 1).run()
    try index(old.record, nil, at: old.place)
  }

  private func encoded(_ record: Record) throws -> (body: String, digest: [UInt8]) {
    var writer = RecordWriter(keepBytes: keep)
    try writer.writeBody(of: record)
    let digest = writer.out.withBytes { StoredRecord.digest(of: record, body: $0) }
    return (writer.out.string(), digest)
  }

  /// Keeps bytes under their digest: a picture in the record and the journal lies in the file once.
  func keep(_ bytes: [UInt8]) throws -> String {
    let digest = SHA256.hexadecimal(of: bytes)
    let query = try Query(
      database, "INSERT OR IGNORE INTO content (digest, bytes) VALUES (?, ?)")
    try query.bind(digest, at: 1).bind(bytes, at: 2).run()
    return digest
  }

  // MARK: - Index tables

  func index(_ old: Record?, _ new: Record?, at place: Int64) throws {
    try exchange(
      Set(old?.allReferences ?? []), Set(new?.allReferences ?? []),
      remove: "DELETE FROM reference WHERE target = ? AND field = ? AND source = ?",
      add: "INSERT INTO reference (target, field, source) VALUES (?, ?, ?)"
    ) { query, reference in
      query.bind(reference.target.description, at: 1).bind(reference.field?.name ?? "", at: 2)
      query.bind(place, at: 3)
    }
    guard let type = (new ?? old)?.type.rawValue else { return }
    try exchange(
      Set(old?.matchKeys ?? []), Set(new?.matchKeys ?? []),
      remove: "DELETE FROM name WHERE type = ? AND key = ? AND record = ?",
      add: "INSERT INTO name (type, key, record) VALUES (?, ?, ?)"
    ) { query, key in
      query.bind(type, at: 1).bind(key.text, at: 2).bind(place, at: 3)
    }
    try exchange(
      Set(old?.itemIDs ?? []), Set(new?.itemIDs ?? []),
      remove: "DELETE FROM item WHERE id = ? AND record = ?",
      add: "INSERT INTO item (id, record) VALUES (?, ?)"
    ) { query, id in
      query.bind(id.description, at: 1).bind(place, at: 2)
    }
    try indexText(old.map(SearchText.init), new.map(SearchText.init), at: place)
  }

  private func exchange<Entry: Hashable>(
    _ old: Set<Entry>, _ new: Set<Entry>, remove: String, add: String,
    bind: (Query, Entry) -> Void
  ) throws {
    for entry in old.subtracting(new) {
      let query = try Query(database, remove)
      bind(query, entry)
      try query.run()
    }
    for entry in new.subtracting(old) {
      let query = try Query(database, add)
      bind(query, entry)
      try query.run()
    }
  }

  func indexText(_ old: SearchText?, _ new: SearchText?, at place: Int64) throws {
    guard old != new else { return }
    if let old, !old.isEmpty {
      let query = try Query(
        database, "INSERT INTO search (search, rowid, name, text) VALUES ('delete', ?, ?, ?)")
      try query.bind(place, at: 1).bind(old.name, at: 2).bind(old.text, at: 3).run()
    }
    if let new, !new.isEmpty {
      let query = try Query(database, "INSERT INTO search (rowid, name, text) VALUES (?, ?, ?)")
      try query.bind(place, at: 1).bind(new.name, at: 2).bind(new.text, at: 3).run()
    }
  }
}
