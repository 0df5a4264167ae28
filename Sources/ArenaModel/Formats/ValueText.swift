/// Values as text in a language: what `r:show(field)` and `tostring(r)` print, and what tables hold.
package struct ValueText {
  private let arena: (any ArenaReading)?
  private let format: FormatDeclaration?
  private let language: String

  /// Without an arena, records are shown by nothing; without a format, names stay names.
  package init(arena: (any ArenaReading)?, format: FormatDeclaration?, language: String) {
    self.arena = arena
    self.format = format
    self.language = language
  }

  /// One of the model's fields of a record, or one that its format added; "" where there is no value.
  package func text(_ field: String, of record: Record) throws -> String {
    if let own = record.fields[field] {
      let declared = format?.fields(of: record).first { $0.name == field }
      return try text(own, declared: declared)
    }
    guard let field = ModelField(name: field), let value = record[field] else { return "" }
    return try text(value, field: field, of: record.type)
  }

  /// A value of one of the model's fields.
  package func text(_ value: Value, field: ModelField, of type: RecordType) throws -> String {
    if let term = term(field, of: type) { return try each(value, term) }
    guard let spec = Schema.spec(field, of: type) else { return try text(value) }
    if spec.type == .perspective { return try each(value, perspective) }
    if spec.type == .choice { return try each(value) { ModelTerms.written($0, in: language) } }
    if spec.type == .day { return dates(value) }
    if spec.type == .object, case .list(let values) = value {
      return try values.map(text).joined(separator: "\n")
    }
    return try text(value)
  }

  /// A value of a field that the format declares.
  package func text(_ value: Value, declared: FieldDeclaration?) throws -> String {
    switch declared?.type {
    case .choice:
      return try each(value) { name in
        declared?.of.first { $0.name == name }.map { written($0.naming.label) } ?? name
      }
    case .perspective: return try each(value, perspective)
    default: return try text(value)
    }
  }

  /// A value of which nothing more is known.
  package func text(_ value: Value) throws -> String {
    switch value {
    case .text(let text): return text
    case .integer(let integer): return String(integer)
    case .number(let number): return decimal(number)
    case .boolean(let boolean): return Wording.boolean(boolean, in: language)
    case .stated(let stated): return stated.text
    case .actor(.name(let name)): return name
    case .actor(.person(let id)), .actor(.organisation(let id)), .record(let id):
      return try arena?.record(id).map(name) ?? ""
    case .elsewhere(let elsewhere):
      return [elsewhere.arena, elsewhere.code, elsewhere.title].compactMap { $0 }
        .filter { !$0.isEmpty }.joined(separator: " ")
    case .items(let items): return lines(items, depth: 0).joined(separator: "\n")
    case .list(let values): return Wording.list(try values.map(text), in: language)
    case .object(let fields):
      return try fields.map { try text($0.value) }.filter { !$0.isEmpty }.joined(separator: ": ")
    case .blob(let bytes): return "\(bytes.count) B"
    }
  }

  /// What a record is called; never empty.
  package func name(of record: Record) throws -> String {
    let noun =
      format?.noun(of: record.type, language: language)
      ?? ModelLabels.noun(of: record.type, in: language)
    switch record.type {
    case .group, .contribution, .strategyElement:
      let words = [record.text(.code), record.text(.title)].compactMap { $0 }
      return words.isEmpty ? "(\(noun))" : words.joined(separator: " ")
    case .person, .organisation, .place: return record.text(.name) ?? "(\(noun))"
    case .block:
      guard let format else { return record.text(.title) ?? "(\(noun))" }
      return SlotNames(format, language: language).name(of: record)
    case .arena: return record.text(.title) ?? "(\(noun))"
    case .membership:
      let who = try text("actor", of: record)
      let role = try text("role", of: record)
      return role.isEmpty ? who : "\(who) (\(role))"
    case .report:
      let template = try text("template", of: record)
      return [template, try text("of", of: record)].filter { !$0.isEmpty }.joined(separator: ": ")
    case .nextStep: return record.text(.what) ?? "(\(noun))"
    case .remark: return record.text(.text) ?? "(\(noun))"
    case .link:
      return "\(try text("from", of: record)) → \(try text("to", of: record))"
    case .vote: return "\(try text("by", of: record)): \(record.integer(.dots) ?? 0)"
    case .attachment: return record.text(.name) ?? "(\(noun))"
    }
  }

  /// How names in the model's text fields are shown: by the label of what the format declares.
  private func term(_ field: ModelField, of type: RecordType) -> ((String) -> String)? {
    guard let format else { return nil }
    let naming: (String) -> Naming?
    switch (type, field) {
    case (.membership, .role): naming = { format.role($0)?.naming }
    case (.contribution, .kind): naming = { format.kind($0)?.naming }
    case (.nextStep, .state):
      naming = { name in format.nextStep.states.first { $0.name == name }?.naming }
    case (.report, .template): naming = { format.template($0)?.naming }
    case (.remark, .kind): naming = { format.remark($0)?.naming }
    case (.vote, .ballot): naming = { format.ballot($0)?.naming }
    default: return nil
    }
    return { name in naming(name).map { written($0.label) } ?? name }
  }

  private func perspective(_ name: String) -> String {
    format?.perspective(name).map { written($0.naming.label) } ?? name
  }

  private func written(_ label: Label) -> String {
    format?.locales.written(label, in: language) ?? label.first
  }

  private func each(_ value: Value, _ shown: (String) -> String) throws -> String {
    switch value {
    case .text(let name): return shown(name)
    case .list(let values): return try values.map { try each($0, shown) }.joined(separator: ", ")
    default: return try text(value)
    }
  }

  private func dates(_ value: Value) -> String {
    guard case .list(let values) = value else { return "" }
    let texts = values.compactMap { if case .text(let text) = $0 { text } else { nil } }
    let dates = texts.compactMap { CalendarDate($0) }
    return dates.count == texts.count
      ? Wording.dates(dates, in: language) : texts.joined(separator: ", ")
  }

  private func decimal(_ number: Double) -> String {
    let text = Wording.number(number)
    return Wording.isNorwegian(language) ? String(text.map { $0 == "." ? "," : $0 }) : text
  }

  private func lines(_ items: [Item], depth: Int) -> [String] {
    items.flatMap { item in
      let mark = item.isBullet ? (item.mark ?? "-") + " " : ""
      return [String(repeating: "  ", count: depth) + mark + item.text]
        + lines(item.items, depth: depth + 1)
    }
  }
}
