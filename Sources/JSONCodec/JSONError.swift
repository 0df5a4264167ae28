/// Why a text could not be read as JSON, and where.
package struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was found and what was expected, without the place.
  package let problem: String
  /// Byte offset from the start of the text.
  package let offset: Int
  /// Line, from 1.
  package let line: Int
  /// Column in Unicode scalars, from 1.
  package let column: Int

  package init(problem: String, offset: Int, line: Int, column: Int) {
    self.problem = problem
    self.offset = offset
    self.line = line
    self.column = column
  }

  package var description: String { "JSON, line \(line), column \(column): \(problem)" }
}
