import ArenaModel
package import DocumentModel
import DocumentLua
import DocumentWriters
import JSONCodec
import LuaKit
import Programs

/// arena → edition → reporter → document, tables or text → filters → writer → bytes. The edition is applied beneath: the
/// arena that comes in shows what may be read.
package struct ExportPipeline {
  private let host: PluginHost
  private let arena: ScriptArena

  package init(_ host: PluginHost, on arena: ScriptArena) {
    self.host = host
    self.arena = arena
  }

  package func run(_ request: ExportRequest) throws -> ExportedFile {
    let plugin = try host.library.plugin(request.reporter, kind: .reporter)
    switch try report(plugin, request) {
    case .document(var document):
      try filter(&document, request)
      return try write(document, request.format ?? "html")
    case .tables(let tables):
      let format = request.format ?? "csv"
      if !request.filters.isEmpty || format != "csv" {
        var document = Self.document(of: tables, title: title(plugin), language: arena.language)
        try filter(&document, request)
        return try write(document, format)
      }
      return csv(tables)
    case .text(let text, let fileExtension):
      guard request.filters.isEmpty else {
        throw PluginError.needs(
          "'\(plugin.name)' makes a text, and filters take documents. Leave --filter out.")
      }
      return ExportedFile(
        bytes: Array(text.utf8), format: fileExtension, fileExtension: fileExtension)
    }
  }

  private func title(_ plugin: Plugin) -> String {
    plugin.locales.translate(plugin.manifest.title, to: arena.language)
  }

  // MARK: - Reporter

  /// Runs the reporter for the kind of output that the format wants.
  package func report(_ plugin: Plugin, _ request: ExportRequest) throws -> ExportOutput {
    guard let reporter = plugin.reporter else {
      throw PluginError.wrongKind(
        name: plugin.name, is: plugin.manifest.kind, wanted: .reporter)
    }
    let kind = try outputKind(reporter, request.format, plugin.name)
    guard let function = try plugin.function(kind) else {
      throw PluginError.needs("'\(plugin.name)' has no function \(kind).")
    }
    return try host.running(plugin, arena, kind) { bridge in
      let signature = ActionSignature(
        name: plugin.name, help: plugin.manifest.summary, params: reporter.options)
      let read = try ParameterReader(
        arena: arena.reading, format: arena.formats.first, language: arena.language
      ).read(request.options, for: signature)
      let options = try bridge.table(read.values, declared: reporter.options, what: "option")
      let id = try arena.arena().id
      return try bridge.callRaw(function, .record(id), options) { stack in
        try output(kind, reporter, bridge, plugin, stack, function)
      }
    }
  }

  private func outputKind(_ reporter: ReporterDeclaration, _ format: String?, _ name: String) throws
    -> String
  {
    if let format {
      if reporter.makesText, format == reporter.fileExtension { return "text" }
      if reporter.makesTables, ["csv", "xlsx"].contains(format) { return "tables" }
      if reporter.makesDocument { return "document" }
      if reporter.makesTables { return "tables" }
      throw ModelError(
        .parameter, "'\(name)' makes a text, and none in the format '\(format)'.",
        remedy: "Leave --to out, or say --to \(reporter.fileExtension).")
    }
    return reporter.makesDocument ? "document" : reporter.makesTables ? "tables" : "text"
  }

  private func output(
    _ kind: String, _ reporter: ReporterDeclaration, _ bridge: ScriptBridge, _ plugin: Plugin,
    _ stack: LuaStack, _ function: LuaFunction
  ) throws -> ExportOutput {
    func wrong(_ what: String) -> LuaError {
      LuaError(kind: .runtime, message: what, position: function.definition)
    }
    switch kind {
    case "document":
      do {
        return .document(try PandocModule.readDocument(stack, at: -1))
      } catch {
        throw wrong("document gives a Pandoc, and this gave \(stack.typeName(-1)): \(error)")
      }
    case "tables":
      guard let list = stack.read(-1, as: LuaTable.self) else {
        throw wrong("tables gives a list of tables, and this gave \(stack.typeName(-1))")
      }
      let reader = ComputedTableReader(bridge: bridge, plugin: plugin, arena: arena)
      if list.count == 0, !list.raw("columns", as: LuaValue.self).map(\.isNil).orTrue {
        return .tables([try reader.read(stack, at: stack.count, from: function)])
      }
      var tables: [ComputedTable] = []
      for place in 1...max(1, list.count) where place <= list.count {
        stack.push(list[place])
        defer { stack.pop() }
        tables.append(try reader.read(stack, at: stack.count, from: function))
      }
      return .tables(tables)
    default:
      let fileExtension = reporter.fileExtension
      if let text = stack.read(-1, as: String.self) {
        return .text(text, fileExtension: fileExtension)
      }
      guard let pieces = stack.read(-1, as: [String].self) else {
        throw wrong("text gives a string or a list of strings, and this gave \(stack.typeName(-1))")
      }
      return .text(pieces.joined(), fileExtension: fileExtension)
    }
  }

  // MARK: - Filters

  private func filter(_ document: inout Pandoc, _ request: ExportRequest) throws {
    for name in request.filters { try apply(name, to: &document) }
  }

  func apply(_ name: String, to document: inout Pandoc) throws {
    guard !name.hasSuffix(".lua") else {
      let source: String
      do {
        source = try FileAccess.text(name)
      } catch {
        throw PluginError.unreadable(path: name, why: "there is no such filter")
      }
      var limits = LuaLimits.default
      limits.cpuSeconds = arena.readingSeconds
      limits.wallSeconds = arena.readingSeconds * 10 + 40
      let state = LuaState(limits: limits)
      let module = try PandocModule.install(in: state)
      try FilterRunner(module).apply(source: source, name: name, to: &document)
      return
    }
    let plugin = try host.library.plugin(name, kind: .filter)
    var result = document
    try host.running(plugin, arena, "filter") { bridge in
      bridge.state.renewBudget()
      let module = try bridge.documentModule()
      guard let filter = try plugin.script().root.raw("filter", as: LuaTable.self) else { return }
      let runner = FilterRunner(module)
      let lists = filter.raw(1, as: LuaTable.self) != nil
      for place in 1...max(1, lists ? filter.count : 1) {
        if let one = lists ? filter.raw(place, as: LuaTable.self) : filter {
          try runner.apply(one, to: &result)
        }
      }
    }
    document = result
  }

  // MARK: - Writers

  private func write(_ document: Pandoc, _ format: String) throws -> ExportedFile {
    let options = WriterOptions(isStandalone: true)
    if let writer = try? DocumentWriters.named(format) {
      var buffer = ByteBuffer(capacity: 65_536)
      let losses = try writer.write(document, options: options, to: &buffer)
      return ExportedFile(
        bytes: buffer.array(), format: writer.name, fileExtension: writer.fileExtension,
        losses: losses.map(\.description))
    }
    let json = Array(document.json.utf8)
    let page = {
      var buffer = ByteBuffer(capacity: 65_536)
      _ = try DocumentWriters.named("html").write(document, options: options, to: &buffer)
      return buffer.array()
    }
    let written = try json.withUnsafeBytes {
      try ForeignWriter().write($0, to: format, page: page)
    }
    let warnings = written.warnings.split(separator: "\n").map(String.init)
    return ExportedFile(
      bytes: written.bytes, format: format, fileExtension: format, losses: warnings)
  }

  private func csv(_ tables: [ComputedTable]) -> ExportedFile {
    var buffer = ByteBuffer(capacity: 4_096)
    let writer = CSVWriter()
    for (place, table) in tables.enumerated() {
      if place > 0 { buffer.append("\r\n") }
      writer.write(rows: [table.headings] + table.texts, to: &buffer)
    }
    return ExportedFile(bytes: buffer.array(), format: "csv", fileExtension: "csv")
  }

  /// Tables as a document, for writers that know no other tables.
  package static func document(of tables: [ComputedTable], title: String, language: String)
    -> Pandoc
  {
    var blocks: [Block] = []
    for table in tables {
      if let title = table.title {
        blocks.append(.header(level: 1, .none, ScriptArena.words(title)))
      }
      func row(_ texts: [String]) -> Row {
        Row(cells: texts.map { Cell(blocks: [.plain(ScriptArena.words($0))]) })
      }
      let columns = table.columns.map { column in
        ColumnSpec([.integer, .number].contains(column.type) ? .right : .default)
      }
      blocks.append(
        .table(
          Table(
            columns: columns, head: TableHead(rows: [row(table.headings)]),
            bodies: [TableBody(rows: table.texts.map(row))])))
    }
    var meta = Meta()
    meta["title"] = .string(title)
    meta["lang"] = .string(language)
    return Pandoc(meta: meta, blocks: blocks)
  }
}

extension Optional where Wrapped == Bool {
  /// True also where there is nothing.
  fileprivate var orTrue: Bool { self ?? true }
}
