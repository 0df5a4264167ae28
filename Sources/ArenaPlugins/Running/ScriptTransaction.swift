import ArenaModel
import LuaKit

/// A transaction as scripts write to it: every value checked and coerced where it is assigned, every change journalled by
/// whoever holds the arena.
final class ScriptTransaction: ScriptWriting {
  let context: ActionContext
  private let arena: ScriptArena
  private let host: PluginHost
  /// For importers, which belong to no format: an action runs by the rules of the format of its records.
  var findsFormat = false
  /// For importers: the host's own placing.
  var taking: ((LuaValue, [ScriptValue.Entry]) throws -> RecordID?)?

  init(_ context: ActionContext, arena: ScriptArena, host: PluginHost) {
    self.context = context
    self.arena = arena
    self.host = host
  }

  var actor: Actor? { context.actor }
  var now: Instant { context.arena.now }

  func set(_ field: ScriptField, of id: RecordID, to value: ScriptValue) throws {
    var stored = try Self.stored(value) ?? .text("")
    // A count that somebody left blank is a fact; only nil takes it away.
    if case .model(let spec) = field.source, spec.type == .count, value == .text("") {
      stored = .stated(.count(""))
    }
    let given = GivenParameter(field.name, stored)
    _ = try performHost("set", [GivenParameter("record", .record(id)), given], about: id)
  }

  func setOwn(_ name: String, of id: RecordID, to value: ScriptValue) throws {
    guard var record = try context.arena.record(id) else { return }
    guard let stored = try Self.stored(value) else {
      record.fields[name] = nil
      try context.arena.update(record)
      return
    }
    let declared = try arena.ownFields(of: record).first { $0.name == name }
    var read = stored
    if let declared {
      let reader = ParameterReader(try context(for: id))
      read = try reader.read(stored, as: declared, at: name)
      if declared.isMany {
        if case .list = read {} else { read = .list([read]) }
      }
    }
    record.fields[name] = read
    try context.arena.update(record)
  }

  func add(_ type: RecordType, _ values: [ScriptValue.Entry]) throws -> RecordID {
    let given = try [GivenParameter("type", .text(type.rawValue))] + Self.given(values)
    guard let record = try performHost("add", given, about: nil) else {
      throw LuaError("the \(type.rawValue) wasn't added")
    }
    return record.id
  }

  func remove(_ id: RecordID) throws { try context.arena.remove(id) }

  func act(_ action: String, _ values: [ScriptValue.Entry]) throws -> RecordID? {
    let given = try Self.given(values)
    let (named, verb) = PluginHost.split(action)
    var format = context.format
    if findsFormat || named != nil {
      format = try host.format(
        for: verb, named: named, given, in: context.arena, formats: arena.formats)
    }
    let inner = context.inner(format: format)
    let record = try host.perform(verb, given, in: inner, arena: arena)
    context.absorb(inner)
    return record?.id
  }

  func tell(_ text: String) { context.tell(text) }

  func object(_ text: String) throws { try context.object(text) }

  func take(_ entry: LuaValue, _ values: [ScriptValue.Entry]) throws -> RecordID? {
    guard let taking else {
      throw LuaError("only importers take entries; an action has the parameters in p")
    }
    return try taking(entry, values)
  }

  /// One of the host's own actions, by the rules of the format that the record belongs to.
  private func performHost(
    _ name: String, _ given: [GivenParameter], about id: RecordID?
  ) throws -> Record? {
    guard let action = HostActions.named(name) else { return nil }
    let context =
      id == nil ? try context(adding: given) : try context(for: id)
    let parameters = try ParameterReader(context).read(
      given, for: action.signature(of: context.format))
    let record = try action.run(context, parameters)
    if context !== self.context { self.context.absorb(context) }
    return record
  }

  /// A new record is read by the rules of the format that it names, or to whose records it belongs.
  private func context(adding given: [GivenParameter]) throws -> ActionContext {
    guard arena.formats.count > 1 else { return context }
    let named = given.first { $0.name == "format" }?.value
    let format: FormatDeclaration?
    if case .text(let name)? = named {
      format = arena.format(named: name)
    } else {
      format = try given.lazy.compactMap { $0.value.recordID ?? self.firstRecord($0.value) }
        .compactMap(arena.record).compactMap(arena.format).first
    }
    guard let format, format.name != context.format?.name else { return context }
    return context.inner(format: format)
  }

  private func firstRecord(_ value: Value) -> RecordID? {
    if case .list(let values) = value { values.first?.recordID } else { nil }
  }

  private func context(for id: RecordID?) throws -> ActionContext {
    guard let record = try id.flatMap(arena.record), let format = try arena.format(of: record),
      format.name != context.format?.name
    else { return context }
    return context.inner(format: format)
  }

  // MARK: - Values

  static func given(_ values: [ScriptValue.Entry]) throws -> [GivenParameter] {
    try values.compactMap { entry in
      try stored(entry.value).map { GivenParameter(entry.key, $0) }
    }
  }

  /// A script's value as the model stores it, before it is read by its field's type.
  static func stored(_ value: ScriptValue) throws -> Value? {
    switch value {
    case .none: return nil
    case .text(let text): return .text(text)
    case .integer(let integer): return .integer(integer)
    case .number(let number): return .number(number)
    case .boolean(let flag): return .boolean(flag)
    case .stated(let stated): return .stated(stated)
    case .record(let id): return .record(id)
    case .records(let ids): return .list(ids.map(Value.record))
    case .items(let items): return .items(items)
    case .elsewhere(let elsewhere): return .elsewhere(elsewhere)
    case .format(let name): return .text(name)
    case .named(let values): return .list(try values.compactMap(stored))
    case .list(let values):
      let items = try values.map(item)
      if !values.isEmpty, items.allSatisfy({ $0 != nil }) {
        return .items(items.compactMap(\.self))
      }
      return .list(try values.compactMap(stored))
    case .table(let entries):
      func text(_ key: String) -> String? {
        if case .text(let text)? = entries.first(where: { $0.key == key })?.value {
          text
        } else {
          nil
        }
      }
      if let arena = text("arena") {
        return .elsewhere(Elsewhere(arena: arena, code: text("code"), title: text("title")))
      }
      var fields = Fields()
      for entry in entries { fields[entry.key] = try stored(entry.value) }
      return .object(fields)
    case .finding, .fields: throw LuaError("this is no value that an arena can hold")
    }
  }

  /// A table with a `text`, as items are written; nil for others.
  private static func item(_ value: ScriptValue) throws -> Item? {
    guard case .table(let entries) = value,
      case .text(let text)? = entries.first(where: { $0.key == "text" })?.value
    else { return nil }
    func entry(_ key: String) -> ScriptValue? { entries.first { $0.key == key }?.value }
    var id = RecordID(high: 0, low: 0)
    if case .text(let written)? = entry("id"), let known = RecordID(written) { id = known }
    var item = Item(id: id, text: text)
    if case .text(let category)? = entry("category") { item.category = category }
    if case .text(let mark)? = entry("mark") { item.mark = mark }
    if case .boolean(let bullet)? = entry("bullet") { item.isBullet = bullet }
    if case .list(let nested)? = entry("items") {
      item.items = try nested.compactMap(Self.item)
    }
    return item
  }
}
