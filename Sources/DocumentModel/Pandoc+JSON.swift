package import JSONCodec

extension Pandoc {
  /// Reads pandoc's JSON.
  package init(json bytes: UnsafeRawBufferPointer) throws(JSONError) {
    var decoder = PandocJSONDecoder(bytes)
    self = try decoder.readPandoc()
  }

  /// Reads pandoc's JSON.
  package init(json bytes: [UInt8]) throws(JSONError) {
    self = try bytes.withUnsafeBufferPointer {
      (bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) -> Pandoc in
      try Pandoc(json: UnsafeRawBufferPointer(bytes))
    }
  }

  /// Reads pandoc's JSON.
  package init(json text: String) throws(JSONError) {
    try self.init(json: Array(text.utf8))
  }

  /// The document as pandoc's JSON, without a line end.
  package var json: String {
    var buffer = ByteBuffer()
    PandocJSONEncoder.write(self, to: &buffer)
    return buffer.string()
  }
}
