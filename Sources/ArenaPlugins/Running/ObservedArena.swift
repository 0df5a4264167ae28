package import ArenaModel

/// A writable arena that tells somebody of every change, so that what scripts were shown is read again.
package final class ObservedArena: ArenaWriting {
  private let base: any ArenaWriting
  /// Told before the next read.
  var changed: ((RecordID) -> Void)?

  package init(_ base: any ArenaWriting) { self.base = base }

  package var now: Instant { base.now }
  package func newID() -> RecordID { base.newID() }
  package func arena() throws -> Record { try base.arena() }
  package func record(_ id: RecordID) throws -> Record? { try base.record(id) }
  package func records(of type: RecordType) throws -> [Record] { try base.records(of: type) }
  package func count(of type: RecordType) throws -> Int { try base.count(of: type) }

  package func records(of type: RecordType, where field: ModelField, refersTo target: RecordID)
    throws -> [Record]
  {
    try base.records(of: type, where: field, refersTo: target)
  }

  package func records(of type: RecordType, named text: String) throws -> [Record] {
    try base.records(of: type, named: text)
  }

  package func records(referringTo target: RecordID) throws -> [Record] {
    try base.records(referringTo: target)
  }

  package func record(withItem id: RecordID) throws -> Record? { try base.record(withItem: id) }

  package func withdrawnRecords(of type: RecordType) throws -> [Record] {
    try base.withdrawnRecords(of: type)
  }

  package func insert(_ record: Record) throws {
    try base.insert(record)
    changed?(record.id)
  }

  @discardableResult
  package func update(_ record: Record) throws -> Record {
    let stored = try base.update(record)
    changed?(record.id)
    return stored
  }

  package func remove(_ id: RecordID) throws {
    try base.remove(id)
    changed?(id)
  }
}
