package import ArenaModel
// GRDB has a Record, too.
package import struct ArenaModel.Record
import GRDB

/// An arena file inside a reading transaction.
package final class StoredArena: ArenaReading {
  let database: Database

  init(_ database: Database) { self.database = database }

  package func arena() throws -> Record {
    guard let arena = try records(of: .arena).first else { throw ArenaError.noArena }
    return arena
  }

  package func record(_ id: RecordID) throws -> Record? { try stored(id)?.record }

  func stored(_ id: RecordID) throws -> StoredRecord? {
    let query = try Query(
      database, "SELECT \(StoredRecord.columns) FROM record WHERE id = ?")
    return try first(query.bind(id.description, at: 1))
  }

  package func records(of type: RecordType) throws -> [Record] {
    try list(of: type, withdrawn: false)
  }

  package func withdrawnRecords(of type: RecordType) throws -> [Record] {
    try list(of: type, withdrawn: true)
  }

  private func list(of type: RecordType, withdrawn: Bool) throws -> [Record] {
    let query = try Query(
      database,
      """
      SELECT \(StoredRecord.columns) FROM record WHERE type = ? AND withdrawn = ?
      ORDER BY added, place
      """)
    return try all(query.bind(type.rawValue, at: 1).bind(withdrawn ? 1 : 0, at: 2))
  }

  package func records(
    of type: RecordType, where field: ModelField, refersTo target: RecordID
  ) throws -> [Record] {
    let query = try Query(
      database,
      """
      SELECT \(StoredRecord.columns) FROM reference JOIN record ON record.place = reference.source
      WHERE reference.target = ? AND reference.field = ? AND record.type = ? AND NOT withdrawn
      ORDER BY added, place
      """)
    query.bind(target.description, at: 1).bind(field.name, at: 2).bind(type.rawValue, at: 3)
    return try all(query)
  }

  package func records(referringTo target: RecordID) throws -> [Record] {
    let query = try Query(
      database,
      """
      SELECT \(StoredRecord.columns) FROM record
      WHERE place IN (SELECT source FROM reference WHERE target = ?) AND NOT withdrawn
      ORDER BY added, place
      """)
    return try all(query.bind(target.description, at: 1))
  }

  package func records(of type: RecordType, named text: String) throws -> [Record] {
    let query = try Query(
      database,
      """
      SELECT \(StoredRecord.columns) FROM name JOIN record ON record.place = name.record
      WHERE name.type = ? AND name.key = ? AND NOT withdrawn ORDER BY added, place
      """)
    return try all(query.bind(type.rawValue, at: 1).bind(MatchKey(text).text, at: 2))
  }

  package func record(withItem id: RecordID) throws -> Record? {
    let query = try Query(
      database,
      """
      SELECT \(StoredRecord.columns) FROM item JOIN record ON record.place = item.record
      WHERE item.id = ? ORDER BY place
      """)
    return try first(query.bind(id.description, at: 1))?.record
  }

  package func count(of type: RecordType) throws -> Int {
    let query = try Query(
      database, "SELECT count(*) FROM record WHERE type = ? AND withdrawn = 0")
    query.bind(type.rawValue, at: 1)
    defer { query.stop() }
    return try query.next() ? Int(query.integer(0)) : 0
  }

  // MARK: - Rows

  func all(_ query: Query) throws -> [Record] {
    defer { query.stop() }
    var out: [Record] = []
    while try query.next() {
      out.append(try StoredRecord(query, findBytes: content).record)
    }
    return out
  }

  private func first(_ query: Query) throws -> StoredRecord? {
    defer { query.stop() }
    return try query.next() ? try StoredRecord(query, findBytes: content) : nil
  }

  /// The bytes that were kept under a digest, held against it.
  func content(_ digest: String) throws -> [UInt8]? {
    let query = try Query(database, "SELECT bytes FROM content WHERE digest = ?")
    query.bind(digest, at: 1)
    defer { query.stop() }
    guard try query.next() else { return nil }
    let bytes = query.blob(0)
    guard SHA256.hexadecimal(of: bytes) == digest else {
      throw Damage(table: "content", row: digest, what: "its digest doesn't fit the bytes")
    }
    return bytes
  }
}
