package import ArenaModel

extension ScriptArena {
  /// What of a person an edition may withhold.
  private static let personal: Set<String> = [
    "name", "aliases", "title", "organisation", "contact", "consent", "note",
  ]

  /// The value of a field of a record, as scripts see it: lists and booleans are never nil.
  package func value(of field: ScriptField, in record: Record) throws -> ScriptValue {
    if personalReads != nil, Self.personal.contains(field.name) {
      noteRead(field.name, of: record)
    }
    switch field.source {
    case .common(let common): return try value(of: common, in: record)
    case .model(let spec): return try value(record[spec.field], of: spec, in: record)
    case .computed(let computed): return try value(of: computed, in: record)
    }
  }

  private func value(of field: ScriptField.Common, in record: Record) throws -> ScriptValue {
    switch field {
    case .id: .text(record.id.description)
    case .type: .text(record.type.rawValue)
    case .added: .text(record.added.description)
    case .changed: .text(record.changed.description)
    case .revision: .integer(record.revision)
    case .remarks: .records(try referring(.remark, .on, to: record.id))
    case .links:
      .records(
        try kept(record.id, "links") {
          let from = try referring(.link, .from, to: record.id)
          let to = try referring(.link, .to, to: record.id).filter { !from.contains($0) }
          return from + to
        })
    case .fields: .fields(record.id)
    }
  }

  private func value(_ value: Value?, of spec: FieldSpec, in record: Record) throws -> ScriptValue {
    if let value {
      if spec.field == .organisation || spec.field == .parent { return try script(value) }
      return try script(value, keys: spec.keys)
    }
    if spec.isMany { return isRecordList(spec) ? .records([]) : .list([]) }
    switch spec.type {
    // A group is open until somebody closes it.
    case .boolean: return .boolean(spec.field == .open)
    case .items: return .items([])
    default: return .none
    }
  }

  private func isRecordList(_ spec: FieldSpec) -> Bool { spec.type.recordType != nil }

  /// A stored value as scripts see it; what is withheld or gone is left out.
  package func script(_ value: Value, keys: [FieldSpec.ObjectKey] = []) throws -> ScriptValue {
    switch value {
    case .text(let text): return .text(text)
    case .integer(let integer): return .integer(integer)
    case .number(let number): return .number(number)
    case .boolean(let boolean): return .boolean(boolean)
    case .stated(let stated): return .stated(stated)
    case .actor(let actor):
      if let id = actor.id, try self.record(id) == nil { return .none }
      return .actor(actor)
    case .record(let id): return try self.record(id) == nil ? .none : .record(id)
    case .elsewhere(let elsewhere): return .elsewhere(elsewhere)
    case .items(let items): return .items(items)
    case .blob: return .none
    case .object(let fields):
      return .table(try fields.map { .init($0.name, try script($0.value)) })
    case .list(let values):
      if case .record? = values.first {
        return .records(try values.compactMap(\.recordID).filter { try self.record($0) != nil })
      }
      return .list(try values.map { try script($0, keys: keys) }.filter { $0 != .none })
    }
  }

  private func value(of field: ScriptField.Computed, in record: Record) throws -> ScriptValue {
    switch field {
    case .list(let type): return .records(try all(type))
    case .slots: return .records(try slots())
    case .formats: return .list(formats.map { .format($0.name) })
    case .format: return .none
    case .today: return .text(String(timeZone.local(now).prefix(10)))
    case .now: return .text(timeZone.local(now))
    case .date: return .text(try date(of: record))
    case .blockFormat, .groupFormat:
      return try format(of: record).map { .format($0.name) } ?? .none
    case .blockGroups: return .records(try groups(in: record))
    case .memberships:
      return .records(
        try referring(.membership, record.type == .group ? .group : .actor, to: record.id))
    case .personGroups: return .records(try groups(of: record))
    case .groupSlots: return .records(try slots(of: record))
    case .parts: return .records(try referring(.group, .partOf, to: record.id))
    case .contributions: return .records(try referring(.contribution, .groups, to: record.id))
    case .reports: return .records(try referring(.report, .of, to: record.id))
    case .nextSteps: return .records(try nextSteps(of: record))
    case .membershipPerson:
      if case .person(let id)? = record.actor(.actor), try self.record(id) != nil {
        return .record(id)
      }
      return .none
    case .contributionGroup: return record.references(.groups).first.map { .record($0) } ?? .none
    case .referredBy: return .records(try referring(.contribution, .refersTo, to: record.id))
    case .contributionNextSteps: return .records(try referring(.nextStep, .about, to: record.id))
    case .sections: return try sections(of: record)
    }
  }

