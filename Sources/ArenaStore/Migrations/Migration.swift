import GRDB

/// One step of the file's format. A migration that has shipped is never changed: it names tables as they were then, and
/// what comes later is a new migration in a file of its own.
struct Migration: Sendable {
  /// The format that the file has after it: SQLite's `user_version`.
  let version: Int
  let run: @Sendable (Database) throws -> Void

  /// All of them, in order.
  static let all: [Migration] = [.first]

  /// The format that this program writes.
  static var current: Int { all.last?.version ?? 0 }

  /// "Aren" in SQLite's header, by which `file` and we know an arena file.
  static let applicationID: Int64 = 0x4172_656E

  /// Brings an open transaction's file from its version to the current one.
  static func migrate(_ database: Database, from version: Int) throws {
    for migration in all where migration.version > version {
      try migration.run(database)
      try database.run("PRAGMA user_version = \(migration.version)")
    }
  }
}
