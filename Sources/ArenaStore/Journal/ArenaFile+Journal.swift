package import ArenaModel

extension ArenaFile {
  /// The actions of the journal, oldest first: all of them, or the last so many.
  package func journal(last count: Int? = nil) throws -> [JournalEntry] {
    try read { arena in
      let head = try arena.journalHead().number
      guard head > 0 else { return [] }
      let first = count.map { max(1, head - Int64($0) + 1) } ?? 1
      guard first <= head else { return [] }
      return try arena.journalRows(first...head).map(JournalEntry.init)
    }
  }

  /// One action of the journal.
  package func entry(_ number: Int) throws -> JournalEntry {
    try read { JournalEntry(try $0.journalRow(number)) }
  }

  /// The actions that changed a record, oldest first.
  package func history(of id: RecordID) throws -> [JournalEntry] {
    try read { arena in
      try arena.actions(on: id.description).map { JournalEntry(try arena.journalRow($0)) }
    }
  }

  /// The numbers of the actions that were taken back and not done again.
  package func undone() throws -> Set<Int> { try read { try $0.undone() } }
}

extension StoredArena {
  func journalRow(_ number: Int) throws -> JournalRow {
    let number = Int64(number)
    guard number > 0, let row = try journalRows(number...number).first else {
      throw StoreError.noAction(number: Int(number))
    }
    return row
  }

  /// The numbers of the actions that changed a record or a declaration, oldest first.
  func actions(on subject: String) throws -> [Int] {
    let query = try Query(
      database, "SELECT DISTINCT action FROM change WHERE subject = ? ORDER BY action")
    query.bind(subject, at: 1)
    defer { query.stop() }
    var out: [Int] = []
    while try query.next() { out.append(Int(query.integer(0))) }
    return out
  }

  func undone() throws -> Set<Int> {
    let query = try Query(
      database, "SELECT number, undoes FROM action WHERE undoes IS NOT NULL ORDER BY number")
    defer { query.stop() }
    var undoes: [Int: Int] = [:]
    var out: Set<Int> = []
    while try query.next() {
      let target = Int(query.integer(1))
      undoes[Int(query.integer(0))] = target
      out.insert(target)
      // Taking back the taking back does the first action again.
      if let again = undoes[target] { out.remove(again) }
    }
    return out
  }
}
