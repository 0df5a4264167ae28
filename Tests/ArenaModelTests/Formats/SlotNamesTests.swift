import ArenaModel
import Testing

@Suite struct SlotNamesTests {
  private let names = SlotNames(SampleFormat.make(), language: "nb")

  @Test(
    arguments: [
      ("DAG 1, gruppesesjon 1", 1, 1, nil), ("Dag 2 – Gruppesesjon 3", 2, 3, nil),
      ("Session 4 (day 2)", 2, 4, nil), ("2. økt", nil, 2, nil), ("Dag 1", 1, nil, nil),
      ("ØKT NR. 3: Kvelden", nil, 3, "Kvelden"), ("Day one, session two", 1, 2, nil),
      ("Dag 1, onsdag 22. januar", 1, nil, nil), ("Gruppesejson 2, dag 1", 1, 2, nil),
      ("Økt 2 (kl. 10.15–11.30)", nil, 2, nil), ("Andre gruppesesjon, dag 1", 1, 2, nil),
    ] as [(String, Int?, Int?, String?)])
  func headingsAreRecognised(_ line: String, _ day: Int?, _ number: Int?, _ title: String?) {
    #expect(names.heading(line) == SlotNames.Heading(day: day, number: number, title: title))
  }

  @Test(arguments: [
    "Videreføring av nr 1.6 dag 1", "Dag 1 var best for de fleste", "I økt 2 snakket vi mye",
    "Økter", "1.1 Hvem gjør hva en dag", "", "Tre dager senere",
  ])
  func otherLinesAreNot(_ line: String) {
    #expect(names.heading(line) == nil)
  }

  @Test func slotsAreNamedByTheFirstLabelThatCanBeFilled() {
    var block = Record(
      id: RecordID(high: 1, low: 1), type: .block, added: Instant(milliseconds: 0))
    block[.kind] = .text("slot")
    block[.number] = .integer(3)
    #expect(names.name(of: block) == "Økt 3")
    block[.day] = .integer(2)
    #expect(names.name(of: block) == "Dag 2, gruppesesjon 3")
    #expect(SlotNames(SampleFormat.make(), language: "en").name(of: block) == "Day 2, session 3")
  }
}
