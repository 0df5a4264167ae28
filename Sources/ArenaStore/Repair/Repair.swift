package import ArenaModel
import GRDB
// GRDB has a Record, too.
package import struct ArenaModel.Record

/// What a repair found and did.
package struct RepairReport: Sendable {
  /// What was damaged, in sentences.
  package var damage: [String] = []
  package var records = 0
  package var actions = 0
  /// Records that are known to have been there, and can't be made again.
  package var lost: [String] = []
  /// Texts of the journal that can't be read any more; the rest of it is whole.
  package var lostTexts = 0
  /// The first action from which the chain of digests had to be made anew; nil where it holds as it was.
  package var newChainFrom: Int?
}

extension ArenaFile {
  /// Makes a new file of what a damaged one still holds: records from the journal where their rows are damaged, from
  /// their rows where the journal is. The damaged file is only read.
  package static func repair(
    _ path: String, to target: String, effects: Effects = .live, header: ActionHeader
  ) throws -> RepairReport {
    try FileSystem.checkReadable(path)
    try FileSystem.checkFree(target)
    let damaged = try StoreError.translating(path: path) {
      ArenaFile(
        path: path,
        queue: try DatabaseQueue(path: path, configuration: configuration(readOnly: true)),
        effects: effects)
    }
    var salvage = Salvage()
    salvage.report.damage = (try? damaged.damage()) ?? ["SQLite can't walk through its pages"]
    do {
      try damaged.access { salvage.take(from: StoredArena($0)) }
    } catch StoreError.damaged, StoreError.notAnArena {
      throw StoreError.beyondRepair(path: path)
    }
    guard salvage.records.contains(where: { $0.type == .arena }) else {
      throw StoreError.beyondRepair(path: path)
    }
    _ = try create(at: target, effects: effects) { file in
      try file.access { database in
        try database.inTransaction(.immediate) {
          try salvage.put(into: database)
          _ = try StoredArena(database).append(
            header, at: effects.now(), notes: salvage.report.damage, undoes: nil, changes: [],
            effects: effects)
          return .commit
        }
      }
    }
    return salvage.report
  }
}

/// What can be read of a damaged file.
private struct Salvage {
  var report = RepairReport()
  private(set) var records: [Record] = []
  private var declarations: [String: String] = [:]
  private var contents: [[UInt8]] = []
  private var journal: [JournalRow] = []

  mutating func take(from arena: StoredArena) {
    for digest in (try? arena.contentDigests()) ?? [] {
      if let bytes = try? arena.content(digest) { contents.append(bytes) }
    }
    let find: (String) throws -> [UInt8]? = { try? arena.content($0) }
    takeJournal(from: arena)
    let replay = mendJournal(findBytes: find)
    declarations = replay.declarations
    for (name, text) in (try? arena.declarations()) ?? [] { declarations[name] = text }
    takeRecords(from: arena, replay)
  }

  private mutating func takeJournal(from arena: StoredArena) {
    let head = (try? arena.journalHead().number) ?? Int64.max
    var number: Int64 = 1
    var misses = 0
    while number <= head && misses < 1000 {
      let row = (try? arena.journalRows(number...number))?.first
      if let row { journal.append(row) }
      misses = row == nil ? misses + 1 : 0
      number += 1
    }
  }

  /// Drops texts that don't fit their digests, fills the places of actions that are gone, and chains anew from the first
  /// action that doesn't fit.
  private mutating func mendJournal(findBytes: @escaping (String) throws -> [UInt8]?) -> Replay {
    var replay = Replay(findBytes: findBytes)
    var previous = StoredArena.beginning
    var mended: [JournalRow] = []
    for var row in journal {
      while Int64(mended.count) + 1 < row.number {
        var lost = JournalRow(
          number: Int64(mended.count) + 1, at: mended.last?.at ?? row.at, name: "lost", origin: "",
          details: JournalRow.Leaf(digest: []), changes: [], digest: [])
        lost.details.digest = JournalRow.detailsDigest(
          actor: nil, parameters: nil, notes: nil, salt: nil)
        lost.digest = lost.chained(after: previous)
        previous = lost.digest
        report.newChainFrom = report.newChainFrom ?? Int(lost.number)
        mended.append(lost)
      }
      dropDamagedTexts(of: &row)
      let digest = row.chained(after: previous)
      if digest != row.digest {
        report.newChainFrom = report.newChainFrom ?? Int(row.number)
        row.digest = digest
      }
      previous = digest
      for (change, _) in row.changes { replay.apply(change) }
      mended.append(row)
    }
    journal = mended
    report.actions = mended.count
    return replay
  }

  private mutating func dropDamagedTexts(of row: inout JournalRow) {
    let details = JournalRow.detailsDigest(
      actor: row.actor, parameters: row.parameters, notes: row.notes, salt: row.details.salt)
    if details != (row.details.erased ?? row.details.digest) {
      report.lostTexts += 1
      (row.actor, row.parameters, row.notes, row.details.salt) = (nil, nil, nil, nil)
      row.details.erased = JournalRow.detailsDigest(
        actor: nil, parameters: nil, notes: nil, salt: nil)
    }
    for place in row.changes.indices {
      var (change, leaf) = row.changes[place]
      let digest = JournalRow.changeDigest(change, salt: leaf.salt)
      if digest == (leaf.erased ?? leaf.digest) { continue }
      report.lostTexts += 1
      (change.before, change.after, leaf.salt, change.isErased) = (nil, nil, nil, true)
      leaf.erased = JournalRow.changeDigest(change, salt: nil)
      row.changes[place] = (change, leaf)
    }
  }

  private mutating func takeRecords(from arena: StoredArena, _ replay: Replay) {
    var found: [RecordID: Record] = [:]
    var order: [RecordID] = []
    for place in places(in: arena) {
      let query = try? Query(
        arena.database, "SELECT \(StoredRecord.columns) FROM record WHERE place = ?")
      guard let query else { continue }
      query.bind(place, at: 1)
      defer { query.stop() }
      guard (try? query.next()) == true,
        let row = try? StoredRecord(query, findBytes: { try? arena.content($0) }),
        !replay.removed.contains(row.record.id)
      else { continue }
      if found[row.record.id] == nil { order.append(row.record.id) }
      found[row.record.id] = row.record
    }
    for (id, record) in replay.records.sorted(by: {
      ($0.value.added, $0.key) < ($1.value.added, $1.key)
    }) {
      guard let row = found[id] else {
        order.append(id)
        found[id] = record
        continue
      }
      if record.revision > row.revision && !replay.uncertain.contains(id) { found[id] = record }
    }
    records = order.compactMap { found[$0] }
    report.records = records.count
    for id in replay.uncertain where found[id] == nil && !replay.removed.contains(id) {
      report.lost.append("\(id)")
    }
    report.lost.sort()
  }

  private func places(in arena: StoredArena) -> [Int64] {
    var out: [Int64] = []
    do {
      let query = try Query(arena.database, "SELECT place FROM record ORDER BY place")
      defer { query.stop() }
      while try query.next() { out.append(query.integer(0)) }
    } catch {
      // What the walk gave up to the damaged page is what there is; the journal has the rest.
    }
    return out
  }

  func put(into database: Database) throws {
    let stored = StoredArena(database)
    let rows = RowWriter(database: database)
    for (name, text) in declarations.sorted(by: { $0.key < $1.key }) {
      try stored.put(declaration: name, text)
    }
    for bytes in contents { _ = try rows.keep(bytes) }
    for record in records { try rows.insert(record) }
    for row in journal { try stored.insert(row) }
  }
}
