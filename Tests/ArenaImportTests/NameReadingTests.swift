import ArenaImport
import ArenaModel
import Testing

@Suite struct NameReadingTests {
  private func names(_ text: String) -> [String] { NameReading().read(text).map(\.name) }

  @Test(
    arguments: [
      ("Kari Voll", ["Kari Voll"]), ("Kari Voll og Ola Nes", ["Kari Voll", "Ola Nes"]),
      ("Kari Voll, Ola Nes", ["Kari Voll", "Ola Nes"]), ("Kari & Ola", ["Kari", "Ola"]),
      ("Kari Voll, Ola Nes og Åse Li", ["Kari Voll", "Ola Nes", "Åse Li"]),
      ("Kari Voll/Ola Nes", ["Kari Voll", "Ola Nes"]),
      ("Kari Voll; Ola Nes", ["Kari Voll", "Ola Nes"]),
      ("Ann-Mari S: Voll", ["Ann-Mari S: Voll"]), ("", []), ("–", []), ("N.N.", []), ("ukjent", []),
      ("KARI VOLL", ["KARI VOLL"]), ("Jan van der Berg", ["Jan van der Berg"]),
    ] as [(String, [String])])
  func peopleAreTold(_ text: String, _ expected: [String]) {
    #expect(names(text) == expected)
  }

  @Test(arguments: [
    ("Kari Voll, NAV", "NAV"), ("Kari Voll, Nordre bydelsråd", "Nordre bydelsråd"),
    ("Kari Voll, Arb. og helsedirektoratet", "Arb. og helsedirektoratet"),
    ("Kari Voll, Norsk Hagelag AS", "Norsk Hagelag AS"), ("Kari Voll (KS)", "KS"),
    ("Kari Voll – Vik kommune", "Vik kommune"), ("Vik kommune v/Kari Voll", "Vik kommune"),
    ("Kari Voll A-LAG", "A-LAG"), ("Kari Voll, Nav Vik", "Nav Vik"),
  ])
  func organisationsStandBesidePeople(_ text: String, _ organisation: String) {
    let found = NameReading().read(text)
    #expect(found.map(\.name) == ["Kari Voll"])
    #expect(found.first?.organisation == organisation)
    #expect(found.first?.written == text)
  }

  @Test func workTitlesAreKept() {
    let found = NameReading().read("Kari Voll, seniorrådgiver, Vik kommune")
    #expect(found.first?.title == "seniorrådgiver")
    #expect(found.first?.organisation == "Vik kommune")
  }

  @Test func whatTheArenaKnowsDecides() {
    let reading = NameReading(isPerson: { $0 == "Solbakken" }, isOrganisation: { $0 == "Ola Nes" })
    let found = reading.read("Kari Voll, Ola Nes")
    #expect(found.map(\.name) == ["Kari Voll"])
    #expect(found.first?.organisation == "Ola Nes")
  }

  @Test func ownersMayBeOrganisations() {
    let found = NameReading(holder: .organisation).read("Vik helse og rehabilitering")
    #expect(found.map(\.name) == ["Vik helse og rehabilitering"])
    #expect(found.first?.isOrganisation == true)
    #expect(NameReading(holder: .actor).read("Vik kommune").first?.isOrganisation == true)
    #expect(NameReading(holder: .actor).read("Kari Voll").first?.isOrganisation == false)
  }
}
