import LuaKit

/// Reads what a plugin returned, raw: no metamethod of the plugin runs.
struct PluginTableReader {
  private(set) var functions: [LuaFunction] = []
  private var path: [UnsafeRawPointer] = []

  /// The value at an index of the stack.
  mutating func read(_ stack: LuaStack, at index: Int, depth: Int = 0) throws(LuaError)
    -> PluginValue
  {
    switch stack.kind(index) {
    case .boolean: return .boolean(stack.read(index) ?? false)
    case .number:
      if case .integer(let whole)? = stack.read(index, as: LuaValue.self) { return .integer(whole) }
      return .number(stack.read(index) ?? 0)
    case .string: return .string(stack.read(index) ?? "")
    case .function:
      guard let function = stack.read(index, as: LuaFunction.self) else { return .other("nil") }
      functions.append(function)
      return .function(functions.count - 1)
    case .table:
      guard depth < 30 else {
        throw LuaError("the table nests too deeply; does it hold itself?")
      }
      return .table(try readTable(stack, at: stack.absolute(index), depth: depth))
    default: return .other(stack.typeName(index))
    }
  }

  private mutating func readTable(_ stack: LuaStack, at index: Int, depth: Int) throws(LuaError)
    -> PluginTable
  {
    try stack.reserve(6)
    var table = PluginTable()
    var items: [Int: PluginValue] = [:]
    // A copy of self, since a closure can't change it: functions are appended at the end.
    var reader = self
    try stack.forEachPair(index) { () throws(LuaError) in
      let value = try reader.read(stack, at: -1, depth: depth + 1)
      switch stack.kind(-2) {
      case .string: table.keys.append((stack.read(-2) ?? "", value))
      case .number:
        if case .integer(let place)? = stack.read(-2, as: LuaValue.self), place >= 1 {
          items[place] = value
        } else {
          table.strangers.append(stack.read(-2, as: String.self) ?? "a number")
        }
      default: table.strangers.append(Phrase.withArticle(stack.typeName(-2)))
      }
    }
    self = reader
    var place = 1
    while let item = items.removeValue(forKey: place) {
      table.list.append(item)
      place += 1
    }
    table.strangers += items.keys.sorted().map { "[\($0)]" }
    table.keys.sort { $0.name < $1.name }
    return table
  }
}
