/// A failure of a command in a full sentence: what, where, why, what to do. Ends the program with status 1.
struct CommandError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
