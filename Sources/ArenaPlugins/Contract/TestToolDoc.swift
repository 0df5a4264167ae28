/// What a plugin's own tests find beside its globals: the reference, the editor annotations and the tests' own checks are
/// made from it.
package struct TestToolDoc: Sendable {
  package let name: String
  /// Name and type; a `?` after the name: may be left out.
  package let parameters: [(name: String, type: String)]
  package let returns: String
  package let help: String

  private init(
    _ name: String, _ parameters: KeyValuePairs<String, String>, _ returns: String, _ help: String
  ) {
    self.name = name
    self.parameters = parameters.map { ($0.key, $0.value) }
    self.returns = returns
    self.help = help
  }

  package var shortParameters: String { parameters.map(\.name).joined(separator: ", ") }

  package static let globals: [TestToolDoc] = [
    TestToolDoc("describe", ["what": "string", "body": "function"], "nil", "Groups tests; nests."),
    TestToolDoc("it", ["does": "string", "body": "function"], "nil", "One test."),
    TestToolDoc(
      "arena", ["options?": "table<string, any>"], "arena.TestArena",
      "An arena in memory, as `arena new` makes it, writable as in a transaction."),
    TestToolDoc("expect", ["value": "any"], "arena.Expectation", "Begins an expectation."),
  ]

  package static let expectations: [TestToolDoc] = [
    TestToolDoc("equals", ["wanted": "any"], "nil", "The same value, or a table with the same."),
    TestToolDoc("contains", ["wanted": "any"], "nil", "A part of a string, or an item of a list."),
    TestToolDoc(
      "fails", ["words?": "string"], "nil", "The function raises, with these words in its message."),
  ]

  /// What `arena { … }` takes.
  package static let options: [(name: String, type: String, help: String)] = [
    ("title", "string", "What the arena is called."),
    ("days", "string[]", "Its days; two in March 2031."),
    ("language", "string", "Its language; the plugin's own."),
    ("timezone", "string", "Its IANA time zone; UTC."),
    ("formats", "string[]", "Its formats; a format's own."),
    ("people", "string[]", "Names of people who may be named."),
    ("places", "string[]", "Names of rooms."),
    ("now", "string", "The local time at which the clock stands; the first day's 08:00."),
  ]

  package static let methods: [TestToolDoc] = [
    TestToolDoc(
      "act",
      ["action": "string", "params?": "table<string, any>", "options?": "table<string, any>"],
      "arena.Record?",
      "Runs an action as `arena do` would, phases and all; options are `by` and `anyway`."),
    TestToolDoc(
      "view", ["name": "string", "params?": "table<string, any>"], "string[][]",
      "The rows of a view, as text."),
    TestToolDoc(
      "propose", ["name": "string", "params?": "table<string, any>"], "table[]",
      "The steps of a proposal, `{ action, param = text, why }`, and `note`."),
    TestToolDoc(
      "accept", ["name": "string", "params?": "table<string, any>"], "integer",
      "Runs the steps of a proposal as actions and says how many there were."),
    TestToolDoc(
      "check", ["name": "string"], "string[]", "The messages of one of the plugin's checks."),
    TestToolDoc(
      "export",
      [
        "reporter": "string", "format?": "string", "options?": "table<string, any>",
        "edition?": "string",
      ], "string", "What a reporter writes; without a format a document is CommonMark."),
    TestToolDoc(
      "import", ["name": "string", "text": "string"], "nil",
      "Imports a file, through the importer that is tested or the one for such names."),
  ]

  package static let fields: [(name: String, type: String, help: String)] = [
    ("tells", "string[]", "What actions had to say."),
    ("objections", "string[]", "What was objected, where they went on anyway."),
  ]
}
