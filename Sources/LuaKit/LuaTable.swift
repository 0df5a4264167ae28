public import CLua

/// A table that Swift holds. What is called raw runs no metamethod of the script's; ``get(_:as:)`` and
/// ``set(_:_:)`` do what the script itself would see.
public final class LuaTable: LuaReference, LuaReadable {
  public static var luaTypeName: String { "table" }

  @inlinable public static func read(from stack: LuaStack, at index: Int32) -> LuaTable? {
    lua_type(stack.pointer, index) == LUA_TTABLE
      ? LuaTable(holding: index, of: stack) : nil
  }

  /// Pushes the table, runs `body` with its index, and restores the stack.
  @inlinable
  public func withStack<R, E: Error>(_ body: (LuaStack, Int) throws(E) -> R) throws(E) -> R? {
    guard let pointer = core.pointer, lua_checkstack(pointer, 20) != 0 else { return nil }
    let stack = LuaStack(pointer)
    let base = lua_gettop(pointer)
    push(onto: stack)
    defer { lua_settop(pointer, base) }
    return try body(stack, Int(base) + 1)
  }

  /// The value under `key`, raw; nil if there is none of this type.
  @inlinable
  public func raw<T: LuaReadable>(_ key: some LuaWritable, as type: T.Type = T.self) -> T? {
    withStack { stack, table in
      stack.rawGet(table, key)
      return T.read(from: stack, at: -1)
    } ?? nil
  }

  /// Stores a value, raw. A nil or NaN key is ignored.
  @inlinable
  public func setRaw(_ key: some LuaWritable, _ value: some LuaWritable) {
    withStack { stack, table in
      key.push(onto: stack)
      if stack.kind(-1) == .nil || (stack.kind(-1) == .number && !stack.areSame(-1, -1)) { return }
      value.push(onto: stack)
      lua_rawset(stack.pointer, Int32(table))
    }
  }

  /// The value under `key`, raw.
  public subscript(key: String) -> LuaValue {
    get { raw(key) ?? .nil }
    set { setRaw(key, newValue) }
  }

  /// Item `index`, from 1, raw.
  public subscript(index: Int) -> LuaValue {
    get { raw(index) ?? .nil }
    set { setRaw(index, newValue) }
  }

  /// The raw length of the list part.
  public var count: Int { withStack { stack, table in stack.rawLength(table) } ?? 0 }

  /// The pairs, raw, in the table's own order, which is the same in each run of the same program in a sandbox.
  public var pairs: [(key: LuaValue, value: LuaValue)] {
    var result: [(key: LuaValue, value: LuaValue)] = []
    _ = withStack { stack, table in
      stack.forEachPair(table) {
        result.append((LuaValue.at(-2, of: stack), LuaValue.at(-1, of: stack)))
      }
    }
    return result
  }

  /// The value under `key` as a script sees it: `__index` runs, protected.
  public func get<T: LuaReadable>(_ key: some LuaWritable, as type: T.Type = T.self)
    throws(LuaError) -> T?
  {
    let stack = try stack
    let base = lua_gettop(stack.pointer)
    defer { lua_settop(stack.pointer, base) }
    push(onto: stack)
    try stack.get(-1, key)
    return T.read(from: stack, at: -1)
  }

  /// Assigns as a script does: `__newindex` runs, protected.
  public func set(_ key: some LuaWritable, _ value: some LuaWritable) throws(LuaError) {
    let stack = try stack
    let base = lua_gettop(stack.pointer)
    defer { lua_settop(stack.pointer, base) }
    push(onto: stack)
    value.push(onto: stack)
    try stack.set(-2, key)
  }

  /// Defines a Swift function under `name`: see ``LuaState/function(_:)``.
  @inlinable
  public func setFunction(_ name: String, _ body: @escaping (LuaStack) throws -> LuaReturn) {
    withStack { stack, table in
      stack.pushFunction(body)
      stack.rawSet(table, name)
    }
  }

  /// Defines a C function under `name`.
  @inlinable
  public func setFunction(_ name: String, c function: lua_CFunction) {
    withStack { stack, table in
      stack.pushFunction(c: function)
      stack.rawSet(table, name)
    }
  }

  /// Sets the metatable.
  public func setMetatable(_ metatable: LuaTable?) {
    withStack { stack, table in
      stack.push(metatable)
      lua_setmetatable(stack.pointer, Int32(table))
    }
  }
}
