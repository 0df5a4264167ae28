import ArenaModel

/// An invented arena of some size for any format: enough of everything that a function of a plugin may come upon.
struct SampleRecords {
  let image: ArenaImage
  private let format: FormatDeclaration?
  private var people: [RecordID] = []
  private var organisation = RecordID(high: 0, low: 0)
  private var groups: [RecordID] = []
  private var contributions: [RecordID] = []
  private var slots: [RecordID] = []
  private var place = RecordID(high: 0, low: 0)
  private var step: RecordID?
  private var element: RecordID?

  static let peopleCount = 40

  /// - Parameter isEmpty: Only what `arena new` makes, as on the morning of the first day.
  init(_ format: FormatDeclaration?, language: String, isEmpty: Bool) throws {
    self.format = format
    image = ArenaImage(effects: .fixed(now: Instant(milliseconds: 1_931_155_200_000)))
    let days = ["2031-03-12", "2031-03-13"].compactMap { CalendarDate($0) }
    var new = NewArena(title: "A sample", days: days, language: language, timezone: "Europe/Oslo")
    if !isEmpty {
      new.places = [("Hall", 40), ("Attic", 12)]
      new.theme = "What we try"
      new.questions = ["How?"]
      new.organisers = ["The house"]
    }
    try new.insert(into: image, formats: format.map { [$0] } ?? [])
    if !isEmpty { try fill() }
  }

  private mutating func fill() throws {
    slots = try image.records(of: .block).filter { $0.text(.kind) == "slot" }.map(\.id)
    for number in slots.count..<max(slots.count, 2) {
      slots.append(
        try add(.block) {
          $0[.kind] = .text("slot")
          $0[.number] = .integer(number + 1)
          $0[.day] = .integer(number + 1)
          $0[.format] = self.format.map { .text($0.name) }
        })
    }
    place = try image.records(of: .place).first?.id ?? place
    organisation = try image.records(of: .organisation).first?.id ?? organisation
    let sides = format?.perspectives.map(\.name) ?? []
    for number in 1...Self.peopleCount {
      people.append(
        try add(.person) {
          $0[.name] = .text("Person \(number)")
          $0[.contact] = .text("person\(number)@example.org")
          $0[.consent] = .text(number % 5 == 0 ? "anonymous" : "named")
          $0[.organisation] = .record(self.organisation)
          if !sides.isEmpty { $0[.perspectives] = .list([.text(sides[number % sides.count])]) }
        })
    }
    for (place, slot) in slots.prefix(4).enumerated() {
      for number in 1...3 { try addGroup("\(place + 1).\(number)", in: slot) }
    }
    try addSteps()
    try addSaid()
    // Own fields at last, when there is something of each kind to refer to.
    for type in RecordType.allCases {
      for var record in try image.records(of: type) {
        for field in format?.fields(of: record) ?? [] {
          record.fields[field.name] = value(of: field)
        }
        if !record.fields.isEmpty { try image.update(record) }
      }
    }
  }

  private mutating func addGroup(_ code: String, in slot: RecordID) throws {
    let number = groups.count
    let group = try add(.group) {
      $0[.code] = .text(code)
      $0[.title] = .text("Topic \(code)")
      $0[.challenge] = .text("Something *hard*.")
      $0[.slots] = .list([.record(slot)])
      $0[.place] = .record(self.place)
      $0[.state] = .text("announced")
      $0[.headcount] = .stated(.count("6 (8)"))
      $0[.format] = self.format.map { .text($0.name) }
    }
    groups.append(group)
    for (place, role) in (format?.roles ?? []).enumerated() {
      for more in 0..<max(1, role.count.least) {
        let person = people[(number * 3 + place * 7 + more) % people.count]
        try add(.membership) {
          $0[.group] = .record(group)
          $0[.actor] = .actor(
            role.holder == .organisation ? .organisation(self.organisation) : .person(person))
          $0[.role] = .text(role.naming.name)
          $0[.state] = .text("present")
        }
      }
    }
    let kinds = format?.contribution.kinds ?? []
    contributions.append(
      try add(.contribution) {
        $0[.code] = .text(code)
        $0[.title] = .text("What came of \(code)")
        $0[.groups] = .list([.record(group)])
        $0[.slot] = .record(slot)
        if !kinds.isEmpty, number % (kinds.count + 1) > 0 {
          $0[.kind] = .text(kinds[number % (kinds.count + 1) - 1].naming.name)
        }
        if let first = self.contributions.first { $0[.refersTo] = .list([.record(first)]) }
        $0[.body] = .items(self.items())
      })
    for template in format?.templates ?? [] where template.per == .group || template.per == .meeting
    {
      try addReport(template, of: group, slot: template.per == .meeting ? slot : nil)
    }
  }

