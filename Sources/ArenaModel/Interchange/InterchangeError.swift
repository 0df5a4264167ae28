/// Why a value can't be written as its field's type wants it.
package struct InterchangeError: Error, Sendable, Hashable, CustomStringConvertible {
  package let type: RecordType
  package let field: String
  /// What the field wants, in words.
  package let wanted: String

  package var description: String {
    "The field '\(field)' of a \(type.rawValue) wants \(wanted), and something else was given. "
      + "Look the field up in the schema of the dump, docs/arena.schema.json."
  }
}
