package import ArenaModel
import GRDB
import JSONCodec

extension ArenaFile {
  /// Makes a file of a dump. With the journal in it, the new file has that journal; without, its journal begins with this
  /// loading. Dumping the new file gives the same bytes.
  package static func load(
    _ dump: [UInt8], to path: String, effects: Effects = .live, header: ActionHeader
  ) throws -> ArenaFile {
    let loaded = try Loaded(dump)
    if let problem = loaded.journalProblem { throw StoreError.unreadableDump(why: problem) }
    return try create(at: path, effects: effects) { file in
      if loaded.journal.isEmpty {
        try file.write(header) { transaction in
          for (name, text) in loaded.declarations {
            try transaction.setDeclaration(name, to: text)
          }
          for record in loaded.records { try transaction.insert(record) }
        }
      } else {
        try file.access { database in
          try database.inTransaction(.immediate) {
            try loaded.restore(to: database)
            return .commit
          }
        }
      }
    }
  }
}

/// What a dump holds.
private struct Loaded {
  var records: [ArenaModel.Record] = []
  var declarations: [(name: String, text: String)] = []
  var contents: [[UInt8]] = []
  var journal: [JournalRow] = []

  init(_ dump: [UInt8]) throws {
    var version: Int?
    do {
      try dump.withUnsafeBytes { bytes in
        var reader = RecordReader(bytes)
        let arena = try reader.readRecord(of: .arena) { reader, key in
          if key == "dump_version" {
            version = try reader.scanner.readInteger()
            return true
          }
          return try read(key, &reader)
        }
        try reader.scanner.finish()
        guard let version else {
          throw StoreError.unreadableDump(why: "It has no \"dump_version\".")
        }
        guard version == Dump.version else { throw Loaded.wrong(version) }
        records.insert(arena, at: 0)
      }
    } catch let error as JSONError {
      if let version, version != Dump.version { throw Loaded.wrong(version) }
      throw StoreError.unreadableDump(why: "\(error)")
    }
    var seen: Set<RecordID> = []
    for record in records where !seen.insert(record.id).inserted {
      throw StoreError.unreadableDump(why: "The id \(record.id) stands in it twice.")
    }
  }

  private static func wrong(_ version: Int) -> StoreError {
    .unreadableDump(
      why: "It has version \(version) of the form, and this program reads \(Dump.version). "
        + "Use the program that it was made with, or a newer one.")
  }

  private mutating func read(_ key: String, _ reader: inout RecordReader) throws -> Bool {
    switch key {
    case "declarations":
      try reader.readObject {
        declarations.append(($1, try $0.scanner.readValue().text()))
      }
    case "contents":
      try reader.readObject { reader, _ in
        let text = try reader.scanner.readString()
        guard let bytes = Base64.bytes(text) else {
          throw reader.scanner.error("this is no base64.")
        }
        contents.append(bytes)
      }
    case "journal": try reader.readArray { journal.append(try JournalCoding.read(&$0)) }
    default:
      guard let type = RecordType.allCases.first(where: { $0 != .arena && $0.plural == key })
      else { return false }
      try reader.readArray { records.append(try $0.readRecord(of: type)) }
    }
    return true
  }

  /// Why the journal isn't what was written; nil where it is, or there is none.
  var journalProblem: String? {
    var previous = StoredArena.beginning
    for (index, row) in journal.enumerated() {
      guard row.number == index + 1 else {
        return "In its journal, action \(index + 1) is missing."
      }
      if let damage = row.damage(after: previous).first {
        return "Its journal was changed since it was written: \(damage). "
          + "Load it without the key \"journal\"; then a new journal begins."
      }
      previous = row.digest
    }
    return nil
  }

  /// Puts everything into empty tables as it is.
  func restore(to database: Database) throws {
    let rows = RowWriter(database: database)
    let stored = StoredArena(database)
    for (name, text) in declarations { try stored.put(declaration: name, text) }
    for record in records { try rows.insert(record) }
    for bytes in contents { _ = try rows.keep(bytes) }
    for row in journal { try stored.insert(row) }
  }
}
