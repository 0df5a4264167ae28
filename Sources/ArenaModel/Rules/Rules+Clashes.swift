extension Rules {
  /// Nobody and nothing is in two places at once.
  static func clashes(_ facts: RuleFacts) -> [PlacedFinding] {
    var people = Occupations()
    var places = Occupations()
    for group in facts.livingGroups {
      let slots = meetings(of: group, facts)
      guard !slots.isEmpty else { continue }
      if let place = group.reference(.place) {
        for slot in slots { places.add("\(place)", in: slot, group, nil) }
      }
      // Who holds several roles in a group is there for the most binding one.
      let members = facts.memberships[group.id] ?? []
      let binding = members.filter { isExclusive($0, in: group, facts) }
      let others = members.filter { !isExclusive($0, in: group, facts) }
      for member in binding + others {
        guard let key = key(of: member, facts) else { continue }
        let own = member.references(.slots)
        for slot in own.isEmpty ? slots : own { people.add(key, in: slot, group, member) }
      }
    }
    return people.clashes.map { personClash($0, facts) }
      + places.clashes.map { placeClash($0, facts) }
  }

  private static func meetings(of group: Record, _ facts: RuleFacts) -> [RecordID] {
    let own = group.references(.slots)
    guard own.isEmpty, facts.format(of: group)?.group.meetsThroughout == true else { return own }
    return (facts.all[.block] ?? []).filter {
      $0.text(.kind) == "slot" && ($0.text(.format) ?? group.text(.format)) == group.text(.format)
    }.map(\.id)
  }

  /// By what we know somebody again. A first name alone may be several people.
  private static func key(of member: Record, _ facts: RuleFacts) -> String? {
    switch member.actor(.actor) {
    case .person(let id)?: return "\(id)"
    // Organisations are in many places at once.
    case .organisation?: return nil
    case .name(let name)?:
      let key = MatchKey(name)
      return key.text.contains(" ") ? key.text : nil
    case nil: return nil
    }
  }

  private static func isExclusive(_ member: Record?, in group: Record, _ facts: RuleFacts) -> Bool {
    guard let role = member?.text(.role) else { return false }
    return facts.format(of: group)?.role(role)?.isExclusive ?? false
  }

  private static func personClash(_ clash: Occupations.Clash, _ facts: RuleFacts) -> PlacedFinding {
    let (one, other) = (clash.one, clash.other)
    let isError =
      isExclusive(one.member, in: one.group, facts)
      && isExclusive(other.member, in: other.group, facts)
    let actor = one.member?.actor(.actor)
    let person = actor.flatMap(\.id).flatMap { facts.record($0) }
    return facts.finding(
      isError ? .doubleBookedPerson : .doubleSignUp, on: person ?? one.group,
      [
        "person": .text(actor.map(facts.name) ?? "?"), "one": .text(facts.called(one.group)),
        "other": .text(facts.called(other.group)),
        "one_role": .text(facts.role(one.member?.text(.role), of: one.group)),
        "other_role": .text(facts.role(other.member?.text(.role), of: other.group)),
        "slots": .list(clash.slots.map { facts.slotName($0, of: one.group) }),
      ])
  }

  private static func placeClash(_ clash: Occupations.Clash, _ facts: RuleFacts) -> PlacedFinding {
    let place = facts.record(clash.one.group.reference(.place))
    return facts.finding(
      .doubleBookedPlace, on: place ?? clash.one.group,
      [
        "place": .text(place.map(facts.called) ?? "?"),
        "one": .text(facts.called(clash.one.group)),
        "other": .text(facts.called(clash.other.group)),
        "slots": .list(clash.slots.map { facts.slotName($0, of: clash.one.group) }),
      ])
  }
}

/// Who or what is where in which slot.
private struct Occupations {
  struct Occupation {
    let group: Record
    /// The most binding membership there.
    let member: Record?
  }

  struct Clash {
    let one: Occupation
    let other: Occupation
    var slots: [RecordID]
  }

  private struct Key: Hashable {
    let who: String
    let slot: RecordID
  }

  private struct Pair: Hashable {
    let who: String
    let one: RecordID
    let other: RecordID
  }

  private var first: [Key: Occupation] = [:]
  private var places: [Pair: Int] = [:]
  private(set) var clashes: [Clash] = []

  /// Each further group is held against the first of the slot: n groups in one slot give n - 1 findings.
  mutating func add(_ who: String, in slot: RecordID, _ group: Record, _ member: Record?) {
    let key = Key(who: who, slot: slot)
    let occupation = Occupation(group: group, member: member)
    guard let before = first[key] else {
      first[key] = occupation
      return
    }
    guard before.group.id != group.id else { return }
    let pair = Pair(who: who, one: before.group.id, other: group.id)
    if let place = places[pair] {
      if clashes[place].slots.last != slot { clashes[place].slots.append(slot) }
    } else {
      places[pair] = clashes.count
      clashes.append(Clash(one: before, other: occupation, slots: [slot]))
    }
  }
}
