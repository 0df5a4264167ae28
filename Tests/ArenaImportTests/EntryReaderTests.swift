import ArenaImport
import ArenaModel
import Testing

@Suite struct EntryReaderTests {
  private let stage: ImportStage

  init() throws { stage = try ImportStage() }

  private func part(_ entry: Entry, _ what: EntryPart.What, _ name: String) -> EntryPart? {
    entry.parts.first { $0.what == what && $0.name == name }
  }

  @Test func entriesHaveCodeTitleAndSlot() throws {
    let reading = try stage.read(ImportStage.document)
    #expect(reading.entries.map(\.code) == ["1.1", "1.2", "1.4", "3.1", "3.2", "3.3"])
    #expect(reading.entries[0].title == "Hvem eier regnvannet, og hvem skal samle det?")
    #expect(reading.entries.map { $0.slot?.number } == [1, 1, 1, 3, 3, 3])
    #expect(reading.entries.map { $0.slot?.day } == [1, 1, 1, 2, 2, 2])
    #expect(reading.notes.contains(ImportNote(.gap, ["code": "1.3"])))
  }

  @Test func labelledLinesBecomeParts() throws {
    let entries = try stage.read(ImportStage.document).entries
    #expect(part(entries[0], .role, "host")?.text == "Solveig Hagerup")
    #expect(part(entries[1], .role, "note_taker")?.text == "Anne og Marit")
    #expect(part(entries[1], .group, "headcount")?.text == "6 (8)")
    #expect(part(entries[2], .group, "headcount")?.text == "")
    #expect(part(entries[4], .group, "headcount") == nil)
  }

