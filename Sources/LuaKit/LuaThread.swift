public import CLua
internal import CLuaKit

/// A coroutine that Swift drives.
public final class LuaThread: LuaReference, LuaReadable {
  public static var luaTypeName: String { "thread" }

  @inlinable public static func read(from stack: LuaStack, at index: Int32) -> LuaThread? {
    lua_type(stack.pointer, index) == LUA_TTHREAD
      ? LuaThread(holding: index, of: stack) : nil
  }

  /// What came out of a resumption.
  public enum Step {
    /// It suspended itself with these values.
    case yielded([LuaValue])
    /// It came to its end with these.
    case returned([LuaValue])
  }

  /// Runs the coroutine until it yields or ends. A coroutine that ended or failed can't be resumed: the error says so.
  public func resume<each A: LuaWritable>(_ argument: repeat each A) throws(LuaError) -> Step {
    let main = try stack
    push(onto: main)
    defer { main.pop() }
    guard let pointer = lua_tothread(main.pointer, -1) else { throw LuaError.closed }
    let stack = LuaStack(pointer)
    try stack.reserve(20)
    let base = lua_gettop(pointer)
    var count: Int32 = 0
    for value in repeat each argument {
      value.push(onto: stack)
      count += 1
    }
    var results: Int32 = 0
    let status = lk_resume(pointer, main.pointer, count, &results)
    if status != LUA_OK && status != LUA_YIELD {
      throw LuaError.caught(on: stack, status: status)
    }
    try stack.reserve(4)
    let top = lua_gettop(pointer)
    let values = results == 0 ? [] : (top - results + 1...top).map { LuaValue.at($0, of: stack) }
    lua_settop(pointer, max(0, min(base, top - results)))
    return status == LUA_YIELD ? .yielded(values) : .returned(values)
  }
}
