/// The verbs of who is in a group: join, assign, leave.
extension SharedActions {
  static let join = SharedAction(
    "join", help: "Signs somebody up for a group.",
    params: { _ in
      [
        parameter("group!", .group, help: "Which group."),
        parameter("person!", .person, help: "Who."),
        parameter("slots*", .slot, help: "When; whenever the group meets, where none is said."),
        parameter("attendance", .text, help: "The whole, a day, a part: as stated."),
      ]
    },
    run: { context, p in
      let group = try context.needed(p.id("group"), "group")
      let person = try context.needed(p.id("person"), "person")
      try context.checkOpen(group, for: "join")
      let role = context.format?.action("join")?.role
      if let role {
        try context.checkExclusive(.person(person.id), role, in: group, slots: p.ids("slots"))
      }
      return try insertMember(
        .person(person.id), role, group, "signed_up", context, slots: p.ids("slots"),
        attendance: p["attendance"])
    })

  static let assign = SharedAction(
    "assign", help: "Gives somebody a role in a group.",
    params: { format in
      let roles = (format?.roles ?? []).map { Term($0.naming) }
      return [
        parameter("group!", .group, help: "Which group."),
        parameter("actor!", .actor, help: "Who."),
        parameter("role!", .choice, of: roles, help: "Which role."),
      ]
    },
    run: { context, p in
      let format = try context.neededFormat(for: "assign")
      let group = try context.needed(p.id("group"), "group")
      guard let actor = p.actor("actor"), let role = p.text("role").flatMap(format.role) else {
        throw ModelError(.parameter, "assign: the role is missing.", remedy: "Give role=NAME.")
      }
      try context.checkOpen(group, for: "assign")
      try checkHolder(actor, role, context)
      if let most = role.count.most {
        let holders = try context.members(of: group).filter { $0.text(.role) == role.name }
        if holders.count >= most, !holders.contains(where: { $0.actor(.actor) == actor }) {
          let names = try holders.compactMap { try $0[.actor].map(context.show.text) }
          let label = format.locales.written(role.naming.label, in: context.language)
          try context.object(
            "\(try context.show.name(of: group)) has its \(label) already: "
              + "\(Wording.list(names, in: "en")).", remedy: "Let them leave first.")
        }
      }
      try context.checkExclusive(actor, role.name, in: group, slots: [])
      return try insertMember(actor, role.name, group, "present", context)
    })

  private static func checkHolder(_ actor: Actor, _ role: RoleDeclaration, _ context: ActionContext)
    throws
  {
    let fits: Bool
    switch (role.holder, actor) {
    case (.actor, _), (_, .name), (.person, .person), (.organisation, .organisation): fits = true
    default: fits = false
    }
    if !fits {
      try context.object(
        "\(try context.show.text(.actor(actor))) is no \(role.holder.rawValue), and the role "
          + "'\(role.name)' is for one.")
    }
  }

  static let leave = SharedAction(
    "leave", help: "Takes somebody out of a group, or out of some of its slots.",
    params: { _ in
      [
        parameter("group!", .group, help: "Which group."),
        parameter("actor!", .actor, help: "Who."),
        parameter("slots*", .slot, help: "When; altogether, where none is said."),
      ]
    },
    run: { context, p in
      let group = try context.needed(p.id("group"), "group")
      let actor = p.actor("actor")
      let memberships = try context.members(of: group).filter { $0.actor(.actor) == actor }
      guard !memberships.isEmpty else {
        let name = try actor.map { try context.show.text(.actor($0)) } ?? ""
        throw ModelError(
          .notFound, "\(name) is not in \(try context.show.name(of: group)).",
          remedy: "See arena show \(group.text(.code) ?? "").")
      }
      let left = Set(p.ids("slots"))
      for var membership in memberships {
        let own = membership.references(.slots)
        let had = own.isEmpty ? try context.meetings(of: group).sorted() : own
        let kept = had.filter { !left.contains($0) }
        if left.isEmpty || kept.isEmpty {
          try context.arena.remove(membership.id)
        } else {
          membership[.slots] = .list(kept.map(Value.record))
          try context.arena.update(membership)
        }
      }
      return group
    })

  /// Adds a membership, or the slots to one that is there.
  @discardableResult
  static func insertMember(
    _ actor: Actor, _ role: String?, _ group: Record, _ state: String, _ context: ActionContext,
    slots: [RecordID] = [], attendance: Value? = nil
  ) throws -> Record {
    for var old in try context.members(of: group)
    where old.actor(.actor) == actor && old.text(.role) == role {
      let had = old.references(.slots)
      if had.isEmpty || slots.isEmpty {
        old[.slots] = nil
      } else {
        old[.slots] = .list((had + slots.filter { !had.contains($0) }).map(Value.record))
      }
      if let attendance { old[.attendance] = attendance }
      return try context.arena.update(old)
    }
    var member = context.new(.membership)
    member[.actor] = .actor(actor)
    if case .name(let name) = actor { member[.written] = .text(name) }
    member[.group] = .record(group.id)
    member[.role] = role.map(Value.text)
    member[.state] = .text(state)
    member[.slots] = .list(slots.map(Value.record))
    member[.attendance] = attendance
    try context.arena.insert(member)
    return member
  }

  static func unique(_ ids: [RecordID]) -> [RecordID] {
    var seen: Set<RecordID> = []
    return ids.filter { seen.insert($0).inserted }
  }
}
