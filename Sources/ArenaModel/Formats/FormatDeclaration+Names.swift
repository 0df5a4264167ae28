/// What things are called: labels and nouns in the languages of the format and of the host.
extension FormatDeclaration {
  package func role(_ name: String) -> RoleDeclaration? { roles.first { $0.name == name } }
  package func kind(_ name: String) -> KindDeclaration? {
    contribution.kinds.first { $0.name == name }
  }
  package func template(_ name: String) -> TemplateDeclaration? {
    templates.first { $0.name == name }
  }
  package func remark(_ name: String) -> RemarkDeclaration? { remarks.first { $0.name == name } }
  package func ballot(_ name: String) -> BallotDeclaration? { ballots.first { $0.name == name } }
  package func phase(_ name: String) -> PhaseDeclaration? { phases.first { $0.name == name } }
  package func action(_ name: String) -> ActionDeclaration? { actions.first { $0.name == name } }
  package func perspective(_ name: String) -> Term? { perspectives.first { $0.name == name } }

  /// What the format says of a record type; nil for types of which it says nothing.
  package func declaration(of type: RecordType) -> RecordDeclaration? {
    switch type {
    case .block: slot
    case .group: group.record
    case .person: person
    case .contribution: contribution.record
    case .nextStep: nextStep.record
    default: nil
    }
  }

  /// The fields that a record has from the format: those of its type, and of its kind, template or remark.
  package func fields(of record: Record) -> [FieldDeclaration] {
    let own = declaration(of: record.type)?.fields ?? []
    switch record.type {
    case .contribution: return own + (record.text(.kind).flatMap(kind)?.fields ?? [])
    case .remark: return own + (record.text(.kind).flatMap(remark)?.fields ?? [])
    default: return own
    }
  }

  /// The label that is written: for one of the model's fields or of the format's own.
  package func label(of field: String, in type: RecordType, language: String) -> String {
    let said = declaration(of: type)
    if let label = said?.labels[field] { return locales.written(label, in: language) }
    if let own = said?.fields.first(where: { $0.name == field }) {
      return locales.written(own.naming.label, in: language)
    }
    if let own = kindFields(of: type).first(where: { $0.name == field }) {
      return locales.written(own.naming.label, in: language)
    }
    return ModelLabels.written(field, of: type, in: language)
  }

  /// All labels that are recognised for a field of a type, best first.
  package func labels(of field: String, in type: RecordType, language: String) -> [String] {
    let said = declaration(of: type)
    var out: [String] = []
    if let label = said?.labels[field] { out += locales.recognised(label, first: language) }
    for own in (said?.fields ?? []) + kindFields(of: type) where own.name == field {
      out += locales.recognised(own.naming.label, first: language)
    }
    return out + ModelLabels.recognised(field, of: type, first: language)
  }

  private func kindFields(of type: RecordType) -> [FieldDeclaration] {
    switch type {
    case .contribution: contribution.kinds.flatMap(\.fields)
    case .remark: remarks.flatMap(\.fields)
    default: []
    }
  }

  /// What one record of the type is called.
  package func noun(of type: RecordType, language: String) -> String {
    guard let noun = declaration(of: type)?.noun else {
      return ModelLabels.noun(of: type, in: language)
    }
    return locales.translate(noun, to: language)
  }

  /// What several records of the type are called.
  package func nouns(of type: RecordType, language: String) -> String {
    guard let nouns = declaration(of: type)?.nouns ?? declaration(of: type)?.noun else {
      return ModelLabels.nouns(of: type, in: language)
    }
    return locales.translate(nouns, to: language)
  }

  /// Every word that one or several records of the type go by, in every language.
  package func allNouns(of type: RecordType, language: String) -> [String] {
    var out: [String] = []
    for noun in [declaration(of: type)?.noun, declaration(of: type)?.nouns].compactMap({ $0 }) {
      out += locales.recognised(Label([noun]), first: language)
    }
    return out + ModelLabels.allNouns(of: type)
  }
}
