package import ArenaModel
import GRDB

/// An arena file: one SQLite file that holds an arena, its journal, and the declarations of its formats.
///
/// A value of this type is a connection. Several processes may have one on the same file: readers see whole actions only,
/// writers wait for each other. Reading holds a lock that keeps writers waiting, so scripts and people read through
/// `readDetached`, which holds it only while the file is copied into memory.
package final class ArenaFile: Sendable {
  package let path: String
  package let effects: Effects
  private let queue: DatabaseQueue
  /// How many seconds we wait for other processes.
  private let patience: Int

  package static let usualPatience = 30

  init(path: String, queue: DatabaseQueue, effects: Effects, patience: Int = usualPatience) {
    self.path = path
    self.queue = queue
    self.effects = effects
    self.patience = patience
  }

  /// What an action gave back, and its entry in the journal; no entry where it changed nothing.
  package struct Written<Value> {
    package let value: Value
    package let entry: JournalEntry?
  }

  // MARK: - Reading

  /// Runs `body` on one snapshot of the file. Others can't write meanwhile; keep it short.
  package func read<Value>(_ body: (StoredArena) throws -> Value) throws -> Value {
    try access { database in
      if database.isInsideTransaction { return try body(StoredArena(database)) }
      try Query(database, "BEGIN").run()
      defer { try? Query(database, "ROLLBACK").run() }
      return try body(StoredArena(database))
    }
  }

  /// Runs `body` on a copy of the file in memory, however long it takes; others go on writing.
  package func readDetached<Value>(_ body: (StoredArena) throws -> Value) throws -> Value {
    let copy = try translated { try DatabaseQueue(configuration: ArenaFile.configuration()) }
    try access { database in
      try copy.unsafeReentrantWrite { try database.backup(to: $0) }
    }
    return try translated { try copy.unsafeReentrantWrite { try body(StoredArena($0)) } }
  }

  // MARK: - Writing

  /// Runs an action: `body` in one transaction, and what it changed into the journal. When this returns, it is on disk.
  /// When `body` throws, nothing has happened.
  @discardableResult
  package func write<Value>(
    _ header: ActionHeader, undoing: Int? = nil, _ body: (ArenaTransaction) throws -> Value
  ) throws -> Written<Value> {
    try transaction(commits: true) { transaction in
      let value = try body(transaction)
      let changes = try transaction.changes()
      if changes.isEmpty && transaction.notes.isEmpty { return Written(value: value, entry: nil) }
      let row = try transaction.stored.append(
        header, at: transaction.now, notes: transaction.notes, undoes: undoing, changes: changes,
        effects: effects)
      return Written(value: value, entry: JournalEntry(row))
    }
  }

  /// Runs an action and takes everything back: what it would give, and what it would change.
  package func dryRun<Value>(_ body: (ArenaTransaction) throws -> Value) throws
    -> (value: Value, changes: [Change])
  {
    try transaction(commits: false) { transaction in
      let value = try body(transaction)
      return (value, try transaction.changes())
    }
  }

  private func transaction<Value>(
    commits: Bool, _ body: (ArenaTransaction) throws -> Value
  ) throws -> Value {
    try access { database in
      guard !database.isInsideTransaction else { throw StoreError.nested(path: path) }
      try Query(database, "BEGIN IMMEDIATE").run()
      do {
        let value = try body(ArenaTransaction(database, effects: effects))
        try Query(database, commits ? "COMMIT" : "ROLLBACK").run()
        return value
      } catch {
        // SQLite has rolled back by itself where the disk failed.
        if database.isInsideTransaction { try? Query(database, "ROLLBACK").run() }
        throw error
      }
    }
  }

  // MARK: - Access

  /// Runs `body` on the connection, with SQLite's errors in our words.
  func access<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try translated { try queue.unsafeReentrantWrite(body) }
  }

  private func translated<Value>(_ body: () throws -> Value) throws -> Value {
    try StoreError.translating(path: path, patience: patience, body)
  }
}

extension StoreError {
  /// Runs `body` with SQLite's errors in our words.
  static func translating<Value>(
    path: String, patience: Int = ArenaFile.usualPatience, _ body: () throws -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path, patience: patience)
    } catch let damage as Damage {
      throw StoreError.damaged(path: path, what: damage.description)
    }
  }

  private init(_ error: DatabaseError, path: String, patience: Int) {
    let message = error.message ?? "\(error.resultCode)"
    switch error.resultCode.primaryResultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path, seconds: patience)
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
    case .SQLITE_CANTOPEN: self = .cannotOpen(path: path, why: message)
    case .SQLITE_NOTADB: self = .notAnArena(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, what: message)
    default: self = .failed(path: path, why: message)
    }
  }
}
