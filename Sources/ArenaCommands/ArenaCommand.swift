import ArenaModel
package import ArgumentParser
import LuaKit
import Programs

/// The root of the command line. A new command is a file of its own and one line here.
package struct ArenaCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "arena",
    abstract: "Run events whose participants write the programme, and make their book.",
    discussion: """
      An arena is one file. Its folder's only *.arena file is taken where --arena is left out; ARENA_BY names who \
      acts where --by is.

      EXAMPLES:
        arena new forum.arena --title "Forum 2031" --days 2031-03-12 --format FORMAT
        arena import inputs.txt --dry-run
        arena check
        arena export inputs-book -o book.html
      """,
    version: version,
    subcommands: [
      NewCommand.self, ImportCommand.self, DoCommand.self, WallCommand.self, GroupsCommand.self,
      PeopleCommand.self, ShowCommand.self, SearchCommand.self, StatsCommand.self,
      CheckCommand.self, ViewCommand.self, ProposeCommand.self, LogCommand.self, UndoCommand.self,
      ExportCommand.self, ConvertCommand.self, DumpCommand.self, LoadCommand.self,
      BackupCommand.self, RepairCommand.self, PluginCommand.self, ConsoleCommand.self,
      LuaCommand.self,
    ]
  )

  package static let version = "0.1.0"

  package init() {}

  /// Runs the command that the process was started with, and ends the process.
  package static func run() -> Never {
    SupervisedChild.whenMemoryEnds(LuaState.endForWantOfMemory)
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.first == ConvertCommand.name else {
      if let mistake = misspelling(arguments.first) {
        Terminal.note("Error: \(mistake)")
        exit(withError: ExitCode(64))
      }
      main()
      exit(withError: nil)
    }
    guard let request = ConversionRequest(plain: arguments.dropFirst()) else {
      main(ConvertCommand.parted(arguments))
      exit(withError: nil)
    }
    do {
      try Conversion(request).run()
    } catch {
      exit(withError: error)
    }
    exit(withError: nil)
  }

  /// What is wrong with a first word that is no command; nil where it is one, or an option.
  private static func misspelling(_ word: String?) -> String? {
    guard let word, !word.hasPrefix("-") else { return nil }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    if names.contains(word) { return nil }
    let near = Folding.nearest(word, among: names).map { " Did you mean '\($0)'?" } ?? ""
    return "There is no command '\(word)'.\(near) arena --help lists them."
  }
}
