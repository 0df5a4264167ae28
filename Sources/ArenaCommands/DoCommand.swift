import ArenaModel
import ArenaPlugins
import ArenaStore
import ArgumentParser
import JSONCodec

/// `arena do ACTION key=value...`: the one way in.
struct DoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "do",
    abstract: "Do something in the arena: an action of its formats, or of the host.",
    discussion: """
      Without an action, lists those that there are; with one and no parameters, tells what it takes. A key that is \
      repeated makes a list; key=@file takes the value from a file, key=- from standard input. People, groups and \
      inputs are named by code, name or id.

      EXAMPLES:
        arena do
        arena do announce
        arena do announce title="Bokbussen" by="Kari Nordmann" slots=2
        arena do contribute group=2.1 body=@input.md --by "Ola Nordmann"
        arena do set group=2.1 title="Bokbussen der veien slutter"
      """)

  @Argument(help: ArgumentHelp("The action; FORMAT.ACTION where names clash.", valueName: "action"))
  var action: String?

  @Argument(help: ArgumentHelp("Its parameters.", valueName: "key=value"))
  var parameters: [String] = []

  @OptionGroup var options: ArenaFileOptions

  @Flag(help: "Go on where a rule objects; the objection is kept in the journal.")
  var anyway = false

  @Flag(help: "Tell what would happen, and change nothing.")
  var dryRun = false

  @Flag(help: "Print the record that came of it as JSON, as the dump has it.")
  var json = false

  func validate() throws { try TypedParameters.validate(parameters) }

  func run() throws {
    let session = try PluginSession(options)
    try session.superviseStrangers()
    guard let action else { return try list(session) }
    if parameters.isEmpty, try takesParameters(action, session) {
      return try describe(action, session)
    }
    let given = try TypedParameters.read(parameters)
    let actor = try session.file.read { try session.arena.actor(in: $0) }
    let request = ActionRequest(
      action, given, actor: actor, isAnyway: anyway, parameters: DoCommand.json(of: given))
    let outcome: ActionOutcome
    if dryRun {
      outcome = try session.file.dryRun {
        try session.host.perform(request, in: $0, canForget: true)
      }.value
      if let (person, _) = outcome.forgets {
        Terminal.print(
          "forget: \(person.text(.name) ?? person.id.description) would be erased everywhere, for good."
        )
      }
      Terminal.note("Nothing was changed: this is a dry run.")
    } else {
      outcome = try session.host.perform(request, on: session.file).outcome
    }
    for tell in outcome.tells { Terminal.note(tell) }
    for objection in outcome.objections { Terminal.note("Done all the same: \(objection)") }
    if let forgotten = outcome.forgotten { return ForgettingText.print(forgotten) }
    try report(outcome, session)
  }

  private func report(_ outcome: ActionOutcome, _ session: PluginSession) throws {
    guard let record = outcome.record else { return }
    if json { return try RecordsJSON.print([record]) }
    try session.arena.read { view in
      // After a dry run the record isn't there to be looked up with all that it refers to.
      Terminal.print("\(outcome.action): \(try view.name(of: record))")
    }
  }

  // MARK: - Parameters

  /// What the journal keeps: the parameters as they were typed.
  private static func json(of given: [GivenParameter]) -> String? {
    guard !given.isEmpty else { return nil }
    var out = JSONObject()
    for parameter in given {
      guard case .text(let text) = parameter.value else { continue }
      switch out[parameter.name] {
      case nil: out[parameter.name] = .string(text)
      case .array(let some)?: out[parameter.name] = .array(some + [.string(text)])
      case let one?: out[parameter.name] = .array([one, .string(text)])
      }
    }
    return JSONValue.object(out).text()
  }

  // MARK: - Help

  private func signature(_ name: String, _ session: PluginSession) throws -> ActionSignature {
    let (format, action) = PluginHost.split(name)
    return try session.file.read { arena in
      try ActionRunner.signature(
        action, format: try session.host.format(for: action, named: format, [], in: arena))
    }
  }

  private func takesParameters(_ name: String, _ session: PluginSession) throws -> Bool {
    try signature(name, session).params.contains { $0.isRequired }
  }

  private func list(_ session: PluginSession) throws {
    let (formats, language) = try session.file.read { arena in
      (try session.host.formats(of: arena), try arena.arena().text(.language) ?? "en")
    }
    var rows: [[String]] = []
    for format in formats {
      for action in format.actions {
        let signature = try ActionRunner.signature(action.name, format: format)
        let clashes = formats.filter { $0.action(action.name) != nil }.count > 1
        rows.append([
          clashes ? "\(format.name).\(action.name)" : action.name,
          summary(signature, format, language), DoCommand.keys(signature),
        ])
      }
    }
    let own = Set(formats.flatMap { $0.actions.map(\.name) })
    for action in HostActions.all where !own.contains(action.name) {
      let signature = try ActionRunner.signature(action.name, format: nil)
      rows.append([action.name, signature.help, DoCommand.keys(signature)])
    }
    RecordTable(headings: ["Action", "", "Parameters"], rows: rows).print()
  }

  private func summary(
    _ signature: ActionSignature, _ format: FormatDeclaration, _ language: String
  ) -> String {
    let label = signature.label.map { format.locales.written($0, in: language) } ?? ""
    let help = format.locales.translate(signature.help, to: language)
    return label.isEmpty || label == Naming.spaced(signature.name) ? help : label
  }

  private static func keys(_ signature: ActionSignature) -> String {
    signature.params.map(key).joined(separator: " ")
  }

  /// `group!` is needed, `slots*` may be repeated.
  private static func key(_ field: FieldDeclaration) -> String {
    field.name + (field.isRequired ? "!" : "") + (field.isMany ? "*" : "")
  }

  private func describe(_ name: String, _ session: PluginSession) throws {
    let signature = try signature(name, session)
    Terminal.print("\(name): \(signature.help)")
    let rows = signature.params.map { field in
      [
        DoCommand.key(field), field.type.rawValue, field.naming.help ?? field.naming.label.first,
      ]
    }
    RecordTable(headings: ["Key", "Type", ""], rows: rows).print()
    Terminal.print("! is needed, * may be repeated.")
    throw ExitCode(64)
  }
}
