package import ArenaModel

extension ScriptArena {
  /// What a record is called in the arena's language; never empty.
  package func name(of record: Record) throws -> String {
    noteRead("name", of: record)
    let shown = try texts(for: record).name(of: record)
    guard shown.isEmpty else { return shown }
    return "(\(ModelLabels.noun(of: record.type, in: language)))"
  }

  package func name(of actor: Actor) throws -> String {
    switch actor {
    case .name(let name): name
    case .person(let id), .organisation(let id): try record(id).map(name) ?? ""
    }
  }

  private func texts(for record: Record) throws -> ValueText {
    ValueText(arena: reading, format: try format(of: record), language: language)
  }

  /// The heading of a field: the format's label, else the host's.
  package func label(of field: String, in record: Record) throws -> String {
    let format = try format(of: record)
    if let own = try ownFields(of: record).first(where: { $0.name == field }), let format {
      return format.locales.written(own.naming.label, in: language)
    }
    return format?.label(of: field, in: record.type, language: language)
      ?? ModelLabels.written(field, of: record.type, in: language)
  }

  /// The value of a field as text; "" where there is none.
  package func show(_ field: String, of record: Record) throws -> String {
    let texts = try texts(for: record)
    if record.type == .report, let section = section(field, of: record) {
      let declared = try ownFields(of: record).first { $0.name == field }
      return try texts.text(section, declared: declared)
    }
    if let own = record.fields[field] {
      return try texts.text(own, declared: try ownFields(of: record).first { $0.name == field })
    }
    guard let known = ScriptSchema.field(field, of: record.type) else { return "" }
    switch known.source {
    case .model(let spec):
      guard let value = record[spec.field] else { return "" }
      if spec.type == .time, case .text(let time) = value { return shownTime(time) }
      return try texts.text(value, field: spec.field, of: record.type)
    case .common, .computed: return try shown(try value(of: known, in: record))
    }
  }

  /// `22 January 2020, 09:00` out of a local time.
  private func shownTime(_ time: String) -> String {
    let halves = time.split(separator: "T")
    guard halves.count == 2, let date = CalendarDate(halves[0]) else { return time }
    return "\(ArenaModel.Wording.date(date, in: language)), \(halves[1].prefix(5))"
  }

  /// The value of a section of a report, by its name.
  package func section(_ name: String, of report: Record) -> Value? {
    for case .object(let section) in report.list(.sections) where section["name"] == .text(name) {
      return section["value"]
    }
    return nil
  }

  /// Any value as text.
  package func shown(_ value: ScriptValue) throws -> String {
    switch value {
    case .none, .table, .fields: return ""
    case .text(let text): return text
    case .integer(let number): return String(number)
    case .number(let number):
      let text = ArenaModel.Wording.number(number)
      return ArenaModel.Wording.isNorwegian(language) ? text.replacing(".", with: ",") : text
    case .boolean(let flag): return ArenaModel.Wording.boolean(flag, in: language)
    case .stated(let stated): return stated.text
    case .record(let id): return try record(id).map(name) ?? ""
    case .records(let ids):
      return ArenaModel.Wording.list(try ids.map { try shown(.record($0)) }, in: language)
    case .list(let values): return ArenaModel.Wording.list(try values.map(shown), in: language)
    case .named: return ""
    case .items(let items): return items.map(\.text).joined(separator: "\n")
    case .elsewhere(let elsewhere):
      return [elsewhere.arena, elsewhere.code, elsewhere.title].compactMap { $0 }
        .joined(separator: " ")
    case .finding(let finding): return finding.message
    case .format(let name):
      guard let format = format(named: name) else { return name }
      return format.locales.translate(format.title, to: language)
    }
  }

  /// Fills a text of a plugin in the arena's language. A key is looked up in the values given, the record's fields, its
  /// own `fields`, then its group's roles; a key that nothing fills is an error.
  package func say(
    _ text: String, values: (String) throws -> ScriptValue?, about record: Record?,
    locales: Locales
  ) throws -> String {
    let translated = locales.translate(text, to: language)
    guard translated.utf8.contains(UInt8(ascii: "{")) || translated.utf8.contains(UInt8(ascii: "}"))
    else { return translated }
    return try TextPattern(translated).filled(in: language) { key in
      if let given = try values(key), given != .none { return try filling(given) }
      guard let record else { return nil }
      return try filling(key, of: record)
    }
  }

  private func filling(_ key: String, of record: Record) throws -> TextPattern.Filling? {
    if let field = ScriptSchema.field(key, of: record.type) {
      let value = try value(of: field, in: record)
      if case .model(let spec) = field.source, spec.type == .day || spec.type == .perspective {
        return .text(try show(key, of: record))
      }
      switch value {
      case .integer, .number, .records, .list: return try filling(value)
      default: return .text(try show(key, of: record))
      }
    }
    if try ownFields(of: record).contains(where: { $0.name == key }) {
      if let value = record.fields[key] { return try filling(script(value), show: key, of: record) }
      return .text("")
    }
    guard let format = try format(of: record), let role = format.role(key) else { return nil }
    let groups: [RecordID] =
      record.type == .group
      ? [record.id]
      : record.references(.groups) + [record.reference(.group)].compactMap { $0 }
    let actors = try groups.flatMap { try self.actors(of: $0, role: key) }
    // A role that nobody holds is named, so that a sentence such as "Ask …" still says whom.
    guard !actors.isEmpty else {
      return .text(format.locales.written(role.naming.label, in: language).lowercased())
    }
    return .list(try actors.map(name))
  }

  private func filling(
    _ value: ScriptValue, show key: String, of record: Record
  ) throws -> TextPattern.Filling {
    switch value {
    case .integer, .number, .records: try filling(value)
    default: .text(try show(key, of: record))
    }
  }

  private func filling(_ value: ScriptValue) throws -> TextPattern.Filling {
    switch value {
    case .integer(let number): .number(Double(number))
    case .number(let number): .number(number)
    case .list(let values): .list(try values.map(shown))
    case .records(let ids): .list(try ids.map { try shown(.record($0)) })
    case .stated(let stated):
      if case .number(let number)? = stated.value, Double(stated.text) != nil {
        .number(number)
      } else {
        .text(stated.text)
      }
    default: .text(try shown(value))
    }
  }
}
