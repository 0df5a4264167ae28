import DocumentLua
import DocumentModel
import DocumentReaders
import DocumentWriters
import JSONCodec
import LuaKit

/// A sandboxed Lua state as `arena lua`, `arena console` and `arena convert` open it: what a stranger's plugin finds,
/// and nothing else.
struct ScriptState {
  let lua: LuaState
  let pandoc: PandocModule

  /// - Parameters:
  ///   - script: whose folder `require` looks in; nil leaves only the host's modules.
  ///   - pandoc: what the `pandoc` module tells of its surroundings.
  init(
    limits: LuaLimits, output: StandardOutput, script: ScriptFile?,
    pandoc: PandocEnvironment = ScriptState.surroundings
  ) throws {
    lua = LuaState(limits: limits, output: LuaOutput { output.write($0) })
    self.pandoc = try PandocModule.install(in: lua, environment: pandoc)
    guard let script else { return }
    let prefix = script.folder == "." ? "" : script.folder
    lua.setRequire(resolver: try LuaFolder(script.folder, prefix: prefix).resolver)
  }

  /// The `pandoc` module's surroundings in a sandbox: documents in the formats of our own, no files, no programs.
  static var surroundings: PandocEnvironment {
    var environment = PandocEnvironment()
    environment.read = { bytes, format in
      try bytes.withUnsafeBytes { try DocumentReaders.named(format).read($0) }
    }
    environment.write = { document, format in
      var buffer = ByteBuffer()
      _ = try DocumentWriters.named(format).write(document, options: WriterOptions(), to: &buffer)
      return buffer.array()
    }
    environment.log = { level, message in Terminal.note("[\(level.rawValue)] \(message)") }
    return environment
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
