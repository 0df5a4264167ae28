internal import CLua
internal import CLuaKit

extension LuaState {
  /// Compiles a text chunk and gives it as a function. Bytecode is refused.
  ///
  /// - Parameters:
  ///   - text: the source.
  ///   - name: what messages call it: a path that the author knows, best relative to the plugin's folder and with the
  ///     plugin's name before it (`my-format/plugin.lua`). Lua shortens names over 60 bytes in its own messages.
  ///   - environment: its globals; the state's own if nil.
  /// - Throws: a ``LuaError`` of kind `syntax` with script and line.
  public func load(_ text: String, name: String, environment: LuaTable? = nil) throws(LuaError)
    -> LuaFunction
  {
    var text = text
    // `withUTF8` rethrows any error; what is thrown here is a LuaError.
    let result = text.withUTF8 { bytes in
      Result { () throws(LuaError) in
        try load(UnsafeRawBufferPointer(bytes), name: name, environment: environment)
      }
    }
    return try result.get()
  }

  /// The same from bytes, which may be no UTF-8.
  public func load(_ text: UnsafeRawBufferPointer, name: String, environment: LuaTable? = nil)
    throws(LuaError) -> LuaFunction
  {
    let stack = stack
    let status = lk_load(
      stack.pointer, text.baseAddress?.assumingMemoryBound(to: CChar.self), text.count, "@" + name)
    try stack.check(status)
    if let environment {
      environment.push(onto: stack)
      if lua_setupvalue(stack.pointer, -2, 1) == nil { stack.pop() }
    }
    return LuaFunction(popping: stack)
  }

  /// Compiles and runs a text chunk; gives its results.
  @discardableResult
  public func run(_ text: String, name: String, environment: LuaTable? = nil) throws(LuaError)
    -> [LuaValue]
  {
    try load(text, name: name, environment: environment).results()
  }

  /// Compiles and runs a text chunk, and reads its first result.
  public func evaluate<R: LuaReadable>(_ text: String, name: String = "chunk", as: R.Type = R.self)
    throws(LuaError) -> R
  {
    try load(text, name: name).call(as: R.self)
  }
}
