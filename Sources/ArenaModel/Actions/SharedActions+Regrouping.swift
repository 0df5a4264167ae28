/// The verbs that change which groups there are, by agreement of those who announced them: move, merge, split.
extension SharedActions {
  static let move = SharedAction(
    "move", help: "Moves a group to other slots or another place.",
    params: { _ in
      [
        parameter("group!", .group, help: "Which group."),
        parameter("slots*", .slot, help: "When it meets now."),
        parameter("place", .place, help: "Where it meets now."),
      ]
    },
    run: { context, p in
      let old = try context.needed(p.id("group"), "group")
      let agreed = try context.checkAgreement("move", p, groups: [old])
      guard p["slots"] != nil || p["place"] != nil else {
        throw ModelError(
          .parameter, "move: where or when to is missing.", remedy: "Give slots= or place=.")
      }
      var group = old
      if let slots = p["slots"] { group[.slots] = slots }
      if let place = p["place"] { group[.place] = place }
      try context.checkPlace(of: group)
      for member in try context.members(of: group) {
        guard let actor = member.actor(.actor), let role = member.text(.role) else { continue }
        try context.checkExclusive(actor, role, in: group, slots: [])
      }
      try tellOfOthers(group, movedFrom: old, context)
      let stored = try context.arena.update(group)
      if stored.revision != old.revision {
        try link(
          "moved_from", group, old.reference(.place) ?? old.references(.slots).first, agreed,
          context)
      }
      return stored
    })

  /// Says who is signed up elsewhere in the new slots: a move must not break sign-ups unseen.
  private static func tellOfOthers(
    _ group: Record, movedFrom old: Record, _ context: ActionContext
  ) throws {
    let slots = try context.meetings(of: group).subtracting(try context.meetings(of: old))
    guard !slots.isEmpty else { return }
    for member in try context.members(of: group) {
      guard let actor = member.actor(.actor), let id = actor.id else { continue }
      for other in try context.arena.records(of: .membership, where: .actor, refersTo: id) {
        guard let otherID = other.reference(.group), otherID != group.id,
          let held = try context.arena.record(otherID), ActionContext.meets(held),
          try !context.meetings(of: held).isDisjoint(with: slots)
        else { continue }
        context.tell(
          "\(try context.show.text(.actor(actor))) is in \(try context.show.name(of: held)) then, too."
        )
      }
    }
  }

  static let merge = SharedAction(
    "merge", help: "Makes one group of several; the originals and their history are kept.",
    params: { _ in
      [
        parameter("groups!*", .group, help: "Which groups."),
        parameter("title", .text, help: "The title of the new one; theirs, where none is said."),
      ]
    },
    run: { context, p in
      let format = try context.neededFormat(for: "merge")
      let groups = try p.ids("groups").reduce(into: [RecordID]()) {
        if !$0.contains($1) { $0.append($1) }
      }.map { try context.needed($0, "groups") }
      guard groups.count > 1 else {
        throw ModelError(
          .parameter, "merge: one group alone can't be merged.", remedy: "Name two or more.")
      }
      for group in groups { try context.checkOpen(group, for: "merge") }
      let agreed = try context.checkAgreement("merge", p, groups: groups)
      var merged = context.new(.group)
      merged[.format] = .text(format.name)
      merged[.code] = .text(
        try CodeNumbering(format, in: context.arena).joinedCode(of: groups))
      merged[.codes] = .list(groups.compactMap { $0[.code] })
      let titles = groups.compactMap { $0.text(.title) }
      merged[.title] = p["title"] ?? .text(titles.joined(separator: " / "))
      merged[.slots] = .list(unique(groups.flatMap { $0.references(.slots) }).map(Value.record))
      merged[.place] = groups.lazy.compactMap { $0[.place] }.first
      merged[.state] = .text("announced")
      try context.arena.insert(merged)
      for group in groups {
        for member in try context.members(of: group) {
          guard let actor = member.actor(.actor) else { continue }
          try insertMember(
            actor, member.text(.role), merged, member.text(.state) ?? "signed_up", context,
            slots: member.references(.slots), attendance: member[.attendance])
        }
        var old = group
        old[.state] = .text("merged")
        try context.arena.update(old)
        try link("merged_into", group, merged.id, agreed, context)
      }
      return merged
    })

  static let split = SharedAction(
    "split", help: "Makes several groups of one; the original and its history are kept.",
    params: { _ in
      [
        parameter("group!", .group, help: "Which group."),
        parameter("titles!*", .text, help: "The titles of the parts."),
      ]
    },
    run: { context, p in
      let format = try context.neededFormat(for: "split")
      let group = try context.needed(p.id("group"), "group")
      let titles = p.texts("titles")
      try context.checkOpen(group, for: "split")
      let agreed = try context.checkAgreement("split", p, groups: [group])
      let codes = try CodeNumbering(format, in: context.arena)
        .partCodes(of: group, count: titles.count)
      let announcers = try context.members(of: group).filter {
        $0.text(.role) != nil && $0.text(.role) == format.action("announce")?.role
      }
      for (index, title) in titles.enumerated() {
        var part = context.new(.group)
        part[.format] = .text(format.name)
        part[.code] = .text(codes[index])
        part[.title] = .text(title)
        part[.slots] = group[.slots]
        if index == 0 { part[.place] = group[.place] }
        part[.state] = .text("announced")
        part[.partOf] = .record(group.id)
        try context.arena.insert(part)
        // Those who announced it are dealt out; whoever else comes chooses a part.
        for (place, member) in announcers.enumerated() where place % titles.count == index {
          guard let actor = member.actor(.actor) else { continue }
          try insertMember(actor, member.text(.role), part, "present", context)
        }
        try link("split_from", part, group.id, agreed, context)
      }
      var old = group
      old[.state] = .text("split")
      return try context.arena.update(old)
    })
}
