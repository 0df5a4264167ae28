import ArenaModel
import JSONCodec

/// A record as its row has it.
struct StoredRecord {
  let place: Int64
  var record: Record

  /// The columns that `init(_:)` reads, in their order.
  static let columns =
    "record.place, record.id, record.type, record.revision, record.added, record.changed, "
    + "record.withdrawn, record.body, record.digest"

  /// Reads the row that a query stands on, and holds it against its digest.
  init(_ query: Query, findBytes: (String) throws -> [UInt8]?) throws {
    place = query.integer(0)
    let id = query.text(1)
    let type = query.text(2)
    let revision = query.integer(3)
    let added = query.integer(4)
    let changed = query.integer(5)
    let withdrawn = query.integer(6)
    let body = query.bytes(7)
    var digest = RowDigest("record")
    digest.add(id)
    digest.add(type)
    digest.add(number: revision)
    digest.add(number: added)
    digest.add(number: changed)
    digest.add(number: withdrawn)
    digest.add(body)
    guard digest.finish().withUnsafeBytes({ RowDigest.isSame(query.bytes(8), $0) }) else {
      throw Damage(table: "record", row: id, what: "its digest doesn't fit what it says")
    }
    guard let recordID = RecordID(id), let recordType = RecordType(rawValue: type) else {
      throw Damage(table: "record", row: id, what: "its id or type (\(type)) is none")
    }
    record = Record(
      id: recordID, type: recordType, revision: Int(revision),
      added: Instant(milliseconds: added), changed: Instant(milliseconds: changed),
      isWithdrawn: withdrawn != 0)
    try withoutActuallyEscaping(findBytes) { findBytes in
      var reader = RecordReader(body, findBytes: findBytes)
      do {
        try reader.readBody(into: &record)
      } catch let error as JSONError {
        throw Damage(table: "record", row: id, what: "\(error)")
      }
    }
  }

  /// The digest of a record's row.
  static func digest(of record: Record, body: UnsafeRawBufferPointer) -> [UInt8] {
    var digest = RowDigest("record")
    digest.add(record.id.description)
    digest.add(record.type.rawValue)
    digest.add(number: Int64(record.revision))
    digest.add(number: record.added.milliseconds)
    digest.add(number: record.changed.milliseconds)
    digest.add(number: record.isWithdrawn ? 1 : 0)
    digest.add(body)
    return digest.finish()
  }
}

/// A row that can't be what was written; becomes a `StoreError` where the path is known.
struct Damage: Error {
  let table: String
  let row: String
  let what: String

  var description: String { "the row \(row) of the table '\(table)': \(what)" }
}
