/// What a plugin's table holds, read raw from its Lua state: pure data, with functions kept by number.
package indirect enum PluginValue: Sendable, Equatable {
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case table(PluginTable)
  /// The place of the function among those that the loader keeps.
  case function(Int)
  /// Anything else, by the name of its Lua type.
  case other(String)

  /// What it is, in an error: `the string "yes"`, `a list`, `a function`.
  var description: String {
    switch self {
    case .boolean(let value): String(value)
    case .integer(let value): "the number \(value)"
    case .number(let value): "the number \(value)"
    case .string(let text): "the string " + Phrase.quoted(text)
    case .table(let table):
      table.isEmpty
        ? "an empty table" : table.list.isEmpty ? "a table of keys" : "a list"
    case .function: "a function"
    case .other(let type): Phrase.withArticle(type)
    }
  }

  var string: String? { if case .string(let text) = self { text } else { nil } }
  var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
  var table: PluginTable? { if case .table(let table) = self { table } else { nil } }
  var function: Int? { if case .function(let place) = self { place } else { nil } }

  /// A whole number, also one written as `3.0`.
  var integer: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }
}

/// A Lua table: its sequence from 1, and its string keys.
package struct PluginTable: Sendable, Equatable {
  package var list: [PluginValue] = []
  /// Keys sorted by name, since Lua keeps no order of them.
  package var keys: [(name: String, value: PluginValue)] = []
  /// Keys that are neither text nor part of the sequence, as Lua would print them.
  package var strangers: [String] = []

  package init() {}

  package var isEmpty: Bool { list.isEmpty && keys.isEmpty && strangers.isEmpty }

  package subscript(name: String) -> PluginValue? { keys.first { $0.name == name }?.value }

  package static func == (one: PluginTable, other: PluginTable) -> Bool {
    one.list == other.list && one.strangers == other.strangers
      && one.keys.elementsEqual(other.keys) { $0.name == $1.name && $0.value == $1.value }
  }
}
