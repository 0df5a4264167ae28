package import ArenaModel

/// A field as scripts see it: one of the model's own, or one that the host computes.
package struct ScriptField: Sendable {
  package enum Source: Sendable, Equatable {
    case common(Common)
    case model(FieldSpec)
    case computed(Computed)
  }

  /// Every record has these.
  package enum Common: String, Sendable, CaseIterable {
    case id, type, added, changed, revision, remarks, links, fields
  }

  /// What is worked out from other records.
  package enum Computed: Sendable, Equatable {
    case list(RecordType)
    case slots, formats, format, today, now
    case date, blockFormat, blockGroups
    case memberships, personGroups
    case groupFormat, groupSlots, parts, contributions, reports, nextSteps
    case membershipPerson
    case contributionGroup, referredBy, contributionNextSteps
    case sections
  }

  package let name: String
  package let source: Source
  /// The type in the editor annotations.
  package let annotation: String
  package let help: String

  var isWritable: Bool {
    if case .model = source { return true }
    return source == .computed(.groupSlots) || source == .computed(.contributionGroup)
      || source == .computed(.blockFormat) || source == .computed(.groupFormat)
      || source == .computed(.sections)
  }
}

/// What scripts see of each record type: CONTRACT section 4 as data. The proxies, their did-you-means, the editor
/// annotations and the reference are made from it.
package enum ScriptSchema {
  package static func fields(of type: RecordType) -> [ScriptField] { lists[type] ?? [] }

  package static func field(_ name: String, of type: RecordType) -> ScriptField? {
    byName[type]?[name]
  }

  /// Methods of every record, and of the arena and groups beside those.
  package static let recordMethods = ["label", "show", "render", "tally"]
  package static let arenaMethods = [
    "group", "person", "organisation", "contribution", "slot", "place", "strategy_element", "say",
    "findings", "composition", "chapters", "utc",
  ]
  /// Of the arena inside a transaction, beside the field `actor`.
  package static let transactionMethods = ["act", "tell", "object", "refuse", "take"]
  package static let groupMethods = ["people", "actors"]

  package static func methods(of type: RecordType) -> [String] {
    switch type {
    case .arena: recordMethods + arenaMethods
    case .group: recordMethods + groupMethods
    default: recordMethods
    }
  }

  private static let byName: [RecordType: [String: ScriptField]] = lists.mapValues { fields in
    Dictionary(fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static let common: [ScriptField] = [
    make(.id, "string", "A UUID; stable."),
    make(.type, "string", "The record's type, such as `group`."),
    make(.added, "string", "When it was added, in UTC."),
    make(.changed, "string", "When it was last changed, in UTC."),
    make(.revision, "integer", "Starts at 1 and grows with every change."),
    make(.remarks, "arena.List<arena.Remark>", "What was said about it."),
    make(.links, "arena.List<arena.Link>", "Links from it and to it."),
    make(.fields, "table<string, any>", "What the format added."),
  ]

  private static func make(_ field: ScriptField.Common, _ annotation: String, _ help: String)
    -> ScriptField
  {
    ScriptField(
      name: field.rawValue, source: .common(field), annotation: annotation, help: help)
  }

  private static let lists: [RecordType: [ScriptField]] = Dictionary(
    uniqueKeysWithValues: RecordType.allCases.map { ($0, all(of: $0)) })

  private static func all(of type: RecordType) -> [ScriptField] {
    let added = computed(type)
    let model = Schema.fields(of: type).filter { spec in
      !hidden(spec, type) && !added.contains { $0.name == spec.name }
    }.map { spec in
      ScriptField(
        name: spec.name, source: .model(spec), annotation: annotation(of: spec), help: spec.help)
    }
    let names = Set((added + model).map(\.name))
    return common.filter { !names.contains($0.name) } + model + added
  }

  /// Bytes and import bookkeeping are the host's own.
  private static func hidden(_ spec: FieldSpec, _ type: RecordType) -> Bool { spec.type == .blob }

  private static func computed(_ type: RecordType) -> [ScriptField] {
    func field(_ name: String, _ what: ScriptField.Computed, _ annotation: String, _ help: String)
      -> ScriptField
    {
      ScriptField(name: name, source: .computed(what), annotation: annotation, help: help)
    }
    func list(_ name: String, _ what: ScriptField.Computed, _ of: RecordType, _ help: String)
      -> ScriptField
    {
      field(name, what, "arena.List<\(className(of))>", help)
    }
    switch type {
    case .arena:
      let types: [RecordType] = [
        .block, .place, .person, .organisation, .group, .membership, .contribution, .report,
        .nextStep, .remark, .vote, .strategyElement, .link,
      ]
      return types.map {
        list($0.plural, .list($0), $0, "All \($0.plural.replacing("_", with: " ")).")
      } + [
        list("slots", .slots, .block, "The blocks in which groups meet, by number."),
        field("formats", .formats, "arena.Format[]", "The formats in use, in order."),
        field("format", .format, "arena.Format?", "The plugin's own format; nil in other kinds."),
        field("today", .today, "string", "Today's date where the arena is."),
        field("now", .now, "string", "The local date and time, such as `2020-01-22T09:00`."),
      ]
    case .block:
      return [
        field("date", .date, "string?", "The ISO date of its day."),
        field("format", .blockFormat, "arena.Format?", "The format that fills the slot."),
        list("groups", .blockGroups, .group, "The groups that meet in it."),
      ]
    case .person:
      return [
        list("memberships", .memberships, .membership, "Where the person is in which role."),
        list("groups", .personGroups, .group, "The groups that the person is in."),
      ]
    case .group:
      return [
        field("format", .groupFormat, "arena.Format?", "The format that it belongs to."),
        list("slots", .groupSlots, .block, "When it meets, by number."),
        list("parts", .parts, .group, "The groups that are parts of it."),
        list("memberships", .memberships, .membership, "Who is in it, by role."),
        list("contributions", .contributions, .contribution, "What it handed in."),
        list("reports", .reports, .report, "Its filled templates."),
        list("next_steps", .nextSteps, .nextStep, "What is to be done after it."),
      ]
    case .membership:
      return [
        field("person", .membershipPerson, "arena.Person?", "The actor, where it is a person.")
      ]
    case .contribution:
      return [
        field("group", .contributionGroup, "arena.Group?", "The first of its groups."),
        list("referred_by", .referredBy, .contribution, "The contributions that build on it."),
        list("next_steps", .contributionNextSteps, .nextStep, "What is to be done about it."),
      ]
    case .report:
      return [
        field(
          "sections", .sections, "arena.Section[]",
          "In order, and by name: each has `name`, `heading` and `value`.")
      ]
    case .place, .organisation, .nextStep, .strategyElement, .link, .remark, .vote, .attachment:
      return []
    }
  }

  /// The class of a record type in the editor annotations.
  package static func className(_ type: RecordType) -> String {
    let words = type.rawValue.split(separator: "_")
    return "arena." + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private static func annotation(of spec: FieldSpec) -> String {
    let one = annotation(of: spec.type)
    if spec.isMany { return one == "any" ? "any[]" : "arena.List<\(one)>" }
    switch spec.type {
    case .boolean: return one
    case .items: return one
    default: return one + "?"
    }
  }

  /// The Lua type of a field type's values.
  package static func annotation(of type: FieldType) -> String {
    switch type {
    case .text, .rich, .choice, .perspective, .time, .day: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .items: "arena.Item[]"
    case .count, .date: "arena.Stated"
    case .actor: "arena.Actor"
    case .record: "arena.Record"
    case .reference: "arena.Record|arena.Elsewhere"
    case .members: "arena.List<arena.Membership>"
    case .nextSteps: "arena.List<arena.NextStep>"
    case .object, .blob: "table"
    default: type.recordType.map(className) ?? "any"
    }
  }
}
