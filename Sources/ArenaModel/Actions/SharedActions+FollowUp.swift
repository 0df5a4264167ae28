/// The verbs of what comes after: commit to begin.
extension SharedActions {
  static let commit = SharedAction(
    "commit", help: "Records a next step: what, who, when, where.",
    params: { _ in
      [
        parameter("about!", .record, help: "What it follows up."),
        parameter("what!", .rich, help: "What is to be done."),
        parameter("who*", .actor, help: "Who does it."),
        parameter("due", .date, help: "When, as stated."),
        parameter("where", .text, help: "Where."),
        parameter("backup", .date, help: "The date to fall back on."),
        parameter("contact", .actor, help: "Who calls."),
      ]
    },
    more: { _, format, _ in .init(fields: format?.nextStep.record.fields ?? []) },
    run: { context, p in
      var step = context.new(.nextStep)
      for field in [ModelField.about, .what, .who, .due, .where, .backup, .contact] {
        step[field] = p[field.name]
      }
      step[.state] = (context.format?.nextStep.states.first?.name).map(Value.text)
      context.set(p.fields, on: &step)
      try context.arena.insert(step)
      return step
    })

  static let followUp = SharedAction(
    "follow_up", help: "Says what became of a next step.",
    params: { format in
      let states = format?.nextStep.states ?? []
      return [
        parameter("next_step!", .nextStep, help: "Which next step: what it says, or its id."),
        parameter("state", states.isEmpty ? .text : .choice, of: states, help: "Where it stands."),
        parameter("text", .rich, help: "What became of it."),
      ]
    },
    run: { context, p in
      var step = try context.needed(p.id("next_step"), "next_step")
      var entry = Fields()
      entry["state"] = p["state"]
      entry["text"] = p["text"]
      entry["by"] = context.actor.map(Value.actor)
      entry["at"] = .text(context.arena.now.description)
      step[.followUps] = .list(step.list(.followUps) + [.object(entry)])
      if let state = p["state"] { step[.state] = state }
      return try context.arena.update(step)
    })

  static let trace = SharedAction(
    "trace", help: "Says what became of something: stated, inferred or suggested.",
    params: { _ in
      [
        parameter("from!", .reference, help: "From what: an input's code, say."),
        parameter("to!", .reference, help: "To what: an element of the strategy, say."),
        parameter(
          "basis", .choice, of: ["stated", "inferred", "suggested"].map { Term(Naming($0)) },
          help: "stated, where nothing is said."),
        parameter("why", .rich, help: "Why."),
      ]
    },
    run: { context, p in
      guard let from = p["from"] else { return nil }
      return try link(
        "traces_to", from, p["to"], [], context, basis: p.text("basis") ?? "stated", why: p["why"])
    })

  static let handOver = SharedAction(
    "hand_over", help: "Records who gave what to whom, and what for.",
    params: { _ in
      [
        parameter("what!*", .record, help: "What is handed over."),
        parameter("to!*", .actor, help: "To whom."),
        parameter("by*", .actor, help: "By whom; you, where nobody is said."),
        parameter("why", .rich, help: "What for."),
      ]
    },
    run: { context, p in
      var last: Record?
      for what in p.ids("what") {
        for receiver in p.actors("to") {
          // A link ends at a record; a receiver who is none is kept by name.
          let to: Value
          switch receiver {
          case .person(let id), .organisation(let id): to = .record(id)
          case .name(let name): to = .elsewhere(Elsewhere(arena: "", title: name))
          }
          last = try link(
            "hands_over_to", .record(what), to, p.actors("by"), context, why: p["why"])
        }
      }
      return last
    })

  static let begin = SharedAction(
    "begin", help: "Begins a phase.",
    params: { format in
      [
        parameter(
          "phase!", .choice, of: (format?.phases ?? []).map { Term($0.naming) },
          help: "Which phase.")
      ]
    },
    run: { context, p in
      let format = try context.neededFormat(for: "begin")
      var arena = try context.arena.arena()
      var state = FormatState(of: format, in: arena)
      state.set("phase", p["phase"])
      state.put(into: &arena)
      return try context.arena.update(arena)
    })
}
