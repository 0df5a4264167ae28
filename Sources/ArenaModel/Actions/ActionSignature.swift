/// The name of an action with the parameters that it takes: what is read, listed by `arena do` and shown in help.
package struct ActionSignature: Sendable {
  package let name: String
  package let label: Label?
  package let help: String
  /// Those that stand for themselves.
  package let params: [FieldDeclaration]
  /// Further ones that depend on what was given already: the fields of a kind, the sections of a template.
  package let more: @Sendable (ActionParameters, any ArenaReading) throws -> More

  package struct More: Sendable {
    /// Parameters among `ActionParameters.values`.
    package var params: [FieldDeclaration] = []
    /// What a format added: `ActionParameters.fields`.
    package var fields: [FieldDeclaration] = []
    package init(params: [FieldDeclaration] = [], fields: [FieldDeclaration] = []) {
      self.params = params
      self.fields = fields
    }
  }

  package init(
    name: String, label: Label? = nil, help: String, params: [FieldDeclaration],
    more: @escaping @Sendable (ActionParameters, any ArenaReading) throws -> More = { _, _ in More()
    }
  ) {
    self.name = name
    self.label = label
    self.help = help
    self.params = params
    self.more = more
  }

  /// The signature of an action as the format declares it: a shared one with what the format adjusts, or its own.
  package init(_ declaration: ActionDeclaration, of format: FormatDeclaration) {
    guard !declaration.isOwn, let shared = SharedActions.named(declaration.name) else {
      self.init(
        name: declaration.name, label: declaration.naming.label,
        help: declaration.naming.help ?? "", params: declaration.params)
      return
    }
    var params = shared.params(format)
    if let role = declaration.agreedBy, !params.contains(where: { $0.name == role }) {
      var agreed = FieldDeclaration(
        Naming(
          role, label: format.role(role)?.naming.label,
          help: "Those who agree: one of each group concerned."), type: .actor)
      agreed.isMany = true
      params.append(agreed)
    }
    self.init(
      name: declaration.name, label: declaration.naming.label,
      help: declaration.naming.help ?? shared.help, params: params,
      more: { try shared.more($0, format, $1) })
  }
}
