import ArenaModel
import LuaKit

/// A count or a date: the text as written beside what was read from it.
final class StatedProxy: LuaObject {
  let stated: Stated

  static let luaType = LuaType<StatedProxy>(
    name: "stated value", events: [.tostring, .eq], keepsIdentity: false)

  init(_ stated: Stated) { self.stated = stated }

  enum LuaKey: String, CaseIterable, Sendable { case text, value }

  func luaGet(_ key: LuaKey, _ stack: LuaStack) throws -> LuaReturn {
    switch key {
    case .text: return stack.result(stated.text)
    case .value:
      switch stated.value {
      case .number(let number):
        if let whole = Int(exactly: number) { return stack.result(whole) }
        return stack.result(number)
      case .date(let date): return stack.result(date)
      case nil:
        stack.pushNil()
        return 1
      }
    }
  }

  static func luaMetamethod(_ event: LuaEvent, _ stack: LuaStack) throws -> LuaReturn {
    let one = stack.read(1, as: StatedProxy.self)
    if event == .eq {
      return stack.result(
        one != nil && one?.stated == stack.read(2, as: StatedProxy.self)?.stated)
    }
    return stack.result(one?.stated.text ?? "")
  }
}

/// `record.fields`: what the format added. A field that isn't declared raises.
final class FieldsProxy: LuaObject {
  typealias LuaKey = LuaNoKeys
  let id: RecordID

  static let luaType = LuaType<FieldsProxy>(name: "fields", events: [.pairs], keepsIdentity: false)

  init(_ id: RecordID) { self.id = id }

  func luaGetUnknown(_ stack: LuaStack) throws -> LuaReturn {
    let name: String = try stack.argument(2)
    let bridge = try ScriptBridge.of(stack)
    try bridge.push(try value(of: name, bridge), stack)
    return 1
  }

  func luaSetUnknown(_ stack: LuaStack) throws {
    let name: String = try stack.argument(2)
    let bridge = try ScriptBridge.of(stack)
    let writer = try bridge.writing()
    _ = try value(of: name, bridge)
    try writer.setOwn(name, of: id, to: try bridge.value(stack, at: 3))
  }

  fileprivate func value(of name: String, _ bridge: ScriptBridge) throws -> ScriptValue {
    let arena = try bridge.attached()
    guard let record = try arena.record(id) else { return .none }
    let declared = try arena.ownFields(of: record)
    let field = declared.first { $0.name == name }
    guard field != nil || record.fields[name] != nil else {
      let noun = record.type.rawValue.replacing("_", with: " ")
      throw LuaError(
        "\(Phrase.withArticle(noun)) has no field 'fields.\(name)'"
          + Phrase.didYouMean(
            name, among: declared.map(\.name),
            otherwise: "; its format declares \(declared.isEmpty ? "none" : "others")."))
    }
    if field?.isPersonal == true { arena.noteRead("fields.\(name)", of: record) }
    if let value = record.fields[name] { return try arena.script(value) }
    if field?.isMany == true { return .list([]) }
    switch field?.type {
    case .boolean: return .boolean(false)
    case .items: return .items([])
    default: return .none
    }
  }

  static func luaMetamethod(_ event: LuaEvent, _ stack: LuaStack) throws -> LuaReturn {
    guard let fields = stack.read(1, as: FieldsProxy.self) else { return .none }
    let bridge = try ScriptBridge.of(stack)
    let arena = try bridge.attached()
    let record = try arena.record(fields.id)
    let declared = try record.map(arena.ownFields)?.map(\.name) ?? []
    let stored = record?.fields.names.filter { !declared.contains($0) } ?? []
    let table = bridge.state.table()
    for name in declared + stored {
      try bridge.push(try fields.value(of: name, bridge), stack)
      table.setRaw(name, stack.read(-1, as: LuaValue.self) ?? .nil)
      stack.pop()
    }
    stack.push(bridge.state.globals["next"])
    stack.push(table)
    stack.pushNil()
    return 3
  }
}
