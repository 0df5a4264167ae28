/// What an arena is made of on its first day: its own record, its rooms, and the blocks that its formats' programmes
/// ask for.
package struct NewArena: Sendable {
  package var title: String
  package var days: [CalendarDate]
  package var language: String
  package var timezone: String
  package var venue: String?
  package var city: String?
  package var series: String?
  package var number: Int?
  package var theme: String?
  package var questions: [String] = []
  package var aims: String?
  package var organisers: [String] = []
  package var commissioners: [String] = []
  package var places: [(name: String, capacity: Int?)] = []

  package init(title: String, days: [CalendarDate], language: String, timezone: String) {
    self.title = title
    self.days = days
    self.language = language
    self.timezone = timezone
  }

  /// Puts the arena into an empty file.
  @discardableResult
  package func insert(into arena: any ArenaWriting, formats: [FormatDeclaration]) throws -> Record {
    var record = Record(id: arena.newID(), type: .arena, added: arena.now)
    record[.title] = .text(title)
    record[.series] = series.map { .text($0) }
    record[.number] = number.map { .integer($0) }
    record[.aims] = aims.map { .text($0) }
    record[.theme] = theme.map { .text($0) }
    record[.questions] = .list(questions.map { .text($0) })
    record[.language] = .text(language)
    record[.timezone] = .text(timezone)
    record[.days] = .list(days.map { .text($0.description) })
    record[.venue] = venue.map { .text($0) }
    record[.city] = city.map { .text($0) }
    record[.organisers] = try actors(organisers, in: arena)
    record[.commissioners] = try actors(commissioners, in: arena)
    record[.formats] = .list(
      formats.map { format in
        var state: Fields = ["name": .text(format.name)]
        state["phase"] = format.phases.first.map { .text($0.name) }
        return .object(state)
      })
    try arena.insert(record)
    for place in places {
      var room = Record(id: arena.newID(), type: .place, added: arena.now)
      room[.name] = .text(place.name)
      room[.capacity] = place.capacity.map { .integer($0) }
      room[.corner] = .boolean(false)
      try arena.insert(room)
    }
    try insertBlocks(of: formats, into: arena)
    return record
  }

  /// Organisers and commissioners are most often organisations: each name becomes one.
  private func actors(_ names: [String], in arena: any ArenaWriting) throws -> Value? {
    guard !names.isEmpty else { return nil }
    return .list(
      try names.map { name in
        if let known = try arena.records(of: .organisation, named: name).first {
          return .actor(.organisation(known.id))
        }
        var organisation = Record(id: arena.newID(), type: .organisation, added: arena.now)
        organisation[.name] = .text(name)
        try arena.insert(organisation)
        return .actor(.organisation(organisation.id))
      })
  }

  /// The programmes of the formats, day by day. Slots are numbered across the days, and across the formats.
  private func insertBlocks(of formats: [FormatDeclaration], into arena: any ArenaWriting) throws {
    let declared = formats.flatMap { format in format.programme.map { (format, $0) } }
    let hasDayBefore = declared.contains { $0.1.day == .day(0) }
    var slots = 0
    for day in (hasDayBefore ? 0 : 1)...max(1, days.count) {
      for (format, declaration) in declared where declaration.falls(on: day, of: days.count) {
        for _ in 0..<max(0, declaration.count) {
          var block = Record(id: arena.newID(), type: .block, added: arena.now)
          block[.day] = .integer(day)
          block[.kind] = .text(declaration.kind)
          block[.format] = .text(format.name)
          if declaration.kind == "slot" {
            slots += 1
            block[.number] = .integer(slots)
          } else {
            block[.title] = .text(format.locales.written(declaration.naming.label, in: language))
          }
          try arena.insert(block)
        }
      }
    }
  }
}

extension BlockDeclaration {
  /// Whether the block stands on a day: 1, 2 …; -1 is the last, 0 the day before.
  fileprivate func falls(on day: Int, of count: Int) -> Bool {
    switch self.day {
    case .each: day > 0
    case .day(let wanted): day == (wanted < 0 ? count + 1 + wanted : wanted)
    }
  }
}
