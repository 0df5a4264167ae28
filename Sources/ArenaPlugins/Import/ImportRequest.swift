package import ArenaImport
package import ArenaModel

/// A file that somebody wants in.
package struct ImportRequest: Sendable {
  /// The importer's name; nil: the one that reads files with this ending.
  package var importer: String?
  /// The file's name, as reports call it.
  package var name: String
  package var bytes: [UInt8]
  package var actor: Actor?
  /// Rows that a program read out of a workbook: each with the number of its line.
  package var rows: [[String]]?
  /// What a program made of a file that is no text itself: plain text, or CommonMark for importers of documents.
  package var text: String?

  package init(
    importer: String? = nil, name: String, bytes: [UInt8], actor: Actor? = nil,
    rows: [[String]]? = nil, text: String? = nil
  ) {
    self.importer = importer
    self.name = name
    self.bytes = bytes
    self.actor = actor
    self.rows = rows
    self.text = text
  }

  /// The file's text: its own, or what a program made of it.
  func decoded() throws(ImportError) -> DecodedText {
    guard let text else { return try DecodedText(bytes, name: name) }
    return try DecodedText(Array(text.utf8), name: name)
  }

  /// The ending of the name without the dot, in lower case.
  package var fileExtension: String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}

/// What an import did.
package struct ImportOutcome: Sendable {
  package var importer: String
  package var report: ImportReport
  /// The name of the format by whose labels the file was read, if it was.
  package var format: String?
  /// What the importer and the actions that it ran had to say.
  package var tells: [String]
}
