package import ArenaModel

/// What a method of records takes and gives, for the reference and the editor annotations.
package struct ScriptMethodDoc: Sendable {
  package let name: String
  /// Name and type; a `?` after the name: may be left out.
  package let parameters: [(name: String, type: String)]
  package let returns: String
  package let help: String

  private init(
    _ method: ScriptMethod, _ parameters: KeyValuePairs<String, String>, _ returns: String,
    _ help: String
  ) {
    name = method.rawValue
    self.parameters = parameters.map { ($0.key, $0.value) }
    self.returns = returns
    self.help = help
  }

  package var isCommon: Bool { ScriptSchema.recordMethods.contains(name) }

  package func isOf(_ type: RecordType) -> Bool {
    ScriptSchema.methods(of: type).contains(name)
  }

  package var shortParameters: String { parameters.map(\.name).joined(separator: ", ") }

  /// Methods for reading.
  package static let all: [ScriptMethodDoc] = [
    ScriptMethodDoc(.label, ["field": "string"], "string", "The heading of a field."),
    ScriptMethodDoc(.show, ["field": "string"], "string", "The value of a field as text."),
    ScriptMethodDoc(
      .render, ["field": "string"], "pandoc.Blocks",
      "The value of a field as Blocks: rich text parsed, items as lists."),
    ScriptMethodDoc(.tally, ["ballot": "string"], "integer", "The dots that it got in a ballot."),
    ScriptMethodDoc(
      .people, ["role?": "string", "slot?": "arena.Block"], "arena.List<arena.Person>",
      "The people in the group, by role, then arrival."),
    ScriptMethodDoc(
      .actors, ["role?": "string", "slot?": "arena.Block"], "arena.Actor[]",
      "The same with organisations, and names as written."),
    ScriptMethodDoc(.group, ["code": "string"], "arena.Group?", "The group with a code."),
    ScriptMethodDoc(
      .person, ["name": "string"], "arena.Person?", "The person with a name or alias."),
    ScriptMethodDoc(
      .organisation, ["name": "string"], "arena.Organisation?", "The organisation with a name."),
    ScriptMethodDoc(
      .contribution, ["code": "string"], "arena.Contribution?", "The contribution with a code."),
    ScriptMethodDoc(.slot, ["number": "integer"], "arena.Block?", "The slot with a number."),
    ScriptMethodDoc(.place, ["name": "string"], "arena.Place?", "The place with a name."),
    ScriptMethodDoc(
      .strategyElement, ["code": "string"], "arena.StrategyElement?",
      "The strategy element with a code."),
    ScriptMethodDoc(
      .say, ["text": "string", "values?": "table<string, any>"], "string",
      "A text of the plugin in the arena's language, its keys filled."),
    ScriptMethodDoc(
      .findings, [:], "arena.Finding[]", "What the rules and all checks find, worst first."),
    ScriptMethodDoc(
      .composition, ["people": "arena.Person[]"], "arena.Composition",
      "How many bring each side, and the greatest share."),
    ScriptMethodDoc(
      .chapters, ["at": "string", "record?": "arena.Record"], "pandoc.Blocks",
      "What the arena's formats add to its report there: their `parts`."),
    ScriptMethodDoc(.utc, ["time": "string"], "string", "A local time in UTC."),
  ]

  /// Methods of `tx`.
  package static let transaction: [ScriptMethodDoc] = [
    ScriptMethodDoc(
      .act, ["action": "string", "params": "table<string, any>"], "arena.Record?",
      "Another action of this format; rules hold, phases don't."),
    ScriptMethodDoc(
      .tell, ["text": "string", "values?": "table<string, any>"], "nil",
      "A note; the action goes on."),
    ScriptMethodDoc(
      .object, ["text": "string", "values?": "table<string, any>"], "nil",
      "Stops the action, unless --anyway; then it is journalled."),
    ScriptMethodDoc(
      .refuse, ["text": "string", "values?": "table<string, any>"], "nil",
      "Ends the action with a sentence for the user; nothing is changed."),
    ScriptMethodDoc(
      .take, ["entry": "table", "values?": "table<string, any>"], "arena.Record?",
      "Importers: the host's own placing, repeatable."),
  ]
}
