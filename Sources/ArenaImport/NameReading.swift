package import ArenaModel

/// Reads who stands on a line: "A og B", "A, B", "A, Organisation", "Organisation v/A". By habit, so that what could be
/// read in two ways is marked as unsure.
package struct NameReading {
  package struct Found: Sendable, Hashable {
    /// As written, with what stands beside the name.
    package var written: String
    package var name: String
    package var organisation: String?
    package var title: String?
    package var isOrganisation = false
    package var isSure = true

    package init(written: String, name: String, organisation: String? = nil, isSure: Bool = true) {
      self.written = written
      self.name = name
      self.organisation = organisation
      self.isSure = isSure
    }
  }

  private let holder: RoleDeclaration.Holder
  private let isPerson: (String) -> Bool
  private let isOrganisation: (String) -> Bool

  /// - Parameters:
  ///   - isPerson: whether the arena knows a person of that name.
  ///   - isOrganisation: whether the arena knows an organisation of that name.
  package init(
    holder: RoleDeclaration.Holder = .person, isPerson: @escaping (String) -> Bool = { _ in false },
    isOrganisation: @escaping (String) -> Bool = { _ in false }
  ) {
    self.holder = holder
    self.isPerson = isPerson
    self.isOrganisation = isOrganisation
  }

  package func read(_ text: String) -> [Found] {
    let text = Self.trimmed(text)
    guard !Self.isNobody(text) else { return [] }
    if holder == .organisation { return organisations(text) }
    return Self.split(text, at: ";").flatMap(readList)
  }

  /// What people write where there is nobody.
  private static func isNobody(_ text: String) -> Bool {
    let folded = Folding.fold(text).filter { $0.isLetter || $0.isNumber }
    return ["", "nn", "ingen", "ukjent", "none", "unknown", "ingenoppgitt", "ikkeoppgitt"]
      .contains(folded)
  }

  private func organisations(_ text: String) -> [Found] {
    if let (organisation, person) = Self.splitRepresentative(text) {
      var found = Found(written: text, name: organisation)
      found.isOrganisation = true
      return [found] + RoleReading(self).people(person)
    }
    return [organisation(text)]
  }

  private func organisation(_ text: String) -> Found {
    var found = Found(written: text, name: text)
    found.isOrganisation = true
    return found
  }

  /// The people of a representative, read as people whatever the role's holder.
  private struct RoleReading {
    let reading: NameReading
    init(_ reading: NameReading) {
      self.reading = NameReading(
        isPerson: reading.isPerson, isOrganisation: reading.isOrganisation)
    }
    func people(_ text: String) -> [Found] { reading.read(text) }
  }

  /// "Organisation v/Person"
  private static func splitRepresentative(_ text: String) -> (String, String)? {
    for sign in [" v/", ", v/", " ved ", " by "] {
      guard let range = text.firstRange(ofText: sign) else { continue }
      let before = trimmed(String(text[..<range.lowerBound]))
      let after = trimmed(String(text[range.upperBound...]))
      if !before.isEmpty, !after.isEmpty, sign != " by " || looksLikeName(after) {
        return (before, after)
      }
    }
    return nil
  }

  private func readList(_ text: String) -> [Found] {
    if let (organisation, people) = Self.splitRepresentative(text) {
      return read(people).map { found in
        var found = found
        found.organisation = found.organisation ?? organisation
        found.written = text
        return found
      }
    }
    var out: [Found] = []
    for (index, part) in Self.split(text, at: ",").enumerated() {
      if index > 0, !out.isEmpty, let beside = beside(part, after: out) {
        attach(part, as: beside, to: &out)
        continue
      }
      out += readJoined(part)
    }
    return out
  }

  /// What a part after a comma is, if it is no further person.
  private enum Beside {
    case organisation(isSure: Bool)
    case title
  }

  private func beside(_ part: String, after out: [Found]) -> Beside? {
    if isPerson(part) { return nil }
    if isOrganisation(part) { return .organisation(isSure: true) }
    if let first = Self.joined(part), first.count > 1, first.allSatisfy(Self.looksLikeName) {
      // "Kari Voll, Lege/Forsker": after a full name single words are what somebody is.
      let isFull = out.last.map { $0.name.split(separator: " ").count > 1 } ?? false
      if !isFull || !part.contains("/") || first.contains(where: { $0.contains(" ") }) {
        return nil
      }
      return .title
    }
    if Self.isTitle(part) { return .title }
    if Self.looksLikeOrganisation(part) { return .organisation(isSure: true) }
    guard Self.looksLikeName(part) else { return .organisation(isSure: true) }
    let words = part.split(separator: " ").count
    if words == 1 {
      // Among first names another first name; after a full name a place or a house, most likely.
      let last = out.last?.name.split(separator: " ").count ?? 1
      return last == 1 ? nil : .organisation(isSure: false)
    }
    return nil
  }

  private func attach(_ part: String, as beside: Beside, to out: inout [Found]) {
    let last = out.count - 1
    out[last].written += ", " + part
    switch beside {
    case .title: out[last].title = out[last].title.map { $0 + ", " + part } ?? part
    case .organisation(let isSure):
      out[last].organisation = out[last].organisation.map { $0 + ", " + part } ?? part
      if !isSure { out[last].isSure = false }
    }
  }

  /// "A og B"; where the halves are no names, the whole is one.
  private func readJoined(_ text: String) -> [Found] {
    guard let parts = Self.joined(text), parts.count > 1 else { return [readOne(text)] }
    let bare = parts.map { Self.withoutParentheses($0).0 }
    guard bare.allSatisfy({ Self.looksLikeName($0) || isPerson($0) }) else {
      return [readOne(text)]
    }
    return parts.map { part in
      var found = readOne(part)
      if !part.contains(" ") { found.isSure = false }
      return found
    }
  }

  private static func joined(_ text: String) -> [String]? {
    var parts = [text]
    for sign in [" og ", " and ", " & ", " + ", "/", " samt "] {
      parts = parts.flatMap { split($0, atText: sign) }
    }
    return parts.count > 1 ? parts : nil
  }

  private func readOne(_ text: String) -> Found {
    var (name, aside) = Self.withoutParentheses(text)
    var found = Found(written: text, name: name)
    if let dash = name.firstRange(ofAny: [" - ", " – ", " — "]) {
      let before = Self.trimmed(String(name[..<dash.lowerBound]))
      if Self.looksLikeName(before) {
        aside = aside ?? Self.trimmed(String(name[dash.upperBound...]))
        name = before
        found.name = before
      }
    }
    if let aside {
      if Self.isTitle(aside) { found.title = aside } else { found.organisation = aside }
    } else if let (person, organisation) = Self.trailingOrganisation(name) {
      found.name = person
      found.organisation = organisation
      found.isSure = false
    }
    if !isPerson(found.name) {
      let isHouse =
        isOrganisation(found.name)
        || !Self.looksLikeName(found.name) && Self.looksLikeOrganisation(found.name)
      if isHouse, holder == .actor {
        found.isOrganisation = true
      } else if !Self.looksLikeName(found.name) {
        found.isSure = false
      }
    }
    return found
  }

  /// "Kari Voll NAV": a name, and capitals after it that are no name.
  private static func trailingOrganisation(_ text: String) -> (String, String)? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count >= 3, let start = words.firstIndex(where: isAcronym), start >= 2,
      words[..<start].allSatisfy({ !isAcronym($0) })
    else { return nil }
    let name = words[..<start].joined(separator: " ")
    guard looksLikeName(name) else { return nil }
    return (name, words[start...].joined(separator: " "))
  }

  /// NAV, A-LARM, KS: capitals of at least two letters.
  private static func isAcronym(_ word: String) -> Bool {
    let letters = word.filter(\.isLetter)
    return letters.count >= 2 && letters.allSatisfy(\.isUppercase)
  }

  private static func withoutParentheses(_ text: String) -> (String, String?) {
    guard let open = text.firstIndex(of: "("), open > text.startIndex else { return (text, nil) }
    let close = text.lastIndex(of: ")") ?? text.endIndex
    let inside = trimmed(
      String(text[text.index(after: open)..<max(close, text.index(after: open))]))
    let before = trimmed(String(text[..<open]))
    return inside.isEmpty ? (before, nil) : (before, inside)
  }

  // MARK: - What names look like

  /// One to five words that begin with capitals; particles and initials among them.
  package static func looksLikeName(_ text: String) -> Bool {
    let words = trimmed(text).split(separator: " ").map(String.init)
    guard (1...5).contains(words.count) else { return false }
    let capitals = words.filter { $0.first?.isUppercase == true }
    guard !capitals.isEmpty, words.first?.first?.isUppercase == true else { return false }
    for word in words {
      if particles.contains(word.lowercased()) { continue }
      guard let first = word.first, first.isUppercase, !word.contains(where: \.isNumber) else {
        return false
      }
      guard word.allSatisfy({ $0.isLetter || "-‑.'’´:".contains($0) }) else { return false }
    }
    // A name all in capitals is one where every word is; NAV beside other words is none.
    let acronyms = words.filter(isAcronym)
    if !acronyms.isEmpty, acronyms.count < words.count || words.count == 1 { return false }
    return !words.contains {
      organisationWords.contains(Folding.fold($0)) || hasOrganisationEnding($0)
    }
  }

  private static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "af", "av", "da", "di", "du", "la", "le", "el", "al", "bin",
    "ten", "ter", "y", "zu",
  ]

  private static func isTitle(_ text: String) -> Bool {
    guard let first = text.split(separator: " ").first.map(String.init) else { return false }
    let folded = Folding.fold(first)
    return titleEndings.contains { folded == $0 || folded.count > $0.count && folded.hasSuffix($0) }
      && !looksLikeOrganisationStart(text)
  }

  private static func looksLikeOrganisationStart(_ text: String) -> Bool {
    text.split(separator: " ").dropFirst().contains { isAcronym(String($0)) }
  }

  /// Words for what people do, as they end in Norwegian and English.
  private static let titleEndings = [
    "rådgiver", "rådgjevar", "leder", "leiar", "sjef", "direktør", "forsker", "forskar", "lege",
    "overlege", "psykolog", "fysioterapeut", "veileder", "rettleiar", "koordinator", "konsulent",
    "professor", "lektor", "lærer", "lærar", "student", "stipendiat", "sykepleier", "prosjektleder",
    "medarbeider", "fasilitator", "bibliotekar", "adviser", "advisor", "manager", "director",
    "researcher", "leader", "doctor", "nurse", "teacher", "coordinator", "consultant",
  ]

  private static func looksLikeOrganisation(_ text: String) -> Bool {
    let words = text.split(separator: " ").map(String.init)
    return words.contains {
      isAcronym($0) || organisationWords.contains(Folding.fold($0)) || hasOrganisationEnding($0)
    } || words.dropFirst().contains { $0.first?.isLowercase == true && !particles.contains($0) }
  }

  private static let organisationWords: Set<String> = [
    "as", "asa", "sa", "ks", "nav", "hf", "ltd", "inc", "helse", "norge", "norsk", "norges",
    "nasjonal", "nasjonalt", "university", "hospital", "council", "centre", "center", "ministry",
    "directorate", "department", "agency", "association", "institute", "library", "school", "unge",
    "røde", "kors", "stiftelsen", "foreningen",
  ]

  private static let organisationEndings = [
    "kommune", "direktorat", "direktoratet", "departement", "departementet", "universitet",
    "universitetet", "høgskole", "høgskolen", "høyskole", "høyskolen", "høgskule", "høgskulen",
    "sykehus", "sykehuset", "sjukehus", "sjukehuset", "senter", "senteret", "sentral", "sentralen",
    "institutt", "instituttet", "tjeneste", "tjenesten", "teneste", "klinikk", "klinikken", "råd",
    "rådet", "utvalg", "utvalget", "forbund", "forbundet", "forening", "stiftelse", "bedrift",
    "bygdelag", "organisasjon", "selskap", "selskapet", "etaten", "etat", "bibliotek",
    "biblioteket",
    "huset", "skole", "skolen", "skule", "skulen", "laget", "verket", "banken", "gruppen", "gruppa",
  ]

  private static func hasOrganisationEnding(_ word: String) -> Bool {
    let folded = Folding.fold(word)
    return organisationEndings.contains {
      folded == $0 || folded.count > $0.count + 2 && folded.hasSuffix($0)
    }
  }

  // MARK: - Cutting

  private static func trimmed(_ text: String) -> String {
    var text = text.trimmingBlanks
    while let last = text.last, ",;".contains(last) { text = text.dropLast().trimmingBlanks }
    while let first = text.first, ",;".contains(first) { text = text.dropFirst().trimmingBlanks }
    return text
  }

  /// Cuts at a sign that stands outside parentheses.
  private static func split(_ text: String, at sign: Character) -> [String] {
    var parts: [String] = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == sign, depth <= 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(trimmed).filter { !$0.isEmpty }
  }

  private static func split(_ text: String, atText sign: String) -> [String] {
    var parts: [String] = []
    var rest = text[...]
    while let range = rest.firstRange(ofText: sign) {
      parts.append(trimmed(String(rest[..<range.lowerBound])))
      rest = rest[range.upperBound...]
    }
    parts.append(trimmed(String(rest)))
    return parts.filter { !$0.isEmpty }
  }
}

extension StringProtocol {
  func firstRange(ofText text: String) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(text) {
        return index..<self.index(index, offsetBy: text.count)
      }
      index = self.index(after: index)
    }
    return nil
  }

  func firstRange(ofAny texts: [String]) -> Range<Index>? {
    texts.compactMap { firstRange(ofText: $0) }.min { $0.lowerBound < $1.lowerBound }
  }
}
