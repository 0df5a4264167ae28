/// Something that an import has to say, with the line that it is about.
package struct ImportNote: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    /// The encoding, where it isn't plain UTF-8.
    case encoding
    case repeatedCode = "repeated_code"
    /// A number that no code has between others.
    case gap
    /// A code whose slot isn't the one of the heading over it.
    case otherSlot = "other_slot"
    /// A heading that was taken for one by habit.
    case unsureEntry = "unsure_entry"
    /// A line that looks like a heading and was read as text.
    case notAnEntry = "not_an_entry"
    case unsureName = "unsure_name"
    /// Two names that may be one person.
    case nearName = "near_name"
    /// A first name alone, kept as written.
    case firstNameOnly = "first_name_only"
    case severalPeople = "several_people"
    case unknownReference = "unknown_reference"
    case otherDay = "other_day"
    case unknownKind = "unknown_kind"
    case unreadCount = "unread_count"
    case unsureBody = "unsure_body"
    case noBody = "no_body"
    case unknownPlace = "unknown_place"
    case badValue = "bad_value"
    /// A side that no format of the arena names, kept all the same.
    case unknownPerspective = "unknown_perspective"
    case slotAdded = "slot_added"
    case duplicateRow = "duplicate_row"
    case badRow = "bad_row"
    case unknownColumn = "unknown_column"
    /// A value that the file says otherwise, and a person has edited since.
    case conflict
    /// What an earlier version of the file held and this one doesn't.
    case vanished
  }

  package let kind: Kind
  /// From 1; nil where it is about the file.
  package let line: Int?
  /// What fills the sentence: `code`, `name`, `text`, …
  package let values: [String: String]

  package init(_ kind: Kind, line: Int? = nil, _ values: [String: String] = [:]) {
    self.kind = kind
    self.line = line
    self.values = values
  }
}
