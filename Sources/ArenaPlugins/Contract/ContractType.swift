package import ArenaModel

/// What a key of a declaration may hold. The names are the contract's own (docs/plugins/reference.md).
package indirect enum ContractType: Sendable, Equatable {
  /// A text in the plugin's language.
  case text
  /// A text with `{key}` in it. Where the keys are known beforehand they stand here; `ownFields` admits the fields
  /// that the format adds to the record.
  case pattern(keys: [String]?, ownFields: Bool)
  /// Any string.
  case string
  /// A text, or a list: the first is written, all are recognised.
  case label
  case integer, number, boolean
  /// A constant of the type that the field has.
  case constant
  case oneOf([String])
  /// How many: `1`, `0..1`, `1..`.
  case range
  /// `each`, or a day's number.
  case day
  /// One of the field types.
  case fieldType
  /// A record type, by its name in scripts.
  case recordType
  /// Labels for a record type's own fields, by name.
  case labels(RecordType)
  /// A table with the keys of a declaration.
  case table(ContractTable.Name)
  /// An ordered list of named things.
  case collection(ContractTable.Name)
  /// The name of something that the format declares.
  case name(Namespace)
  case names(Namespace)
  /// A list of strings.
  case strings
  case function(ContractFunction)
  /// A pandoc filter, or a list of them.
  case filter

  /// What names may refer to.
  package enum Namespace: String, Sendable {
    case role, perspective, phase, action
  }
}

/// How the host calls a function of a plugin.
package struct ContractFunction: Sendable, Equatable {
  package struct Parameter: Sendable, Equatable {
    package let name: String
    /// The type as the editor annotations have it.
    package let type: String
  }
  package let parameters: [Parameter]
  package let returns: String
  /// When it runs and what may come of it, for the reference.
  package let help: String

  package init(_ parameters: KeyValuePairs<String, String>, returns: String, help: String) {
    self.parameters = parameters.map { Parameter(name: $0.key, type: $0.value) }
    self.returns = returns
    self.help = help
  }

  package var signature: String {
    let list = parameters.map { "\($0.name): \($0.type)" }.joined(separator: ", ")
    return "fun(\(list)): \(returns)"
  }
}

extension ContractType {
  /// The type in the words of the reference.
  package var description: String {
    switch self {
    case .text: "text"
    case .pattern: "text{}"
    case .string: "string"
    case .label: "label"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .constant: "any"
    case .oneOf(let words): words.joined(separator: "/")
    case .range: "range"
    case .day: "day"
    case .fieldType: "type"
    case .recordType: "record type"
    case .labels: "labels"
    case .table(let name): name.rawValue
    case .collection(let name): ContractTable.of(name).plural
    case .name(let space): "\(space.rawValue) name"
    case .names(let space): "\(space.rawValue) names"
    case .strings: "texts"
    case .function: "function"
    case .filter: "filter"
    }
  }

  /// What is expected, in the middle of a sentence of an error.
  var expected: String {
    switch self {
    case .text, .string, .pattern, .constant: "a string"
    case .label: "a string, or a list of strings"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .oneOf(let words): Phrase.choice(words.map { "'\($0)'" })
    case .range: "how many, such as \"1\", \"0..1\" or \"1..\""
    case .day: "\"each\" or the number of a day"
    case .fieldType: "a field type, such as \"text\""
    case .recordType: "a record type, such as \"group\""
    case .labels: "a table of labels, { field = \"Label\" }"
    case .table(let name): "a table with the keys of \(ContractTable.of(name).withArticle)"
    case .collection: "a list, { { \"name\", … }, … }"
    case .name(let space): "the name of \(Phrase.withArticle(space.rawValue))"
    case .names(let space):
      "a list with names of \(space == .phase ? "phases" : space.rawValue + "s")"
    case .strings: "a list of strings"
    case .function: "a function"
    case .filter: "a pandoc filter: a table of functions, or a list of such tables"
    }
  }

  /// How to write it, for an error.
  func example(_ key: String) -> String {
    switch self {
    case .text, .string, .constant: "\(key) = \"…\""
    case .pattern(let keys, _): "\(key) = \"… {\(keys?.first ?? "code")} …\""
    case .label: "\(key) = \"…\""
    case .integer: "\(key) = 1"
    case .number: "\(key) = 0.5"
    case .boolean: "\(key) = true"
    case .oneOf(let words): "\(key) = \"\(words[0])\""
    case .range: "\(key) = \"0..1\""
    case .day: "\(key) = \"each\""
    case .fieldType: "{ \"name\", \"text\" }"
    case .recordType: "\(key) = \"group\""
    case .labels: "\(key) = { title = \"Topic\" }"
    case .table: "\(key) = { … }"
    case .collection: "\(key) = { { \"name\" } }"
    case .name, .names:
      if case .names = self { "\(key) = { \"name\" }" } else { "\(key) = \"name\"" }
    case .strings: "\(key) = { \"txt\" }"
    case .function(let function):
      "\(key) = function(\(function.parameters.map(\.name).joined(separator: ", "))) … end"
    case .filter: "\(key) = { Str = function(el) … end }"
    }
  }
}
