import ArenaStore
import ArgumentParser

/// `arena dump`: the whole arena as JSON.
struct DumpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump",
    abstract: "Write the whole arena as JSON, as docs/arena.schema.json describes it.",
    discussion: """
      EXAMPLES:
        arena dump > forum.json
        arena dump --journal -o forum.json
      """)

  @OptionGroup var options: ArenaFileOptions

  @Flag(help: "With the journal: every action, and what it changed.")
  var journal = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file, whole or not at all.", valueName: "file"))
  var output: String?

  func run() throws {
    let session = try ArenaSession(options)
    let bytes = try session.file.dump(journal: journal)
    try CommandOutput.write(bytes, to: output)
  }
}
