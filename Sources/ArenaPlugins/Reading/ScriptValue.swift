package import ArenaModel

/// A value on its way between the arena and a script: what a field holds, what a look-up found.
package indirect enum ScriptValue: Sendable, Hashable {
  case none
  case text(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case stated(Stated)
  case record(RecordID)
  /// Records of one kind, in the order of scripts' lists.
  case records([RecordID])
  case list([ScriptValue])
  case items([Item])
  /// A list of tables that each have a `name`: to be had by position and by name.
  case named([ScriptValue])
  case elsewhere(Elsewhere)
  /// A plain table, keys in order.
  case table([Entry])
  case finding(Finding)
  /// A format, by its name.
  case format(String)
  /// What the format added to a record.
  case fields(RecordID)

  package struct Entry: Sendable, Hashable {
    package let key: String
    package let value: ScriptValue
    package init(_ key: String, _ value: ScriptValue) {
      self.key = key
      self.value = value
    }
  }

  static func text(_ text: String?) -> ScriptValue { text.map(ScriptValue.text) ?? .none }

  static func actor(_ actor: Actor) -> ScriptValue {
    switch actor {
    case .person(let id), .organisation(let id): .record(id)
    case .name(let name): .text(name)
    }
  }
}
