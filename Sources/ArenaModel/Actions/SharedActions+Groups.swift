/// The verbs of a group by itself: announce, revise, cancel, continue.
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
