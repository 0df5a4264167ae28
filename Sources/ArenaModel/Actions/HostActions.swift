/// The actions that every arena has, whatever its formats: add, set and withdraw for every type, remark, trace, forget,
/// configure. A format's action of the same name comes before them.
package enum HostActions {
  package static let all: [SharedAction] = [
    add, set, withdraw, remark, SharedActions.trace, forget, configure,
  ]

  package static func named(_ name: String) -> SharedAction? { all.first { $0.name == name } }

  /// Types that are added by hand; attachments come with imports.
  private static let addable = RecordType.allCases.filter { $0 != .arena && $0 != .attachment }

  static let add = SharedAction(
    "add", help: "Adds a record of any type.",
    params: { _ in
      [
        parameter(
          "type!", .choice, of: addable.map { Term(Naming($0.rawValue)) },
          help: "Which type: \(addable.map(\.rawValue).joined(separator: ", ")).")
      ]
    },
    more: { p, format, _ in
      guard let type = p.text("type").flatMap(RecordType.init) else { return .init() }
      return .init(params: settable(type, format), fields: added(to: type, p, format))
    },
    run: { context, p in
      guard let type = p.text("type").flatMap(RecordType.init) else { return nil }
      var record = context.new(type)
      for spec in Schema.fields(of: type) {
        if let value = p[spec.name] { record[spec.field] = value }
      }
      if type == .person, record[.consent] == nil { record[.consent] = .text("not_asked") }
      context.set(p.fields, on: &record)
      try tellOfNamesakes(record, context)
      try context.arena.insert(record)
      return record
    })

  private static func tellOfNamesakes(_ record: Record, _ context: ActionContext) throws {
    guard let name = record.text(.name) ?? record.text(.code) else { return }
    for other in try context.arena.records(of: record.type, named: name) {
      context.tell("There is another one: \(try context.show.name(of: other)) [\(other.id)].")
    }
  }

  /// The fields that a format adds to records of a type; before a kind is known, all of them.
  private static func added(
    to type: RecordType, _ p: ActionParameters, _ format: FormatDeclaration?
  ) -> [FieldDeclaration] {
    let own = format?.declaration(of: type)?.fields ?? []
    switch type {
    case .contribution: return own + (p.text("kind").flatMap { format?.kind($0) }?.fields ?? [])
    case .remark: return own + (p.text("kind").flatMap { format?.remark($0) }?.fields ?? [])
    default: return own
    }
  }

  /// The model's fields of a type as parameters; objects and bytes can't be typed.
  private static func settable(_ type: RecordType, _ format: FormatDeclaration?)
    -> [FieldDeclaration]
  {
    Schema.fields(of: type).compactMap { spec -> FieldDeclaration? in
      guard spec.type != .object, spec.type != .blob else { return nil }
      var field = FieldDeclaration(Naming(spec.name, help: spec.help), type: spec.type)
      field.isMany = spec.isMany
      field.of = spec.terms.map { Term(Naming($0)) }
      let terms: [Term] = format.map { Self.terms(of: spec.field, type, $0) } ?? []
      if !terms.isEmpty {
        field.type = .choice
        field.of = terms
      }
      return field
    }
  }

  /// The names that a format declares for one of the model's text fields.
  private static func terms(of field: ModelField, _ type: RecordType, _ format: FormatDeclaration)
    -> [Term]
  {
    switch (type, field) {
    case (.membership, .role): format.roles.map { Term($0.naming) }
    case (.contribution, .kind): format.contribution.kinds.map { Term($0.naming) }
    case (.nextStep, .state): format.nextStep.states
    case (.report, .template): format.templates.map { Term($0.naming) }
    default: []
    }
  }

  static let set = SharedAction(
    "set", help: "Changes fields of a record; an empty value takes one away.",
    params: { _ in
      [
        parameter(
          "record!", .record, help: "Which record: a code, a name, an id, arena, or TYPE:NAME.")
      ]
    },
    more: { p, format, arena in
      guard let id = p.id("record"), let record = try arena.record(id) else { return .init() }
      return .init(
        params: settable(record.type, format),
        fields: (format?.fields(of: record) ?? []).map(\.withoutDemands))
    },
    run: { context, p in
      var record = try context.needed(p.id("record"), "record")
      for spec in Schema.fields(of: record.type) {
        if let value = p[spec.name] { record[spec.field] = value == .text("") ? nil : value }
      }
      for entry in p.fields {
        record.fields[entry.name] = entry.value == .text("") ? nil : entry.value
      }
      return try context.arena.update(record)
    })

  static let withdraw = SharedAction(
    "withdraw", help: "Takes a record off the programme; history and references keep it.",
    params: { _ in
      [
        parameter("record!", .record, help: "Which record: a code, a name, an id, or TYPE:NAME.")
      ]
    },
    run: { context, p in
      var record = try context.needed(p.id("record"), "record")
      guard record.type != .arena else {
        throw ModelError(
          .refusal, "The arena itself can't be withdrawn.", remedy: "Put its file away instead.")
      }
      if record.type.isRemovable {
        try context.arena.remove(record.id)
        return record
      }
      let referring = try context.arena.records(referringTo: record.id).filter { !$0.isWithdrawn }
      if !referring.isEmpty {
        context.tell(
          "\(referring.count) \(referring.count == 1 ? "record refers" : "records refer") to it still."
        )
      }
      record.isWithdrawn = true
      return try context.arena.update(record)
    })

  static let remark = SharedAction(
    "remark", help: "Puts a remark on anything.",
    params: { _ in
      [
        parameter("on", .record, help: "What it hangs on; the arena, where nothing is said."),
        parameter("kind", .text, help: "Which kind: a word of yours."),
        parameter("by", .actor, help: "Who says so; you, where nobody is said."),
        parameter("text!", .rich, help: "What is said."),
      ]
    },
    run: { context, p in
      let on = try context.needed(try p.id("on") ?? context.arena.arena().id, "on")
      return try SharedActions.insertRemark(p, on, context)
    })

  static let forget = SharedAction(
    "forget",
    help: "Erases a person everywhere: records, journal, search and free pages of the file.",
    params: { _ in
      [
        parameter("person!", .person, help: "Who."),
        parameter(
          "also*", .text,
          help:
            "Further words that name the person and are erased everywhere: a first name, a nickname."
        ),
      ]
    },
    run: { context, p in
      let person = try context.needed(p.id("person"), "person")
      guard let forget = context.forget else {
        throw ModelError(
          .refusal, "Nobody can be forgotten within another action, an import or a plan.",
          remedy: "Run arena do forget by itself.")
      }
      try forget(person, p.texts("also"))
      return nil
    })

  static let configure = SharedAction(
    "configure", help: "Changes what a format leaves to the organiser: a setting, a count, a text.",
    params: { _ in
      [
        parameter("format", .text, help: "Which format; the only one, where none is said."),
        parameter("what!", .text, help: "What: settings.NAME, roles.NAME.count, perspectives, …"),
        parameter("value*", .text, help: "The value; none takes your change back."),
      ]
    },
    run: { context, p in
      let format = try context.neededFormat(for: "configure")
      if let name = p.text("format"), name != format.name {
        throw ModelError(
          .notFound, "configure: the action runs for the format \(format.name), not for '\(name)'.",
          remedy: "Say \(name).configure.")
      }
      guard let what = p.text("what") else { return nil }
      var arena = try context.arena.arena()
      var state = FormatState(of: format, in: arena)
      let values = p.list("value")
      let value: Value? = values.count > 1 ? .list(values) : values.first
      if what.hasPrefix("settings.") {
        var settings = state.settings
        let name = String(what.dropFirst("settings.".count))
        settings[name] = try setting(name, value, format, context)
        state.set("settings", settings.isEmpty ? nil : .object(settings))
      } else {
        var overlay = state.overlay
        if let value { _ = try format.adjusted(by: [what: value]) }
        overlay[what] = value
        state.set("overlay", overlay.isEmpty ? nil : .object(overlay))
      }
      state.put(into: &arena)
      return try context.arena.update(arena)
    })

  private static func setting(
    _ name: String, _ value: Value?, _ format: FormatDeclaration, _ context: ActionContext
  ) throws -> Value? {
    guard let declared = format.settings.first(where: { $0.name == name }) else {
      let names = format.settings.map(\.name)
      let near = Folding.didYouMean(name, among: names)
      throw ModelError(
        .notFound, "configure: the format \(format.title) has no setting '\(name)'.",
        remedy: near.isEmpty
          ? names.isEmpty ? "It has none." : "It has \(names.joined(separator: ", "))." : near)
    }
    guard let value else { return nil }
    return try ParameterReader(context).read(value, as: declared, at: "configure: \(name)")
  }
}
