package import ArenaModel

/// A table whose columns are known: each row with its values by field, as texts.
package struct RowReading: Sendable {
  package struct Row: Sendable, Hashable {
    package let line: Int
    /// By the name of the field; cells without text are left out.
    package var values: [String: String]
  }

  package let name: String
  /// What a row is.
  package let type: RecordType
  package internal(set) var rows: [Row] = []
  package internal(set) var notes: [ImportNote] = []
  /// The fields in the order of their columns.
  package internal(set) var fields: [String] = []
  package internal(set) var lines: [SourceLine] = []
  /// The header, and what stands above it.
  var headerLines: [Int] = []

  init(name: String, type: RecordType) {
    self.name = name
    self.type = type
  }
}

/// Finds out what the columns of a table are, by their names in any of the languages and in any order: CONTRACT
/// section 3, importers with `reads = "rows"`.
package struct RowReader {
  private let type: RecordType
  private let format: FormatDeclaration?
  private let language: String
  /// The labels of each field, best first.
  private let labels: [(field: String, labels: [String])]

  /// - Parameter columns: what the importer declares beyond the record's own fields.
  package init(
    _ type: RecordType, format: FormatDeclaration?, columns: [FieldDeclaration] = [],
    language: String
  ) {
    self.type = type
    self.format = format
    self.language = language
    var labels: [(field: String, labels: [String])] = columns.map { column in
      (
        column.name,
        [column.name]
          + (format?.locales.recognised(column.naming.label, first: language)
            ?? column.naming.label.texts)
      )
    }
    for field in format?.declaration(of: type)?.fields ?? [] {
      let texts = format?.locales.recognised(field.naming.label, first: language) ?? []
      labels.append((field.name, [field.name] + texts))
    }
    for spec in Schema.fields(of: type) where spec.type != .object && spec.type != .blob {
      let texts =
        format?.labels(of: spec.name, in: type, language: language)
        ?? ModelLabels.recognised(spec.name, of: type, first: language)
      labels.append((spec.name, [spec.name] + texts))
    }
    if type == .person {
      labels.append(
        (
          Self.firstName,
          [Self.firstName, "Fornavn", "Førenamn", "Fornamn", "First name", "Given name"]
        ))
      labels.append(
        (
          Self.lastName,
          [Self.lastName, "Etternavn", "Etternamn", "Last name", "Surname", "Family name"]
        ))
      if let format {
        labels.append(
          (
            "group",
            ["group", format.noun(of: .group, language: language)]
              + format.allNouns(of: .group, language: language)
          ))
      }
    }
    self.labels = labels
  }

  static let firstName = "first_name"
  static let lastName = "last_name"

  package func read(_ table: Table) throws(ImportError) -> RowReading {
    let filled = table.rows.filter { !$0.isBlank }
    guard !filled.isEmpty else { throw .blank(file: table.name, lines: table.rows.count) }
    // A title may stand above the header: of the first rows the one that names the most columns is it.
    var best: (index: Int, header: Header)?
    for (index, row) in filled.prefix(10).enumerated() {
      let header = columns(of: row.cells)
      if header.columns.count > best?.header.columns.count ?? 0 { best = (index, header) }
    }
    guard let best else {
      throw .noHeader(
        file: table.name, line: filled[0].line, found: filled[0].cells.filter { !$0.isEmpty },
        known: known)
    }
    let headerIndex = best.index
    var columns = best.header
    let body = filled[(headerIndex + 1)...]
    columns.settle(by: body)
    var reading = RowReading(name: table.name, type: type)
    var named: Set<String> = []
    reading.fields = columns.columns.sorted { $0.key < $1.key }.map(\.value)
      .filter { named.insert($0).inserted }
    reading.lines = filled.map {
      SourceLine(number: $0.line, text: $0.cells.joined(separator: " | "))
    }
    if table.encoding == .windows1252 || table.encoding == .utf16, let encoding = table.encoding {
      reading.notes.append(ImportNote(.encoding, ["encoding": encoding.rawValue]))
    }
    let header = filled[headerIndex]
    reading.notes += columns.unknown.map {
      ImportNote(.unknownColumn, line: header.line, ["name": $0])
    }
    let ordered = columns.columns.sorted { $0.key < $1.key }
    reading.rows = body.map { row in
      var values: [String: String] = [:]
      for (index, field) in ordered where row.cells.indices.contains(index) {
        let cell = Self.unquoted(row.cells[index].trimmingBlanks)
        guard !cell.isEmpty else { continue }
        values[field] = values[field].map { "\($0), \(cell)" } ?? cell
      }
      return RowReading.Row(line: row.line, values: values)
    }
    reading.headerLines = filled[...headerIndex].map(\.line)
    return reading
  }

  /// The text without the apostrophe that keeps a spreadsheet from computing it: what we and others write is read back.
  private static func unquoted(_ cell: String) -> String {
    guard cell.first == "'", let sign = cell.dropFirst().first, "=+-@".contains(sign) else {
      return cell
    }
    return String(cell.dropFirst())
  }

  /// The names of columns that are known, one a field, in the arena's language.
  private var known: [String] {
    labels.compactMap { $0.labels.dropFirst().first ?? $0.labels.first }
  }

  /// What the columns under a header are.
  private struct Header {
    var columns: [Int: String] = [:]
    var unknown: [String] = []
    /// Columns with a field that another column has already.
    var doubled: [(index: Int, field: String, name: String)] = []

    /// A field may have two columns where no row fills both: JSON whose rows spell a key in two ways.
    mutating func settle(by rows: ArraySlice<Table.Row>) {
      func isFilled(_ row: Table.Row, _ index: Int) -> Bool {
        row.cells.indices.contains(index) && !row.cells[index].isEmpty
      }
      for (index, field, name) in doubled {
        let others = columns.filter { $0.value == field }.map(\.key)
        let clash = rows.contains { row in
          isFilled(row, index) && others.contains { isFilled(row, $0) }
        }
        if clash || !rows.contains(where: { isFilled($0, index) }) {
          unknown.append(name)
        } else {
          columns[index] = field
        }
      }
    }
  }

  private func columns(of cells: [String]) -> Header {
    var header = Header()
    // The best names take their fields first.
    var found: [(index: Int, field: String, penalty: Int)] = []
    for (index, cell) in cells.enumerated() where !cell.isEmpty {
      let fits = labels.compactMap { entry in
        entry.labels.compactMap { Self.penalty(of: cell, for: $0) }.min().map { (entry.field, $0) }
      }
      if let least = fits.min(by: { $0.1 < $1.1 }) {
        found.append((index, least.0, least.1))
      } else {
        header.unknown.append(cell)
      }
    }
    for match in found.sorted(by: { ($0.penalty, $0.index) < ($1.penalty, $1.index) }) {
      // Several columns may hold ways to reach somebody; any other field has one.
      if match.field != "contact", header.columns.values.contains(match.field) {
        header.doubled.append((match.index, match.field, cells[match.index]))
      } else {
        header.columns[match.index] = match.field
      }
    }
    return header
  }

  /// How far a column's name is from a label; nil where it isn't that.
  private static func penalty(of cell: String, for label: String) -> Int? {
    if Folding.fold(cell) == Folding.fold(label) { return 0 }
    let one = LabelText(cell)
    let other = LabelText(label)
    guard !one.words.isEmpty, !other.words.isEmpty else { return nil }
    // "Navn på arbeidssted" is a place of work: words that say little give way to those that say more.
    let isWeak = Self.weak.contains(Folding.fold(label))
    if let (penalty, rest) = other.matches(startOf: one) {
      if rest == 0 { return 1 + penalty }
      if penalty <= 1, other.words[0].count >= 4 { return (isWeak ? 20 : 8) + min(rest, 8) }
    }
    // "Arbeidssted/organisasjon", "Navn (fullt)"
    let parts = cell.split { "/(),:*".contains($0) }
    if parts.count > 1, parts.contains(where: { Folding.fold($0) == Folding.fold(label) }) {
      return 5
    }
    return within(one, other, isWeak: isWeak)
  }

  private static let weak: Set<String> = ["navn", "namn", "name", "tittel", "title", "deltaker"]

  /// How well a label fits somewhere in a longer heading: "Din e-post", "Hvilket perspektiv har du?", "Telefonnummer".
  private static func within(_ cell: LabelText, _ label: LabelText, isWeak: Bool) -> Int? {
    guard cell.words.count <= 10 else { return nil }
    for start in cell.words.indices.dropFirst()
    where start + label.words.count <= cell.words.count {
      let fits = label.words.indices.allSatisfy { index in
        let word = cell.words[start + index]
        return word == label.words[index]
          || (label.words[index].count >= 5 && cell.stems[start + index] == label.stems[index])
      }
      guard fits, label.words.joined().count >= 4 else { continue }
      return (isWeak ? 30 : 18) + min(start, 8)
    }
    guard label.words.count == 1, let word = label.words.first, word.count >= 5,
      !["kontakt", "contact"].contains(word), !isWeak
    else { return nil }
    return cell.words.contains { $0.count >= word.count + 3 && $0.hasPrefix(word) } ? 28 : nil
  }
}
