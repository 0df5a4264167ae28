import ArenaModel

/// What one declaration says of another: names that must be declared, keys that a text may use, values that must fit
/// their field. It reads tables that may be broken elsewhere, and leaves those to `DeclarationValidator`.
struct ReferenceValidator {
  private(set) var problems: [(path: DeclarationPath, message: String)] = []
  private var names: [ContractType.Namespace: [String]] = [:]
  private let root: PluginTable

  init(_ root: PluginTable) { self.root = root }

  mutating func validate() {
    let top = DeclarationPath()
    guard let kind = root["kind"]?.string.flatMap(PluginKind.init(rawValue:)) else { return }
    if kind == .format {
      names = [
        .role: Self.names(root["roles"]), .perspective: Self.names(root["perspectives"]),
        .phase: Self.names(root["phases"]), .action: Self.names(root["actions"]),
      ]
    }
    walk(root, as: Contract.table(ofKind: kind), at: top)
    if kind == .importer, root["each"] == nil,
      let reads = root["reads"]?.string, reads == "document" || reads == "text"
    {
      report(
        top.key("each"),
        "missing; what reads = \"\(reads)\" gives, only the plugin can take in. Write each = "
          + "function(tx, x) … end")
    }
  }

  private mutating func report(_ path: DeclarationPath, _ message: String) {
    problems.append((path, message))
  }

  private mutating func walk(
    _ table: PluginTable, as contract: ContractTable, at path: DeclarationPath
  ) {
    for key in contract.keys {
      guard let value = table[key.name] else { continue }
      let here = path.key(key.name)
      switch key.type {
      case .table(let name):
        if let inner = value.table { walk(inner, as: ContractTable.of(name), at: here) }
      case .collection(let name):
        for (index, entry) in (value.table?.list ?? []).enumerated() {
          if let inner = entry.table {
            walk(inner, as: ContractTable.of(name), at: here.index(index + 1))
          }
        }
      case .name(let space):
        if let name = value.string { check(name, in: space, at: here) }
      case .names(let space):
        for (index, entry) in (value.table?.list ?? []).enumerated() {
          if let name = entry.string { check(name, in: space, at: here.index(index + 1)) }
        }
      case .pattern(let keys, let ownFields):
        if let text = value.string {
          check(text, keys: keys, own: ownFields ? Self.names(table["fields"]) : [], at: here)
        }
      default: break
      }
    }
    switch contract.name {
    case .field: checkField(table, at: path)
    case .action: checkAction(table, at: path)
    case .composition:
      if let largest = table["largest"]?.number, largest <= 0 || largest > 1 {
        report(path.key("largest"), "a share is above 0 and at most 1. Write largest = 0.7")
      }
    case .ballot: checkAtLeastOne(["dots", "most"], in: table, at: path)
    case .block: checkAtLeastOne(["count"], in: table, at: path)
    default: break
    }
  }

  private mutating func checkAtLeastOne(
    _ keys: [String], in table: PluginTable, at path: DeclarationPath
  ) {
    for key in keys {
      if let number = table[key]?.integer, number < 1 {
        report(path.key(key), "must be at least 1, and is \(number). Write \(key) = 1")
      }
    }
  }

  private mutating func check(
    _ name: String, in space: ContractType.Namespace, at path: DeclarationPath
  ) {
    let known = names[space] ?? []
    guard !known.contains(name) else { return }
    let offer =
      known.isEmpty
      ? "; the format declares no \(space.rawValue)s."
      : "; there is \(Phrase.choice(known, "and"))."
    let verb = space == .action ? "the format lists no action" : "there is no \(space.rawValue)"
    report(
      path, "\(verb) '\(name)'" + Phrase.didYouMean(name, among: known, otherwise: offer))
  }

  private mutating func check(
    _ text: String, keys: [String]?, own: [String], at path: DeclarationPath
  ) {
    guard let keys else { return }
    for key in Self.keys(in: text) where !keys.contains(key) && !own.contains(key) {
      report(
        path,
        "nothing fills {\(key)}"
          + Phrase.didYouMean(
            key, among: keys + own,
            otherwise: "; there is \(Phrase.choice((keys + own).map { "{\($0)}" }, "and"))."))
    }
  }

