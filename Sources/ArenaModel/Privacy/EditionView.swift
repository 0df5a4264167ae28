/// An arena as an edition may show it: what it withholds can't be read through it at all.
///
/// People whom the edition doesn't name keep their record, with their perspectives, so that counts stay true; their names
/// are gone from it, from where they were written, and from running text. Contacts and other personal fields are shown in
/// the named edition alone, and sources with their whole text likewise.
package final class EditionView: ArenaReading {
  package let edition: Edition
  private let base: any ArenaReading
  private let sights: [RecordID: Edition.Sight]
  private let mask: NameMask
  /// Names that may be shown although nobody was asked: organisations'.
  private let organisations: Set<MatchKey>
  private let namesWithheld: Set<MatchKey>
  private let personalFields: [RecordType: Set<String>]
  /// How many people are named although nobody asked them.
  package let peopleNotAsked: Int
  /// How many people aren't named.
  package let peopleWithheld: Int

  package init(
    _ base: any ArenaReading, edition: Edition, declarations: [FormatDeclaration] = []
  ) throws {
    self.base = base
    self.edition = edition
    let language = try base.arena().text(.language) ?? "en"
    var sights: [RecordID: Edition.Sight] = [:]
    var withheld: [String] = []
    var notAsked = 0
    for person in try base.records(of: .person) + base.withdrawnRecords(of: .person) {
      let sight = edition.sight(of: person)
      sights[person.id] = sight
      if sight == .named {
        if ["not_asked", nil].contains(person.text(.consent)) { notAsked += 1 }
        continue
      }
      withheld += [person.text(.name)].compactMap { $0 } + person.texts(.aliases)
      if let contact = person.text(.contact) { withheld.append(contact) }
    }
    self.sights = sights
    peopleNotAsked = notAsked
    peopleWithheld = sights.values.count { $0 != .named }
    mask = NameMask(names: withheld, placeholder: NameMask.placeholder(in: language))
    namesWithheld = Set(withheld.map { MatchKey($0) })
    organisations = Set(try base.records(of: .organisation).flatMap(\.matchKeys))
    var personal: [RecordType: Set<String>] = [:]
    for declaration in declarations {
      func add(_ fields: [FieldDeclaration], to type: RecordType) {
        personal[type, default: []].formUnion(fields.filter(\.isPersonal).map(\.name))
      }
      for type in RecordType.allCases {
        add(declaration.declaration(of: type)?.fields ?? [], to: type)
      }
      for kind in declaration.contribution.kinds { add(kind.fields, to: .contribution) }
      for remark in declaration.remarks { add(remark.fields, to: .remark) }
      for template in declaration.templates { add(template.fields, to: .report) }
    }
    personalFields = personal
  }

  // MARK: - Reading

  package func arena() throws -> Record { shown(try base.arena()) }

  package func record(_ id: RecordID) throws -> Record? { try base.record(id).map(shown) }

  package func records(of type: RecordType) throws -> [Record] {
    try base.records(of: type).map(shown)
  }

  package func records(of type: RecordType, where field: ModelField, refersTo target: RecordID)
    throws -> [Record]
  {
    try base.records(of: type, where: field, refersTo: target).map(shown)
  }

  package func records(of type: RecordType, named text: String) throws -> [Record] {
    // Asking for a name that is withheld must not tell whose it is.
    try base.records(of: type, named: text).map(shown)
      .filter { $0.matchKeys.contains(MatchKey(text)) }
  }

  package func count(of type: RecordType) throws -> Int { try base.count(of: type) }

  package func records(referringTo target: RecordID) throws -> [Record] {
    try base.records(referringTo: target).map(shown)
  }

  package func record(withItem id: RecordID) throws -> Record? {
    try base.record(withItem: id).map(shown)
  }

  package func withdrawnRecords(of type: RecordType) throws -> [Record] {
    try base.withdrawnRecords(of: type).map(shown)
  }

  // MARK: - What is shown

  private func shown(_ record: Record) -> Record {
    if edition == .named && peopleWithheld == 0 { return record }
    var out = record
    for (position, spec) in Schema.fields(of: record.type).enumerated() {
      guard let value = record[position: position] else { continue }
      out[spec.field] =
        isWithheld(spec, of: record)
        ? nil : shown(spec.field == .sections ? sections(value, of: record) : value, in: spec.field)
    }
    out.fields = Fields()
    for field in record.fields where !isWithheld(field.name, of: record) {
      if let value = shown(field.value, in: nil) { out.fields[field.name] = value }
    }
    return out
  }

  private func isWithheld(_ spec: FieldSpec, of record: Record) -> Bool {
    switch (record.type, spec.field) {
    case (.person, .perspectives), (.person, .consent): return false
    case (.person, _):
      let sight = sights[record.id] ?? .nothing
      if spec.isPersonal { return sight != .named || edition != .named }
      return spec.field == .organisation ? sight < .organisation : sight < .named
    case (.membership, .written):
      switch record.actor(.actor) {
      case .person(let id)?: return sights[id] != .named
      case .organisation?: return false
      case .name(let name)?: return !isNameShown(name, in: .actor)
      case nil: return edition != .named
      }
    case (.attachment, .content), (.attachment, .name): return edition != .named
    default: return spec.isPersonal && edition != .named
    }
  }

  private func isWithheld(_ field: String, of record: Record) -> Bool {
    if record.type == .person && sights[record.id] != .named { return true }
    return edition != .named && personalFields[record.type]?.contains(field) == true
  }

  /// The sections of a report without those that its template calls personal.
  private func sections(_ value: Value, of report: Record) -> Value {
    guard case .list(let sections) = value else { return value }
    return .list(
      sections.filter { section in
        guard case .object(let fields) = section, case .text(let name)? = fields["name"] else {
          return true
        }
        return !isWithheld(name, of: report)
      })
  }

  private func isNameShown(_ name: String, in field: ModelField?) -> Bool {
    let key = MatchKey(name)
    if organisations.contains(key) { return true }
    if namesWithheld.contains(key) { return false }
    if edition == .named { return true }
    // Whom an input addresses and who held the arena was said in public, and is mostly no person.
    let isPublic = field == .addressees || field == .organisers || field == .commissioners
    return edition == .consented && isPublic
  }

  private func shown(_ value: Value, in field: ModelField?) -> Value? {
    switch value {
    case .actor(.name(let name)):
      return isNameShown(name, in: field)
        ? .actor(.name(mask.masked(name))) : .actor(.name(mask.placeholder))
    case .list(let values): return .list(values.compactMap { shown($0, in: field) })
    case .object(let fields):
      var out = Fields()
      for entry in fields { out[entry.name] = shown(entry.value, in: field) }
      return .object(out)
    default: return mask.isEmpty ? value : value.mapTexts(mask.masked)
    }
  }
}
