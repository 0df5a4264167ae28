/// The verbs around what groups hand in: contribute, fill, remark, vote.
extension SharedActions {
  static let contribute = SharedAction(
    "contribute", help: "Hands in what a group made.",
    params: { format in
      [
        parameter("group!*", .group, help: "Which group, or groups."),
        parameter(
          "kind", .choice, of: (format?.contribution.kinds ?? []).map { Term($0.naming) },
          help: "Which kind."),
        parameter("refers_to*", .record, help: "What it builds on: earlier only."),
        parameter("title", .text, help: "Its title; the group's, where none is said."),
        parameter("body", .items, help: "What it says: an item a line, or @file."),
      ]
    },
    more: { p, format, _ in
      let kind = p.text("kind").flatMap { format?.kind($0) }
      return .init(fields: (format?.contribution.record.fields ?? []) + (kind?.fields ?? []))
    },
    run: { context, p in
      let format = try context.neededFormat(for: "contribute")
      let groups = try p.ids("group").map { try context.needed($0, "group") }
      var contribution = context.new(.contribution)
      contribution[.groups] = p["group"]
      contribution[.title] = p["title"] ?? groups.first?[.title]
      contribution[.body] = p["body"]
      contribution[.kind] = p["kind"]
      contribution[.refersTo] = p["refers_to"]
      let slots = unique(groups.flatMap { $0.references(.slots) })
      if slots.count == 1 { contribution[.slot] = .record(slots[0]) }
      context.set(p.fields, on: &contribution)
      try checkKind(contribution, context, format)
      contribution[.code] = try CodeNumbering(format, in: context.arena)
        .contributionCode(groups: groups, fields: p.fields).map(Value.text)
      try context.arena.insert(contribution)
      return contribution
    })

  /// A kind is offered in its phases, builds on what it must build on, and only on what was earlier.
  private static func checkKind(
    _ contribution: Record, _ context: ActionContext, _ format: FormatDeclaration
  ) throws {
    if let kind = contribution.text(.kind).flatMap(format.kind) {
      let label = format.locales.written(kind.naming.label, in: context.language)
      if context.holdsPhases, !kind.during.isEmpty,
        let phase = FormatState(of: format, in: try context.arena.arena()).phase(of: format),
        !kind.during.contains(phase.name)
      {
        try context.object(
          "'\(label)' is not offered in the phase '\(phase.name)'.",
          remedy: "It is offered in \(Wording.list(kind.during, in: "en")).")
      }
      if let type = kind.refersTo {
        let found = try contribution.references(.refersTo).compactMap {
          try context.arena.record($0)
        }
        if !found.contains(where: { $0.type == type }) {
          try context.object(
            "'\(label)' must build on a \(type.rawValue), and none is said.",
            remedy: "Say refers_to=CODE.")
        }
      }
    }
    let own = try contribution.reference(.slot).flatMap { try context.arena.record($0) }
    for id in contribution.references(.refersTo) {
      guard let earlier = try context.arena.record(id) else { continue }
      let slotID = earlier.reference(.slot) ?? earlier.references(.slots).first
      guard let own, let number = own.integer(.number), let slotID,
        let theirs = try context.arena.record(slotID)?.integer(.number), theirs >= number
      else { continue }
      try context.object(
        "\(try context.show.name(of: earlier)) is no earlier than this, and can't be built on.",
        remedy: "Refer to something from an earlier slot.")
    }
  }

  static let fill = SharedAction(
    "fill",
    help: "Fills in a report, a plan or an evaluation; sections are added to those that are there.",
    params: { format in
      [
        parameter(
          "template!", .choice, of: (format?.templates ?? []).map { Term($0.naming) },
          help: "Which template."),
        parameter("of!", .record, help: "What it is of: a group's code, a person, arena."),
        parameter("slot", .slot, help: "For a report of one meeting: which."),
        parameter(
          "state", .choice, of: ["missing", "draft", "final"].map { Term(Naming($0)) },
          help: "draft or final."),
        parameter(
          "section*", .rich,
          help:
            "A section by its heading, however it is written, and the text from the next line on; "
            + "one of your own where the template has none of that name."),
      ]
    },
    more: { p, format, _ in
      let template = p.text("template").flatMap { format?.template($0) }
      return .init(
        fields: (template?.fields ?? []).filter { $0.type != .members && $0.type != .nextSteps }
          .map(\.withoutDemands))
    },
    run: { context, p in
      let format = try context.neededFormat(for: "fill")
      guard let template = p.text("template").flatMap(format.template) else {
        throw ModelError(
          .parameter, "fill: the template is missing.", remedy: "Give template=NAME.")
      }
      let of = try context.needed(try subject(p, template, context), "of")
      let old = try context.arena.records(of: .report, where: .of, refersTo: of.id).first {
        $0.text(.template) == template.name && $0.reference(.slot) == p.id("slot")
      }
      var report = old ?? context.new(.report)
      report[.template] = .text(template.name)
      report[.of] = .record(of.id)
      report[.slot] = p["slot"]
      if let state = p["state"] {
        report[.state] = state
      } else if old == nil || old?.text(.state) == "missing" {
        report[.state] = .text("draft")
      }
      var sections = ReportSections(report)
      for entry in p.fields {
        let field = template.fields.first { $0.name == entry.name }
        let heading = field.map { format.locales.written($0.naming.label, in: context.language) }
        sections.set(entry.name, heading: heading, to: entry.value)
      }
      let headings = HeadingMatcher(of: template, in: format.locales, first: context.language)
      for text in p.texts("section") {
        try add(text, to: &sections, of: template, headings, p, context)
      }
      sections.put(into: &report, order: template.fields.map(\.name))
      guard old == nil else { return try context.arena.update(report) }
      try context.arena.insert(report)
      return report
    })

