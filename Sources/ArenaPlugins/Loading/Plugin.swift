package import ArenaModel
import LuaKit

/// What `plugin.lua` says of itself.
package struct PluginManifest: Sendable, Hashable {
  package let api: Int
  package let kind: PluginKind
  package let title: String
  package let summary: String
  package let version: String
  package let language: String
}

package struct ReporterDeclaration: Sendable, Hashable {
  package var options: [FieldDeclaration]
  package var makesDocument: Bool
  package var makesTables: Bool
  package var makesText: Bool
  package var fileExtension: String
}

package struct ImporterDeclaration: Sendable, Hashable {
  package enum Reads: String, Sendable { case entries, rows, document, text }
  /// Endings without the dot, in lower case.
  package var files: [String]
  package var reads: Reads
  package var record: RecordType
  package var columns: [FieldDeclaration]
}

/// A plugin that was loaded and found valid, with the Lua state of its own in which its functions live.
package final class Plugin {
  package enum Body: Sendable {
    case format(FormatDeclaration)
    case reporter(ReporterDeclaration)
    case importer(ImporterDeclaration)
    case filter
    case check([CheckDeclaration])
  }

  package let folder: PluginFolder
  package let manifest: PluginManifest
  package let locales: Locales
  package let body: Body

  let bridge: ScriptBridge
  /// The table that `plugin.lua` returned.
  let root: LuaTable
  let table: PluginTable
  let functions: [LuaFunction]

  init(
    folder: PluginFolder, manifest: PluginManifest, locales: Locales, body: Body,
    bridge: ScriptBridge, root: LuaTable, table: PluginTable, functions: [LuaFunction]
  ) {
    self.folder = folder
    self.manifest = manifest
    self.locales = locales
    self.body = body
    self.bridge = bridge
    self.root = root
    self.table = table
    self.functions = functions
  }

  package var name: String { folder.name }

  package var format: FormatDeclaration? {
    if case .format(let format) = body { format } else { nil }
  }

  package var reporter: ReporterDeclaration? {
    if case .reporter(let reporter) = body { reporter } else { nil }
  }

  package var importer: ImporterDeclaration? {
    if case .importer(let importer) = body { importer } else { nil }
  }

  /// The checks of a format or of a check plugin.
  package var checks: [CheckDeclaration] {
    switch body {
    case .format(let format): format.checks
    case .check(let checks): checks
    default: []
    }
  }

  /// A function at the top of the plugin's table: `document`, `each`.
  func function(_ key: String) -> LuaFunction? {
    table[key]?.function.map { functions[$0] }
  }

  /// A function of a named thing: `actions`, `adopt`, `run`.
  func function(_ collection: String, _ name: String, _ key: String) -> LuaFunction? {
    let thing = table[collection]?.table?.list.lazy.compactMap(\.table)
      .first { $0.list.first?.string == name }
    return thing?[key]?.function.map { functions[$0] }
  }
}
