/// An arena in memory: for tests, for `plugin test`, and to try a change on.
///
/// It answers as an arena file does, from the same indexes, and journals nothing.
package final class ArenaImage: ArenaWriting {
  package let now: Instant
  private let effects: Effects

  fileprivate struct Entry {
    var record: Record
    let place: Int
  }

  fileprivate struct ReferenceKey: Hashable {
    let type: RecordType
    let field: ModelField?
    let target: RecordID
  }

  fileprivate struct NameKey: Hashable {
    let type: RecordType
    let key: MatchKey
  }

  private var entries: [RecordID: Entry] = [:]
  private var byType: [RecordType: Set<RecordID>] = [:]
  private var byReference: [ReferenceKey: Set<RecordID>] = [:]
  private var byTarget: [RecordID: Set<RecordID>] = [:]
  private var byName: [NameKey: Set<RecordID>] = [:]
  private var byItem: [RecordID: RecordID] = [:]
  private var nextPlace = 0

  package init(effects: Effects = .fixed()) {
    self.effects = effects
    self.now = effects.now()
  }

  // MARK: - Going back

  /// Everything that the image holds, to go back to.
  package struct Snapshot {
    fileprivate let entries: [RecordID: Entry]
    fileprivate let byType: [RecordType: Set<RecordID>]
    fileprivate let byReference: [ReferenceKey: Set<RecordID>]
    fileprivate let byTarget: [RecordID: Set<RecordID>]
    fileprivate let byName: [NameKey: Set<RecordID>]
    fileprivate let byItem: [RecordID: RecordID]
    fileprivate let nextPlace: Int
  }

  package func snapshot() -> Snapshot {
    Snapshot(
      entries: entries, byType: byType, byReference: byReference, byTarget: byTarget,
      byName: byName, byItem: byItem, nextPlace: nextPlace)
  }

  /// As a transaction that is rolled back.
  package func restore(_ snapshot: Snapshot) {
    entries = snapshot.entries
    byType = snapshot.byType
    byReference = snapshot.byReference
    byTarget = snapshot.byTarget
    byName = snapshot.byName
    byItem = snapshot.byItem
    nextPlace = snapshot.nextPlace
  }

  // MARK: - Reading

  package func arena() throws -> Record {
    guard let id = byType[.arena]?.first, let entry = entries[id] else { throw ArenaError.noArena }
    return entry.record
  }

  package func record(_ id: RecordID) throws -> Record? { entries[id]?.record }

  package func records(of type: RecordType) throws -> [Record] {
    sorted(byType[type] ?? [])
  }

  package func records(
    of type: RecordType, where field: ModelField, refersTo target: RecordID
  ) throws -> [Record] {
    sorted(byReference[ReferenceKey(type: type, field: field, target: target)] ?? [])
  }

  package func records(of type: RecordType, named text: String) throws -> [Record] {
    sorted(byName[NameKey(type: type, key: MatchKey(text))] ?? [])
  }

  package func count(of type: RecordType) throws -> Int {
    (byType[type] ?? []).count { entries[$0]?.record.isWithdrawn == false }
  }

  package func records(referringTo target: RecordID) throws -> [Record] {
    sorted(byTarget[target] ?? [])
  }

  package func record(withItem id: RecordID) throws -> Record? {
    byItem[id].flatMap { entries[$0]?.record }
  }

  package func withdrawnRecords(of type: RecordType) throws -> [Record] {
    sorted(byType[type] ?? [], withdrawn: true)
  }

  private func sorted(_ ids: Set<RecordID>, withdrawn: Bool = false) -> [Record] {
    ids.compactMap { entries[$0] }.filter { $0.record.isWithdrawn == withdrawn }
      .sorted { ($0.record.added, $0.place) < ($1.record.added, $1.place) }.map(\.record)
  }

  // MARK: - Writing

  package func newID() -> RecordID { effects.newID() }

  package func insert(_ record: Record) throws {
    if let old = entries[record.id] {
      throw ArenaError.alreadyThere(record.id, old.record.type)
    }
    if record.type == .arena, let arena = byType[.arena]?.first {
      throw ArenaError.alreadyThere(arena, .arena)
    }
    entries[record.id] = Entry(record: record, place: nextPlace)
    nextPlace += 1
    index(record)
  }

  @discardableResult
  package func update(_ record: Record) throws -> Record {
    guard let entry = entries[record.id] else { throw ArenaError.notThere(record.id) }
    let old = entry.record
    guard old.type == record.type else {
      throw ArenaError.typeChanged(record.id, from: old.type, to: record.type)
    }
    if old.saysTheSame(as: record) { return old }
    var new = record
    new.revision = old.revision + 1
    new.added = old.added
    new.changed = now
    unindex(old)
    entries[record.id] = Entry(record: new, place: entry.place)
    index(new)
    return new
  }

  package func remove(_ id: RecordID) throws {
    guard let record = entries[id]?.record else { throw ArenaError.notThere(id) }
    guard record.type.isRemovable else { throw ArenaError.notRemovable(id, record.type) }
    unindex(record)
    entries[id] = nil
  }

  private func index(_ record: Record) {
    byType[record.type, default: []].insert(record.id)
    for reference in record.allReferences {
      byReference[key(record, reference), default: []].insert(record.id)
      byTarget[reference.target, default: []].insert(record.id)
    }
    for key in record.matchKeys {
      byName[NameKey(type: record.type, key: key), default: []].insert(record.id)
    }
    for item in record.itemIDs { byItem[item] = record.id }
  }

  private func unindex(_ record: Record) {
    byType[record.type]?.remove(record.id)
    for reference in record.allReferences {
      byReference[key(record, reference)]?.remove(record.id)
      byTarget[reference.target]?.remove(record.id)
    }
    for key in record.matchKeys {
      byName[NameKey(type: record.type, key: key)]?.remove(record.id)
    }
    for item in record.itemIDs { byItem[item] = nil }
  }

  private func key(_ record: Record, _ reference: Record.Reference) -> ReferenceKey {
    ReferenceKey(type: record.type, field: reference.field, target: reference.target)
  }
}
