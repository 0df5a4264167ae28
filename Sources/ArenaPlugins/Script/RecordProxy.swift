import ArenaModel
import LuaKit

/// A record as a script holds it: a name for it, nothing read beforehand. One record is one Lua value throughout a run.
final class RecordProxy: LuaObject {
  let id: RecordID
  let type: RecordType

  static let luaType = LuaType<RecordProxy>(name: "record", events: [.tostring, .eq])

  init(_ id: RecordID, _ type: RecordType) {
    self.id = id
    self.type = type
  }

  /// A name that some record type has, as field or method.
  struct LuaKey: RawRepresentable, CaseIterable, Sendable {
    let place: Int
    var rawValue: String { Self.names[place] }
    init(place: Int) { self.place = place }
    init?(rawValue: String) {
      guard let place = Self.names.firstIndex(of: rawValue) else { return nil }
      self.place = place
    }
    static let allCases = names.indices.map(LuaKey.init(place:))
    private static let names: [String] = {
      var names = Set(ScriptMethod.allCases.map(\.rawValue))
      for type in RecordType.allCases { names.formUnion(ScriptSchema.fields(of: type).map(\.name)) }
      names.insert("actor")
      return names.sorted()
    }()
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
        LuaKey.allCases.map { key in
          if let field = ScriptSchema.field(key.rawValue, of: type) { return .field(field) }
          if let method = ScriptMethod(rawValue: key.rawValue), method.isOf(type) {
            return .method(method)
          }
          return .nothing
        }
      )
    })

  private static func meaning(_ key: LuaKey, of type: RecordType) -> Meaning {
    meanings[type]?[key.place] ?? .nothing
  }

  func luaGet(_ key: LuaKey, _ stack: LuaStack) throws -> LuaReturn {
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

  func luaGetUnknown(_ stack: LuaStack) throws -> LuaReturn {
    throw unknown(stack.read(2, as: String.self) ?? "[\(stack.typeName(2))]")
  }

  func luaSet(_ key: LuaKey, _ stack: LuaStack) throws {
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

  func luaSetUnknown(_ stack: LuaStack) throws {
    _ = try ScriptBridge.of(stack).writing()
    throw unknown(stack.read(2, as: String.self) ?? "[\(stack.typeName(2))]")
  }

  static func luaMetamethod(_ event: LuaEvent, _ stack: LuaStack) throws -> LuaReturn {
    let one = stack.read(1, as: RecordProxy.self)
    switch event {
    case .eq:
      return stack.result(one != nil && one?.id == stack.read(2, as: RecordProxy.self)?.id)
    default:
      guard let one else { return stack.result("record") }
      let arena = try ScriptBridge.of(stack).attached()
      guard let record = try arena.record(one.id) else { return stack.result("(\(one.noun))") }
      return stack.result(try arena.name(of: record))
    }
  }

  func present(_ arena: ScriptArena) throws -> Record {
    guard let record = try arena.record(id) else {
      throw LuaError("this \(noun) is no longer there; it was taken away")
    }
    return record
  }

  var noun: String { type.rawValue.replacing("_", with: " ") }

  private func unknown(_ name: String) -> LuaError {
    let known =
      ScriptSchema.fields(of: type).map(\.name) + ScriptSchema.methods(of: type)
      + (type == .arena ? ScriptSchema.transactionMethods : [])
    return LuaError(
      "\(Phrase.withArticle(noun)) has no field '\(name)'"
        + Phrase.didYouMean(name, among: known, otherwise: ""))
  }
}
