/// Why nothing of a file could be imported. The arena is as it was.
package enum ImportError: Error, Sendable, Hashable, CustomStringConvertible {
  case empty(file: String)
  /// A file with white space alone.
  case blank(file: String, lines: Int)
  /// A file that is no text; `kind` is what its first bytes say, in words.
  case binary(file: String, kind: String, remedy: String)
  /// Text in which nothing was found that the format foresees.
  case nothingFound(file: String, lines: Int, wanted: String)
  /// Rows without a header that could be matched.
  case noHeader(file: String, line: Int, found: [String], known: [String])

  /// JSON that holds no rows as an import wants them.
  case noRows(file: String, line: Int, column: Int, problem: String)

  /// A quoted cell that no quote ends.
  case unclosedQuote(file: String, line: Int)

  package var description: String {
    switch self {
    case .empty(let file):
      "\(file) is empty: it has no byte. Nothing was imported."
    case .blank(let file, let lines):
      "\(file) holds nothing but white space in \(lines) \(lines == 1 ? "line" : "lines"). "
        + "Nothing was imported."
    case .binary(let file, let kind, let remedy):
      "\(file) is no text: \(kind). Nothing was imported. \(remedy)"
    case .nothingFound(let file, let lines, let wanted):
      "\(file): none of the \(lines) \(lines == 1 ? "line" : "lines") begins \(wanted). "
        + "Nothing was imported. Look whether it is the right file, and whether the arena uses the "
        + "right format."
    case .noRows(let file, let line, let column, let problem):
      "\(file), line \(line), column \(column): \(problem) Nothing was imported. A JSON file is a list of "
        + "objects, one a row, or an object with such lists under the dump's names; docs/importing.md "
        + "has an example."
    case .unclosedQuote(let file, let line):
      "\(file), line \(line): a quoted cell begins here and no quote ends it. Nothing was imported. "
        + "Close the quote, or double it where it belongs to the text."
    case .noHeader(let file, let line, let found, let known):
      "\(file), line \(line): none of the column names (\(found.joined(separator: ", "))) is known. "
        + "Nothing was imported. Known are, in any order: \(known.joined(separator: ", "))."
    }
  }
}