  /// Puts a text under its heading: into the sections of the template that the heading names, else into one of its own.
  private static func add(
    _ text: String, to sections: inout ReportSections, of template: TemplateDeclaration,
    _ headings: HeadingMatcher, _ p: ActionParameters, _ context: ActionContext
  ) throws {
    let halves = text.split(separator: "\n", maxSplits: 1).map(\.trimmingBlanks)
    guard let first = halves.first else { return }
    let (heading, beside) = HeadingMatcher.divided(first)
    let fields = (headings.match(heading, setting: .marked)?.keys ?? []).compactMap { key in
      template.fields.first { $0.name == key && $0.type != .members && p.fields[key] == nil }
    }
    guard !fields.isEmpty else {
      return sections.add(heading: first, value: .text(halves.count > 1 ? halves[1] : ""))
    }
    let body = ([beside] + halves.dropFirst()).filter { !$0.isEmpty }.joined(separator: "\n")
    for var field in fields {
      if field.type == .nextSteps { field.type = .rich }
      let value = try ParameterReader(context).read(
        .text(body), as: field.withoutDemands, at: "section '\(heading)'")
      sections.set(field.name, heading: heading, to: value, isWritten: true)
    }
  }

  /// A code names a contribution before a group; a template of groups means the group.
  private static func subject(
    _ p: ActionParameters, _ template: TemplateDeclaration, _ context: ActionContext
  ) throws -> RecordID? {
    guard let id = p.id("of"), let record = try context.arena.record(id) else { return nil }
    switch template.per {
    case .group, .meeting:
      if record.type == .contribution, let group = record.references(.groups).first { return group }
    case .block, .person, .arena: break
    }
    return id
  }

  static let remark = SharedAction(
    "remark", help: "Puts a remark on something.",
    params: { format in
      [
        parameter(
          "kind!", .choice, of: (format?.remarks ?? []).map { Term($0.naming) }, help: "Which kind."
        ),
        parameter("on", .record, help: "What it hangs on; the arena, where nothing is said."),
        parameter("by", .actor, help: "Who says so; you, where nobody is said."),
        parameter("text", .rich, help: "What is said."),
      ]
    },
    more: { p, format, _ in
      .init(fields: p.text("kind").flatMap { format?.remark($0) }?.fields ?? [])
    },
    run: { context, p in
      let declared = p.text("kind").flatMap { context.format?.remark($0) }
      var on = try context.needed(try p.id("on") ?? context.arena.arena().id, "on")
      if let declared, on.type != declared.on {
        if declared.on == .group, let group = on.references(.groups).first {
          on = try context.needed(group, "on")
        } else {
          try context.object(
            "A remark of the kind '\(declared.name)' hangs on a \(declared.on.rawValue), and "
              + "\(try context.show.name(of: on)) is a \(on.type.rawValue).",
            remedy: "Say on=\(declared.on.rawValue):NAME.")
        }
      }
      return try insertRemark(p, on, context)
    })

  static func insertRemark(_ p: ActionParameters, _ on: Record, _ context: ActionContext) throws
    -> Record
  {
    var remark = context.new(.remark)
    remark[.kind] = p["kind"]
    remark[.on] = .record(on.id)
    remark[.by] = p["by"] ?? context.actor.map(Value.actor)
    remark[.text] = p["text"]
    context.set(p.fields, on: &remark)
    try context.arena.insert(remark)
    return remark
  }

