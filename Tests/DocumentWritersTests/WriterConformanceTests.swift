import DocumentModel
import DocumentReaders
import DocumentWriters
import JSONCodec
import Testing

/// What every writer keeps, over generated documents. A new writer is tested by being in `DocumentWriters.all`.
@Suite struct WriterConformanceTests {
  private static let names = DocumentWriters.all.map(\.name)
  private static let seeds: ClosedRange<UInt64> = 1...150

  /// Text, or nil where the writer refuses such a document.
  private func text(_ writer: any DocumentWriter, _ document: Pandoc, isStandalone: Bool) throws
    -> String?
  {
    var buffer = ByteBuffer()
    do {
      _ = try writer.write(
        document, options: WriterOptions(isStandalone: isStandalone), to: &buffer)
    } catch {
      guard error == .noTable else { throw error }
      return nil
    }
    let valid: String = try #require(String(validating: buffer.array(), as: UTF8.self))
    return valid
  }

  @Test(arguments: names, [false, true])
  func `The same document gives the same valid text twice, ending in a line end`(
    name: String, isStandalone: Bool
  ) throws {
    let writer = try DocumentWriters.named(name)
    for seed in Self.seeds {
      var generator = DocumentGenerator(seed: seed)
      let document = generator.document()
      let first = try text(writer, document, isStandalone: isStandalone)
      #expect(try text(writer, document, isStandalone: isStandalone) == first, "seed \(seed)")
      if let first, !first.isEmpty {
        #expect(first.utf8.last == UInt8(ascii: "\n"), "seed \(seed)")
      }
    }
  }

  @Test(arguments: names)
  func `An empty document is written without complaint`(name: String) throws {
    let writer = try DocumentWriters.named(name)
    for isStandalone in [false, true] {
      _ = try text(writer, Pandoc(), isStandalone: isStandalone)
    }
  }

  @Test(arguments: names)
  func `Nesting up to the limit doesn't end the process`(name: String) throws {
    let writer = try DocumentWriters.named(name)
    var block = Block.para([.str("x")])
    for level in 0..<(Pandoc.maximumDepth / 2 - 1) {
      block = level % 2 == 0 ? .blockQuote([block]) : .div(Attr("i"), [block])
    }
    var inline = Inline.str("x")
    for _ in 0..<(Pandoc.maximumDepth / 2 - 1) { inline = .emph([inline]) }
    let document = Pandoc(blocks: [block, .para([inline])])
    _ = try text(writer, document, isStandalone: false)
  }

  @Test(arguments: names)
  func `Words of a document are in its text`(name: String) throws {
    let writer = try DocumentWriters.named(name)
    let cells = Row(cells: [Cell(blocks: [.plain([.str("Blåbær")])])])
    let document = Pandoc(blocks: [
      .table(Table(columns: [ColumnSpec()], bodies: [TableBody(rows: [cells])]))
    ])
    #expect(try writer.string(document).contains("Blåbær"))
  }

  @Test func `Tags of HTML close in the order they were opened`() throws {
    for seed in Self.seeds {
      var generator = DocumentGenerator(seed: seed)
      let document = generator.document()
      for isStandalone in [false, true] {
        let html = try HTMLWriter().string(
          document, options: WriterOptions(isStandalone: isStandalone))
        #expect(TagBalance.problem(in: html) == nil, "seed \(seed)")
      }
    }
  }

  @Test func `What CommonMark is written for generated documents can be read`() throws {
    for seed in Self.seeds {
      var generator = DocumentGenerator(seed: seed)
      let markdown = try CommonMarkWriter().string(generator.document())
      #expect(throws: Never.self, "seed \(seed)") { try CommonMarkReader.blocks(markdown) }
    }
  }
}

/// Finds tags that aren't closed, or in the wrong order.
private enum TagBalance {
  static let empty: Set<Substring> = ["br", "hr", "img", "col", "input", "meta", "embed", "link"]

  static func problem(in html: String) -> String? {
    var open: [Substring] = []
    var rest = html[...]
    if let style = rest.firstRange(of: "<style>"), let end = rest.firstRange(of: "</style>") {
      rest.removeSubrange(style.lowerBound..<end.upperBound)
    }
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ">") else { return "a tag without end" }
      let tag = rest[..<end]
      rest = rest[rest.index(after: end)...]
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      if tag.hasPrefix("!") || empty.contains(name) { continue }
      if !tag.hasPrefix("/") {
        open.append(name)
      } else if open.popLast() != name {
        return "</\(name)> closes nothing that is open"
      }
    }
    return open.isEmpty ? nil : "<\(open.last!)> is never closed"
  }
}
