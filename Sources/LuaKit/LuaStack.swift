public import CLua
public import CLuaKit

/// The stack of one coroutine: the arguments of a call, and room to work.
///
/// This is the fast path: each method is one or two calls of the C API, and none of them can raise a Lua error, since
/// reads are raw, what may run a metamethod is protected and `throws`, and the allocator never refuses. Indices are
/// Lua's: 1 is the first argument, -1 the top. Twenty slots are free when Lua calls Swift; ``reserve(_:)`` makes more.
///
/// A stack belongs to the thread that runs its state, and to the call that it was passed to: never keep one.
public struct LuaStack {
  public let pointer: OpaquePointer

  @inlinable public init(_ pointer: OpaquePointer) { self.pointer = pointer }

  /// The state that this stack is part of.
  @inlinable public var state: LuaState {
    LuaCore.of(pointer).state.unsafelyUnwrapped.takeUnretainedValue()
  }

  @inlinable var core: LuaCore { LuaCore.of(pointer) }

  /// How many values there are: in a callback, at its start, the number of arguments.
  @inlinable public var count: Int { Int(lua_gettop(pointer)) }

  /// Makes room for `count` more values. Throws if Lua's stack (a million slots) is full.
  @inlinable public func reserve(_ count: Int) throws(LuaError) {
    if lua_checkstack(pointer, Int32(count)) == 0 {
      throw LuaError("stack overflow: no room for \(count) more values")
    }
  }

  @inlinable public func pop(_ count: Int = 1) { lk_pop(pointer, Int32(count)) }
  /// Drops or fills up with nil until there are `count` values.
  @inlinable public func setCount(_ count: Int) { lua_settop(pointer, Int32(count)) }
  /// Pushes a copy of the value at `index`.
  @inlinable public func copy(_ index: Int) { lua_pushvalue(pointer, Int32(index)) }
  @inlinable public func remove(_ index: Int) { lk_remove(pointer, Int32(index)) }
  /// Moves the top value to `index`, shifting up what is there.
  @inlinable public func insert(_ index: Int) { lk_insert(pointer, Int32(index)) }
  @inlinable public func absolute(_ index: Int) -> Int {
    Int(lua_absindex(pointer, Int32(index)))
  }

  /// What the value at `index` is. A row (``LuaRows``) is a userdata like any other to everybody but Lua's memory.
  @inlinable public func kind(_ index: Int) -> LuaKind {
    let kind = LuaKind(unchecked: lua_type(pointer, Int32(index)))
    guard kind == .lightUserdata, lua_touserdata(pointer, Int32(index)) != nil else { return kind }
    return .userdata
  }

  @inlinable public func isNil(_ index: Int) -> Bool {
    lua_type(pointer, Int32(index)) <= LUA_TNIL
  }

  // MARK: Pushing

  @inlinable public func push(_ value: some LuaWritable) { value.push(onto: self) }
  @inlinable public func pushNil() { lua_pushnil(pointer) }
  @inlinable public func push(bytes: UnsafeRawBufferPointer) {
    _ = lua_pushlstring(
      pointer, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
  }

  /// Pushes `value` and says that it is the one result.
  @inlinable public func result(_ value: some LuaWritable) -> LuaReturn {
    value.push(onto: self)
    return 1
  }

  /// Pushes a Swift function.
  @inlinable public func pushFunction(_ body: @escaping (LuaStack) throws -> LuaReturn) {
    lk_push_function(pointer, Unmanaged.passRetained(LuaFunctionBox(body)).toOpaque())
  }

  /// Pushes a C function with the `upvalues` values on top of the stack as its upvalues. The function may raise Lua
  /// errors, as C functions do, and so must never call Swift but through ``CLuaKit``.
  @inlinable public func pushFunction(c function: lua_CFunction, upvalues: Int = 0) {
    lua_pushcclosure(pointer, function, Int32(upvalues))
  }

  // MARK: Reading

  /// The value at `index`, or nil if it is of another type. Raw: no metamethod runs.
  @inlinable public func read<T: LuaReadable>(_ index: Int, as type: T.Type = T.self) -> T? {
    T.read(from: self, at: Int32(index))
  }

  /// The argument at `index`, or an error that says which argument of which function is wrong and what was expected.
  @inlinable @inline(__always)
  public func argument<T: LuaReadable>(_ index: Int, as type: T.Type = T.self)
    throws(LuaError) -> T
  {
    if let value = T.read(from: self, at: Int32(index)) { return value }
    throw LuaError.argument(index, expected: T.luaTypeName, stack: self)
  }

  /// The bytes of the string at `index`, valid inside the closure only. Nil if it is no string.
  @inlinable public func withBytes<R, E: Error>(
    _ index: Int, _ body: (UnsafeRawBufferPointer) throws(E) -> R
  ) throws(E) -> R? {
    guard lua_type(pointer, Int32(index)) == LUA_TSTRING else { return nil }
    var length = 0
    let bytes = lk_bytes(pointer, Int32(index), &length)
    return try body(UnsafeRawBufferPointer(start: bytes, count: length))
  }

  /// The name of the type of the value at `index`, as messages should have it: `__name` of the host's own types,
  /// otherwise Lua's.
  public func typeName(_ index: Int) -> String {
    if let row = lk_row_name(pointer, Int32(index)) { return String(cString: row) }
    if kind(index) == .userdata, luaL_getmetafield(pointer, Int32(index), "__name") != LUA_TNIL {
      defer { pop() }
      if let name = read(-1, as: String.self) { return name }
    }
    return index > count ? "no value" : String(cString: lk_typename(pointer, Int32(index)))
  }
}

/// The types of Lua values (manual, section 2.1).
public enum LuaKind: Int32, Sendable {
  case none = -1
  case `nil`, boolean, lightUserdata, number, string, table, function, userdata, thread

  @inlinable init(unchecked raw: Int32) { self = LuaKind(rawValue: raw) ?? .none }
}
