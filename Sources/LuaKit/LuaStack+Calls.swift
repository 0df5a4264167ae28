public import CLua
public import CLuaKit

/// Calls from Swift into Lua, and where a script is.
extension LuaStack {
  /// Throws what a protected call left on the stack.
  @inlinable @inline(__always)
  func check(_ status: Int32) throws(LuaError) {
    if status != LUA_OK { throw LuaError.caught(on: self, status: status) }
  }

  /// Calls a function: `prepare` pushes it and its arguments; its results replace them, `results` of them (nil: all).
  /// Returns the number of results.
  @inlinable @discardableResult
  public func call(results: Int? = nil, _ prepare: () -> Void) throws(LuaError) -> Int {
    let base = lua_gettop(pointer)
    lk_push_handler(pointer)
    prepare()
    let status = lk_pcall(
      pointer, lua_gettop(pointer) - base - 2, results.map { Int32($0) } ?? LUA_MULTRET)
    if status != LUA_OK {
      lk_remove(pointer, base + 1)
      throw LuaError.caught(on: self, status: status)
    }
    lk_remove(pointer, base + 1)
    return Int(lua_gettop(pointer) - base)
  }

  /// Where the script is: `level` 1 is the function that called the running Swift function, 2 the one that called it.
  /// Nil where that is no function written in Lua.
  public func position(level: Int = 1) -> LuaPosition? {
    let line = lk_push_where(pointer, Int32(level))
    defer { pop() }
    guard line > 0, let script = read(-1, as: String.self) else { return nil }
    return LuaPosition(script: script, line: Int(line))
  }

  /// Where the innermost function written in Lua is: the author's line to name in a message, also when library
  /// functions stand between it and the running Swift function.
  public var scriptPosition: LuaPosition? {
    let line = lk_push_script(pointer)
    defer { pop() }
    guard line > 0, let script = read(-1, as: String.self) else { return nil }
    return LuaPosition(script: script, line: Int(line))
  }

  /// Pushes the Lua error for a Swift error and returns the code that makes C raise it.
  @usableFromInline
  func raise(_ error: any Error) -> Int32 {
    _ = lua_checkstack(pointer, 8)
    if let error = error as? LuaError {
      if lk_push_kept_error(pointer, error.token) {
        lk_hostof(pointer).pointee.error_recorded = true
        return Int32(LK_RAISE)
      }
      if let underlying = error.underlying { return raise(underlying) }
      if let argument = error.argumentIndex {
        push(error.message)
        lk_push_argument_error(pointer, Int32(argument))
        return Int32(LK_RAISE)
      }
      if error.token == 0 {
        lk_push_place(pointer)
        push(error.message)
        lua_concat(pointer, 2)
      } else {
        push(error.summary)
      }
      return Int32(LK_RAISE)
    }
    lk_push_swift_error(pointer, Unmanaged.passRetained(LuaErrorBox(error)).toOpaque())
    return Int32(LK_RAISE)
  }
}

/// A place in a script: its chunk name (a path relative to the plugin, say) and the line, from 1.
public struct LuaPosition: Hashable, Sendable, CustomStringConvertible {
  public let script: String
  public let line: Int

  public init(script: String, line: Int) {
    self.script = script
    self.line = line
  }

  /// `script:line`, as compilers and editors have it.
  public var description: String { "\(script):\(line)" }
}
