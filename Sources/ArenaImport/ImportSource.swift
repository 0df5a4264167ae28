internal import ArenaModel

/// The file that is imported, and by which importer.
package struct ImportSource: Sendable {
  package let name: String
  package let bytes: [UInt8]
  /// SHA-256 of the content, in hexadecimal.
  package let digest: String
  package let mediaType: String
  /// The importer's name.
  package let importer: String

  package init(name: String, bytes: [UInt8], mediaType: String, importer: String) {
    self.name = name
    self.bytes = bytes
    self.mediaType = mediaType
    self.importer = importer
    digest = SHA256.hexadecimal(of: bytes)
  }

  /// One of several lists of the same file, with a memory of its own.
  package func part(_ list: String) -> ImportSource {
    ImportSource(
      name: "\(name) (\(list))", bytes: bytes, mediaType: mediaType,
      importer: "\(importer) (\(list))")
  }
}
