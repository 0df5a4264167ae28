package import JSONCodec

/// Writes records as JSON, for the dump, the arena file and its journal.
///
/// Fields of the model are written as their type in `Schema` says, in the schema's order, and left out where they have no
/// value. A reference is the id of its record. What a format added lies under `fields`, where nothing but the value itself
/// tells its type: text, numbers, booleans and lists are JSON's own, everything else is an object whose one key names the
/// type (`{"record": "…"}`, `{"stated": {"text": "6 (8)", "value": 6}}`).
package struct RecordWriter: ~Copyable {
  package var out: ByteBuffer
  /// How bytes are kept elsewhere: gets them, gives the digest to write in their place. Nil: they are written here.
  private let keepBytes: (([UInt8]) throws -> String)?

  package init(capacity: Int = 1024, keepBytes: (([UInt8]) throws -> String)? = nil) {
    out = ByteBuffer(capacity: capacity)
    self.keepBytes = keepBytes
  }

  /// The record with its id, revision and times, as the dump has it.
  package mutating func write(_ record: Record) throws {
    out.append("{")
    try writeContent(of: record)
    out.append("}")
  }

  /// The same without the braces: the arena's record shares its object with the lists.
  package mutating func writeContent(of record: Record) throws {
    out.append("\"id\":\"")
    out.append(record.id.description)
    out.append("\",\"revision\":")
    out.append(decimal: record.revision)
    out.append(",\"added\":\"")
    out.append(record.added.description)
    out.append("\",\"changed\":\"")
    out.append(record.changed.description)
    out.append("\"")
    if record.isWithdrawn { out.append(",\"withdrawn\":true") }
    try writeMembers(of: record, isFirst: false)
  }

  /// What the record says: its fields alone.
  package mutating func writeBody(of record: Record) throws {
    out.append("{")
    try writeMembers(of: record, isFirst: true)
    out.append("}")
  }

  private mutating func writeMembers(of record: Record, isFirst: Bool) throws {
    var isFirst = isFirst
    for (position, spec) in Schema.fields(of: record.type).enumerated() {
      guard let value = record[position: position] else { continue }
      writeKey(spec.name, &isFirst)
      try write(value, spec, of: record.type)
    }
    guard !record.fields.isEmpty else { return }
    writeKey("fields", &isFirst)
    try write(fields: record.fields, of: record.type)
  }

  /// One field's value, as `write(_:)` has it under the field's name.
  package mutating func write(_ value: Value, _ spec: FieldSpec, of type: RecordType) throws {
    guard spec.accepts(value),
      try write(value, spec.type, isMany: spec.isMany, keys: spec.keys)
    else { throw InterchangeError(type: type, field: spec.name, wanted: spec.wanted) }
  }

  /// What a format added, as `write(_:)` has it under `fields`.
  package mutating func write(fields: Fields, of type: RecordType) throws {
    guard try writeAny(fields) else {
      throw InterchangeError(type: type, field: "fields", wanted: "finite numbers")
    }
  }

  package mutating func writeKey(_ name: String, _ isFirst: inout Bool) {
    if !isFirst { out.append(UInt8(ascii: ",")) }
    isFirst = false
    out.appendJSON(name)
    out.append(UInt8(ascii: ":"))
  }

  // MARK: - Values whose type is known

  /// False where the value isn't of the type.
  private mutating func write(
    _ value: Value, _ type: FieldType, isMany: Bool, keys: [FieldSpec.ObjectKey]
  ) throws -> Bool {
    guard isMany else { return try write(value, type, keys: keys) }
    guard case .list(let values) = value else { return false }
    out.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      guard try write(value, type, keys: keys) else { return false }
    }
    out.append(UInt8(ascii: "]"))
    return true
  }

  private mutating func write(_ value: Value, _ type: FieldType, keys: [FieldSpec.ObjectKey])
    throws -> Bool
  {
    switch (type, value) {
    case (.text, .text(let text)), (.rich, .text(let text)), (.choice, .text(let text)),
      (.perspective, .text(let text)), (.time, .text(let text)), (.day, .text(let text)):
      out.appendJSON(text)
    case (.integer, .integer), (.number, .integer), (.number, .number), (.boolean, .boolean):
      return try writeAny(value)
    case (.count, .stated(let stated)), (.date, .stated(let stated)): return write(stated)
    case (.actor, .actor(let actor)): write(actor)
    case (.reference, .elsewhere(let elsewhere)): write(elsewhere)
    case (.items, .items(let items)): write(items)
    case (.value, _): return try writeAny(value)
    case (.blob, .blob(let bytes)): try write(bytes)
    case (.object, .object(let fields)) where keys.isEmpty: return try writeAny(fields)
    case (.object, .object(let fields)): return try write(fields, keys)
    case (_, .record(let id)) where type == .record || type == .reference || type.recordType != nil:
      write(id)
    default: return false
    }
    return true
  }

  private mutating func write(_ fields: Fields, _ keys: [FieldSpec.ObjectKey]) throws -> Bool {
    out.append(UInt8(ascii: "{"))
    var isFirst = true
    var written = 0
    for key in keys {
      guard let value = fields[key.name] else { continue }
      writeKey(key.name, &isFirst)
      guard try write(value, key.type, isMany: key.isMany, keys: []) else { return false }
      written += 1
    }
    out.append(UInt8(ascii: "}"))
    return written == fields.count
  }

  private mutating func write(_ id: RecordID) {
    out.append(UInt8(ascii: "\""))
    out.append(id.description)
    out.append(UInt8(ascii: "\""))
  }

  private mutating func write(_ actor: Actor) {
    switch actor {
    case .person(let id):
      out.append("{\"person\":")
      write(id)
    case .organisation(let id):
      out.append("{\"organisation\":")
      write(id)
    case .name(let name):
      out.append("{\"name\":")
      out.appendJSON(name)
    }
    out.append(UInt8(ascii: "}"))
  }

  private mutating func write(_ elsewhere: Elsewhere) {
    out.append("{\"arena\":")
    out.appendJSON(elsewhere.arena)
    if let code = elsewhere.code {
      out.append(",\"code\":")
      out.appendJSON(code)
    }
    if let title = elsewhere.title {
      out.append(",\"title\":")
      out.appendJSON(title)
    }
    out.append(UInt8(ascii: "}"))
  }

  private mutating func write(_ stated: Stated) -> Bool {
    out.append("{\"text\":")
    out.appendJSON(stated.text)
    switch stated.value {
    case .number(let number)?:
      guard number.isFinite else { return false }
      out.append(",\"value\":")
      // A count of 6 is 6, not 6.0.
      if let whole = Int(exactly: number), number.magnitude < 1e15 {
        out.append(decimal: whole)
      } else {
        out.appendJSON(number)
      }
    case .date(let date)?:
      out.append(",\"value\":")
      out.appendJSON(date)
    case nil: break
    }
    out.append(UInt8(ascii: "}"))
    return true
  }

  private mutating func write(_ items: [Item]) {
    out.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      out.append("{\"id\":")
      write(item.id)
      out.append(",\"text\":")
      out.appendJSON(item.text)
      if let category = item.category {
        out.append(",\"category\":")
        out.appendJSON(category)
      }
      if !item.isBullet { out.append(",\"bullet\":false") }
      if let mark = item.mark {
        out.append(",\"mark\":")
        out.appendJSON(mark)
      }
      if !item.items.isEmpty {
        out.append(",\"items\":")
        write(item.items)
      }
      out.append(UInt8(ascii: "}"))
    }
    out.append(UInt8(ascii: "]"))
  }

  private mutating func write(_ bytes: [UInt8]) throws {
    if let keepBytes {
      out.append("{\"sha256\":")
      out.appendJSON(try keepBytes(bytes))
    } else if let text = String(validating: bytes, as: UTF8.self) {
      out.append("{\"text\":")
      out.appendJSON(text)
    } else {
      out.append("{\"base64\":")
      out.appendJSON(Base64.text(bytes))
    }
    out.append(UInt8(ascii: "}"))
  }

  // MARK: - Values that say their type

  private mutating func writeAny(_ fields: Fields) throws -> Bool {
    out.append(UInt8(ascii: "{"))
    var isFirst = true
    for field in fields {
      writeKey(field.name, &isFirst)
      guard try writeAny(field.value) else { return false }
    }
    out.append(UInt8(ascii: "}"))
    return true
  }

  private mutating func writeAny(_ value: Value) throws -> Bool {
    switch value {
    case .text(let text): out.appendJSON(text)
    case .integer(let integer): out.append(decimal: integer)
    case .number(let number):
      guard number.isFinite else { return false }
      out.appendJSON(number)
    case .boolean(let boolean): boolean ? out.append("true") : out.append("false")
    case .list(let values):
      out.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        guard try writeAny(value) else { return false }
      }
      out.append(UInt8(ascii: "]"))
    case .stated, .actor, .record, .elsewhere, .items, .object, .blob:
      return try writeTagged(value)
    }
    return true
  }

  private mutating func writeTagged(_ value: Value) throws -> Bool {
    switch value {
    case .stated(let stated):
      out.append("{\"stated\":")
      guard write(stated) else { return false }
    case .actor(let actor):
      out.append("{\"actor\":")
      write(actor)
    case .record(let id):
      out.append("{\"record\":")
      write(id)
    case .elsewhere(let elsewhere):
      out.append("{\"elsewhere\":")
      write(elsewhere)
    case .items(let items):
      out.append("{\"items\":")
      write(items)
    case .object(let fields):
      out.append("{\"object\":")
      guard try writeAny(fields) else { return false }
    case .blob(let bytes):
      out.append("{\"blob\":")
      try write(bytes)
    case .text, .integer, .number, .boolean, .list: return false
    }
    out.append(UInt8(ascii: "}"))
    return true
  }
}

