package import DocumentModel
package import JSONCodec

/// Turns a document into text of one format. One file a writer; `DocumentWriters.all` lists them.
package protocol DocumentWriter: Sendable {
  /// What the format is called on the command line.
  var name: String { get }

  /// Extension of files in the format, without the dot.
  var fileExtension: String { get }

  /// Writes a document and tells what the format could not say.
  ///
  /// The same document and options give the same bytes, always.
  ///
  /// - Throws: When the format has no text at all for such a document, as csv for one without tables.
  func write(_ document: Pandoc, options: WriterOptions, to buffer: inout ByteBuffer)
    throws(WriterError) -> [Loss]
}

extension DocumentWriter {
  /// The document as a string, its losses forgotten.
  package func string(_ document: Pandoc, options: WriterOptions = WriterOptions())
    throws(WriterError) -> String
  {
    var buffer = ByteBuffer(capacity: 4_096)
    _ = try write(document, options: options, to: &buffer)
    return buffer.string()
  }
}

/// How a document is to be written.
package struct WriterOptions: Equatable, Sendable {
  /// A whole file with title and head, not a fragment.
  package var isStandalone: Bool
  /// What stands for the address of a picture in a whole HTML page: a data: address, so that the page needs no other file.
  package var pictures: [String: String]

  package init(isStandalone: Bool = false, pictures: [String: String] = [:]) {
    self.isStandalone = isStandalone
    self.pictures = pictures
  }
}

/// Something in a document that its format cannot say.
package struct Loss: Hashable, Sendable, CustomStringConvertible {
  /// What was lost, as a sentence.
  package let description: String

  package init(_ description: String) { self.description = description }
}

/// Why a document could not be written at all.
package enum WriterError: Error, Equatable, Sendable, CustomStringConvertible {
  /// csv was asked of a document without a table.
  case noTable
  /// No native writer is called so.
  case unknownFormat(String)

  package var description: String {
    switch self {
    case .noTable:
      "csv: the document holds no table, and csv can say nothing else; choose another format."
    case .unknownFormat(let name):
      "there is no writer “\(name)”; the native ones are "
        + DocumentWriters.all.map(\.name).joined(separator: ", ") + "."
    }
  }
}

/// The writers there are.
package enum DocumentWriters {
  /// All writers; a new one is one line here.
  package static let all: [any DocumentWriter] = [
    HTMLWriter(),
    CommonMarkWriter(),
    PlainWriter(),
    JSONWriter(),
    CSVWriter(),
  ]

  /// The writer of that name; pandoc's other names of the same formats are known too.
  package static func named(_ name: String) throws(WriterError) -> any DocumentWriter {
    let aliases = ["html5": "html", "md": "commonmark", "txt": "plain"]
    let wanted = aliases[name] ?? name
    guard let writer = all.first(where: { $0.name == wanted }) else {
      throw WriterError.unknownFormat(name)
    }
    return writer
  }
}
