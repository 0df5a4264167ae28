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
      [misspelt(plugin, path), missing(plugin, path)].compactMap(\.self)
        + wrongTypes(plugin, path)
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

  /// Values of every other type, a list for a map and a map for a list among them.
  private static func wrongTypes(_ plugin: LuaTree, _ path: DeclarationPath) -> [Broken] {
    guard case .key(let key)? = path.steps.last else { return [] }
    let strangers: [(String, LuaTree)] = [
      ("a function", .function), ("a boolean", .boolean(true)), ("a number", .number("7.5")),
      ("a string", .text("Nothing like it!")), ("a list", .list(.number("1"), .number("2"))),
      ("a map", .map(["nonsense": .boolean(true)])), ("a named list", .list(.named("stranger"))),
    ]
    return strangers.compactMap { what, value in
      guard !fits(key, value, at: path) else { return nil }
      let tree = plugin.changing(path.steps[...]) { name, _ in (name, value) }
      return broken("as \(what)", tree, path, [])
    }
  }

  /// Whether a value would do for a key, by the contract's own table: what is left must be an error.
  private static func fits(_ key: String, _ value: LuaTree, at path: DeclarationPath) -> Bool {
    // A constant is of whatever type its field is; a filter may hold any functions.
    if ["default", "filter", "labels"].contains(key) { return true }
    switch value {
    case .function:
      return [
        "run", "before", "after", "when", "propose", "table", "blocks", "document", "tables",
        "text", "each",
      ].contains(key)
    case .boolean: return ["required", "many", "exclusive", "personal"].contains(key)
    case .number: return false
    case .text:
      return [
        "title", "summary", "version", "language", "noun", "nouns", "label", "help", "code",
        "part_code", "joined_code", "corner", "text", "message", "fix", "extension",
      ].contains(key) && !(key == "text" && path.steps.count == 1)
    case .table(let items, _):
      // What is a list of named things may hold any name.
      guard case .table? = items.first else { return false }
      return [
        "kinds", "states", "roles", "perspectives", "of", "categories", "ballots", "programme",
        "phases",
      ].contains(key)
    }
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

  private static func line(of problem: String) -> Int? {
    let parts = problem.split(separator: ":", maxSplits: 2)
    return parts.count == 3 && parts[0] == "plugins/duets/plugin.lua" ? Int(parts[1]) : nil
  }

  /// Whether a message says what to do: an example to write, the words to choose from, or what was meant.
  private static func teaches(_ problem: String) -> Bool {
    [
      "Write ", "did you mean", "it is one of", "there is ", "takes ", "no place in it", "only ",
      "must be at", "Update",
    ]
    .contains { problem.contains($0) }
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
    #expect(Self.all.count >= 1_000, "\(Self.all.count)")
    for broken in Self.all {
      let problems = try PluginFixture("duets", broken.source).problems()
      let place = "plugins/duets/plugin.lua:\(broken.line): \(broken.path): "
      // Of a wrong type it is the key itself that is named, or what stands in it.
      let found = problems.contains { problem in
        broken.wants.isEmpty
          ? Self.line(of: problem).map { (broken.line...broken.line + 3).contains($0) } == true
            && problem.contains(": \(broken.path)") && Self.teaches(problem)
          : problem.hasPrefix(place) && broken.wants.allSatisfy(problem.contains)
      }
      if !found {
        Issue.record(
          "\(broken.path) \(broken.what), line \(broken.line): \(problems.joined(separator: " | "))"
        )
      }
    }
  }
}
