import ArenaModel

extension ArenaFile {
  /// Takes an action back: the given one, or without a number the caller's own last that isn't taken back yet. That is an
  /// action itself, and can be taken back.
  ///
  /// Refuses, and says why, where something that came later builds on it: a later action changed the same fields, or a
  /// record refers to one that would go.
  package func undo(_ number: Int? = nil, header: ActionHeader) throws -> JournalEntry {
    let target = try read { arena in
      if let number { return try arena.journalRow(number) }
      return try arena.lastAction(of: header.actor)
    }
    let written = try write(header, undoing: Int(target.number)) { transaction in
      try Undo(row: target, transaction: transaction).run()
    }
    guard let entry = written.entry else {
      throw StoreError.cannotUndo(
        number: Int(target.number), name: target.name, why: "it changed nothing.")
    }
    return entry
  }
}

extension StoredArena {
  fileprivate func lastAction(of actor: Actor?) throws -> JournalRow {
    let undone = try undone()
    let query = try Query(
      database,
      "SELECT number FROM action WHERE actor IS ? AND undoes IS NULL ORDER BY number DESC")
    query.bind(actor.map(JournalText.text), at: 1)
    var found: Int?
    while found == nil, try query.next() {
      let number = Int(query.integer(0))
      if !undone.contains(number) { found = number }
    }
    query.stop()
    guard let found else { throw StoreError.nothingToUndo }
    return try journalRow(found)
  }
}

/// The taking back of one action, inside a transaction.
private struct Undo {
  let row: JournalRow
  let transaction: ArenaTransaction

  func run() throws {
    try checkThatItCan()
    for (change, _) in row.changes.reversed() {
      switch change.subject {
      case .declaration(let name): try takeBack(declaration: name, change)
      case .record(let id, let type): try takeBack(id, type, change)
      }
    }
    try checkReferences()
  }

  private func refusal(_ why: String) -> StoreError {
    .cannotUndo(number: Int(row.number), name: row.name, why: why)
  }

  private func checkThatItCan() throws {
    if try transaction.stored.undone().contains(Int(row.number)) {
      throw refusal("it has been taken back already. `arena log` shows by which action.")
    }
    if row.name == "forget" {
      throw refusal(
        "a person was forgotten, and that is for good. `arena log` lists the other actions.")
    }
    if row.changes.contains(where: { $0.change.isErased }) {
      throw refusal(
        "part of what it changed was erased when a person was forgotten. "
          + "Change the records by hand.")
    }
    let makesArena = row.changes.contains {
      if case .record(_, .arena) = $0.change.subject { $0.change.before == nil } else { false }
    }
    if makesArena { throw refusal("it made the arena. Remove the file instead.") }
  }

  private func takeBack(declaration name: String, _ change: Change) throws {
    guard try transaction.declaration(name) == change.after else {
      throw refusal("a later action changed the declaration of the format '\(name)'.")
    }
    try transaction.setDeclaration(name, to: change.before)
  }

  private func takeBack(_ id: RecordID, _ type: RecordType, _ change: Change) throws {
    let find = transaction.stored.content
    let now = try transaction.stored.stored(id)
    switch (change.before, change.after) {
    case (nil, let after?):
      let added = try Record(after, of: type, findBytes: find)
      guard let now else { throw refusal("\(added.called) isn't there any more.") }
      guard now.record.saysTheSame(as: added) else {
        throw refusal(try laterChange(id, "changed \(now.record.called). Take that back first."))
      }
      try transaction.take(now)
    case (let before?, nil):
      let removed = try Record(before, of: type, findBytes: find)
      if now != nil { throw refusal("\(removed.called) is there again.") }
      try transaction.insert(removed)
    case (let before?, let after?):
      guard let now else {
        throw refusal(try laterChange(id, "took the \(type.rawValue) away."))
      }
      let patch = try RecordPatch(after, of: type, findBytes: find)
      let old = try RecordPatch(before, of: type, findBytes: find)
      let differences = patch.differences(in: now.record, from: old)
      guard differences.isEmpty else {
        let names = differences.joined(separator: ", ")
        throw refusal(
          try laterChange(id, "changed \(now.record.called) (\(names)). Take that back first."))
      }
      try transaction.update(old.applied(to: now.record, from: patch))
    case (nil, nil): break
    }
  }

  /// No record may be left that refers to one that went.
  private func checkReferences() throws {
    for (change, _) in row.changes {
      guard case .record(let id, let type) = change.subject else { continue }
      if change.before == nil, let after = change.after {
        let gone = try Record(after, of: type, findBytes: transaction.stored.content)
        for target in [id] + gone.itemIDs {
          let referring = try transaction.stored.referring(to: target)
          guard let first = referring.first else { continue }
          throw refusal(
            try laterChange(
              first.id, "made \(first.called) refer to \(gone.called). Take that back first."))
        }
      } else if let record = try transaction.record(id) {
        for reference in record.allReferences
        where try transaction.record(reference.target) == nil
          && transaction.record(withItem: reference.target) == nil
        {
          throw refusal("\(record.called) would refer to a record that isn't there any more.")
        }
      }
    }
  }

  /// A sentence on the last action after ours that changed a record.
  private func laterChange(_ id: RecordID, _ what: String) throws -> String {
    let later = try transaction.stored.actions(on: id.description).last { $0 > row.number }
    guard let later else { return "since then somebody \(what)" }
    let name = try transaction.stored.journalRow(later).name
    return "action \(later) (\(name)) \(what)"
  }
}

extension StoredArena {
  /// All records that refer to one, the withdrawn included.
  func referring(to target: RecordID) throws -> [Record] {
    let query = try Query(
      database,
      """
      SELECT \(StoredRecord.columns) FROM record
      WHERE place IN (SELECT source FROM reference WHERE target = ?) ORDER BY added, place
      """)
    return try all(query.bind(target.description, at: 1))
  }
}
