import ArenaModel
import ArenaPlugins
import ArenaStore
import ArgumentParser

/// `arena export REPORTER`: what the participants were promised.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a book, a table or a text of the arena, as a reporter makes it.",
    discussion: """
      Without a reporter, lists those that there are. The format follows from the file's name, unless --to says it: \
      html, commonmark (.md), plain (.txt), json and csv are our own, docx, odt, pdf, epub and the rest go through \
      pandoc where it is installed.

      EXAMPLES:
        arena export
        arena export inputs-book -o book.html
        arena export inputs-book -o book.docx --edition anonymous
        arena export inputs-book participants=true --to commonmark
      """)

  @Argument(help: ArgumentHelp("The reporter's name.", valueName: "reporter"))
  var reporter: String?

  @Argument(help: ArgumentHelp("The reporter's options.", valueName: "key=value"))
  var parameters: [String] = []

  @OptionGroup var options: ArenaFileOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, whole or not at all. Without it: standard output.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("The format to write.", valueName: "format"))
  var to: String?

  @Option(
    help: ArgumentHelp(
      "A filter plugin, or a pandoc Lua filter's file; repeatable, applied in order.",
      valueName: "filter"))
  var filter: [String] = []

  @Option(
    help: ArgumentHelp(
      "What may be shown of people: named, consented (who wasn't asked counts as no) or anonymous.",
      valueName: "edition"))
  var edition = "named"

  @Option(
    help: ArgumentHelp(
      "The processor time that the reporter, and each filter, may use.", valueName: "seconds"))
  var seconds = ScriptTime.reading

  func validate() throws {
    try ScriptLimits.validate(seconds: seconds, memory: 1)
    guard Edition(rawValue: edition) != nil else {
      throw ValidationError("--edition takes named, consented or anonymous.")
    }
    try TypedParameters.validate(parameters)
  }

  func run() throws {
    let session = try PluginSession(options)
    session.host.readingSeconds = seconds
    guard let reporter else { return try list(session) }
    let pluginFilters = filter.filter { !$0.hasSuffix(".lua") }
    try session.superviseStrangers(
      running: [reporter] + pluginFilters, hasScripts: pluginFilters.count < filter.count,
      for: .calls(seconds: seconds))
    let given = try TypedParameters.read(parameters)
    let request = ExportRequest(
      reporter, options: given, format: to ?? output.flatMap(ExportCommand.format),
      filters: filter)
    let (file, privacy) = try session.withEdition(Edition(rawValue: edition) ?? .named) {
      try ExportPipeline(session.host, on: $0).run(request)
    }
    if output == nil, ExportCommand.isBinary(file.format), Terminal.isOutputTerminal {
      throw CommandError("\(file.format) is no text to show on a terminal. Name a file with -o.")
    }
    try CommandOutput.write(file.bytes, to: output)
    for loss in file.losses { Terminal.note("\(file.format): \(loss)") }
    if let privacy { Terminal.note(privacy) }
    guard let output, output != "-" else { return }
    Terminal.print("Wrote \(output): \(file.format), \(ExportCommand.size(file.bytes.count)).")
  }

  /// What a file's name says of its format.
  private static func format(of path: String) -> String? {
    guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: ".") else {
      return nil
    }
    let ending = name[name.index(after: dot)...].lowercased()
    return switch ending {
    case "htm": "html"
    case "md", "markdown": "commonmark"
    case "txt", "text": "plain"
    case "tex": "latex"
    default: ending.isEmpty ? nil : ending
    }
  }

  private static func isBinary(_ format: String) -> Bool {
    ["docx", "odt", "pdf", "epub", "pptx", "epub2", "epub3", "xlsx"].contains(format)
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 10_000 ? "\(bytes) bytes" : "\(bytes / 1000) kB"
  }

  private func list(_ session: PluginSession) throws {
    try session.superviseStrangers(kinds: [.reporter])
    let language = try session.file.read { try $0.arena().text(.language) ?? "en" }
    let rows = session.host.library.plugins(of: .reporter).map { plugin in
      [
        plugin.name, plugin.locales.translate(plugin.manifest.summary, to: language),
        plugin.reporter?.options.map(\.name).joined(separator: " ") ?? "",
      ]
    }
    guard !rows.isEmpty else { return Terminal.note("No reporter was found.") }
    RecordTable(headings: ["Reporter", "", "Options"], rows: rows).print()
  }
}
