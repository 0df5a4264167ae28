package import JSONCodec

/// Reads what `RecordWriter` writes. Errors say the line and column, and what was wanted there.
package struct RecordReader {
  package var scanner: JSONScanner
  /// Finds the bytes that lie elsewhere by their digest.
  private let findBytes: ((String) throws -> [UInt8]?)?

  package init(
    _ bytes: UnsafeRawBufferPointer, findBytes: ((String) throws -> [UInt8]?)? = nil
  ) {
    // Ten containers are deep for a record; bodies may be nested, and the reading of items recurses.
    scanner = JSONScanner(bytes, maximumDepth: 200)
    self.findBytes = findBytes
  }

  /// A record of the dump.
  ///
  /// - Parameter other: takes the values of keys that aren't the record's own, and says so; the arena's record shares its
  ///   object with the lists.
  package mutating func readRecord(
    of type: RecordType, other: (inout RecordReader, String) throws -> Bool = { _, _ in false }
  ) throws -> Record {
    var id: RecordID?
    var revision = 1
    var added: Instant?
    var changed: Instant?
    var withdrawn = false
    let start = scanner.offset
    var members = Members(type: type)
    try readObject { reader, key in
      switch key {
      case "id": id = try reader.readID()
      case "revision":
        revision = try reader.scanner.readInteger()
        guard revision > 0 else { throw reader.scanner.error("a revision is 1 or more.") }
      case "added": added = try reader.readInstant()
      case "changed": changed = try reader.readInstant()
      case "withdrawn": withdrawn = try reader.scanner.readBoolean()
      default:
        if try !other(&reader, key) { try reader.readMember(key, into: &members) }
      }
    }
    guard let id, let added else {
      throw scanner.error(
        "every \(type.rawValue) needs an \"id\" and the time at which it was \"added\".", at: start)
    }
    var record = Record(
      id: id, type: type, revision: revision, added: added, changed: changed,
      isWithdrawn: withdrawn)
    members.set(on: &record)
    return record
  }

  /// The fields of a record, set on `record`.
  package mutating func readBody(into record: inout Record) throws {
    let specs = Schema.fields(of: record.type)
    var position = 0
    guard try scanner.enterObject() else { return }
    repeat {
      let key = try scanner.readKeySpan()
      // The writer keeps the schema's order, so the next field is rarely far.
      var next = position
      while next < specs.count && !scanner.isSpelled(key, specs[next].name) { next += 1 }
      if next < specs.count {
        record[specs[next].field] = try read(specs[next])
        position = next + 1
      } else if scanner.matches(key, "fields") {
        record.fields = try readFields()
      } else {
        let spec = try spec(try scanner.string(key), of: record.type)
        record[spec.field] = try read(spec)
      }
    } while try scanner.continueObject()
  }

  /// What was read of a record before its id was known.
  private struct Members {
    let type: RecordType
    var values: [(ModelField, Value)] = []
    var fields = Fields()

    func set(on record: inout Record) {
      for (field, value) in values { record[field] = value }
      record.fields = fields
    }
  }

  private mutating func readMember(_ key: String, into members: inout Members) throws {
    if key == "fields" {
      members.fields = try readFields()
      return
    }
    let spec = try spec(key, of: members.type)
    members.values.append((spec.field, try read(spec)))
  }

  package func spec(_ key: String, of type: RecordType) throws -> FieldSpec {
    guard let field = ModelField(name: key), let spec = Schema.spec(field, of: type) else {
      throw scanner.error("'\(key)' is no field of the \(type.rawValue).")
    }
    return spec
  }

  /// Calls `member` at the value of each key; the key is passed, the value must be taken.
  package mutating func readObject(_ member: (inout RecordReader, String) throws -> Void) throws {
    guard try scanner.enterObject() else { return }
    repeat {
      let key = try scanner.readKey()
      try member(&self, key)
    } while try scanner.continueObject()
  }

  /// Calls `element` at each element, which must be taken.
  package mutating func readArray(_ element: (inout RecordReader) throws -> Void) throws {
    guard try scanner.enterArray() else { return }
    repeat { try element(&self) } while try scanner.continueArray()
  }

  package mutating func readID() throws -> RecordID {
    let start = scanner.offset
    let span = try scanner.readSpan()
    let bytes = UnsafeRawBufferPointer(start: scanner.base + span.start, count: span.length)
    if let id = RecordID(utf8: bytes) { return id }
    let text = try scanner.string(span)
    guard let id = RecordID(text) else {
      throw scanner.error("'\(text.prefix(60))' is no id: 36 characters, a UUID.", at: start)
    }
    return id
  }

  package mutating func readInstant() throws -> Instant {
    let start = scanner.offset
    let text = try scanner.readString()
    guard let instant = Instant(text) else {
      throw scanner.error(
        "'\(text.prefix(60))' is no time such as 2020-01-22T09:00:00.000Z.", at: start)
    }
    return instant
  }

  // MARK: - Values whose type is known

  package mutating func read(_ spec: FieldSpec) throws -> Value {
    try read(spec.type, isMany: spec.isMany, keys: spec.keys)
  }

  private mutating func read(_ type: FieldType, isMany: Bool, keys: [FieldSpec.ObjectKey]) throws
    -> Value
  {
    guard isMany else { return try read(type, keys: keys) }
    var values: [Value] = []
    try readArray { values.append(try $0.read(type, keys: keys)) }
    return .list(values)
  }

  private mutating func read(_ type: FieldType, keys: [FieldSpec.ObjectKey]) throws -> Value {
    switch type {
    case .text, .rich, .choice, .perspective, .time, .day:
      return .text(try scanner.readString())
    case .integer: return .integer(try scanner.readInteger())
    case .number: return try readNumber()
    case .boolean: return .boolean(try scanner.readBoolean())
    case .count, .date: return .stated(try readStated())
    case .actor: return .actor(try readActor())
    case .items: return .items(try readItems())
    case .reference where try scanner.peekKind() == .object:
      return .elsewhere(try readElsewhere())
    case .person, .organisation, .group, .contribution, .slot, .block, .place, .nextStep,
      .strategyElement, .record, .reference:
      return .record(try readID())
    case .object where keys.isEmpty: return .object(try readFields())
    case .object: return .object(try readObject(keys))
    case .value: return try readAny()
    case .blob: return .blob(try readBytes())
    case .members, .nextSteps: throw scanner.error("the schema stores no values of this type.")
    }
  }

  private mutating func readNumber() throws -> Value {
    let start = scanner.offset
    switch try scanner.readNumber() {
    case .integer(let integer): return .integer(integer)
    case .double(let double): return .number(double)
    case .text: throw scanner.error("the number is too large.", at: start)
    }
  }

  private mutating func readObject(_ keys: [FieldSpec.ObjectKey]) throws -> Fields {
    var fields = Fields()
    try readObject { reader, name in
      guard let key = keys.first(where: { $0.name == name }) else {
        let known = keys.map(\.name).joined(separator: ", ")
        throw reader.scanner.error("there is no key '\(name)' here; there are: \(known).")
      }
      fields[name] = try reader.read(key.type, isMany: key.isMany, keys: [])
    }
    return fields
  }

  private mutating func readStated() throws -> Stated {
    var stated = Stated(text: "")
    try readObject { reader, key in
      switch key {
      case "text": stated.text = try reader.scanner.readString()
      case "value":
        if try reader.scanner.peekKind() == .string {
          stated.value = .date(try reader.scanner.readString())
        } else {
          stated.value = .number(try reader.scanner.readDouble())
        }
      default: throw reader.unknown(key, "a stated count or date", "text, value")
      }
    }
    return stated
  }

  private mutating func readActor() throws -> Actor {
    var actor: Actor?
    try readObject { reader, key in
      switch key {
      case "person": actor = .person(try reader.readID())
      case "organisation": actor = .organisation(try reader.readID())
      case "name": actor = .name(try reader.scanner.readString())
      default: throw reader.unknown(key, "an actor", "person, organisation or name")
      }
    }
    guard let actor else {
      throw scanner.error("an actor was expected: \(FieldType.actor.wanted).")
    }
    return actor
  }

  private mutating func readElsewhere() throws -> Elsewhere {
    var elsewhere = Elsewhere(arena: "")
    try readObject { reader, key in
      switch key {
      case "arena": elsewhere.arena = try reader.scanner.readString()
      case "code": elsewhere.code = try reader.scanner.readString()
      case "title": elsewhere.title = try reader.scanner.readString()
      default: throw reader.unknown(key, "a record of another arena", "arena, code, title")
      }
    }
    return elsewhere
  }

  private mutating func readItems() throws -> [Item] {
    var items: [Item] = []
    guard try scanner.enterArray() else { return items }
    repeat { items.append(try readItem()) } while try scanner.continueArray()
    return items
  }

  private mutating func readItem() throws -> Item {
    var id: RecordID?
    var item = Item(id: RecordID(high: 0, low: 0), text: "")
    if try scanner.enterObject() {
      repeat {
        let key = try scanner.readKeySpan()
        // Items are the most of what a file holds, so their keys are compared where they stand.
        if scanner.matches(key, "id") {
          id = try readID()
        } else if scanner.matches(key, "text") {
          item.text = try scanner.readString()
        } else {
          switch try scanner.string(key) {
          case "id": id = try readID()
          case let name: try read(name, into: &item)
          }
        }
      } while try scanner.continueObject()
    }
    guard let id else { throw scanner.error("an item needs an \"id\".") }
    item.id = id
    return item
  }

  private mutating func read(_ key: String, into item: inout Item) throws {
    switch key {
    case "text": item.text = try scanner.readString()
    case "category": item.category = try scanner.readString()
    case "bullet": item.isBullet = try scanner.readBoolean()
    case "mark": item.mark = try scanner.readString()
    case "items": item.items = try readItems()
    default: throw unknown(key, "an item", "id, text, category, bullet, mark, items")
    }
  }

  private mutating func readBytes() throws -> [UInt8] {
    var bytes: [UInt8]?
    try readObject { reader, key in
      let start = reader.scanner.offset
      let text = try reader.scanner.readString()
      switch key {
      case "text": bytes = Array(text.utf8)
      case "base64":
        bytes = Base64.bytes(text)
        if bytes == nil { throw reader.scanner.error("this is no base64.", at: start) }
      case "sha256":
        bytes = try reader.findBytes?(text)
        if bytes == nil {
          throw reader.scanner.error("the bytes with this digest aren't here.", at: start)
        }
      default: throw reader.unknown(key, "content", "text or base64")
      }
    }
    guard let bytes else {
      throw scanner.error("content was expected: {\"text\": …} or {\"base64\": …}.")
    }
    return bytes
  }

  private func unknown(_ key: String, _ what: String, _ keys: String) -> JSONError {
    scanner.error("\(what) has no key '\(key)'; it has: \(keys).")
  }

  // MARK: - Values that say their type

  package mutating func readFields() throws -> Fields {
    var fields = Fields()
    try readObject { reader, key in fields[key] = try reader.readAny() }
    return fields
  }

  package mutating func readAny() throws -> Value {
    switch try scanner.peekKind() {
    case .string: return .text(try scanner.readString())
    case .number: return try readNumber()
    case .boolean: return .boolean(try scanner.readBoolean())
    case .array:
      var values: [Value] = []
      try readArray { values.append(try $0.readAny()) }
      return .list(values)
    case .null: throw scanner.error("null is no value; leave the key out.")
    case .object:
      var value: Value?
      try readObject { reader, key in value = try reader.readTagged(key) }
      guard let value else {
        throw scanner.error("an object here has one key that names the value's type.")
      }
      return value
    }
  }

  private mutating func readTagged(_ key: String) throws -> Value {
    switch key {
    case "stated": .stated(try readStated())
    case "actor": .actor(try readActor())
    case "record": .record(try readID())
    case "elsewhere": .elsewhere(try readElsewhere())
    case "items": .items(try readItems())
    case "object": .object(try readFields())
    case "blob": .blob(try readBytes())
    default:
      throw unknown(
        key, "a value", "stated, actor, record, elsewhere, items, object or blob")
    }
  }
}
