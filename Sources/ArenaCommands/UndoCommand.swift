import ArenaModel
import ArenaStore
import ArgumentParser

/// `arena undo [ID]`: takes an action back, by an action that stands in the journal like any other.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back your own last action, or the one with the given number.",
    discussion: """
      What is taken back stays in the journal, and taking back can be taken back. Where later actions build on \
      it, nothing happens and the reason is said.

      EXAMPLES:
        arena undo --by "Kari Nordmann"
        arena undo 12
      """)

  @Argument(help: ArgumentHelp("The action's number, as arena log has it.", valueName: "id"))
  var number: Int?

  @OptionGroup var options: ArenaFileOptions

  func run() throws {
    let session = try ArenaSession(options)
    let actor = try session.file.read { try session.actor(in: $0) }
    let entry = try session.file.undo(number, header: ActionHeader(name: "undo", actor: actor))
    try session.read { view in
      Terminal.print(try LogText(view, undone: [], width: Terminal.width).lines(entry))
    }
  }
}
