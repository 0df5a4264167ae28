import ArenaModel
package import DocumentLua
import DocumentReaders
import DocumentWriters
import JSONCodec
package import LuaKit

/// A script that is no plugin, with all that a plugin's script finds: the sandbox, `pandoc`, `sorted`, `require` for its
/// own folder, and an arena to read for as long as one is attached. Only its globals are its own to set, as people expect
/// of a script and of a console.
package final class ScriptSession {
  private let bridge: ScriptBridge
  package var lua: LuaState { bridge.state }

  /// - Parameters:
  ///   - folder: where `require` looks; nil leaves only the host's modules.
  ///   - prefix: what stands before a module's name in messages.
  ///   - documents: what the `pandoc` module tells of its surroundings.
  package init(
    folder: String?, prefix: String = "", limits: LuaLimits, output: LuaOutput,
    documents: PandocEnvironment = .sandboxed
  ) throws {
    let modules = try folder.map { try LuaFolder($0, prefix: prefix).resolver } ?? { _ in nil }
    bridge = try ScriptBridge(limits: limits, output: output, modules: modules)
    bridge.surroundings = documents
    try openGlobals()
  }

  /// The `pandoc` module, which is opened when it is first asked for: many scripts never do.
  package func documents() throws -> PandocModule { try bridge.documentModule() }

  /// Runs `body` with `arena` leading to this arena, to read. Records that the script kept from an earlier run show
  /// this one's fields.
  package func running<Result>(on arena: ScriptArena?, _ body: () throws -> Result) throws -> Result
  {
    guard let arena else { return try body() }
    return try bridge.running(on: arena) {
      try bridge.push(.record(try arena.arena().id), lua.stack)
      lua.globals.setRaw("arena", lua.stack.read(-1, as: LuaValue.self) ?? .nil)
      lua.stack.pop()
      return try body()
    }
  }

  /// In place of a plugin's locked globals.
  private func openGlobals() throws {
    let metatable = lua.table(hash: 2)
    metatable.setFunction("__index") { [weak bridge] stack in
      guard let bridge, let name = stack.read(2, as: String.self) else { return .none }
      if PandocModule.lateGlobals.contains(name) {
        stack.push(try bridge.documentModule().lateGlobal(name).map(LuaValue.table) ?? .nil)
        return 1
      }
      guard ScriptBridge.lazyGlobals.contains(name), bridge.documents == nil
      else { return .none }
      try bridge.openDocuments(stack)
      stack.rawGet(1, name)
      return 1
    }
    metatable.setRaw("__metatable", false)
    lua.globals.setMetatable(metatable)
    // `require "pandoc"` and its modules open it, too.
    for name in PandocModule.lateGlobals {
      lua.addModule(name) { [weak bridge] stack in
        stack.push(try bridge?.documentModule().lateGlobal(name).map(LuaValue.table) ?? .nil)
      }
    }
    for name in PandocModule.moduleNames {
      lua.addModule(name) { [weak bridge] stack in
        try bridge?.openDocuments(stack)
        let module = bridge?.state.globals.raw("pandoc", as: LuaTable.self)
        let field = PandocModule.field(ofModule: name)
        stack.push(field.map { module?[$0] ?? .nil } ?? module.map(LuaValue.table) ?? .nil)
      }
    }
  }
}

extension PandocEnvironment {
  /// What scripts in a sandbox are told of their surroundings: documents in the formats of our own, no files, no
  /// programs.
  package static var sandboxed: PandocEnvironment {
    var environment = PandocEnvironment()
    environment.read = { bytes, format in
      try bytes.withUnsafeBytes { try DocumentReaders.named(format).read($0) }
    }
    environment.write = { document, format in
      var buffer = ByteBuffer()
      _ = try DocumentWriters.named(format).write(document, options: WriterOptions(), to: &buffer)
      return buffer.array()
    }
    return environment
  }
}
