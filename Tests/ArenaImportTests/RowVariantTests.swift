import ArenaImport
import ArenaModel
import Foundation
import Testing

/// The same four people in sheets as people make them: the layout is drawn from a seed, and what comes in is the same.
@Suite struct RowVariantTests {
  private struct Guest {
    let first: String
    let last: String
    let house: String
    let mail: String
    let work: String
    let sides: [String]
    let answer: String
    let consent: String
  }

  private static let guests = [
    Guest(
      first: "Åse", last: "Bø", house: "Vik kommune", mail: "ase@x.example", work: "rådgiver",
      sides: ["gardener", "neighbour"], answer: "ja", consent: "named"),
    Guest(
      first: "Per-Øyvind", last: "Ærlig Li", house: "Fjellby; havn", mail: "per@x.example",
      work: "maskinist \"mek\"", sides: ["neighbour"], answer: "nei", consent: "anonymous"),
    Guest(
      first: "Kari", last: "Voll", house: "Nes, Bø og Li", mail: "k.voll@x.example",
      work: "sjef\nog vert", sides: [], answer: "anonym", consent: "anonymous"),
    Guest(
      first: "Jan", last: "Østby", house: "", mail: "jan@x.example", work: "", sides: [],
      answer: "", consent: "not_asked"),
  ]

  private static let headings: [String: [String]] = [
    "name": [
      "Navn", "Namn", "Name", "NAVN *", "Navn:", "Fullt navn", "Navn (fullt)", "Deltaker",
      "Deltakerens navn", "Full name*", "Namn på deltakar",
    ],
    "first": ["Fornavn", "Førenamn", "First name", "FORNAVN*", "Fornavn:", "Given name"],
    "last": ["Etternavn", "Etternamn", "Surname", "Last name", "Etternavn *", "Family name"],
    "house": [
      "Organisasjon", "Organisasjon / arbeidssted", "Arbeidssted", "Arbeidsstad", "Employer",
      "Verksemd", "Navn på arbeidssted", "Organisation/company", "ORGANISASJON:",
      "Organisasjon (arbeidsgiver)", "Din organisasjon",
    ],
    "mail": [
      "E-post", "E-post:", "Epost", "E-mail", "Email address", "epost *", "Din e-post",
      "E-post (privat)", "Epostadresse",
    ],
    "work": ["Stilling", "Job title", "Stilling/tittel", "Work title", "Yrke", "Stillingstittel"],
    "sides": ["Perspektiv", "Perspectives", "Hvilket perspektiv har du?", "Perspektiv (flere)"],
    "answer": [
      "Samtykke", "Samtykke (ja/nei)", "Consent", "Samtykker du til å bli navngitt?", "SAMTYKKE*",
    ],
  ]

  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// A sheet's bytes, and what was drawn, for whoever reads a failure.
  private static func sheet(_ seed: UInt64) -> (bytes: [UInt8], drawn: String) {
    var dice = Dice(state: seed)
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &dice) < percent }
    let splits = chance(40)
    let columns =
      ((splits ? ["first", "last"] : ["name"])
      + ["house", "mail", "work", "sides", "answer"]).shuffled(using: &dice)
    let turned = !splits && chance(30)
    let between = [", ", "; ", "/", "|", ","].randomElement(using: &dice)!
    let separator = [";", ",", "\t"].randomElement(using: &dice)!
    let ending = ["\n", "\r\n", "\r"].randomElement(using: &dice)!
    var rows: [[String]] = []
    if chance(30) { rows += [["Påmeldte til Gode nabolag"], []] }
    rows.append(columns.map { headings[$0]!.randomElement(using: &dice)! })
    for guest in guests {
      rows.append(
        columns.map { column in
          switch column {
          case "first": guest.first
          case "last": guest.last
          case "name":
            turned ? "\(guest.last), \(guest.first)" : "\(guest.first) \(guest.last)"
          case "house": guest.house
          case "mail": guest.mail
          case "work": guest.work
          case "sides": guest.sides.joined(separator: between)
          default: guest.answer
          }
        })
      if chance(20) { rows.append(columns.map { _ in "" }) }
    }
    if chance(30) { rows = rows.map { $0.count == columns.count ? [""] + $0 + [""] : $0 } }
    let quotesAll = chance(30)
    let text =
      rows.map { row in
        row.map { cell in
          let needs = quotesAll || [separator, "\"", "\n"].contains { cell.contains($0) }
          return needs ? "\"\(cell.replacingOccurrences(of: "\"", with: "\"\""))\"" : cell
        }.joined(separator: separator)
      }.joined(separator: "\n").replacingOccurrences(of: "\n", with: ending)
      + (chance(70) ? ending : "")
    let encodings = [
      "utf8", "mark", "utf16le", "utf16be", "utf16le mark", "utf16be mark", "latin1",
    ]
    let encoding = encodings.randomElement(using: &dice)!
    return (encoded(text, encoding), "\(rows[0]) \(columns) \(encoding) \(separator)\(between)")
  }

  private static func encoded(_ text: String, _ encoding: String) -> [UInt8] {
    let units = Array(text.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    switch encoding {
    case "mark": return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case "utf16le": return little
    case "utf16be": return big
    case "utf16le mark": return [0xFF, 0xFE] + little
    case "utf16be mark": return [0xFE, 0xFF] + big
    case "latin1": return units.map { UInt8(truncatingIfNeeded: $0) }
    default: return Array(text.utf8)
    }
  }

  @Test func anyLayoutGivesTheSamePeople() throws {
    for seed in 1...400 as ClosedRange<UInt64> {
      let (bytes, drawn) = Self.sheet(seed)
      let stage = try ImportStage()
      let context = ActionContext(
        arena: stage.arena, format: stage.format, language: "nb", actor: nil, holdsPhases: false)
      let reading = try RowReader(.person, format: stage.format, language: "nb").read(
        Table(csv: bytes, name: "folk.csv"))
      let placing = try RowPlacing(
        reading,
        from: ImportSource(
          name: "folk.csv", bytes: bytes, mediaType: "text/csv", importer: "people-table"),
        format: stage.format, in: context)
      for row in reading.rows { try placing.take(row) }
      _ = try placing.finish()
      let people = try stage.arena.records(of: .person)
      #expect(people.count == Self.guests.count, "seed \(seed): \(drawn)")
      for guest in Self.guests {
        let name = "\(guest.first) \(guest.last)"
        guard let person = try stage.arena.records(of: .person, named: name).first else {
          Issue.record("seed \(seed): no \(name): \(drawn)")
          continue
        }
        let house = try person.reference(.organisation).flatMap { try stage.arena.record($0) }
        #expect(person.text(.contact) == guest.mail, "seed \(seed): \(drawn)")
        #expect(house?.text(.name) ?? "" == guest.house, "seed \(seed): \(drawn)")
        #expect(person.text(.title) ?? "" == guest.work, "seed \(seed): \(drawn)")
        #expect(person.texts(.perspectives).count == guest.sides.count, "seed \(seed): \(drawn)")
        #expect(person.text(.consent) == guest.consent, "seed \(seed): \(drawn)")
      }
    }
  }
}
