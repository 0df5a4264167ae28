package import DocumentModel

/// Turns text of one format into a document. One file a reader; `DocumentReaders.all` lists them.
package protocol DocumentReader: Sendable {
  /// What the format is called on the command line.
  var name: String { get }

  /// Reads UTF-8 text.
  func read(_ bytes: UnsafeRawBufferPointer) throws(ReaderError) -> Pandoc
}

extension DocumentReader {
  /// Reads a string.
  package func read(_ text: String) throws(ReaderError) -> Pandoc {
    try read(Array(text.utf8))
  }

  /// Reads an array of UTF-8 bytes.
  package func read(_ bytes: [UInt8]) throws(ReaderError) -> Pandoc {
    try bytes.withUnsafeBufferPointer {
      (bytes: UnsafeBufferPointer<UInt8>) throws(ReaderError) -> Pandoc in
      try read(UnsafeRawBufferPointer(bytes))
    }
  }
}

/// Why a text could not be read as a document.
package enum ReaderError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The text breaks its format's rules; the problem tells the place.
  case malformed(format: String, problem: String)
  /// Elements lie deeper in each other than a document may.
  case tooDeep(format: String, limit: Int)
  /// The bytes are no UTF-8; line from 1.
  case notUTF8(format: String, line: Int)
  /// No native reader is called so.
  case unknownFormat(String)

  package var description: String {
    switch self {
    case .malformed(let format, let problem): "\(format): \(problem)"
    case .tooDeep(let format, let limit):
      "\(format): elements lie deeper than \(limit) in each other; that is not supported."
    case .notUTF8(let format, let line):
      "\(format): line \(line) holds bytes that are no UTF-8; save the text as UTF-8."
    case .unknownFormat(let name):
      "there is no reader “\(name)”; the native ones are "
        + DocumentReaders.all.map(\.name).joined(separator: ", ")
        + ". The others need the pandoc program."
    }
  }
}

/// The readers there are.
package enum DocumentReaders {
  /// All readers; a new one is one line here.
  package static let all: [any DocumentReader] = [
    CommonMarkReader(),
    JSONReader(),
  ]

  /// The reader of that name.
  package static func named(_ name: String) throws(ReaderError) -> any DocumentReader {
    let wanted = name == "md" ? "commonmark" : name
    guard let reader = all.first(where: { $0.name == wanted }) else {
      throw ReaderError.unknownFormat(name)
    }
    return reader
  }
}
