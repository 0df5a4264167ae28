/// One record of an arena: a plain value with a stable id and a revision.
package struct Record: Sendable, Hashable, Identifiable {
  package let id: RecordID
  package let type: RecordType
  /// Starts at 1 and grows by one with every change.
  package var revision: Int
  package var added: Instant
  package var changed: Instant
  /// Taken off the programme, not out of the file: lists leave it out, history and references keep it.
  package var isWithdrawn: Bool
  /// By position in the schema.
  private var values: [Value?]
  /// What the record's format added.
  package var fields: Fields

  package init(
    id: RecordID, type: RecordType, revision: Int = 1, added: Instant, changed: Instant? = nil,
    isWithdrawn: Bool = false, fields: Fields = Fields()
  ) {
    self.id = id
    self.type = type
    self.revision = revision
    self.added = added
    self.changed = changed ?? added
    self.isWithdrawn = isWithdrawn
    self.values = Array(repeating: nil, count: Schema.fields(of: type).count)
    self.fields = fields
  }

  /// The value of one of the model's own fields. An empty list is no value. Setting a field that the type doesn't
  /// have does nothing, and reading one gives nil: what is checked is checked against `Schema` where values come in.
  package subscript(field: ModelField) -> Value? {
    get {
      guard let position = Schema.position(of: field, in: type) else { return nil }
      return values[position]
    }
    set {
      guard let position = Schema.position(of: field, in: type) else { return }
      if case .list(let list)? = newValue, list.isEmpty {
        values[position] = nil
      } else {
        values[position] = newValue
      }
    }
  }

  /// The value at a position of the schema.
  package subscript(position position: Int) -> Value? { values[position] }
}

extension Record {
  package func text(_ field: ModelField) -> String? {
    if case .text(let text)? = self[field] { text } else { nil }
  }

  package func integer(_ field: ModelField) -> Int? {
    if case .integer(let integer)? = self[field] { integer } else { nil }
  }

  package func boolean(_ field: ModelField) -> Bool {
    self[field] == .boolean(true)
  }

  package func stated(_ field: ModelField) -> Stated? {
    if case .stated(let stated)? = self[field] { stated } else { nil }
  }

  package func actor(_ field: ModelField) -> Actor? {
    if case .actor(let actor)? = self[field] { actor } else { nil }
  }

  package func items(_ field: ModelField) -> [Item] {
    if case .items(let items)? = self[field] { items } else { [] }
  }

  /// The values of a list; none where there is no value.
  package func list(_ field: ModelField) -> [Value] {
    if case .list(let list)? = self[field] { list } else { [] }
  }

  package func texts(_ field: ModelField) -> [String] {
    list(field).compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  package func actors(_ field: ModelField) -> [Actor] {
    list(field).compactMap { if case .actor(let actor) = $0 { actor } else { nil } }
  }

  /// The record that a field refers to.
  package func reference(_ field: ModelField) -> RecordID? {
    self[field].flatMap(\.recordID)
  }

  /// The records that a list refers to.
  package func references(_ field: ModelField) -> [RecordID] {
    list(field).compactMap(\.recordID)
  }
}

extension Value {
  /// The id of the record that the value stands for, also where it stands for somebody.
  package var recordID: RecordID? {
    switch self {
    case .record(let id): id
    case .actor(let actor): actor.id
    default: nil
    }
  }

  /// Every record id within the value, lists and objects included.
  package var recordIDs: [RecordID] {
    switch self {
    case .list(let values): values.flatMap(\.recordIDs)
    case .object(let fields): fields.flatMap(\.value.recordIDs)
    default: recordID.map { [$0] } ?? []
    }
  }
}
