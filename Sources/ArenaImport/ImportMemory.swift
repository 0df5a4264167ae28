internal import ArenaModel

/// What earlier imports set, and what they read it from: "Imports remember" (DESIGN section 3). It lies in the
/// attachments that they left.
struct ImportMemory {
  /// What the source said, by record and field; of several imports the last.
  private var values: [RecordID: [String: String]] = [:]
  /// The records that the version of the file before this one held.
  private(set) var predecessors: Set<RecordID> = []
  /// The attachment of this very file, if it was imported before.
  private(set) var same: Record?
  /// Line of each record's code or title in that version.
  private(set) var order: [RecordID: Int] = [:]

  init(_ source: ImportSource, in arena: any ArenaReading) throws {
    var named: Record?
    for attachment in try arena.records(of: .attachment)
    where attachment.text(.importer) == source.importer {
      if attachment.text(.digest) == source.digest { same = attachment }
      if attachment.text(.name) == source.name { named = attachment }
      remember(attachment)
    }
    if let last = same ?? named { predecessors = Self.records(of: last) }
  }

  /// Where the file has another name than its earlier version, that is the one whose records it mostly holds.
  mutating func choosePredecessor(
    of found: Set<RecordID>, _ source: ImportSource, in arena: any ArenaReading
  )
    throws
  {
    guard predecessors.isEmpty else { return }
    for attachment in try arena.records(of: .attachment)
    where attachment.text(.importer) == source.importer {
      let records = Self.records(of: attachment)
      if records.intersection(found).count * 2 > records.count { predecessors = records }
    }
  }

  private static func records(of attachment: Record) -> Set<RecordID> {
    Set(
      attachment.list(.lines).compactMap { value in
        if case .object(let row) = value { row["record"]?.recordID } else { nil }
      })
  }

  private mutating func remember(_ attachment: Record) {
    var fresh: [RecordID: [String: String]] = [:]
    for case .object(let row) in attachment.list(.lines) {
      guard let id = row["record"]?.recordID, case .text(let field)? = row["field"],
        case .text(let text)? = row["text"]
      else { continue }
      fresh[id, default: [:]][field] = fresh[id]?[field].map { $0 + "\n" + text } ?? text
      if order[id] == nil, case .integer(let line)? = row["line"] { order[id] = line }
    }
    for (id, fields) in fresh { values[id, default: [:]].merge(fields) { _, new in new } }
  }

  func text(_ field: String, of record: RecordID) -> String? { values[record]?[field] }
}

/// The account of a file's lines: what each became.
struct ImportLedger {
  private var rows: [(line: Int, record: RecordID?, field: String, text: String?)] = []
  private var used: Set<Int> = []

  /// A value and the lines that it was read from. The first row says what the source said.
  mutating func add(_ lines: [Int], _ record: RecordID?, _ field: String, _ text: String?) {
    for (index, line) in lines.enumerated() {
      rows.append((line, record, field, index == 0 ? text : nil))
      used.insert(line)
    }
    if lines.isEmpty, text != nil { rows.append((0, record, field, text)) }
  }

  var lines: Value {
    let sorted = rows.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    return .list(
      sorted.map { _, row in
        var fields = Fields()
        fields["line"] = .integer(row.line)
        if let record = row.record { fields["record"] = .record(record) }
        fields["field"] = .text(row.field)
        if let text = row.text { fields["text"] = .text(text) }
        return .object(fields)
      })
  }

  /// The lines that nothing was made of.
  func leftOver(of lines: [SourceLine]) -> [SourceLine] {
    lines.filter { !$0.isBlank && !used.contains($0.number) }
  }
}
