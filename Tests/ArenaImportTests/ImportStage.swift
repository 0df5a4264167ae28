import ArenaImport
import ArenaModel

/// A format of invented sessions, and an arena in memory to import into.
struct ImportStage {
  let arena = ArenaImage()
  let format = ImportStage.makeFormat()

  init(slots: Bool = true) throws {
    var record = Record(id: arena.newID(), type: .arena, added: arena.now)
    record[.title] = .text("Prøve")
    record[.language] = .text("nb")
    try arena.insert(record)
    guard slots else { return }
    for (number, day) in [(1, 1), (2, 1), (3, 2)] {
      var block = Record(id: arena.newID(), type: .block, added: arena.now)
      block[.kind] = .text("slot")
      block[.number] = .integer(number)
      block[.day] = .integer(day)
      try arena.insert(block)
    }
  }

  static func makeFormat() -> FormatDeclaration {
    var format = FormatDeclaration(
      name: "sample", title: "Sample",
      locales: Locales(
        language: "en",
        tables: [
          "nb": [
            "session": ["økt", "gruppesesjon"],
            "Day {day}, session {number}": ["Dag {day}, gruppesesjon {number}", "Økt {number}"],
            "Host": ["Vert", "Verter"], "Note-taker": ["Referent", "Referenter"],
            "Number of people": ["Antall deltakere"], "People": ["Deltakere"],
            "Guest": ["Deltaker"], "talk": ["samtale"], "talks": ["samtaler"],
            "yield": ["forslag"], "yields": ["forslag"],
            "Yield": ["Forslag", "Forslag til planen"],
            "New thought": ["Ny tanke", "Ny tanke eller nytt emne"],
            "Follow-on of no. {code} day {day}": ["Videreføring av forslag nr {code} dag {day}"],
            "Follow-on": ["Videreføring"],
            "What took place": ["Hva som skjedde", "Samtalen"], "Next steps": ["Neste skritt"],
          ],
          "nn": [
            "Host": ["Vert", "Vertar"], "Number of people": ["Tal på deltakarar"],
            "Yield": ["Framlegg"],
          ],
        ]))
    format.slot.noun = "session"
    format.slot.labels["number"] = Label(["Day {day}, session {number}", "Session {number}"])
    format.group.code = "{slot}.{n}"
    format.group.record.noun = "talk"
    format.group.record.nouns = "talks"
    format.group.record.labels["headcount"] = Label(["Number of people", "People"])
    format.roles = [
      RoleDeclaration(Naming("host", label: Label(["Host"]))),
      RoleDeclaration(Naming("note_taker", label: Label(["Note-taker"]))),
      RoleDeclaration(Naming("guest", label: Label(["Guest"]))),
    ]
    format.contribution.record.noun = "yield"
    format.contribution.record.nouns = "yields"
    format.contribution.record.labels["body"] = Label(["Yield"])
    var follow = KindDeclaration(
      Naming("follow", label: Label(["Follow-on", "Follow-on of no. {code} day {day}"])))
    follow.refersTo = .contribution
    format.contribution.kinds = [
      KindDeclaration(Naming("thought", label: Label(["New thought"]))), follow,
    ]
    var template = TemplateDeclaration(Naming("sheet"))
    template.fields = [
      FieldDeclaration(Naming("course", label: Label(["What took place"])), type: .rich),
      FieldDeclaration(Naming("steps", label: Label(["Next steps"])), type: .items),
    ]
    format.templates = [template]
    var join = ActionDeclaration(Naming("join"))
    join.role = "guest"
    format.actions = [join]
    return format
  }

  func read(_ text: String) throws -> DocumentReading {
    try EntryReader(formats: [format], language: "nb").read(
      DecodedText(Array(text.utf8), name: "prøve.txt"))
  }

  @discardableResult
  func place(_ text: String, file: String = "prøve.txt") throws -> ImportReport {
    let context = ActionContext(
      arena: arena, format: format, language: "nb", actor: nil, holdsPhases: false)
    let bytes = Array(text.utf8)
    let reading = try EntryReader(formats: [format], language: "nb").read(
      DecodedText(bytes, name: file))
    let placing = try Placing(
      reading,
      from: ImportSource(
        name: file, bytes: bytes, mediaType: "text/plain", importer: "yields-document"),
      format: format, in: context)
    for entry in reading.entries { try placing.take(entry) }
    return try placing.finish()
  }

  func contribution(_ code: String) throws -> Record? {
    try arena.records(of: .contribution, named: code).first
  }

  func group(_ code: String) throws -> Record? {
    try arena.records(of: .group, named: code).first
  }

  func held(_ role: String, in code: String) throws -> [String] {
    guard let group = try group(code) else { return [] }
    let show = ValueText(arena: arena, format: format, language: "nb")
    return try arena.records(of: .membership, where: .group, refersTo: group.id)
      .filter { $0.text(.role) == role }.map { try show.text("actor", of: $0) }
  }

  /// All records as text, to compare arenas.
  func snapshot() throws -> [String] {
    try RecordType.allCases.flatMap { type in
      try arena.records(of: type).map { "\($0)" }
    }
  }

  /// A document with the habits and the irregularities of such documents; every word is invented.
  static let document = """
    FORSLAG FRA HAGEDAGENE 2031
    til en plan for «grønne bakgårder»

    Hva får en bakgård til å gro?
    Hvem skal vanne når alle er på ferie?

    Om dette heftet

    45 deltakere fra fire bydeler laget de 9 forslagene i dette heftet, og alt er skrevet ned på stedet.

    Innhold

    Om dette heftet.....1
    Dag 1.....2

    DAG 1, gruppesesjon 1

    1.1. Hvem eier regnvannet, og hvem skal
    samle det?

    Vert: Solveig Hagerup

    Referent: Iver Brånås

    Antall deltakere: 7

    Forslag til planen:

    - Tønner under alle nedløp, også der taket
      er flatt
    - Felles avtale med nabogården - skriftlig
    - Kranene merkes

    1.2 Kompost uten rotter

    Vert: Yngvar Tveitan, Hagelaget Nordre
    Referent: Anne og Marit
    Deltakere: 6 (8)

    Forslag til planen

    1. Lukkede kasser
    2. Én ansvarlig i hver oppgang:
       - med nøkkel
       - med vikar
    3. Kurs hver vår

    1.4 Benker

    Vert: Bjørg Ødegård og Tor Lie

    Referent: Iver Brånås

    Antall deltakere:

    Forslag til planen (gruppa skrev sammen):

    Det viktigste er at noen sitter der.

    - Rygg på alle benker
    - Skygge midt på dagen

    DAG 2, gruppesesjon 3

    3.1 Regnvann, en gang til

    Vert: Solveig Hagerup

    Referent: Iver Branås

    Antall deltakere: 3 + 2

    Videreføring av forslag nr 1.1 dag 1

    Forslag til planen:

    • En tønne til
    o og en kran til den

    3.2 Lys i mørketida. Ny tanke/emne.

    Vert: Samira Rahimi NMBU

    Referent: Iver Brånås

    Forslag til planen:

    - Lenker i trærne
    - Timer på alt

    3.3 Høner

    Vert: Per Olav Moe

    Antall deltakere: ca. 10

    Ny tanke

    Forslag til planen:

    - To per oppgang

    """
}
