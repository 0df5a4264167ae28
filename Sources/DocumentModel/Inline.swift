/// What text is made of: pandoc-types' `Inline`, constructor for constructor.
///
/// **Why an enum of this shape.** A document of 100,000 paragraphs has 2.8 million nodes, nearly all of them `str` and
/// `space`. So the enum is kept to 16 bytes: a `String` of up to 15 bytes of UTF-8 lies in the node itself, a list is one
/// pointer, and whatever needs more is boxed by `indirect`. A paragraph is then *one* allocation, whose nodes lie side
/// by side. A flat arena of nodes with spans into the source would be a little faster still to read and write, but
/// filters change documents: here a node can be replaced in place, lists grow and shrink like any array, value
/// semantics (copy on write) hold, and nothing needs the source to stay in memory.
///
/// `==` compares by structure. Strings compare as Swift's do, where é in one piece equals é in two.
package enum Inline: Equatable, Sendable {
  case str(String)
  case emph([Inline])
  case underline([Inline])
  case strong([Inline])
  case strikeout([Inline])
  case superscript([Inline])
  case `subscript`([Inline])
  case smallCaps([Inline])
  indirect case quoted(QuoteType, [Inline])
  indirect case cite([Citation], [Inline])
  indirect case code(Attr, String)
  case space
  case softBreak
  case lineBreak
  indirect case math(MathType, String)
  indirect case rawInline(format: String, String)
  indirect case link(Attr, [Inline], Target)
  indirect case image(Attr, [Inline], Target)
  case note([Block])
  indirect case span(Attr, [Inline])
}

/// Which quotation marks.
package enum QuoteType: Equatable, Sendable, CaseIterable {
  case single, double
}

/// How a formula stands in its text.
package enum MathType: Equatable, Sendable, CaseIterable {
  case display, inline
}

/// Where a link leads or a picture comes from.
package struct Target: Equatable, Sendable {
  package var url: String
  package var title: String

  package init(url: String, title: String = "") {
    self.url = url
    self.title = title
  }
}
