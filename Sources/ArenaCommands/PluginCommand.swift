import ArenaModel
import ArenaPlugins
import ArgumentParser

/// `arena plugin`: what plugins there are, and whether they hold.
struct PluginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin",
    abstract: "List, show and check the plugins that can be found from here.",
    subcommands: [List.self, Show.self, Check.self],
    defaultSubcommand: List.self)

  struct Place: ParsableArguments {
    @Option(
      name: .customLong("arena"),
      help: ArgumentHelp("Look beside this arena file, too.", valueName: "file"))
    var file: String?

    init() {}

    func library() throws -> PluginLibrary {
      let options = try? ArenaFileOptions.parse([])
      return try PluginLibrary.find(beside: file ?? (try? options?.path()))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the plugins: name, kind, where from.")

    @OptionGroup var place: Place

    func run() throws {
      let library = try place.library()
      let rows = library.folders.map { folder -> [String] in
        guard let plugin = try? library.plugin(folder.name) else {
          return [folder.name, "broken", "", folder.isBundled ? "bundled" : folder.path]
        }
        return [
          plugin.name, plugin.manifest.kind.rawValue, plugin.manifest.title,
          folder.isBundled ? "bundled" : folder.path,
        ]
      }
      RecordTable(headings: ["Plugin", "Kind", "Title", "From"], rows: rows).print()
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show what a plugin declares.")

    @Argument(help: "The plugin's name.")
    var name: String

    @OptionGroup var place: Place

    func run() throws {
      let plugin = try place.library().plugin(name)
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

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Load plugins and tell everything that is wrong with them.",
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
      if let name {
        _ = try library.plugin(name)
        return Terminal.print("\(name): nothing is wrong.")
      }
      let problems = library.problems()
      for problem in problems { Terminal.print("\(problem.error)") }
      guard problems.isEmpty else { throw ExitCode(1) }
      Terminal.print("\(library.folders.count) plugins: nothing is wrong.")
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
