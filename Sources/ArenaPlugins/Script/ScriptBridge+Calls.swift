import ArenaModel
import LuaKit

/// Calls from the host into a plugin's functions.
extension ScriptBridge {
  /// Calls a function with a record, a table and more; its first result as a value.
  func call(
    _ function: LuaFunction, _ first: ScriptValue, _ table: LuaTable?, _ more: [ScriptValue] = [],
    _ stack: LuaStack
  ) throws -> ScriptValue {
    try callRaw(function, first, table, more, stack) { try value(stack, at: -1) }
  }

  /// The same with the result on top of the stack, for whoever reads it.
  func callRaw<Result>(
    _ function: LuaFunction, _ first: ScriptValue, _ table: LuaTable?, _ more: [ScriptValue] = [],
    _ stack: LuaStack, read: () throws -> Result
  ) throws -> Result {
    state.renewBudget()
    let base = stack.count
    defer { stack.setCount(base) }
    var arguments: [LuaValue] = []
    for value in [first] + (table == nil ? more : []) {
      try push(value, stack)
      arguments.append(stack.read(-1, as: LuaValue.self) ?? .nil)
      stack.pop()
    }
    if let table {
      arguments.append(.table(table))
      for value in more {
        try push(value, stack)
        arguments.append(stack.read(-1, as: LuaValue.self) ?? .nil)
        stack.pop()
      }
    }
    try stack.call(results: 1) {
      stack.push(function)
      for argument in arguments { stack.push(argument) }
    }
    return try read()
  }

  /// Calls a function with a record and any value, for its effects.
  func callTaking(
    _ function: LuaFunction, _ first: ScriptValue, _ second: LuaValue, _ stack: LuaStack
  ) throws {
    state.renewBudget()
    let base = stack.count
    defer { stack.setCount(base) }
    try push(first, stack)
    let tx = stack.read(-1, as: LuaValue.self) ?? .nil
    try stack.call(results: 0) {
      stack.push(function)
      stack.push(tx)
      stack.push(second)
    }
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
