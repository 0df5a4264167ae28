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

  /// The place in `allCases`.
  package var ordinal: Int {
    switch self {
    case .arena: 0
    case .block: 1
    case .place: 2
    case .person: 3
    case .organisation: 4
    case .group: 5
    case .membership: 6
    case .contribution: 7
    case .report: 8
    case .nextStep: 9
    case .strategyElement: 10
    case .link: 11
    case .remark: 12
    case .vote: 13
    case .attachment: 14
    }
  }

  /// By the ordinal: what the standard library gives an enumeration with raw values hashes their text.
  package func hash(into hasher: inout Hasher) { hasher.combine(ordinal) }

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
