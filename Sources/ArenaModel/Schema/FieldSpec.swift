/// One field of a record type, as the model has it.
package struct FieldSpec: Sendable, Hashable {
  package let field: ModelField
  package let type: FieldType
  /// A list; an empty one is no value.
  package let isMany: Bool
  /// Withheld where contacts are.
  package let isPersonal: Bool
  /// For `choice`: the model's own terms. Empty: an open list, or terms that the format declares.
  package let terms: [String]
  /// For `object`: the keys, with the types of their values.
  package let keys: [ObjectKey]
  /// One line for the reference and the schema of the dump.
  package let help: String

  package struct ObjectKey: Sendable, Hashable {
    package let name: String
    package let type: FieldType
    package let isMany: Bool

    package init(_ name: String, _ type: FieldType, isMany: Bool = false) {
      self.name = name
      self.type = type
      self.isMany = isMany
    }
  }

  package init(
    _ field: ModelField, _ type: FieldType, many: Bool = false, personal: Bool = false,
    terms: [String] = [], keys: [ObjectKey] = [], help: String
  ) {
    self.field = field
    self.type = type
    self.isMany = many
    self.isPersonal = personal
    self.terms = terms
    self.keys = keys
    self.help = help
  }

  package var name: String { field.name }
}
