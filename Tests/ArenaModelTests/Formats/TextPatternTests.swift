import ArenaModel
import Testing

@Suite struct TextPatternTests {
  private func fill(
    _ source: String, _ values: [String: TextPattern.Filling], in language: String = "en"
  )
    throws -> String
  {
    try TextPattern(source).filled(in: language) { values[$0] }
  }

  @Test func keysAreFilled() throws {
    #expect(
      try fill("{who} sits in {group} too.", ["who": .text("Åse"), "group": .text("1.2")])
        == "Åse sits in 1.2 too.")
  }

  @Test(arguments: [(0, "0 dots"), (1, "1 dot"), (2, "2 dots")])
  func pluralsFollowTheNumber(_ number: Int, _ expected: String) throws {
    #expect(try fill("{n} {n:dot|dots}", ["n": .number(Double(number))]) == expected)
  }

  @Test func listsAreJoinedInTheLanguage() throws {
    let three = ["names": TextPattern.Filling.list(["A", "B", "C"])]
    #expect(try fill("{names} {names:comes|come}", three) == "A, B and C come")
    #expect(try fill("{names}", three, in: "nn") == "A, B og C")
    #expect(try fill("{names} {names:comes|come}", ["names": .list(["A"])]) == "A comes")
  }

  @Test func doubledBracesStandForThemselves() throws {
    #expect(try fill("{{{n}}}", ["n": .number(3)]) == "{3}")
  }

  @Test(arguments: ["{", "}", "{}", "{A}", "{n:one}", "{n:a|b|c}", "{no way}"])
  func malformedTextsAreErrors(_ source: String) {
    #expect(throws: ModelError.self) { try TextPattern(source) }
  }

  @Test func aKeyThatNothingFillsIsAnError() {
    #expect(throws: ModelError.self) { try fill("{title}", [:]) }
  }
}
