import ArenaModel
import ArenaStore
import ArgumentParser

/// `arena load`: a dump becomes an arena file again.
struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Make an arena file from a dump. Dumping it again gives the same bytes.",
    discussion: """
      EXAMPLES:
        arena load forum.json forum.arena
        arena dump --arena old.arena | arena load - new.arena
      """)

  @Argument(help: "The dump; - for standard input.")
  var dump: String

  @Argument(help: "The arena file to make. What is there already is left alone.")
  var target: String

  func run() throws {
    let bytes = try InputBytes(dump).array()
    let file = try ArenaFile.load(
      bytes, to: target, effects: Effects.environment, header: ActionHeader(name: "load"))
    try file.read { arena in
      let counts = try [RecordType.group, .contribution, .person].map {
        (type: RecordType) -> String in
        let count = try arena.count(of: type)
        return "\(count) \(count == 1 ? type.rawValue : type.plural)"
      }
      Terminal.print("Made \(target): \(counts.joined(separator: ", ")).")
    }
  }
}
