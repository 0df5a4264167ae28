import ArenaModel
import LuaKit

/// Reads `{ title, columns = fields, rows = { column = value } }` as a plugin gave it.
struct ComputedTableReader {
  let bridge: ScriptBridge
  let plugin: Plugin
  let arena: ScriptArena

  func read(_ stack: LuaStack, at index: Int, from function: LuaFunction) throws -> ComputedTable {
    func wrong(_ what: String) -> LuaError {
      LuaError(kind: .runtime, message: what, position: function.definition)
    }
    guard let root = stack.read(index, as: LuaTable.self) else {
      throw wrong(
        "a table { title = …, columns = { { \"name\", \"text\" } }, rows = { … } } is expected, got "
          + stack.typeName(index))
    }
    let columns = try columns(root, wrong)
    guard let list = root.raw("rows", as: LuaValue.self), !list.isNil else {
      throw wrong(
        "the table has no rows; write rows = { { \(columns.first?.name ?? "name") = … } }")
    }
    var rows: [[ScriptValue]] = []
    stack.push(list)
    defer { stack.pop() }
    let values: [ScriptValue] =
      switch try bridge.value(stack, at: -1) {
      case .list(let values): values
      case .records(let ids): ids.map(ScriptValue.record)
      default: throw wrong("rows must be a list of tables")
      }
    for (place, row) in values.enumerated() {
      guard case .table(let entries) = row else {
        if row == .list([]) {
          rows.append(columns.map { _ in .none })
          continue
        }
        throw wrong("row \(place + 1) must be a table, { \(columns.first?.name ?? "name") = … }")
      }
      for entry in entries where !columns.contains(where: { $0.name == entry.key }) {
        throw wrong(
          "row \(place + 1): there is no column '\(entry.key)'"
            + Phrase.didYouMean(entry.key, among: columns.map(\.name)))
      }
      rows.append(columns.map { column in entries.first { $0.key == column.name }?.value ?? .none })
    }
    let texts = try rows.map { row in
      try zip(columns, row).map { try text($1, $0) }
    }
    return ComputedTable(
      title: root.raw("title", as: String.self), columns: columns,
      headings: columns.map { plugin.locales.written($0.naming.label, in: arena.language) },
      rows: rows, texts: texts)
  }

  /// The columns are fields, and are held against the contract as those of a declaration.
  private func columns(_ root: LuaTable, _ wrong: (String) -> LuaError) throws
    -> [FieldDeclaration]
  {
    let reader = PluginTableReader()
    var read: PluginValue?
    _ = try root.withStack { stack, index in
      stack.rawGet(index, "columns")
      if !stack.isNil(-1) { read = try reader.read(stack, at: -1) }
    }
    guard let read else {
      throw wrong("the table has no columns; write columns = { { \"name\", \"text\" } }")
    }
    var holder = PluginTable()
    holder.keys = [("columns", read)]
    var validator = DeclarationValidator()
    let contract = ContractTable(
      name: .view, help: "", isNamed: false,
      keys: [ContractKey("columns", .collection(.field), required: true, "")])
    validator.validate(holder, as: contract, at: DeclarationPath())
    if let first = validator.problems.first {
      throw wrong("\(first.path): \(first.message)")
    }
    return DeclarationBuilder().fields(read)
  }

  private func text(_ value: ScriptValue, _ column: FieldDeclaration) throws -> String {
    let format = plugin.format ?? arena.formats.first
    switch (column.type, value) {
    case (.choice, .text(let name)):
      return column.of.first { $0.name == name }
        .map { plugin.locales.written($0.naming.label, in: arena.language) } ?? name
    case (.perspective, .text(let name)):
      return format?.perspective(name).map {
        format?.locales.written($0.naming.label, in: arena.language) ?? name
      } ?? name
    case (.perspective, .list(let names)):
      return try names.map { try text($0, column) }.joined(separator: ", ")
    default: return try arena.shown(value)
    }
  }
}