  private func addReport(_ template: TemplateDeclaration, of id: RecordID, slot: RecordID?) throws {
    try add(.report) {
      $0[.template] = .text(template.naming.name)
      $0[.of] = .record(id)
      $0[.slot] = slot.map(Value.record)
      $0[.state] = .text("draft")
      $0[.sections] = .list(
        template.fields.compactMap { field in
          self.value(of: field).map {
            .object([
              "name": .text(field.naming.name), "heading": .text(field.naming.label.first),
              "value": $0,
            ])
          }
        })
    }
  }

  private mutating func addSteps() throws {
    element = try add(.strategyElement) {
      $0[.framework] = .text("The plan")
      $0[.code] = .text("1")
      $0[.title] = .text("An aim")
    }
    step = try add(.nextStep) {
      $0[.about] = self.contributions.first.map(Value.record)
      $0[.what] = .text("Ask the house")
      $0[.who] = .list([.actor(.person(self.people[0]))])
      $0[.due] = .stated(Stated(text: "1 April 2031", value: .date("2031-04-01")))
      $0[.state] = (self.format?.nextStep.states.first?.naming.name).map { .text($0) }
    }
    try add(.link) {
      $0[.kind] = .text("traces_to")
      $0[.from] = self.contributions.first.map(Value.record)
      $0[.to] = self.element.map(Value.record)
      $0[.basis] = .text("stated")
    }
  }

  private func addSaid() throws {
    let arena = try image.arena().id
    let person = people[1]
    for remark in format?.remarks ?? [] {
      let on: RecordID? =
        remark.on == .arena
        ? arena : remark.onSlots ? slots.first : try image.records(of: remark.on).first?.id
      try add(.remark) {
        $0[.kind] = .text(remark.naming.name)
        $0[.on] = on.map(Value.record)
        $0[.by] = .actor(.person(person))
        $0[.text] = .text("Well said.")
      }
    }
    for ballot in format?.ballots ?? [] {
      guard let on = ballot.on == .group ? groups.first : contributions.first else { continue }
      try add(.vote) {
        $0[.ballot] = .text(ballot.naming.name)
        $0[.on] = .record(on)
        $0[.by] = .actor(.person(person))
        $0[.dots] = .integer(1)
      }
    }
    for template in format?.templates ?? [] {
      switch template.per {
      case .block: if let slot = slots.first { try addReport(template, of: slot, slot: nil) }
      case .person: try addReport(template, of: people[0], slot: nil)
      case .arena: try addReport(template, of: arena, slot: nil)
      case .group, .meeting: break
      }
    }
  }

  @discardableResult
  private func add(_ type: RecordType, _ fill: (inout Record) -> Void) throws -> RecordID {
    var record = Record(id: image.newID(), type: type, added: image.now)
    fill(&record)
    try image.insert(record)
    return record.id
  }

  private func items() -> [Item] {
    ["A first point", "A second point"].map { Item(id: image.newID(), text: $0) }
  }

  /// A value that fits a field.
  func value(of field: FieldDeclaration) -> Value? {
    let one: Value?
    switch field.type {
    case .text: one = .text("something")
    case .rich: one = .text("Something *said*.")
    case .choice: one = (field.of.first?.naming.name).map { .text($0) }
    case .perspective: one = (format?.perspectives.first?.naming.name).map { .text($0) }
    case .integer: one = .integer(2)
    case .number: one = .number(2.5)
    case .boolean: one = .boolean(true)
    case .items: return .items(items())
    case .count: one = .stated(.count("6 (8)"))
    case .date: one = .stated(Stated(text: "1 April 2031", value: .date("2031-04-01")))
    case .actor: one = people.first.map { .actor(.person($0)) }
    case .person: one = people.first.map(Value.record)
    case .organisation: one = .record(organisation)
    case .group, .record: one = groups.first.map(Value.record)
    case .contribution: one = contributions.first.map(Value.record)
    case .slot, .block: one = slots.first.map(Value.record)
    case .place: one = .record(place)
    case .nextStep: one = step.map(Value.record)
    case .strategyElement: one = element.map(Value.record)
    case .reference: one = .elsewhere(Elsewhere(arena: "Another arena", code: "4", title: "Soup"))
    default: one = nil
    }
    return field.isMany ? one.map { .list([$0]) } : one
  }
}
