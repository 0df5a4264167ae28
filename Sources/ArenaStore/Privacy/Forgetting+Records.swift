import ArenaModel
import GRDB
import JSONCodec

/// Clearing the records as they are.
extension Forgetting {
  func places(of type: RecordType) throws -> [StoredRecord] {
    let query = try Query(
      database, "SELECT \(StoredRecord.columns) FROM record WHERE type = ? ORDER BY place")
    query.bind(type.rawValue, at: 1)
    defer { query.stop() }
    var out: [StoredRecord] = []
    while try query.next() { out.append(try StoredRecord(query, findBytes: stored.content)) }
    return out
  }

  mutating func clear(_ old: StoredRecord) throws {
    var record = old.record
    if record.id == person.id {
      for spec in Schema.fields(of: .person)
      where ![.perspectives, .organisation, .consent].contains(spec.field) {
        record[spec.field] = nil
      }
      record[.consent] = .text("anonymous")
      record.fields = Fields()
    } else if record.type == .person {
      // A namesake's name is the namesake's.
      if let note = record[.note] { record[.note] = note.mapTexts(masked) }
    } else {
      for spec in Schema.fields(of: record.type) {
        if let value = record[spec.field] { record[spec.field] = value.mapTexts(masked) }
      }
      record.fields = record.fields.mapTexts(masked)
      if memberships.contains(record.id) { record[.written] = nil }
      if record.type == .attachment {
        clearLines(of: &record)
        clearContent(of: &record)
      }
    }
    if !record.saysTheSame(as: old.record) {
      record.revision += 1
      record.changed = now
      try rows.update(old, to: record)
      result.changedRecords += 1
      let texts = try RecordChange.texts(from: old.record, to: record, keepBytes: rows.keep)
      // What was there before is what is to be forgotten.
      changes.append(
        Change(
          subject: .record(record.id, record.type),
          before: JSONValue.object(
            JSONObject([
              .init(key: "revision", value: .integer(old.record.revision)),
              .init(key: "changed", value: .string(old.record.changed.description)),
            ])
          ).text(), after: texts?.after))
    }
    try review(record)
  }

  func masked(_ text: String) -> String {
    names.contains(MatchKey(text)) && !text.isEmpty ? mask.placeholder : mask.masked(text)
  }

  func masked(_ actor: Actor) -> Actor {
    if case .name(let name) = actor { .name(masked(name)) } else { actor }
  }

  /// What an import read of the person and of the person's memberships.
  func clearLines(of record: inout ArenaModel.Record) {
    guard case .list(let lines)? = record[.lines] else { return }
    record[.lines] = .list(
      lines.map { line in
        guard case .object(var fields) = line, let id = fields["record"]?.recordID,
          id == person.id || memberships.contains(id), fields["text"] != nil
        else { return line }
        fields["text"] = nil
        return .object(fields)
      })
  }

  mutating func clearContent(of record: inout ArenaModel.Record) {
    guard case .blob(let bytes)? = record[.content] else { return }
    let isSource = record.list(.lines).contains {
      if case .object(let line) = $0, let id = line["record"]?.recordID {
        id == person.id || memberships.contains(id)
      } else {
        false
      }
    }
    switch SourceBytes(bytes).cleared(by: mask, isSource: isSource) {
    case .clear: return
    case .text(let clear):
      record[.content] = .blob(clear)
      if record[.digest] != nil { record[.digest] = .text(SHA256.hexadecimal(of: clear)) }
    case .dropped:
      record[.content] = nil
      record[.digest] = nil
      result.dropped.append(
        Forgotten.Mention(
          record: record.id, called: record.called, field: ModelField.content.name, text: ""))
    }
    staleContents.insert(SHA256.hexadecimal(of: bytes))
  }

  /// Notes what a person must look at.
  mutating func review(_ record: ArenaModel.Record) throws {
    if record.type == .organisation { return }
    if record.type == .person {
      let name = record.text(.name) ?? ""
      if record.id != person.id, names.contains(MatchKey(name)) || mask.masked(name) != name {
        result.mayStillName.append(
          Forgotten.Mention(
            record: record.id, called: "another person", field: ModelField.name.name, text: name))
      }
      return
    }
    if case .blob(let bytes)? = record[.content], String(validating: bytes, as: UTF8.self) == nil {
      result.unread.append(
        Forgotten.Mention(
          record: record.id, called: record.called, field: ModelField.content.name,
          text: record.text(.mediaType) ?? ""))
    }
    func look(_ value: Value, _ field: String) {
      _ = value.mapTexts { text in
        if mask.mayName(text) {
          result.mayStillName.append(
            Forgotten.Mention(
              record: record.id, called: record.called, field: field,
              text: String(text.prefix(200))))
        }
        return text
      }
    }
    for spec in Schema.fields(of: record.type) {
      if let value = record[spec.field] { look(value, spec.name) }
    }
    for field in record.fields { look(field.value, field.name) }
  }
}
