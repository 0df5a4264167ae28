import ArenaModel
import LuaKit

/// A record as a script holds it: a name for it, nothing read beforehand. To Lua it is a row of ``ScriptRecords``.
struct RecordProxy: LuaReadable {
  let id: RecordID
  let type: RecordType

  static var luaTypeName: String { ScriptRecords.luaRowType.name }

  static func read(from stack: LuaStack, at index: Int32) -> RecordProxy? {
    LuaRow<ScriptRecords>.read(from: stack, at: index).map { $0.source.proxies[$0.number] }
  }

  /// What a name means for each record type, by the name's place.
  private enum Meaning: Sendable {
    case field(ScriptField)
    case method(ScriptMethod)
    case nothing
  }

  private static let meanings: [RecordType: [Meaning]] = Dictionary(
    uniqueKeysWithValues: RecordType.allCases.map { type in
      (
        type,
        ScriptRecords.LuaKey.allCases.map { key in
          if let field = ScriptSchema.field(key.rawValue, of: type) { return .field(field) }
          if let method = ScriptMethod(rawValue: key.rawValue), method.isOf(type) {
            return .method(method)
          }
          return .nothing
        }
      )
    })

  private static func meaning(_ key: ScriptRecords.LuaKey, of type: RecordType) -> Meaning {
    meanings[type]?[key.place] ?? .nothing
  }

  func get(_ key: ScriptRecords.LuaKey, _ stack: LuaStack) throws -> LuaReturn {
    let bridge = try ScriptBridge.of(stack)
    switch Self.meaning(key, of: type) {
    case .field(let field):
      if field.source == .computed(.format) {
        if let name = bridge.formatName {
          try bridge.push(.format(name), stack)
        } else {
          stack.pushNil()
        }
        return 1
      }
      let arena = try bridge.attached()
      if case .computed(.list(let of)) = field.source {
        stack.push(RecordList(try arena.all(of), of: of))
      } else {
        try bridge.push(try arena.value(of: field, in: try present(arena)), stack)
      }
      return 1
    case .method(let method):
      bridge.push(method, stack)
      return 1
    case .nothing:
      if type == .arena, key.rawValue == "actor" {
        try bridge.push(bridge.writing().actor.map(ScriptValue.actor) ?? .none, stack)
        return 1
      }
      throw unknown(key.rawValue)
    }
  }

  func set(_ key: ScriptRecords.LuaKey, _ stack: LuaStack) throws {
    let bridge = try ScriptBridge.of(stack)
    let writer = try bridge.writing()
    guard case .field(let field) = Self.meaning(key, of: type) else {
      throw unknown(key.rawValue)
    }
    guard field.isWritable else {
      throw LuaError("\(noun).\(field.name) is worked out by the host and can't be assigned")
    }
    try writer.set(field, of: id, to: try bridge.value(stack, at: 3))
  }

  func present(_ arena: ScriptArena) throws -> Record {
    guard let record = try arena.record(id) else {
      throw LuaError("this \(noun) is no longer there; it was taken away")
    }
    return record
  }

  var noun: String { type.rawValue.replacing("_", with: " ") }

  func unknown(_ name: String) -> LuaError {
    let known =
      ScriptSchema.fields(of: type).map(\.name) + ScriptSchema.methods(of: type)
      + (type == .arena ? ScriptSchema.transactionMethods : [])
    return LuaError(
      "\(Phrase.withArticle(noun)) has no field '\(name)'"
        + Phrase.didYouMean(name, among: known, otherwise: ""))
  }
}
