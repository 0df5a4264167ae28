extension LuaState {
  /// A Swift function on the raw stack: the fastest, and the most general. Arguments are at 1 to `stack.count`; the
  /// results are the values on top that the ``LuaReturn`` counts.
  ///
  /// An error that it throws becomes a Lua error: a ``LuaError`` its text with the script's place before it, any other
  /// a value that keeps its identity, so that Swift further out catches the very same error.
  @inlinable @inline(__always)
  public func function(raw body: @escaping (LuaStack) throws -> LuaReturn) -> LuaFunction {
    let stack = stack
    stack.pushFunction(body)
    return LuaFunction(popping: stack)
  }

  /// A Swift function with typed parameters and one result. A wrong argument is an error that names it.
  @inlinable @inline(__always)
  public func function<each A: LuaReadable, R: LuaWritable>(
    _ body: @escaping (repeat each A) throws -> R
  ) -> LuaFunction {
    function(raw: LuaState.adapter(body))
  }

  /// A Swift function with typed parameters and no result.
  @inlinable @inline(__always)
  public func function<each A: LuaReadable>(_ body: @escaping (repeat each A) throws -> Void)
    -> LuaFunction
  {
    function(raw: LuaState.adapter(body))
  }

  @inlinable @inline(__always)
  static func adapter<each A: LuaReadable, R: LuaWritable>(
    _ body: @escaping (repeat each A) throws -> R
  ) -> (LuaStack) throws -> LuaReturn {
    { stack in
      var index = 0
      let result = try body(repeat try stack.next(&index, (each A).self))
      result.push(onto: stack)
      return 1
    }
  }

  @inlinable @inline(__always)
  static func adapter<each A: LuaReadable>(_ body: @escaping (repeat each A) throws -> Void)
    -> (LuaStack) throws -> LuaReturn
  {
    { stack in
      var index = 0
      try body(repeat try stack.next(&index, (each A).self))
      return 0
    }
  }
}

extension LuaTable {
  /// Defines a typed Swift function under `name`.
  @inlinable @inline(__always)
  public func setFunction<each A: LuaReadable, R: LuaWritable>(
    typed name: String, _ body: @escaping (repeat each A) throws -> R
  ) {
    setFunction(name, LuaState.adapter(body))
  }

  /// Defines a typed Swift function without a result under `name`.
  @inlinable @inline(__always)
  public func setFunction<each A: LuaReadable>(
    typed name: String, _ body: @escaping (repeat each A) throws -> Void
  ) {
    setFunction(name, LuaState.adapter(body))
  }
}

extension LuaStack {
  /// The next argument, from 1.
  @inlinable @inline(__always)
  func next<T: LuaReadable>(_ index: inout Int, _ type: T.Type) throws(LuaError) -> T {
    index += 1
    return try argument(index, as: type)
  }
}
