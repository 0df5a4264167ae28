import ArenaStore
import ArgumentParser

/// `arena backup TARGET`: a whole copy of the file, also while others write to it.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the arena file, whole, also while it is in use.",
    discussion: """
      EXAMPLES:
        arena backup copy.arena
        arena backup --arena forum.arena /media/stick/forum.arena
      """)

  @Argument(help: "Where the copy goes. What is there already is left alone.")
  var target: String

  @OptionGroup var options: ArenaFileOptions

  func run() throws {
    let session = try ArenaSession(options)
    try session.file.backup(to: target)
    Terminal.print("Copied \(session.file.path) to \(target).")
  }
}
