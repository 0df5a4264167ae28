package import DocumentModel
import JSONCodec

/// pandoc's own JSON, of pandoc-types 1.23 as pandoc 3 writes it.
package struct JSONReader: DocumentReader {
  package let name = "json"

  package init() {}

  package func read(_ bytes: UnsafeRawBufferPointer) throws(ReaderError) -> Pandoc {
    do {
      return try Pandoc(json: bytes)
    } catch {
      throw ReaderError.malformed(format: "json", problem: error.description)
    }
  }
}
