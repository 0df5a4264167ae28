import ArenaModel
import LuaKit

/// Values on their way between the arena and Lua.
extension ScriptBridge {
  func push(_ value: ScriptValue, _ stack: LuaStack) throws {
    switch value {
    case .none: stack.pushNil()
    case .text(let text): stack.push(text)
    case .integer(let integer): stack.push(integer)
    case .number(let number): stack.push(number)
    case .boolean(let flag): stack.push(flag)
    case .stated(let stated): stack.push(StatedProxy(stated))
    case .record(let id): try pushRecord(id, stack)
    case .records(let ids): stack.push(RecordList(ids))
    case .list(let values):
      let list = try plainList()
      for value in values { append(value, to: list) }
      stack.push(list)
    case .named(let values):
      let list = try plainList()
      for value in values {
        append(value, to: list)
        guard case .table(let entries) = value,
          case .text(let name)? = entries.first(where: { $0.key == "name" })?.value
        else { continue }
        list.setRaw(name, list[list.count])
      }
      stack.push(list)
    case .items(let items): stack.push(try list(of: items))
    case .elsewhere(let elsewhere):
      let table = state.table()
      table["arena"] = .string(elsewhere.arena)
      table["code"] = elsewhere.code.map(LuaValue.string) ?? .nil
      table["title"] = elsewhere.title.map(LuaValue.string) ?? .nil
      stack.push(table)
    case .table(let entries):
      let table = state.table()
      for entry in entries {
        try push(entry.value, stack)
        table.setRaw(entry.key, stack.read(-1, as: LuaValue.self) ?? .nil)
        stack.pop()
      }
      stack.push(table)
    case .finding(let finding):
      let table = state.table()
      table["severity"] = .string(finding.severity.rawValue)
      table["check"] = .string(finding.check)
      table["message"] = .string(finding.message)
      table["fix"] = .string(finding.fix)
      if let id = finding.record, try attached().record(id) != nil {
        try pushRecord(id, stack)
        table.setRaw("record", stack.read(-1, as: LuaValue.self) ?? .nil)
        stack.pop()
      }
      stack.push(table)
    case .format(let name):
      if let known = formatProxies[name] {
        stack.push(known)
      } else if let format = try attached().format(named: name) {
        let proxy = FormatProxy(format)
        formatProxies[name] = proxy
        stack.push(proxy)
      } else {
        stack.pushNil()
      }
    case .fields(let id): stack.push(FieldsProxy(id))
    }
  }

  private func pushRecord(_ id: RecordID, _ stack: LuaStack) throws {
    if let known = records.number(of: id) {
      rows.push(known, onto: stack)
    } else if let record = try attached().record(id) {
      rows.push(records.add(RecordProxy(id: id, type: record.type)), onto: stack)
    } else {
      stack.pushNil()
    }
  }

  /// A list with the methods of `pandoc.List`.
  func plainList() throws -> LuaTable {
    let stack = state.stack
    if listMaker.isNil { try openDocuments(stack) }
    try stack.call(results: 1) {
      stack.push(listMaker)
      stack.pushTable()
    }
    defer { stack.pop() }
    guard let list = stack.read(-1, as: LuaTable.self) else {
      throw LuaError("pandoc.List gave no table")
    }
    return list
  }

  func append(_ value: ScriptValue, to list: LuaTable) {
    _ = list.withStack { stack, index in
      let place = stack.rawLength(index) + 1
      guard (try? push(value, stack)) != nil else { return }
      stack.rawSet(index, item: place)
    }
  }

  private func list(of items: [Item]) throws -> LuaTable {
    let out = try plainList()
    for item in items {
      let table = state.table()
      table["text"] = .string(item.text)
      table["category"] = item.category.map(LuaValue.string) ?? .nil
      table["bullet"] = .boolean(item.isBullet)
      table["mark"] = item.mark.map(LuaValue.string) ?? .nil
      table["id"] = .string(item.id.description)
      table["items"] = .table(try list(of: item.items))
      out[out.count + 1] = .table(table)
    }
    return out
  }

  /// Calls a method of `pandoc.List` on a plain list with the arguments of the running call; its results are on top.
  func callListMethod(
    _ name: String, on table: LuaTable, arguments: ClosedRange<Int>, _ stack: LuaStack
  ) throws -> Int {
    let count = stack.count
    stack.push(table)
    try stack.get(-1, name)
    let function = stack.read(-1, as: LuaValue.self) ?? .nil
    stack.pop(2)
    return try stack.call {
      stack.push(function)
      stack.push(table)
      for index in arguments where index <= count { stack.copy(index) }
    }
  }

  // MARK: - From Lua

  /// The value at an index. Tables are read raw: a list where they have a first item or nothing, else named values.
  func value(_ stack: LuaStack, at index: Int, depth: Int = 0) throws -> ScriptValue {
    switch stack.kind(index) {
    case .none, .nil: return .none
    case .boolean: return .boolean(stack.read(index) ?? false)
    case .number:
      if case .integer(let whole)? = stack.read(index, as: LuaValue.self) { return .integer(whole) }
      return .number(stack.read(index) ?? 0)
    case .string: return .text(stack.read(index, as: String.self))
    case .userdata:
      if let record = stack.read(index, as: RecordProxy.self) { return .record(record.id) }
      if let list = stack.read(index, as: RecordList.self) { return .records(list.ids) }
      if let stated = stack.read(index, as: StatedProxy.self) { return .stated(stated.stated) }
      if let format = stack.read(index, as: FormatProxy.self) { return .format(format.format.name) }
      if let fields = stack.read(index, as: FieldsProxy.self) { return .fields(fields.id) }
      if let text = documentText(stack, at: index) { return .text(text) }
      throw LuaError("a \(stack.typeName(index)) is no value that an arena can hold")
    case .table:
      guard depth < 20 else { throw LuaError("the table nests too deeply; does it hold itself?") }
      return try table(stack, at: stack.absolute(index), depth: depth)
    default: throw LuaError("a \(stack.typeName(index)) is no value that an arena can hold")
    }
  }

  private func table(_ stack: LuaStack, at index: Int, depth: Int) throws -> ScriptValue {
    try stack.reserve(8)
    let count = stack.rawLength(index)
    var list: [ScriptValue] = []
    for place in 1...max(1, count) where place <= count {
      stack.rawGet(index, item: place)
      defer { stack.pop() }
      list.append(try value(stack, at: -1, depth: depth + 1))
    }
    var entries: [ScriptValue.Entry] = []
    try stack.forEachPair(index) { () throws -> Void in
      guard stack.kind(-2) == .string, let key = stack.read(-2, as: String.self) else { return }
      if stack.kind(-1) == .function { return }
      entries.append(.init(key, try value(stack, at: -1, depth: depth + 1)))
    }
    if entries.isEmpty {
      let ids = list.compactMap { if case .record(let id) = $0 { id } else { nil } }
      return !list.isEmpty && ids.count == list.count ? .records(ids) : .list(list)
    }
    if list.isEmpty { return .table(entries.sorted { $0.key < $1.key }) }
    let numbered = list.enumerated().map { ScriptValue.Entry("\($0 + 1)", $1) }
    return .table(numbered + entries.sorted { $0.key < $1.key })
  }
}
