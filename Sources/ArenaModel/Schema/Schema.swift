/// The model in one table: which fields each type has, of which type. The store, the dump and its JSON Schema, the
/// actions *add* and *set*, what scripts see and the reference are all made from it.
///
/// Every record has beside these: `id`, `type`, `revision`, `added`, `changed`, `withdrawn`, `fields`.
package enum Schema {
  package static func fields(of type: RecordType) -> [FieldSpec] { specs[type.ordinal] }

  /// The place of a field among its type's values; nil where the type has no such field.
  package static func position(of field: ModelField, in type: RecordType) -> Int? {
    let position = positions[type.ordinal * width + Int(field.rawValue)]
    return position < 0 ? nil : Int(position)
  }

  package static func spec(_ field: ModelField, of type: RecordType) -> FieldSpec? {
    position(of: field, in: type).map { specs[type.ordinal][$0] }
  }

  // Every reading of a field asks for its place, so the places lie in one flat table.
  private static let width = ModelField.allCases.count

  private static let specs: [[FieldSpec]] = RecordType.allCases.map { table[$0] ?? [] }

  private static let positions: [Int8] = {
    var out = [Int8](repeating: -1, count: RecordType.allCases.count * width)
    for type in RecordType.allCases {
      for (position, spec) in specs[type.ordinal].enumerated() {
        out[type.ordinal * width + Int(spec.field.rawValue)] = Int8(position)
      }
    }
    return out
  }()

  private static let table: [RecordType: [FieldSpec]] = [
    .arena: [
      FieldSpec(.title, .text, help: "What the arena is called."),
      FieldSpec(.series, .text, help: "The series that the arena belongs to."),
      FieldSpec(.number, .integer, help: "Its number in the series."),
      FieldSpec(.aims, .rich, help: "What the arena is for."),
      FieldSpec(.theme, .text, help: "The theme in a line."),
      FieldSpec(.questions, .text, many: true, help: "The questions of the theme."),
      FieldSpec(.language, .text, help: "Language of the arena: nb, nn, en, …"),
      FieldSpec(.timezone, .text, help: "IANA time zone of all local times."),
      FieldSpec(.days, .day, many: true, help: "The days of the arena, in order."),
      FieldSpec(.venue, .text, help: "The house."),
      FieldSpec(.city, .text, help: "The town."),
      FieldSpec(.organisers, .actor, many: true, help: "Who holds the arena."),
      FieldSpec(.commissioners, .actor, many: true, help: "Who asked for the inputs."),
      FieldSpec(
        .totals, .object, many: true,
        keys: [
          .init("what", .text), .init("stated", .count), .init("source", .text),
        ], help: "Totals as stated, each with its source; several may disagree."),
      FieldSpec(
        .formats, .object, many: true,
        keys: [
          .init("name", .text), .init("phase", .text), .init("settings", .object),
          .init("overlay", .object), .init("content", .object),
        ], help: "The formats in use: current phase, settings, overlay and standing texts."),
    ],
    .block: [
      FieldSpec(.day, .integer, help: "Day of the arena, from 1; 0 is the day before."),
      FieldSpec(.starts, .time, help: "Local time at which it starts."),
      FieldSpec(.ends, .time, help: "Local time at which it ends."),
      FieldSpec(
        .kind, .choice,
        terms: ["slot", "plenary", "talk", "preparation", "circle", "break", "other"],
        help: "A slot is a block in which groups meet side by side."),
      FieldSpec(.number, .integer, help: "A slot's number, running across days."),
      FieldSpec(.title, .text, help: "What the programme calls it."),
      FieldSpec(.speakers, .actor, many: true, help: "Who speaks."),
      FieldSpec(.format, .text, help: "The format that fills the slot."),
    ],
    .place: [
      FieldSpec(.name, .text, help: "The room's name."),
      FieldSpec(.capacity, .integer, help: "How many it seats."),
      FieldSpec(.note, .text, help: "What to know of it."),
      FieldSpec(.corner, .boolean, help: "A corner made when all rooms were taken."),
    ],
    .person: [
      FieldSpec(.name, .text, help: "The name; may be unknown."),
      FieldSpec(.aliases, .text, many: true, help: "Other spellings met."),
      FieldSpec(.title, .text, help: "Work title."),
      FieldSpec(.organisation, .organisation, help: "Where the person belongs."),
      FieldSpec(.perspectives, .perspective, many: true, help: "The sides that the person brings."),
      FieldSpec(.contact, .text, personal: true, help: "E-mail, telephone or address."),
      FieldSpec(
        .consent, .choice, terms: ["named", "organisation", "anonymous", "not_asked"],
        help: "What may be shown of the person."),
      FieldSpec(.language, .text, help: "The person's language."),
      FieldSpec(.note, .text, personal: true, help: "What the organiser must know."),
    ],
    .organisation: [
      FieldSpec(.name, .text, help: "The name."),
      FieldSpec(.aliases, .text, many: true, help: "Other spellings met."),
      FieldSpec(.kind, .text, help: "What kind of organisation."),
    ],
    .group: [
      FieldSpec(.format, .text, help: "The format that it belongs to."),
      FieldSpec(.code, .text, help: "Its code, as stated; never renumbered."),
      FieldSpec(.codes, .text, many: true, help: "All codes that it goes by."),
      FieldSpec(.title, .text, help: "The topic."),
      FieldSpec(.challenge, .rich, help: "The challenge in words."),
      FieldSpec(.slots, .slot, many: true, help: "When it meets."),
      FieldSpec(.place, .place, help: "Where it meets."),
      FieldSpec(
        .state, .choice,
        terms: ["announced", "open", "closed", "merged", "split", "cancelled"],
        help: "Where it stands."),
      FieldSpec(.open, .boolean, help: "Open to newcomers."),
      FieldSpec(.headcount, .count, help: "How many took part, as stated."),
      FieldSpec(.membersComplete, .boolean, help: "Whether the list of members is complete."),
      FieldSpec(.partOf, .group, help: "The group that it is a part of."),
    ],
    .membership: [
      FieldSpec(.actor, .actor, help: "Who."),
      FieldSpec(.written, .text, help: "The name as written in the source."),
      FieldSpec(.group, .group, help: "Where."),
      FieldSpec(.role, .text, help: "Role, as the format names it."),
      FieldSpec(
        .state, .choice, terms: ["signed_up", "present", "stated"],
        help: "Signed up, present, or stated afterwards."),
      FieldSpec(.slots, .slot, many: true, help: "When; none: whenever the group meets."),
      FieldSpec(.attendance, .text, help: "The whole, a day, a part: as stated."),
    ],
    .contribution: [
      FieldSpec(.code, .text, help: "Its code, as stated; never renumbered."),
      FieldSpec(.title, .text, help: "Its title."),
      FieldSpec(.groups, .group, many: true, help: "Who handed it in."),
      FieldSpec(.slot, .slot, help: "When it was made."),
      FieldSpec(.kind, .text, help: "Kind, as the format names it; none: unstated."),
      FieldSpec(.refersTo, .record, many: true, help: "What it builds on."),
      FieldSpec(.reference, .text, help: "The reference as stated."),
      FieldSpec(.body, .items, help: "Items and paragraphs, each with an id."),
      FieldSpec(.addressees, .actor, many: true, help: "Whom it asks."),
      FieldSpec(.language, .text, help: "The language that it is written in."),
    ],
    .report: [
      FieldSpec(.template, .text, help: "The template that it fills."),
      FieldSpec(.of, .record, help: "The group, block, person or arena that it is of."),
      FieldSpec(.slot, .slot, help: "For reports of one meeting: which."),
      FieldSpec(
        .state, .choice, terms: ["missing", "draft", "final"], help: "A missing one exists, too."),
      FieldSpec(
        .sections, .object, many: true,
        keys: [.init("name", .text), .init("heading", .text), .init("value", .value)],
        help: "In order: the template's name for it, if any, the heading as written, the value."),
    ],
    .nextStep: [
      FieldSpec(.about, .record, help: "What it follows up."),
      FieldSpec(.what, .rich, help: "What is to be done."),
      FieldSpec(.who, .actor, many: true, help: "Who does it."),
      FieldSpec(.due, .date, help: "When."),
      FieldSpec(.where, .text, help: "Where."),
      FieldSpec(.backup, .date, help: "The date to fall back on."),
      FieldSpec(.contact, .actor, help: "Who calls."),
      FieldSpec(.state, .text, help: "State, as the format names it."),
      FieldSpec(
        .followUps, .object, many: true,
        keys: [
          .init("state", .text), .init("text", .rich), .init("by", .actor), .init("at", .text),
        ], help: "What became of it, in order."),
    ],
    .strategyElement: [
      FieldSpec(.framework, .text, help: "The strategy or plan."),
      FieldSpec(.kind, .text, help: "Pillar, measure, call: the framework's word."),
      FieldSpec(.code, .text, help: "Its number in the framework."),
      FieldSpec(.title, .text, help: "Its title."),
      FieldSpec(.text, .rich, help: "What it says."),
      FieldSpec(.parent, .strategyElement, help: "The element that it lies under."),
      FieldSpec(.addressees, .actor, many: true, help: "Whom it asks."),
      FieldSpec(
        .statuses, .object, many: true,
        keys: [.init("state", .text), .init("date", .date), .init("text", .rich)],
        help: "What became of it, each dated."),
    ],
    .link: [
      FieldSpec(
        .kind, .text, help: "merged_into, split_from, continues, traces_to, hands_over_to, …"),
      FieldSpec(.from, .reference, help: "From which record, or one of another arena."),
      FieldSpec(.to, .reference, help: "To which record, or one of another arena."),
      FieldSpec(
        .basis, .choice, terms: ["stated", "inferred", "suggested"],
        help: "A suggestion is never exported as a fact."),
      FieldSpec(.by, .actor, many: true, help: "Who says so."),
      FieldSpec(.when, .text, help: "When it was said."),
      FieldSpec(.why, .rich, help: "Why."),
    ],
    .remark: [
      FieldSpec(.kind, .text, help: "Kind, as the format names it."),
      FieldSpec(.on, .record, help: "What it hangs on."),
      FieldSpec(.by, .actor, help: "Who says so."),
      FieldSpec(.text, .rich, help: "What is said."),
    ],
    .vote: [
      FieldSpec(.ballot, .text, help: "The ballot, as the format names it."),
      FieldSpec(.on, .record, help: "What gets the dots."),
      FieldSpec(.by, .actor, help: "Who votes."),
      FieldSpec(.dots, .integer, help: "How many dots."),
    ],
    .attachment: [
      FieldSpec(.name, .text, help: "The file's name."),
      FieldSpec(.mediaType, .text, help: "Its media type."),
      FieldSpec(.digest, .text, help: "SHA-256 of the content, in hexadecimal."),
      FieldSpec(
        .content, .blob, help: "The content; text as text, the rest as base64 in the dump."),
      FieldSpec(.on, .record, help: "For pictures and enclosures: what it belongs to."),
      FieldSpec(.importer, .text, help: "The importer that read it."),
      FieldSpec(
        .lines, .object, many: true,
        keys: [
          .init("line", .integer), .init("record", .record), .init("field", .text),
          .init("text", .text),
        ], help: "Which of its lines became which value, and what the source said."),
      FieldSpec(
        .leftOver, .object, many: true,
        keys: [.init("line", .integer), .init("text", .text)],
        help: "What could not be placed."),
    ],
  ]
}
