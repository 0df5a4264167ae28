import ArenaModel
import ArenaPlugins
import ArgumentParser

/// `arena plugin`: what plugins there are, and whether they hold.
struct PluginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin",
    abstract: "List, show, make, test and check plugins.",
    subcommands: [List.self, Show.self, New.self, Test.self, Check.self],
    defaultSubcommand: List.self)

  struct Place: ParsableArguments {
    @Option(
      name: .customLong("arena"),
      help: ArgumentHelp("Look beside this arena file, too.", valueName: "file"))
    var file: String?

    init() {}

    func library() throws -> PluginLibrary {
      // Without an arena file, plugins/ in this folder is looked into all the same: that is where authors write.
      let found = file ?? (try? ArenaFileOptions(file: nil).path())
      return try PluginLibrary.find(beside: found ?? "here.arena")
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the plugins: name, kind, where from.",
      discussion: """
        EXAMPLES:
          arena plugin list
        """)

    @OptionGroup var place: Place

    func run() throws {
      let library = try place.library()
      try Supervision.run(library.strangers(among: library.names), arena: nil)
      let rows = library.summaries().map { summary -> [String] in
        let folder = summary.folder
        let manifest = summary.manifest
        return [
          folder.name, manifest?.kind.rawValue ?? "broken", manifest?.title ?? "",
          folder.isBundled ? "bundled" : folder.path,
        ]
      }
      RecordTable(headings: ["Plugin", "Kind", "Title", "From"], rows: rows).print()
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show what a plugin declares.",
      discussion: """
        EXAMPLES:
          arena plugin show NAME
        """)

    @Argument(help: "The plugin's name.")
    var name: String

    @OptionGroup var place: Place

    func run() throws {
      let library = try place.library()
      try Supervision.run(library.strangers(among: [name]), arena: nil)
      let plugin = try library.plugin(name)
      var rows = [
        ["Kind", plugin.manifest.kind.rawValue], ["Title", plugin.manifest.title],
        ["Summary", plugin.manifest.summary], ["Version", plugin.manifest.version],
        ["Written for", "api \(plugin.manifest.api)"], ["Languages", plugin.languages],
        ["Folder", plugin.folder.path],
      ]
      if let format = plugin.format {
        func names(_ named: [String]) -> String { named.joined(separator: ", ") }
        rows += [
          ["Roles", names(format.roles.map { "\($0.name) (\($0.count))" })],
          ["Kinds", names(format.contribution.kinds.map(\.name))],
          ["Templates", names(format.templates.map(\.name))],
          ["Phases", names(format.phases.map(\.name))],
          ["Actions", names(format.actions.map(\.name))],
          ["Checks", names(format.checks.map(\.name))],
          ["Proposals", names(format.proposals.map(\.name))],
          ["Views", names(format.views.map(\.name))],
        ]
      }
      if let importer = plugin.importer {
        rows.append(["Reads", importer.files.map { ".\($0)" }.joined(separator: ", ")])
      }
      if let reporter = plugin.reporter {
        rows.append(["Options", reporter.options.map(\.name).joined(separator: ", ")])
      }
      let filled = rows.filter { !$0[1].isEmpty }
      let label = filled.map { TextLayout.width(of: $0[0]) }.max() ?? 0
      for row in filled {
        let lines = TextLayout.wrap(row[1], to: max(20, Terminal.width - label - 2))
        for (index, line) in lines.enumerated() {
          Terminal.print(TextLayout.pad(index == 0 ? row[0] : "", to: label) + "  " + line)
        }
      }
    }
  }

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: "Write a plugin that runs, with a test and a README, to begin from.",
      discussion: """
        EXAMPLES:
          arena plugin new format my-format
          arena plugin new reporter summary --in ~/.local/share/arena/plugins
        """)

    @Argument(help: "The kind: format, reporter, importer, filter or check.")
    var kind: String

    @Argument(help: "The plugin's name: small letters, digits and hyphens.")
    var name: String

    @Option(
      name: .customLong("in"),
      help: ArgumentHelp("The folder that holds plugins.", valueName: "folder"))
    var folder = "plugins"

    func validate() throws {
      guard PluginKind(rawValue: kind) != nil else {
        let kinds = PluginKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("There is no kind “\(kind)” of plugin; the kinds are \(kinds).")
      }
      guard PluginScaffold.isName(name) else {
        throw ValidationError(
          "“\(name)” is no plugin's name: small letters, digits and hyphens, a letter first.")
      }
    }

    func run() throws {
      guard let kind = PluginKind(rawValue: kind) else { return }
      for path in try PluginScaffold.create(kind, name: name, in: folder) { Terminal.print(path) }
      Terminal.print("Try it: arena plugin check \(name), and arena plugin test \(name)")
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test",
      abstract:
        "Run a plugin's own tests: each in an arena in memory, with a clock that stands still.",
      discussion: """
        EXAMPLES:
          arena plugin test
          arena plugin test my-format
        """)

    @Argument(help: "The plugin's name; without it, all that have tests.")
    var name: String?

    @OptionGroup var place: Place

    func run() throws {
      let library = try place.library()
      try Supervision.run(
        library.strangers(among: name.map { [$0] } ?? library.names), arena: nil)
      let folders = try name.map { [try library.plugin($0).folder] } ?? library.folders
      var passed = 0
      var failed = 0
      for folder in folders {
        for outcome in try PluginTester(library).run(folder.name) {
          let title = ([folder.name] + outcome.name).joined(separator: " · ")
          guard let failure = outcome.failure else {
            passed += 1
            Terminal.print("ok      \(title)")
            continue
          }
          failed += 1
          Terminal.print("FAILED  \(title)  (\(outcome.file))")
          for line in failure.split(separator: "\n", omittingEmptySubsequences: false) {
            Terminal.print("        \(line)")
          }
        }
      }
      Terminal.print("\(passed) passed, \(failed) failed")
      if failed > 0 { throw ExitCode(1) }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Load plugins, tell everything that is wrong with them, and measure.",
      discussion: """
        Without a name, checks all that can be found from here.

        EXAMPLES:
          arena plugin check
          arena plugin check my-format
        """)

    @Argument(help: "The plugin's name.")
    var name: String?

    @OptionGroup var place: Place

    func run() throws {
      let library = try place.library()
      guard let name else {
        try Supervision.run(library.strangers(among: library.names), arena: nil)
        let problems = library.summaries().compactMap(\.problem)
        for problem in problems { Terminal.print("\(problem)") }
        guard problems.isEmpty else { throw ExitCode(1) }
        return Terminal.print("\(library.folders.count) plugins: nothing is wrong.")
      }
      try Supervision.run(library.strangers(among: [name]), arena: nil)
      let plugin = try library.plugin(name)
      let inspection = try PluginInspection.of(plugin.folder, beside: library)
      for remark in inspection.remarks {
        Terminal.print("\(TextLayout.pad(remark.severity.rawValue, to: 8)) \(remark.message)")
      }
      for (language, texts) in inspection.missing.sorted(by: { $0.key < $1.key })
      where !texts.isEmpty {
        let some = texts.prefix(5).map { "“\($0)”" }.joined(separator: ", ")
        Terminal.print("note     \(language): \(texts.count) texts aren't translated: \(some)")
      }
      if !inspection.measures.isEmpty {
        Terminal.print("What it reads of people, on an arena of \(PluginInspection.people) people:")
        let rows = inspection.measures.map { measure in
          [
            measure.function,
            measure.reads.isEmpty
              ? "nothing" : measure.reads.map { "\($0.name) \($0.count)" }.joined(separator: ", "),
          ]
        }
        RecordTable(headings: ["Function", "Reads"], rows: rows).print()
      }
      let isFine = !inspection.remarks.contains { $0.severity == .error }
      Terminal.print("\(name): \(isFine ? "it loads" : "it would fail").")
      for measure in inspection.measures where measure.milliseconds >= 20 {
        Terminal.note(
          "\(measure.function) took \(Int(measure.milliseconds.rounded(.up))) ms and "
            + "\(measure.kibibytes) KiB.")
      }
      Terminal.note(
        "Loading took \(Int(inspection.loadMilliseconds.rounded(.up))) ms, its state holds "
          + "\(inspection.bytes / 1024) KiB.")
      if !isFine { throw ExitCode(1) }
    }
  }
}

extension Plugin {
  /// The languages that it speaks, its own first.
  fileprivate var languages: String {
    ([locales.language] + locales.tables.keys.sorted().filter { $0 != locales.language })
      .joined(separator: ", ")
  }
}
