public import CLua
public import CLuaKit

/// A Lua value that Swift holds on to: it lives until the reference is gone.
///
/// A reference belongs to its state and to the state's thread. It may outlive the state; then it is empty.
public class LuaReference: LuaWritable {
  public let core: LuaCore
  @usableFromInline let reference: Int32

  /// Pops a value and holds it.
  @inlinable
  public init(popping stack: LuaStack) {
    core = LuaCore.of(stack.pointer)
    reference = lk_ref(stack.pointer)
  }

  deinit {
    if let pointer = core.pointer { lk_unref(pointer, reference) }
  }

  /// The main stack of the state; throws once that is closed.
  @inlinable
  public var stack: LuaStack {
    get throws(LuaError) {
      guard let pointer = core.pointer else { throw LuaError.closedState }
      return LuaStack(pointer)
    }
  }

  @inlinable
  public func push(onto stack: LuaStack) {
    precondition(
      LuaCore.of(stack.pointer) === core, "a Lua value was passed to another state than its own")
    _ = lk_push_ref(stack.pointer, reference)
  }

  /// Holds the value at `index`, which stays.
  @inlinable
  convenience init(holding index: Int32, of stack: LuaStack) {
    lua_pushvalue(stack.pointer, index)
    self.init(popping: stack)
  }
}

extension LuaError {
  @usableFromInline static var closedState: LuaError { .closed }
}

/// A function, written in Lua or not, that Swift can call.
public final class LuaFunction: LuaReference, LuaReadable {
  public static var luaTypeName: String { "function" }

  /// Where it lies ready to be called, from its first call on; 0: not yet, -1: no slot was free.
  @exclusivity(unchecked) @usableFromInline var slot: Int32 = 0

  deinit {
    if slot > 0, let pointer = core.pointer { lk_unpin(pointer, slot) }
  }

  @inlinable public static func read(from stack: LuaStack, at index: Int32) -> LuaFunction? {
    lua_type(stack.pointer, index) == LUA_TFUNCTION
      ? LuaFunction(holding: index, of: stack) : nil
  }
}

/// A userdata that Swift holds without looking inside.
public final class LuaUserdata: LuaReference, LuaReadable {
  public static var luaTypeName: String { "userdata" }

  @inlinable public static func read(from stack: LuaStack, at index: Int32) -> LuaUserdata? {
    stack.kind(Int(index)) == .userdata
      ? LuaUserdata(holding: index, of: stack) : nil
  }

  /// The Swift object inside, if it is one of type `T`.
  public func object<T: LuaObject>(as type: T.Type = T.self) throws(LuaError) -> T? {
    let stack = try stack
    push(onto: stack)
    defer { stack.pop() }
    return T.read(from: stack, at: -1)
  }
}
