/// What of people an export may show. Somebody who asked for it is nameless in every edition.
package enum Edition: String, Sendable, CaseIterable {
  /// Who wasn't asked is named; the edition says how many they are.
  case named
  /// Who wasn't asked is not named. Contacts are left out.
  case consented
  /// Nobody is named.
  case anonymous

  /// How much is shown of a person.
  package enum Sight: Sendable, Hashable, Comparable {
    /// Perspectives alone, so that counts stay true.
    case nothing
    /// The organisation, and the perspectives.
    case organisation
    case named
  }

  package func sight(of person: Record) -> Sight {
    if self == .anonymous { return .nothing }
    switch person.text(.consent) {
    case "named": return .named
    case "organisation": return .organisation
    case "anonymous": return .nothing
    default: return self == .named ? .named : .nothing
    }
  }
}
