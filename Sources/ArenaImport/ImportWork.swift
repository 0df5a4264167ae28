internal import ArenaModel

/// What every import does: it sets values unless somebody has edited them since an earlier import, accounts for every
/// line, counts, and keeps the file. One import; used on one thread.
package class ImportWork {
  let source: ImportSource
  /// The format that the records belong to, if any.
  let declaration: FormatDeclaration?
  let context: ActionContext
  var memory: ImportMemory
  var ledger = ImportLedger()
  package internal(set) var report: ImportReport
  private var touched: Set<RecordID> = []

  init(_ source: ImportSource, format: FormatDeclaration?, in context: ActionContext) throws {
    self.source = source
    self.declaration = format
    self.context = context
    memory = try ImportMemory(source, in: context.arena)
    report = ImportReport(file: source.name)
  }

  var arena: any ArenaWriting { context.arena }

  // MARK: - Putting values

  /// Sets one of the model's fields, unless somebody has edited it since an earlier import.
  func put(_ value: Value, _ field: ModelField, on record: inout Record, lines: [Int]) throws {
    let text = Fingerprint.text(value) ?? ""
    ledger.add(lines, record.id, field.name, text)
    if try mayPut(text, over: record[field], field.name, of: record, line: lines.first) {
      record[field] = value
    }
  }

  func put(_ value: Value, own name: String, as text: String, on record: inout Record, lines: [Int])
    throws
  {
    let text = Fingerprint.text(value) ?? text
    ledger.add(lines, record.id, name, text)
    if try mayPut(text, over: record.fields[name], name, of: record, line: lines.first) {
      record.fields[name] = value
    }
  }

  /// Whether a value of the file may be put over the one that is there.
  func mayPut(_ text: String, over current: Value?, _ field: String, of record: Record, line: Int?)
    throws -> Bool
  {
    let now = Fingerprint.text(current)
    if now == text { return false }
    let imported = memory.text(field, of: record.id)
    if now == imported { return true }
    guard let now else {
      // Somebody took it away; the file says what it said before.
      return imported == nil
    }
    // The file says what it said before: the edit stands, and there is nothing to list.
    if imported == text { return false }
    let label =
      declaration?.label(of: field, in: record.type, language: context.language)
      ?? ModelLabels.written(field, of: record.type, in: context.language)
    note(
      .conflict, line: line,
      [
        "record": try context.show.name(of: record), "field": label, "now": Self.shortened(now),
        "file": Self.shortened(text),
      ])
    return false
  }

  private static func shortened(_ text: String) -> String {
    let line = text.split(separator: "\n").joined(separator: " / ")
    return line.count > 80 ? line.prefix(79) + "…" : line
  }

  /// Inserts or updates, and counts.
  func store(_ record: Record, isNew: Bool) throws {
    touched.insert(record.id)
    if isNew {
      try arena.insert(record)
      count(record, isNew: true)
      return
    }
    let before = try arena.record(record.id)?.revision
    let after = try arena.update(record).revision
    if before == after {
      report.unchanged[record.type, default: 0] += 1
    } else {
      count(record, isNew: false)
    }
  }

  func count(_ record: Record, isNew: Bool) {
    touched.insert(record.id)
    if isNew {
      report.added[record.type, default: 0] += 1
    } else {
      report.changed[record.type, default: 0] += 1
    }
  }

  func countUnchanged(_ record: Record) {
    touched.insert(record.id)
    report.unchanged[record.type, default: 0] += 1
  }

  func isTouched(_ id: RecordID) -> Bool { touched.contains(id) }

  func note(_ kind: ImportNote.Kind, line: Int?, _ values: [String: String]) {
    report.notes.append(ImportNote(kind, line: line, values))
  }

  private func noun(of type: RecordType) -> String {
    declaration?.noun(of: type, language: context.language)
      ?? ModelLabels.noun(of: type, in: context.language)
  }

  // MARK: - The end

  /// Says what is left over, keeps the file if it is new, and gives the report.
  func conclude(lines: [SourceLine]) throws -> ImportReport {
    report.leftOver = ledger.leftOver(of: lines)
    if memory.same == nil { try keepFile() }
    report.notes.sort { ($0.line ?? 0, $0.kind.rawValue) < ($1.line ?? 0, $1.kind.rawValue) }
    return report
  }

  private func keepFile() throws {
    var attachment = context.new(.attachment)
    attachment[.name] = .text(source.name)
    attachment[.mediaType] = .text(source.mediaType)
    attachment[.digest] = .text(source.digest)
    attachment[.content] = .blob(source.bytes)
    attachment[.importer] = .text(source.importer)
    attachment[.lines] = ledger.lines
    attachment[.leftOver] = .list(
      report.leftOver.map { .object(["line": .integer($0.number), "text": .text($0.text)]) })
    try arena.insert(attachment)
    count(attachment, isNew: true)
  }

  func noteVanished(_ types: Set<RecordType>) throws {
    for id in memory.predecessors.sorted() where !isTouched(id) {
      guard let record = try arena.record(id), !record.isWithdrawn,
        types.contains(record.type)
      else { continue }
      note(
        .vanished, line: nil,
        [
          "record": try context.show.name(of: record),
          "type": noun(of: record.type),
        ])
    }
  }
}
