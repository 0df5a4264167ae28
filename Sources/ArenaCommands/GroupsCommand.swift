import ArenaModel
import ArgumentParser

/// `arena groups`: what met, who held it, and what came of it.
struct GroupsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "groups",
    abstract: "List the groups: where and when they meet, who holds them, what they handed in.",
    discussion: """
      EXAMPLES:
        arena groups
        arena groups --json
      """)

  @OptionGroup var options: ArenaFileOptions

  @Flag(help: "Print the records as JSON, one a line, as the dump has them.")
  var json = false

  func run() throws {
    try ArenaSession(options).read { view in
      let groups = view.inOrder(try view.reading.records(of: .group))
      if json { return try RecordsJSON.print(groups) }
      guard let first = groups.first else { return Terminal.print("No group was announced yet.") }
      let rows = try groups.map { group in
        let text = try view.text(of: group)
        let inputs = try view.reading.records(of: .contribution, where: .groups, refersTo: group.id)
        let members = try view.members(of: group)
        return [
          group.text(.code) ?? "", group.text(.title) ?? "",
          members.first?.names.joined(separator: ", ") ?? "", try text.text("place", of: group),
          group.stated(.headcount).map { $0.text.isEmpty ? "—" : $0.text } ?? "",
          try text.text("state", of: group), inputs.isEmpty ? "" : String(inputs.count),
        ]
      }
      let inputs =
        view.format(nil)?.nouns(of: .contribution, language: view.language)
        ?? ModelLabels.nouns(of: .contribution, in: view.language)
      RecordTable(
        headings: [
          try view.label("code", of: first), try view.label("title", of: first),
          try view.members(of: first).first?.role ?? "", try view.label("place", of: first),
          try view.label("headcount", of: first), try view.label("state", of: first), inputs,
        ], rows: rows
      ).print()
    }
  }
}
