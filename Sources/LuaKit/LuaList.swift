/// A list whose items are made when a script asks for them, so that a list of 100,000 records costs nothing until
/// somebody reads it.
///
/// Scripts index it from 1, take its length, and walk it with `ipairs` and `pairs`; they can't change it. With
/// `keepsItems`, an item that was read stays in Lua's memory and is the same value the next time; items that are
/// ``LuaObject``s with `keepsIdentity` are the same anyway.
public final class LuaList: LuaObject {
  public typealias LuaKey = LuaNoKeys

  public static let luaType = LuaType<LuaList>(
    name: "list", events: [.len, .pairs], keepsIdentity: false)

  public let count: Int
  private let item: (Int, LuaStack) throws -> Void

  /// - Parameters:
  ///   - count: how many items there are.
  ///   - item: pushes exactly one value, for an index from 0.
  public init(count: Int, item: @escaping (_ index: Int, _ stack: LuaStack) throws -> Void) {
    self.count = count
    self.item = item
  }

  /// A list over a Swift collection's items.
  public convenience init<Items: RandomAccessCollection>(
    _ items: Items, push: @escaping (Items.Element, LuaStack) throws -> Void
  ) {
    self.init(count: items.count) { index, stack in
      try push(items[items.index(items.startIndex, offsetBy: index)], stack)
    }
  }

  public func luaGetUnknown(_ stack: LuaStack) throws -> LuaReturn {
    guard let index = stack.read(2, as: Int.self), index >= 1, index <= count else {
      stack.pushNil()
      return 1
    }
    try item(index - 1, stack)
    return 1
  }

  public func luaSetUnknown(_ stack: LuaStack) throws {
    throw LuaError("this list can be read but not changed")
  }

  public static func luaMetamethod(_ event: LuaEvent, _ stack: LuaStack) throws -> LuaReturn {
    guard let list = LuaList.read(from: stack, at: 1) else {
      throw LuaError.argument(1, expected: "list", stack: stack)
    }
    if event == .len { return stack.result(list.count) }
    stack.pushFunction(luaListNext)
    stack.copy(1)
    stack.push(0)
    return 3
  }
}

/// The iterator of `pairs`: list, index -> index, item.
private func luaListNext(_ stack: LuaStack) throws -> LuaReturn {
  guard let list = LuaList.read(from: stack, at: 1), let index = stack.read(2, as: Int.self) else {
    throw LuaError.argument(1, expected: "list", stack: stack)
  }
  guard index >= 0, index < list.count else {
    stack.pushNil()
    return 1
  }
  stack.setCount(1)
  stack.push(index + 1)
  _ = try list.luaGetUnknown(stack)
  return 2
}
