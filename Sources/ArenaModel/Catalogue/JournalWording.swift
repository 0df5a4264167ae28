/// The words in which the journal is shown to people, in the arena's language.
package struct JournalWording: Sendable {
  package let added: String
  package let changed: String
  package let removed: String
  package let nothing: String
  package let takenBack: String
  package let declaration: String
  package let erased: String
  package let withdrawn: String
  package let brought: String
  package let declarations: String

  package init(_ language: String) {
    self =
      language == "nn" || language.hasPrefix("nn-")
      ? Self.nynorsk : Wording.isNorwegian(language) ? Self.bokmål : Self.english
  }

  private init(_ words: [String]) {
    added = words[0]
    changed = words[1]
    removed = words[2]
    nothing = words[3]
    takenBack = words[4]
    declaration = words[5]
    erased = words[6]
    withdrawn = words[7]
    brought = words[8]
    declarations = words[9]
  }

  private static let english = JournalWording([
    "added", "changed", "removed", "nothing changed", "taken back", "declaration of", "erased",
    "withdrawn", "on the programme again", "declarations of formats",
  ])
  private static let bokmål = JournalWording([
    "lagt til", "endret", "fjernet", "ingenting endret", "tatt tilbake", "deklarasjonen av",
    "slettet", "trukket", "på programmet igjen", "formatdeklarasjoner",
  ])
  private static let nynorsk = JournalWording([
    "lagt til", "endra", "fjerna", "ingenting endra", "teke tilbake", "deklarasjonen av",
    "sletta", "trekt", "på programmet att", "formatdeklarasjonar",
  ])
}
