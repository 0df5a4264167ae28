import ArenaModel

/// The plugin contract in one table. Validation at load, the reference, the editor annotations, the luacheck standard
/// and the organiser's overlay are made from it, so that they can't disagree.
package enum Contract {
  /// The contracts that this host runs, by their integer.
  package static let versions = 1...1

  package static func table(_ name: ContractTable.Name) -> ContractTable {
    guard let table = byName[name] else {
      return ContractTable(name: name, help: "", isNamed: false, keys: [])
    }
    return table
  }

  /// The kinds of plugin, as `kind` has them, with the table of each.
  package static func table(ofKind kind: PluginKind) -> ContractTable {
    switch kind {
    case .format: table(.format)
    case .reporter: table(.reporter)
    case .importer: table(.importer)
    case .filter: table(.filter)
    case .check: table(.checkPlugin)
    }
  }

  private static let byName: [ContractTable.Name: ContractTable] = Dictionary(
    uniqueKeysWithValues: tables.map { ($0.name, $0) })

  /// All tables, in the order of the reference.
  package static let tables: [ContractTable] =
    formatTables + recordTables + namedTables + computedTables + otherKinds

  /// What every `plugin.lua` has.
  package static let manifest: [ContractKey] = [
    ContractKey("api", .integer, required: true, "The contract that the plugin was written for."),
    ContractKey(
      "kind", .oneOf(PluginKind.allCases.map(\.rawValue)), required: true, "What it is."),
    ContractKey("title", .text, required: true, "What people call it."),
    ContractKey("summary", .text, "What it is for, in a sentence."),
    ContractKey("version", .string, standard: "\"0\"", "The author's own version."),
    ContractKey("language", .string, standard: "\"en\"", "The language of its texts."),
  ]

  /// What every named thing takes beside its own keys.
  package static let naming: [ContractKey] = [
    ContractKey(
      "label", .label, standard: "the name, spaced",
      "What people read; of a list the first is written, all are recognised."),
    ContractKey("help", .text, "A sentence for whoever fills it in or chooses it."),
  ]

  private static let formatTables: [ContractTable] = [
    ContractTable(
      name: .format, help: "A session format: who meets, in which roles, and what comes of it.",
      isNamed: false,
      keys: [
        ContractKey("slot", .table(.slot), "What slots are called, and what the format adds."),
        ContractKey("group", .table(.group), required: true, "What meets."),
        ContractKey("person", .table(.person), "What people are called, and what is added."),
        ContractKey("contribution", .table(.contribution), "What groups hand in."),
        ContractKey("next_step", .table(.nextStep), "Next steps."),
        ContractKey("roles", .collection(.role), required: true, "Who people are in a group."),
        ContractKey(
          "perspectives", .collection(.term), adjustable: true, "The sides that people bring."),
        ContractKey("composition", .table(.composition), "The mixture that groups need."),
        ContractKey(
          "templates", .collection(.template), "Reports, plans and evaluations to fill."),
        ContractKey("remarks", .collection(.remark), "Personas, comments, reflections."),
        ContractKey("ballots", .collection(.ballot), "Votes with dots."),
        ContractKey("content", .collection(.content), "Standing texts: principles, aims."),
        ContractKey("settings", .collection(.field), "The organiser's choices."),
        ContractKey("programme", .collection(.block), "Blocks that `arena new` makes."),
        ContractKey("phases", .collection(.phase), "The first holds at the start."),
        ContractKey(
          "actions", .collection(.action), required: true, "What people can do, in order."),
        ContractKey("checks", .collection(.check), "What to look after."),
        ContractKey("proposals", .collection(.proposal), "Computed plans to accept."),
        ContractKey("views", .collection(.view), "Computed tables to show."),
        ContractKey("parts", .collection(.part), "Chapters for the arena's report."),
      ])
  ]

  private static func recordKeys(_ type: RecordType) -> [ContractKey] {
    [
      ContractKey("noun", .text, "What one is called."),
      ContractKey("nouns", .text, "What several are called."),
      ContractKey("labels", .labels(type), "Labels for the model's own fields, by name."),
      ContractKey("fields", .collection(.field), "What the format adds."),
    ]
  }

  private static let recordTables: [ContractTable] = [
    ContractTable(
      name: .slot, help: "The blocks in which groups meet side by side.", isNamed: false,
      keys: recordKeys(.block)),
    ContractTable(
      name: .person, help: "The people of the arena.", isNamed: false, keys: recordKeys(.person)),
    ContractTable(
      name: .group, help: "What meets: a conversation, a team, a table.", isNamed: false,
      keys: recordKeys(.group) + [
        ContractKey(
          "code", .pattern(keys: ["slot", "day", "n", "letter"], ownFields: true),
          standard: "\"{n}\"", "How codes are made."),
        ContractKey(
          "part_code", .pattern(keys: ["code", "n", "letter", "slot", "day"], ownFields: true),
          standard: "\"{code}-{n}\"", "The code of a part, after a split."),
        ContractKey(
          "joined_code", .pattern(keys: ["codes", "code", "n", "slot", "day"], ownFields: true),
          standard: "\"{codes}\"", "The code after a merge."),
        ContractKey(
          "meets", .oneOf(["announced", "throughout"]), standard: "\"announced\"",
          "In the slots named, or in all slots of the format."),
        ContractKey(
          "corner", .pattern(keys: ["n"], ownFields: false),
          "Name of a place that is made when all are taken."),
      ]),
    ContractTable(
      name: .contribution, help: "What groups hand in.", isNamed: false,
      keys: recordKeys(.contribution) + [
        ContractKey(
          "code", .pattern(keys: ["group", "slot", "day", "n", "letter"], ownFields: true),
          standard: "\"{group}\"", "How codes are made; further ones of a group get -2, -3."),
        ContractKey("kinds", .collection(.kind), "The kinds of it."),
      ]),
    ContractTable(
      name: .nextStep, help: "What is to be done, by whom, and when.", isNamed: false,
      keys: recordKeys(.nextStep) + [
        ContractKey("states", .collection(.term), "The first is where one begins.")
      ]),
  ]

  private static let namedTables: [ContractTable] = [
    ContractTable(
      name: .term, help: "A name to choose from: a perspective, a category, a state.",
      isNamed: true, keys: []),
    ContractTable(
      name: .field, help: "A value to fill in; its type stands second: `{ \"name\", \"text\" }`.",
      isNamed: true,
      keys: [
        ContractKey("required", .boolean, standard: "false", "It must be filled."),
        ContractKey("many", .boolean, standard: "false", "A list; one value will do."),
        ContractKey("default", .constant, "A constant of the type."),
        ContractKey("of", .collection(.term), "The terms of a `choice`."),
        ContractKey("categories", .collection(.term), "Terms to sort `items` into."),
        ContractKey("personal", .boolean, standard: "false", "Withheld as contacts are."),
      ]),
    ContractTable(
      name: .role, help: "Who somebody is in a group.", isNamed: true,
      keys: [
        ContractKey(
          "count", .range, standard: "\"0..\"", adjustable: true,
          "How many a group has: `1`, `0..1`, `1..`."),
        ContractKey(
          "exclusive", .boolean, standard: "false",
          "Two places in one slot is an error, not a note."),
        ContractKey(
          "holder", .oneOf(["person", "organisation", "actor"]), standard: "\"person\"",
          "Owners may be organisations."),
      ]),
    ContractTable(
      name: .kind, help: "A kind of contribution.", isNamed: true,
      keys: [
        ContractKey(
          "refers_to", .oneOf(["contribution", "group", "strategy_element"]),
          "What it must build on; earlier only."),
        ContractKey("during", .names(.phase), "Where it is offered; default everywhere."),
        ContractKey("fields", .collection(.field), "What contributions of the kind add."),
      ]),
    ContractTable(
      name: .composition, help: "The mixture that each group needs.", isNamed: false,
      keys: [
        ContractKey(
          "sides", .names(.perspective), required: true, adjustable: true,
          "Each group needs one of each."),
        ContractKey(
          "largest", .number, standard: "0.7", adjustable: true,
          "The greatest share of one side, above 0 and at most 1."),
      ]),
    ContractTable(
      name: .template, help: "A report, plan or evaluation to fill.", isNamed: true,
      keys: [
        ContractKey(
          "per", .oneOf(["group", "meeting", "block", "person", "arena"]), standard: "\"group\"",
          "What each is of; a meeting is a group in a slot."),
        ContractKey(
          "fields", .collection(.field), required: true, adjustable: true,
          "Its sections, in order."),
      ]),
    ContractTable(
      name: .remark, help: "Something said about a record.", isNamed: true,
      keys: [
        ContractKey("on", .recordType, required: true, "What it hangs on."),
        ContractKey("fields", .collection(.field), "Beside `text` and `by`."),
      ]),
    ContractTable(
      name: .ballot, help: "A vote with dots.", isNamed: true,
      keys: [
        ContractKey(
          "on", .oneOf(["contribution", "group"]), standard: "\"contribution\"",
          "What gets the dots."),
        ContractKey("dots", .integer, standard: "5", adjustable: true, "For each voter."),
        ContractKey(
          "most", .integer, standard: "all", adjustable: true, "At most so many on one thing."),
      ]),
    ContractTable(
      name: .content, help: "A standing text.", isNamed: true,
      keys: [ContractKey("text", .text, required: true, adjustable: true, "CommonMark.")]),
    ContractTable(
      name: .block, help: "A block of the programme that `arena new` makes.", isNamed: true,
      keys: [
        ContractKey(
          "kind",
          .oneOf(["slot", "plenary", "talk", "preparation", "circle", "break", "other"]),
          standard: "\"slot\"", "Groups meet in slots."),
        ContractKey(
          "day", .day, standard: "\"each\"",
          "`each`; 1, 2 …; -1 the last; 0 the day before."),
        ContractKey("count", .integer, standard: "1", adjustable: true, "So many in a row."),
      ]),
    ContractTable(
      name: .phase, help: "A stretch of the arena's life.", isNamed: true,
      keys: [ContractKey("allows", .names(.action), "Which actions are offered.")]),
  ]
}
