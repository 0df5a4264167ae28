/// The model's own terms in Bokmål, Nynorsk and English: states, kinds of block, consent.
package enum ModelTerms {
  package static func written(_ term: String, in language: String) -> String {
    guard let texts = table[term] else { return Naming.spaced(term).lowercased() }
    if language == "nn" { return texts.nn }
    return Wording.isNorwegian(language) ? texts.nb : texts.en
  }

  /// The term that a text in any of the languages stands for, among those that are allowed.
  package static func term(for text: String, among terms: [String]) -> String? {
    let folded = Folding.fold(text)
    return terms.first { term in
      if Folding.fold(term) == folded || Folding.fold(Naming.spaced(term)) == folded { return true }
      guard let texts = table[term] else { return false }
      return [texts.nb, texts.nn, texts.en].contains { Folding.fold($0) == folded }
    }
  }

  private static let table: [String: (nb: String, nn: String, en: String)] = [
    "slot": ("økt", "økt", "slot"),
    "plenary": ("plenum", "plenum", "plenary"),
    "talk": ("innlegg", "innlegg", "talk"),
    "preparation": ("forberedelse", "førebuing", "preparation"),
    "circle": ("sirkel", "sirkel", "circle"),
    "break": ("pause", "pause", "break"),
    "other": ("annet", "anna", "other"),
    "announced": ("meldt", "meldt", "announced"),
    "open": ("åpen", "open", "open"),
    "closed": ("lukket", "lukka", "closed"),
    "merged": ("slått sammen", "slått saman", "merged"),
    "split": ("delt", "delt", "split"),
    "cancelled": ("avlyst", "avlyst", "cancelled"),
    "signed_up": ("påmeldt", "påmeld", "signed up"),
    "present": ("til stede", "til stades", "present"),
    "stated": ("oppgitt", "oppgjeve", "stated"),
    "inferred": ("utledet", "utleidd", "inferred"),
    "suggested": ("foreslått", "føreslått", "suggested"),
    "missing": ("mangler", "manglar", "missing"),
    "draft": ("utkast", "utkast", "draft"),
    "final": ("ferdig", "ferdig", "final"),
    "named": ("ved navn", "med namn", "named"),
    "organisation": ("bare organisasjon", "berre organisasjon", "organisation only"),
    "anonymous": ("anonym", "anonym", "anonymous"),
    "not_asked": ("ikke spurt", "ikkje spurd", "not asked"),
  ]
}
