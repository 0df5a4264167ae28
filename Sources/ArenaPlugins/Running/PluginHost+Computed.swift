package import ArenaModel
import DocumentLua
package import DocumentModel
import LuaKit

/// A table that a view or a reporter computed: typed columns, a row a line.
package struct ComputedTable: Sendable {
  package var title: String?
  package var columns: [FieldDeclaration]
  /// The headings in the arena's language.
  package var headings: [String]
  /// By column; nil where a row has no value.
  package var rows: [[ScriptValue]]
  /// The rows as text in the arena's language.
  package var texts: [[String]]
}

/// One step of a proposal: an action with its parameters, and why.
package struct ProposedStep: Sendable {
  package var action: String
  package var given: [GivenParameter]
  package var why: String?
  /// The parameters as text, for people.
  package var shown: [(name: String, text: String)]
}

package struct Proposal: Sendable {
  package var format: String
  package var name: String
  package var steps: [ProposedStep]
  package var note: String?
}

extension PluginHost {
  /// The views and proposals that the formats of the arena have, by `NAME` or `FORMAT.NAME`.
  package func computed(_ key: ComputedKind, named name: String, in arena: ScriptArena) throws
    -> (plugin: Plugin, declaration: ComputedDeclaration)
  {
    let (named, wanted) = Self.split(name)
    var known: [String] = []
    var found: [(Plugin, ComputedDeclaration)] = []
    for format in arena.formats where named == nil || format.name == named {
      let list = key == .views ? format.views : format.proposals
      known += list.map(\.name)
      if let declaration = list.first(where: { $0.name == wanted }) {
        guard let plugin = try plugin(ofFormat: format.name) else {
          throw ModelError(
            .refusal,
            "The \(key.noun) '\(wanted)' is computed by the plugin \(format.name), which "
              + "isn't here.", remedy: "Install the plugin \(format.name).")
        }
        found.append((plugin, declaration))
      }
    }
    guard let first = found.first else {
      throw ModelError(
        .notFound,
        "There is no \(key.noun) '\(name)'"
          + Phrase.didYouMean(
            wanted, among: known,
            otherwise: known.isEmpty
              ? "; the arena's formats have none." : "; there is \(Phrase.choice(known, "and"))."))
    }
    guard found.count == 1 else {
      throw ModelError(
        .ambiguous, "Several formats of the arena have the \(key.noun) '\(wanted)'.",
        remedy: "Say which: \(Phrase.choice(found.map { "\($0.0.name).\(wanted)" })).")
    }
    return first
  }

  package enum ComputedKind: String, Sendable {
    case views, proposals
    var noun: String { self == .views ? "view" : "proposal" }
  }

  /// Computes a view.
  package func view(_ name: String, _ given: [GivenParameter], in arena: ScriptArena) throws
    -> ComputedTable
  {
    let (plugin, view) = try computed(.views, named: name, in: arena)
    guard let function = try plugin.function("views", view.name, "table") else {
      throw PluginError.needs("\(plugin.name), in views.\(view.name): there is no table")
    }
    return try running(plugin, arena, "views.\(view.name)") { bridge in
      let p = try computedParameters(view, given, plugin, arena, bridge)
      let id = try arena.arena().id
      let table = try bridge.callRaw(function, .record(id), p) { stack in
        try ComputedTableReader(bridge: bridge, plugin: plugin, arena: arena)
          .read(stack, at: -1, from: function)
      }
      var named = table
      named.title =
        table.title
        ?? plugin.locales.written(view.naming.label, in: arena.language)
      return named
    }
  }

  /// Computes a proposal; nothing is changed.
  package func propose(_ name: String, _ given: [GivenParameter], in arena: ScriptArena) throws
    -> Proposal
  {
    let (plugin, proposal) = try computed(.proposals, named: name, in: arena)
    guard let function = try plugin.function("proposals", proposal.name, "propose") else {
      throw PluginError.needs("\(plugin.name), in proposals.\(proposal.name): there is no propose")
    }
    return try running(plugin, arena, "proposals.\(proposal.name)") { bridge in
      let p = try computedParameters(proposal, given, plugin, arena, bridge)
      let value = try bridge.call(function, .record(try arena.arena().id), p)
      return try proposalValue(value, plugin, proposal, arena, function)
    }
  }