  /// The date of a block: of its start, or of its day of the arena.
  package func date(of block: Record) throws -> String? {
    if let starts = block.text(.starts), starts.count >= 10 { return String(starts.prefix(10)) }
    guard let day = block.integer(.day) else { return nil }
    let days = try arena().texts(.days)
    if day >= 1, day <= days.count { return days[day - 1] }
    guard let first = days.first.flatMap({ CalendarDate($0) }) else { return nil }
    if day < 1 { return CalendarDate(daysSince1970: first.daysSince1970 + day - 1).description }
    guard let last = days.last.flatMap({ CalendarDate($0) }) else { return nil }
    return CalendarDate(daysSince1970: last.daysSince1970 + day - days.count).description
  }

  /// The slots in which a group meets: those named, or all of a format whose groups meet throughout.
  package func slots(of group: Record) throws -> [RecordID] {
    let named = group.references(.slots)
    if !named.isEmpty {
      let all = try slots()
      return all.filter(named.contains) + named.filter { !all.contains($0) }
    }
    guard let format = try format(of: group), format.group.meetsThroughout else { return [] }
    return try slots(of: format)
  }

  /// The slots that a format fills: those that name it, and those that name none where it is the only one.
  package func slots(of format: FormatDeclaration) throws -> [RecordID] {
    try slots().filter { id in
      guard let slot = try record(id) else { return false }
      return try self.format(of: slot)?.name == format.name
    }
  }

  package func groups(in slot: Record) throws -> [RecordID] {
    try kept(slot.id, "groups") {
      try all(.group).filter { id in
        guard let group = try record(id) else { return false }
        return try slots(of: group).contains(slot.id)
      }
    }
  }

  private func groups(of person: Record) throws -> [RecordID] {
    try kept(person.id, "groups") {
      let mine = try reading.records(of: .membership, where: .actor, refersTo: person.id)
      let ids = Set(mine.compactMap { $0.reference(.group) })
      return try all(.group).filter(ids.contains)
    }
  }

  /// About the group itself, what it handed in and its reports.
  private func nextSteps(of group: Record) throws -> [RecordID] {
    try kept(group.id, "next_steps") {
      var about: Set<RecordID> = [group.id]
      about.formUnion(try referring(.contribution, .groups, to: group.id))
      about.formUnion(try referring(.report, .of, to: group.id))
      return try all(.nextStep).filter { id in
        try record(id)?.reference(.about).map(about.contains) ?? false
      }
    }
  }

  private func sections(of report: Record) throws -> ScriptValue {
    var list: [ScriptValue] = []
    for case .object(let section) in report.list(.sections) {
      var entries: [ScriptValue.Entry] = []
      for key in ["name", "heading", "value"] {
        if let value = section[key] { entries.append(.init(key, try script(value))) }
      }
      list.append(.table(entries))
    }
    return .named(list)
  }

  /// Who is in a group: by role, then arrival; each once.
  package func actors(
    of group: RecordID, role: String? = nil, slot: RecordID? = nil
  ) throws -> [Actor] {
    var seen: Set<Actor> = []
    var out: [Actor] = []
    for id in try referring(.membership, .group, to: group) {
      guard let membership = try record(id), let actor = membership.actor(.actor) else { continue }
      if let role, membership.text(.role) != role { continue }
      let slots = membership.references(.slots)
      if let slot, !slots.isEmpty, !slots.contains(slot) { continue }
      if let id = actor.id, try record(id) == nil { continue }
      if seen.insert(actor).inserted { out.append(actor) }
    }
    return out
  }

  /// The dots that a record got in a ballot.
  package func tally(_ ballot: String, on target: RecordID) throws -> Int {
    try referring(.vote, .on, to: target).reduce(0) { sum, id in
      guard let vote = try record(id), vote.text(.ballot) == ballot else { return sum }
      return sum + (vote.integer(.dots) ?? 1)
    }
  }

  /// What a format added to records of the type; for a contribution those of its kind as well.
  package func ownFields(of record: Record) throws -> [FieldDeclaration] {
    func of(_ format: FormatDeclaration) -> [FieldDeclaration] {
      switch record.type {
      case .block: return isSlot(record) ? format.slot.fields : []
      case .person: return format.person.fields
      case .group: return format.group.record.fields
      case .nextStep: return format.nextStep.record.fields
      case .contribution:
        let kind = format.contribution.kinds.first { $0.name == record.text(.kind) }
        return format.contribution.record.fields + (kind?.fields ?? [])
      case .remark:
        return format.remarks.first { $0.name == record.text(.kind) }?.fields ?? []
      case .report:
        return format.templates.first { $0.name == record.text(.template) }?.fields ?? []
      default: return []
      }
    }
    if record.type == .person || record.type == .arena { return formats.flatMap(of) }
    return try format(of: record).map(of) ?? []
  }
}
