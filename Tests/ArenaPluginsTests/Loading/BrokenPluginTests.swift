import Testing

@testable import ArenaPlugins

/// Every declaration with every key misspelt, missing and of a wrong type: each is an error with file, line, key and
/// remedy.
@Suite("Broken plugins")
struct BrokenPluginTests {
  static let format: LuaTree = .map([
    "api": .number("1"), "kind": .text("format"), "title": .text("Duets"),
    "summary": .text("Two by two."), "version": .text("1"), "language": .text("en"),
    "slot": record, "person": record,
    "group": .map([
      "noun": .text("duet"), "nouns": .text("duets"), "labels": .map(["title": .text("Piece")]),
      "fields": .list(.field("key", "text")), "code": .text("{slot}{letter}"),
      "part_code": .text("{code}-{n}"), "joined_code": .text("{codes}"),
      "meets": .text("announced"), "corner": .text("Corner {n}"),
    ]),
    "contribution": .map([
      "noun": .text("tune"), "nouns": .text("tunes"), "labels": .map(["body": .text("Notes")]),
      "fields": .list(.field("tempo", "integer")), "code": .text("{group}"),
      "kinds": .list(
        .named(
          "reprise",
          [
            "refers_to": .text("contribution"), "during": .list(.text("evening")),
            "fields": .list(.field("bars", "integer")), "label": .text("Reprise"),
            "help": .text("Again."),
          ])),
    ]),
    "next_step": .map([
      "noun": .text("plan"), "nouns": .text("plans"), "labels": .map(["what": .text("What")]),
      "fields": .list(.field("cost", "number")), "states": .list(.named("open")),
    ]),
    "roles": .list(
      .named(
        "player",
        [
          "label": .text("Player"), "help": .text("Plays."), "count": .text("1.."),
          "exclusive": .boolean(true), "holder": .text("actor"),
        ])),
    "perspectives": .list(
      .named("soloist", ["label": .text("Soloist"), "help": .text("Alone.")])),
    "composition": .map(["sides": .list(.text("soloist")), "largest": .number("0.5")]),
    "templates": .list(
      .named(
        "log",
        [
          "label": .text("Log"), "help": .text("After."), "per": .text("group"),
          "fields": .list(.field("went", "rich", ["required": .boolean(true)])),
        ])),
    "remarks": .list(
      .named(
        "cheer",
        [
          "label": .text("Cheer"), "help": .text("Loud."), "on": .text("contribution"),
          "fields": .list(
            .field(
              "mood", "choice",
              [
                "label": .text("Mood"), "help": .text("How."), "required": .boolean(false),
                "many": .boolean(true), "default": .text("glad"),
                "of": .list(.named("glad"), .named("sad")), "personal": .boolean(true),
              ]),
            .field("points", "items", ["categories": .list(.named("high"))])),
        ])),
    "ballots": .list(
      .named(
        "best",
        [
          "label": .text("Best"), "help": .text("Dots."), "on": .text("group"),
          "dots": .number("3"), "most": .number("2"),
        ])),
    "content": .list(
      .named(
        "rules", ["label": .text("Rules"), "help": .text("Read."), "text": .text("Be kind.")])),
    "settings": .list(.field("encore", "boolean", ["default": .boolean(true)])),
    "programme": .list(
      .named(
        "concert",
        [
          "label": .text("Concert"), "help": .text("Come."), "kind": .text("slot"),
          "day": .text("each"), "count": .number("2"),
        ])),
    "phases": .list(
      .named(
        "evening",
        ["label": .text("Evening"), "help": .text("Late."), "allows": .list(.text("announce"))])),
    "actions": .list(
      .named(
        "announce",
        [
          "label": .text("Announce"), "help": .text("Say."), "as": .text("player"),
          "agreed_by": .text("player"), "before": .function, "after": .function,
        ]),
      .named("tune_up", ["params": .list(.field("pitch", "number")), "run": .function])),
    "checks": .list(
      .named(
        "silent",
        [
          "label": .text("Silent"), "help": .text("Look."), "each": .text("group"),
          "scope": .text("arena"), "severity": .text("note"), "message": .text("{code} is silent."),
          "fix": .text("Sing."), "when": .function,
        ])),
    "proposals": .list(
      .named(
        "pairs",
        [
          "label": .text("Pairs"), "help": .text("Who."),
          "params": .list(.field("size", "integer")), "propose": .function,
        ])),
    "views": .list(
      .named(
        "list",
        [
          "label": .text("List"), "help": .text("All."),
          "params": .list(.field("slot", "slot")), "table": .function,
        ])),
    "parts": .list(
      .named(
        "chapter",
        [
          "label": .text("Chapter"), "help": .text("Read."), "at": .text("day"),
          "blocks": .function,
        ])),
  ])

  static let record: LuaTree = .map([
    "noun": .text("thing"), "nouns": .text("things"), "labels": .map(["title": .text("Title")]),
    "fields": .list(.field("extra", "text", ["label": .list(.text("Extra"), .text("More"))])),
  ])

