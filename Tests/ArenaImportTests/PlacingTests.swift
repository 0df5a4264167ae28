import ArenaImport
import ArenaModel
import Testing

@Suite struct PlacingTests {
  private let stage: ImportStage

  init() throws { stage = try ImportStage() }

  @Test func aDocumentBecomesRecords() throws {
    let report = try stage.place(ImportStage.document)
    #expect(report.added[.contribution] == 6)
    #expect(report.added[.group] == 6)
    #expect(try stage.held("host", in: "1.1") == ["Solveig Hagerup"])
    #expect(try stage.held("host", in: "1.2") == ["Yngvar Tveitan"])
    #expect(try stage.held("note_taker", in: "1.2") == ["Anne", "Marit"])
    #expect(try stage.held("host", in: "1.4") == ["Bjørg Ødegård", "Tor Lie"])
    #expect(try stage.group("1.2")?.stated(.headcount)?.number == 6)
    #expect(try stage.group("1.4")?.stated(.headcount) == Stated(text: ""))
    #expect(try stage.group("3.1")?.stated(.headcount)?.number == 5)
    #expect(try stage.group("3.2")?.stated(.headcount) == nil)
    let house = try stage.arena.records(of: .organisation, named: "Hagelaget Nordre")
    #expect(house.count == 1)
    #expect(
      try stage.arena.records(of: .person, named: "Yngvar Tveitan").first?.reference(.organisation)
        == house.first?.id)
  }

  @Test func referencesAreLinkedAndKeptAsStated() throws {
    try stage.place(ImportStage.document)
    let later = try #require(try stage.contribution("3.1"))
    #expect(later.references(.refersTo) == [try #require(try stage.contribution("1.1")).id])
    #expect(later.text(.reference) == "Videreføring av forslag nr 1.1 dag 1")
    #expect(later.text(.kind) == "follow")
  }

  @Test func everyLineIsAccountedFor() throws {
    let report = try stage.place(ImportStage.document)
    let attachment = try #require(try stage.arena.records(of: .attachment).first)
    var lines: Set<Int> = []
    for case .object(let row) in attachment.list(.lines) + attachment.list(.leftOver) {
      if case .integer(let line)? = row["line"] { lines.insert(line) }
    }
    let written = ImportStage.document.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated().filter { !$0.element.trimmingBlanks.isEmpty }.map { $0.offset + 1 }
    #expect(written.allSatisfy(lines.contains))
    #expect(
      report.leftOver.map(\.text) == [
        "FORSLAG FRA HAGEDAGENE 2031", "til en plan for «grønne bakgårder»", "Om dette heftet",
      ])
  }

  @Test func namesThatMayBeOneAreListedAndNotMerged() throws {
    let report = try stage.place(ImportStage.document)
    let near = report.notes.filter { $0.kind == .nearName }
    #expect(
      near.map { [$0.values["name"], $0.values["other"]] } == [["Iver Branås", "Iver Brånås"]]
        || near.map { [$0.values["name"], $0.values["other"]] } == [["Iver Brånås", "Iver Branås"]])
    #expect(try stage.arena.records(of: .person, named: "Iver Brånås").count == 1)
    #expect(report.notes.contains { $0.kind == .firstNameOnly && $0.values["name"] == "Anne" })
    #expect(report.notes.contains { $0.kind == .unsureName && $0.values["organisation"] == "NMBU" })
  }

  @Test func aSecondImportChangesNothing() throws {
    try stage.place(ImportStage.document)
    let before = try stage.snapshot()
    let report = try stage.place(ImportStage.document)
    #expect(report.changesNothing)
    #expect(try stage.snapshot() == before)
  }

  @Test func aCorrectedFileChangesWhatNobodyHasEdited() throws {
    try stage.place(ImportStage.document)
    var edited = try #require(try stage.group("1.4"))
    edited[.title] = .text("Benker og bord")
    try stage.arena.update(edited)
    let id = try #require(try stage.contribution("1.1")).items(.body)[1].id
    let corrected = ImportStage.document
      .split(separator: "1.4 Benker", omittingEmptySubsequences: false).joined(
        separator: "1.4 Benkene"
      )
      .split(separator: "Kranene merkes", omittingEmptySubsequences: false).joined(
        separator: "Kranene merkes rødt"
      )
      .split(separator: "Deltakere: 6 (8)", omittingEmptySubsequences: false).joined(
        separator: "Deltakere: 8"
      )
      .split(separator: "Vert: Per Olav Moe", omittingEmptySubsequences: false).joined(
        separator: "Vert: Per-Olav Moen")
    let report = try stage.place(corrected)
    #expect(try stage.group("1.4")?.text(.title) == "Benker og bord")
    #expect(report.notes.filter { $0.kind == .conflict }.count == 1)
    #expect(report.notes.first { $0.kind == .conflict }?.values["file"] == "Benkene")
    #expect(try stage.contribution("1.4")?.text(.title) == "Benkene")
    #expect(try stage.group("1.2")?.stated(.headcount)?.number == 8)
    let body = try #require(try stage.contribution("1.1")).items(.body)
    #expect(body.map(\.text).last == "Kranene merkes rødt")
    #expect(body[1].id == id)
    #expect(try stage.held("host", in: "3.3") == ["Per-Olav Moen"])
    // The same corrected file again: nothing, and no conflict twice.
    let again = try stage.place(corrected)
    #expect(again.changesNothing)
    #expect(again.notes.allSatisfy { $0.kind != .conflict })
  }

  @Test func whatVanishedIsListedAndStays() throws {
    try stage.place(ImportStage.document)
    let shorter = ImportStage.document.split(separator: "3.3 Høner")[0]
    let report = try stage.place(String(shorter))
    #expect(try stage.contribution("3.3") != nil)
    #expect(
      report.notes.contains {
        $0.kind == .vanished && $0.values["record"]?.hasPrefix("3.3") == true
      })
  }

  @Test func repeatedCodesAreBothKept() throws {
    let text = """
      1.1 En

      Vert: Solveig Hagerup

      Forslag:
      - A

      1.1 To

      Vert: Iver Brånås

      Forslag:
      - B

      1.2 Tre

      Vert: Ida Fuglås

      Videreføring av forslag nr 9.9

      Forslag:
      - C
      """
    let report = try stage.place(text)
    #expect(
      try stage.arena.records(of: .contribution, named: "1.1").map { $0.text(.title) } == [
        "En", "To",
      ])
    #expect(report.notes.contains { $0.kind == .repeatedCode && $0.line == 8 })
    #expect(report.notes.contains { $0.kind == .unknownReference && $0.line == 19 })
    #expect(try stage.contribution("1.2")?.text(.reference) == "Videreføring av forslag nr 9.9")
    #expect(try stage.place(text).changesNothing)
  }

  @Test func missingSlotsAreAdded() throws {
    let stage = try ImportStage(slots: false)
    let report = try stage.place(ImportStage.document)
    #expect(report.added[.block] == 2)
    #expect(try stage.arena.records(of: .block).map { $0.integer(.number) } == [1, 3])
    #expect(try stage.arena.records(of: .block).map { $0.integer(.day) } == [1, 2])
  }

  @Test(arguments: ["nb", "nn", "en"])
  func everyNoteIsASentenceInEachLanguage(_ language: String) throws {
    let values = [
      "code": "1.1", "name": "A", "other": "B", "text": "x", "first": "1", "slot": "1",
      "names": "A | B",
      "others": "C", "organisation": "D", "reference": "2.2", "day": "1", "stated": "2", "why": "z",
      "record": "r", "field": "f", "now": "n", "file": "m", "type": "t", "encoding": "e",
    ]
    for kind in ImportNote.Kind.allCases {
      let sentence = ImportCatalogue(language).sentence(ImportNote(kind, line: 3, values))
      #expect(!sentence.contains("{") && sentence.count > 8, "\(kind)")
      #expect(!sentence.contains(kind.rawValue) || kind.rawValue == "gap", "\(kind)")
    }
  }
}
