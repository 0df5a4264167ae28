import ArenaModel
import ArenaPlugins
import DocumentLua
import LuaKit

/// A sandboxed Lua state as `arena lua`, `arena console` and `arena convert` open it: what a stranger's plugin finds,
/// and nothing else.
struct ScriptState {
  let session: ScriptSession
  var lua: LuaState { session.lua }

  /// - Parameters:
  ///   - script: whose folder `require` looks in; nil leaves only the host's modules.
  ///   - documents: what the `pandoc` module tells of its surroundings.
  init(
    limits: LuaLimits, output: StandardOutput, script: ScriptFile?,
    documents: PandocEnvironment = .sandboxed
  ) throws {
    var documents = documents
    documents.log = { level, message in Terminal.note("[\(level.rawValue)] \(message)") }
    let folder = script?.folder
    session = try ScriptSession(
      folder: folder, prefix: folder == "." ? "" : folder ?? "", limits: limits,
      output: LuaOutput { output.write($0) }, documents: documents)
  }

  /// Runs a script with its arguments as `...` and in the table `arg`, as the lua program does.
  func run(_ script: ScriptFile, arguments: [String], on arena: ScriptArena?) throws {
    let table = lua.table(array: arguments.count, hash: 1)
    table.setRaw(0, script.name)
    for (index, argument) in arguments.enumerated() { table.setRaw(index + 1, argument) }
    lua.globals.setRaw("arg", table)
    let chunk = try script.text.withUnsafeBytes { try lua.load($0, name: script.name) }
    try session.running(on: arena) {
      _ = try lua.stack.call(results: 0) {
        lua.stack.push(chunk)
        for argument in arguments { lua.stack.push(argument) }
      }
    }
  }
}
