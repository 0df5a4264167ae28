import ArenaModel
import Testing

@Suite struct CodePatternTests {
  @Test func aPatternReadsWhatItWrites() throws {
    let pattern = try CodePattern("{day}{letter}-{n}")
    let code = try pattern.written(["day": "1", "letter": "E", "n": "2"])
    #expect(code == "1E-2")
    #expect(pattern.values(in: code) == ["day": "1", "letter": "E", "n": "2"])
  }

  @Test func dashesAndSpacesVary() throws {
    let pattern = try CodePattern("{day}{letter}-{n}")
    #expect(pattern.values(in: "2B – 1") == ["day": "2", "letter": "B", "n": "1"])
    #expect(pattern.values(in: "2B") == nil)
    #expect(try CodePattern("{slot}.{n}").values(in: "1.10") == ["slot": "1", "n": "10"])
  }
}
