import ArenaModel
import LuaKit

/// What records can be asked: `record:name(…)`. The names are disjoint from the fields of the same record type.
enum ScriptMethod: String, CaseIterable, Sendable {
  // Of every record.
  case label, show, render, tally
  // Of groups.
  case people, actors
  // Of the arena.
  case group, person, organisation, contribution, slot, place
  case strategyElement = "strategy_element"
  case say, findings, composition, chapters, utc
  // Of the arena inside a transaction.
  case act, tell, object, refuse, take

  func isOf(_ type: RecordType) -> Bool {
    switch self {
    case .label, .show, .render, .tally: true
    case .people, .actors: type == .group
    default: type == .arena
    }
  }

  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension ScriptBridge {
  /// Pushes the function of a method; one for each state.
  func push(_ method: ScriptMethod, _ stack: LuaStack) {
    if let known = methods[method.place] {
      stack.push(known)
      return
    }
    let function = state.function(raw: { stack in
      guard let record = stack.read(1, as: RecordProxy.self), method.isOf(record.type) else {
        throw LuaError(
          "'\(method.rawValue)' is called on a record; write record:\(method.rawValue)(…)")
      }
      let bridge = try ScriptBridge.of(stack)
      return try bridge.call(method, on: record, stack)
    })
    methods[method.place] = function
    stack.push(function)
  }

  private func call(_ method: ScriptMethod, on proxy: RecordProxy, _ stack: LuaStack) throws
    -> LuaReturn
  {
    let arena = try attached()
    let record = try proxy.present(arena)
    switch method {
    case .label:
      let field = try fieldName(stack, of: record)
      return stack.result(try arena.label(of: field, in: record))
    case .show:
      let field = try fieldName(stack, of: record)
      return stack.result(try arena.show(field, of: record))
    case .render: return try render(try fieldName(stack, of: record), of: record, stack)
    case .tally: return stack.result(try tally(record, stack))
    case .people, .actors: return try members(method, of: record, stack)
    case .group, .person, .organisation, .contribution, .slot, .place, .strategyElement:
      return try lookUp(method, stack)
    case .say:
      let text: String = try stack.argument(2)
      return stack.result(try say(text, stack, valuesAt: 3, about: record))
    case .findings:
      let found = try arena.findings ?? services?.findings() ?? []
      arena.findings = found
      try push(.list(found.map(ScriptValue.finding)), stack)
      return 1
    case .composition: return try composition(stack)
    case .chapters: return try chapters(stack)
    case .utc:
      let time: String = try stack.argument(2)
      guard let utc = arena.timeZone.utc(String(time.prefix(16))) else {
        throw LuaError("\(Phrase.quoted(time)) is no local time; write \"2020-01-22T09:00\"")
      }
      return stack.result(utc)
    case .act, .tell, .object, .refuse, .take: return try write(method, stack)
    }
  }

  /// The field that a method is asked about: one of the model's, of the format's, or a section of the template.
  private func fieldName(_ stack: LuaStack, of record: Record) throws -> String {
    let name: String = try stack.argument(2)
    let arena = try attached()
    if ScriptSchema.field(name, of: record.type) != nil { return name }
    if record.fields[name] != nil { return name }
    let own = try arena.ownFields(of: record).map(\.name)
    if own.contains(name) { return name }
    if record.type == .report, arena.section(name, of: record) != nil { return name }
    let known = ScriptSchema.fields(of: record.type).map(\.name) + own
    throw LuaError(
      "\(Phrase.withArticle(record.type.rawValue.replacing("_", with: " "))) has no field '\(name)'"
        + Phrase.didYouMean(name, among: known))
  }

  /// A text of the plugin in the arena's language, its keys filled.
  func say(_ text: String, _ stack: LuaStack, valuesAt index: Int, about record: Record?) throws
    -> String
  {
    let entries = try values(stack, at: index)
    do {
      return try attached().say(
        text, values: { key in entries.last { $0.key == key }?.value }, about: record,
        locales: locales)
    } catch let error as ModelError {
      throw LuaError(error.description)
    }
  }

  /// The named values of a table argument; none where it is left out.
  func values(_ stack: LuaStack, at index: Int) throws -> [ScriptValue.Entry] {
    if stack.isNil(index) { return [] }
    switch try value(stack, at: index) {
    case .table(let entries): return entries
    case .list(let list) where list.isEmpty: return []
    default:
      throw LuaError.argument(index, "a table of values expected, got \(stack.typeName(index))")
    }
  }

  private func tally(_ record: Record, _ stack: LuaStack) throws -> Int {
    let ballot: String = try stack.argument(2)
    let arena = try attached()
    let known = arena.formats.flatMap(\.ballots).map(\.name)
    guard known.contains(ballot) else {
      throw LuaError("there is no ballot '\(ballot)'" + Phrase.didYouMean(ballot, among: known))
    }
    return try arena.tally(ballot, on: record.id)
  }

  private func members(_ method: ScriptMethod, of group: Record, _ stack: LuaStack) throws
    -> LuaReturn
  {
    let arena = try attached()
    let role: String? = try stack.argument(2)
    if let role, let format = try arena.format(of: group), format.role(role) == nil {
      throw LuaError(
        "the format has no role '\(role)'"
          + Phrase.didYouMean(role, among: format.roles.map(\.name)))
    }
    let slot: RecordProxy? = try stack.argument(3)
    let actors = try arena.actors(of: group.id, role: role, slot: slot?.id)
    if method == .actors {
      try push(.list(actors.map(ScriptValue.actor)), stack)
    } else {
      let people = actors.compactMap { actor -> RecordID? in
        if case .person(let id) = actor { id } else { nil }
      }
      try push(.records(people), stack)
    }
    return 1
  }

  private func lookUp(_ method: ScriptMethod, _ stack: LuaStack) throws -> LuaReturn {
    let arena = try attached()
    let type: RecordType
    switch method {
    case .person: type = .person
    case .organisation: type = .organisation
    case .contribution: type = .contribution
    case .place: type = .place
    case .strategyElement: type = .strategyElement
    case .slot:
      let number: Int = try stack.argument(2)
      let found = try arena.slots().first { try arena.record($0)?.integer(.number) == number }
      try push(found.map { .record($0) } ?? .none, stack)
      return 1
    default: type = .group
    }
    let text: String = try stack.argument(2)
    let found = try arena.reading.records(of: type, named: text).first
    try push(found.map { .record($0.id) } ?? .none, stack)
    return 1
  }

  /// How many of the people bring each perspective, and the greatest share: what the mixture of a group is judged by.
  private func composition(_ stack: LuaStack) throws -> LuaReturn {
    let arena = try attached()
    let people: [RecordID]
    switch try value(stack, at: 2) {
    case .records(let ids): people = ids
    case .list(let list):
      people = list.compactMap { if case .record(let id) = $0 { id } else { nil } }
    case .table(let entries) where entries.isEmpty: people = []
    default: throw LuaError.argument(2, "a list of people expected, got \(stack.typeName(2))")
    }
    var counts: [String: Int] = [:]
    for id in people {
      for name in try arena.record(id)?.texts(.perspectives) ?? [] { counts[name, default: 0] += 1 }
    }
    let format = formatName.flatMap(arena.format) ?? arena.formats.first
    let known = format?.perspectives.map(\.name) ?? []
    let names = known + counts.keys.filter { !known.contains($0) }.sorted()
    let largest = names.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
    let most = largest.flatMap { counts[$0] } ?? 0
    let sides = format?.composition?.sides ?? []
    try push(
      .table([
        .init("people", .integer(people.count)),
        .init("sides", .table(names.map { .init($0, .integer(counts[$0] ?? 0)) })),
        .init("largest", most > 0 ? .text(largest) : .none),
        .init("share", .number(people.isEmpty ? 0 : Double(most) / Double(people.count))),
        .init("missing", .list(sides.filter { (counts[$0] ?? 0) == 0 }.map { .text($0) })),
      ]), stack)
    return 1
  }
}
