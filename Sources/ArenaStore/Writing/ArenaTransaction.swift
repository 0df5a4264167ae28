package import ArenaModel
// GRDB has a Record, too.
package import struct ArenaModel.Record
import GRDB
import JSONCodec

/// An arena file inside a writing transaction: what goes in is written to the journal when it ends.
package final class ArenaTransaction: ArenaWriting {
  package let now: Instant
  /// Told, or objected and overruled, while the action ran: goes into the journal with it.
  package var notes: [String] = []

  let stored: StoredArena
  private let rows: RowWriter
  private let effects: Effects
  /// What was there when the transaction began, of each record that was touched, in the order of the first touch.
  private var touched: [RecordID] = []
  private var originals: [RecordID: Record?] = [:]
  private var declarations: [(name: String, before: String?)] = []

  init(_ database: Database, effects: Effects) {
    stored = StoredArena(database)
    rows = RowWriter(database: database)
    self.effects = effects
    now = effects.now()
  }

  // MARK: - Reading

  package func arena() throws -> Record { try stored.arena() }
  package func record(_ id: RecordID) throws -> Record? { try stored.record(id) }
  package func records(of type: RecordType) throws -> [Record] { try stored.records(of: type) }
  package func count(of type: RecordType) throws -> Int { try stored.count(of: type) }

  package func records(of type: RecordType, where field: ModelField, refersTo target: RecordID)
    throws -> [Record]
  {
    try stored.records(of: type, where: field, refersTo: target)
  }

  package func records(of type: RecordType, named text: String) throws -> [Record] {
    try stored.records(of: type, named: text)
  }

  package func records(referringTo target: RecordID) throws -> [Record] {
    try stored.records(referringTo: target)
  }

  package func record(withItem id: RecordID) throws -> Record? {
    try stored.record(withItem: id)
  }

  package func withdrawnRecords(of type: RecordType) throws -> [Record] {
    try stored.withdrawnRecords(of: type)
  }

  // MARK: - Writing

  package func newID() -> RecordID { effects.newID() }

  package func insert(_ record: Record) throws {
    if let old = try stored.stored(record.id) {
      throw ArenaError.alreadyThere(record.id, old.record.type)
    }
    if record.type == .arena, let arena = try stored.records(of: .arena).first {
      throw ArenaError.alreadyThere(arena.id, .arena)
    }
    touch(record.id, nil)
    try rows.insert(record)
  }

  @discardableResult
  package func update(_ record: Record) throws -> Record {
    guard let old = try stored.stored(record.id) else { throw ArenaError.notThere(record.id) }
    guard old.record.type == record.type else {
      throw ArenaError.typeChanged(record.id, from: old.record.type, to: record.type)
    }
    if old.record.saysTheSame(as: record) { return old.record }
    var new = record
    new.revision = old.record.revision + 1
    new.added = old.record.added
    new.changed = now
    touch(record.id, old.record)
    try rows.update(old, to: new)
    return new
  }

  package func remove(_ id: RecordID) throws {
    guard let old = try stored.stored(id) else { throw ArenaError.notThere(id) }
    guard old.record.type.isRemovable else {
      throw ArenaError.notRemovable(id, old.record.type)
    }
    try take(old)
  }

  /// Takes a record of any type away: for the undoing of its insertion.
  func take(_ old: StoredRecord) throws {
    touch(old.record.id, old.record)
    try rows.remove(old)
  }

  private func touch(_ id: RecordID, _ before: Record?) {
    guard originals[id] == nil else { return }
    originals[id] = .some(before)
    touched.append(id)
  }

  /// The declaration of a format that the file carries.
  package func declaration(_ name: String) throws -> String? {
    try stored.declarations().first { $0.name == name }?.text
  }

  /// Puts the declaration of a format, a JSON object, into the file, which shows and exports with it where the plugin isn't; nil takes
  /// it out.
  package func setDeclaration(_ name: String, to text: String?) throws {
    let text = try text.map { text in
      guard let value = try? JSONValue(parsing: text), value.object != nil else {
        throw StoreError.invalid("The declaration of the format '\(name)' is no JSON object.")
      }
      return value.text()
    }
    let before = try declaration(name)
    if before == text { return }
    if !declarations.contains(where: { $0.name == name }) {
      declarations.append((name, before))
    }
    try stored.put(declaration: name, text)
  }

  // MARK: - The journal

  /// What was changed, a change a record.
  func changes() throws -> [Change] {
    var out: [Change] = []
    for id in touched {
      let before = originals[id] ?? nil
      let after = try stored.record(id)
      guard let type = (before ?? after)?.type,
        let texts = try RecordChange.texts(from: before, to: after, keepBytes: rows.keep)
      else { continue }
      out.append(Change(subject: .record(id, type), before: texts.before, after: texts.after))
    }
    for (name, before) in declarations {
      let after = try declaration(name)
      if before == after { continue }
      out.append(Change(subject: .declaration(name), before: before, after: after))
    }
    return out
  }
}
