package import DocumentModel
package import JSONCodec

/// HTML 5: a fragment as pandoc's `-t html --wrap=none` writes it, or one self-contained page.
///
/// Where it differs from pandoc, docs/documents.md says how and why.
package struct HTMLWriter: DocumentWriter {
  package let name = "html"
  package let fileExtension = "html"

  package init() {}

  package func write(_ document: Pandoc, options: WriterOptions, to buffer: inout ByteBuffer)
    -> [Loss]
  {
    if options.isStandalone { return HTMLPage.write(document, options, to: &buffer) }
    var renderer = HTMLRenderer()
    renderer.body(document.blocks, &buffer)
    buffer.append("\n")
    return renderer.losses
  }

  /// Writes blocks alone, without notes' list and line end; for pieces of a page.
  package func fragment(_ blocks: [Block]) -> String {
    var buffer = ByteBuffer(capacity: 1_024)
    var renderer = HTMLRenderer()
    renderer.body(blocks, &buffer)
    return buffer.string()
  }
}

/// One run of the writer: the footnotes met so far, and where in the document it stands.
struct HTMLRenderer {
  /// Footnotes in the order of their numbers; those inside footnotes follow after all others.
  var notes: [[Block]] = []
  /// Whether a link is open, inside which there can be no other.
  var isInLink = false
  /// What stands for the address of a picture.
  var pictures: [String: String] = [:]
  private(set) var losses: [Loss] = []

  /// Writes a document's blocks and its footnotes.
  mutating func body(_ content: [Block], _ buffer: inout ByteBuffer) {
    blocks(content, &buffer, isOutline: true)
    footnotes(&buffer)
  }

  /// Notes a loss once.
  mutating func lose(_ description: String) {
    let loss = Loss(description)
    if !losses.contains(loss) { losses.append(loss) }
  }

  private mutating func footnotes(_ buffer: inout ByteBuffer) {
    guard !notes.isEmpty else { return }
    buffer.append(
      """

      <section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes">
      <hr />
      <ol>

      """)
    var number = 0
    while number < notes.count {
      var content = notes[number]
      number += 1
      buffer.append("<li id=\"fn")
      buffer.append(decimal: number)
      buffer.append("\">")
      let back = Inline.rawInline(
        format: "html",
        "<a href=\"#fnref\(number)\" class=\"footnote-back\" role=\"doc-backlink\">↩\u{FE0E}</a>")
      switch content.last {
      case .para(let text): content[content.count - 1] = .para(text + [back])
      case .plain(let text): content[content.count - 1] = .plain(text + [back])
      case .some: content.append(.plain([back]))
      case nil: break
      }
      blocks(content, &buffer)
      buffer.append("</li>\n")
    }
    buffer.append("</ol>\n</section>")
  }
}
