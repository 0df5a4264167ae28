package import ArenaModel
package import ArenaStore
import LuaKit

/// An action that somebody asks for.
package struct ActionRequest: Sendable {
  /// `join`, or `FORMAT.join` where several formats of the arena have it.
  package var name: String
  package var given: [GivenParameter]
  package var actor: Actor?
  /// Goes on where a rule objects; the objection is journalled.
  package var isAnyway: Bool
  /// What the journal keeps of the parameters, as JSON.
  package var parameters: String?

  package init(
    _ name: String, _ given: [GivenParameter], actor: Actor? = nil, isAnyway: Bool = false,
    parameters: String? = nil
  ) {
    self.name = name
    self.given = given
    self.actor = actor
    self.isAnyway = isAnyway
    self.parameters = parameters
  }
}

/// What an action did.
package struct ActionOutcome: Sendable {
  package var record: Record?
  /// What it had to say beside.
  package var tells: [String]
  /// What was objected, where it went on all the same.
  package var objections: [String]
  /// The name without the format's.
  package var action: String
  package var format: String?
  /// Who is to be forgotten once the transaction has ended, and by which further words.
  package internal(set) var forgets: (person: Record, also: [String])?
  /// What was erased of them.
  package internal(set) var forgotten: Forgotten?
}

extension PluginHost {
  /// Runs an action on an arena file: in one transaction, journalled.
  package func perform(_ request: ActionRequest, on file: ArenaFile) throws
    -> (outcome: ActionOutcome, entry: JournalEntry?)
  {
    let (named, action) = Self.split(request.name)
    // The journal's header wants the format before the transaction begins; what is found here is named for the second
    // look, which holds it against the arena as it is by then.
    let plugin = try file.read { arena in
      try self.format(for: action, named: named, request.given, in: arena)?.name
    }
    var request = request
    if let plugin { request.name = "\(plugin).\(action)" }
    let header = ActionHeader(
      name: action, actor: request.actor, plugin: plugin, parameters: request.parameters)
    let written = try file.write(header) { transaction in
      let outcome = try self.perform(request, in: transaction, canForget: true)
      transaction.notes += outcome.tells + outcome.objections
      try self.carryDeclarations(in: transaction)
      return outcome
    }
    guard let (person, also) = written.value.forgets else {
      return (written.value, written.entry)
    }
    var outcome = written.value
    let forgotten = try file.forget(
      person.id, also: also,
      header: ActionHeader(name: action, actor: request.actor, plugin: plugin))
    outcome.forgotten = forgotten
    return (outcome, forgotten.entry)
  }

  /// Puts what the formats declare now into the file, so that it can be read without their plugins.
  package func carryDeclarations(in transaction: ArenaTransaction) throws {
    for name in Self.formatNames(of: try transaction.arena()) where library.folder(name) != nil {
      let text = carriedText(try declaration(name))
      try transaction.setDeclaration(name, to: text)
    }
  }

  /// Runs an action on any writable arena; nothing is journalled here.
  ///
  /// - Parameter canForget: whether the caller sees to `forget` when the transaction has ended.
  package func perform(
    _ request: ActionRequest, in arena: any ArenaWriting, canForget: Bool = false
  ) throws -> ActionOutcome {
    let observed = ObservedArena(arena)
    let scripts = try scriptArena(observed, now: arena.now)
    observed.changed = { [weak scripts] id in scripts?.invalidate(id) }
    let (named, action) = Self.split(request.name)
    let format = try format(
      for: action, named: named, request.given, in: observed, formats: scripts.formats)
    let context = ActionContext(
      arena: observed, format: format, language: scripts.language, actor: request.actor,
      isAnyway: request.isAnyway)
    var forgets: (person: Record, also: [String])?
    if canForget { context.forget = { forgets = ($0, $1) } }
    let record = try perform(action, request.given, in: context, arena: scripts)
    return ActionOutcome(
      record: record, tells: context.tells, objections: context.objections, action: action,
      format: format?.name, forgets: forgets)
  }

  /// Runs an action in a context, with the hooks of the format's plugin.
  func perform(
    _ action: String, _ given: [GivenParameter], in context: ActionContext, arena: ScriptArena
  ) throws -> Record? {
    var hooks = ActionRunner.Hooks()
    if let format = context.format, format.action(action) != nil,
      let plugin = try plugin(ofFormat: format.name)
    {
      let signature = try ActionRunner.signature(action, format: format)
      let call = ActionCall(
        plugin: plugin, action: action, signature: signature, context: context, arena: arena,
        host: self)
      if try plugin.function("actions", action, "before") != nil {
        hooks.before = { _ = try call.run("before", $0) }
      }
      if try plugin.function("actions", action, "after") != nil {
        hooks.after = { _ = try call.run("after", $0, record: $1) }
      }
      if try plugin.function("actions", action, "run") != nil {
        hooks.run = { try call.run("run", $0) }
      }
    }
    return try ActionRunner(context).perform(action, given, hooks: hooks)
  }

  /// `FORMAT.ACTION` in its two parts.
  package static func split(_ name: String) -> (format: String?, action: String) {
    guard let dot = name.lastIndex(of: ".") else { return (nil, name) }
    return (String(name[..<dot]), String(name[name.index(after: dot)...]))
  }

