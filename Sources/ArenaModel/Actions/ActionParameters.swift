/// What an action was given, typed: the declared parameters by name, and apart from them what a format added.
package struct ActionParameters: Sendable, Hashable {
  package var values: Fields
  package var fields: Fields

  package init(values: Fields = Fields(), fields: Fields = Fields()) {
    self.values = values
    self.fields = fields
  }

  package subscript(name: String) -> Value? {
    get { values[name] }
    set { values[name] = newValue }
  }

  package func text(_ name: String) -> String? {
    if case .text(let text)? = values[name] { text } else { nil }
  }

  package func integer(_ name: String) -> Int? {
    if case .integer(let integer)? = values[name] { integer } else { nil }
  }

  package func list(_ name: String) -> [Value] {
    switch values[name] {
    case .list(let list)?: list
    case let value?: [value]
    case nil: []
    }
  }

  package func texts(_ name: String) -> [String] {
    list(name).compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  package func actors(_ name: String) -> [Actor] {
    list(name).compactMap { value in
      if case .actor(let actor) = value { actor } else { nil }
    }
  }

  package func actor(_ name: String) -> Actor? { actors(name).first }

  package func id(_ name: String) -> RecordID? { values[name]?.recordID }

  package func ids(_ name: String) -> [RecordID] { list(name).compactMap(\.recordID) }
}

/// One value that an action was given, before it is read by its parameter's type.
package struct GivenParameter: Sendable {
  package let name: String
  package let value: Value

  package init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }

  /// `key=value` as typed; nil where there is no key.
  package init?(typed text: String) {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    let name = text[..<sign].trimmingBlanks
    guard !name.isEmpty else { return nil }
    self.name = name
    self.value = .text(String(text[text.index(after: sign)...]))
  }
}
