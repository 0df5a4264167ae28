/// A line of a source, with its number from 1.
package struct SourceLine: Sendable, Hashable {
  package let number: Int
  /// As written, with its indentation; without the line break.
  package var text: String

  package init(number: Int, text: String) {
    self.number = number
    self.text = text
  }

  package var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  /// White space before the text, a tab counting as four.
  package var indent: Int {
    var width = 0
    for character in text {
      guard character.isWhitespace else { break }
      width += character == "\t" ? 4 : 1
    }
    return width
  }
}