  private func proposalValue(
    _ value: ScriptValue, _ plugin: Plugin, _ proposal: ComputedDeclaration, _ arena: ScriptArena,
    _ function: LuaFunction
  ) throws -> Proposal {
    var out = Proposal(format: plugin.name, name: proposal.name, steps: [])
    func wrong(_ what: String) -> LuaError {
      LuaError(kind: .runtime, message: what, position: function.definition)
    }
    var steps: [ScriptValue] = []
    switch value {
    case .none: break
    case .list(let list): steps = list
    case .table(let entries):
      for entry in entries {
        if Int(entry.key) != nil {
          steps.append(entry.value)
        } else if entry.key == "note", case .text(let note) = entry.value {
          out.note = note
        } else {
          throw wrong("propose gives a list of steps, perhaps with note; '\(entry.key)' is neither")
        }
      }
    default: throw wrong("propose gives a list of steps")
    }
    for (place, step) in steps.enumerated() {
      guard case .table(let entries) = step,
        case .text(let action)? = entries.first(where: { $0.key == "1" })?.value
      else {
        throw wrong(
          "step \(place + 1) isn't { \"action\", param = …, why = \"…\" }")
      }
      let named = entries.filter { $0.key != "1" && $0.key != "why" }
      var why: String?
      if case .text(let text)? = entries.first(where: { $0.key == "why" })?.value { why = text }
      guard let format = plugin.format, format.action(action) != nil else {
        throw wrong(
          "step \(place + 1): the format lists no action '\(action)'"
            + Phrase.didYouMean(
              action, among: plugin.format?.actions.map(\.name) ?? []))
      }
      out.steps.append(
        ProposedStep(
          action: "\(plugin.name).\(action)", given: try ScriptTransaction.given(named), why: why,
          shown: try named.map { ($0.key, try arena.shown($0.value)) }))
    }
    return out
  }

  private func computedParameters(
    _ declaration: ComputedDeclaration, _ given: [GivenParameter], _ plugin: Plugin,
    _ arena: ScriptArena, _ bridge: ScriptBridge
  ) throws -> LuaTable {
    let signature = ActionSignature(
      name: declaration.name, label: declaration.naming.label, help: declaration.naming.help ?? "",
      params: declaration.params)
    let reader = ParameterReader(
      arena: arena.reading, format: plugin.format, language: arena.language)
    let parameters = try reader.read(given, for: signature)
    return try bridge.table(parameters.values, declared: declaration.params, what: "parameter")
  }

  /// What scripts ask of other plugins.
  func services(_ arena: ScriptArena) -> ScriptServices {
    ScriptServices(
      findings: { try self.findings(in: arena) },
      chapters: { try self.chapters($0, about: $1, in: arena) })
  }

  /// What the formats of the arena add to its report at a place: of a day its first slot is asked for, of a group its
  /// format alone.
  package func chapters(
    _ at: PartDeclaration.At, about record: Record?, in arena: ScriptArena
  ) throws -> [Block] {
    var blocks: [Block] = []
    let subject = try record ?? arena.arena()
    for format in arena.formats {
      if at == .group, try arena.format(of: subject)?.name != format.name { continue }
      guard let plugin = try plugin(ofFormat: format.name) else { continue }
      for part in format.parts where part.at == at {
        guard let function = try plugin.function("parts", part.name, "blocks") else { continue }
        blocks += try running(plugin, arena, "parts.\(part.name)") { bridge in
          _ = try bridge.documentModule()
          let about = [ScriptValue.record(try arena.arena().id)]
          return try bridge.callRaw(function, .record(subject.id), nil, about) { stack in
            if stack.isNil(-1) { return [] }
            do {
              return try PandocModule.readBlocks(stack, at: -1)
            } catch {
              throw LuaError(
                kind: .runtime,
                message:
                  "blocks gives Blocks or nil, and this gave \(stack.typeName(-1)): \(error)",
                position: function.definition)
            }
          }
        }
      }
    }
    return blocks
  }

  /// Runs something of a plugin on an arena, read-only, with its failures named.
  func running<Result>(
    _ plugin: Plugin, _ arena: ScriptArena, _ function: String,
    _ work: (ScriptBridge) throws -> Result
  ) throws -> Result {
    let bridge = try plugin.bridge
    return try bridge.running(on: arena, services: services(arena)) {
      try PluginFailure.naming(plugin, function) {
        try work(bridge)
      }
    }
  }
}