  static func manifest(_ kind: String, _ keys: [(String, LuaTree)]) -> LuaTree {
    .table(
      [],
      [("api", .number("1")), ("kind", .text(kind)), ("title", .text("T"))]
        + keys.map { (key: $0.0, value: $0.1) })
  }

  static let plugins: [LuaTree] = [
    format,
    manifest(
      "reporter",
      [
        ("options", .list(.field("long", "boolean"))), ("document", .function),
        ("tables", .function), ("text", .function), ("extension", .text("ics")),
      ]),
    manifest(
      "importer",
      [
        ("files", .list(.text("csv"))), ("reads", .text("rows")), ("record", .text("person")),
        ("columns", .list(.field("seat", "integer"))), ("each", .function),
      ]),
    manifest("filter", [("filter", .map(["Str": .function]))]),
    manifest(
      "check",
      [
        (
          "checks",
          .list(
            .named("any", ["message": .text("m"), "fix": .text("f"), "when": .function]))
        )
      ]),
  ]

  struct Broken {
    let what: String
    let path: DeclarationPath
    let line: Int
    let source: String
    let wants: [String]
  }

  /// All of them, made once.
  static let all: [Broken] = plugins.flatMap { plugin in
    plugin.keyPaths.filter(isContract).flatMap { path in
      [misspelt(plugin, path), missing(plugin, path), wrongType(plugin, path)].compactMap(\.self)
    }
  }

  /// Labels and filters have keys of their own making.
  private static func isContract(_ path: DeclarationPath) -> Bool {
    path.steps.count < 2
      || ![.key("labels"), .key("filter")].contains(path.steps[path.steps.count - 2])
  }

  private static func misspelt(_ plugin: LuaTree, _ path: DeclarationPath) -> Broken? {
    guard case .key(let key)? = path.steps.last else { return nil }
    let wrong = key + "x"
    let tree = plugin.changing(path.steps[...]) { _, value in (wrong, value) }
    let wrongPath = DeclarationPath(Array(path.steps.dropLast())).key(wrong)
    return broken("misspelt", tree, wrongPath, ["unknown key '\(wrong)'", "did you mean '"])
  }

  private static func missing(_ plugin: LuaTree, _ path: DeclarationPath) -> Broken? {
    guard case .key(let key)? = path.steps.last, isRequired(key, path) else { return nil }
    let tree = plugin.changing(path.steps[...]) { _, _ in nil }
    let around = DeclarationPath(Array(path.steps.dropLast()))
    return broken("missing", tree, path, ["missing; ", "Write \(key) = "], lineOf: around)
  }

  private static func isRequired(_ key: String, _ path: DeclarationPath) -> Bool {
    let isTop = path.steps.count == 1
    if isTop {
      return ["api", "title", "group", "roles", "actions", "files", "reads", "filter"].contains(key)
    }
    let collection = path.steps.first
    let required: [DeclarationPath.Step: [String]] = [
      .key("checks"): ["message", "fix", "when"], .key("proposals"): ["propose"],
      .key("views"): ["table"], .key("parts"): ["at", "blocks"], .key("content"): ["text"],
      .key("composition"): ["sides"], .key("templates"): ["fields"], .key("remarks"): ["on"],
    ]
    return path.steps.count <= 3 && collection.flatMap { required[$0] }?.contains(key) == true
  }

  private static func wrongType(_ plugin: LuaTree, _ path: DeclarationPath) -> Broken? {
    let tree = plugin.changing(path.steps[...]) { key, value in
      switch value {
      case .function: (key, .number("7"))
      case .table: (key, .boolean(true))
      default: (key, .function)
      }
    }
    return broken("of a wrong type", tree, path, ["expected ", ", got "])
  }

  private static func broken(
    _ what: String, _ tree: LuaTree, _ path: DeclarationPath, _ wants: [String],
    lineOf: DeclarationPath? = nil
  ) -> Broken? {
    var writer = LuaTree.Writer()
    writer.write(tree)
    let line = writer.lines[lineOf ?? path] ?? 1
    return Broken(what: what, path: path, line: line, source: writer.source, wants: wants)
  }

  @Test("The plugins are whole before they are broken")
  func whole() throws {
    for plugin in Self.plugins {
      var writer = LuaTree.Writer()
      writer.write(plugin)
      #expect(try PluginFixture("duets", writer.source).problems() == [])
    }
  }

  @Test("Each of them is named with file, line, key and remedy")
  func each() throws {
    #expect(Self.all.count >= 200, "\(Self.all.count)")
    for broken in Self.all {
      let problems = try PluginFixture("duets", broken.source).problems()
      let place = "plugins/duets/plugin.lua:\(broken.line): \(broken.path): "
      let found = problems.contains { problem in
        problem.hasPrefix(place) && broken.wants.allSatisfy(problem.contains)
      }
      if !found {
        Issue.record(
          "\(broken.path) \(broken.what), line \(broken.line): \(problems.joined(separator: " | "))"
        )
      }
    }
  }
}
