/// Makes typed parameters of what somebody typed, or of what a script gave.
package struct ParameterReader {
  private let arena: any ArenaReading
  private let format: FormatDeclaration?
  private let language: String
  private let finder: RecordFinder
  /// Told what was taken for what.
  private let tell: (String) -> Void

  package init(
    arena: any ArenaReading, format: FormatDeclaration?, language: String,
    tell: @escaping (String) -> Void = { _ in }
  ) {
    self.arena = arena
    self.format = format
    self.language = language
    self.finder = RecordFinder(arena: arena, format: format, language: language)
    self.tell = tell
  }

  package init(_ context: ActionContext) {
    self.init(
      arena: context.arena, format: context.format, language: context.language,
      tell: context.tell)
  }

  /// Reads all that was given to an action. Repeated names make lists.
  package func read(_ given: [GivenParameter], for action: ActionSignature) throws
    -> ActionParameters
  {
    var out = ActionParameters()
    var rest: [GivenParameter] = []
    let known = Dictionary(grouping: action.params, by: \.name)
    for parameter in given {
      if let declared = known[parameter.name]?.first {
        out.values[parameter.name] = try added(
          parameter.value, to: out.values[parameter.name], declared, action)
      } else {
        rest.append(parameter)
      }
    }
    let more = try action.more(out, arena)
    for parameter in rest {
      if let declared = more.params.first(where: { $0.name == parameter.name }) {
        out.values[parameter.name] = try added(
          parameter.value, to: out.values[parameter.name], declared, action)
      } else if let declared = more.fields.first(where: { $0.name == parameter.name }) {
        out.fields[parameter.name] = try added(
          parameter.value, to: out.fields[parameter.name], declared, action)
      } else {
        throw unknown(parameter.name, action, more)
      }
    }
    for declared in action.params + more.params {
      try complete(declared, in: &out.values, action)
    }
    for declared in more.fields { try complete(declared, in: &out.fields, action) }
    return out
  }

  private func unknown(_ name: String, _ action: ActionSignature, _ more: ActionSignature.More)
    -> ModelError
  {
    let names = (action.params + more.params + more.fields).map(\.name)
    let near = Folding.didYouMean(name, among: names)
    return ModelError(
      .parameter, "\(action.name): there is no parameter '\(name)'.",
      remedy: near.isEmpty
        ? names.isEmpty ? "It takes none." : "It takes \(names.joined(separator: ", "))." : near)
  }

  private func complete(
    _ declared: FieldDeclaration, in fields: inout Fields, _ action: ActionSignature
  ) throws {
    guard fields[declared.name] == nil else { return }
    if let standard = declared.defaultValue {
      fields[declared.name] = standard
    } else if declared.isRequired {
      throw ModelError(
        .parameter, "\(action.name): \(declared.name) is missing.",
        remedy: "Give it: \(declared.name)=\(Self.example(of: declared.type)).")
    }
  }

  private func added(
    _ value: Value, to earlier: Value?, _ declared: FieldDeclaration, _ action: ActionSignature
  ) throws -> Value {
    if case .list(let values) = value {
      var out = earlier
      for value in values { out = try added(value, to: out, declared, action) }
      return out ?? .list([])
    }
    // An empty value takes one away; the action that changes records reads it so.
    if value == .text(""), !declared.isRequired, action.name == HostActions.set.name {
      return .text("")
    }
    let read = try self.read(value, as: declared, at: "\(action.name): \(declared.name)")
    guard declared.isMany else {
      if earlier != nil, declared.type == .items, case .items(let old)? = earlier,
        case .items(let new) = read
      {
        return .items(old + new)
      }
      if earlier != nil {
        throw ModelError(
          .parameter, "\(action.name): \(declared.name) is given twice.",
          remedy: "It holds one value.")
      }
      return read
    }
    var values: [Value] = []
    if case .list(let old)? = earlier { values = old }
    if case .list(let new) = read { values += new } else { values.append(read) }
    return .list(values)
  }

  /// A value by the type of its field: texts are read, typed values are checked. A list of names in one text is a list
  /// where the field is one.
  package func read(_ value: Value, as declared: FieldDeclaration, at place: String) throws -> Value
  {
    guard case .text(let text) = value else { return try checked(value, as: declared, at: place) }
    let splits: Bool
    switch declared.type {
    case .text, .rich, .items, .actor, .count, .date, .reference: splits = false
    default: splits = declared.isMany && text.contains(",")
    }
    guard splits else { return try read(text, as: declared, at: place) }
    // A name may hold a comma itself.
    if let whole = try? read(text, as: declared, at: place) { return whole }
    return .list(
      try text.split(separator: ",").map {
        try read($0.trimmingBlanks, as: declared, at: place)
      })
  }

  private func read(_ text: String, as declared: FieldDeclaration, at place: String) throws -> Value
  {
    switch declared.type {
    case .text, .rich, .time: return .text(text)
    case .day:
      guard let date = Stated.date(text).date else { throw wrong(text, declared, place) }
      return .text(date.description)
    case .choice: return .text(try term(text, declared, place))
    case .perspective: return .text(try perspective(text, place))
    case .integer:
      guard let number = Int(text.trimmingBlanks) else { throw wrong(text, declared, place) }
      return .integer(number)
    case .number:
      let point = String(text.trimmingBlanks.map { $0 == "," ? "." : $0 })
      guard let number = Double(point), number.isFinite else { throw wrong(text, declared, place) }
      return .number(number)
    case .boolean:
      switch Folding.fold(text) {
      case "true", "yes", "ja", "1", "x": return .boolean(true)
      case "false", "no", "nei", "0", "": return .boolean(false)
      default: throw wrong(text, declared, place)
      }
    case .items: return .items(sorted(items(text), into: declared.categories))
    case .count: return .stated(.count(text))
    case .date: return .stated(.date(text, after: try reference()))
    case .actor: return .actor(try actor(text, place))
    case .reference: return try self.reference(text, place)
    case .record: return .record(try anyRecord(text, place).id)
    case .person, .organisation, .group, .contribution, .slot, .block, .place, .nextStep,
      .strategyElement:
      guard let type = declared.type.recordType else { throw wrong(text, declared, place) }
      let record = try finder.needed(text, type, parameter: place)
      if type == .person, let name = record.text(.name), MatchKey(name) != MatchKey(text),
        !record.texts(.aliases).contains(where: { MatchKey($0) == MatchKey(text) }),
        RecordID(text) == nil
      {
        tell("\(text) is taken to be \(name).")
      }
      return .record(record.id)
    default: throw wrong(text, declared, place)
    }
  }

  private func checked(_ value: Value, as declared: FieldDeclaration, at place: String) throws
    -> Value
  {
    switch (declared.type, value) {
    case (.integer, .number(let number)):
      if let whole = Int(exactly: number) { return .integer(whole) }
    case (.number, .integer(let number)): return .number(Double(number))
    case (.integer, .integer), (.number, .number), (.boolean, .boolean), (.items, .items),
      (.count, .stated), (.date, .stated), (.actor, .actor), (.reference, .elsewhere),
      (.object, .object), (.blob, .blob):
      return value
    // A script's empty list, or a list of plain texts.
    case (.items, .list(let values)):
      let texts = values.compactMap { if case .text(let text) = $0 { text } else { nil } }
      if texts.count == values.count {
        return .items(sorted(texts.flatMap(items), into: declared.categories))
      }
    case (.count, .integer(let number)): return .stated(.count(String(number)))
    case (.count, .number(let number)): return .stated(.count(Wording.number(number)))
    case (.text, .integer(let number)): return .text(String(number))
    case (.text, .number(let number)): return .text(Wording.number(number))
    case (.slot, .integer(let number)), (.block, .integer(let number)):
      return try read(String(number), as: declared, at: place)
    case (.actor, .record(let id)):
      switch try arena.record(id)?.type {
      case .person: return .actor(.person(id))
      case .organisation: return .actor(.organisation(id))
      default: break
      }
    case (.person, .actor(.person(let id))), (.organisation, .actor(.organisation(let id))):
      return .record(id)
    case (.record, .record), (.reference, .record): return value
    case (.reference, .actor(let actor)), (.record, .actor(let actor)):
      if let id = actor.id { return .record(id) }
    case (_, .record(let id)):
      if let type = declared.type.recordType, try arena.record(id)?.type == type { return value }
    case (_, .list(let values)) where declared.isMany:
      return .list(try values.map { try read($0, as: declared, at: place) })
    default: break
    }
    throw ModelError(
      .parameter, "\(place): this is no \(declared.type.rawValue).",
      remedy: "It must be \(Self.example(of: declared.type)).")
  }

  private func wrong(_ text: String, _ declared: FieldDeclaration, _ place: String) -> ModelError {
    ModelError(
      .parameter, "\(place): '\(text)' is no \(declared.type.rawValue).",
      remedy: "Write it like \(Self.example(of: declared.type)).")
  }

  private func term(_ text: String, _ declared: FieldDeclaration, _ place: String) throws -> String
  {
    let folded = Folding.fold(text)
    for term in declared.of {
      if term.name == text { return term.name }
      let labels =
        format?.locales.recognised(term.naming.label, first: language)
        ?? term.naming.label.texts
      if labels.contains(where: { Folding.fold($0) == folded }) { return term.name }
    }
    if let term = ModelTerms.term(for: text, among: declared.of.map(\.name)) { return term }
    let names = declared.of.map(\.name)
    let near = Folding.didYouMean(text, among: names)
    throw ModelError(
      .parameter, "\(place): there is no '\(text)' here.",
      remedy: near.isEmpty ? "It is one of \(names.joined(separator: ", "))." : near)
  }

  private func perspective(_ text: String, _ place: String) throws -> String {
    let folded = Folding.fold(text)
    for term in format?.perspectives ?? [] {
      if Folding.fold(term.name) == folded { return term.name }
      let labels = format?.locales.recognised(term.naming.label, first: language) ?? []
      if labels.contains(where: { Folding.fold($0) == folded }) { return term.name }
    }
    let names = format?.perspectives.map(\.name) ?? []
    // Perspectives are an open list; a format that names some wants one of them.
    if names.isEmpty { return FormatDeclaration.name(from: text) }
    let near = Folding.didYouMean(text, among: names)
    throw ModelError(
      .parameter, "\(place): there is no perspective '\(text)'.",
      remedy: near.isEmpty ? "There are \(names.joined(separator: ", "))." : near)
  }

  private func items(_ text: String) -> [Item] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      SourceLine(number: $0 + 1, text: String($1))
    }
    let writing = arena as? any ArenaWriting
    return ItemReader().read(lines).map { read in
      read.item { writing?.newID() ?? RecordID(high: 0, low: 0) }
    }
  }

  /// Sorts what begins with one of the field's categories in brackets, "[energy] We have it in us", by name or label.
  private func sorted(_ items: [Item], into categories: [Term]) -> [Item] {
    guard !categories.isEmpty else { return items }
    return items.map { item in
      var item = item
      item.items = sorted(item.items, into: categories)
      guard item.text.hasPrefix("["), let end = item.text.firstIndex(of: "]") else { return item }
      let word = item.text[item.text.index(after: item.text.startIndex)..<end]
      let folded = Folding.fold(word)
      let category = categories.first { term in
        let labels =
          format?.locales.recognised(term.naming.label, first: language)
          ?? term.naming.label.texts
        return term.name == word.trimmingBlanks || labels.contains { Folding.fold($0) == folded }
      }
      guard let category else { return item }
      item.category = category.name
      item.text = item.text[item.text.index(after: end)...].trimmingBlanks
      return item
    }
  }

  private func reference() throws -> CalendarDate? {
    try arena.arena().texts(.days).compactMap { CalendarDate($0) }.max()
  }

  private func actor(_ text: String, _ place: String) throws -> Actor {
    let (actor, candidates) = try finder.actor(text)
    if case .name(let name) = actor, !candidates.isEmpty {
      let names = candidates.prefix(4).compactMap { $0.text(.name) }
      tell(
        "\(place): '\(name)' is kept as written; it may be \(Wording.list(names, in: "en")).")
    }
    return actor
  }

  /// A record by `type:name`, or by a name that one kind of record alone has; a contribution comes before the group
  /// of the same code.
  private func anyRecord(_ text: String, _ place: String) throws -> Record {
    if let id = RecordID(text), let record = try arena.record(id) { return record }
    let halves = text.split(separator: ":", maxSplits: 1)
    if halves.count == 2, let type = RecordType(rawValue: halves[0].trimmingBlanks) {
      return try finder.needed(halves[1].trimmingBlanks, type, parameter: place)
    }
    if Folding.fold(text) == "arena" { return try arena.arena() }
    let types: [RecordType] = [
      .contribution, .group, .strategyElement, .person, .organisation, .place, .block, .nextStep,
    ]
    for type in types {
      if type == .person {
        if let one = try arena.records(of: .person, named: text).first { return one }
        continue
      }
      switch try finder.find(text, type) {
      case .none: continue
      default: return try finder.needed(text, type, parameter: place)
      }
    }
    throw ModelError(
      .notFound, "\(place): nothing in the arena goes by '\(text)'.",
      remedy: "Name its code, its name, its id, or TYPE:NAME such as group:1.6.")
  }

  /// A record here, or one of another arena: `ARENA/CODE TITLE`.
  private func reference(_ text: String, _ place: String) throws -> Value {
    if let record = try? anyRecord(text, place) { return .record(record.id) }
    guard let slash = text.lastIndex(of: "/") else {
      throw ModelError(
        .notFound, "\(place): nothing in the arena goes by '\(text)'.",
        remedy: "For a record of another arena write ARENA/CODE TITLE.")
    }
    let arenaName = text[..<slash].trimmingBlanks
    let rest = text[text.index(after: slash)...].trimmingBlanks
    let code = rest.prefix { !$0.isWhitespace }
    guard code.contains(where: \.isNumber) else {
      return .elsewhere(Elsewhere(arena: arenaName, title: rest))
    }
    let title = rest.dropFirst(code.count).trimmingBlanks
    return .elsewhere(
      Elsewhere(arena: arenaName, code: String(code), title: title.isEmpty ? nil : title))
  }

  /// How a value of a type is typed.
  package static func example(of type: FieldType) -> String {
    switch type {
    case .text, .rich: "\"some text\""
    case .choice: "one of its terms"
    case .perspective: "the name of a perspective"
    case .integer: "3"
    case .number: "0.7"
    case .boolean: "yes or no"
    case .items: "\"- a point\", or @file"
    case .count: "\"6 (8)\""
    case .date, .day: "2020-03-02"
    case .time: "2020-01-22T09:00"
    case .actor, .person: "\"First Last\""
    case .organisation: "\"Name of the organisation\""
    case .group, .contribution: "its code"
    case .slot, .block: "the slot's number"
    case .place: "the name of the room"
    case .nextStep, .strategyElement, .record: "its code or id"
    case .reference: "its code, or ARENA/CODE"
    default: "nothing that can be typed"
    }
  }
}
