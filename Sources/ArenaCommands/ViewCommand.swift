import ArenaModel
import ArenaPlugins
import ArenaStore
import ArgumentParser
import JSONCodec

/// `arena view NAME`: a table that one of the arena's formats computes.
struct ViewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "view",
    abstract: "Show a table that one of the arena's formats computes.",
    discussion: """
      Without a name, lists the views that there are.

      EXAMPLES:
        arena view
        arena view NAME key=value
      """)

  @Argument(help: ArgumentHelp("The view; FORMAT.NAME where names clash.", valueName: "name"))
  var name: String?

  @Argument(help: ArgumentHelp("Its parameters.", valueName: "key=value"))
  var parameters: [String] = []

  @OptionGroup var options: ArenaFileOptions

  @Flag(help: "Print the rows as JSON, one a line.")
  var json = false

  func validate() throws { try TypedParameters.validate(parameters) }

  func run() throws {
    let session = try PluginSession(options)
    try session.superviseStrangers()
    try session.withScriptArena { arena in
      guard let name else {
        return ComputedList.print(arena.formats, \.views, language: arena.language)
      }
      let table = try session.host.view(name, try TypedParameters.read(parameters), in: arena)
      if json {
        for row in table.texts {
          var object = JSONObject()
          for (column, text) in zip(table.columns, row) { object[column.name] = .string(text) }
          Terminal.print(JSONValue.object(object).text())
        }
        return
      }
      if let title = table.title { Terminal.print(Terminal.styled(title, .bold)) }
      RecordTable(headings: table.headings, rows: table.texts).print()
    }
  }
}

/// The views or the proposals of an arena's formats.
enum ComputedList {
  static func print(
    _ formats: [FormatDeclaration], _ list: KeyPath<FormatDeclaration, [ComputedDeclaration]>,
    language: String
  ) {
    let rows = formats.flatMap { format in
      format[keyPath: list].map { declared in
        [
          formats.count > 1 ? "\(format.name).\(declared.name)" : declared.name,
          format.locales.written(declared.naming.label, in: language),
          declared.params.map(\.name).joined(separator: " "),
        ]
      }
    }
    guard !rows.isEmpty else { return Terminal.note("The arena's formats have none.") }
    RecordTable(headings: ["Name", "", "Parameters"], rows: rows).print()
  }
}