  static let vote = SharedAction(
    "vote", help: "Gives dots; further dots on the same thing are added.",
    params: { format in
      [
        parameter(
          "ballot", .choice, of: (format?.ballots ?? []).map { Term($0.naming) },
          help: "Which ballot; the only one, where none is said."),
        parameter("on!", .record, help: "What gets the dots."),
        parameter("by", .actor, help: "Who votes; you, where nobody is said."),
        parameter("dots", .integer, help: "How many; one, where nothing is said."),
      ]
    },
    run: { context, p in
      let format = try context.neededFormat(for: "vote")
      let only = format.ballots.count == 1 ? format.ballots.first : nil
      guard let ballot = p.text("ballot").flatMap(format.ballot) ?? only else {
        throw ModelError(
          .parameter, "vote: which ballot?",
          remedy: format.ballots.isEmpty
            ? "The format \(format.title) has none."
            : "Give ballot=\(format.ballots.map(\.name).joined(separator: " | ")).")
      }
      var on = try context.needed(p.id("on"), "on")
      if ballot.on == .group, on.type == .contribution, let group = on.references(.groups).first {
        on = try context.needed(group, "on")
      }
      guard on.type == ballot.on else {
        throw ModelError(
          .refusal,
          "The dots of '\(ballot.name)' are for \(ballot.on.plural), and "
            + "\(try context.show.name(of: on)) is a \(on.type.rawValue).",
          remedy: "Say on=\(ballot.on.rawValue):CODE.")
      }
      guard let by = p.actor("by") ?? context.actor else {
        throw ModelError(.parameter, "vote: who votes?", remedy: "Give by=NAME.")
      }
      let dots = p.integer("dots") ?? 1
      guard dots > 0 else {
        throw ModelError(
          .parameter, "vote: \(dots) dots can't be given.",
          remedy: "Give one or more; arena undo takes a vote back.")
      }
      try checkDots(dots, on, by, ballot, context)
      var vote = context.new(.vote)
      vote[.ballot] = .text(ballot.name)
      vote[.on] = .record(on.id)
      vote[.by] = .actor(by)
      vote[.dots] = .integer(dots)
      try context.arena.insert(vote)
      return vote
    })

  private static func checkDots(
    _ dots: Int, _ on: Record, _ by: Actor, _ ballot: BallotDeclaration, _ context: ActionContext
  ) throws {
    let mine = try context.arena.records(of: .vote).filter {
      $0.text(.ballot) == ballot.name && $0.actor(.by) == by
    }
    let given = mine.reduce(0) { $0 + ($1.integer(.dots) ?? 0) }
    let name = try context.show.text(.actor(by))
    if given + dots > ballot.dots {
      try context.object(
        "\(name) has \(max(0, ballot.dots - given)) of \(ballot.dots) dots left, and \(dots) were given.",
        remedy: "Give fewer.")
    }
    let here = mine.filter { $0.reference(.on) == on.id }
      .reduce(0) { $0 + ($1.integer(.dots) ?? 0) }
    if let most = ballot.most, here + dots > most {
      try context.object(
        "\(try context.show.name(of: on)) may get at most \(most) dots from one person, and "
          + "\(name) has given \(here).", remedy: "Spread them.")
    }
  }
}

/// The sections of a report, in order: the template's name for each, if any, the heading as written, the value.
package struct ReportSections {
  package private(set) var sections: [Fields]

  package init(_ report: Record) {
    sections = report.list(.sections).compactMap {
      if case .object(let section) = $0 { section } else { nil }
    }
  }

  package func value(_ name: String) -> Value? {
    sections.first { $0["name"] == .text(name) }?["value"]
  }

  /// Sets a section of the template.
  /// - Parameter isWritten: whether the heading is somebody's own and stands in place of an earlier one.
  package mutating func set(
    _ name: String, heading: String?, to value: Value, isWritten: Bool = false
  ) {
    if let index = sections.firstIndex(where: { $0["name"] == .text(name) }) {
      sections[index]["value"] = value
      if isWritten, let heading { sections[index]["heading"] = .text(heading) }
      return
    }
    var section = Fields()
    section["name"] = .text(name)
    if let heading { section["heading"] = .text(heading) }
    section["value"] = value
    sections.append(section)
  }

  /// A section that no template foresaw; the text under a heading that is there already replaces it.
  package mutating func add(heading: String, value: Value) {
    let key = MatchKey(heading)
    if let index = sections.firstIndex(where: { section in
      if section["name"] == nil, case .text(let text)? = section["heading"] {
        MatchKey(text) == key
      } else {
        false
      }
    }) {
      sections[index]["value"] = value
      return
    }
    var section = Fields()
    section["heading"] = .text(heading)
    section["value"] = value
    sections.append(section)
  }

  /// Puts them into the report: the template's in its order, each followed by those that stood after it.
  package func put(into report: inout Record, order: [String]) {
    var placed: [(Double, Fields)] = []
    var last = -1.0
    for section in sections {
      if case .text(let name)? = section["name"], let place = order.firstIndex(of: name) {
        last = Double(place)
      } else {
        last += 0.001
      }
      placed.append((last, section))
    }
    // Equal places can't arise between template sections; sorting by place alone would lose the order of others.
    let sorted = placed.enumerated().sorted {
      ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
    }
    report[.sections] = .list(sorted.map { .object($0.element.1) })
  }
}
