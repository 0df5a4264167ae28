/// An arena that can be read: a snapshot of a file, an image in memory, or the inside of a transaction.
///
/// Lists hold what is not withdrawn, oldest first; a record that is withdrawn can still be had by its id. The
/// conforming types are used on one thread.
package protocol ArenaReading: AnyObject {
  /// The arena's own record.
  func arena() throws -> Record

  func record(_ id: RecordID) throws -> Record?

  /// All records of a type, oldest first.
  func records(of type: RecordType) throws -> [Record]

  /// The records of a type with a field that refers to `target`, oldest first. Answered from an index.
  func records(of type: RecordType, where field: ModelField, refersTo target: RecordID) throws
    -> [Record]

  /// The records of a type whose code, name or alias is `text` after folding (`MatchKey`), oldest first.
  func records(of type: RecordType, named text: String) throws -> [Record]

  /// How many there are, without reading them.
  func count(of type: RecordType) throws -> Int

  /// Every record of any type that refers to `target`, in a field of the model or of a format, oldest first.
  /// Answered from an index.
  func records(referringTo target: RecordID) throws -> [Record]

  /// The record whose body holds the item: a single bullet can be traced. Answered from an index.
  func record(withItem id: RecordID) throws -> Record?

  /// The records of a type that were withdrawn, oldest first: their codes aren't given out again.
  func withdrawnRecords(of type: RecordType) throws -> [Record]
}

/// An arena inside a transaction. What goes in is journalled by whoever holds the transaction.
package protocol ArenaWriting: ArenaReading {
  /// The moment at which the action runs: one for the whole transaction.
  var now: Instant { get }

  func newID() -> RecordID

  func insert(_ record: Record) throws

  /// Stores the record with its revision raised by one and `changed` set to `now`; nothing happens where no value
  /// differs. Returns the record as stored.
  @discardableResult
  func update(_ record: Record) throws -> Record

  /// Takes away a membership, a link or a vote.
  func remove(_ id: RecordID) throws
}
