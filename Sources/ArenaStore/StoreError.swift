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
      "The arena file \(path) was held by another program for more than \(seconds) seconds, and "
        + "nothing was changed. Close the other program, or try again."
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
      "The arena file \(path) could not be used: \(why). Nothing was changed."
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
    case .invalid(let why): why
    }
  }
}
