import ArenaModel
import DocumentWriters
import JSONCodec

/// The people of an arena as a table with the columns that `arena import` reads: imported again, it changes nothing.
struct PeopleTable {
  private let view: ArenaView
  private let format: FormatDeclaration?

  init(_ view: ArenaView) {
    self.view = view
    // People belong to no format; where there are several, the first that says which sides people bring.
    format =
      view.format(nil) ?? view.formats.first { !$0.perspectives.isEmpty } ?? view.formats.first
  }

  func csv(_ people: [Record]) throws -> String {
    let own = format?.declaration(of: .person)?.fields ?? []
    var header = Schema.fields(of: .person).map { label($0.name) }
    header += own.map { label($0.name) }
    header.append(
      format?.noun(of: .group, language: view.language)
        ?? ModelLabels.noun(of: .group, in: view.language))
    let rows = try people.map { person in
      try Schema.fields(of: .person).map { try cell(person[$0.field], $0.field, person) }
        + own.map { try cell(person.fields[$0.name], declared: $0) } + [groups(of: person)]
    }
    var buffer = ByteBuffer()
    CSVWriter().write(rows: [header] + rows, to: &buffer)
    return buffer.string()
  }

  private func label(_ field: String) -> String {
    format?.label(of: field, in: .person, language: view.language)
      ?? ModelLabels.written(field, of: .person, in: view.language)
  }

  private func cell(_ value: Value?, _ field: ModelField, _ person: Record) throws -> String {
    guard let value else { return "" }
    let text = ValueText(arena: view.reading, format: format, language: view.language)
    guard case .list(let values) = value else {
      return try text.text(value, field: field, of: .person)
    }
    return try values.map { try text.text(.list([$0]), field: field, of: .person) }
      .joined(separator: "; ")
  }

  private func cell(_ value: Value?, declared: FieldDeclaration) throws -> String {
    guard let value else { return "" }
    let text = ValueText(arena: view.reading, format: format, language: view.language)
    guard case .list(let values) = value else { return try text.text(value, declared: declared) }
    return try values.map { try text.text($0, declared: declared) }.joined(separator: "; ")
  }

  private func groups(of person: Record) throws -> String {
    try view.reading.records(of: .membership, where: .actor, refersTo: person.id)
      .compactMap { try $0.reference(.group).flatMap { try view.reading.record($0) }?.text(.code) }
      .joined(separator: "; ")
  }
}
