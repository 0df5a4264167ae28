/// The kinds of record that an arena holds. The raw value is the name that Lua, the journal and the actions use;
/// `plural` is the key of the dump.
package enum RecordType: String, CaseIterable, Sendable, Hashable {
  case arena
  case block
  case place
  case person
  case organisation
  case group
  case membership
  case contribution
  case report
  case nextStep = "next_step"
  case strategyElement = "strategy_element"
  case link
  case remark
  case vote
  case attachment

  /// The name of the list: the key in the dump, and of the list that scripts see.
  package var plural: String {
    switch self {
    case .person: "people"
    case .arena, .block, .place, .organisation, .group, .membership, .contribution, .report,
      .nextStep, .strategyElement, .link, .remark, .vote, .attachment:
      rawValue + "s"
    }
  }

  /// Memberships, links and votes are facts that can be taken away; all other records are withdrawn and stay.
  package var isRemovable: Bool {
    self == .membership || self == .link || self == .vote
  }
}
