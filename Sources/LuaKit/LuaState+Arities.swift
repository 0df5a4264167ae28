/// Typed functions of up to five parameters, written out: the compiler specialises these down to the calls of the C API,
/// where a pack of parameters goes through run-time metadata and costs twenty times as much. The pack in
/// `LuaState+Functions.swift` serves longer lists. One shape, repeated: change all alike.

extension LuaState {
  @inlinable @inline(__always)
  public func function<R: LuaWritable>(_ body: @escaping () throws -> R) -> LuaFunction {
    function(raw: { stack in
      try body().push(onto: stack)
      return 1
    })
  }

  @inlinable @inline(__always)
  public func function(_ body: @escaping () throws -> Void) -> LuaFunction {
    function(raw: { stack in
      try body()
      return 0
    })
  }

  @inlinable @inline(__always)
  public func function<A: LuaReadable, R: LuaWritable>(_ body: @escaping (A) throws -> R)
    -> LuaFunction
  {
    function(raw: { stack in
      let a: A = try stack.argument(1)
      try body(a).push(onto: stack)
      return 1
    })
  }

  @inlinable @inline(__always)
  public func function<A: LuaReadable>(_ body: @escaping (A) throws -> Void) -> LuaFunction {
    function(raw: { stack in
      let a: A = try stack.argument(1)
      try body(a)
      return 0
    })
  }

  @inlinable @inline(__always)
  public func function<A: LuaReadable, B: LuaReadable, R: LuaWritable>(
    _ body: @escaping (A, B) throws -> R
  ) -> LuaFunction {
    function(raw: { stack in
      let a: A = try stack.argument(1)
      let b: B = try stack.argument(2)
      try body(a, b).push(onto: stack)
      return 1
    })
  }

  @inlinable @inline(__always)
  public func function<A: LuaReadable, B: LuaReadable>(_ body: @escaping (A, B) throws -> Void)
    -> LuaFunction
  {
    function(raw: { stack in
      let a: A = try stack.argument(1)
      let b: B = try stack.argument(2)
      try body(a, b)
      return 0
    })
  }

  @inlinable @inline(__always)
  public func function<A: LuaReadable, B: LuaReadable, C: LuaReadable, R: LuaWritable>(
    _ body: @escaping (A, B, C) throws -> R
  ) -> LuaFunction {
    function(raw: { stack in
      let a: A = try stack.argument(1)
      let b: B = try stack.argument(2)
      let c: C = try stack.argument(3)
      try body(a, b, c).push(onto: stack)
      return 1
    })
  }

  @inlinable @inline(__always)
  public func function<A: LuaReadable, B: LuaReadable, C: LuaReadable>(
    _ body: @escaping (A, B, C) throws -> Void
  ) -> LuaFunction {
    function(raw: { stack in
      let a: A = try stack.argument(1)
      let b: B = try stack.argument(2)
      let c: C = try stack.argument(3)
      try body(a, b, c)
      return 0
    })
  }

  @inlinable @inline(__always)
  public func function<
    A: LuaReadable, B: LuaReadable, C: LuaReadable, D: LuaReadable, R: LuaWritable
  >(_ body: @escaping (A, B, C, D) throws -> R) -> LuaFunction {
    function(raw: { stack in
      let a: A = try stack.argument(1)
      let b: B = try stack.argument(2)
      let c: C = try stack.argument(3)
      let d: D = try stack.argument(4)
      try body(a, b, c, d).push(onto: stack)
      return 1
    })
  }

  @inlinable @inline(__always)
  public func function<A: LuaReadable, B: LuaReadable, C: LuaReadable, D: LuaReadable>(
    _ body: @escaping (A, B, C, D) throws -> Void
  ) -> LuaFunction {
    function(raw: { stack in
      let a: A = try stack.argument(1)
      let b: B = try stack.argument(2)
      let c: C = try stack.argument(3)
      let d: D = try stack.argument(4)
      try body(a, b, c, d)
      return 0
    })
  }

  @inlinable @inline(__always)
  public func function<
    A: LuaReadable, B: LuaReadable, C: LuaReadable, D: LuaReadable, E: LuaReadable, R: LuaWritable
  >(_ body: @escaping (A, B, C, D, E) throws -> R) -> LuaFunction {
    function(raw: { stack in
      let a: A = try stack.argument(1)
      let b: B = try stack.argument(2)
      let c: C = try stack.argument(3)
      let d: D = try stack.argument(4)
      let e: E = try stack.argument(5)
      try body(a, b, c, d, e).push(onto: stack)
      return 1
    })
  }

  @inlinable @inline(__always)
  public func function<
    A: LuaReadable, B: LuaReadable, C: LuaReadable, D: LuaReadable, E: LuaReadable
  >(_ body: @escaping (A, B, C, D, E) throws -> Void) -> LuaFunction {
    function(raw: { stack in
      let a: A = try stack.argument(1)
      let b: B = try stack.argument(2)
      let c: C = try stack.argument(3)
      let d: D = try stack.argument(4)
      let e: E = try stack.argument(5)
      try body(a, b, c, d, e)
      return 0
    })
  }
}

