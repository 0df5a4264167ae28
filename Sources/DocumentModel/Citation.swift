/// One work cited, in a `cite`.
package struct Citation: Equatable, Sendable {
  package var id: String
  package var prefix: [Inline]
  package var suffix: [Inline]
  package var mode: CitationMode
  package var noteNumber: Int
  package var hash: Int

  package init(
    id: String, prefix: [Inline] = [], suffix: [Inline] = [], mode: CitationMode = .normal,
    noteNumber: Int = 0, hash: Int = 0
  ) {
    self.id = id
    self.prefix = prefix
    self.suffix = suffix
    self.mode = mode
    self.noteNumber = noteNumber
    self.hash = hash
  }
}

/// pandoc's `CitationMode`.
package enum CitationMode: String, Equatable, Sendable, CaseIterable {
  case authorInText = "AuthorInText"
  case suppressAuthor = "SuppressAuthor"
  case normal = "NormalCitation"
}
