import ArenaModel
import ArenaStore
import JSONCodec

/// An action of the journal for people, and for programs.
struct LogText {
  private let view: ArenaView
  private let undone: Set<Int>
  private let words: JournalWording
  private let width: Int

  /// At so many changes at most each is told with what was before and after it.
  private static let mostInDetail = 3

  init(_ view: ArenaView, undone: Set<Int>, width: Int) {
    self.view = view
    self.undone = undone
    self.width = width
    words = JournalWording(view.language)
  }

  /// `12  2031-03-12 09:14  Kari Nordmann  revise: group “1.6 Bokbussen” changed`, and under it what the fields were
  /// and are.
  func lines(_ entry: JournalEntry) throws -> String {
    let moment = entry.at.description.prefix(16).split(separator: "T").joined(separator: " ")
    var head = [String(entry.number), moment, try actor(entry.header.actor)]
    var what = entry.header.name
    if let target = entry.undoes { what += " \(target)" }
    if let plugin = entry.header.plugin { what += " (\(plugin))" }
    head.append("\(what): \(try changes(entry.changes))")
    if undone.contains(entry.number) { head.append("[\(words.takenBack)]") }
    return
      ([head.joined(separator: "  ")] + (try details(entry.changes)).map { "      \($0)" }
      + entry.notes.map { "      \($0)" }).joined(separator: "\n")
  }

  private func actor(_ actor: Actor?) throws -> String {
    switch actor {
    case nil: "—"
    case .name(let name): name
    case .person(let id), .organisation(let id): try view.name(of: id)
    }
  }

  /// What was added, changed and taken away: by name where it is one or two, else counted by type.
  private func changes(_ changes: [Change]) throws -> String {
    var out: [String] = []
    for (verb, some) in [
      (words.added, changes.filter { $0.before == nil && $0.after != nil }),
      (words.changed, changes.filter { $0.before != nil && $0.after != nil }),
      (words.removed, changes.filter { $0.before != nil && $0.after == nil }),
    ] where !some.isEmpty {
      if some.count <= 2 {
        out.append(try some.map(subject).joined(separator: ", ") + " " + verb)
        continue
      }
      var counts: [(type: String, count: Int)] = []
      for change in some {
        if let index = counts.firstIndex(where: { $0.type == change.typeName }) {
          counts[index].count += 1
        } else {
          counts.append((change.typeName, 1))
        }
      }
      out.append(counts.map(counted).joined(separator: ", ") + " " + verb)
    }
    return out.isEmpty ? words.nothing : out.joined(separator: "; ")
  }

  private func counted(_ type: String, _ count: Int) -> String {
    let format = view.format(nil)
    guard let type = RecordType(rawValue: type) else { return "\(words.declarations): \(count)" }
    if count == 1 {
      let noun = format?.noun(of: type, language: view.language)
      return "1 \(noun ?? ModelLabels.noun(of: type, in: view.language))"
    }
    let nouns = format?.nouns(of: type, language: view.language)
    return "\(count) \(nouns ?? ModelLabels.nouns(of: type, in: view.language))"
  }

  private func subject(_ change: Change) throws -> String {
    guard case .record(let id, let type) = change.subject else {
      return "\(words.declaration) \(change.subjectName)"
    }
    // What was taken away again is in the journal still.
    guard let record = try view.reading.record(id) ?? whole(change, type) else {
      return counted(type.rawValue, 1).split(separator: " ").dropFirst().joined(separator: " ")
    }
    return "\(try view.noun(of: record)) “\(try view.name(of: record))”"
  }

  /// The record as the journal holds it; nil where that is only some of its fields, or was erased.
  private func whole(_ change: Change, _ type: RecordType) -> Record? {
    guard change.before == nil || change.after == nil, let text = change.before ?? change.after
    else { return nil }
    return try? Record(text, of: type, findBytes: { _ in [] })
  }

  // MARK: - Fields

