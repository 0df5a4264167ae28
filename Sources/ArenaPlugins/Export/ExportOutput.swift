package import ArenaModel
package import DocumentModel

/// What a reporter made, before it is written.
package enum ExportOutput: Sendable {
  case document(Pandoc)
  case tables([ComputedTable])
  case text(String, fileExtension: String)
}

/// A file that an export made, with all that there is to say about it.
package struct ExportedFile: Sendable {
  package var bytes: [UInt8]
  /// The format as it was written: `html`, `csv`, `ics`.
  package var format: String
  /// Without the dot.
  package var fileExtension: String
  /// What the format could not say.
  package var losses: [String] = []
}

/// What to export.
package struct ExportRequest: Sendable {
  package var reporter: String
  package var options: [GivenParameter]
  /// The writer's name; nil: html for documents, csv for tables, its own for text.
  package var format: String?
  /// Names of filter plugins, or paths of pandoc Lua filters, in order.
  package var filters: [String]

  package init(
    _ reporter: String, options: [GivenParameter] = [], format: String? = nil,
    filters: [String] = []
  ) {
    self.reporter = reporter
    self.options = options
    self.format = format
    self.filters = filters
  }
}
