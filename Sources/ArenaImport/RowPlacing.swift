package import ArenaModel

/// Places rows as records of a type: people out of a spreadsheet, rooms, organisations. Repeatable, as all imports are.
package final class RowPlacing: ImportWork {
  private let reading: RowReading
  private let parameters: ParameterReader
  /// The first line of each name in the file, with what tells namesakes apart.
  private var seen: [MatchKey: (line: Int, contact: String?, record: RecordID)] = [:]
  /// The records that rows of this file stand for.
  private var taken: Set<RecordID> = []
  private var addedPeople: [(RecordID, String, Int)] = []

  package init(
    _ reading: RowReading, from source: ImportSource, format: FormatDeclaration?,
    in context: ActionContext
  ) throws {
    self.reading = reading
    parameters = ParameterReader(context)
    try super.init(source, format: format, in: context)
    report.notes = reading.notes
    report.lineCount = reading.lines.count
  }

  /// Places one row. Values given beside it come before what the row says.
  /// - Returns: the record; nil where the row says too little, which is noted.
  @discardableResult
  package func take(_ row: RowReading.Row, values: Fields = Fields()) throws -> Record? {
    var row = row
    joinName(&row)
    guard let identity = identity(row) else {
      let wanted = reading.type == .person ? "name" : nameField.name
      note(
        .badRow, line: row.line,
        ["why": ImportCatalogue(context.language).missing(label(wanted))])
      return nil
    }
    let key = MatchKey(identity)
    let contact = row.values["contact"]
    if let first = seen[key], contact == nil || first.contact == nil || first.contact == contact {
      note(
        .duplicateRow, line: row.line, ["name": identity, "first": String(first.line)])
      ledger.add([row.line], first.record, "row", nil)
      return try arena.record(first.record)
    }
    let old = try existing(identity, contact)
    let isNew = old == nil
    var record = old ?? context.new(reading.type)
    for field in reading.fields {
      guard let text = row.values[field] else { continue }
      try place(text, field, on: &record, line: row.line)
    }
    for name in [nameField.name] where !reading.fields.contains(name) {
      if let text = row.values[name] { try place(text, name, on: &record, line: row.line) }
    }
    if isNew, reading.type == .group {
      if record[.format] == nil { record[.format] = declaration.map { .text($0.name) } }
      if record[.state] == nil { record[.state] = .text("announced") }
    }
    for entry in values { try set(entry.value, entry.name, on: &record) }
    if reading.type == .person, isNew, record[.consent] == nil {
      record[.consent] = .text("not_asked")
    }
    try store(record, isNew: isNew)
    ledger.add([row.line], record.id, "row", nil)
    seen[key] = (row.line, contact, record.id)
    taken.insert(record.id)
    if isNew, reading.type == .person { addedPeople.append((record.id, identity, row.line)) }
    try placeMembership(row, record)
    return record
  }

  /// Given name and family name are one name.
  private func joinName(_ row: inout RowReading.Row) {
    guard reading.type == .person else { return }
    let parts = [RowReader.firstName, RowReader.lastName].compactMap { row.values[$0] }
    if row.values["name"] == nil, !parts.isEmpty {
      row.values["name"] = parts.joined(separator: " ")
    }
    // "Voll, Kari"
    if let name = row.values["name"], name.split(separator: ",").count == 2,
      !reading.fields.contains(RowReader.firstName)
    {
      let halves = name.split(separator: ",").map(\.trimmingBlanks)
      if NameReading.looksLikeName(halves[0]), NameReading.looksLikeName(halves[1]) {
        row.values["name"] = "\(halves[1]) \(halves[0])"
      }
    }
  }

  private var nameField: ModelField {
    Schema.spec(.name, of: reading.type) != nil
      ? .name : Schema.spec(.code, of: reading.type) != nil ? .code : .title
  }

  private func identity(_ row: RowReading.Row) -> String? {
    row.values[nameField.name] ?? row.values["title"].flatMap { nameField == .code ? $0 : nil }
  }

  /// The record that goes by the name; of namesakes the one with the same contact.
  private func existing(_ identity: String, _ contact: String?) throws -> Record? {
    let found = try arena.records(of: reading.type, named: identity).filter {
      !taken.contains($0.id)
    }
    if found.count > 1 {
      return found.first { $0.text(.contact) == contact }
    }
    if found.isEmpty, nameField == .code,
      case .one(let titled) = try context.finder.find(identity, reading.type),
      !taken.contains(titled.id)
    {
      return titled
    }
    guard let one = found.first else { return nil }
    // The same name with another address may be somebody else: both are kept, and listed.
    if let contact, let known = one.text(.contact), known != contact,
      memory.text("contact", of: one.id) == nil
    {
      return nil
    }
    return one
  }

  // MARK: - Values

  private func place(_ text: String, _ field: String, on record: inout Record, line: Int) throws {
    do {
      if let model = ModelField(name: field), let spec = Schema.spec(model, of: record.type) {
        let value = try read(text, spec, line: line)
        let remembered = Fingerprint.text(value) ?? ""
        ledger.add([line], record.id, field, remembered)
        if try mayPut(remembered, over: record[model], field, of: record, line: line) {
          record[model] = value
        }
      } else if let declared = declaration?.declaration(of: record.type)?.fields
        .first(where: { $0.name == field })
      {
        let value = try parameters.read(listed(text, declared), as: declared, at: label(field))
        try put(value, own: field, as: text, on: &record, lines: [line])
      }
    } catch let error as ModelError {
      note(.badValue, line: line, ["name": label(field), "text": text, "why": error.problem])
    }
  }

  /// A cell may hold several values, apart by semicolons, bars or line breaks; by commas where names have none.
  private func listed(_ text: String, _ declared: FieldDeclaration) -> Value {
    guard declared.isMany else { return .text(text) }
    let isName = declared.type == .actor || declared.type == .text || declared.type == .organisation
    let parts = text.split { ";|\n".contains($0) || !isName && "/,".contains($0) }
      .map(\.trimmingBlanks).filter { !$0.isEmpty }
    return .list(parts.map(Value.text))
  }

  private func read(_ text: String, _ spec: FieldSpec, line: Int) throws -> Value {
    var declared = FieldDeclaration(Naming(spec.name), type: spec.type)
    declared.isMany = spec.isMany
    declared.of = spec.terms.map { Term(Naming($0)) }
    switch spec.type {
    case .organisation: return .record(try organisation(text))
    case .perspective: return try perspectives(text, line: line)
    case .choice where spec.field == .consent:
      if let consent = Self.consent(Folding.words(text)) { return .text(consent) }
    default: break
    }
    return try parameters.read(listed(text, declared), as: declared, at: label(spec.name))
  }

  /// What people answer when they are asked whether they may be named; nil where it is one of the model's own terms.
  private static func consent(_ words: [String]) -> String? {
    guard let first = words.first else { return nil }
    if words.contains(where: { $0.hasPrefix("anonym") }) { return "anonymous" }
    let isOrganisation = words.contains { $0.hasPrefix("organisa") || $0.hasPrefix("arbeids") }
    if isOrganisation, words.contains(where: { ["kun", "bare", "berre", "only"].contains($0) }) {
      return "organisation"
    }
    if ["ja", "j", "yes", "y", "x", "ok", "true", "1", "godkjent"].contains(first) {
      return "named"
    }
    if ["nei", "n", "no", "false", "0", "nope"].contains(first) { return "anonymous" }
    return nil
  }

  /// Perspectives are an open list: one that the format doesn't name is kept, and noted.
  private func perspectives(_ text: String, line: Int) throws -> Value {
    var declared = FieldDeclaration(Naming("perspectives"), type: .perspective)
    declared.isMany = true
    guard case .list(let parts) = listed(text, declared) else { return .list([]) }
    return .list(
      parts.map { part in
        guard case .text(let written) = part else { return part }
        do {
          return try parameters.read(part, as: declared, at: label("perspectives"))
        } catch {
          note(.unknownPerspective, line: line, ["text": written])
          return .text(FormatDeclaration.name(from: written))
        }
      })
  }

  private func organisation(_ name: String) throws -> RecordID {
    if let found = try arena.records(of: .organisation, named: name).first { return found.id }
    var organisation = context.new(.organisation)
    organisation[.name] = .text(name)
    try arena.insert(organisation)
    count(organisation, isNew: true)
    return organisation.id
  }

  private func set(_ value: Value, _ name: String, on record: inout Record) throws {
    if let model = ModelField(name: name), let spec = Schema.spec(model, of: record.type) {
      var declared = FieldDeclaration(Naming(name), type: spec.type)
      declared.isMany = spec.isMany
      record[model] = try parameters.read(value, as: declared, at: "take: \(name)")
    } else if let declared = declaration?.declaration(of: record.type)?.fields
      .first(where: { $0.name == name })
    {
      record.fields[name] = try parameters.read(value, as: declared, at: "take: \(name)")
    } else {
      throw ModelError(
        .parameter, "take: a \(record.type.rawValue) has no field '\(name)'.",
        remedy: Folding.didYouMean(name, among: Schema.fields(of: record.type).map(\.name)))
    }
  }

  private func label(_ field: String) -> String {
    declaration?.label(of: field, in: reading.type, language: context.language)
      ?? ModelLabels.written(field, of: reading.type, in: context.language)
  }

  /// A column with groups signs the person up.
  private func placeMembership(_ row: RowReading.Row, _ person: Record) throws {
    guard reading.type == .person, let text = row.values["group"] else { return }
    for code in text.split(whereSeparator: { ";,|".contains($0) }).map(\.trimmingBlanks) {
      guard case .one(let group) = try context.finder.find(code, .group) else {
        note(.badRow, line: row.line, ["why": ImportCatalogue(context.language).noGroup(code)])
        continue
      }
      let role = declaration?.action("join")?.role
      let members = try arena.records(of: .membership, where: .group, refersTo: group.id)
      if let member = members.first(where: { $0.reference(.actor) == person.id }) {
        countUnchanged(member)
        continue
      }
      var member = context.new(.membership)
      member[.actor] = .actor(.person(person.id))
      member[.group] = .record(group.id)
      member[.role] = role.map(Value.text)
      member[.state] = .text("signed_up")
      try store(member, isNew: true)
    }
  }

  /// The e-mails of a person.
  private static func addresses(_ person: Record) -> [MatchKey] {
    (person.text(.contact) ?? "").split { ",; \n<>".contains($0) }.filter { $0.contains("@") }
      .map { MatchKey($0) }
  }

  // MARK: - The end

  /// Lists names that may be one person, and who vanished; keeps the file. Call it once, after all rows.
  package func finish() throws -> ImportReport {
    if !addedPeople.isEmpty {
      var byFirst: [String: [(RecordID, String)]] = [:]
      for person in try arena.records(of: .person) {
        guard let name = person.text(.name), let first = Folding.words(name).first else { continue }
        byFirst[first, default: []].append((person.id, name))
      }
      var byContact: [MatchKey: [(RecordID, String)]] = [:]
      for person in try arena.records(of: .person) {
        for address in Self.addresses(person) {
          byContact[address, default: []].append((person.id, person.text(.name) ?? "?"))
        }
      }
      var said: Set<Set<RecordID>> = []
      for (id, name, line) in addedPeople {
        // One address under two names is one person who is written in two ways, or a family's.
        for address in try arena.record(id).map(Self.addresses) ?? [] {
          for (other, otherName) in byContact[address] ?? []
          where other != id && said.insert([id, other]).inserted {
            note(.nearName, line: line, ["name": name, "other": otherName])
          }
        }

        for (other, otherName) in byFirst[Folding.words(name).first ?? ""] ?? []
        where other != id && said.insert([id, other]).inserted
          && (MatchKey(name) == MatchKey(otherName) || Placing.mayBeOne(name, otherName)
            || !name.contains(" ") || !otherName.contains(" "))
        {
          note(.nearName, line: line, ["name": name, "other": otherName])
        }
      }
    }
    try noteVanished([reading.type])
    for line in reading.headerLines { ledger.add([line], nil, "header", nil) }
    return try conclude(lines: reading.lines)
  }
}
