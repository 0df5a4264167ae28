internal import CCommonMark
package import DocumentModel

/// CommonMark with tables, footnotes and strikeout, through libcmark-gfm.
///
/// It gives what `pandoc -f commonmark+pipe_tables+footnotes+strikeout` gives: quotation marks stay as typed, headers get
/// no identifiers, a word is one `str`.
package struct CommonMarkReader: DocumentReader {
  package let name = "commonmark"

  package init() {}

  package func read(_ bytes: UnsafeRawBufferPointer) throws(ReaderError) -> Pandoc {
    if let line = Self.lineOfBadUTF8(bytes) {
      throw ReaderError.notUTF8(format: name, line: line)
    }
    return Pandoc(blocks: try Self.parse(bytes))
  }

  /// Reads a text into blocks: the quick way for texts that are fields of something.
  ///
  /// - Parameter isTrusted: whether HTML in the text may take effect. Without trust it is text like any other, pictures
  ///   are links (the page would load them from elsewhere), and links
  ///   lead to the web, to mail and inside the document alone: what somebody typed into a form then can't run in the
  ///   browser of who opens the book.
  /// - Throws: Only `tooDeep`; any other text is CommonMark.
  package static func blocks(_ text: String, isTrusted: Bool = true) throws(ReaderError) -> [Block]
  {
    if text.isEmpty { return [] }
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBufferPointer {
      (bytes: UnsafeBufferPointer<UInt8>) throws(ReaderError) -> [Block] in
      try parse(UnsafeRawBufferPointer(bytes), isTrusted: isTrusted)
    }
  }

  /// Reads a text into inlines: those of its only paragraph, or of all its paragraphs with line breaks between.
  package static func inlines(_ text: String) throws(ReaderError) -> [Inline] {
    var result: [Inline] = []
    for block in try blocks(text) {
      switch block {
      case .para(let content), .plain(let content), .header(_, _, let content):
        if !result.isEmpty { result.append(.lineBreak) }
        result += content
      default:
        let text = Stringify.text([block])
        if !result.isEmpty, !text.isEmpty { result.append(.lineBreak) }
        if !text.isEmpty { result.append(.str(text)) }
      }
    }
    return result
  }

  /// libcmark-gfm's extensions, registered once for the process; the registry is global and not thread-safe, a static
  /// constant's initialisation is.
  private struct Extensions: @unchecked Sendable {
    let all: [OpaquePointer]

    init() {
      cmark_gfm_core_extensions_ensure_registered()
      all = [cmark_find_syntax_extension("table"), cmark_find_syntax_extension("strikethrough")]
        .compactMap(\.self)
    }
  }

  private static let extensions = Extensions()

  private static let options =
    CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE | CMARK_OPT_UNSAFE

  private static func parse(_ bytes: UnsafeRawBufferPointer, isTrusted: Bool = true)
    throws(ReaderError) -> [Block]
  {
    let extensions = extensions.all
    guard let parser = cmark_parser_new(options) else { return [] }
    defer { cmark_parser_free(parser) }
    for each in extensions { cmark_parser_attach_syntax_extension(parser, each) }
    if let start = bytes.baseAddress {
      cmark_parser_feed(parser, start.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let root = cmark_parser_finish(parser) else { return [] }
    defer { cmark_node_free(root) }
    var converter = CommonMarkConverter(root, isTrusted: isTrusted)
    return try converter.document()
  }

  private static func lineOfBadUTF8(_ bytes: UnsafeRawBufferPointer) -> Int? {
    let text = UnsafeBufferPointer(
      start: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), count: bytes.count)
    if !text.contains(where: { $0 >= 0x80 }) || String(validating: text, as: UTF8.self) != nil {
      return nil
    }
    var line = 1
    for part in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }
}
