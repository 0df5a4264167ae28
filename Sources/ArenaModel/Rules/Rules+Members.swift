extension Rules {
  /// Each role has as many holders as its format wants.
  static func roles(_ facts: RuleFacts) -> [PlacedFinding] {
    var out: [PlacedFinding] = []
    for group in facts.livingGroups {
      guard let format = facts.format(of: group) else { continue }
      let members = facts.memberships[group.id] ?? []
      for role in format.roles where role.count != CountRange() {
        let holders = members.filter { $0.text(.role) == role.name }
        let names = distinct(holders, facts)
        if role.count.contains(names.count) { continue }
        let isMissing = names.count < role.count.least
        out.append(
          facts.finding(
            isMissing ? .roleMissing : .roleOverfull, on: group,
            [
              "group": .text(facts.called(group)), "n": .number(Double(names.count)),
              "role": .text(facts.role(role.name, of: group)),
              "least": .number(Double(role.count.least)),
              "most": .number(Double(role.count.most ?? 0)), "people": .list(names),
            ]))
      }
    }
    return out
  }

  /// The names behind memberships, each actor once.
  static func distinct(_ members: [Record], _ facts: RuleFacts) -> [String] {
    var seen: Set<Actor> = []
    return members.compactMap { member in
      let actor = member.actor(.actor) ?? .name(member.text(.written) ?? "")
      return seen.insert(actor).inserted ? facts.name(of: actor) : nil
    }
  }

  /// A group holds the mixture of perspectives that its format wants, as far as its members' are known.
  static func compositions(_ facts: RuleFacts) -> [PlacedFinding] {
    var out: [PlacedFinding] = []
    for group in facts.livingGroups {
      guard let format = facts.format(of: group), let composition = format.composition else {
        continue
      }
      var seen: Set<RecordID> = []
      var people = 0
      var counts: [String: Int] = [:]
      for member in facts.memberships[group.id] ?? [] {
        guard let person = facts.record(member.actor(.actor)?.id), seen.insert(person.id).inserted
        else { continue }
        let perspectives = Set(person.texts(.perspectives))
        if perspectives.isEmpty { continue }
        people += 1
        for perspective in perspectives { counts[perspective, default: 0] += 1 }
      }
      guard people > 0 else { continue }
      func label(_ side: String) -> String {
        format.perspective(side).map { format.locales.written($0.naming.label, in: facts.language) }
          ?? side
      }
      let missing = composition.sides.filter { counts[$0] == nil }
      if !missing.isEmpty {
        out.append(
          facts.finding(
            .missingPerspective, on: group,
            [
              "group": .text(facts.called(group)), "n": .number(Double(missing.count)),
              "sides": .list(missing.map(label)),
            ]))
      }
      let largest = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      guard people > 1, let largest,
        Double(largest.value) > composition.largest * Double(people)
      else { continue }
      out.append(
        facts.finding(
          .oneSided, on: group,
          [
            "group": .text(facts.called(group)), "side": .text(label(largest.key)),
            "share": .number((Double(largest.value) / Double(people) * 100).rounded()),
            "limit": .number((composition.largest * 100).rounded()),
          ]))
    }
    return out
  }

  /// A place seats those who come.
  static func capacities(_ facts: RuleFacts) -> [PlacedFinding] {
    facts.livingGroups.compactMap { group in
      guard let place = facts.record(group.reference(.place)),
        let capacity = place.integer(.capacity)
      else { return nil }
      var people = distinct(facts.memberships[group.id] ?? [], facts).count
      if case .number(let stated)? = group.stated(.headcount)?.value {
        people = max(people, Int(stated))
      }
      guard people > capacity else { return nil }
      return facts.finding(
        .overCapacity, on: group,
        [
          "group": .text(facts.called(group)), "place": .text(facts.called(place)),
          "people": .number(Double(people)), "capacity": .number(Double(capacity)),
        ])
    }
  }
}
