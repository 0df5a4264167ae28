import ArenaModel
import LuaKit

/// A list of records as a script holds it: lazy, from 1, a snapshot. It has the methods of `pandoc.List` and `where`;
/// what changes it first makes a plain list of it, so that a snapshot may be sorted like any other.
final class RecordList: LuaObject {
  let ids: [RecordID]
  /// For a list of the arena itself: what `add` adds. Lists that a record owns have none.
  let owner: RecordType?
  /// The plain list that took its place after a first change.
  private var plain: LuaTable?

  static let luaType = LuaType<RecordList>(
    name: "list", events: [.len, .pairs, .eq, .concat, .tostring], keepsIdentity: false)

  init(_ ids: [RecordID], of owner: RecordType? = nil) {
    self.ids = ids
    self.owner = owner
  }

  enum LuaKey: String, CaseIterable, Sendable {
    case at, clone, extend, filter, find
    case findIf = "find_if"
    case add, includes, insert, iter, map, remove, sort, `where`
  }

  func luaGet(_ key: LuaKey, _ stack: LuaStack) throws -> LuaReturn {
    let bridge = try ScriptBridge.of(stack)
    switch key {
    case .where: stack.pushFunction(Self.whereFunction)
    case .add: stack.pushFunction(Self.addFunction)
    case .remove where owner != nil && bridge.writer != nil:
      stack.pushFunction { stack in try ScriptBridge.of(stack).remove(stack) }
    case .remove where owner != nil:
      // A record is meant for the arena's list, a place for the list in hand.
      stack.pushFunction { stack in
        let bridge = try ScriptBridge.of(stack)
        if stack.read(2, as: RecordProxy.self) != nil { _ = try bridge.writing() }
        guard let list = stack.read(1, as: RecordList.self) else {
          throw LuaError("'remove' is called on a list; write list:remove(…)")
        }
        let table = try list.ownPlain(bridge)
        let count = stack.count
        return .values(
          try bridge.callListMethod("remove", on: table, arguments: 2...max(2, count), stack))
      }
    case .map, .filter, .find, .findIf, .includes, .at, .clone, .iter, .insert, .extend, .remove,
      .sort:
      // The methods of pandoc.List work on tables: they are called on the plain list in this one's place.
      let name = key.rawValue
      stack.pushFunction { stack in
        guard let list = stack.read(1, as: RecordList.self) else {
          throw LuaError("'\(name)' is called on a list; write list:\(name)(…)")
        }
        let bridge = try ScriptBridge.of(stack)
        let changes = ["insert", "extend", "remove", "sort"].contains(name)
        let table = changes ? try list.ownPlain(bridge) : try list.plainCopy(bridge)
        let count = stack.count
        let results = try bridge.callListMethod(
          name, on: table, arguments: 2...max(2, count), stack)
        return .values(results)
      }
    }
    return 1
  }

  func luaGetUnknown(_ stack: LuaStack) throws -> LuaReturn {
    if let plain {
      stack.push(plain)
      stack.copy(2)
      try stack.get(-2, stack.read(2, as: LuaValue.self) ?? .nil)
      return 1
    }
    if let place = stack.kind(2) == .number ? stack.read(2, as: Int.self) : nil {
      guard place >= 1, place <= ids.count else {
        stack.pushNil()
        return 1
      }
      try ScriptBridge.of(stack).push(.record(ids[place - 1]), stack)
      return 1
    }
    let name = stack.read(2, as: String.self) ?? "[\(stack.typeName(2))]"
    throw LuaError(
      "a list has no field '\(name)'"
        + Phrase.didYouMean(name, among: LuaKey.allCases.map(\.rawValue)))
  }

  func luaSetUnknown(_ stack: LuaStack) throws {
    let plain = try ownPlain(ScriptBridge.of(stack))
    plain.setRaw(
      stack.read(2, as: LuaValue.self) ?? .nil, stack.read(3, as: LuaValue.self) ?? .nil)
  }

  func luaSet(_ key: LuaKey, _ stack: LuaStack) throws {
    throw LuaError("a list's '\(key.rawValue)' can't be assigned")
  }

