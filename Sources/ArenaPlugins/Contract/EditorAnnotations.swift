import ArenaModel

/// What lua-language-server reads to know the host (LuaCATS): docs/plugins/arena.meta.lua.
package enum EditorAnnotations {
  package static func source() -> String {
    var out = """
      ---@meta
      -- What plugins see, for lua-language-server. Made from the host's own tables by
      -- `RECORD=1 swift test --filter GeneratedFilesTests`; don't edit it by hand.

      ---@alias arena.Actor arena.Person|arena.Organisation|string
      ---@alias arena.Text string
      ---@alias arena.Label string|string[]
      ---@alias arena.FieldType \(alternatives(FieldType.allCases.filter(\.isDeclarable).map(\.rawValue)))
      ---@alias arena.RecordType \(alternatives(DeclarationValidator.recordTypes))

      ---@class arena.List<T>: { [integer]: T }
      ---@field where fun(self: arena.List, values: table<string, any>): arena.List
      ---@field map fun(self: arena.List, f: fun(item: any, index: integer): any): any[]
      ---@field filter fun(self: arena.List, f: fun(item: any, index: integer): boolean): any[]
      ---@field find fun(self: arena.List, item: any): any, integer
      ---@field find_if fun(self: arena.List, f: fun(item: any): boolean): any, integer
      ---@field includes fun(self: arena.List, item: any): boolean
      ---@field sort fun(self: arena.List, before?: fun(a: any, b: any): boolean)
      ---@field add fun(self: arena.List, values: table<string, any>): arena.Record
      ---@field remove fun(self: arena.List, item: any)

      ---@class arena.Stated
      ---@field text string As written.
      ---@field value number|string|nil What was read from it.

      ---@class arena.Item
      ---@field text string
      ---@field category string?
      ---@field items arena.Item[]
      ---@field bullet boolean false is a paragraph.
      ---@field mark string?
      ---@field id string

      ---@class arena.Elsewhere
      ---@field arena string
      ---@field code string?
      ---@field title string?

      ---@class arena.Section
      ---@field name string?
      ---@field heading string?
      ---@field value any

      ---@class arena.Finding
      ---@field severity "error"|"warning"|"note"
      ---@field check string
      ---@field message string
      ---@field fix string
      ---@field record arena.Record?

      ---@class arena.Composition
      ---@field people integer
      ---@field sides table<string, integer>
      ---@field largest string?
      ---@field share number
      ---@field missing string[]

      ---@class arena.Table
      ---@field title string?
      ---@field columns arena.declare.field[]
      ---@field rows table<string, any>[]

      ---@class arena.Step
      ---@field [1] string The action.
      ---@field why string?

      ---@class arena.Format

      """
    for key in FormatProxy.LuaKey.allCases {
      out += "---@field \(key.rawValue) \(annotation(key))\n"
    }
    out += records()
    out += tests()
    for contract in Contract.tables { out += declaration(contract) }
    out += """

      ---@type any
      pandoc = nil

      ---Pairs in the order of the keys.
      ---@param t table
      ---@param less? fun(a: any, b: any): boolean
      ---@return fun(): any, any
      function sorted(t, less) end

      """
    return out
  }

  private static func alternatives(_ words: [String]) -> String {
    words.map { "\"\($0)\"" }.joined(separator: "|")
  }

  private static func records() -> String {
    var out = "\n---@class arena.Record\n"
    let common = ScriptSchema.fields(of: .vote).filter {
      if case .common = $0.source { true } else { false }
    }
    for field in common { out += "---@field \(field.name) \(field.annotation) \(field.help)\n" }
    for method in ScriptMethodDoc.all where method.isCommon {
      out += line(method, of: "arena.Record")
    }
    for type in RecordType.allCases {
      let name = ScriptSchema.className(type)
      out += "\n---@class \(name): arena.Record\n"
      for field in ScriptSchema.fields(of: type) {
        if case .common = field.source { continue }
        out += "---@field \(field.name) \(field.annotation) \(field.help)\n"
      }
      for method in ScriptMethodDoc.all where method.isOf(type) && !method.isCommon {
        out += line(method, of: name)
      }
    }
    out += "\n---@class arena.Tx: arena.Arena\n---@field actor arena.Actor? Who acts.\n"
    for method in ScriptMethodDoc.transaction { out += line(method, of: "arena.Tx") }
    return out
  }

  private static func annotation(_ key: FormatProxy.LuaKey) -> String {
    switch key {
    case .name, .title, .summary, .version: "string"
    case .phase: "string?"
    case .settings: "table<string, any> The organiser's choices; one that isn't declared raises."
    case .groups: "arena.List<arena.Group>"
    case .slots: "arena.List<arena.Block>"
    case .slot, .group, .person, .contribution, .nextStep: "table As declared."
    case .composition: "table? As declared."
    default: "table By position and by name."
    }
  }

  private static func tests() -> String {
    func signature(_ tool: TestToolDoc, of owner: String?) -> String {
      let parameters =
        (owner.map { ["self: \($0)"] } ?? []) + tool.parameters.map { "\($0.name): \($0.type)" }
      return "fun(\(parameters.joined(separator: ", "))): \(tool.returns) \(tool.help)\n"
    }
    var out = "\n---In a plugin's own tests.\n---@class arena.TestArena: arena.Arena\n"
    for field in TestToolDoc.fields {
      out += "---@field \(field.name) \(field.type) \(field.help)\n"
    }
    for tool in TestToolDoc.methods {
      out += "---@field \(tool.name) " + signature(tool, of: "arena.TestArena")
    }
    out += "\n---@class arena.Expectation\n"
    for tool in TestToolDoc.expectations {
      out += "---@field \(tool.name) " + signature(tool, of: "arena.Expectation")
    }
    for tool in TestToolDoc.globals {
      out += "\n---@type " + signature(tool, of: nil) + "\(tool.name) = nil\n"
    }
    return out
  }

  private static func line(_ method: ScriptMethodDoc, of name: String) -> String {
    let parameters = ["self: \(name)"] + method.parameters.map { "\($0.name): \($0.type)" }
    return "---@field \(method.name) fun(\(parameters.joined(separator: ", "))): \(method.returns)"
      + " \(method.help)\n"
  }

  /// A declaration as a class, so that an editor completes keys and marks wrong ones.
  private static func declaration(_ contract: ContractTable) -> String {
    var out = "\n---\(contract.help)\n---@class (exact) \(className(contract.name))\n"
    if contract.isNamed { out += "---@field [1] string Its name.\n" }
    if contract.name == .field { out += "---@field [2] arena.FieldType Its type.\n" }
    let isTop = PluginKind.allCases.contains {
      Contract.table(ofKind: $0).name == contract.name
    }
    let keys =
      (isTop ? Contract.manifest : []) + (contract.isNamed ? Contract.naming : []) + contract.keys
    for key in keys {
      let optional = key.isRequired ? "" : "?"
      let name = key.name == "as" ? "[\"as\"]" : key.name
      out += "---@field \(name)\(optional) \(annotation(key.type)) \(key.help)\n"
    }
    return out
  }

  private static func className(_ name: ContractTable.Name) -> String {
    "arena.declare." + name.rawValue.replacing(" ", with: "_")
  }

  private static func annotation(_ type: ContractType) -> String {
    switch type {
    case .text, .string, .pattern, .name: "string"
    case .label: "arena.Label"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .constant: "any"
    case .oneOf(let words): alternatives(words)
    case .range: "integer|string"
    case .day: "integer|\"each\""
    case .fieldType: "arena.FieldType"
    case .recordType: "arena.RecordType"
    case .labels: "table<string, arena.Label>"
    case .table(let name): className(name)
    case .collection(let name): className(name) + "[]"
    case .names, .strings: "string[]"
    case .function(let function): function.signature
    case .filter: "table"
    }
  }
}
