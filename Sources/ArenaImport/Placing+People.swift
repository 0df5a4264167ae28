internal import ArenaModel

/// What is known of names while a file is placed.
struct PeoplePlacing {
  /// People that this import added, with the line where they came first.
  var added: [(record: RecordID, name: String, line: Int)] = []
}

extension Placing {
  /// Everybody that a line names gets the role; names that could be read otherwise are listed.
  func placeRole(_ part: EntryPart, in group: Record) throws {
    let role = format.role(part.name)
    let reading = NameReading(
      holder: role?.holder ?? .person,
      isPerson: { (try? self.arena.records(of: .person, named: $0).isEmpty) == false },
      isOrganisation: { (try? self.arena.records(of: .organisation, named: $0).isEmpty) == false })
    let found = reading.read(part.text)
    let roleName = part.name.isEmpty ? nil : part.name
    // A role that says nobody is accounted for all the same.
    ledger.add(part.lines, group.id, "role:\(part.name)", found.isEmpty ? nil : part.text)
    var rest = try imported(roleName, in: group)
    var missing: [NameReading.Found] = []
    for name in found {
      let key = MatchKey(name.written)
      if let index = rest.firstIndex(where: { member in
        member.text(.written).map { MatchKey($0) == key } ?? false
      }) {
        let member = rest.remove(at: index)
        ledger.add([], member.id, "actor", name.written)
        countUnchanged(member)
      } else {
        missing.append(name)
      }
    }
    for name in missing {
      noteUnsure(name, part)
      let actor = try self.actor(name, line: part.line)
      if let old = try held(by: actor, roleName, in: group) {
        rest.removeAll { $0.id == old.id }
        ledger.add([], old.id, "actor", name.written)
        countUnchanged(old)
        continue
      }
      // A name that was corrected takes the place of the one that it corrects, if nobody has touched that since.
      let corrected = rest.firstIndex {
        $0.revision == 1 && memory.text("actor", of: $0.id) == $0.text(.written)
      }
      var member = corrected.map { rest.remove(at: $0) } ?? context.new(.membership)
      member[.actor] = .actor(actor)
      member[.written] = .text(name.written)
      member[.group] = .record(group.id)
      member[.role] = roleName.map(Value.text)
      member[.state] = member[.state] ?? .text("stated")
      ledger.add([], member.id, "actor", name.written)
      try store(member, isNew: corrected == nil)
    }
    if found.count > 1 {
      note(
        .severalPeople, line: part.line,
        ["text": part.text, "names": found.map(\.name).joined(separator: " | ")])
    }
  }

  /// The memberships that an earlier import made of this role's line.
  private func imported(_ role: String?, in group: Record) throws -> [Record] {
    try arena.records(of: .membership, where: .group, refersTo: group.id).filter {
      $0.text(.role) == role && (memory.text("actor", of: $0.id) != nil || $0[.written] != nil)
    }
  }

  private func held(by actor: Actor, _ role: String?, in group: Record) throws -> Record? {
    try arena.records(of: .membership, where: .group, refersTo: group.id).first {
      $0.text(.role) == role && $0.actor(.actor) == actor
    }
  }

  private func noteUnsure(_ name: NameReading.Found, _ part: EntryPart) {
    guard !name.isSure else { return }
    var values = ["text": name.written, "name": name.name]
    if let organisation = name.organisation { values["organisation"] = organisation }
    if !name.name.contains(" ") { return }
    note(.unsureName, line: part.line, values)
  }

  /// The person or organisation of a name: one that goes by it, a new one, or the name as written.
  func actor(_ name: NameReading.Found, line: Int) throws -> Actor {
    if name.isOrganisation { return .organisation(try organisation(name.name)) }
    let known = try arena.records(of: .person, named: name.name)
    if known.count == 1 {
      try complete(known[0], name)
      return .person(known[0].id)
    }
    if known.count > 1 {
      note(.nearName, line: line, ["name": name.name, "other": name.name])
      return .name(name.name)
    }
    guard name.name.contains(" ") else {
      let near = try context.finder.peopleByPart(name.name).compactMap { $0.text(.name) }
      note(
        .firstNameOnly, line: line,
        ["name": name.name, "others": near.joined(separator: ", ")])
      return .name(name.name)
    }
    var person = context.new(.person)
    person[.name] = .text(name.name)
    person[.title] = name.title.map(Value.text)
    person[.consent] = .text("not_asked")
    if let organisation = name.organisation {
      person[.organisation] = .record(try self.organisation(organisation))
    }
    try arena.insert(person)
    count(person, isNew: true)
    people.added.append((person.id, name.name, line))
    return .person(person.id)
  }

  /// Adds the organisation and the title of somebody of whom they were not known.
  private func complete(_ person: Record, _ name: NameReading.Found) throws {
    countUnchanged(person)
    var person = person
    if person[.organisation] == nil, let organisation = name.organisation {
      person[.organisation] = .record(try self.organisation(organisation))
    }
    if person[.title] == nil, let title = name.title { person[.title] = .text(title) }
    try arena.update(person)
  }

  func organisation(_ name: String) throws -> RecordID {
    if let found = try arena.records(of: .organisation, named: name).first { return found.id }
    var organisation = context.new(.organisation)
    organisation[.name] = .text(name)
    try arena.insert(organisation)
    count(organisation, isNew: true)
    return organisation.id
  }

  /// Lists pairs of names that may be one person: nobody is merged.
  func noteNames() throws {
    guard !people.added.isEmpty else { return }
    var byFirst: [String: [(RecordID, String)]] = [:]
    for person in try arena.records(of: .person) {
      guard let name = person.text(.name), let first = Folding.words(name).first else { continue }
      byFirst[first, default: []].append((person.id, name))
    }
    var said: Set<Set<RecordID>> = []
    for (id, name, line) in people.added {
      guard let first = Folding.words(name).first else { continue }
      for (other, otherName) in byFirst[first] ?? []
      where other != id && said.insert([id, other]).inserted && Self.mayBeOne(name, otherName) {
        note(.nearName, line: line, ["name": name, "other": otherName])
      }
    }
  }

  /// The same words with one left out, or a letter or two apart.
  static func mayBeOne(_ one: String, _ other: String) -> Bool {
    let a = Folding.words(one)
    let b = Folding.words(other)
    if a.last == b.last, a.first == b.first, a.count != b.count { return true }
    let (shorter, longer) = a.count < b.count ? (a, b) : (b, a)
    if shorter.count >= 2, shorter.allSatisfy({ longer.contains($0) }) { return true }
    return Folding.distance(Folding.fold(one), Folding.fold(other), limit: 2) != nil
  }
}
