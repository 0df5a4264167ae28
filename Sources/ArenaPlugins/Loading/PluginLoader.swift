import ArenaModel
import LuaKit

/// Runs a plugin's `plugin.lua` once, without an arena, holds what it returns against the contract, and makes
/// declarations of it.
package struct PluginLoader {
  let limits: LuaLimits
  /// Where `print` of plugins goes.
  let output: LuaOutput
  /// Where declarations are looked up before anything runs; nil: nowhere.
  let memory: DeclarationMemory?

  /// Whether a plugin's code may run in this process.
  let runs: @Sendable (PluginFolder) -> Bool

  /// A loader that runs each plugin.
  package init() { self.init(memory: nil) }

  init(
    limits: LuaLimits = .default, output: LuaOutput = LuaOutput(), memory: DeclarationMemory?,
    runs: @escaping @Sendable (PluginFolder) -> Bool = { _ in true }
  ) {
    self.limits = limits
    self.output = output
    self.memory = memory
    self.runs = runs
  }

  package func load(_ folder: PluginFolder) throws -> Plugin {
    guard PluginScaffold.isName(folder.name) else {
      throw PluginError.needs(
        "\(folder.shown): '\(folder.name)' is no name for a plugin, which is called after its "
          + "folder. Rename the folder: lower-case letters, digits and hyphens, a letter first.")
    }
    let source = try PluginSource(folder)
    if let kept = memory?.declarations(of: source) {
      return plugin(source, kept.table, kept.locales, script: nil)
    }
    let script = try run(source)
    try check(script.table, source: source.text, file: source.file)
    let locales = try locales(source, bridge: script.bridge)
    memory?.keep(
      .init(table: script.table, locales: locales, required: source.required), of: source)
    return plugin(source, script.table, locales, script: script)
  }

  private func plugin(
    _ source: PluginSource, _ table: PluginTable, _ translations: [String: [String: [String]]],
    script: PluginScript?
  ) -> Plugin {
    let folder = source.folder
    let manifest = manifest(table, folder)
    let locales = Locales(language: manifest.language, tables: translations)
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
      folder: folder, manifest: manifest, locales: locales, body: body, table: table,
      script: script, open: { try reopen(source, table) })
  }

  private func run(_ source: PluginSource) throws -> PluginScript {
    guard runs(source.folder) else {
      throw PluginError.needs(
        "'\(source.folder.name)' isn't bundled, and this command would have run it without "
          + "supervision, so it didn't. That is a fault of arena's: please report it with the command."
      )
    }
    return try PluginScript(source, limits: limits, output: output)
  }

  /// Runs a plugin whose declarations were remembered.
  private func reopen(_ source: PluginSource, _ table: PluginTable) throws -> PluginScript {
    let script = try run(source)
    guard script.table == table else {
      memory?.forget(source.folder)
      throw PluginError.failedToLoad(
        plugin: source.folder.name,
        message: "\(source.file) declares something else than when it was loaded before, from the "
          + "same texts. Run the command again.")
    }
    return script
  }

  /// The kind that a plugin's source states in so many words; nil where only running it would tell.
  static func statedKind(_ folder: PluginFolder) -> PluginKind? {
    guard let source = try? FileAccess.text(folder.path + "/plugin.lua") else { return nil }
    return SourceMap(source).string("kind").flatMap(PluginKind.init(rawValue:))
  }

  private static func ending(_ text: String) -> String {
    String(text.lowercased().drop { $0 == "." })
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
  private func locales(_ source: PluginSource, bridge: ScriptBridge) throws
    -> [String: [String: [String]]]
  {
    var tables: [String: [String: [String]]] = [:]
    for locale in try source.locales.get() {
      let file = locale.file
      let root = try bridge.table(
        returnedBy: locale.text, file: file, of: source.folder.name)
      let table = try PluginTableReader().read(root)
      // Only where something is wrong: finding lines costs as much as all else.
      lazy var map = SourceMap(locale.text)
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
      tables[locale.name] = texts
    }
    return tables
  }
}