extension FieldSpec {
  /// What the field wants, in words.
  package var wanted: String {
    let terms = terms.isEmpty ? "" : ": " + terms.joined(separator: ", ")
    return (isMany ? "a list of: " : "") + type.wanted + terms
  }

  /// Whether a text is one that the field can hold: one of its terms, a time, a day.
  fileprivate func accepts(_ value: Value) -> Bool {
    switch value {
    case .text(let text):
      switch type {
      case .choice: terms.isEmpty || terms.contains(text)
      case .day: CalendarDate(text) != nil
      case .time: FieldSpec.isTime(text)
      default: true
      }
    case .list(let values): values.allSatisfy(accepts)
    default: true
    }
  }

  /// `2020-01-22T09:00`, with or without seconds.
  private static func isTime(_ text: String) -> Bool {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, CalendarDate(parts[0]) != nil else { return false }
    let numbers = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard numbers.count == 2 || numbers.count == 3 else { return false }
    return numbers.enumerated().allSatisfy { index, digits in
      guard digits.utf8.count == 2, let number = Int(digits) else { return false }
      return number >= 0 && number < (index == 0 ? 24 : 60)
    }
  }
}

extension FieldType {
  /// What a field of this type wants, in words.
  package var wanted: String {
    switch self {
    case .text: "a text"
    case .rich: "a text in CommonMark"
    case .choice: "one of its terms"
    case .perspective: "a perspective's name"
    case .integer: "a whole number"
    case .number: "a finite number"
    case .boolean: "true or false"
    case .items: "a list of items, each with an id and a text"
    case .count: "a count: its text as written, and its number"
    case .date: "a date: its text as written, and its ISO date"
    case .actor: "an actor: a person, an organisation or a name as written"
    case .person, .organisation, .group, .contribution, .slot, .block, .place, .nextStep,
      .strategyElement, .record:
      "the id of a \(self == .slot ? "block" : rawValue)"
    case .reference: "the id of a record, or the arena, code and title of one elsewhere"
    case .members, .nextSteps: "nothing: the group's own are shown there"
    case .time: "a local time such as 2020-01-22T09:00"
    case .day: "a date such as 2020-01-22"
    case .object: "an object"
    case .value: "a value"
    case .blob: "bytes"
    }
  }
}
