import DocumentModel
import DocumentReaders
import Testing

@Suite struct CommonMarkReaderTests {
  private func blocks(_ text: String) throws -> [Block] { try CommonMarkReader.blocks(text) }

  @Test func `Words are joined and split at spaces`() throws {
    #expect(
      try blocks("Åpen  rom, *her* & nå\\!\nny\\\nlinje") == [
        .para([
          .str("Åpen"), .space, .str("rom,"), .space, .emph([.str("her")]), .space, .str("&"),
          .space, .str("nå!"), .softBreak, .str("ny"), .lineBreak, .str("linje"),
        ])
      ])
  }

  @Test func `Quotation marks and hyphens stay as typed`() throws {
    #expect(
      try blocks("\"a\" -- 'b'...") == [
        .para([.str("\"a\""), .space, .str("--"), .space, .str("'b'...")])
      ])
  }

  @Test func `Tight items hold plain text and loose ones paragraphs`() throws {
    #expect(
      try blocks("- a\n- b") == [.bulletList([[.plain([.str("a")])], [.plain([.str("b")])]])])
    #expect(
      try blocks("3) a\n\n4) b") == [
        .orderedList(
          ListAttributes(start: 3, style: .decimal, delimiter: .oneParenthesis),
          [[.para([.str("a")])], [.para([.str("b")])]])
      ])
  }

  @Test func `Headers have no identifiers and code keeps the first word of its info`() throws {
    #expect(
      try blocks("# a\n\n```lua x\nb\n```\n\n    c") == [
        .header(level: 1, .none, [.str("a")]), .codeBlock(Attr(classes: ["lua"]), "b"),
        .codeBlock(.none, "c"),
      ])
  }

  @Test func `Tables have alignments and rows filled up`() throws {
    let read = try blocks("| a | b |\n|:--|:-:|\n| 1 |")
    guard case .table(let table) = read.first else {
      Issue.record("no table: \(read)")
      return
    }
    #expect(table.columns == [ColumnSpec(.left), ColumnSpec(.center)])
    #expect(table.head.rows[0].cells[1].blocks == [.plain([.str("b")])])
    #expect(table.bodies[0].rows[0].cells.map(\.blocks) == [[.plain([.str("1")])], []])
  }

  @Test func `Footnotes stand where they are referred to`() throws {
    #expect(
      try blocks("a[^x]\n\n[^x]: note\n[^unused]: no") == [
        .para([.str("a"), .note([.para([.str("note")])])])
      ])
  }

  @Test func `A footnote in itself ends, and footnotes that double end too`() throws {
    #expect(
      try blocks("a[^x]\n\n[^x]: b[^x]") == [
        .para([.str("a"), .note([.para([.str("b"), .superscript([.str("1")])])])])
      ])
    let doubling =
      "a[^0]\n\n" + (0..<40).map { "[^\($0)]: [^\($0 + 1)][^\($0 + 1)]\n" }.joined(separator: "\n")
      + "\n[^40]: end"
    #expect(try blocks(doubling).count == 1)
  }

  @Test func `Nesting beyond the limit is refused and not followed`() throws {
    let error = try #require(throws: ReaderError.self) {
      try blocks(String(repeating: "> ", count: 3_000) + "a")
    }
    #expect(error == .tooDeep(format: "commonmark", limit: Pandoc.maximumDepth))
    #expect(try blocks(String(repeating: "*a ", count: 20_000)).count == 1)
  }

  @Test func `A text that is no UTF-8 is refused with its line`() throws {
    let error = try #require(throws: ReaderError.self) {
      try CommonMarkReader().read([0x61, 0x0A, 0xE5, 0x70])
    }
    #expect(error == .notUTF8(format: "commonmark", line: 2))
  }

  @Test func `Without trust HTML is text and links only lead somewhere`() throws {
    let text =
      "a <b>x</b> [u](javascript:alert(1)) [v](https://example.org)\n\n<script>\nx()\n</script>"
    #expect(
      try CommonMarkReader.blocks(text, isTrusted: false) == [
        .para([
          .str("a"), .space, .str("<b>x</b>"), .space, .span(.none, [.str("u")]), .space,
          .link(.none, [.str("v")], Target(url: "https://example.org")),
        ]),
        .para([.str("<script>"), .softBreak, .str("x()"), .softBreak, .str("</script>")]),
      ])
    #expect(
      try CommonMarkReader.blocks("![p](q.png)", isTrusted: false) == [
        .para([.link(.none, [.str("p")], Target(url: "q.png"))])
      ])
    #expect(try CommonMarkReader.blocks("<b>").contains(.rawBlock(format: "html", "<b>\n")))
  }

  @Test func `Many threads can read at once`() async throws {
    let results = await withTaskGroup(of: Int.self) { group in
      for number in 0..<50 {
        group.addTask {
          (try? CommonMarkReader.blocks("| a |\n|---|\n| ~~\(number)~~ |").count) ?? 0
        }
      }
      return await group.reduce(0, +)
    }
    #expect(results == 50)
  }

  @Test func `Readers are found by name and missing ones are named`() throws {
    #expect(try DocumentReaders.named("md").name == "commonmark")
    let error = try #require(throws: ReaderError.self) { try DocumentReaders.named("docx") }
    #expect(error.description.contains("“docx”"))
    #expect(error.description.contains("pandoc program"))
  }
}
