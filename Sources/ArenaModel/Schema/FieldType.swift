/// The type of a field, of the model's own or of one that a format declares. Raw values are the names that plugins
/// write (CONTRACT section 1, "field type"); the last group is the model's alone.
package enum FieldType: String, CaseIterable, Sendable, Hashable {
  /// One line of text.
  case text
  /// CommonMark, kept as typed.
  case rich
  /// One of the field's own terms, by name.
  case choice
  /// The name of one of the format's perspectives.
  case perspective
  case integer, number, boolean
  /// Ordered, nested items, each with an id; `bullet == false` marks a paragraph.
  case items
  /// A count as stated: the text beside the number read from it.
  case count
  /// A date as stated: the text beside the ISO date read from it.
  case date
  /// A person, an organisation, or a name as written.
  case actor
  case person, organisation, group, contribution, slot, block, place
  case nextStep = "next_step"
  case strategyElement = "strategy_element"
  /// Any record.
  case record
  /// A record, or the title and code of one in another arena.
  case reference
  /// Templates only: the members of the group that the report is of, shown there.
  case members
  /// Templates only: the next steps of the group, shown there.
  case nextSteps = "next_steps"

  /// The model's own: a local date and time, `2020-01-22T09:00`, in the arena's time zone.
  case time
  /// The model's own: an ISO date.
  case day
  /// The model's own: an object whose keys the schema names, or with any names where it names none.
  case object
  /// The model's own: a value of any type.
  case value
  /// The model's own: bytes.
  case blob

  /// The record type that a value of this type must have; nil where it holds no record, or any.
  package var recordType: RecordType? {
    switch self {
    case .person: .person
    case .organisation: .organisation
    case .group: .group
    case .contribution: .contribution
    case .slot, .block: .block
    case .place: .place
    case .nextStep: .nextStep
    case .strategyElement: .strategyElement
    default: nil
    }
  }

  /// Whether a value may hold the id of a record.
  package var holdsRecords: Bool {
    recordType != nil || self == .actor || self == .record || self == .reference
  }

  /// Types that an author may declare a field with.
  package var isDeclarable: Bool {
    switch self {
    case .time, .day, .object, .value, .blob: false
    default: true
    }
  }
}
