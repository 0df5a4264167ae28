internal import CLua
public import CLuaKit

extension LuaFunction {
  /// Calls the function and drops its results.
  @inlinable
  public func callAsFunction<each A: LuaWritable>(_ argument: repeat each A) throws(LuaError) {
    let frame = try begin()
    try finish(frame, lk_call(frame, push(frame, repeat each argument), 0))
    lk_end_call(frame)
  }

  /// Calls the function and reads its first result; an error says so if that is of another type.
  @inlinable
  public func call<each A: LuaWritable, R: LuaReadable>(
    _ argument: repeat each A, as type: R.Type = R.self
  ) throws(LuaError) -> R {
    let frame = try begin()
    try finish(frame, lk_call(frame, push(frame, repeat each argument), 1))
    return try firstResult(frame)
  }

  /// Calls the function and gives all its results.
  public func results<each A: LuaWritable>(_ argument: repeat each A) throws(LuaError) -> [LuaValue]
  {
    let frame = try begin()
    let first = lua_gettop(frame.L)
    try finish(frame, lk_call(frame, push(frame, repeat each argument), LUA_MULTRET))
    defer { lk_end_call(frame) }
    let stack = frame.stack
    try stack.reserve(4)
    let last = lua_gettop(frame.L)
    return first > last ? [] : (first...last).map { LuaValue.at($0, of: stack) }
  }

  /// Calls the function with what `arguments` pushes, and reads its results where they are: for values that only the
  /// stack can tell.
  ///
  /// - Parameters:
  ///   - results: how many results to take.
  ///   - arguments: pushes them and returns how many there are.
  ///   - read: the results are on top.
  public func call<R, E: Error>(
    results: Int, arguments: (LuaStack) throws(E) -> Int,
    read: (LuaStack) throws(E) -> R
  ) throws -> R {
    let frame = try begin()
    defer { lk_end_call(frame) }
    let count = try arguments(frame.stack)
    let status = lk_call(frame, Int32(count), Int32(results))
    if status != LUA_OK { throw LuaError.caught(on: frame.stack, status: status) }
    return try read(frame.stack)
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
  func push<each A: LuaWritable>(_ frame: lk_frame, _ argument: repeat each A) -> Int32 {
    var count: Int32 = 0
    for value in repeat each argument {
      value.push(onto: frame.stack)
      count += 1
    }
    return count
  }

  @usableFromInline
  func wrongResult(_ expected: String, _ stack: LuaStack) -> LuaError {
    let found = stack.typeName(-1)
    return LuaError(
      kind: .runtime, message: "the function should return \(expected), but returned \(found)",
      position: definition)
  }
}
