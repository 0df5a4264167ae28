import ArenaModel
import LuaKit

/// Calls from the host into a plugin's functions.
extension ScriptBridge {
  /// Calls a function with a record, a table and more; its first result as a value.
  func call(
    _ function: LuaFunction, _ first: ScriptValue, _ table: LuaTable?, _ more: [ScriptValue] = []
  ) throws -> ScriptValue {
    try callRaw(function, first, table, more) { stack in try value(stack, at: -1) }
  }

  /// The same with the result on top of a stack, for whoever reads it.
  func callRaw<Result>(
    _ function: LuaFunction, _ first: ScriptValue, _ table: LuaTable?, _ more: [ScriptValue] = [],
    read: (LuaStack) throws -> Result
  ) throws -> Result {
    state.renewBudget()
    return try function.call(
      results: 1,
      arguments: { stack in
        try stack.reserve(more.count + 20)
        try push(first, stack)
        if let table { stack.push(table) }
        for value in more { try push(value, stack) }
        return 1 + (table == nil ? 0 : 1) + more.count
      },
      read: read)
  }

  /// Calls a function with a record and any value, for its effects.
  func callTaking(_ function: LuaFunction, _ first: ScriptValue, _ second: LuaValue) throws {
    state.renewBudget()
    try function.call(
      results: 0,
      arguments: { stack in
        try push(first, stack)
        stack.push(second)
        return 2
      },
      read: { _ in })
  }

  /// `p`: every declared parameter, typed; what a format added in `p.fields`. A name that isn't declared raises.
  func parameters(
    _ parameters: ActionParameters, of signature: ActionSignature, in arena: ScriptArena
  ) throws -> LuaTable {
    let more = try signature.more(parameters, arena.reading)
    let table = try self.table(
      parameters.values, declared: signature.params + more.params, what: "parameter")
    if !more.fields.isEmpty || !parameters.fields.isEmpty {
      let fields = try self.table(parameters.fields, declared: more.fields, what: "field")
      table["fields"] = .table(fields)
    } else {
      table["fields"] = .table(state.table())
    }
    return table
  }

  /// Values by the names of what was declared: lists and booleans are never nil.
  func table(_ values: Fields, declared: [FieldDeclaration], what: String) throws -> LuaTable {
    let arena = try attached()
    let table = state.table()
    let stack = state.stack
    for field in declared {
      let value: ScriptValue =
        if let stored = values[field.name] {
          try arena.script(stored)
        } else if field.isMany {
          .list([])
        } else if field.type == .boolean {
          .boolean(false)
        } else if field.type == .items {
          .items([])
        } else {
          .none
        }
      try push(value, stack)
      table[field.name] = stack.read(-1, as: LuaValue.self) ?? .nil
      stack.pop()
    }
    let names = declared.map(\.name)
    let metatable = state.table()
    metatable.setFunction("__index") { stack in
      let name = stack.read(2, as: String.self) ?? stack.typeName(2)
      guard !names.contains(name), name != "fields" else {
        stack.pushNil()
        return 1
      }
      throw LuaError(
        "there is no \(what) '\(name)'"
          + Phrase.didYouMean(
            name, among: names,
            otherwise: names.isEmpty
              ? "; none is declared" : "; there is \(Phrase.choice(names, "and"))"))
    }
    table.setMetatable(metatable)
    return table
  }
}