  /// The fields that a change of a few records changed: `Tittel: Bokbussen → Bokbåten`.
  private func details(_ changes: [Change]) throws -> [String] {
    let changed = changes.filter { $0.before != nil && $0.after != nil }
    guard changed.count <= LogText.mostInDetail else { return [] }
    return try changed.flatMap { change -> [String] in
      guard case .record(let id, let type) = change.subject else { return [] }
      if change.isErased { return ["\(try subject(change)): \(words.erased)"] }
      guard let record = try view.reading.record(id),
        let before = try? RecordPatch(change.before ?? "", of: type, findBytes: { _ in [] }),
        let after = try? RecordPatch(change.after ?? "", of: type, findBytes: { _ in [] })
      else { return [] }
      let lines = try fields(of: record, before, after)
      guard changed.count > 1, !lines.isEmpty else { return lines }
      return lines.map { "\(record.text(.code) ?? record.text(.name) ?? type.rawValue): \($0)" }
    }
  }

  private func fields(of record: Record, _ before: RecordPatch, _ after: RecordPatch) throws
    -> [String]
  {
    let text = try view.text(of: record)
    var out: [String] = []
    for spec in Schema.fields(of: record.type) {
      let (old, new) = (before.values[spec.field], after.values[spec.field])
      if old == new { continue }
      func shown(_ value: Value?) throws -> String {
        try value.map { try text.text($0, field: spec.field, of: record.type) } ?? ""
      }
      out.append(line(try view.label(spec.name, of: record), try shown(old), try shown(new)))
    }
    let names = (before.fields?.names ?? []) + (after.fields?.names ?? [])
    var seen: Set<String> = []
    for name in names where seen.insert(name).inserted {
      let (old, new) = (before.fields?[name], after.fields?[name])
      if old == new { continue }
      func shown(_ value: Value?) throws -> String { try value.map { try text.text($0) } ?? "" }
      out.append(line(try view.label(name, of: record), try shown(old), try shown(new)))
    }
    if let isWithdrawn = after.isWithdrawn, isWithdrawn != before.isWithdrawn {
      out.append(isWithdrawn ? words.withdrawn : words.brought)
    }
    return out
  }

  private func line(_ label: String, _ before: String, _ after: String) -> String {
    let room = max(12, (width - TextLayout.width(of: label) - 12) / 2)
    func cut(_ text: String) -> String {
      let flat = text.split(whereSeparator: \.isNewline).joined(separator: " / ")
      return flat.isEmpty ? "—" : TextLayout.fit(flat, to: room)
    }
    return "\(label): \(cut(before)) → \(cut(after))"
  }

  /// One line of JSON: the changes hold the records before and after as the dump has them.
  static func json(_ entry: JournalEntry) -> String {
    var out = JSONObject()
    out["number"] = .integer(entry.number)
    out["at"] = .string(entry.at.description)
    out["action"] = .string(entry.header.name)
    out["actor"] = entry.header.actor.map(json)
    out["plugin"] = entry.header.plugin.map { .string($0) }
    out["parameters"] = entry.header.parameters.flatMap { try? JSONValue(parsing: $0) }
    out["undoes"] = entry.undoes.map { .integer($0) }
    if !entry.notes.isEmpty { out["notes"] = .array(entry.notes.map { .string($0) }) }
    out["changes"] = .array(
      entry.changes.map { change in
        var object = JSONObject()
        object["type"] = .string(change.typeName)
        object["subject"] = .string(change.subjectName)
        object["before"] = change.before.map { (try? JSONValue(parsing: $0)) ?? .string($0) }
        object["after"] = change.after.map { (try? JSONValue(parsing: $0)) ?? .string($0) }
        if change.isErased { object["erased"] = .bool(true) }
        return .object(object)
      })
    out["digest"] = .string(entry.digest)
    return JSONValue.object(out).text()
  }

  private static func json(_ actor: Actor) -> JSONValue {
    var out = JSONObject()
    switch actor {
    case .name(let name): out["name"] = .string(name)
    case .person(let id): out["person"] = .string(id.description)
    case .organisation(let id): out["organisation"] = .string(id.description)
    }
    return .object(out)
  }
}
