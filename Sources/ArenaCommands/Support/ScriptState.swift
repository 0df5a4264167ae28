import LuaKit

/// A sandboxed Lua state as `arena lua` and `arena console` open it: what a stranger's plugin finds, and nothing else.
struct ScriptState {
  let lua: LuaState

  init(limits: LuaLimits, output: StandardOutput, script: ScriptFile?) throws {
    lua = LuaState(limits: limits, output: LuaOutput { output.write($0) })
    if let script {
      let prefix = script.folder == "." ? "" : script.folder
      lua.setRequire(resolver: try LuaFolder(script.folder, prefix: prefix).resolver)
    }
  }

  /// Runs a script with its arguments as `...` and in the table `arg`, as the lua program does.
  func run(_ script: ScriptFile, arguments: [String]) throws {
    let table = lua.table(array: arguments.count, hash: 1)
    table.setRaw(0, script.name)
    for (index, argument) in arguments.enumerated() { table.setRaw(index + 1, argument) }
    lua.globals.setRaw("arg", table)
    let chunk = try script.text.withUnsafeBytes { try lua.load($0, name: script.name) }
    try lua.stack.call(results: 0) {
      lua.stack.push(chunk)
      for argument in arguments { lua.stack.push(argument) }
    }
  }
}
