import DocumentReaders
import DocumentWriters
import Programs

/// A format as it was named on the command line, and who reads and writes it.
struct DocumentFormat {
  /// The name as given: "json", "markdown+smart", "page.lua".
  let name: String

  init(_ name: String) { self.name = name }

  /// A custom reader or writer in Lua.
  var isScript: Bool { name.hasSuffix(".lua") }

  /// The reader of our own, or nil. Extensions ("commonmark+smart") are pandoc's to know.
  var reader: (any DocumentReader)? { try? DocumentReaders.named(name) }

  /// The writer of our own, or nil.
  var writer: (any DocumentWriter)? { try? DocumentWriters.named(name) }

  /// Whether what comes out is no text.
  var isBinary: Bool { ["docx", "odt", "pptx", "epub", "epub2", "epub3", "pdf"].contains(name) }

  /// The format that a file's ending stands for when it is read.
  static func read(fromFileName name: String) -> String? {
    switch ending(of: name) {
    case "json": "json"
    case "md", "markdown", "txt", "text": "commonmark"
    case "html", "htm", "xhtml": "html"
    case "docx", "odt", "epub", "pptx", "rtf", "rst", "org", "ipynb", "typst", "fb2", "textile":
      ending(of: name)
    case "tex", "latex": "latex"
    case "typ": "typst"
    case "wiki": "mediawiki"
    default: nil
    }
  }

  /// The format that a file's ending stands for when it is written.
  static func written(toFileName name: String) -> String? {
    switch ending(of: name) {
    case "md", "markdown": "commonmark"
    case "htm": "html"
    case "txt", "text": "plain"
    case let own where (try? DocumentWriters.named(own)) != nil: own
    default: ForeignWriter.format(forFileName: name)
    }
  }

  private static func ending(of name: String) -> String {
    let file = name.split(separator: "/").last ?? ""
    let parts = file.split(separator: ".")
    return parts.count > 1 ? parts[parts.count - 1].lowercased() : ""
  }
}
