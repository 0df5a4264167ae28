import ArenaImport
import ArenaModel
import DocumentLua
import DocumentReaders
import LuaKit

/// Runs an importer over a file inside a transaction: the host reads the file as the importer declares, and the plugin's
/// `each` takes what was read in, or the host does.
struct ImportRunner {
  let host: PluginHost
  let plugin: Plugin
  let importer: ImporterDeclaration
  let request: ImportRequest
  let arena: ObservedArena
  let scripts: ScriptArena

  func run() throws -> ImportOutcome {
    switch importer.reads {
    case .entries: try entries()
    case .rows: try rows()
    case .document:
      try whole { bridge, stack in
        let text = try request.decoded()
        let document = try CommonMarkReader().read(text.lines.map(\.text).joined(separator: "\n"))
        _ = try bridge.documentModule()
        PandocModule.push(document, onto: stack)
      }
    case .text:
      try whole { _, stack in
        let text = try request.decoded()
        stack.push(text.lines.map(\.text).joined(separator: "\n"))
      }
    }
  }

  private var source: ImportSource {
    ImportSource(
      name: request.name, bytes: request.bytes, mediaType: Self.mediaType(request.fileExtension),
      importer: plugin.name)
  }

  private static func mediaType(_ ending: String) -> String {
    switch ending {
    case "csv": "text/csv"
    case "tsv": "text/tab-separated-values"
    case "md": "text/markdown"
    case "json": "application/json"
    case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case "html", "htm": "text/html"
    case "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case "odt": "application/vnd.oasis.opendocument.text"
    case "rtf": "application/rtf"
    default: "text/plain"
    }
  }

  /// Rules hold in an import, and what they object is kept instead of stopping it; phases don't hold.
  private func context(_ format: FormatDeclaration?) -> ActionContext {
    ActionContext(
      arena: arena, format: format, language: scripts.language, actor: request.actor,
      isAnyway: true, holdsPhases: false)
  }

  // MARK: - Entries

  private func entries() throws -> ImportOutcome {
    let text = try request.decoded()
    let reading = try EntryReader(formats: scripts.formats, language: scripts.language).read(text)
    guard let format = scripts.format(named: reading.format) else {
      throw PluginError.unknown(
        name: reading.format, kind: .format, known: scripts.formats.map(\.name))
    }
    let context = context(format)
    let placing = try Placing(reading, from: source, format: format, in: context)
    if let each = try plugin.function("each") {
      let bridge = try plugin.bridge
      let writer = ScriptTransaction(context, arena: scripts, host: host)
      writer.findsFormat = true
      let entries = EntryTables(bridge: bridge, reading: reading)
      writer.taking = { value, given in
        let entry = try entries.entry(value)
        var values = Fields()
        for one in given { values[one.key] = try ScriptTransaction.stored(one.value) }
        return try placing.take(entry, values: values)?.id
      }
      try bridge.running(on: scripts, writer: writer) {
        let tx = ScriptValue.record(try scripts.arena().id)
        for place in reading.entries.indices {
          let title = reading.entries[place].title
          try PluginFailure.naming(plugin, "each", on: title) {
            let table = try entries.table(place)
            _ = try bridge.callRaw(each, tx, table) { _ in }
          }
        }
      }
    } else {
      for entry in reading.entries { try placing.take(entry) }
    }
    let report = try placing.finish()
    return ImportOutcome(
      importer: plugin.name, report: report, format: format.name,
      tells: context.tells + context.objections)
  }

  // MARK: - Documents and texts

  private func whole(_ push: (ScriptBridge, LuaStack) throws -> Void) throws -> ImportOutcome {
    guard let each = try plugin.function("each") else {
      throw PluginError.needs("'\(plugin.name)' has no function each.")
    }
    let context = context(scripts.formats.first)
    let bridge = try plugin.bridge
    let writer = ScriptTransaction(context, arena: scripts, host: host)
    writer.findsFormat = true
    var report = ImportReport(file: request.name)
    let counting = ChangeCount(arena)
    try bridge.running(on: scripts, writer: writer) {
      try PluginFailure.naming(plugin, "each", on: request.name) {
        let stack = bridge.state.stack
        try push(bridge, stack)
        let value = stack.read(-1, as: LuaValue.self) ?? .nil
        stack.pop()
        try bridge.callTaking(each, .record(try scripts.arena().id), value)
      }
    }
    report.added = try counting.added()
    try keepFile(&report)
    return ImportOutcome(
      importer: plugin.name, report: report, format: nil,
      tells: context.tells + context.objections)
  }

