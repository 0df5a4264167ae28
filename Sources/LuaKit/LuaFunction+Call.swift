public import CLua
public import CLuaKit

extension LuaFunction {
  /// Calls the function and drops its results.
  @inlinable
  public func callAsFunction<each A: LuaWritable>(_ argument: repeat each A) throws(LuaError) {
    let stack = try stack
    let base = lua_gettop(stack.pointer)
    let count = prepare(stack, repeat each argument)
    try finish(stack, base, lk_pcall(stack.pointer, count, 0))
    lua_settop(stack.pointer, base)
  }

  /// Calls the function and reads its first result; an error says so if that is of another type.
  @inlinable
  public func call<each A: LuaWritable, R: LuaReadable>(
    _ argument: repeat each A, as type: R.Type = R.self
  ) throws(LuaError) -> R {
    let stack = try stack
    let base = lua_gettop(stack.pointer)
    let count = prepare(stack, repeat each argument)
    try finish(stack, base, lk_pcall(stack.pointer, count, 1))
    let result = R.read(from: stack, at: -1)
    if result == nil {
      let error = wrongResult(R.luaTypeName, stack)
      lua_settop(stack.pointer, base)
      throw error
    }
    lua_settop(stack.pointer, base)
    return result.unsafelyUnwrapped
  }

  /// Calls the function and gives all its results.
  public func results<each A: LuaWritable>(_ argument: repeat each A) throws(LuaError) -> [LuaValue]
  {
    let stack = try stack
    let base = lua_gettop(stack.pointer)
    let count = prepare(stack, repeat each argument)
    try finish(stack, base, lk_pcall(stack.pointer, count, LUA_MULTRET))
    defer { lua_settop(stack.pointer, base) }
    try stack.reserve(4)
    let first = base + 2
    let last = lua_gettop(stack.pointer)
    return first > last ? [] : (first...last).map { LuaValue.at($0, of: stack) }
  }

  /// Where the function was defined: its script and first line. Nil for functions of the host.
  public var definition: LuaPosition? {
    guard let pointer = core.pointer else { return nil }
    let stack = LuaStack(pointer)
    push(onto: stack)
    let line = lk_push_definition(pointer)
    defer { stack.pop() }
    guard line > 0, let script = stack.read(-1, as: String.self) else { return nil }
    return LuaPosition(script: script, line: Int(line))
  }

  @inlinable @inline(__always)
  func prepare<each A: LuaWritable>(_ stack: LuaStack, _ argument: repeat each A) -> Int32 {
    let pointer = stack.pointer
    _ = lua_checkstack(pointer, 20)
    lk_push_handler(pointer)
    _ = lk_push_ref(pointer, reference)
    var count: Int32 = 0
    for value in repeat each argument {
      value.push(onto: stack)
      count += 1
    }
    return count
  }

  @inlinable @inline(__always)
  func finish(_ stack: LuaStack, _ base: Int32, _ status: Int32) throws(LuaError) {
    if status != LUA_OK {
      let error = LuaError.caught(on: stack, status: status)
      lua_settop(stack.pointer, base)
      throw error
    }
  }

  @usableFromInline
  func wrongResult(_ expected: String, _ stack: LuaStack) -> LuaError {
    let found = stack.typeName(-1)
    return LuaError(
      kind: .runtime, message: "the function should return \(expected), but returned \(found)",
      position: definition)
  }
}
