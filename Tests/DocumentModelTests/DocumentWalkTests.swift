import DocumentModel
import Testing

@Suite struct DocumentWalkTests {
  @Test func `Every element is visited, outer ones first, in the order of the text`() {
    let cell = Cell(blocks: [.plain([.str("cell")])])
    let blocks: [Block] = [
      .para([.emph([.str("a")]), .note([.plain([.str("b")])])]),
      .table(
        Table(
          caption: Caption(short: [.str("c")], long: [.plain([.str("d")])]),
          columns: [ColumnSpec()], bodies: [TableBody(rows: [Row(cells: [cell])])])),
      .definitionList([Definition(term: [.str("e")], meanings: [[.para([.str("f")])]])]),
    ]
    var words: [String] = []
    var count = 0
    DocumentWalk.visit(
      blocks, block: { _ in count += 1 },
      inline: { inline in
        if case .str(let word) = inline { words.append(word) }
      })
    #expect(words == ["a", "b", "c", "d", "cell", "e", "f"])
    #expect(count == 7)
  }
}
