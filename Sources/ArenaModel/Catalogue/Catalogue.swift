/// What the host says in findings, in the language of the arena: one file a language beside this one.
package enum Catalogue {
  /// A finding's sentence and what to do about it; both with keys, as `TextPattern` has them.
  package struct Entry: Sendable, Hashable {
    package let message: String
    package let fix: String

    init(_ message: String, fix: String) {
      self.message = message
      self.fix = fix
    }
  }

  package static let languages: [String: [Rule: Entry]] = [
    "nb": bokmål, "nn": nynorsk, "en": english,
  ]

  /// The entry in a language; English for languages that the catalogue doesn't have.
  package static func entry(_ rule: Rule, in language: String) -> Entry? {
    let table: [Rule: Entry]
    if language == "nn" || language.hasPrefix("nn-") {
      table = nynorsk
    } else {
      table = Wording.isNorwegian(language) ? bokmål : english
    }
    return table[rule]
  }
}
