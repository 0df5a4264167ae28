import ArenaModel
import JSONCodec

/// The journal's rows as the dump has them. The changes' texts stand as JSON in JSON; a text is JSON as we write it, so
/// that a dump that was laid out anew still fits its digests.
enum JournalCoding {
  static func write(_ row: JournalRow, to out: inout ByteBuffer) {
    out.append("{\"number\":")
    out.append(decimal: Int(row.number))
    write("at", row.at.description, to: &out)
    write("name", row.name, to: &out)
    write("origin", row.origin, to: &out)
    write("plugin", row.plugin, to: &out)
    if let undoes = row.undoes {
      out.append(",\"undoes\":")
      out.append(decimal: Int(undoes))
    }
    writeRaw("actor", row.actor, to: &out)
    write("parameters", row.parameters, to: &out)
    writeRaw("notes", row.notes, to: &out)
    write(row.details, to: &out)
    out.append(",\"changes\":[")
    for (index, (change, leaf)) in row.changes.enumerated() {
      out.append(index > 0 ? ",{\"type\":" : "{\"type\":")
      out.appendJSON(change.typeName)
      write("subject", change.subjectName, to: &out)
      writeRaw("before", change.before, to: &out)
      writeRaw("after", change.after, to: &out)
      write(leaf, to: &out)
      out.append("}")
    }
    out.append("],\"chain\":\"")
    out.append(Hexadecimal.text(row.digest))
    out.append("\"}")
  }

  private static func write(_ key: StaticString, _ text: String?, to out: inout ByteBuffer) {
    guard let text else { return }
    writeKey(key, to: &out)
    out.appendJSON(text)
  }

  private static func writeRaw(_ key: StaticString, _ text: String?, to out: inout ByteBuffer) {
    guard let text else { return }
    writeKey(key, to: &out)
    out.append(text)
  }

  private static func write(_ leaf: JournalRow.Leaf, to out: inout ByteBuffer) {
    write("salt", leaf.salt.map { Hexadecimal.text($0) }, to: &out)
    write("erased", leaf.erased.map { Hexadecimal.text($0) }, to: &out)
    write("digest", Hexadecimal.text(leaf.digest), to: &out)
  }

  private static func writeKey(_ key: StaticString, to out: inout ByteBuffer) {
    out.append(",\"")
    out.append(key)
    out.append("\":")
  }

  // MARK: - Reading

  static func read(_ reader: inout RecordReader) throws -> JournalRow {
    var row = JournalRow(
      number: 0, at: Instant(milliseconds: 0), name: "", origin: "",
      details: JournalRow.Leaf(digest: []), changes: [], digest: [])
    try reader.readObject { reader, key in
      switch key {
      case "number": row.number = Int64(try reader.scanner.readInteger())
      case "at": row.at = try reader.readInstant()
      case "name": row.name = try reader.scanner.readString()
      case "origin": row.origin = try reader.scanner.readString()
      case "plugin": row.plugin = try reader.scanner.readString()
      case "undoes": row.undoes = Int64(try reader.scanner.readInteger())
      case "actor": row.actor = try reader.scanner.readValue().text()
      case "parameters": row.parameters = try reader.scanner.readString()
      case "notes": row.notes = try reader.scanner.readValue().text()
      case "changes": try reader.readArray { row.changes.append(try readChange(&$0)) }
      case "chain": row.digest = try readBytes(&reader)
      default:
        if try !readLeaf(key, &reader, into: &row.details) {
          throw reader.scanner.error("an action of the journal has no key '\(key)'.")
        }
      }
    }
    return row
  }

  private static func readChange(_ reader: inout RecordReader) throws -> (
    change: Change, leaf: JournalRow.Leaf
  ) {
    var type = ""
    var name = ""
    var before: String?
    var after: String?
    var leaf = JournalRow.Leaf(digest: [])
    try reader.readObject { reader, key in
      switch key {
      case "type": type = try reader.scanner.readString()
      case "subject": name = try reader.scanner.readString()
      case "before": before = try reader.scanner.readValue().text()
      case "after": after = try reader.scanner.readValue().text()
      default:
        if try !readLeaf(key, &reader, into: &leaf) {
          throw reader.scanner.error("a change of the journal has no key '\(key)'.")
        }
      }
    }
    let subject: Change.Subject
    if type == "declaration" {
      subject = .declaration(name)
    } else if let type = RecordType(rawValue: type), let id = RecordID(name) {
      subject = .record(id, type)
    } else {
      throw reader.scanner.error(
        "a change of the journal is of a record (its type and id) or of a declaration.")
    }
    var change = Change(subject: subject, before: before, after: after)
    change.isErased = leaf.erased != nil
    return (change, leaf)
  }

  private static func readLeaf(
    _ key: String, _ reader: inout RecordReader, into leaf: inout JournalRow.Leaf
  ) throws -> Bool {
    switch key {
    case "salt": leaf.salt = try readBytes(&reader)
    case "erased": leaf.erased = try readBytes(&reader)
    case "digest": leaf.digest = try readBytes(&reader)
    default: return false
    }
    return true
  }

  private static func readBytes(_ reader: inout RecordReader) throws -> [UInt8] {
    let text = try reader.scanner.readString()
    guard let bytes = Hexadecimal.bytes(text) else {
      throw reader.scanner.error("this is no hexadecimal number.")
    }
    return bytes
  }
}
