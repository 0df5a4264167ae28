import ArenaModel

/// The reference for authors, made from the contract's own tables: docs/plugins/reference.md.
package enum ContractReference {
  package static func markdown() -> String {
    var out = """
      # Reference: what a plugin says, and what it sees

      Made from the host's own tables by `RECORD=1 swift test --filter GeneratedFilesTests`; don't edit it by hand.

      `!` marks what is required, ⚙ what the organiser may change for one arena. Every named thing,
      `{ "name", key = … }`, also takes `label` and `help`.

      ## Every plugin

      \(table(Contract.manifest))

      """
    for contract in Contract.tables {
      out += "\n## \(contract.name.rawValue)\n\n\(contract.help)\n\n"
      out += contract.keys.isEmpty ? "Takes `label` and `help`.\n" : table(contract.keys)
      for key in contract.keys {
        if case .function(let function) = key.type {
          let names = function.parameters.map(\.name).joined(separator: ", ")
          out +=
            "\n`\(key.name) = function(\(names))`, giving `\(function.returns)`. \(function.help)\n"
        }
      }
    }
    out += fieldTypes()
    out += sharedActions()
    out += records()
    out += transaction()
    out += tests()
    return out
  }

  private static func table(_ keys: [ContractKey]) -> String {
    var out = "| key | type | |\n|---|---|---|\n"
    for key in keys {
      let marks = (key.isRequired ? " !" : "") + (key.isAdjustable ? " ⚙" : "")
      let standard = key.standard.map { " = \($0)" } ?? ""
      out +=
        "| `\(key.name)`\(marks) | \(cell(key.type.description + standard)) | \(cell(key.help)) |\n"
    }
    return out
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  private static func fieldTypes() -> String {
    var out = "\n## Field types\n\n| type | in Lua |\n|---|---|\n"
    for type in FieldType.allCases where type.isDeclarable {
      out += "| `\(type.rawValue)` | `\(cell(ScriptSchema.annotation(of: type)))` |\n"
    }
    return out
  }

  private static func sharedActions() -> String {
    var out =
      "\n## Shared actions\n\nVerbs of the model that a format lists when it wants them. "
      + "What the format adds lies in `p.fields`.\n\n| action | parameters | |\n|---|---|---|\n"
    for action in SharedActions.all {
      let params = action.params(nil).map { field in
        "`\(field.name)`" + (field.isRequired ? "!" : "") + (field.isMany ? "\\*" : "")
      }
      out += "| `\(action.name)` | \(params.joined(separator: " ")) | \(cell(action.help)) |\n"
    }
    return out
  }

  private static func tests() -> String {
    var out = """

      ## Tests

      `tests/*.lua` are run by `arena plugin test NAME`. Each file has a state of its own; the clock stands still and chance \
      is fixed. An action that fails leaves the arena as it was.

      | | gives | |
      |---|---|---|

      """
    for tool in TestToolDoc.globals {
      out +=
        "| `\(tool.name)(\(tool.shortParameters))` | `\(tool.returns)` | \(cell(tool.help)) |\n"
    }
    for tool in TestToolDoc.expectations {
      out += "| `expect(value):\(tool.name)(\(tool.shortParameters))` | | \(cell(tool.help)) |\n"
    }
    for tool in TestToolDoc.methods {
      out += "| `a:\(tool.name)(\(tool.shortParameters))` | `\(cell(tool.returns))` | "
      out += "\(cell(tool.help)) |\n"
    }
    for field in TestToolDoc.fields {
      out += "| `a.\(field.name)` | `\(field.type)` | \(cell(field.help)) |\n"
    }
    out +=
      "\nAll else of `a` is the arena's own. `arena { … }` takes:\n\n| option | type | |\n|---|---|---|\n"
    for option in TestToolDoc.options {
      out += "| `\(option.name)` | `\(option.type)` | \(cell(option.help)) |\n"
    }
    return out
  }

  private static func records() -> String {
    var out = """

      ## What scripts read

      Lists have the methods of `pandoc.List`, and `where { field = value }`. Lists and booleans are never nil; a field \
      that isn't declared raises.

      """
    for type in RecordType.allCases {
      out += "\n### \(type.rawValue)\n\n| field | type | |\n|---|---|---|\n"
      for field in ScriptSchema.fields(of: type) {
        let mark = field.isWritable ? "" : " °"
        out += "| `\(field.name)`\(mark) | `\(cell(field.annotation))` | \(cell(field.help)) |\n"
      }
      let methods = ScriptMethodDoc.all.filter { $0.isOf(type) && !$0.isCommon }
      for method in methods {
        out += "| `\(type.rawValue):\(method.name)(\(method.shortParameters))` | "
        out += "`\(cell(method.returns))` | \(cell(method.help)) |\n"
      }
    }
    out += "\nEvery record has these methods; ° marks what can only be read.\n\n"
    out += "| method | gives | |\n|---|---|---|\n"
    for method in ScriptMethodDoc.all where method.isCommon {
      out += "| `record:\(method.name)(\(method.shortParameters))` | `\(cell(method.returns))` | "
      out += "\(cell(method.help)) |\n"
    }
    return out
  }

  private static func transaction() -> String {
    var out =
      "\n## The transaction\n\n`tx` is the arena, writable: assign to fields, and "
      + "`tx.places:add { name = \"…\" }`, `tx.memberships:remove(m)`.\n\n"
      + "| method | gives | |\n|---|---|---|\n"
    for method in ScriptMethodDoc.transaction {
      out += "| `tx:\(method.name)(\(method.shortParameters))` | `\(cell(method.returns))` | "
      out += "\(cell(method.help)) |\n"
    }
    return out
  }
}