  @Test func bodiesKeepTheirItems() throws {
    let entries = try stage.read(ImportStage.document).entries
    let first = try #require(part(entries[0], .contribution, "body"))
    #expect(
      first.items.map(\.text) == [
        "Tønner under alle nedløp, også der taket er flatt",
        "Felles avtale med nabogården - skriftlig", "Kranene merkes",
      ])
    let second = try #require(part(entries[1], .contribution, "body"))
    #expect(second.items.map(\.mark) == ["1.", "2.", "3."])
    #expect(second.items[1].items.map(\.text) == ["med nøkkel", "med vikar"])
    let third = try #require(part(entries[2], .contribution, "body"))
    #expect(third.items.map(\.isBullet) == [false, false, true, true])
    #expect(third.items[0].text == "(gruppa skrev sammen)")
    let fourth = try #require(part(entries[3], .contribution, "body"))
    #expect(fourth.items.map(\.text) == ["En tønne til"])
    #expect(fourth.items[0].items.map(\.text) == ["og en kran til den"])
  }

  @Test func kindsAreReadWithTheirReference() throws {
    let entries = try stage.read(ImportStage.document).entries
    let kinds = entries.map { entry in entry.parts.first { $0.what == .kind } }
    #expect(kinds.map { $0?.name } == [nil, nil, nil, "follow", "thought", "thought"])
    #expect(kinds[3]?.keys == ["code": "1.1", "day": "1"])
    #expect(entries[4].title == "Lys i mørketida. Ny tanke/emne.")
  }

  @Test func theFrontIsKept() throws {
    let reading = try stage.read(ImportStage.document)
    #expect(
      reading.questions.map(\.text) == [
        "Hva får en bakgård til å gro?", "Hvem skal vanne når alle er på ferie?",
      ])
    #expect(reading.totals.map(\.what) == ["people", "contributions"])
    #expect(reading.totals.map(\.text) == ["45", "9"])
    #expect(reading.about.count == 1)
  }

  /// What is read of the document when its layout changes: the same.
  private func essence(_ reading: DocumentReading) -> [String] {
    func flat(_ items: [ItemReader.ReadItem], _ depth: Int = 0) -> [String] {
      items.flatMap { ["\(depth) \($0.isBullet) \($0.text)"] + flat($0.items, depth + 1) }
    }
    return reading.entries.flatMap { entry in
      ["\(entry.code ?? "") \(entry.title)"]
        + entry.parts.map { "\($0.what) \($0.name) " + ($0.items.isEmpty ? $0.text : "") }.sorted()
        + entry.parts.flatMap { flat($0.items) }
    }
  }

  private static let mutations: [(String, @Sendable (String) -> String)] = [
    ("indented", { lines($0) { $0.isEmpty ? $0 : "    " + $0 } }),
    ("blank between all lines", { lines($0) { $0 + "\n" } }),
    ("trailing blanks", { lines($0) { $0 + "  " } }),
    (
      "CRLF",
      { $0.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") }
    ),
    ("capitals in labels", { replaced($0, ["Vert:": "VERT:", "Referent:": "REFERENT:"]) }),
    (
      "Nynorsk",
      {
        replaced(
          $0,
          ["Antall deltakere:": "Tal på deltakarar:", "Forslag til planen": "Framlegg til planen"])
      }
    ),
    (
      "English",
      {
        replaced(
          $0,
          [
            "Vert:": "Host:", "Referent:": "Note-takers:", "Antall deltakere:": "Number of people:",
            "DAG 1, gruppesesjon": "Day 1, session", "DAG 2, gruppesesjon": "Session",
          ])
      }
    ),
    (
      "misspelt",
      { replaced($0, ["Referent:": "Refferent:", "Antall deltakere:": "Antall deltagere:"]) }
    ),
    (
      "space before the colon",
      { replaced($0, ["Vert:": "Vert :", "Antall deltakere:": "Antall deltakere :"]) }
    ),
    (
      "value on the next line",
      { replaced($0, ["Vert: ": "Vert:\n", "Referent: ": "Referent:\n"]) }
    ),
    ("bold labels", { replaced($0, ["Vert:": "**Vert:**", "Referent:": "**Referent**:"]) }),
    (
      "headings of CommonMark",
      { replaced($0, ["\n1.2 ": "\n## 1.2 ", "\n3.1 ": "\n## 3.1 ", "DAG 2": "# DAG 2"]) }
    ),
    (
      "dots after codes",
      { replaced($0, ["\n1.2 ": "\n1.2. ", "\n1.4 ": "\n1.4. ", "\n3.3 ": "\n3.3: "]) }
    ),
    ("other bullets", { lines($0) { $0.hasPrefix("- ") ? "\u{F0B7} " + $0.dropFirst(2) : $0 } }),
    (
      "pages",
      { text in
        var page = 0
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
          guard $0.offset % 16 == 15 else { return String($0.element) }
          page += 1
          return "\($0.element)\n\n\(page)\n\u{0C}Hagedagene 2031 – forslag\n"
        }.joined(separator: "\n")
      }
    ),
  ]

  private static func lines(_ text: String, _ change: (String) -> String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { change(String($0)) }
      .joined(separator: "\n")
  }

  private static func replaced(_ text: String, _ pairs: KeyValuePairs<String, String>) -> String {
    var out = text
    for (old, new) in pairs {
      out = out.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
    return out
  }

  @Test(arguments: mutations.indices)
  func smallChangesOfLayoutChangeNothing(_ index: Int) throws {
    let (name, mutate) = Self.mutations[index]
    let expected = essence(try stage.read(ImportStage.document))
    let found = essence(try stage.read(mutate(ImportStage.document)))
    #expect(found == expected, "\(name)")
  }

  @Test func codesOfPartsAndJoinedGroupsAreRead() throws {
    var format = stage.format
    format.group.code = "{day}{letter}"
    func codes(_ line: String) throws -> [Entry] {
      let text = "\(line)\n\nVert: Solveig Hagerup\n\nForslag:\n- Noe\n"
      return try EntryReader(formats: [format], language: "nb").read(
        DecodedText(Array(text.utf8), name: "x")
      ).entries
    }
    #expect(try codes("1C\nHelt ny have").first?.title == "Helt ny have")
    #expect(try codes("1E - 2 Hekker").first?.code == "1E-2")
    #expect(try codes("1E - 2\nHekker").first?.title == "Hekker")
    #expect(try codes("2B – 1 og 2").first?.codes == ["2B-1", "2B-2"])
    #expect(try codes("1E-1 til 1E-3: Gjerder").first?.codes == ["1E-1", "1E-2", "1E-3"])
    #expect(try codes("4A-1 & 2 Porter").first?.codes == ["4A-1", "4A-2"])
    #expect(try codes("1D - 5 tips til naboen").first?.title == "5 tips til naboen")
  }

  @Test func codesThatTheFormatWouldNotGiveAreReadAsStated() throws {
    let text = ["1A", "1B", "2A – 1 og 2", "2C"].map {
      "\($0) Emnet\n\nVert: Solveig Hagerup\n\nForslag:\n- Noe\n"
    }.joined(separator: "\n")
    let reading = try stage.read(text)
    #expect(reading.entries.map(\.code) == ["1A", "1B", "2A-1 og 2", "2C"])
    #expect(reading.entries.map(\.title) == ["Emnet", "Emnet", "Emnet", "Emnet"])
  }

  @Test func sectionsOfReportsAreReadAndUnforeseenOnesKept() throws {
    let text = """
      1.1 Hekken

      Vert: Solveig Hagerup

      Hva som skjedde:
      Vi klippet.

      Det som sto igjen, klippet vi dagen etter.

      Redskap og lån:
      Saks og stige.

      NESTE SKRITT
      - Vanne
      """
    let entry = try #require(try stage.read(text).entries.first)
    let sections = entry.parts.filter { $0.what == .section }
    #expect(sections.map(\.name) == ["sheet.course", "", "sheet.steps"])
    #expect(sections[0].text == "Vi klippet.\n\nDet som sto igjen, klippet vi dagen etter.")
    #expect(sections[1].heading == "Redskap og lån")
    #expect(sections[2].items.map(\.text) == ["Vanne"])
  }
}
