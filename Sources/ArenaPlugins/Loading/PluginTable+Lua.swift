import LuaKit

/// Reads what a plugin returned, raw: no metamethod of the plugin runs.
struct PluginTableReader {
  /// A reference, since nested tables are read inside closures of their own.
  private final class Found {
    var functions: [LuaFunction] = []
  }

  private let found = Found()
  var functions: [LuaFunction] { found.functions }

  /// How deep tables may lie in each other.
  static let mostDepth = 31

  func read(_ root: LuaTable) throws -> PluginTable {
    try root.withStack { stack, index in try read(stack, at: index) }?.table ?? PluginTable()
  }

  /// The value at an index of the stack.
  func read(_ stack: LuaStack, at index: Int, depth: Int = 0) throws(LuaError) -> PluginValue {
    switch stack.kind(index) {
    case .boolean: return .boolean(stack.read(index) ?? false)
    case .number:
      if case .integer(let whole)? = stack.read(index, as: LuaValue.self) { return .integer(whole) }
      return .number(stack.read(index) ?? 0)
    case .string: return .string(stack.read(index) ?? "")
    case .function:
      guard let function = stack.read(index, as: LuaFunction.self) else { return .other("nil") }
      found.functions.append(function)
      return .function(found.functions.count - 1)
    case .table:
      guard depth < Self.mostDepth - 1 else {
        throw LuaError("the table nests too deeply; does it hold itself?")
      }
      return .table(try readTable(stack, at: stack.absolute(index), depth: depth))
    default: return .other(stack.typeName(index))
    }
  }

  private func readTable(_ stack: LuaStack, at index: Int, depth: Int) throws(LuaError)
    -> PluginTable
  {
    try stack.reserve(6)
    var table = PluginTable()
    let length = stack.rawLength(index)
    table.list.reserveCapacity(length)
    while table.list.count < length {
      stack.rawGet(index, item: table.list.count + 1)
      guard !stack.isNil(-1) else {
        stack.pop()
        break
      }
      let item = try read(stack, at: -1, depth: depth + 1)
      stack.pop()
      table.list.append(item)
    }
    var beyond: [Int] = []
    let listed = table.list.count
    try stack.forEachPair(index) { () throws(LuaError) in
      switch stack.kind(-2) {
      case .string:
        table.keys.append((stack.read(-2) ?? "", try read(stack, at: -1, depth: depth + 1)))
      case .number:
        guard case .integer(let place)? = stack.read(-2, as: LuaValue.self), place >= 1 else {
          table.strangers.append(Self.shown(stack.read(-2, as: LuaValue.self)))
          return
        }
        if place > listed { beyond.append(place) }
      default: table.strangers.append(Phrase.withArticle(stack.typeName(-2)))
      }
    }
    table.strangers += beyond.sorted().map { "[\($0)]" }
    if table.keys.count > 1 { table.keys.sort { $0.name < $1.name } }
    return table
  }

  /// A key that is a number and no place in a list; reading it as text would change it under `next`.
  private static func shown(_ key: LuaValue?) -> String {
    switch key {
    case .integer(let whole)?: "[\(whole)]"
    case .number(let number)?: "[\(number)]"
    default: "a number"
    }
  }
}
