import ArenaModel
import GRDB
import JSONCodec

/// Clearing what the journal keeps of them as they were.
extension Forgetting {
  func markErased(_ number: Int64) throws {
    for (place, (change, leaf)) in try stored.journalRow(Int(number)).changes.enumerated() {
      try replace(number, place, change, leaf)
    }
  }

  mutating func clearJournal() throws {
    let head = try stored.journalHead().number
    var number: Int64 = 1
    while number <= head {
      for row in try stored.journalRows(number...min(head, number + 499)) {
        try clearDetails(of: row)
        for (place, (change, leaf)) in row.changes.enumerated() {
          let clear = try cleared(change)
          if clear == change { continue }
          result.erasedTexts += 1
          try replace(row.number, place, clear, leaf)
        }
      }
      number += 500
    }
  }

  func cleared(_ change: Change) throws -> Change {
    var out = change
    out.before = try change.before.map { try cleared($0, change.subject) }
    out.after = try change.after.map { try cleared($0, change.subject) }
    return out
  }

  func cleared(_ text: String, _ subject: Change.Subject) throws -> String {
    var value = try JSONValue(parsing: text)
    if case .object(var object) = value, case .record(let id, let type) = subject {
      if type == .person, id != person.id { return text }
      if id == person.id {
        let kept = [
          "id", "revision", "added", "changed", "withdrawn", "perspectives",
          "organisation", "consent",
        ]
        for key in object.keys where !kept.contains(key) { object[key] = nil }
      }
      if memberships.contains(id) { object["written"] = nil }
      if type == .attachment, let digest = object["content"]?["sha256"]?.string,
        staleContents.contains(digest)
      {
        object["content"] = nil
        object["digest"] = nil
      }
      if type == .attachment, let lines = object["lines"]?.array {
        object["lines"] = .array(lines.map(cleared(line:)))
      }
      value = .object(object)
    }
    return value.mapStrings(masked).text()
  }

  /// A line of an import's account without what was read of the person.
  func cleared(line: JSONValue) -> JSONValue {
    guard case .object(var fields) = line,
      let id = fields["record"]?.string.flatMap({ RecordID($0) }),
      id == person.id || memberships.contains(id)
    else { return line }
    fields["text"] = nil
    return .object(fields)
  }

  mutating func clearDetails(of row: JournalRow) throws {
    func clear(_ text: String?) -> String? {
      guard let text else { return nil }
      guard let value = try? JSONValue(parsing: text) else { return masked(text) }
      let clear = value.mapStrings(masked)
      return clear == value ? text : clear.text()
    }
    let (actor, parameters, notes) = (clear(row.actor), clear(row.parameters), clear(row.notes))
    if actor == row.actor && parameters == row.parameters && notes == row.notes { return }
    result.erasedTexts += 1
    let query = try Query(
      database,
      """
      UPDATE action SET actor = ?, parameters = ?, notes = ?, salt = NULL, erased = ?
      WHERE number = ?
      """)
    query.bind(actor, at: 1).bind(parameters, at: 2).bind(notes, at: 3)
    query.bind(
      JournalRow.detailsDigest(actor: actor, parameters: parameters, notes: notes, salt: nil),
      at: 4)
    try query.bind(row.number, at: 5).run()
  }

  /// Puts a text in the place of an erased one. The first one's digest stays, for the chain; its salt goes, so that
  /// nobody can find the text again by trying names.
  func replace(
    _ number: Int64, _ place: Int, _ change: Change, _ leaf: JournalRow.Leaf
  ) throws {
    let query = try Query(
      database,
      """
      UPDATE change SET before = ?, after = ?, salt = NULL, erased = ?
      WHERE action = ? AND place = ?
      """)
    query.bind(change.before, at: 1).bind(change.after, at: 2)
    query.bind(JournalRow.changeDigest(change, salt: nil), at: 3)
    try query.bind(number, at: 4).bind(place, at: 5).run()
  }
}

extension JSONValue {
  /// The value with every string changed; keys stay.
  fileprivate func mapStrings(_ change: (String) -> String) -> JSONValue {
    switch self {
    case .string(let text): .string(change(text))
    case .array(let elements): .array(elements.map { $0.mapStrings(change) })
    case .object(let object):
      .object(
        JSONObject(object.map { .init(key: $0.key, value: $0.value.mapStrings(change)) }))
    case .null, .bool, .integer, .double, .bigNumber: self
    }
  }
}
