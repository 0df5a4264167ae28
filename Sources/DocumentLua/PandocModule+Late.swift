import CLuaKit
package import LuaKit

/// A script's wish to end the conversion, by `os.exit`; with 0 it ends well, though nothing is written.
package struct ScriptExit: Error {
  package let status: Int32
}

/// What is opened only when a script asks for it, since most never do: `lpeg` and `re`.
extension PandocModule {
  /// The names, which are globals in pandoc.
  package static let lateGlobals: Set<String> = ["lpeg", "re"]

  /// The value of such a global, opened now if it wasn't.
  package func lateGlobal(_ name: String) throws -> LuaTable? {
    guard let core else { return nil }
    if let known = core.raw(name, as: LuaTable.self) { return known }
    let value: LuaTable?
    if name == "re" {
      guard let lpeg = try lateGlobal("lpeg") else { return nil }
      value = try state.load(LuaLibrary.re, name: "pandoc:re").call(core, lpeg, as: LuaTable.self)
    } else {
      let captures = try state.load(LuaLibrary.captures, name: "pandoc:captures")
      let values = try captures.call(core, as: LuaFunction.self)
      value = try state.load(LuaLibrary.lpeg, name: "pandoc:lpeg")
        .call(core, values, as: LuaTable.self)
    }
    if let value { core.setRaw(name, value) }
    return value
  }

  func provideLateModules() {
    for name in Self.lateGlobals {
      state.addModule(name) { [unowned self] stack in
        if let table = try lateGlobal(name) { stack.push(table) }
      }
    }
  }

  /// Gives a script of a conversion what it may use of Lua's library beyond the sandbox's: `io` and the rest of `os`,
  /// `package` and `debug` as they are where nothing of the system is in reach.
  ///
  /// Published filters name them as soon as they are read, to warn with `io.stderr:write` or to look for the path of
  /// their own folder, and would otherwise fail for a thing they hardly need. Nothing here opens, runs or reads anything.
  package func offerStandIns() throws {
    guard let core else { return }
    let stack = state.stack
    core.push(onto: stack)
    lk_push_write(stack.pointer)
    stack.rawSet(-2, "write")
    stack.pop()
    core.setFunction("exit") { stack in
      throw ScriptExit(status: Int32(truncatingIfNeeded: stack.read(1, as: Int.self) ?? 0))
    }
    try state.load(LuaLibrary.standIns, name: "pandoc:stand-ins")(core, state.globals)
  }
}
