/// What a Swift function gives back to Lua: how many of the values on top of the stack are its results.
public struct LuaReturn: ExpressibleByIntegerLiteral, Sendable {
  @usableFromInline let code: Int32

  @inlinable init(code: Int32) { self.code = code }

  @inlinable public init(integerLiteral count: Int32) { self.init(code: count) }

  /// The top `count` values are the results.
  @inlinable public static func values(_ count: Int) -> LuaReturn { LuaReturn(code: Int32(count)) }

  /// No results.
  @inlinable public static var none: LuaReturn { LuaReturn(code: 0) }

  /// Suspends the running coroutine with the top `count` values. The values that resume it become the results of the
  /// call of this Swift function; no Swift frame waits meanwhile.
  @inlinable public static func yield(_ count: Int) -> LuaReturn {
    LuaReturn(code: -2 - Int32(count))
  }
}
