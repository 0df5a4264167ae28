/// The host's own names of record types and of the model's fields, in Bokmål, Nynorsk and English. A format's labels
/// come before them. The first text of a language is written, all are recognised in files.
package enum ModelLabels {
  package static let languages = ["nb", "nn", "en"]

  /// Bokmål, Nynorsk, English.
  private struct Texts {
    let nb: [String]
    let nn: [String]
    let en: [String]

    init(_ nb: String, _ nn: String, _ en: String) {
      self.nb = nb.split(separator: "|").map(String.init)
      self.nn = nn.split(separator: "|").map(String.init)
      self.en = en.split(separator: "|").map(String.init)
    }

    func texts(in language: String) -> [String] {
      switch language {
      case "nn": nn
      case "nb", "no": nb
      default: Wording.isNorwegian(language) ? nb : en
      }
    }
  }

  package static func written(_ field: String, of type: RecordType, in language: String) -> String {
    (special[type]?[field] ?? common[field])?.texts(in: language).first ?? Naming.spaced(field)
  }

  package static func recognised(_ field: String, of type: RecordType, first language: String)
    -> [String]
  {
    guard let texts = special[type]?[field] ?? common[field] else { return [Naming.spaced(field)] }
    var seen: Set<String> = []
    return (texts.texts(in: language) + texts.nb + texts.nn + texts.en)
      .filter { seen.insert($0).inserted }
  }

  package static func noun(of type: RecordType, in language: String) -> String {
    nouns[type]?.one.texts(in: language).first ?? type.rawValue
  }

  package static func nouns(of type: RecordType, in language: String) -> String {
    nouns[type]?.many.texts(in: language).first ?? type.plural
  }

  package static func allNouns(of type: RecordType) -> [String] {
    guard let words = nouns[type] else { return [] }
    return [words.one, words.many].flatMap { $0.nb + $0.nn + $0.en }
  }

  private static let nouns: [RecordType: (one: Texts, many: Texts)] = [
    .arena: (Texts("arena", "arena", "arena"), Texts("arenaer", "arenaer", "arenas")),
    .block: (Texts("bolk|økt", "bolk|økt", "block|slot"), Texts("bolker", "bolkar", "blocks")),
    .place: (Texts("sted|rom", "stad|rom", "place|room"), Texts("steder", "stader", "places")),
    .person: (Texts("person", "person", "person"), Texts("personer", "personar", "people")),
    .organisation: (
      Texts("organisasjon", "organisasjon", "organisation"),
      Texts("organisasjoner", "organisasjonar", "organisations")
    ),
    .group: (Texts("gruppe", "gruppe", "group"), Texts("grupper", "grupper", "groups")),
    .membership: (
      Texts("deltakelse", "deltaking", "membership"),
      Texts("deltakelser", "deltakingar", "memberships")
    ),
    .contribution: (
      Texts("bidrag", "bidrag", "contribution"), Texts("bidrag", "bidrag", "contributions")
    ),
    .report: (Texts("rapport", "rapport", "report"), Texts("rapporter", "rapportar", "reports")),
    .nextStep: (
      Texts("neste skritt", "neste steg", "next step"),
      Texts("neste skritt", "neste steg", "next steps")
    ),
    .strategyElement: (
      Texts("strategielement", "strategielement", "strategy element"),
      Texts("strategielementer", "strategielement", "strategy elements")
    ),
    .link: (Texts("kobling", "kopling", "link"), Texts("koblinger", "koplingar", "links")),
    .remark: (
      Texts("merknad", "merknad", "remark"), Texts("merknader", "merknader", "remarks")
    ),
    .vote: (Texts("stemme", "røyst", "vote"), Texts("stemmer", "røyster", "votes")),
    .attachment: (
      Texts("vedlegg", "vedlegg", "attachment"), Texts("vedlegg", "vedlegg", "attachments")
    ),
  ]

  private static let special: [RecordType: [String: Texts]] = [
    .person: [
      "title": Texts(
        "Stilling|Tittel|Stillingstittel|Yrke", "Stilling|Tittel|Stillingstittel|Yrke",
        "Work title|Title|Job title|Position"),
      "name": Texts(
        "Navn|Fullt navn|Deltaker|Navn på deltaker", "Namn|Fullt namn|Deltakar|Namn på deltakar",
        "Name|Full name|Participant"),
      "language": Texts("Språk|Morsmål", "Språk|Morsmål", "Language"),
    ],
    .group: [
      "title": Texts("Tittel|Emne|Tema|Gruppetittel", "Tittel|Emne|Tema", "Title|Topic"),
      "open": Texts("Åpen for nye|Åpen", "Open for nye|Open", "Open to newcomers|Open"),
      "state": Texts("Status", "Status", "State|Status"),
    ],
    .block: ["title": Texts("Tittel", "Tittel", "Title")],
    .place: ["name": Texts("Rom|Sted|Navn", "Rom|Stad|Namn", "Room|Place|Name")],
    .contribution: [
      "title": Texts("Tittel|Emne|Tema", "Tittel|Emne|Tema", "Title|Topic"),
      "slot": Texts("Økt", "Økt", "Slot"),
    ],
  ]

  private static let common: [String: Texts] = [
    "about": Texts("Gjelder", "Gjeld", "About"),
    "actor": Texts("Hvem|Navn", "Kven|Namn", "Who|Name"),
    "addressees": Texts("Mottakere|Adressater|Til", "Mottakarar|Til", "Addressees|Recipients|To"),
    "aims": Texts("Hensikt|Formål|Mål", "Føremål|Mål", "Aims|Purpose"),
    "aliases": Texts("Andre navn|Alias", "Andre namn|Alias", "Other names|Aliases|Alias"),
    "attendance": Texts(
      "Deltakelse|Dager|Til stede", "Deltaking|Dagar|Til stades", "Attendance|Days|Present"),
    "backup": Texts("Reservedato|Backuptidspunkt", "Reservedato", "Backup date"),
    "ballot": Texts("Avstemning", "Avrøysting", "Ballot"),
    "basis": Texts("Grunnlag", "Grunnlag", "Basis"),
    "body": Texts("Innhold|Tekst", "Innhald|Tekst", "Body|Text"),
    "by": Texts("Av", "Av", "By"),
    "capacity": Texts("Plasser|Kapasitet", "Plassar|Kapasitet", "Seats|Capacity"),
    "challenge": Texts("Utfordring", "Utfordring", "Challenge"),
    "city": Texts("By|Sted", "By|Stad", "Town|City"),
    "code": Texts("Kode|Nr|Nummer", "Kode|Nr|Nummer", "Code|No|Number"),
    "codes": Texts("Koder", "Kodar", "Codes"),
    "commissioners": Texts("Oppdragsgivere", "Oppdragsgjevarar", "Commissioners"),
    "consent": Texts("Samtykke", "Samtykke", "Consent"),
    "contact": Texts(
      "Kontakt|E-post|Epost|E-postadresse|Mail|Telefon|Mobil|Tlf|Adresse|Postadresse",
      "Kontakt|E-post|Epost|E-postadresse|Telefon|Mobil|Tlf|Adresse|Postadresse",
      "Contact|E-mail|Email|Mail|Phone|Telephone|Mobile|Address|Postal address"),
    "corner": Texts("Hjørne", "Hjørne", "Corner"),
    "day": Texts("Dag", "Dag", "Day"),
    "days": Texts("Dager|Dato", "Dagar|Dato", "Days|Dates"),
    "dots": Texts("Prikker|Poeng|Stemmer", "Prikkar|Poeng|Røyster", "Dots|Votes"),
    "due": Texts("Frist|Når", "Frist|Når", "Due|When"),
    "ends": Texts("Slutt", "Slutt", "Ends"),
    "fields": Texts("Felter", "Felt", "Fields"),
    "follow_ups": Texts("Oppfølging", "Oppfølging", "Follow-ups"),
    "format": Texts("Format", "Format", "Format"),
    "framework": Texts("Rammeverk|Strategi", "Rammeverk|Strategi", "Framework|Strategy"),
    "from": Texts("Fra", "Frå", "From"),
    "group": Texts("Gruppe|Gruppenummer|Gruppenr", "Gruppe|Gruppenummer", "Group"),
    "groups": Texts("Grupper|Gruppe", "Grupper|Gruppe", "Groups|Group"),
    "headcount": Texts("Antall|Antall til stede", "Tal på deltakarar|Antal", "Headcount|Number"),
    "kind": Texts("Type|Slag", "Type|Slag", "Kind|Type"),
    "language": Texts("Språk", "Språk", "Language"),
    "members_complete": Texts("Fullstendig liste", "Fullstendig liste", "Complete list"),
    "name": Texts("Navn", "Namn", "Name"),
    "note": Texts("Merknad|Notat|Kommentar", "Merknad|Notat|Kommentar", "Note|Comment"),
    "number": Texts("Nummer|Nr", "Nummer|Nr", "Number|No"),
    "on": Texts("På", "På", "On"),
    "open": Texts("Åpen", "Open", "Open"),
    "organisation": Texts(
      "Organisasjon|Arbeidssted|Arbeidsplass|Arbeidsgiver|Virksomhet|Firma|Bedrift|Etat|Tilhørighet",
      "Organisasjon|Arbeidsstad|Arbeidsplass|Arbeidsgjevar|Verksemd|Firma|Bedrift|Etat|Tilhøyrsle",
      "Organisation|Organization|Employer|Company|Affiliation|Institution"),
    "organisers": Texts("Arrangører", "Arrangørar", "Organisers"),
    "parent": Texts("Under", "Under", "Under|Parent"),
    "part_of": Texts("Del av", "Del av", "Part of"),
    "perspectives": Texts(
      "Perspektiv|Perspektiver|Ståsted|Rolle", "Perspektiv|Ståstad|Rolle",
      "Perspectives|Perspective"),
    "place": Texts("Sted|Rom", "Stad|Rom", "Place|Room"),
    "questions": Texts("Spørsmål", "Spørsmål", "Questions"),
    "reference": Texts("Bygger på", "Byggjer på", "Builds on"),
    "refers_to": Texts("Bygger på", "Byggjer på", "Builds on"),
    "role": Texts("Rolle|Funksjon", "Rolle|Funksjon", "Role"),
    "sections": Texts("Avsnitt", "Avsnitt", "Sections"),
    "series": Texts("Serie", "Serie", "Series"),
    "slot": Texts("Økt", "Økt", "Slot"),
    "slots": Texts("Økter|Økt", "Økter|Økt", "Slots|Slot"),
    "speakers": Texts("Innledere|Foredragsholdere", "Innleiarar", "Speakers"),
    "starts": Texts("Start", "Start", "Starts"),
    "state": Texts("Status", "Status", "State|Status"),
    "statuses": Texts("Status", "Status", "Statuses"),
    "template": Texts("Mal", "Mal", "Template"),
    "text": Texts("Tekst", "Tekst", "Text"),
    "theme": Texts("Tema", "Tema", "Theme"),
    "timezone": Texts("Tidssone", "Tidssone", "Time zone"),
    "title": Texts("Tittel", "Tittel", "Title"),
    "to": Texts("Til", "Til", "To"),
    "totals": Texts("Oppgitte tall", "Oppgjevne tal", "Stated totals"),
    "venue": Texts("Lokale", "Lokale", "Venue"),
    "what": Texts("Hva", "Kva", "What"),
    "when": Texts("Når", "Når", "When"),
    "where": Texts("Hvor|Sted", "Kvar|Stad", "Where|Place"),
    "who": Texts("Hvem|Ansvar|Ansvarlig", "Kven|Ansvar|Ansvarleg", "Who|Responsible"),
    "why": Texts("Hvorfor|Begrunnelse", "Kvifor|Grunngjeving", "Why|Reason"),
    "written": Texts("Navn som skrevet", "Namn som skrive", "Name as written"),
  ]
}
