package import ArenaModel
import GRDB
import JSONCodec

/// What was erased when a person was forgotten, and what a person must still look at.
package struct Forgotten: Sendable {
  /// Records whose texts were changed, the person's own included.
  package var changedRecords = 0
  /// Texts of the journal that were erased or masked.
  package var erasedTexts = 0
  /// Texts that may still name the person: a single name, a nickname.
  package var mayStillName: [Mention] = []
  /// Pictures and other files that we can't read.
  package var unread: [Mention] = []
  /// Files that hold the name where it can't be cleared, a workbook say: their content was taken out.
  package var dropped: [Mention] = []
  package let person: RecordID
  package var entry: JournalEntry?

  init(person: RecordID) { self.person = person }

  package struct Mention: Sendable, Hashable {
    package let record: RecordID
    package let called: String
    package let field: String
    package let text: String
  }
}

extension ArenaFile {
  /// Erases a person everywhere in the file: the record's name, contact and notes, the names written in memberships,
  /// every mention of a full name, alias or contact in running text and sources, the same in the whole journal, the
  /// search index, and the free pages of the file. The record itself stays, nameless, and counts stay true. The journal's
  /// chain of digests holds.
  ///
  /// This can't be taken back. Copies of the file, and exports, are beyond it. It can be done again with the person's id,
  /// for words that were found later.
  ///
  /// - Parameter also: further words that name the person and go everywhere, single ones too.
  package func forget(_ person: RecordID, also: [String] = [], header: ActionHeader) throws
    -> Forgotten
  {
    guard let record = try read({ try $0.record(person) }), record.type == .person else {
      throw StoreError.noSuchPerson("\(person)")
    }
    // What is overwritten from here on is overwritten with zeros.
    try access { try $0.run("PRAGMA secure_delete = ON") }
    let forgotten = try access { database in
      guard !database.isInsideTransaction else { throw StoreError.nested(path: path) }
      try Query(database, "BEGIN IMMEDIATE").run()
      do {
        var forgetting = try Forgetting(
          database: database, person: record, also: also, now: effects.now(), effects: effects)
        let forgotten = try forgetting.run(header)
        try Query(database, "COMMIT").run()
        return forgotten
      } catch {
        if database.isInsideTransaction { try? Query(database, "ROLLBACK").run() }
        throw error
      }
    }
    // Pages that were free before still hold what was on them; this writes the file anew without them.
    do {
      try access { try $0.run("VACUUM") }
    } catch let error as StoreError {
      throw StoreError.notSwept(path: path, person: "\(person)", why: "\(error)")
    }
    return forgotten
  }
}
