import ArenaModel
import ArenaStore
import ArgumentParser

/// `arena log`: who did what, when.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Show the journal: who did what, when, and what it changed. The newest comes last.",
    discussion: """
      EXAMPLES:
        arena log
        arena log --last 5
        arena log --of 1.6
        arena log --json
      """)

  @OptionGroup var options: ArenaFileOptions

  @Option(help: ArgumentHelp("Only the last so many actions.", valueName: "count"))
  var last: Int?

  @Option(
    name: .customLong("of"),
    help: ArgumentHelp("Only what changed this: a code, a name or an id.", valueName: "what"))
  var subject: String?

  @Flag(help: "Print each action with its changes, before and after, as JSON, one a line.")
  var json = false

  func validate() throws {
    if let last, last < 1 { throw ValidationError("--last takes a number from 1 on.") }
  }

  func run() throws {
    let session = try ArenaSession(options)
    let entries = try entries(session)
    if json {
      for entry in entries { Terminal.print(LogText.json(entry)) }
      return
    }
    guard !entries.isEmpty else { return Terminal.note("The journal has no such action.") }
    let undone = try session.file.undone()
    try session.read { view in
      let text = LogText(view, undone: undone, width: Terminal.width)
      for entry in entries { Terminal.print(try text.lines(entry)) }
    }
  }

  private func entries(_ session: ArenaSession) throws -> [JournalEntry] {
    guard let subject else { return try session.file.journal(last: last) }
    let found = try session.read { try RecordLookup($0).find(subject) }
    guard !found.isEmpty else {
      throw CommandError(
        "Nothing in this arena has the code, name or id “\(subject)”. arena log without --of lists all "
          + "actions; arena search finds words.")
    }
    var seen: Set<Int> = []
    let all = try found.flatMap { try session.file.history(of: $0.id) }
      .filter { seen.insert($0.number).inserted }.sorted { $0.number < $1.number }
    return last.map { Array(all.suffix($0)) } ?? all
  }
}
