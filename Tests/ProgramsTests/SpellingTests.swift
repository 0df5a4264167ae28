import Testing

@testable import Programs

@Suite("Did you mean")
struct SpellingTests {
  @Test(
    "counts letters added, left out, exchanged and swapped",
    arguments: [
      ("docx", "docx", 0), ("", "odt", 3), ("doxc", "docx", 1), ("markdon", "markdown", 1),
      ("HTML", "html", 0), ("epub", "epob", 1), ("æøå", "æå", 1),
    ])
  func distances(one: String, other: String, expected: Int) {
    #expect(Spelling.distance(one, other) == expected)
    #expect(Spelling.distance(other, one) == expected)
  }
}
