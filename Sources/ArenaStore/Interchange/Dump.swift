import ArenaModel
import JSONCodec

/// The interchange form: a whole arena as JSON, a record a line. See docs/arena-file.md and docs/arena.schema.json.
enum Dump {
  /// The version of the form; raised when a reader of the form before it would go wrong.
  static let version = 1
}

extension ArenaFile {
  /// The arena as JSON: its own fields on top, the declarations of its formats, every list of records, and on demand the
  /// journal. The same arena gives the same bytes.
  package func dump(journal: Bool = false) throws -> [UInt8] {
    try read { arena in
      var writer = RecordWriter(capacity: 1 << 16)
      writer.out.append("{\n\"dump_version\":")
      writer.out.append(decimal: Dump.version)
      writer.out.append(",\n")
      try writer.writeContent(of: try arena.arena())
      writer.out.append(",\n\"declarations\":{")
      for (index, declaration) in try arena.declarations().enumerated() {
        writer.out.append(index > 0 ? ",\n" : "\n")
        writer.out.appendJSON(declaration.name)
        writer.out.append(":")
        writer.out.append(declaration.text)
      }
      writer.out.append("}")
      for type in RecordType.allCases where type != .arena {
        try arena.write(type, to: &writer)
      }
      if journal {
        try arena.writeLooseContents(to: &writer)
        try arena.writeJournal(to: &writer)
      }
      writer.out.append("\n}\n")
      return writer.out.array()
    }
  }
}

extension StoredArena {
  fileprivate func write(_ type: RecordType, to writer: inout RecordWriter) throws {
    writer.out.append(",\n")
    writer.out.appendJSON(type.plural)
    writer.out.append(":[")
    var isFirst = true
    try forEach(of: type) { record in
      writer.out.append(isFirst ? "\n" : ",\n")
      isFirst = false
      try writer.write(record)
    }
    writer.out.append("]")
  }

  /// Calls `body` with each record of a type, the withdrawn included, oldest first.
  func forEach(of type: RecordType, _ body: (Record) throws -> Void) throws {
    let query = try Query(
      database,
      "SELECT \(StoredRecord.columns) FROM record WHERE type = ? ORDER BY added, place")
    query.bind(type.rawValue, at: 1)
    defer { query.stop() }
    while try query.next() {
      try body(try StoredRecord(query, findBytes: content).record)
    }
  }

  /// Bytes that only the journal still knows of.
  fileprivate func writeLooseContents(to writer: inout RecordWriter) throws {
    var used: Set<String> = []
    try forEach(of: .attachment) { record in
      if case .blob(let bytes)? = record[.content] { used.insert(SHA256.hexadecimal(of: bytes)) }
    }
    writer.out.append(",\n\"contents\":{")
    var isFirst = true
    for digest in try contentDigests() where !used.contains(digest) {
      guard let bytes = try content(digest) else { continue }
      writer.out.append(isFirst ? "\n" : ",\n")
      isFirst = false
      writer.out.appendJSON(digest)
      writer.out.append(":")
      writer.out.appendJSON(Base64.text(bytes))
    }
    writer.out.append("}")
  }

  func contentDigests() throws -> [String] {
    let query = try Query(database, "SELECT digest FROM content ORDER BY digest")
    defer { query.stop() }
    var out: [String] = []
    while try query.next() { out.append(query.text(0)) }
    return out
  }

  fileprivate func writeJournal(to writer: inout RecordWriter) throws {
    writer.out.append(",\n\"journal\":[")
    let head = try journalHead().number
    // In stretches, so that a long journal doesn't lie in memory twice.
    var first: Int64 = 1
    while first <= head {
      for row in try journalRows(first...min(head, first + 999)) {
        writer.out.append(row.number > 1 ? ",\n" : "\n")
        JournalCoding.write(row, to: &writer.out)
      }
      first += 1000
    }
    writer.out.append("]")
  }
}
