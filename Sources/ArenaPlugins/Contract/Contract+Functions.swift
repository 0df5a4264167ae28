extension Contract {
  static let computedTables: [ContractTable] = [
    ContractTable(
      name: .action, help: "What people can do: a shared action of the host, or one of your own.",
      isNamed: true,
      keys: [
        ContractKey("as", .name(.role), "The role that it gives."),
        ContractKey(
          "agreed_by", .name(.role),
          "The role whose word each group concerned must give, in a parameter of this name."),
        ContractKey("params", .collection(.field), "Of your own action."),
        ContractKey(
          "run",
          .function(
            ContractFunction(
              ["tx": "arena.Tx", "p": "table"], returns: "arena.Record?",
              help: "Your own action. Runs once, in the action's transaction.")),
          "What your own action does."),
        ContractKey(
          "before",
          .function(
            ContractFunction(
              ["tx": "arena.Tx", "p": "table"], returns: "nil",
              help: "Runs before a shared action, in its transaction; may refuse.")),
          "Hook on a shared action; may refuse."),
        ContractKey(
          "after",
          .function(
            ContractFunction(
              ["tx": "arena.Tx", "p": "table", "record": "arena.Record?"], returns: "nil",
              help: "Runs after a shared action, in its transaction, with what it made.")),
          "Hook on a shared action, with the record that it made."),
      ]),
    ContractTable(
      name: .check, help: "Something to look after: findings, never refusals.", isNamed: true,
      keys: [
        ContractKey("each", .recordType, standard: "\"arena\"", "Called once for each."),
        ContractKey(
          "scope", .oneOf(["format", "arena"]), standard: "\"format\"",
          "The format's own records, or everybody's."),
        ContractKey(
          "severity", .oneOf(["error", "warning", "note"]), standard: "\"warning\"",
          "How bad it is."),
        ContractKey(
          "message", .pattern(keys: nil, ownFields: true), required: true,
          "What is wrong, and where."),
        ContractKey(
          "fix", .pattern(keys: nil, ownFields: true), required: true,
          "What to do, whom to ask."),
        ContractKey(
          "when",
          .function(
            ContractFunction(
              ["record": "arena.Record", "arena": "arena.Arena"],
              returns: "boolean|table|nil",
              help: """
                Runs for each record, read-only. false, nil, {}: fine. true: one finding. A table of values: one, \
                they fill the texts. A list of such tables: one each.
                """)), required: true, "Says whether something is wrong."),
      ]),
    ContractTable(
      name: .proposal, help: "A computed plan: steps to look at and accept.", isNamed: true,
      keys: [
        ContractKey("params", .collection(.field), "What to ask before."),
        ContractKey(
          "propose",
          .function(
            ContractFunction(
              ["arena": "arena.Arena", "p": "table"], returns: "arena.Step[]",
              help: """
                Runs when asked for, read-only. Gives a list of { "action", param = …, why = text }, perhaps with \
                .note; accepted steps run as actions.
                """)), required: true, "Computes the steps."),
      ]),
    ContractTable(
      name: .view, help: "A computed table to show.", isNamed: true,
      keys: [
        ContractKey("params", .collection(.field), "What to ask before."),
        ContractKey(
          "table",
          .function(
            ContractFunction(
              ["arena": "arena.Arena", "p": "table"], returns: "arena.Table",
              help: "Runs when shown, read-only. Gives { title, columns = fields, rows }.")),
          required: true, "Computes the table."),
      ]),
    ContractTable(
      name: .part, help: "A chapter for the arena's report.", isNamed: true,
      keys: [
        ContractKey(
          "at", .oneOf(["overview", "method", "day", "group", "evaluation", "appendix"]),
          required: true, "Where it stands; day and group: once for each."),
        ContractKey(
          "blocks",
          .function(
            ContractFunction(
              ["record": "arena.Record", "arena": "arena.Arena"], returns: "pandoc.Blocks?",
              help: "Runs on export, read-only. Gives Blocks, or nil for nothing.")),
          required: true, "Writes it."),
      ]),
  ]

  static let otherKinds: [ContractTable] = [
    ContractTable(
      name: .reporter,
      help: "Arena in; a document, tables or text out. It has one or more of the three functions.",
      isNamed: false,
      keys: [
        ContractKey("options", .collection(.field), "What `o` holds."),
        ContractKey(
          "document",
          .function(
            ContractFunction(
              ["arena": "arena.Arena", "o": "table"], returns: "pandoc.Pandoc",
              help: "Runs on export, read-only.")), "Makes a document."),
        ContractKey(
          "tables",
          .function(
            ContractFunction(
              ["arena": "arena.Arena", "o": "table"], returns: "arena.Table[]",
              help: "Runs on export, read-only. Gives a list of { title, columns, rows }.")),
          "Makes tables."),
        ContractKey(
          "text",
          .function(
            ContractFunction(
              ["arena": "arena.Arena", "o": "table"], returns: "string|string[]",
              help: "Runs on export, read-only. Gives the text, or its pieces.")), "Makes a text."),
        ContractKey("extension", .string, standard: "\"txt\"", "The file's ending, for `text`."),
      ]),
    ContractTable(
      name: .importer, help: "A file in, actions out.", isNamed: false,
      keys: [
        ContractKey("files", .strings, required: true, "The endings of the files that it reads."),
        ContractKey(
          "reads", .oneOf(["entries", "rows", "document", "text"]), required: true,
          "What the host makes of a file."),
        ContractKey("record", .recordType, standard: "\"person\"", "What a row is."),
        ContractKey("columns", .collection(.field), "Beyond the record's fields."),
        ContractKey(
          "each",
          .function(
            ContractFunction(
              ["tx": "arena.Tx", "x": "any"], returns: "nil",
              help: """
                Runs for each entry or row, once for a document or text; one transaction a file. Without it the \
                host takes each: tx:take(x).
                """)), standard: "tx:take(x)", "Takes one in."),
      ]),
    ContractTable(
      name: .filter, help: "Document in, document out.", isNamed: false,
      keys: [
        ContractKey("filter", .filter, required: true, "A pandoc filter, or a list of them.")
      ]),
    ContractTable(
      name: .checkPlugin, help: "Arena in, findings out; for arenas of any format.",
      isNamed: false,
      keys: [ContractKey("checks", .collection(.check), required: true, "As in a format.")]),
  ]
}
