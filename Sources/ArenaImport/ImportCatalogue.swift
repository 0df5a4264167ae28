package import ArenaModel

/// What imports say, in Bokmål, Nynorsk and English; other languages get English.
package struct ImportCatalogue: Sendable {
  private let language: String

  package init(_ language: String) {
    self.language = language == "nn" ? "nn" : Wording.isNorwegian(language) ? "nb" : "en"
  }

  /// "Line", at the beginning of a sentence.
  private var lineWord: String { word("line").prefix(1).uppercased() + word("line").dropFirst() }

  /// A note as a sentence, with its line.
  package func sentence(_ note: ImportNote) -> String {
    let text = text(of: note)
    guard let line = note.line, line > 0 else { return text }
    return "\(lineWord) \(line): \(text)"
  }

  /// A line that could not be placed, as a sentence.
  package func leftOver(_ line: SourceLine) -> String {
    let text = fill("left_over_line", ["text": line.text])
    return "\(lineWord) \(line.number): \(text)"
  }

  /// Where a value stands: "file.txt, line 19".
  package func source(_ file: String, line: Int) -> String { "\(file), \(word("line")) \(line)" }

  /// Why a row was not taken: it doesn't say the field that every record needs.
  func missing(_ field: String) -> String { fill("missing", ["name": field]) }

  /// A row that names a group that isn't there.
  func noGroup(_ code: String) -> String { fill("no_group", ["code": code]) }

  /// The lines of a summary: what was added, changed and left.
  package func summary(_ report: ImportReport, format: FormatDeclaration?) -> [String] {
    var out: [String] = []
    if report.changesNothing { out.append("\(report.file): \(word("nothing"))") }
    for (title, counts) in [("added", report.added), ("changed", report.changed)] {
      let parts = RecordType.allCases.compactMap { type -> String? in
        guard let count = counts[type], type != .attachment else { return nil }
        return "\(count) \(noun(type, count, format))"
      }
      if !parts.isEmpty { out.append("\(word(title)): \(parts.joined(separator: ", "))") }
    }
    let placed = report.lineCount - report.leftOver.count
    out.append(
      fill(
        "lines",
        [
          "placed": String(placed), "all": String(report.lineCount),
          "left": String(report.leftOver.count),
        ]))
    return out
  }

  private func noun(_ type: RecordType, _ count: Int, _ format: FormatDeclaration?) -> String {
    if let format {
      return count == 1
        ? format.noun(of: type, language: language) : format.nouns(of: type, language: language)
    }
    return count == 1
      ? ModelLabels.noun(of: type, in: language) : ModelLabels.nouns(of: type, in: language)
  }

  private func text(of note: ImportNote) -> String {
    var values = note.values
    var key = note.kind.rawValue
    if note.kind == .firstNameOnly, values["others"]?.isEmpty != false { key += "_alone" }
    if note.kind == .unsureName, values["organisation"] != nil { key += "_organisation" }
    if note.kind == .nearName, values["name"] == values["other"] { key += "_same" }
    for name in ["text", "why", "names", "others"] where values[name] == nil { values[name] = "" }
    return fill(key, values)
  }

  private func fill(_ key: String, _ values: [String: String]) -> String {
    let source = word(key)
    let filled = try? TextPattern(source).filled(in: language) { values[$0].map { .text($0) } }
    return filled ?? source
  }

  private func word(_ key: String) -> String {
    guard let texts = Self.table[key] else { return key }
    return language == "nb" ? texts.nb : language == "nn" ? texts.nn : texts.en
  }

  private struct Texts {
    let nb: String
    let nn: String
    let en: String
    init(_ nb: String, _ nn: String, _ en: String) {
      self.nb = nb
      self.nn = nn
      self.en = en
    }
  }

  private static let table: [String: Texts] = [
    "line": Texts("linje", "linje", "line"),
    "added": Texts("Lagt til", "Lagt til", "Added"),
    "changed": Texts("Endret", "Endra", "Changed"),
    "nothing": Texts(
      "ingenting er endret; arenaen har alt dette fra før.",
      "ingenting er endra; arenaen har alt dette frå før.",
      "nothing has changed; the arena has all of it already."),
    "lines": Texts(
      "{placed} av {all} linjer er plassert, {left} er tatt vare på uten å være plassert.",
      "{placed} av {all} linjer er plasserte, {left} er tekne vare på utan å vere plasserte.",
      "{placed} of {all} lines are placed, {left} are kept without being placed."),
    "left_over_line": Texts(
      "ikke plassert: {text}", "ikkje plassert: {text}", "not placed: {text}"),
    "encoding": Texts(
      "Fila er lest som {encoding}. Er bokstavene gale, så lagre den som UTF-8 og importer på nytt.",
      "Fila er lesen som {encoding}. Er bokstavane gale, så lagre ho som UTF-8 og importer på nytt.",
      "The file was read as {encoding}. If letters are wrong, save it as UTF-8 and import it again."
    ),
    "unknown_perspective": Texts(
      "Perspektivet «{text}» er ikke blant formatets. Det er beholdt; rett det hvis det er en skrivefeil.",
      "Perspektivet «{text}» er ikkje mellom dei som formatet har. Det står; rett det om det er ein skrivefeil.",
      "The perspective “{text}” is none of the format's. It was kept; correct it if it is a slip."),
    "repeated_code": Texts(
      "Koden {code} står også på linje {first}. Begge er tatt med som de står; rett den som er gal.",
      "Koden {code} står òg på linje {first}. Båe er tekne med som dei står; rett den som er gal.",
      "The code {code} stands on line {first}, too. Both are kept as they are; correct the wrong one."
    ),
    "gap": Texts(
      "Nummereringen hopper over {code}.", "Nummereringa hoppar over {code}.",
      "The numbering leaves out {code}."),
    "other_slot": Texts(
      "{code} står under økt {slot}. Koden er beholdt; se hvor den hører til.",
      "{code} står under økt {slot}. Koden er halden; sjå kvar han høyrer til.",
      "{code} stands under slot {slot}. The code is kept; see where it belongs."),
    "unsure_entry": Texts(
      "{code} er lest som overskrift, men har ingen kjente ledetekster under seg.",
      "{code} er lesen som overskrift, men har ingen kjende leietekstar under seg.",
      "{code} was read as a heading, though no known label follows it."),
    "not_an_entry": Texts(
      "{code} {text}: ligner en overskrift, men er lest som tekst.",
      "{code} {text}: liknar ei overskrift, men er lesen som tekst.",
      "{code} {text}: looks like a heading, and was read as text."),
    "unsure_name": Texts(
      "{text}: er dette et personnavn? Lest som {name}.",
      "{text}: er dette eit personnamn? Lese som {name}.",
      "{text}: is this a person's name? Read as {name}."),
    "unsure_name_organisation": Texts(
      "{text}: lest som {name} fra {organisation}. Se om det stemmer.",
      "{text}: lese som {name} frå {organisation}. Sjå om det stemmer.",
      "{text}: read as {name} of {organisation}. See whether that is right."),
    "near_name": Texts(
      "{name} kan være den samme som {other}. Ingen er slått sammen.",
      "{name} kan vere den same som {other}. Ingen er slegne saman.",
      "{name} may be the same person as {other}. Nobody was merged."),
    "near_name_same": Texts(
      "Flere heter {name}. Navnet er beholdt som det står.",
      "Fleire heiter {name}. Namnet er halde som det står.",
      "Several people are called {name}. The name is kept as written."),
    "first_name_only": Texts(
      "{name}: bare ett navn. Kan være {others}. Beholdt som det står.",
      "{name}: berre eitt namn. Kan vere {others}. Halde som det står.",
      "{name}: one name only. It may be {others}. Kept as written."),
    "first_name_only_alone": Texts(
      "{name}: bare ett navn. Beholdt som det står.",
      "{name}: berre eitt namn. Halde som det står.",
      "{name}: one name only. Kept as written."),
    "several_people": Texts(
      "{text}: lest som flere: {names}.", "{text}: lese som fleire: {names}.",
      "{text}: read as several: {names}."),
    "unknown_reference": Texts(
      "{code} viser til {reference}, som ikke finnes i arenaen. Henvisningen er beholdt som den står.",
      "{code} viser til {reference}, som ikkje finst i arenaen. Tilvisinga er halden som ho står.",
      "{code} refers to {reference}, which the arena doesn't have. The reference is kept as stated."
    ),
    "other_day": Texts(
      "{code} viser til {reference} på dag {day}, men {reference} var på dag {stated}.",
      "{code} viser til {reference} på dag {day}, men {reference} var på dag {stated}.",
      "{code} refers to {reference} of day {day}, but {reference} was on day {stated}."),
    "unknown_kind": Texts(
      "{code}: formatet har ikke slaget «{text}».", "{code}: formatet har ikkje slaget «{text}».",
      "{code}: the format has no kind \"{text}\"."),
    "unread_count": Texts(
      "{code}: «{text}» er ikke noe entydig antall. Teksten er beholdt.",
      "{code}: «{text}» er ikkje noko eintydig tal. Teksten er halden.",
      "{code}: \"{text}\" is no clear number. The text is kept."),
    "unsure_body": Texts(
      "{code}: ingen ledetekst står over innholdet; teksten under overskriften er tatt som innhold.",
      "{code}: ingen leietekst står over innhaldet; teksten under overskrifta er teken som innhald.",
      "{code}: no label stands over its content; the text under the heading was taken."),
    "no_body": Texts(
      "{code} har ikke noe innhold.", "{code} har ikkje noko innhald.", "{code} has no content."),
    "unknown_place": Texts(
      "Stedet {name} er nytt.", "Staden {name} er ny.", "The place {name} is new."),
    "bad_value": Texts(
      "{name}: «{text}» kunne ikke leses. {why}", "{name}: «{text}» kunne ikkje lesast. {why}",
      "{name}: \"{text}\" could not be read. {why}"),
    "slot_added": Texts(
      "{slot} fantes ikke og er lagt til.", "{slot} fanst ikkje og er lagd til.",
      "{slot} was not there and was added."),
    "duplicate_row": Texts(
      "{name} står også på linje {first}. Raden er ikke tatt med to ganger.",
      "{name} står òg på linje {first}. Rada er ikkje teken med to gonger.",
      "{name} stands on line {first}, too. The row was not taken twice."),
    "missing": Texts(
      "Raden mangler «{name}» og er ikke tatt med.", "Rada manglar «{name}» og er ikkje teken med.",
      "The row has no \"{name}\" and was not taken."),
    "no_group": Texts(
      "Arenaen har ingen gruppe {code}. Personen er tatt med uten den.",
      "Arenaen har inga gruppe {code}. Personen er teken med utan ho.",
      "The arena has no group {code}. The person was taken without it."),
    "bad_row": Texts("{why}", "{why}", "{why}"),
    "unknown_column": Texts(
      "Kolonnen «{name}» er ukjent og er ikke lest.",
      "Kolonna «{name}» er ukjend og er ikkje lesen.",
      "The column \"{name}\" is unknown and was not read."),
    "conflict": Texts(
      "{record}, {field}: fila sier «{file}», men arenaen har «{now}». Det som står i arenaen, er beholdt.",
      "{record}, {field}: fila seier «{file}», men arenaen har «{now}». Det som står i arenaen, er halde.",
      "{record}, {field}: the file says \"{file}\", and the arena has \"{now}\". What the arena has is kept."
    ),
    "vanished": Texts(
      "{record} ({type}) var i en tidligere utgave av fila og er ikke i denne. Ingenting er fjernet.",
      "{record} ({type}) var i ei tidlegare utgåve av fila og er ikkje i denne. Ingenting er fjerna.",
      "{record} ({type}) was in an earlier version of the file and is not in this one. Nothing was removed."
    ),
  ]
}
