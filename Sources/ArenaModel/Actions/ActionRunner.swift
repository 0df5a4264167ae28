/// Runs an action in a context: the phase, the parameters, the format's hooks, the action itself.
package struct ActionRunner {
  package typealias Hook = (ActionParameters) throws -> Void

  /// What a format's plugin runs around an action, or instead of one.
  package struct Hooks {
    package var before: Hook?
    package var after: ((ActionParameters, Record?) throws -> Void)?
    /// An action of the format's own.
    package var run: ((ActionParameters) throws -> Record?)?

    package init(
      before: Hook? = nil, after: ((ActionParameters, Record?) throws -> Void)? = nil,
      run: ((ActionParameters) throws -> Record?)? = nil
    ) {
      self.before = before
      self.after = after
      self.run = run
    }
  }

  private let context: ActionContext

  package init(_ context: ActionContext) { self.context = context }

  /// Runs an action of the context's format, or else one of the host's.
  package func perform(_ name: String, _ given: [GivenParameter], hooks: Hooks = Hooks()) throws
    -> Record?
  {
    let signature = try Self.signature(name, format: context.format)
    if context.format?.action(name) != nil { try context.checkPhase(for: name) }
    let parameters = try ParameterReader(context).read(given, for: signature)
    try hooks.before?(parameters)
    let record: Record?
    if let run = hooks.run {
      record = try run(parameters)
    } else {
      record = try Self.action(name, format: context.format).run(context, parameters)
    }
    try hooks.after?(parameters, record)
    return record
  }

  /// The names of all actions there are: the format's, then the host's.
  package static func names(format: FormatDeclaration?) -> [String] {
    let own = format?.actions.map(\.name) ?? []
    return own + HostActions.all.map(\.name).filter { !own.contains($0) }
  }

  package static func signature(_ name: String, format: FormatDeclaration?) throws
    -> ActionSignature
  {
    if let format, let declared = format.action(name) {
      return ActionSignature(declared, of: format)
    }
    return try action(name, format: format).signature(of: format)
  }

  private static func action(_ name: String, format: FormatDeclaration?) throws -> SharedAction {
    if let declared = format?.action(name) {
      if let shared = SharedActions.named(name), !declared.isOwn { return shared }
      throw ModelError(
        .refusal, "The action '\(name)' is the format's own, and its plugin isn't here.",
        remedy: "Install the plugin \(format?.name ?? "").")
    }
    if let host = HostActions.named(name) { return host }
    let near = Folding.didYouMean(name, among: names(format: format))
    let isShared = SharedActions.named(name) != nil
    throw ModelError(
      .notFound,
      isShared
        ? "The arena's format doesn't offer the action '\(name)'."
        : "There is no action '\(name)'.",
      remedy: near.isEmpty ? "arena do lists them." : near)
  }
}
