public import CLua
public import CLuaKit

/// Calls with up to four arguments, written out for the same reason as `LuaState+Arities.swift`.
extension LuaFunction {
  @inlinable
  public func callAsFunction() throws(LuaError) {
    let frame = try begin()
    try finish(frame, lk_call(frame, 0, 0))
    lk_end_call(frame)
  }

  @inlinable
  public func call<R: LuaReadable>(as type: R.Type = R.self) throws(LuaError) -> R {
    let frame = try begin()
    try finish(frame, lk_call(frame, 0, 1))
    return try firstResult(frame)
  }

  @inlinable
  public func callAsFunction<A: LuaWritable>(_ a: A) throws(LuaError) {
    let frame = try begin()
    a.push(onto: frame.stack)
    try finish(frame, lk_call(frame, 1, 0))
    lk_end_call(frame)
  }

  @inlinable
  public func call<A: LuaWritable, R: LuaReadable>(_ a: A, as type: R.Type = R.self)
    throws(LuaError) -> R
  {
    let frame = try begin()
    a.push(onto: frame.stack)
    try finish(frame, lk_call(frame, 1, 1))
    return try firstResult(frame)
  }

  @inlinable
  public func callAsFunction<A: LuaWritable, B: LuaWritable>(_ a: A, _ b: B) throws(LuaError) {
    let frame = try begin()
    a.push(onto: frame.stack)
    b.push(onto: frame.stack)
    try finish(frame, lk_call(frame, 2, 0))
    lk_end_call(frame)
  }

  @inlinable
  public func call<A: LuaWritable, B: LuaWritable, R: LuaReadable>(
    _ a: A, _ b: B, as type: R.Type = R.self
  ) throws(LuaError) -> R {
    let frame = try begin()
    a.push(onto: frame.stack)
    b.push(onto: frame.stack)
    try finish(frame, lk_call(frame, 2, 1))
    return try firstResult(frame)
  }

  @inlinable
  public func callAsFunction<A: LuaWritable, B: LuaWritable, C: LuaWritable>(_ a: A, _ b: B, _ c: C)
    throws(LuaError)
  {
    let frame = try begin()
    a.push(onto: frame.stack)
    b.push(onto: frame.stack)
    c.push(onto: frame.stack)
    try finish(frame, lk_call(frame, 3, 0))
    lk_end_call(frame)
  }

  @inlinable
  public func call<A: LuaWritable, B: LuaWritable, C: LuaWritable, R: LuaReadable>(
    _ a: A, _ b: B, _ c: C, as type: R.Type = R.self
  ) throws(LuaError) -> R {
    let frame = try begin()
    a.push(onto: frame.stack)
    b.push(onto: frame.stack)
    c.push(onto: frame.stack)
    try finish(frame, lk_call(frame, 3, 1))
    return try firstResult(frame)
  }

  @inlinable
  public func callAsFunction<A: LuaWritable, B: LuaWritable, C: LuaWritable, D: LuaWritable>(
    _ a: A, _ b: B, _ c: C, _ d: D
  ) throws(LuaError) {
    let frame = try begin()
    a.push(onto: frame.stack)
    b.push(onto: frame.stack)
    c.push(onto: frame.stack)
    d.push(onto: frame.stack)
    try finish(frame, lk_call(frame, 4, 0))
    lk_end_call(frame)
  }

  @inlinable
  public func call<A: LuaWritable, B: LuaWritable, C: LuaWritable, D: LuaWritable, R: LuaReadable>(
    _ a: A, _ b: B, _ c: C, _ d: D, as type: R.Type = R.self
  ) throws(LuaError) -> R {
    let frame = try begin()
    a.push(onto: frame.stack)
    b.push(onto: frame.stack)
    c.push(onto: frame.stack)
    d.push(onto: frame.stack)
    try finish(frame, lk_call(frame, 4, 1))
    return try firstResult(frame)
  }

  /// Pushes the function, on the stack where its arguments go.
  @inlinable @inline(__always)
  func begin() throws(LuaError) -> lk_frame {
    guard let pointer = core.pointer else { throw LuaError.closedState }
    if slot == 0 { slot = lk_pin(pointer, reference) }
    return lk_begin_call(pointer, reference, slot)
  }

  /// Reads the result on top and restores the stack.
  @inlinable @inline(__always)
  func firstResult<R: LuaReadable>(_ frame: lk_frame) throws(LuaError) -> R {
    if let result = R.read(from: frame.stack, at: -1) {
      lk_end_call(frame)
      return result
    }
    let error = wrongResult(R.luaTypeName, frame.stack)
    lk_end_call(frame)
    throw error
  }

  @inlinable @inline(__always)
  func finish(_ frame: lk_frame, _ status: Int32) throws(LuaError) {
    if status != LUA_OK { throw failed(frame, status) }
  }

  @usableFromInline @inline(never)
  func failed(_ frame: lk_frame, _ status: Int32) -> LuaError {
    let error = LuaError.caught(on: frame.stack, status: status)
    lk_end_call(frame)
    return error
  }
}

extension lk_frame {
  @inlinable @inline(__always) var stack: LuaStack { LuaStack(L) }
}
