/// Finds records by what people call them: a code, a name or an alias, a slot's number or heading, a title, an id.
package struct RecordFinder {
  private let arena: any ArenaReading
  private let format: FormatDeclaration?
  private let language: String

  package init(arena: any ArenaReading, format: FormatDeclaration?, language: String) {
    self.arena = arena
    self.format = format
    self.language = language
  }

  package enum Match {
    case one(Record)
    case several([Record])
    case none
  }

  /// What a text stands for among the records of a type.
  package func find(_ text: String, _ type: RecordType) throws -> Match {
    let text = text.trimmingBlanks
    if let id = RecordID(text) {
      if let record = try arena.record(id), record.type == type { return .one(record) }
      return .none
    }
    switch type {
    case .arena: return .one(try arena.arena())
    case .block: return try block(text)
    case .person: return try person(text)
    default: break
    }
    var found = try arena.records(of: type, named: text)
    if found.isEmpty, text.hasSuffix(".") {
      found = try arena.records(of: type, named: String(text.dropLast()))
    }
    if found.isEmpty { found = try titled(text, type) }
    return match(found)
  }

  private func match(_ found: [Record]) -> Match {
    found.count > 1 ? .several(found) : found.first.map(Match.one) ?? .none
  }

  /// By the whole title, or by "code title" as the record prints.
  private func titled(_ text: String, _ type: RecordType) throws -> [Record] {
    let key = MatchKey(text)
    guard !key.isEmpty else { return [] }
    let show = ValueText(arena: arena, format: format, language: language)
    return try arena.records(of: type).filter { record in
      if let title = record.text(.title) ?? record.text(.what), MatchKey(title) == key {
        return true
      }
      return MatchKey(try show.name(of: record)) == key
    }
  }

  private func block(_ text: String) throws -> Match {
    let blocks = try arena.records(of: .block)
    if let number = Int(text) {
      return match(blocks.filter { $0.integer(.number) == number && $0.text(.kind) == "slot" })
    }
    let key = MatchKey(text)
    let titled = blocks.filter { $0.text(.title).map(MatchKey.init) == key }
    if !titled.isEmpty { return match(titled) }
    guard let format, let heading = SlotNames(format, language: language).heading(text),
      let number = heading.number
    else { return .none }
    return match(
      blocks.filter {
        $0.integer(.number) == number && $0.text(.kind) == "slot"
          && (heading.day == nil || $0.integer(.day) == heading.day)
      })
  }

  /// By name or alias; else by part of the name where one person alone has it ("Kari" for Kari Nordmann).
  private func person(_ text: String) throws -> Match {
    let exact = try arena.records(of: .person, named: text)
    if !exact.isEmpty { return match(exact) }
    return match(try peopleByPart(text))
  }

  /// The people whose names hold all the words, in order, the first or the last of them included.
  package func peopleByPart(_ text: String) throws -> [Record] {
    let words = Folding.words(text)
    guard !words.isEmpty else { return [] }
    return try arena.records(of: .person).filter { record in
      guard let name = record.text(.name) else { return false }
      let parts = Folding.words(name)
      guard parts.first == words.first || parts.last == words.last else { return false }
      var rest = parts[...]
      for word in words {
        guard let place = rest.firstIndex(of: word) else { return false }
        rest = rest[(place + 1)...]
      }
      return true
    }
  }

  /// The record, or an error that says what there is instead.
  package func needed(_ text: String, _ type: RecordType, parameter: String) throws -> Record {
    switch try find(text, type) {
    case .one(let record): return record
    case .several(let records):
      let show = ValueText(arena: arena, format: format, language: language)
      let listed = try records.prefix(5).map { "\(try show.name(of: $0)) [\($0.id)]" }
      throw ModelError(
        .ambiguous, "\(parameter): several \(type.plural) go by '\(text)'.",
        remedy: "Take one by its id: \(listed.joined(separator: "; ")).")
    case .none:
      throw ModelError(
        .notFound, "\(parameter): there is no \(word(type)) '\(text)'.",
        remedy: try remedy(text, type))
    }
  }

  private func word(_ type: RecordType) -> String {
    type == .block ? "slot or block" : type.rawValue.split(separator: "_").joined(separator: " ")
  }

  private func remedy(_ text: String, _ type: RecordType) throws -> String {
    let known = try names(of: type)
    if let near = Folding.nearest(text, among: known) { return "Did you mean '\(near)'?" }
    if known.isEmpty { return "The arena has none yet: arena do add type=\(type.rawValue) …" }
    let listed = known.prefix(8).joined(separator: ", ")
    return "There \(known.count == 1 ? "is" : "are"): \(listed)\(known.count > 8 ? ", …" : "")."
  }

  /// What the records of a type are found by.
  package func names(of type: RecordType) throws -> [String] {
    try arena.records(of: type).compactMap { record in
      switch type {
      case .block: record.integer(.number).map(String.init) ?? record.text(.title)
      case .group, .contribution, .strategyElement: record.text(.code) ?? record.text(.title)
      case .nextStep: record.text(.what)
      case .remark: record.text(.text)
      default: record.text(.name)
      }
    }
  }

  /// Somebody by name: a person or an organisation that goes by it; else the name as written.
  package func actor(_ text: String) throws -> (actor: Actor, candidates: [Record]) {
    let text = text.trimmingBlanks
    if let id = RecordID(text), let record = try arena.record(id) {
      if record.type == .person { return (.person(id), []) }
      if record.type == .organisation { return (.organisation(id), []) }
    }
    let people = try arena.records(of: .person, named: text)
    if people.count == 1 { return (.person(people[0].id), []) }
    if people.count > 1 { return (.name(text), people) }
    let organisations = try arena.records(of: .organisation, named: text)
    if organisations.count == 1 { return (.organisation(organisations[0].id), []) }
    let near = try peopleByPart(text)
    return (.name(text), organisations.isEmpty ? near : organisations)
  }
}
