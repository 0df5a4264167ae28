/// The verbs around groups: announce to cancel.
extension SharedActions {
  static let announce = SharedAction(
    "announce", help: "Announces a group.",
    params: { _ in
      [
        parameter("title!", .text, help: "The topic."),
        parameter("by*", .actor, help: "Who announces it; you, where nobody is said."),
        parameter("slots*", .slot, help: "When it meets."),
        parameter("place", .place, help: "Where it meets."),
        parameter("code", .text, help: "Its code; the next one, where none is said."),
      ]
    },
    more: { _, format, _ in .init(fields: format?.group.record.fields ?? []) },
    run: { context, p in
      let format = try context.neededFormat(for: "announce")
      var group = context.new(.group)
      group[.format] = .text(format.name)
      group[.title] = p["title"]
      group[.slots] = p["slots"]
      group[.state] = .text("announced")
      context.set(p.fields, on: &group)
      let slots = p.ids("slots")
      if let code = p.text("code") {
        try checkFree(code, context)
        group[.code] = .text(code)
      } else {
        let numbering = try CodeNumbering(format, in: context.arena)
        group[.code] = .text(try numbering.code(slots: slots, fields: p.fields))
      }
      group[.place] = try p["place"] ?? corner(for: group, context)
      try context.checkPlace(of: group)
      var by = p.actors("by")
      if by.isEmpty, let actor = context.actor { by = [actor] }
      let role = format.action("announce")?.role
      if let role {
        for actor in by { try context.checkExclusive(actor, role, in: group, slots: []) }
      }
      try context.arena.insert(group)
      if let role {
        for actor in by { try insertMember(actor, role, group, "present", context) }
      }
      return group
    })

  private static func checkFree(_ code: String, _ context: ActionContext) throws {
    let taken = try context.arena.records(of: .group, named: code)
    if let other = taken.first {
      try context.object(
        "The code \(code) is taken by \(try context.show.name(of: other)).",
        remedy: "Leave the code out, and the next one is given.")
    }
  }

  /// A corner, where the format has them and all rooms are taken in one of the slots; a free one, or a new one.
  private static func corner(for group: Record, _ context: ActionContext) throws -> Value? {
    guard let pattern = context.format?.group.corner, !group.references(.slots).isEmpty else {
      return nil
    }
    let places = try context.arena.records(of: .place)
    let rooms = places.filter { !$0.boolean(.corner) }
    let slots = try context.meetings(of: group)
    var meeting = 0
    var taken: Set<RecordID> = []
    for other in try context.arena.records(of: .group) where ActionContext.meets(other) {
      guard try !context.meetings(of: other).isDisjoint(with: slots) else { continue }
      let place = other.reference(.place)
      if let place { taken.insert(place) }
      if places.first(where: { $0.id == place })?.boolean(.corner) != true { meeting += 1 }
    }
    guard !rooms.isEmpty, meeting >= rooms.count else { return nil }
    let corners = places.filter { $0.boolean(.corner) }
    if let free = corners.first(where: { !taken.contains($0.id) }) { return .record(free.id) }
    var corner = context.new(.place)
    let text = context.format?.locales.translate(pattern, to: context.language) ?? pattern
    corner[.name] = .text(
      try TextPattern(text).filled(in: context.language) { key in
        key == "n" ? .number(Double(corners.count + 1)) : nil
      })
    corner[.corner] = .boolean(true)
    try context.arena.insert(corner)
    return .record(corner.id)
  }

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

  static let revise = SharedAction(
    "revise", help: "Changes what a group says of itself.",
    params: { _ in
      [
        parameter("group!", .group, help: "Which group."),
        parameter("title", .text, help: "The topic."),
        parameter("open", .boolean, help: "Open to newcomers."),
        parameter("headcount", .count, help: "How many took part, as stated."),
      ]
    },
    more: { _, format, _ in
      .init(fields: (format?.group.record.fields ?? []).map(\.withoutDemands))
    },
    run: { context, p in
      var group = try context.needed(p.id("group"), "group")
      for field in [ModelField.title, .open, .headcount] {
        if let value = p[field.name] { group[field] = value }
      }
      context.set(p.fields, on: &group)
      return try context.arena.update(group)
    })

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

  static let cancel = SharedAction(
    "cancel", help: "Cancels a group; it stays in the record.",
    params: { _ in
      [
        parameter("group!", .group, help: "Which group."),
        parameter("why", .rich, help: "Why."),
      ]
    },
    run: { context, p in
      var group = try context.needed(p.id("group"), "group")
      group[.state] = .text("cancelled")
      if let why = p["why"] {
        var remark = context.new(.remark)
        remark[.kind] = .text("cancelled")
        remark[.on] = .record(group.id)
        remark[.by] = context.actor.map(Value.actor)
        remark[.text] = why
        try context.arena.insert(remark)
      }
      return try context.arena.update(group)
    })

  static let continuing = SharedAction(
    "continue", help: "Says what a group goes on from, here or in another arena.",
    params: { _ in
      [
        parameter("group!", .group, help: "Which group."),
        parameter("from!", .reference, help: "What it goes on from: a code, or ARENA/CODE TITLE."),
      ]
    },
    run: { context, p in
      let group = try context.needed(p.id("group"), "group")
      return try link("continues", .record(group.id), p["from"], [], context)
    })

  static func unique(_ ids: [RecordID]) -> [RecordID] {
    var seen: Set<RecordID> = []
    return ids.filter { seen.insert($0).inserted }
  }

  @discardableResult
  static func link(
    _ kind: String, _ from: Record, _ to: RecordID?, _ by: [Actor], _ context: ActionContext
  ) throws -> Record? {
    try link(kind, .record(from.id), to.map(Value.record), by, context)
  }

  @discardableResult
  static func link(
    _ kind: String, _ from: Value, _ to: Value?, _ by: [Actor], _ context: ActionContext,
    basis: String = "stated", why: Value? = nil
  ) throws -> Record? {
    guard let to else { return nil }
    var link = context.new(.link)
    link[.kind] = .text(kind)
    link[.from] = from
    link[.to] = to
    link[.basis] = .text(basis)
    let by = by.isEmpty ? context.actor.map { [$0] } ?? [] : by
    link[.by] = .list(by.map(Value.actor))
    link[.when] = .text(context.arena.now.description)
    link[.why] = why
    try context.arena.insert(link)
    return link
  }
}

extension FieldDeclaration {
  /// The field for an action that changes some values: none is needed, none has a default.
  var withoutDemands: FieldDeclaration {
    var out = self
    out.isRequired = false
    out.defaultValue = nil
    return out
  }
}
