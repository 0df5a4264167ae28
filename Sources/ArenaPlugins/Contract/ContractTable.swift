/// One kind of declaration: its keys, from which come validation, reference, editor annotations and the overlay.
package struct ContractTable: Sendable {
  package enum Name: String, Sendable, CaseIterable {
    case format, reporter, importer, filter
    case checkPlugin = "check plugin"
    case slot, person, group, contribution
    case nextStep = "next_step"
    case term, field, role, kind, composition, template, remark, ballot, content, block, phase
    case action, check, proposal, view, part
  }

  package let name: Name
  package let help: String
  /// True for named things, `{ "name", key = … }`: they take `label` and `help` as well.
  package let isNamed: Bool
  package let keys: [ContractKey]
  /// With those that every named thing takes.
  package let allKeys: [ContractKey]

  package init(name: Name, help: String, isNamed: Bool, keys: [ContractKey]) {
    self.name = name
    self.help = help
    self.isNamed = isNamed
    self.keys = keys
    allKeys = isNamed ? Contract.naming + keys : keys
  }

  /// The name of a list of them.
  package var plural: String {
    switch name {
    case .checkPlugin: "check plugins"
    case .content: "contents"
    default: name.rawValue + "s"
    }
  }

  package var withArticle: String { Phrase.withArticle(name.rawValue) }

  package func key(_ name: String) -> ContractKey? { keys.first { $0.name == name } }

  package static func of(_ name: Name) -> ContractTable { Contract.table(name) }
}

/// One key of a declaration.
package struct ContractKey: Sendable {
  package let name: String
  package let type: ContractType
  package let isRequired: Bool
  /// What stands where the key is left out, as an author would write it.
  package let standard: String?
  /// Whether the organiser may change it for an arena, in an overlay.
  package let isAdjustable: Bool
  package let help: String

  package init(
    _ name: String, _ type: ContractType, required: Bool = false, standard: String? = nil,
    adjustable: Bool = false, _ help: String
  ) {
    self.name = name
    self.type = type
    self.isRequired = required
    self.standard = standard
    self.isAdjustable = adjustable
    self.help = help
  }
}
