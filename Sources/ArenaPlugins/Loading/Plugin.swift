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

/// A plugin that was found valid: what it declares, and, once a function of its own is asked for, its code in a Lua state
/// of its own.
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

  /// What `plugin.lua` returned, as data.
  let table: PluginTable
  private var opened: PluginScript?
  private let open: () throws -> PluginScript

  /// - Parameters:
  ///   - script: its code, where it ran already.
  ///   - open: runs it when its code is first needed.
  init(
    folder: PluginFolder, manifest: PluginManifest, locales: Locales, body: Body,
    table: PluginTable, script: PluginScript?, open: @escaping () throws -> PluginScript
  ) {
    self.folder = folder
    self.manifest = manifest
    self.locales = locales
    self.body = body
    self.table = table
    self.open = open
    if let script { opened = prepared(script) }
  }

  /// The plugin's code. What only declares has none open.
  func script() throws -> PluginScript {
    if let opened { return opened }
    let script = prepared(try open())
    opened = script
    return script
  }

  private func prepared(_ script: PluginScript) -> PluginScript {
    script.bridge.locales = locales
    script.bridge.formatName = manifest.kind == .format ? name : nil
    return script
  }

  var bridge: ScriptBridge { get throws { try script().bridge } }

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
  func function(_ key: String) throws -> LuaFunction? {
    try table[key]?.function.map { try script().functions[$0] }
  }

  func hasFunction(_ key: String) -> Bool { table[key]?.function != nil }

  /// A function of a named thing: `actions`, `adopt`, `run`.
  func function(_ collection: String, _ name: String, _ key: String) throws -> LuaFunction? {
    let thing = table[collection]?.table?.list.lazy.compactMap(\.table)
      .first { $0.list.first?.string == name }
    return try thing?[key]?.function.map { try script().functions[$0] }
  }
}
