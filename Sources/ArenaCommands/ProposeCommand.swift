import ArenaModel
import ArenaPlugins
import ArenaStore
import ArgumentParser

/// `arena propose NAME`: a plan that one of the arena's formats computes, to look at or to accept.
struct ProposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract: "Compute a plan, and carry it out where it is accepted.",
    discussion: """
      Without a name, lists the proposals that there are. A plan changes nothing until --accept; then each of its \
      steps is an action like any other, and they come in all together or not at all.

      EXAMPLES:
        arena propose
        arena propose NAME
        arena propose NAME --accept --by "Kari Nordmann"
      """)

  @Argument(help: ArgumentHelp("The proposal; FORMAT.NAME where names clash.", valueName: "name"))
  var name: String?

  @Argument(help: ArgumentHelp("Its parameters.", valueName: "key=value"))
  var parameters: [String] = []

  @OptionGroup var options: ArenaFileOptions

  @Flag(help: "Carry the plan out.")
  var accept = false

  @Flag(help: "With --accept: go on where a rule objects; the objection is kept in the journal.")
  var anyway = false

  func validate() throws { try TypedParameters.validate(parameters) }

  func run() throws {
    let session = try PluginSession(options)
    try session.superviseStrangers()
    let proposal: Proposal? = try session.withScriptArena { arena in
      guard let name else {
        ComputedList.print(arena.formats, \.proposals, language: arena.language)
        return nil
      }
      return try session.host.propose(name, try TypedParameters.read(parameters), in: arena)
    }
    guard let proposal else { return }
    if let note = proposal.note { Terminal.print(note) }
    guard !proposal.steps.isEmpty else { return Terminal.print("There is nothing to do.") }
    for (index, step) in proposal.steps.enumerated() {
      let action = PluginHost.split(step.action).action
      let shown = step.shown.map { "\($0.name)=\($0.text)" }.joined(separator: ", ")
      Terminal.print("\(index + 1). \(action): \(shown)")
      if let why = step.why { Terminal.print(Terminal.styled("   \(why)", .dim)) }
    }
    guard accept else {
      return Terminal.note("Nothing was changed. Carry it out with --accept.")
    }
    try carryOut(proposal, session)
  }

  private func carryOut(_ proposal: Proposal, _ session: PluginSession) throws {
    let actor = try session.file.read { try session.arena.actor(in: $0) }
    let header = ActionHeader(name: "propose", actor: actor, plugin: proposal.format)
    let outcomes = try session.file.write(header) { transaction in
      let outcomes = try proposal.steps.map { step in
        try session.host.perform(
          ActionRequest(step.action, step.given, actor: actor, isAnyway: anyway), in: transaction)
      }
      transaction.notes += outcomes.flatMap { $0.tells + $0.objections }
      try session.host.carryDeclarations(in: transaction)
      return outcomes
    }.value
    for outcome in outcomes {
      for text in outcome.tells + outcome.objections { Terminal.note(text) }
    }
    Terminal.print("Carried out: \(outcomes.count) \(outcomes.count == 1 ? "step" : "steps").")
  }
}
