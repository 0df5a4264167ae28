import ArenaModel
import ArenaStore
import ArgumentParser

/// `arena search WORDS`: where something is said.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find words in titles, texts and names; å is not a.",
    discussion: """
      All words must be there. An asterisk finds beginnings, quotation marks words side by side.

      EXAMPLES:
        arena search bokbuss*
        arena search '"åpent bibliotek" natt*'
        arena search frivillige --json
      """)

  @Argument(help: "The words.")
  var words: [String]

  @OptionGroup var options: ArenaFileOptions

  @Option(help: ArgumentHelp("At most so many.", valueName: "count"))
  var limit = 30

  @Flag(help: "Print the records as JSON, one a line, as the dump has them.")
  var json = false

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number from 1 on.") }
  }

  func run() throws {
    let session = try ArenaSession(options)
    try session.file.read { stored in
      let hits = try stored.search(words.joined(separator: " "), limit: limit)
      if json { return try RecordsJSON.print(hits.map(\.record)) }
      guard !hits.isEmpty else {
        return Terminal.note(
          "Nothing was found. A word's beginning is found with an asterisk: word*")
      }
      let view = try ArenaView(stored)
      for hit in hits {
        Terminal.print(
          Terminal.styled(try view.name(of: hit.record), .bold)
            + Terminal.styled("  (\(try view.noun(of: hit.record)))", .dim))
        for line in TextLayout.wrap(hit.excerpt, to: max(20, Terminal.width - 4))
        where !line.isEmpty {
          Terminal.print("    " + line)
        }
      }
    }
  }
}
