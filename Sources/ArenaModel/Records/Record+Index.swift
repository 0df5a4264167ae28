/// What the store and the image index of a record.
extension Record {
  /// One reference from the record to another.
  package struct Reference: Hashable, Sendable {
    /// The model's field that holds it; nil where it lies in a field that a format added.
    package let field: ModelField?
    package let target: RecordID

    package init(field: ModelField?, target: RecordID) {
      self.field = field
      self.target = target
    }
  }

  /// All references, each once, in the order of the fields.
  package var allReferences: [Reference] {
    var seen: Set<Reference> = []
    var out: [Reference] = []
    func add(_ value: Value, _ field: ModelField?) {
      for target in value.recordIDs {
        let reference = Reference(field: field, target: target)
        if seen.insert(reference).inserted { out.append(reference) }
      }
    }
    for spec in Schema.fields(of: type) {
      if let value = self[spec.field] { add(value, spec.field) }
    }
    for field in fields { add(field.value, nil) }
    return out
  }

  /// Calls `body` with the target of every reference, as often as it stands in the record.
  package func forEachReference(_ body: (RecordID) -> Void) {
    func visit(_ value: Value) {
      switch value {
      case .record(let id): body(id)
      case .actor(let actor): if let id = actor.id { body(id) }
      case .list(let values): for value in values { visit(value) }
      case .object(let fields): for field in fields { visit(field.value) }
      default: break
      }
    }
    for position in Schema.fields(of: type).indices {
      if let value = self[position: position] { visit(value) }
    }
    for field in fields { visit(field.value) }
  }

  /// The fields by whose text a record is found: `records(of:named:)`.
  package static let nameFields: [ModelField] = [.code, .codes, .name, .aliases]

  /// What its codes, name and aliases are matched by, each once.
  package var matchKeys: [MatchKey] {
    var out: [MatchKey] = []
    func add(_ text: String) {
      let key = MatchKey(text)
      if !key.isEmpty && !out.contains(key) { out.append(key) }
    }
    for field in Record.nameFields {
      switch self[field] {
      case .text(let text)?: add(text)
      case .list(let values)?:
        for case .text(let text) in values { add(text) }
      default: break
      }
    }
    return out
  }

  /// The ids of all items, nested ones included.
  package var itemIDs: [RecordID] {
    var out: [RecordID] = []
    func add(_ items: [Item]) {
      for item in items {
        out.append(item.id)
        add(item.items)
      }
    }
    func add(_ value: Value) {
      switch value {
      case .items(let items): add(items)
      case .list(let values): for value in values { add(value) }
      case .object(let fields): for field in fields { add(field.value) }
      default: break
      }
    }
    for spec in Schema.fields(of: type) {
      if let value = self[spec.field] { add(value) }
    }
    for field in fields { add(field.value) }
    return out
  }

  /// Whether two records say the same, whatever their revisions and times.
  package func saysTheSame(as other: Record) -> Bool {
    guard id == other.id, type == other.type, isWithdrawn == other.isWithdrawn,
      fields == other.fields
    else { return false }
    return Schema.fields(of: type).indices.allSatisfy {
      self[position: $0] == other[position: $0]
    }
  }
}