extension LuaTable {
  @inlinable @inline(__always)
  public func setFunction<R: LuaWritable>(typed name: String, _ body: @escaping () throws -> R) {
    setFunction(name) { stack in
      try body().push(onto: stack)
      return 1
    }
  }

  @inlinable @inline(__always)
  public func setFunction(typed name: String, _ body: @escaping () throws -> Void) {
    setFunction(name) { stack in
      try body()
      return 0
    }
  }

  @inlinable @inline(__always)
  public func setFunction<A: LuaReadable, R: LuaWritable>(
    typed name: String, _ body: @escaping (A) throws -> R
  ) {
    setFunction(name) { stack in
      let a: A = try stack.argument(1)
      try body(a).push(onto: stack)
      return 1
    }
  }

  @inlinable @inline(__always)
  public func setFunction<A: LuaReadable>(typed name: String, _ body: @escaping (A) throws -> Void)
  {
    setFunction(name) { stack in
      let a: A = try stack.argument(1)
      try body(a)
      return 0
    }
  }

  @inlinable @inline(__always)
  public func setFunction<A: LuaReadable, B: LuaReadable, R: LuaWritable>(
    typed name: String, _ body: @escaping (A, B) throws -> R
  ) {
    setFunction(name) { stack in
      let a: A = try stack.argument(1)
      let b: B = try stack.argument(2)
      try body(a, b).push(onto: stack)
      return 1
    }
  }

  @inlinable @inline(__always)
  public func setFunction<A: LuaReadable, B: LuaReadable>(
    typed name: String, _ body: @escaping (A, B) throws -> Void
  ) {
    setFunction(name) { stack in
      let a: A = try stack.argument(1)
      let b: B = try stack.argument(2)
      try body(a, b)
      return 0
    }
  }

  @inlinable @inline(__always)
  public func setFunction<A: LuaReadable, B: LuaReadable, C: LuaReadable, R: LuaWritable>(
    typed name: String, _ body: @escaping (A, B, C) throws -> R
  ) {
    setFunction(name) { stack in
      let a: A = try stack.argument(1)
      let b: B = try stack.argument(2)
      let c: C = try stack.argument(3)
      try body(a, b, c).push(onto: stack)
      return 1
    }
  }

  @inlinable @inline(__always)
  public func setFunction<A: LuaReadable, B: LuaReadable, C: LuaReadable>(
    typed name: String, _ body: @escaping (A, B, C) throws -> Void
  ) {
    setFunction(name) { stack in
      let a: A = try stack.argument(1)
      let b: B = try stack.argument(2)
      let c: C = try stack.argument(3)
      try body(a, b, c)
      return 0
    }
  }

  @inlinable @inline(__always)
  public func setFunction<
    A: LuaReadable, B: LuaReadable, C: LuaReadable, D: LuaReadable, R: LuaWritable
  >(typed name: String, _ body: @escaping (A, B, C, D) throws -> R) {
    setFunction(name) { stack in
      let a: A = try stack.argument(1)
      let b: B = try stack.argument(2)
      let c: C = try stack.argument(3)
      let d: D = try stack.argument(4)
      try body(a, b, c, d).push(onto: stack)
      return 1
    }
  }

  @inlinable @inline(__always)
  public func setFunction<A: LuaReadable, B: LuaReadable, C: LuaReadable, D: LuaReadable>(
    typed name: String, _ body: @escaping (A, B, C, D) throws -> Void
  ) {
    setFunction(name) { stack in
      let a: A = try stack.argument(1)
      let b: B = try stack.argument(2)
      let c: C = try stack.argument(3)
      let d: D = try stack.argument(4)
      try body(a, b, c, d)
      return 0
    }
  }

  @inlinable @inline(__always)
  public func setFunction<
    A: LuaReadable, B: LuaReadable, C: LuaReadable, D: LuaReadable, E: LuaReadable, R: LuaWritable
  >(typed name: String, _ body: @escaping (A, B, C, D, E) throws -> R) {
    setFunction(name) { stack in
      let a: A = try stack.argument(1)
      let b: B = try stack.argument(2)
      let c: C = try stack.argument(3)
      let d: D = try stack.argument(4)
      let e: E = try stack.argument(5)
      try body(a, b, c, d, e).push(onto: stack)
      return 1
    }
  }

  @inlinable @inline(__always)
  public func setFunction<
    A: LuaReadable, B: LuaReadable, C: LuaReadable, D: LuaReadable, E: LuaReadable
  >(typed name: String, _ body: @escaping (A, B, C, D, E) throws -> Void) {
    setFunction(name) { stack in
      let a: A = try stack.argument(1)
      let b: B = try stack.argument(2)
      let c: C = try stack.argument(3)
      let d: D = try stack.argument(4)
      let e: E = try stack.argument(5)
      try body(a, b, c, d, e)
      return 0
    }
  }
}
