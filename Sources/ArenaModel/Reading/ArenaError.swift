/// Why a change can't be made to an arena, whatever holds it.
package enum ArenaError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A file or an image without the arena's own record.
  case noArena
  case alreadyThere(RecordID, RecordType)
  case notThere(RecordID)
  /// An update that would make another type of record of it.
  case typeChanged(RecordID, from: RecordType, to: RecordType)
  /// Only memberships, links and votes are taken away.
  case notRemovable(RecordID, RecordType)

  package var description: String {
    switch self {
    case .noArena:
      "There is no arena here: its own record is missing. Make one with `arena new`, or load a dump."
    case .alreadyThere(let id, let type):
      "No \(type.rawValue) can be added with the id \(id): the arena has a record with that id. "
        + "Update that one, or take a new id."
    case .notThere(let id):
      "The arena has no record with the id \(id). It may have been taken away since it was read."
    case .typeChanged(let id, let from, let to):
      "The record \(id) is of type \(from.rawValue) and can't become one of type \(to.rawValue). "
        + "Add a new record."
    case .notRemovable(let id, let type):
      "The \(type.rawValue) \(id) can't be removed: only memberships, links and votes can. "
        + "Withdraw it, or change its state."
    }
  }
}
