import ArenaModel
import LuaKit

/// Runs a plugin's `plugin.lua` once, without an arena, holds what it returns against the contract, and makes
/// declarations of it.
package struct PluginLoader {
  let limits: LuaLimits
  /// Where `print` of plugins goes.
  let output: LuaOutput

  package init() { self.init(limits: .default, output: LuaOutput()) }

  init(limits: LuaLimits, output: LuaOutput) {
    self.limits = limits
    self.output = output
  }

  package func load(_ folder: PluginFolder) throws -> Plugin {
    let file = folder.shown("plugin.lua")
    guard PluginScaffold.isName(folder.name) else {
      throw PluginError.needs(
        "\(folder.shown): '\(folder.name)' is no name for a plugin, which is called after its "
          + "folder. Rename the folder: lower-case letters, digits and hyphens, a letter first.")
    }
    let source: String
    do {
      source = try FileAccess.text(folder.path + "/plugin.lua")
    } catch {
      throw PluginError.unreadable(path: file, why: "the folder has no plugin.lua to read")
    }
    return try load(folder, source: source, file: file)
  }

  private func load(_ folder: PluginFolder, source: String, file: String) throws -> Plugin {
    let bridge = try ScriptBridge(folder: folder, limits: limits, output: output)
    let root = try run(source, folder: folder, file: file, bridge: bridge)
    let reader = PluginTableReader()
    var table = PluginTable()
    do {
      try root.withStack { stack, index in
        table = try reader.read(stack, at: index).table ?? table
      }
    } catch {
      throw PluginError.failedToLoad(plugin: folder.name, message: "\(file): \(error)")
    }
    try check(table, source: source, file: file)
    let manifest = manifest(table, folder)
    let locales = Locales(
      language: manifest.language, tables: try locales(folder, bridge: bridge))
    bridge.locales = locales
    let builder = DeclarationBuilder()
    let body: Plugin.Body
    switch manifest.kind {
    case .format: body = .format(builder.format(table, name: folder.name, locales: locales))
    case .reporter:
      body = .reporter(
        ReporterDeclaration(
          options: builder.fields(table["options"]), makesDocument: table["document"] != nil,
          makesTables: table["tables"] != nil, makesText: table["text"] != nil,
          fileExtension: table["extension"]?.string ?? "txt"))
    case .importer:
      body = .importer(
        ImporterDeclaration(
          files: builder.strings(table["files"]).map { Self.ending($0) },
          reads: .init(rawValue: table["reads"]?.string ?? "") ?? .text,
          record: DeclarationBuilder.recordType(table["record"]?.string ?? "person"),
          columns: builder.fields(table["columns"])))
    case .filter: body = .filter
    case .check: body = .check(builder.checks(table["checks"]))
    }
    return Plugin(
      folder: folder, manifest: manifest, locales: locales, body: body, bridge: bridge, root: root,
      table: table, functions: reader.functions)
  }

  /// The kind that a plugin's source states in so many words; nil where only running it would tell.
  static func statedKind(_ folder: PluginFolder) -> PluginKind? {
    guard let source = try? FileAccess.text(folder.path + "/plugin.lua") else { return nil }
    return SourceMap(source).string("kind").flatMap(PluginKind.init(rawValue:))
  }

  private static func ending(_ text: String) -> String {
    String(text.lowercased().drop { $0 == "." })
  }

  private func run(_ source: String, folder: PluginFolder, file: String, bridge: ScriptBridge)
    throws -> LuaTable
  {
    let values: [LuaValue]
    do {
      values = try bridge.state.load(source, name: file).results()
    } catch {
      let message = error.summary.contains(file) ? error.summary : "\(file):1: \(error.summary)"
      throw PluginError.failedToLoad(plugin: folder.name, message: message)
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

  /// Everything that is wrong, at once, in the order of the source.
  private func check(_ table: PluginTable, source: String, file: String) throws(PluginError) {
    var declarations = DeclarationValidator()
    declarations.validate(plugin: table)
    var references = ReferenceValidator(table)
    references.validate()
    let all = declarations.problems + references.problems
    guard !all.isEmpty else { return }
    let map = SourceMap(source)
    var seen: Set<PluginProblem> = []
    let problems = all.map { problem in
      PluginProblem(
        file: file, line: map.line(of: problem.path), path: problem.path, message: problem.message)
    }
    throw .broken(
      problems.stablySorted { $0.line < $1.line }.filter { seen.insert($0).inserted })
  }

  private func manifest(_ table: PluginTable, _ folder: PluginFolder) -> PluginManifest {
    PluginManifest(
      api: table["api"]?.integer ?? 1,
      kind: table["kind"]?.string.flatMap(PluginKind.init) ?? .format,
      title: table["title"]?.string ?? folder.name, summary: table["summary"]?.string ?? "",
      version: table["version"]?.string ?? "0", language: table["language"]?.string ?? "en")
  }

  /// `locale/*.lua`: each a flat table from a text of the plugin to its translation, or a list of them.
  private func locales(_ folder: PluginFolder, bridge: ScriptBridge) throws
    -> [String: [String: [String]]]
  {
    var tables: [String: [String: [String]]] = [:]
    for name in FileAccess.names(in: folder.path + "/locale") where name.hasSuffix(".lua") {
      let file = folder.shown("locale/\(name)")
      let source = try FileAccess.text(folder.path + "/locale/" + name)
      let root = try run(source, folder: folder, file: file, bridge: bridge)
      let reader = PluginTableReader()
      var table = PluginTable()
      try root.withStack { stack, index in
        table = try reader.read(stack, at: index).table ?? table
      }
      // Only where something is wrong: finding lines costs as much as all else.
      lazy var map = SourceMap(source)
      var problems: [PluginProblem] = []
      var texts: [String: [String]] = [:]
      for (key, value) in table.keys {
        let list = value.table?.list.compactMap(\.string) ?? []
        if let one = value.string {
          texts[key] = [one]
        } else if !list.isEmpty, list.count == value.table?.list.count {
          texts[key] = list
        } else {
          let path = DeclarationPath().key(key)
          problems.append(
            PluginProblem(
              file: file, line: map.line(of: path), path: path,
              message: "expected a translation, a string or a list of strings, got "
                + value.description + "."))
        }
      }
      if !table.list.isEmpty {
        let path = DeclarationPath().index(1)
        problems.append(
          PluginProblem(
            file: file, line: map.line(of: path), path: path,
            message: "a translation needs the text that it translates. Write [\"text\"] = \"…\""))
      }
      if !problems.isEmpty { throw PluginError.broken(problems) }
      tables[String(name.dropLast(4))] = texts
    }
    return tables
  }
}