  static func luaMetamethod(_ event: LuaEvent, _ stack: LuaStack) throws -> LuaReturn {
    let one = stack.read(1, as: RecordList.self)
    switch event {
    case .len: return stack.result(one?.count ?? 0)
    case .eq:
      return stack.result(one != nil && one?.ids == stack.read(2, as: RecordList.self)?.ids)
    case .pairs:
      stack.pushFunction(recordListNext)
      stack.copy(1)
      stack.push(0)
      return 3
    case .concat:
      let bridge = try ScriptBridge.of(stack)
      let together = try bridge.plainList()
      for index in 1...2 {
        if let list = stack.read(index, as: RecordList.self) {
          for id in list.ids { bridge.append(.record(id), to: together) }
        } else if let table = stack.read(index, as: LuaTable.self) {
          for place in 1...max(1, table.count) where place <= table.count {
            together[together.count + 1] = table[place]
          }
        } else {
          throw LuaError("a list can't be joined with a \(stack.typeName(index))")
        }
      }
      return stack.result(together)
    default: return stack.result("list of \(one?.count ?? 0)")
    }
  }

  private var count: Int { plain?.count ?? ids.count }

  /// A plain list of its own, from now on in its place.
  private func ownPlain(_ bridge: ScriptBridge) throws -> LuaTable {
    if let plain { return plain }
    let table = try plainCopy(bridge)
    plain = table
    return table
  }

  private func plainCopy(_ bridge: ScriptBridge) throws -> LuaTable {
    if let plain { return plain }
    let table = try bridge.plainList()
    for id in ids { bridge.append(.record(id), to: table) }
    return table
  }

  /// `tx.places:add { … }`: on the arena's own lists, inside a transaction.
  private static let addFunction: @Sendable (LuaStack) throws -> LuaReturn = { stack in
    guard let list = stack.read(1, as: RecordList.self) else {
      throw LuaError("'add' is called on a list; write tx.places:add { … }")
    }
    let bridge = try ScriptBridge.of(stack)
    _ = try bridge.writing()
    guard let type = list.owner else {
      throw LuaError(
        "this list is worked out and has no add; add to a list of the arena, such as tx.groups")
    }
    return try bridge.add(type, stack)
  }

  /// `list:where { field = value }`: the records whose fields have these values; a list has a value that is in it.
  private static let whereFunction: @Sendable (LuaStack) throws -> LuaReturn = { stack in
    guard let list = stack.read(1, as: RecordList.self) else {
      throw LuaError("'where' is called on a list; write list:where { field = value }")
    }
    let bridge = try ScriptBridge.of(stack)
    let wanted = try bridge.values(stack, at: 2)
    let found = try bridge.attached().select(list.ids, where: wanted)
    let out = try bridge.plainList()
    for id in found { bridge.append(.record(id), to: out) }
    return stack.result(out)
  }
}

/// The iterator of `pairs`.
private func recordListNext(_ stack: LuaStack) throws -> LuaReturn {
  guard let list = stack.read(1, as: RecordList.self), let place = stack.read(2, as: Int.self)
  else {
    throw LuaError("a list expected")
  }
  guard place >= 0, place < list.ids.count else {
    stack.pushNil()
    return 1
  }
  stack.push(place + 1)
  try ScriptBridge.of(stack).push(.record(list.ids[place]), stack)
  return 2
}

extension ScriptArena {
  /// The records whose fields have these values, in their order.
  func select(_ ids: [RecordID], where wanted: [ScriptValue.Entry]) throws -> [RecordID] {
    var found = ids
    for entry in wanted {
      guard let first = found.first, let type = try record(first)?.type else { return [] }
      guard let field = ScriptSchema.field(entry.key, of: type) else {
        let noun = type.rawValue.replacing("_", with: " ")
        throw LuaError(
          "\(Phrase.withArticle(noun)) has no field '\(entry.key)'"
            + Phrase.didYouMean(
              entry.key, among: ScriptSchema.fields(of: type).map(\.name)))
      }
      let matching = try index(of: field, type)[entry.value] ?? []
      found =
        found.count == 1 || matching.count < 8
        ? found.filter(matching.contains) : found.filter(Set(matching).contains)
    }
    return found
  }

  /// The records of a type by the value of a field, made when it is first asked for.
  private func index(of field: ScriptField, _ type: RecordType) throws
    -> [ScriptValue: [RecordID]]
  {
    let key = "\(type.rawValue).\(field.name)"
    if let known = indexes[key] { return known }
    var index: [ScriptValue: [RecordID]] = [:]
    for id in try all(type) {
      guard let record = try record(id) else { continue }
      switch try value(of: field, in: record) {
      case .records(let ids): for id in ids { index[.record(id), default: []].append(record.id) }
      case .list(let values): for value in values { index[value, default: []].append(record.id) }
      case let value: index[value, default: []].append(record.id)
      }
    }
    indexes[key] = index
    return index
  }
}