  /// The format by whose rules an action runs: the one named; the one that has it; of several, the one of the records
  /// that were given.
  package func format(
    for action: String, named name: String?, _ given: [GivenParameter], in arena: any ArenaReading,
    formats known: [FormatDeclaration]? = nil
  ) throws -> FormatDeclaration? {
    let formats = try known ?? formats(of: arena)
    if let name {
      guard let format = formats.first(where: { $0.name == name }) else {
        throw PluginError.unknown(name: name, kind: .format, known: formats.map(\.name))
      }
      return format
    }
    let having = formats.filter { $0.action(action) != nil }
    if having.count == 1 || formats.count <= 1 { return having.first ?? formats.first }
    let scripts = try ScriptArena(arena, formats: formats, now: Instant(milliseconds: 0))
    for parameter in given {
      guard
        let record = try Self.record(parameter, in: arena, formats: formats),
        let format = try scripts.format(of: record),
        having.isEmpty || having.contains(where: { $0.name == format.name })
      else { continue }
      return format
    }
    if having.isEmpty { return Self.format(forHostAction: given, among: formats) }
    let fitting = try having.filter { try Self.offers($0, action, given) }
    if fitting.count == 1 { return fitting[0] }
    let names = having.map { "\($0.name).\(action)" }
    throw ModelError(
      .ambiguous, "Several formats of the arena have the action '\(action)'.",
      remedy: "Say which: \(Phrase.choice(names)).")
  }

  /// The format by which one of the host's own actions reads its parameters where no record tells: the one that is
  /// named, else the first that says which sides people bring, since people belong to none.
  private static func format(
    forHostAction given: [GivenParameter], among formats: [FormatDeclaration]
  ) -> FormatDeclaration? {
    for parameter in given where parameter.name == "format" {
      if case .text(let name) = parameter.value,
        let named = formats.first(where: { $0.name == name })
      {
        return named
      }
    }
    return formats.first { !$0.perspectives.isEmpty }
  }

  /// Whether a format knows the terms that were given: its kinds, templates, roles, phases.
  private static func offers(
    _ format: FormatDeclaration, _ action: String, _ given: [GivenParameter]
  ) throws -> Bool {
    let choices = try ActionRunner.signature(action, format: format).params
      .filter { $0.type == .choice }
    return given.allSatisfy { parameter in
      guard case .text(let text) = parameter.value,
        let choice = choices.first(where: { $0.name == parameter.name })
      else { return true }
      let folded = Folding.fold(text)
      return choice.of.contains { term in
        term.name == text
          || format.locales.recognised(term.naming.label, first: "en")
            .contains { Folding.fold($0) == folded }
      }
    }
  }

  /// The record that a parameter names, where its name tells the type, or where it says TYPE:NAME.
  private static func record(
    _ parameter: GivenParameter, in arena: any ArenaReading, formats: [FormatDeclaration]
  ) throws -> Record? {
    var value = parameter.value
    if case .list(let list) = value, let first = list.first { value = first }
    if let id = value.recordID { return try arena.record(id) }
    var text: String
    switch value {
    case .text(let written): text = written
    case .integer(let number): text = String(number)
    default: return nil
    }
    var types: [RecordType]
    switch parameter.name {
    case "group", "groups": types = [.group]
    case "slot", "slots": types = [.block]
    case "next_step": types = [.nextStep]
    case "on", "of", "about", "from", "to", "what", "record", "input", "contribution":
      types = [.contribution, .group, .nextStep, .block]
    default: return nil
    }
    let halves = text.split(separator: ":", maxSplits: 1)
    if halves.count == 2, let type = RecordType(rawValue: String(halves[0])) {
      types = [type]
      text = String(halves[1])
    }
    let finder = RecordFinder(arena: arena, format: formats.first, language: "en")
    for type in types {
      if case .one(let record) = try finder.find(text, type) { return record }
    }
    return nil
  }
}

/// One call of a format's function around an action.
private struct ActionCall {
  let plugin: Plugin
  let action: String
  let signature: ActionSignature
  let context: ActionContext
  let arena: ScriptArena
  let host: PluginHost

  func run(_ key: String, _ parameters: ActionParameters, record: Record?? = nil) throws -> Record?
  {
    guard let function = try plugin.function("actions", action, key) else { return nil }
    let bridge = try plugin.bridge
    let writer = ScriptTransaction(context, arena: arena, host: host)
    let name = key == "run" ? "actions.\(action)" : "actions.\(action).\(key)"
    return try bridge.running(on: arena, writer: writer) {
      try PluginFailure.naming(plugin, name) {
        let tx = ScriptValue.record(try arena.arena().id)
        let p = try bridge.parameters(parameters, of: signature, in: arena)
        var arguments: [ScriptValue] = []
        if let record { arguments = [record.map { .record($0.id) } ?? .none] }
        let value = try bridge.call(function, tx, p, arguments)
        guard key == "run" else { return nil }
        switch value {
        case .none: return nil
        case .record(let id): return try arena.record(id)
        default:
          throw LuaError(
            kind: .runtime, message: "run gives a record or nil, and gave something else",
            position: function.definition)
        }
      }
    }
  }
}
