import ArenaImport
import ArenaModel
import JSONCodec

/// Takes the records of another arena's dump into this one: what isn't here comes in with its id, what is here stays as
/// it is, and where the two differ that is listed. So copies of one arena file, taken out to the groups, come together
/// again. The other arena's own record stays outside; what referred to it refers to this one's.
struct DumpImport {
  let name: String
  let arena: any ArenaWriting
  let formats: [FormatDeclaration]
  let language: String

  private static let importer = "dump"

  func run(_ bytes: [UInt8]) throws -> ImportOutcome {
    var (other, records) = try read(bytes)
    let here = try arena.arena().id
    try checkFormats(records)
    var report = ImportReport(file: name)
    report.lineCount = records.count
    for index in records.indices {
      records[index] = records[index].referring(to: here, insteadOf: other)
      try take(records[index], into: &report)
    }
    return ImportOutcome(importer: Self.importer, report: report, format: nil, tells: [])
  }

  private func take(_ record: Record, into report: inout ImportReport) throws {
    guard let old = try arena.record(record.id) else {
      try arena.insert(record)
      report.added[record.type, default: 0] += 1
      return
    }
    report.unchanged[record.type, default: 0] += 1
    if old.type != record.type || old.saysTheSame(as: record) { return }
    let format = formats.first { $0.name == record.text(.format) } ?? formats.first
    let show = ValueText(arena: arena, format: format, language: language)
    for spec in Schema.fields(of: record.type) where old[spec.field] != record[spec.field] {
      func shown(_ value: Value?) throws -> String {
        let text = try value.map { try show.text($0, field: spec.field, of: record.type) } ?? ""
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " / ")
        return line.count > 80 ? line.prefix(79) + "…" : line
      }
      report.notes.append(
        ImportNote(
          .conflict, line: nil,
          [
            "record": try show.name(of: old),
            "field": format?.label(of: spec.name, in: record.type, language: language)
              ?? ModelLabels.written(spec.name, of: record.type, in: language),
            "now": try shown(old[spec.field]), "file": try shown(record[spec.field]),
          ]))
    }
  }

  /// What a format declares is needed to show its groups, and the other arena may use one that this one doesn't.
  private func checkFormats(_ records: [Record]) throws {
    let known = Set(formats.map(\.name))
    let strange = Set(records.compactMap { $0.text(.format) }).subtracting(known).sorted()
    guard strange.isEmpty else {
      throw ModelError(
        .refusal,
        "\(name) is the dump of an arena with the format \(strange.joined(separator: ", ")), which this "
          + "arena doesn't use. Nothing was imported.",
        remedy: "Import it into an arena made with --format \(strange[0]), or make a file of it: "
          + "arena load \(name) NEW.arena.")
    }
  }

  /// The other arena's id and all other records.
  private func read(_ bytes: [UInt8]) throws -> (RecordID, [Record]) {
    do {
      return try bytes.withUnsafeBytes { buffer in
        var records: [Record] = []
        var reader = RecordReader(buffer)
        let other = try reader.readRecord(of: .arena) { reader, key in
          switch key {
          case "dump_version":
            _ = try reader.scanner.readInteger()
          case "declarations", "contents", "journal": try reader.scanner.skipValue()
          default:
            guard let type = RecordType.allCases.first(where: { $0 != .arena && $0.plural == key })
            else { return false }
            try reader.readArray { records.append(try $0.readRecord(of: type)) }
          }
          return true
        }
        try reader.scanner.finish()
        return (other.id, records)
      }
    } catch let error as JSONError {
      throw ImportError.noRows(
        file: name, line: error.line, column: error.column, problem: error.problem)
    }
  }
}

extension Record {
  /// The record with every reference to one record made a reference to another.
  fileprivate func referring(to new: RecordID, insteadOf old: RecordID) -> Record {
    func changed(_ value: Value) -> Value {
      switch value {
      case .record(old): .record(new)
      case .list(let values): .list(values.map(changed))
      case .object(let fields): .object(changed(fields))
      default: value
      }
    }
    func changed(_ fields: Fields) -> Fields {
      var out = Fields()
      for field in fields { out[field.name] = changed(field.value) }
      return out
    }
    var out = self
    for spec in Schema.fields(of: type) {
      if let value = self[spec.field] { out[spec.field] = changed(value) }
    }
    out.fields = changed(fields)
    return out
  }
}
