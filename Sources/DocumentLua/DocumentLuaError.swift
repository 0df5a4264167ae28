/// What is wrong with a value that a script gave, or with a script run as a filter, reader or writer.
package struct DocumentLuaError: Error, Equatable, CustomStringConvertible {
  /// What is wrong and what was expected.
  package var message: String
  /// Where in the value, from the outside in: `Para`, `content`, `item 2`.
  package var path: [String]

  package init(_ message: String, path: [String] = []) {
    self.message = message
    self.path = path
  }

  package var description: String {
    path.isEmpty ? message : path.joined(separator: ", ") + ": " + message
  }

  /// The same error, seen from one step further out.
  func within(_ place: String) -> DocumentLuaError {
    DocumentLuaError(message, path: [place] + path)
  }
}
