package import DocumentModel
package import JSONCodec

/// pandoc's own JSON, which loses nothing.
package struct JSONWriter: DocumentWriter {
  package let name = "json"
  package let fileExtension = "json"

  package init() {}

  package func write(_ document: Pandoc, options: WriterOptions, to buffer: inout ByteBuffer)
    -> [Loss]
  {
    PandocJSONEncoder.write(document, to: &buffer)
    buffer.append("\n")
    return []
  }
}
