import Testing

@testable import ArenaCommands

@Suite("Text in columns")
struct TextLayoutTests {
  @Test("Norwegian letters are one column wide, composed or not")
  func norwegianLetters() {
    #expect(TextLayout.width(of: "blåbærøl") == 8)
    #expect(TextLayout.width(of: "bl\u{0061}\u{030A}b") == 4)
    #expect(TextLayout.width(of: "") == 0)
    #expect(TextLayout.width(of: "日本") == 4)
  }

  @Test("A text that fits is left alone, and a longer one ends in an ellipsis")
  func fitting() {
    #expect(TextLayout.fit("Åpen arena", to: 10) == "Åpen arena")
    #expect(TextLayout.fit("Åpen arena", to: 9) == "Åpen are…")
    #expect(TextLayout.fit("Åpen arena", to: 6) == "Åpen…")
    #expect(TextLayout.fit("Åpen", to: 0) == "")
  }

  @Test("No wrapped line is wider than asked for, and no word is lost")
  func wrapping() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let words = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
        String(
          (0..<Int.random(in: 1...14, using: &generator)).map { _ in
            Array("aåøß日")[.random(in: 0..<5, using: &generator)]
          })
      }
      let columns = Int.random(in: 2...30, using: &generator)
      let lines = TextLayout.wrap(words.joined(separator: " "), to: columns)
      #expect(lines.allSatisfy { TextLayout.width(of: $0) <= columns })
      #expect(
        lines.joined().filter { $0 != " " } == words.joined().filter { $0 != " " },
        "\(words) in \(columns) columns")
    }
  }

  @Test("A table's columns line up, and it fits where its columns can give way")
  func table() {
    let lines = TextLayout.table(
      headings: ["Kode", "Tittel"], rows: [["1.1", "Blåbær"], ["1.10", "En lengre tittel her"]],
      width: 20)
    #expect(
      lines == [
        "Kode  Tittel", "────  ──────────────", "1.1   Blåbær", "1.10  En lengre tit…",
      ])
  }
}
