/// A verb of the model, which names no format: CONTRACT section 1, "Shared actions".
package struct SharedAction: Sendable {
  package let name: String
  package let help: String
  /// The parameters, in the words of a format.
  package let params: @Sendable (FormatDeclaration?) -> [FieldDeclaration]
  /// Those that depend on what was given.
  let more:
    @Sendable (ActionParameters, FormatDeclaration?, any ArenaReading) throws ->
      ActionSignature.More
  package let run: @Sendable (ActionContext, ActionParameters) throws -> Record?

  init(
    _ name: String, help: String,
    params: @escaping @Sendable (FormatDeclaration?) -> [FieldDeclaration],
    more:
      @escaping @Sendable (ActionParameters, FormatDeclaration?, any ArenaReading) throws ->
      ActionSignature.More = { _, _, _ in ActionSignature.More() },
    run: @escaping @Sendable (ActionContext, ActionParameters) throws -> Record?
  ) {
    self.name = name
    self.help = help
    self.params = params
    self.more = more
    self.run = run
  }

  /// The signature without a format's adjustments.
  package func signature(of format: FormatDeclaration?) -> ActionSignature {
    let more = self.more
    return ActionSignature(
      name: name, help: help, params: params(format), more: { try more($0, format, $1) })
  }
}

/// The verbs that a format may list, and those that the host offers in every arena.
package enum SharedActions {
  /// In the order of the contract.
  package static let all: [SharedAction] = [
    announce, join, assign, leave, revise, move, merge, split, cancel, continuing, contribute, fill,
    remark, vote, commit, followUp, trace, handOver, begin,
  ]

  package static let names: [String] = all.map(\.name)

  package static func named(_ name: String) -> SharedAction? { all.first { $0.name == name } }
}

/// A parameter in short: `title!` is required, `slots*` is a list, `title!*` both.
func parameter(_ spec: String, _ type: FieldType, of terms: [Term] = [], help: String)
  -> FieldDeclaration
{
  let name = String(spec.prefix { $0 != "!" && $0 != "*" })
  var field = FieldDeclaration(Naming(name, help: help), type: type)
  field.isRequired = spec.contains("!")
  field.isMany = spec.contains("*")
  field.of = terms
  return field
}