  private func keepFile(_ report: inout ImportReport) throws {
    let source = source
    for old in try arena.records(of: .attachment) where old.text(.digest) == source.digest {
      return
    }
    var attachment = Record(id: arena.newID(), type: .attachment, added: arena.now)
    attachment[.name] = .text(source.name)
    attachment[.mediaType] = .text(source.mediaType)
    attachment[.digest] = .text(source.digest)
    attachment[.content] = .blob(source.bytes)
    attachment[.importer] = .text(source.importer)
    try arena.insert(attachment)
  }

  // MARK: - Rows

  private func rows() throws -> ImportOutcome {
    let format = scripts.formats.first
    let context = context(format)
    var reports: [ImportReport] = []
    for list in try tables() {
      let isOwn = list.type == importer.record
      let reading = try RowReader(
        list.type, format: format, columns: isOwn ? importer.columns : [],
        language: scripts.language
      ).read(list.table)
      let placing = try RowPlacing(reading, from: list.source, format: format, in: context)
      if isOwn, let each = try plugin.function("each") {
        try rows(reading, placing, each, context)
      } else {
        for row in reading.rows { try placing.take(row) }
      }
      reports.append(try placing.finish())
    }
    return ImportOutcome(
      importer: plugin.name, report: ImportReport(file: request.name, joining: reports),
      format: format?.name, tells: context.tells + context.objections)
  }

  /// The file's rows: those of its one table, or of each of the lists in a JSON file.
  private func tables() throws -> [(type: RecordType, table: Table, source: ImportSource)] {
    if request.fileExtension == "json" {
      let lists = try JSONRows(request.bytes, name: request.name, usual: importer.record).lists
      return lists.map { list in
        // Each list remembers by itself what it set.
        var own = source
        if lists.count > 1 { own = own.part(list.type.plural) }
        return (list.type, list.table, own)
      }
    }
    let table =
      try request.rows.map { Table(name: request.name, rows: $0) }
      ?? Table(csv: request.bytes, name: request.name)
    return [(importer.record, table, source)]
  }

  /// Calls `each` with every row: `{ line, field = text … }`.
  private func rows(
    _ reading: RowReading, _ placing: RowPlacing, _ each: LuaFunction, _ context: ActionContext
  ) throws {
    let bridge = try plugin.bridge
    let writer = ScriptTransaction(context, arena: scripts, host: host)
    writer.findsFormat = true
    let byLine = Dictionary(
      reading.rows.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
    writer.taking = { value, given in
      guard let table = value.table, let line = table.raw("line", as: Int.self),
        var row = byLine[line]
      else { throw LuaError("tx:take takes the row that 'each' was called with") }
      for field in reading.fields { row.values[field] = table.raw(field, as: String.self) }
      var values = Fields()
      for one in given { values[one.key] = try ScriptTransaction.stored(one.value) }
      return try placing.take(row, values: values)?.id
    }
    try bridge.running(on: scripts, writer: writer) {
      let tx = ScriptValue.record(try scripts.arena().id)
      for row in reading.rows {
        try PluginFailure.naming(plugin, "each", on: "line \(row.line)") {
          let table = bridge.state.table()
          table["line"] = .integer(row.line)
          for (field, text) in row.values { table[field] = .string(text) }
          _ = try bridge.callRaw(each, tx, table) { _ in }
        }
      }
    }
  }
}

/// How many records of each type there are, before and after.
private struct ChangeCount {
  private let arena: any ArenaReading
  private let before: [RecordType: Int]

  init(_ arena: any ArenaReading) {
    self.arena = arena
    var before: [RecordType: Int] = [:]
    for type in RecordType.allCases { before[type] = (try? arena.count(of: type)) ?? 0 }
    self.before = before
  }

  func added() throws -> [RecordType: Int] {
    var out: [RecordType: Int] = [:]
    for type in RecordType.allCases {
      let more = try arena.count(of: type) - (before[type] ?? 0)
      if more > 0 { out[type] = more }
    }
    return out
  }
}
