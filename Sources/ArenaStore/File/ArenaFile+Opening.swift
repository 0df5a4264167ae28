package import ArenaModel
import GRDB

extension ArenaFile {
  /// Opens a file that is there. One from an older version of the program is brought up to date after a copy of it was
  /// laid beside it; one from a newer version is refused.
  ///
  /// - Parameter patience: seconds to wait for other processes that write.
  package static func open(
    at path: String, effects: Effects = .live, patience: Int = usualPatience
  ) throws -> ArenaFile {
    try FileSystem.checkReadable(path)
    let isWritable = FileSystem.isWritable(path)
    let file = try StoreError.translating(path: path, patience: patience) {
      ArenaFile(
        path: path,
        queue: try DatabaseQueue(
          path: path, configuration: configuration(readOnly: !isWritable, patience: patience)),
        effects: effects, patience: patience)
    }
    let version = try file.checkedVersion()
    if version < Migration.current {
      guard isWritable else { throw StoreError.readOnly(path: path) }
      try file.migrate(from: version)
    }
    return file
  }

  /// Makes a new file, in which `body` puts the arena. The file appears under its name when it is whole.
  package static func create(
    at path: String, effects: Effects = .live, header: ActionHeader,
    _ body: (ArenaTransaction) throws -> Void
  ) throws -> ArenaFile {
    try create(at: path, effects: effects) { file in
      try file.write(header) { transaction in
        try body(transaction)
        _ = try transaction.arena()
      }
    }
  }

  /// Makes a new file with empty tables, which `fill` fills.
  static func create(
    at path: String, effects: Effects, fill: (ArenaFile) throws -> Void
  ) throws -> ArenaFile {
    try FileSystem.checkFree(path)
    let draft = path + ".new-" + String(effects.newID().description.prefix(8))
    try? FileSystem.remove(draft)
    defer {
      try? FileSystem.remove(draft)
      try? FileSystem.remove(draft + "-journal")
    }
    do {
      // Syncing at the end is enough: nobody sees the draft before.
      let queue = try StoreError.translating(path: path) {
        try DatabaseQueue(path: draft, configuration: configuration(synchronous: "OFF"))
      }
      let file = ArenaFile(path: path, queue: queue, effects: effects)
      try file.access { database in
        try database.run("PRAGMA application_id = \(Migration.applicationID)")
        try database.inTransaction {
          try Migration.migrate(database, from: 0)
          try StoredArena(database).put(meta: "origin", effects.newID().description)
          return .commit
        }
      }
      try fill(file)
      try StoreError.translating(path: path) { try queue.close() }
    }
    try FileSystem.publish(draft, as: path)
    return try open(at: path, effects: effects)
  }

  static func configuration(
    readOnly: Bool = false, synchronous: String = "EXTRA", patience: Int = usualPatience
  ) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(Double(patience))
    configuration.prepareDatabase { database in
      // EXTRA also syncs the folder when the journal goes: an acknowledged action outlives a power cut.
      try database.run(
        "PRAGMA synchronous = \(synchronous); PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON"
      )
    }
    return configuration
  }

  /// The file's format, where it is an arena file that we know.
  private func checkedVersion() throws -> Int {
    try access { database in
      let query = try Query(
        database,
        """
        SELECT (SELECT application_id FROM pragma_application_id),
          (SELECT user_version FROM pragma_user_version)
        """)
      defer { query.stop() }
      guard try query.next(), query.integer(0) == Migration.applicationID else {
        throw StoreError.notAnArena(path: path)
      }
      let version = Int(query.integer(1))
      guard version <= Migration.current else {
        throw StoreError.newer(path: path, version: version, known: Migration.current)
      }
      return version
    }
  }

  private func migrate(from version: Int) throws {
    let copy = "\(path).format-\(version)"
    if !FileSystem.isThere(copy) { try backup(to: copy) }
    try access { database in
      try database.inTransaction(.immediate) {
        // Somebody else may have migrated it while we waited.
        let now = try StoredArena(database).version()
        try Migration.migrate(database, from: now)
        return .commit
      }
    }
  }
}

extension StoredArena {
  func version() throws -> Int {
    let query = try Query(database, "PRAGMA user_version")
    defer { query.stop() }
    return try query.next() ? Int(query.integer(0)) : 0
  }
}
