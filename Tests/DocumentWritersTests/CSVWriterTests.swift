import DocumentModel
import DocumentReaders
import DocumentWriters
import JSONCodec
import Testing

@Suite struct CSVWriterTests {
  private func csv(_ markdown: String) throws -> String {
    try CSVWriter().string(Pandoc(blocks: try CommonMarkReader.blocks(markdown)))
  }

  @Test func `Tables become rows, with quotation marks where needed`() throws {
    #expect(
      try csv("| a, b | \"c\" |\n|---|---|\n| 1 | å |\n| | x |")
        == "\"a, b\",\"\"\"c\"\"\"\r\n1,å\r\n,x\r\n")
  }

  @Test(arguments: [
    ("=SUM(A1)", "'=SUM(A1)"), ("@x", "'@x"), ("+47 22 33", "+47 22 33"), ("-5,5", "-5,5"),
    ("-cmd", "'-cmd"), ("+", "'+"), ("＝1", "'＝1"), ("a=b", "a=b"), ("1+1", "1+1"),
  ])
  func `Formulas are neutralised and numbers stay`(text: String, expected: String) {
    var buffer = ByteBuffer()
    CSVWriter().write(rows: [[text, "x"]], to: &buffer)
    let field = expected.contains(",") ? "\"\(expected)\"" : expected
    #expect(buffer.string() == "\(field),x\r\n")
  }

  @Test func `A document without tables is refused`() {
    #expect(throws: WriterError.noTable) { try csv("text") }
  }
}
