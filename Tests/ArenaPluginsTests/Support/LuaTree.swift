@testable import ArenaPlugins

/// A Lua table as a tree that can be written with every key on a line of its own, and broken on purpose.
indirect enum LuaTree {
  case text(String)
  case number(String)
  case boolean(Bool)
  case function
  /// Positional values, then keys.
  case table([LuaTree], [(key: String, value: LuaTree)])

  static func named(_ name: String, _ keys: KeyValuePairs<String, LuaTree> = [:]) -> LuaTree {
    .table([.text(name)], keys.map { ($0.key, $0.value) })
  }

  static func field(_ name: String, _ type: String, _ keys: KeyValuePairs<String, LuaTree> = [:])
    -> LuaTree
  {
    .table([.text(name), .text(type)], keys.map { ($0.key, $0.value) })
  }

  static func list(_ items: LuaTree...) -> LuaTree { .table(items, []) }

  static func map(_ keys: KeyValuePairs<String, LuaTree>) -> LuaTree {
    .table([], keys.map { ($0.key, $0.value) })
  }

  /// Writes the tree and notes the line of each path.
  struct Writer {
    var source = "return "
    var line = 1
    var lines: [DeclarationPath: Int] = [:]

    mutating func write(_ tree: LuaTree, _ path: DeclarationPath = DeclarationPath()) {
      switch tree {
      case .text(let text): source += "\"\(text)\""
      case .number(let number): source += number
      case .boolean(let flag): source += flag ? "true" : "false"
      case .function: source += "function() end"
      case .table(let items, let keys):
        source += "{"
        for (index, item) in items.enumerated() {
          newline()
          let here = path.index(index + 1)
          lines[here] = line
          write(item, here)
          source += ","
        }
        for (key, value) in keys {
          newline()
          let here = path.key(key)
          lines[here] = line
          source += "[\"\(key)\"] = "
          write(value, here)
          source += ","
        }
        newline()
        source += "}"
      }
    }

    private mutating func newline() {
      source += "\n"
      line += 1
    }
  }

  /// Every key in the tree, by its path.
  var keyPaths: [DeclarationPath] { paths(DeclarationPath()) }

  private func paths(_ path: DeclarationPath) -> [DeclarationPath] {
    guard case .table(let items, let keys) = self else { return [] }
    var out: [DeclarationPath] = []
    for (index, item) in items.enumerated() { out += item.paths(path.index(index + 1)) }
    for (key, value) in keys { out += [path.key(key)] + value.paths(path.key(key)) }
    return out
  }

  /// The tree with the entry at a path changed; nil takes it away.
  func changing(
    _ path: ArraySlice<DeclarationPath.Step>, _ change: (String, LuaTree) -> (String, LuaTree)?
  ) -> LuaTree {
    guard case .table(let items, let keys) = self, let first = path.first else { return self }
    switch first {
    case .index(let place):
      var items = items
      items[place - 1] = items[place - 1].changing(path.dropFirst(), change)
      return .table(items, keys)
    case .key(let name):
      return .table(
        items,
        keys.compactMap { key, value in
          guard key == name else { return (key, value) }
          if path.count == 1 { return change(key, value).map { ($0.0, $0.1) } }
          return (key, value.changing(path.dropFirst(), change))
        })
    }
  }
}