  private mutating func checkAction(_ table: PluginTable, at path: DeclarationPath) {
    guard let name = table.list.first?.string else { return }
    let isShared = Contract.sharedActions.contains(name)
    if isShared {
      if table["run"] != nil {
        report(
          path.key("run"),
          "'\(name)' is a shared action, which the host runs. Use before or after, or rename it.")
      }
      if table["params"] != nil {
        report(
          path.key("params"),
          "'\(name)' is a shared action with parameters of its own. What the format adds stands "
            + "under 'fields', such as group.fields.")
      }
      return
    }
    if table["run"] == nil {
      report(
        path,
        "action '\(name)' has no run, and is no shared action"
          + Phrase.didYouMean(
            name, among: Contract.sharedActions,
            otherwise: ". Write run = function(tx, p) … end"))
    }
    for hook in ["before", "after"] where table[hook] != nil {
      report(
        path.key(hook),
        "'\(name)' is an action of your own; '\(hook)' is for shared ones. Put it into 'run'.")
    }
  }

  private mutating func checkField(_ table: PluginTable, at path: DeclarationPath) {
    guard let name = table.list.first?.string, table.list.count > 1,
      let type = table.list[1].string.flatMap(FieldType.init(rawValue:)), type.isDeclarable
    else { return }
    if type == .choice, Self.names(table["of"]).isEmpty {
      report(
        path.key("of"),
        "missing; a choice needs its terms. Write { \"\(name)\", \"choice\", of = { { \"one\" }, "
          + "{ \"other\" } } }")
    }
    if type != .choice, table["of"] != nil {
      report(path.key("of"), "only a choice has terms; '\(name)' is of the type \(type.rawValue).")
    }
    if type != .items, table["categories"] != nil {
      report(
        path.key("categories"),
        "only items are sorted into categories; '\(name)' is of the type \(type.rawValue).")
    }
    if type == .members || type == .nextSteps, !Self.isSection(path) {
      report(
        path.index(2),
        "'\(type.rawValue)' shows what a group has and stands in templates only; elsewhere use "
          + (type == .members ? "\"person\" with many = true." : "\"next_step\"."))
    }
    if let standard = table["default"] { checkDefault(standard, of: type, table, at: path) }
  }

  private mutating func checkDefault(
    _ value: PluginValue, of type: FieldType, _ field: PluginTable, at path: DeclarationPath
  ) {
    let isMany = field["many"]?.boolean == true
    let values: [PluginValue] =
      if isMany, let table = value.table, table.keys.isEmpty { table.list } else { [value] }
    for value in values {
      let expected: String? =
        switch type {
        case .text, .rich, .date, .perspective: value.string == nil ? "a string" : nil
        case .choice:
          value.string.map(Self.names(field["of"]).contains) == true
            ? nil : "one of its terms, \(Phrase.choice(Self.names(field["of"])))"
        case .integer: value.integer == nil ? "a whole number" : nil
        case .number: value.number == nil ? "a number" : nil
        case .boolean: value.boolean == nil ? "true or false" : nil
        case .count: value.string == nil && value.number == nil ? "a string or a number" : nil
        case .items: value.string == nil ? "a string, CommonMark" : nil
        default: "no default: a \(type.rawValue) has no constants"
        }
      if let expected {
        report(path.key("default"), "expected \(expected), got \(value.description).")
      }
    }
  }

  /// Whether a field stands among the sections of a template.
  private static func isSection(_ path: DeclarationPath) -> Bool {
    path.steps.first == .key("templates")
  }

  static func names(_ value: PluginValue?) -> [String] {
    (value?.table?.list ?? []).compactMap { $0.table?.list.first?.string }
  }

  /// The keys in a text: `code` in `{code}`, `n` in `{n:one|many}`.
  static func keys(in text: String) -> [String] {
    var out: [String] = []
    for piece in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      guard let end = piece.firstIndex(of: "}") else { continue }
      let key = String(piece[..<end].prefix { $0 != ":" })
      if SourceScanner.isName(key) { out.append(key) }
    }
    return out
  }
}
