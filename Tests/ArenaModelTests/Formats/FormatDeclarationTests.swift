import ArenaModel
import JSONCodec
import Testing

@Suite struct FormatDeclarationTests {
  @Test func whatTheArenaFileCarriesReadsBackTheSame() throws {
    let format = SampleFormat.make()
    let text = format.json.text()
    let back = try FormatDeclaration(json: JSONValue(parsing: text))
    #expect(back == format)
    #expect(back.json.text() == text)
  }

  @Test func aBrokenDeclarationSaysWhere() throws {
    let json = try JSONValue(parsing: #"{"name": "x", "title": "X", "roles": [{"label": ["A"]}]}"#)
    let error = #expect(throws: ModelError.self) { try FormatDeclaration(json: json) }
    #expect(error?.problem.contains("roles[1]") == true)
  }

  @Test func theOrganisersOverlayIsValidatedAndApplied() throws {
    let format = SampleFormat.make()
    let adjusted = try format.adjusted(by: [
      "roles.host.count": .text("1..2"), "ballots.dots.dots": .integer(3),
      "perspectives": .list([.text("user"), .text("owner: Eier")]),
      "composition.largest": .text("0,5"), "content.rule.text": .text("Come."),
    ])
    #expect(adjusted.roles[0].count == CountRange(least: 1, most: 2))
    #expect(adjusted.ballots[0].dots == 3)
    #expect(adjusted.perspectives.map(\.name) == ["user", "owner"])
    #expect(adjusted.composition?.largest == 0.5)
    #expect(adjusted.content[0].text == "Come.")
    let error = #expect(throws: ModelError.self) {
      try format.adjusted(by: ["roles.hst.count": .text("1")])
    }
    #expect(error?.remedy == "Did you mean 'roles.host.count'?")
    #expect(throws: ModelError.self) { try format.adjusted(by: ["roles.host.count": .text("few")]) }
  }

  @Test func labelsAreWrittenInTheLanguageAndRecognisedInAll() {
    let format = SampleFormat.make()
    #expect(format.label(of: "headcount", in: .group, language: "nb") == "Antall deltakere")
    #expect(format.label(of: "headcount", in: .group, language: "nn") == "Tal på deltakarar")
    #expect(format.label(of: "place", in: .group, language: "nb") == "Sted")
    let all = format.labels(of: "headcount", in: .group, language: "en")
    #expect(
      all.contains("Tal på deltakarar") && all.contains("Deltakere") && all.contains("People"))
  }
}
