/// Why an arena file could not do what was asked: what, where, why, and what to do.
package enum StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  case missing(path: String)
  case exists(path: String)
  case notAnArena(path: String)
  case newer(path: String, version: Int, known: Int)
  /// Another process held the file longer than we wait.
  case busy(path: String, seconds: Int)
  case full(path: String)
  case readOnly(path: String)
  case cannotOpen(path: String, why: String)
  case damaged(path: String, what: String)
  case failed(path: String, why: String)
  /// A write was begun inside another.
  case nested(path: String)
  case noAction(number: Int)
  /// The caller has no action left to take back.
  case nothingToUndo
  case cannotUndo(number: Int, name: String, why: String)
  case unreadableDump(why: String)
  case noSuchPerson(String)
  /// The person was forgotten, but pages that were free before could not be cleared.
  case notSwept(path: String, person: String, why: String)
  case folder(path: String)
  case noFolder(path: String)
  case empty(path: String)
  case beyondRepair(path: String)
  case invalid(String)

  package var description: String {
    switch self {
    case .missing(let path):
      "There is no file \(path). Look the name up, or make an arena with `arena new`."
    case .exists(let path):
      "The file \(path) is there already and was left alone. Take another name, or move it away first."
    case .notAnArena(let path):
      "The file \(path) is no arena file: it was not made by this program, or its beginning is "
        + "damaged. If it should be one, try `arena repair` or a backup."
    case .newer(let path, let version, let known):
      "The arena file \(path) has format \(version), and this program knows formats up to \(known). "
        + "Update the program; the file was left alone."
    case .busy(let path, let seconds):
      "The arena file \(path) was held by another program"
        + (seconds > 0 ? " for more than \(seconds) \(seconds == 1 ? "second" : "seconds")" : "")
        + ", and nothing was changed. Close the other program, or try again."
    case .full(let path):
      "There is no room left on the disk for \(path), and nothing was changed. "
        + "Make room and do it again."
    case .readOnly(let path):
      "The arena file \(path) can't be written to, and nothing was changed. "
        + "Check the permissions of the file and its folder."
    case .cannotOpen(let path, let why):
      "The arena file \(path) can't be opened: \(why). Check the path and its permissions."
    case .damaged(let path, let what):
      "The arena file \(path) is damaged: \(what). Make a copy of it, then run `arena repair`, "
        + "or take a backup."
    case .failed(let path, let why):
      "The arena file \(path) could not be used: \(why). Nothing was changed. Look whether its disk is "
        + "there and well; a copy of the file elsewhere tells whether it is the file or the disk."
    case .nested(let path):
      "An action on \(path) was begun inside another. Do it within the running one."
    case .noAction(let number):
      "The journal has no action \(number). `arena log` lists them."
    case .nothingToUndo:
      "There is no action of yours left to take back. `arena log` lists all; `arena undo NUMBER` "
        + "takes back a given one."
    case .cannotUndo(let number, let name, let why):
      "Action \(number) (\(name)) can't be taken back: \(why)"
    case .unreadableDump(let why):
      "This is no dump of an arena that can be loaded: \(why) Nothing was made."
    case .noSuchPerson(let name):
      "The arena has no person \(name). `arena people` lists them."
    case .notSwept(let path, let person, let why):
      "The person was forgotten in every record and in the journal of \(path), but what was deleted "
        + "earlier may still lie on the file's free pages: \(why) "
        + "When that is mended, run: arena do forget person=\(person)"
    case .folder(let path):
      "\(path) is a folder, and an arena is a file. Name the file, \(path)/NAME.arena say."
    case .noFolder(let path):
      "There is no folder \(path). Make it first, or look whether the path is right."
    case .empty(let path):
      "The file \(path) is empty: nothing was ever written to it, or what was is gone. "
        + "Take a backup, or make an arena with `arena new` under another name."
    case .beyondRepair(let path):
      "Nothing of \(path) can be rebuilt: not even the arena's own record can be read, from its row "
        + "or from the journal. Take a backup, or load a dump; the file was left alone."
    case .invalid(let why): why
    }
  }
}
