import ArenaImport
import ArenaModel
import ArenaPlugins
import ArenaStore
import ArgumentParser
import Foundation
import JSONCodec
import Programs

/// `arena import FILE...`: what somebody has written down, into the arena.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read people, groups, inputs and reports from files.",
    discussion: """
      Each file is one action: it comes in whole, or an error says why not and the arena is as it was. What could not \
      be placed is told with its line and kept in the arena. Reading a file again changes nothing; a corrected file \
      changes what nobody has edited since, and the rest is listed.

      EXAMPLES:
        arena import inputs.txt --dry-run
        arena import inputs.docx people.xlsx
        arena import people.json
        arena import copy-of-this-arena.json
        arena import notes.txt --as inputs-document --json
      """)

  @Argument(help: ArgumentHelp("The files to read.", valueName: "file"))
  var files: [String]

  @OptionGroup var options: ArenaFileOptions

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "The importer; without it, the one for the file's ending.", valueName: "importer"))
  var importer: String?

  @Flag(help: "Tell what would come in, and change nothing.")
  var dryRun = false

  @Flag(help: "Print the reports as JSON, one file a line.")
  var json = false

  func run() throws {
    let session = try PluginSession(options)
    try session.superviseStrangers(
      running: importer.map { [$0] } ?? [], kinds: importer == nil ? [.importer] : [])
    let actor = try session.file.read { try session.arena.actor(in: $0) }
    var failures: [String] = []
    for path in files {
      do {
        let outcome = try importFile(path, actor, session)
        try report(outcome, session)
      } catch let error as CommandError {
        guard files.count > 1 else { throw error }
        failures.append(error.description)
        Terminal.note("Error: \(error)")
      } catch {
        guard files.count > 1 else { throw CommandError("\(error)") }
        failures.append("\(error)")
        Terminal.note("Error: \(error)")
      }
    }
    if dryRun { Terminal.note("Nothing was changed: this is a dry run.") }
    guard failures.isEmpty else {
      throw CommandError(
        "\(failures.count) of \(files.count) files did not come in; each is as untouched as before."
      )
    }
  }

  private func importFile(_ path: String, _ actor: Actor?, _ session: PluginSession) throws
    -> ImportOutcome
  {
    let request = try ImportedFile(path).request(importer: importer, actor: actor, session.host)
    if dryRun {
      return try session.file.dryRun { try session.host.importFile(request, in: $0) }.value
    }
    return try session.host.importFile(request, on: session.file).outcome
  }

  private func report(_ outcome: ImportOutcome, _ session: PluginSession) throws {
    try session.arena.read { view in
      let catalogue = ImportCatalogue(view.language)
      if json { return Terminal.print(ImportCommand.json(outcome.report, catalogue)) }
      let report = outcome.report
      let format = view.format(outcome.format)
      Terminal.print(Terminal.styled(report.file, .bold))
      for line in catalogue.summary(report, format: format) { Terminal.print("  " + line) }
      for note in report.notes {
        ImportCommand.printWrapped(catalogue.sentence(note))
      }
      for line in report.leftOver {
        ImportCommand.printWrapped(catalogue.leftOver(line))
      }
      for tell in outcome.tells { ImportCommand.printWrapped(tell) }
    }
  }

  private static func printWrapped(_ text: String) {
    let lines = TextLayout.wrap(text, to: max(30, Terminal.width - 4))
    for (index, line) in lines.enumerated() {
      Terminal.print((index == 0 ? "  - " : "    ") + line)
    }
  }

  private static func json(_ report: ImportReport, _ catalogue: ImportCatalogue) -> String {
    func counts(_ counts: [RecordType: Int]) -> JSONValue {
      var out = JSONObject()
      for type in RecordType.allCases {
        if let count = counts[type] { out[type.plural] = .integer(count) }
      }
      return .object(out)
    }
    var out = JSONObject()
    out["file"] = .string(report.file)
    out["added"] = counts(report.added)
    out["changed"] = counts(report.changed)
    out["unchanged"] = counts(report.unchanged)
    out["lines"] = .integer(report.lineCount)
    out["notes"] = .array(
      report.notes.map { note in
        var object = JSONObject()
        object["kind"] = .string(note.kind.rawValue)
        object["line"] = note.line.map { .integer($0) }
        object["text"] = .string(catalogue.sentence(note))
        return .object(object)
      })
    out["left_over"] = .array(
      report.leftOver.map { line in
        var object = JSONObject()
        object["line"] = .integer(line.number)
        object["text"] = .string(line.text)
        return .object(object)
      })
    return JSONValue.object(out).text()
  }
}
