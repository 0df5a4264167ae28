import LuaKit

/// A plugin's code: the Lua state in which its `plugin.lua` ran, and what that returned.
final class PluginScript {
  let bridge: ScriptBridge
  /// The table that `plugin.lua` returned, in Lua.
  let root: LuaTable
  /// The same as data; its functions are places in `functions`.
  let table: PluginTable
  let functions: [LuaFunction]

  /// Runs a plugin's source in a state of its own, without an arena.
  init(_ source: PluginSource, limits: LuaLimits, output: LuaOutput) throws {
    let name = source.folder.name
    bridge = try ScriptBridge(
      limits: limits, output: output, modules: { try source.require($0) })
    root = try bridge.table(returnedBy: source.text, file: source.file, of: name)
    let reader = PluginTableReader()
    do {
      table = try reader.read(root)
    } catch {
      throw PluginError.failedToLoad(plugin: name, message: "\(source.file): \(error)")
    }
    functions = reader.functions
  }
}

extension ScriptBridge {
  /// The one table that a file of a plugin returns, be it `plugin.lua` or a locale.
  func table(returnedBy source: String, file: String, of plugin: String) throws -> LuaTable {
    let values: [LuaValue]
    do {
      values = try state.load(source, name: file).results()
    } catch {
      let message = error.summary.contains(file) ? error.summary : "\(file):1: \(error.summary)"
      throw PluginError.failedToLoad(plugin: plugin, message: message)
    }
    guard values.count <= 1, let root = values.first?.table else {
      let line = SourceScanner.tokens(of: source).last?.line ?? 1
      let got = values.count > 1 ? "\(values.count) values" : values.first?.typeName ?? "nil"
      let isLocale = file.contains("/locale/")
      throw PluginError.broken([
        PluginProblem(
          file: file, line: line, path: DeclarationPath(),
          message: isLocale
            ? "a locale returns one table, and this returned \(got). Write return { [\"text\"] = "
              + "\"translation\" }"
            : "a plugin returns one table, and this returned \(got). Write return { api = 1, kind = "
              + "…, title = … }")
      ])
    }
    return root
  }
}
