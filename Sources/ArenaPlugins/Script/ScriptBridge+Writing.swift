import ArenaModel
import LuaKit

/// What scripts do inside a transaction: CONTRACT section 3.
extension ScriptBridge {
  func write(_ method: ScriptMethod, _ stack: LuaStack) throws -> LuaReturn {
    let writer = try writing()
    switch method {
    case .act:
      let action: String = try stack.argument(2)
      let made = try writer.act(action, try values(stack, at: 3))
      try push(made.map { .record($0) } ?? .none, stack)
      return 1
    case .tell:
      writer.tell(try say(try stack.argument(2), stack, valuesAt: 3, about: nil))
      return .none
    case .object:
      try writer.object(try say(try stack.argument(2), stack, valuesAt: 3, about: nil))
      return .none
    case .refuse:
      let sentence = try say(try stack.argument(2), stack, valuesAt: 3, about: nil)
      throw PluginError.refused(sentence)
    case .take:
      let made = try writer.take(
        stack.read(2, as: LuaValue.self) ?? .nil, try values(stack, at: 3))
      try push(made.map { .record($0) } ?? .none, stack)
      return 1
    default: return .none
    }
  }

  /// `tx.places:add { name = "…" }`.
  func add(_ type: RecordType, _ stack: LuaStack) throws -> LuaReturn {
    let id = try writing().add(type, try values(stack, at: 2))
    try push(.record(id), stack)
    return 1
  }

  /// `tx.memberships:remove(m)`.
  func remove(_ stack: LuaStack) throws -> LuaReturn {
    guard let record = stack.read(2, as: RecordProxy.self) else {
      throw LuaError.argument(2, "a record expected, got \(stack.typeName(2))")
    }
    guard record.type.isRemovable else {
      throw LuaError(
        "\(Phrase.withArticle(record.noun)) can't be removed; memberships, links and votes can. "
          + "Change its state instead")
    }
    try writing().remove(record.id)
    return .none
  }
}
