/// What a document is made of: pandoc-types' `Block`, constructor for constructor. See `Inline` for why it has this shape.
package enum Block: Equatable, Sendable {
  /// Text that is no paragraph, as in a tight list.
  case plain([Inline])
  case para([Inline])
  /// Lines that stay lines, as in verse and addresses.
  case lineBlock([[Inline]])
  indirect case codeBlock(Attr, String)
  indirect case rawBlock(format: String, String)
  case blockQuote([Block])
  indirect case orderedList(ListAttributes, [[Block]])
  case bulletList([[Block]])
  case definitionList([Definition])
  indirect case header(level: Int, Attr, [Inline])
  case horizontalRule
  indirect case table(Table)
  indirect case figure(Attr, Caption, [Block])
  indirect case div(Attr, [Block])
}

/// One entry of a definition list: a term and what it means, perhaps several things.
package struct Definition: Equatable, Sendable {
  package var term: [Inline]
  package var meanings: [[Block]]

  package init(term: [Inline], meanings: [[Block]]) {
    self.term = term
    self.meanings = meanings
  }
}

/// How an ordered list is numbered.
package struct ListAttributes: Equatable, Sendable {
  /// The number of the first item.
  package var start: Int
  package var style: ListNumberStyle
  package var delimiter: ListNumberDelimiter

  package init(
    start: Int = 1, style: ListNumberStyle = .defaultStyle,
    delimiter: ListNumberDelimiter = .defaultDelimiter
  ) {
    self.start = start
    self.style = style
    self.delimiter = delimiter
  }
}

/// pandoc's `ListNumberStyle`.
package enum ListNumberStyle: String, Equatable, Sendable, CaseIterable {
  case defaultStyle = "DefaultStyle"
  case example = "Example"
  case decimal = "Decimal"
  case lowerRoman = "LowerRoman"
  case upperRoman = "UpperRoman"
  case lowerAlpha = "LowerAlpha"
  case upperAlpha = "UpperAlpha"
}

/// pandoc's `ListNumberDelim`.
package enum ListNumberDelimiter: String, Equatable, Sendable, CaseIterable {
  case defaultDelimiter = "DefaultDelim"
  case period = "Period"
  case oneParenthesis = "OneParen"
  case twoParentheses = "TwoParens"
}
