/// The rules that every format shares, as findings: DESIGN section 3. They refuse nothing; real arenas break every one.
package enum Rules {
  /// What there is to find in an arena, errors first, then in the order of codes.
  ///
  /// - Parameters:
  ///   - declarations: the formats of the arena, as their plugins declare them; the arena's own overlays are put on.
  ///   - language: of the messages; the arena's where nil.
  package static func findings(
    in arena: any ArenaReading, declarations: [FormatDeclaration], language: String? = nil
  ) throws -> [Finding] {
    let facts = try RuleFacts(arena, declarations: declarations, language: language)
    let findings =
      [
        clashes, roles, references, totals, headcounts, numbering, capacities, compositions,
        handingIn, nextSteps,
      ].flatMap { $0(facts) }
    return findings.sorted {
      ($1.finding.severity, $0.order) < ($0.finding.severity, $1.order)
    }.map(\.finding)
  }
}

/// A finding with its place in the list.
struct PlacedFinding {
  let finding: Finding
  let order: SortKey
}

/// The arena as the rules need it: every list read once, and everything found by key, so that all rules together take
/// time in proportion to the records.
struct RuleFacts {
  let arena: Record
  let language: String
  let formats: [String: FormatDeclaration]
  let all: [RecordType: [Record]]
  /// What records refer to and the arena doesn't have, not even withdrawn or as an item.
  let unresolved: Set<RecordID>
  private let places: [RecordID: Place]

  /// By the types' ordinals.
  private let lists: [[Record]]

  /// Where a record stands in `lists`: smaller than the record, which would lie in memory twice.
  private struct Place {
    let list: Int32
    let index: Int32
  }
  let memberships: [RecordID: [Record]]
  let contributions: [RecordID: [Record]]
  let reports: [RecordID: [Record]]

  init(_ reading: any ArenaReading, declarations: [FormatDeclaration], language: String?) throws {
    arena = try reading.arena()
    self.language = language ?? arena.text(.language) ?? "en"
    var formats: [String: FormatDeclaration] = [:]
    for declaration in declarations {
      let use = arena.list(.formats).compactMap { value -> Fields? in
        guard case .object(let fields) = value, fields["name"] == .text(declaration.name) else {
          return nil
        }
        return fields
      }.first
      var adjusted = declaration
      if case .object(let overlay)? = use?["overlay"] {
        adjusted = (try? declaration.adjusted(by: overlay)) ?? declaration
      }
      formats[declaration.name] = adjusted
    }
    self.formats = formats
    let lists = try RecordType.allCases.map { try reading.records(of: $0) }
    self.lists = lists
    let all = Dictionary(uniqueKeysWithValues: zip(RecordType.allCases, lists))
    self.all = all
    // Room for all at once: a table that grows is filled again at each size.
    var places: [RecordID: Place] = [:]
    places.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    for (list, records) in lists.enumerated() {
      for (index, record) in records.enumerated() {
        places[record.id] = Place(list: Int32(list), index: Int32(index))
      }
    }
    self.places = places
    unresolved = try RuleFacts.unresolved(reading, lists) { places[$0] != nil }
    memberships = Dictionary(
      grouping: all[.membership] ?? [], by: { $0.reference(.group) ?? $0.id })
    var contributions: [RecordID: [Record]] = [:]
    for record in all[.contribution] ?? [] {
      for group in record.references(.groups) { contributions[group, default: []].append(record) }
    }
    self.contributions = contributions
    reports = Dictionary(grouping: all[.report] ?? [], by: { $0.reference(.of) ?? $0.id })
  }

  /// The targets of references that nothing answers to. Items and withdrawn records are looked up one by one: few
  /// references lead to them.
  private static func unresolved(
    _ reading: any ArenaReading, _ lists: [[Record]], isListed: (RecordID) -> Bool
  ) throws -> Set<RecordID> {
    var sought: Set<RecordID> = []
    for records in lists {
      for record in records {
        record.forEachReference { if !isListed($0) { sought.insert($0) } }
      }
    }
    return try sought.filter {
      try reading.record($0) == nil && reading.record(withItem: $0) == nil
    }
  }

  func record(_ id: RecordID?) -> Record? {
    guard let place = id.flatMap({ places[$0] }) else { return nil }
    return lists[Int(place.list)][Int(place.index)]
  }

  /// The groups that meet or met: not those that were merged, split or cancelled.
  var livingGroups: [Record] {
    (all[.group] ?? []).filter {
      !["merged", "split", "cancelled"].contains($0.text(.state) ?? "")
    }
  }

  func format(of record: Record?) -> FormatDeclaration? {
    if let name = record?.text(.format) { return formats[name] }
    return formats.count == 1 ? formats.first?.value : nil
  }

  // MARK: - Names

  /// The record by its code and title, with its noun.
  func called(_ record: Record) -> String {
    let owner = record.references(.groups).first.flatMap { self.record($0) } ?? record
    let noun =
      format(of: owner)?.noun(of: record.type, language: language)
      ?? ModelLabels.noun(of: record.type, in: language)
    let title = record.text(.title) ?? record.text(.name) ?? record.text(.written)
    switch (record.text(.code), title) {
    case (let code?, let title?): return "\(code) \(title)"
    case (let code?, nil): return "\(noun) \(code)"
    case (nil, let title?): return title
    case (nil, nil): return noun
    }
  }

  func name(of actor: Actor) -> String {
    switch actor {
    case .name(let name): name
    case .person(let id), .organisation(let id): record(id)?.text(.name) ?? "?"
    }
  }

  func role(_ name: String?, of group: Record) -> String {
    guard let name else { return "?" }
    guard let format = format(of: group), let role = format.role(name) else { return name }
    let label = format.locales.written(role.naming.label, in: language)
    return label.prefix(1).lowercased() + label.dropFirst()
  }

  func slotName(_ id: RecordID, of group: Record) -> String {
    guard let block = record(id) else { return "?" }
    if let format = format(of: group) {
      return SlotNames(format, language: language).name(of: block)
    }
    let number = block.integer(.number).map { " \($0)" } ?? ""
    return block.text(.title) ?? ModelLabels.noun(of: .block, in: language) + number
  }

  /// Whom to ask about a group: those whose role it needs, else all members, else the organisers.
  func contacts(of group: Record) -> [String] {
    let format = format(of: group)
    let members = memberships[group.id] ?? []
    let needed = members.filter { member in
      format?.role(member.text(.role) ?? "").map { $0.count.least > 0 } ?? false
    }
    let chosen = needed.isEmpty ? Array(members.prefix(2)) : needed
    let names = chosen.compactMap { $0.actor(.actor).map(name) ?? $0.text(.written) }
    if !names.isEmpty { return names }
    let organisers = arena.actors(.organisers).map(name)
    return organisers.isEmpty
      ? [ModelLabels.written("organisers", of: .arena, in: language).lowercased()] : organisers
  }

  // MARK: - Findings

  func finding(
    _ rule: Rule, on record: Record?, severity: Severity? = nil,
    _ values: [String: TextPattern.Filling]
  ) -> PlacedFinding {
    let place = record.map { "\($0.text(.code) ?? $0.text(.name) ?? $0.text(.title) ?? "")" } ?? ""
    return PlacedFinding(
      finding: Finding(
        rule, severity: severity, values, in: language, record: record?.id),
      order: SortKey("\(rule.rawValue) \(place)"))
  }
}
