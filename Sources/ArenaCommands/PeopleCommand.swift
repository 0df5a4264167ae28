import ArenaModel
import ArgumentParser
import JSONCodec

/// `arena people`: who is in the arena, and where.
struct PeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people",
    abstract: "List the people of the arena, what they bring and where they are.",
    discussion: """
      EXAMPLES:
        arena people
        arena people --json
        arena people --csv > people.csv
      """)

  @OptionGroup var options: ArenaFileOptions

  @Flag(help: "Print the records as JSON, one a line, as the dump has them.")
  var json = false

  @Flag(help: "Print all that is known of them as CSV, with the columns that arena import reads.")
  var csv = false

  func validate() throws {
    if json && csv { throw ValidationError("--json and --csv are two forms; take one of them.") }
  }

  func run() throws {
    try ArenaSession(options).read { view in
      let people = try view.reading.records(of: .person)
        .map { ($0, SortKey($0.text(.name) ?? "")) }.sorted { $0.1 < $1.1 }.map(\.0)
      if json { return try RecordsJSON.print(people) }
      if csv { return Terminal.print(try PeopleTable(view).csv(people), terminator: "") }
      guard !people.isEmpty else { return Terminal.print("Nobody is registered yet.") }
      let text = ValueText(arena: view.reading, format: view.format(nil), language: view.language)
      let fields: [ModelField] = [.name, .organisation, .perspectives, .consent]
      let rows = try people.map { person in
        try fields.map { try text.text($0.name, of: person) } + [try groups(of: person, view)]
      }
      let headings =
        try fields.map { try view.label($0.name, of: people[0]) } + [
          view.format(nil)?.nouns(of: .group, language: view.language)
            ?? ModelLabels.nouns(of: .group, in: view.language)
        ]
      RecordTable(headings: headings, rows: rows).print()
    }
  }

  private func groups(of person: Record, _ view: ArenaView) throws -> String {
    try view.reading.records(of: .membership, where: .actor, refersTo: person.id)
      .compactMap { membership in
        guard let id = membership.reference(.group), let group = try view.reading.record(id) else {
          return nil
        }
        return group.text(.code) ?? group.text(.title)
      }
      .joined(separator: ", ")
  }
}

/// A table of which columns that nothing fills are left out.
struct RecordTable {
  let headings: [String]
  let rows: [[String]]

  func print() {
    let filled = headings.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    let lines = TextLayout.table(
      headings: filled.map { headings[$0] }, rows: rows.map { row in filled.map { row[$0] } },
      width: Terminal.width)
    Terminal.print(lines.joined(separator: "\n"))
  }
}

/// Records as JSON, one a line.
enum RecordsJSON {
  static func print(_ records: [Record]) throws {
    var writer = RecordWriter()
    for record in records {
      try writer.write(record)
      writer.out.append("\n")
    }
    Terminal.print(writer.out.string(), terminator: "")
  }
}
