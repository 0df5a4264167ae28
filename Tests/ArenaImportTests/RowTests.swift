import ArenaImport
import ArenaModel
import Testing

@Suite struct RowTests {
  private let stage: ImportStage

  init() throws { stage = try ImportStage() }

  @discardableResult
  private func place(_ text: String, bytes: [UInt8]? = nil, type: RecordType = .person) throws
    -> ImportReport
  {
    let bytes = bytes ?? Array(text.utf8)
    let context = ActionContext(
      arena: stage.arena, format: stage.format, language: "nb", actor: nil, holdsPhases: false)
    let reading = try RowReader(type, format: stage.format, language: "nb").read(
      Table(csv: bytes, name: "folk.csv"))
    let placing = try RowPlacing(
      reading,
      from: ImportSource(
        name: "folk.csv", bytes: bytes, mediaType: "text/csv", importer: "people-table"),
      format: stage.format, in: context)
    for row in reading.rows { try placing.take(row) }
    return try placing.finish()
  }

  private func person(_ name: String) throws -> Record? {
    try stage.arena.records(of: .person, named: name).first
  }

  @Test(arguments: [
    "Navn;Organisasjon;E-post\nÅse Bø;Vik kommune;ase@example.org\n",
    "E-post,Navn,Arbeidssted\nase@example.org,Åse Bø,Vik kommune\n",
    "Name\tEmployer\tEmail\nÅse Bø\tVik kommune\tase@example.org\n",
    "sep=;\r\n\"Fornavn\";\"Etternavn\";\"Epostadresse\";\"Verksemd\"\r\nÅse;Bø;ase@example.org;Vik kommune\r\n",
    "Deltakere på Hagedagene;;\n\nNAMN;ORGANISASJON;E-POST\n\"Bø, Åse\";\"Vik kommune\";ase@example.org\n",
  ])
  func columnsAreFoundByNameInAnyOrder(_ text: String) throws {
    let report = try place(text)
    #expect(report.added[.person] == 1)
    let person = try #require(try person("Åse Bø"))
    #expect(person.text(.contact) == "ase@example.org")
    let house = try person.reference(.organisation).flatMap { try stage.arena.record($0) }
    #expect(house?.text(.name) == "Vik kommune")
    #expect(person.text(.consent) == "not_asked")
  }

  @Test func quotesHoldSeparatorsQuotesAndLineBreaks() throws {
    let table = try Table(
      csv: Array("Navn;Merknad\n\"Kari \"\"Kaia\"\" Voll\";\"a;b\nc\"\nOla Nes;d\n".utf8), name: "x"
    )
    #expect(table.rows.map(\.cells)[1] == ["Kari \"Kaia\" Voll", "a;b\nc"])
    #expect(table.rows.map(\.line) == [1, 2, 4])
    #expect(throws: ImportError.unclosedQuote(file: "x", line: 2)) {
      try Table(csv: Array("Navn\n\"Kari\n".utf8), name: "x")
    }
  }

  @Test func oldEncodingsAreRead() throws {
    let report = try place(
      "", bytes: Array("Navn;Organisasjon\n".utf8) + [0xC5, 0x73, 0x65] + Array(" Li;X\n".utf8))
    #expect(try person("Åse Li") != nil)
    #expect(report.notes.contains { $0.kind == .encoding })
  }

  @Test func duplicatesAndNearNamesAreListed() throws {
    let report = try place(
      "Navn;E-post\nKari Voll;k@example.org\nkari  voll;\nKari Anne Voll;x@example.org\nKari;\nKari Voll;annen@example.org\n"
    )
    #expect(report.added[.person] == 4)
    #expect(report.notes.contains { $0.kind == .duplicateRow && $0.line == 3 })
    #expect(report.notes.count { $0.kind == .nearName } >= 3)
  }

  @Test func rowsThatSayTooLittleAreNoted() throws {
    let report = try place("Navn;Organisasjon;Tull\n;Vik kommune;a\nOla Nes;;b\n")
    #expect(report.added[.person] == 1)
    #expect(report.notes.contains { $0.kind == .badRow && $0.line == 2 })
    #expect(report.notes.contains { $0.kind == .unknownColumn && $0.values["name"] == "Tull" })
    #expect(report.leftOver.map(\.number) == [2])
    #expect(throws: ImportError.self) { try place("Foo;Bar\n1;2\n") }
  }

  @Test func aSecondImportChangesNothingAndEditsStand() throws {
    let text = "Navn;Stilling\nKari Voll;gartner\nOla Nes;snekker\n"
    try place(text)
    let before = try stage.snapshot()
    #expect(try place(text).changesNothing)
    #expect(try stage.snapshot() == before)
    var kari = try #require(try person("Kari Voll"))
    kari[.title] = .text("overgartner")
    try stage.arena.update(kari)
    let report = try place("Navn;Stilling\nKari Voll;anleggsgartner\nOla Nes;tømrer\n")
    #expect(try person("Kari Voll")?.text(.title) == "overgartner")
    #expect(try person("Ola Nes")?.text(.title) == "tømrer")
    #expect(report.notes.count { $0.kind == .conflict } == 1)
  }

  @Test func aGroupColumnSignsPeopleUp() throws {
    try stage.place(ImportStage.document)
    let report = try place("Navn;Samtale\nKari Voll;1.2\nOla Nes;9.9\n")
    #expect(try stage.held("guest", in: "1.2") == ["Kari Voll"])
    #expect(report.notes.contains { $0.kind == .badRow && $0.line == 3 })
  }

  @Test func otherRecordsAreRowsToo() throws {
    let report = try place("Rom;Plasser\nSalen;120\nLoftet;mange\n", type: .place)
    #expect(report.added[.place] == 2)
    #expect(try stage.arena.records(of: .place, named: "Salen").first?.integer(.capacity) == 120)
    #expect(report.notes.contains { $0.kind == .badValue && $0.line == 3 })
  }

  @Test func oneAddressUnderTwoNamesIsListed() throws {
    let report = try place("Navn;E-post\nKåre Li;kare@example.org\nK. Lie;KARE@example.org\n")
    #expect(report.added[.person] == 2)
    #expect(report.notes.contains { $0.kind == .nearName && $0.values["other"] != nil })
  }

  @Test func severalWaysToReachSomebodyStandInTheColumnsOrder() throws {
    for _ in 0..<5 {
      let stage = try ImportStage()
      let reading = try RowReader(.person, format: stage.format, language: "nb").read(
        Table(csv: Array("Mobil;Navn;E-post\n900 00 111;Kari Voll;k@example.org\n".utf8), name: "x")
      )
      #expect(reading.rows[0].values["contact"] == "900 00 111, k@example.org")
    }
  }

  @Test func whatKeepsASpreadsheetFromComputingIsTakenOff() throws {
    try place("Navn;Merknad\nKari Voll;'=1+1\nOla Nes;'t er fint\n")
    #expect(try person("Kari Voll")?.text(.note) == "=1+1")
    #expect(try person("Ola Nes")?.text(.note) == "'t er fint")
  }

  @Test(arguments: [
    ("ja, med navn", "named"), ("JA", "named"), ("nei takk", "anonymous"),
    ("bare organisasjonen", "organisation"), ("anonymt", "anonymous"), ("", "not_asked"),
  ])
  func consentIsReadAsPeopleAnswer(answer: String, consent: String) throws {
    try place("Navn;Samtykke\nKari Voll;\(answer)\n")
    #expect(try person("Kari Voll")?.text(.consent) == consent)
  }
}
