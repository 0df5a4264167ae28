public import CLua
public import CLuaKit

/// Calls with up to four arguments, written out for the same reason as `LuaState+Arities.swift`.
extension LuaFunction {
  @inlinable
  public func callAsFunction() throws(LuaError) {
    let stack = try begin()
    let base = lua_gettop(stack.pointer) - 2
    try finish(stack, base, lk_pcall(stack.pointer, 0, 0))
    lua_settop(stack.pointer, base)
  }

  @inlinable
  public func call<R: LuaReadable>(as type: R.Type = R.self) throws(LuaError) -> R {
    let stack = try begin()
    let base = lua_gettop(stack.pointer) - 2
    try finish(stack, base, lk_pcall(stack.pointer, 0, 1))
    return try firstResult(stack, base)
  }

  @inlinable
  public func callAsFunction<A: LuaWritable>(_ a: A) throws(LuaError) {
    let stack = try begin()
    let base = lua_gettop(stack.pointer) - 2
    a.push(onto: stack)
    try finish(stack, base, lk_pcall(stack.pointer, 1, 0))
    lua_settop(stack.pointer, base)
  }

  @inlinable
  public func call<A: LuaWritable, R: LuaReadable>(_ a: A, as type: R.Type = R.self)
    throws(LuaError) -> R
  {
    let stack = try begin()
    let base = lua_gettop(stack.pointer) - 2
    a.push(onto: stack)
    try finish(stack, base, lk_pcall(stack.pointer, 1, 1))
    return try firstResult(stack, base)
  }

  @inlinable
  public func callAsFunction<A: LuaWritable, B: LuaWritable>(_ a: A, _ b: B) throws(LuaError) {
    let stack = try begin()
    let base = lua_gettop(stack.pointer) - 2
    a.push(onto: stack)
    b.push(onto: stack)
    try finish(stack, base, lk_pcall(stack.pointer, 2, 0))
    lua_settop(stack.pointer, base)
  }

  @inlinable
  public func call<A: LuaWritable, B: LuaWritable, R: LuaReadable>(
    _ a: A, _ b: B, as type: R.Type = R.self
  ) throws(LuaError) -> R {
    let stack = try begin()
    let base = lua_gettop(stack.pointer) - 2
    a.push(onto: stack)
    b.push(onto: stack)
    try finish(stack, base, lk_pcall(stack.pointer, 2, 1))
    return try firstResult(stack, base)
  }

  @inlinable
  public func callAsFunction<A: LuaWritable, B: LuaWritable, C: LuaWritable>(_ a: A, _ b: B, _ c: C)
    throws(LuaError)
  {
    let stack = try begin()
    let base = lua_gettop(stack.pointer) - 2
    a.push(onto: stack)
    b.push(onto: stack)
    c.push(onto: stack)
    try finish(stack, base, lk_pcall(stack.pointer, 3, 0))
    lua_settop(stack.pointer, base)
  }

  @inlinable
  public func call<A: LuaWritable, B: LuaWritable, C: LuaWritable, R: LuaReadable>(
    _ a: A, _ b: B, _ c: C, as type: R.Type = R.self
  ) throws(LuaError) -> R {
    let stack = try begin()
    let base = lua_gettop(stack.pointer) - 2
    a.push(onto: stack)
    b.push(onto: stack)
    c.push(onto: stack)
    try finish(stack, base, lk_pcall(stack.pointer, 3, 1))
    return try firstResult(stack, base)
  }

  @inlinable
  public func callAsFunction<A: LuaWritable, B: LuaWritable, C: LuaWritable, D: LuaWritable>(
    _ a: A, _ b: B, _ c: C, _ d: D
  ) throws(LuaError) {
    let stack = try begin()
    let base = lua_gettop(stack.pointer) - 2
    a.push(onto: stack)
    b.push(onto: stack)
    c.push(onto: stack)
    d.push(onto: stack)
    try finish(stack, base, lk_pcall(stack.pointer, 4, 0))
    lua_settop(stack.pointer, base)
  }

  @inlinable
  public func call<A: LuaWritable, B: LuaWritable, C: LuaWritable, D: LuaWritable, R: LuaReadable>(
    _ a: A, _ b: B, _ c: C, _ d: D, as type: R.Type = R.self
  ) throws(LuaError) -> R {
    let stack = try begin()
    let base = lua_gettop(stack.pointer) - 2
    a.push(onto: stack)
    b.push(onto: stack)
    c.push(onto: stack)
    d.push(onto: stack)
    try finish(stack, base, lk_pcall(stack.pointer, 4, 1))
    return try firstResult(stack, base)
  }

  /// Pushes the message handler and the function.
  @inlinable @inline(__always)
  func begin() throws(LuaError) -> LuaStack {
    let stack = try stack
    _ = lua_checkstack(stack.pointer, 20)
    lk_push_handler(stack.pointer)
    _ = lk_push_ref(stack.pointer, reference)
    return stack
  }

  /// Reads the result on top and restores the stack.
  @inlinable @inline(__always)
  func firstResult<R: LuaReadable>(_ stack: LuaStack, _ base: Int32) throws(LuaError) -> R {
    if let result = R.read(from: stack, at: -1) {
      lua_settop(stack.pointer, base)
      return result
    }
    let error = wrongResult(R.luaTypeName, stack)
    lua_settop(stack.pointer, base)
    throw error
  }
}
