import ArenaModel

/// Holds a plugin's table against the contract: unknown keys, wrong types, missing ones and lists written as maps, all
/// of them at once. Names that must be declared elsewhere are held together by `ReferenceValidator`.
struct DeclarationValidator {
  private(set) var problems: [(path: DeclarationPath, message: String)] = []

  /// Checks a whole `plugin.lua`. What can't be read for want of a known `kind` is left out.
  mutating func validate(plugin table: PluginTable) {
    let top = DeclarationPath()
    guard let kind = table["kind"]?.string.flatMap(PluginKind.init(rawValue:)) else {
      let manifest = ContractTable(
        name: .format, help: "", isNamed: false, keys: Contract.manifest)
      for key in manifest.keys { check(key, in: table, of: manifest, at: top) }
      // Without a kind the other keys can't be judged, but one may be what was meant.
      let others = table.keys.map(\.name).filter { manifest.key($0) == nil }
      if table["kind"] == nil, let near = Suggestion.nearest(to: "kind", among: others) {
        report(top.key(near), "unknown key '\(near)'; did you mean 'kind'?")
      }
      return
    }
    let own = Contract.table(ofKind: kind)
    let whole = ContractTable(
      name: own.name, help: own.help, isNamed: false, keys: Contract.manifest + own.keys)
    validate(table, as: whole, at: top)
    if kind == .reporter, table["document"] == nil, table["tables"] == nil, table["text"] == nil {
      report(
        top.key("document"),
        "missing; a reporter has one or more of 'document', 'tables' and 'text'. Write "
          + "document = function(arena, o) … end")
    }
    if let api = table["api"]?.integer, !Contract.versions.contains(api) {
      let range = Contract.versions
      report(
        top.key("api"),
        "this host runs contract \(range.lowerBound) to \(range.upperBound), the plugin asks for "
          + "\(api). " + (api > range.upperBound ? "Update arena." : "Update the plugin."))
    }
  }

  mutating func report(_ path: DeclarationPath, _ message: String) {
    problems.append((path, message))
  }

  /// Checks a table of keys, or one named thing.
  mutating func validate(
    _ table: PluginTable, as contract: ContractTable, at path: DeclarationPath
  ) {
    let keys = contract.allKeys
    for (name, value) in table.keys {
      guard let key = keys.first(where: { $0.name == name }) else {
        let known = keys.map(\.name)
        let offer = "; \(contract.withArticle) takes \(Phrase.choice(known, "and"))."
        report(
          path.key(name),
          "unknown key '\(name)'"
            + Phrase.didYouMean(
              name, among: known,
              otherwise: known.isEmpty ? "; \(contract.withArticle) takes no keys." : offer))
        continue
      }
      check(value, as: key.type, key: key.name, at: path.key(name))
    }
    for key in keys where key.isRequired { check(missing: key, in: table, of: contract, at: path) }
    for stranger in table.strangers {
      report(path, "a key must be a name, and \(stranger) isn't one.")
    }
    if contract.isNamed {
      validateName(table, as: contract, at: path)
    } else if !table.list.isEmpty {
      report(
        path.index(1),
        "\(contract.withArticle) is a table of keys; \(table.list[0].description) has no key. "
          + "Write \(keys[0].type.example(keys[0].name))")
    }
  }

  /// The first of a named thing is its name; the second of a field is its type.
  private mutating func validateName(
    _ table: PluginTable, as contract: ContractTable, at path: DeclarationPath
  ) {
    let isField = contract.name == .field
    switch table.list.first {
    case .string(let name)?:
      if !Self.isName(name) {
        report(
          path.index(1),
          "\(Phrase.quoted(name)) is no name; write lower-case letters, digits and '_', such as "
            + "\"\(Self.nameLike(name))\"")
      }
    case let other?:
      report(
        path.index(1),
        "expected the name of \(contract.withArticle), a string, got \(other.description). Write "
          + "{ \"name\", … }")
    case nil:
      report(
        path.index(1),
        "the name is missing; \(contract.withArticle) begins with it. Write { \"name\", … }")
    }
    let name = table.list.first?.string ?? "name"
    if isField {
      if table.list.count < 2 {
        report(
          path.index(2),
          "the type of field '\(name)' is missing. Write { \"\(name)\", \"text\" }")
      } else {
        check(table.list[1], as: .fieldType, key: "[2]", at: path.index(2))
      }
    }
    if table.list.count > (isField ? 2 : 1) {
      let extra = isField ? 3 : 2
      report(
        path.index(extra),
        "\(contract.withArticle) has no value in place \(extra); "
          + "\(table.list[extra - 1].description) needs a key. Write { \"\(name)\", "
          + (isField ? "\"text\", " : "") + "key = … }")
    }
  }

  private mutating func check(
    _ key: ContractKey, in table: PluginTable, of contract: ContractTable, at path: DeclarationPath
  ) {
    if let value = table[key.name] {
      check(value, as: key.type, key: key.name, at: path.key(key.name))
    } else if key.isRequired {
      check(missing: key, in: table, of: contract, at: path)
    }
  }

  private mutating func check(
    missing key: ContractKey, in table: PluginTable, of contract: ContractTable,
    at path: DeclarationPath
  ) {
    guard table[key.name] == nil else { return }
    let isManifest = Contract.manifest.contains { $0.name == key.name } && path.steps.isEmpty
    let owner = isManifest ? "a plugin" : contract.withArticle
    report(
      path.key(key.name),
      "missing; \(owner) needs '\(key.name)'. Write \(key.type.example(key.name))")
  }

  private mutating func check(
    _ value: PluginValue, as type: ContractType, key: String, at path: DeclarationPath
  ) {
    func wrong() {
      report(
        path, "expected \(type.expected), got \(value.description). Write \(type.example(key))")
    }
    switch type {
    case .text, .string:
      if value.string == nil { wrong() }
    case .pattern:
      if value.string == nil { wrong() }
    case .label:
      if value.string == nil, !Self.isStrings(value, atLeast: 1) { wrong() }
    case .integer:
      if value.integer == nil { wrong() }
    case .number:
      if value.number == nil { wrong() }
    case .boolean:
      if value.boolean == nil { wrong() }
    case .constant: break
    case .oneOf(let words):
      check(value, among: words, of: type, key: key, at: path)
    case .range:
      if value.integer.map({ $0 >= 0 }) != true, value.string.flatMap(CountRange.init) == nil {
        wrong()
      }
    case .day:
      if value.integer == nil, value.string != "each" { wrong() }
    case .fieldType:
      check(value, among: Self.fieldTypes, of: type, key: key, at: path)
    case .recordType:
      check(value, among: Self.recordTypes, of: type, key: key, at: path)
    case .labels(let recordType):
      if let table = value.table, table.list.isEmpty {
        checkLabels(table, of: recordType, at: path)
      } else {
        wrong()
      }
    case .table(let name):
      if let table = value.table {
        validate(table, as: ContractTable.of(name), at: path)
      } else {
        wrong()
      }
    case .collection(let name):
      checkCollection(value, of: ContractTable.of(name), type, key: key, at: path)
    case .name:
      if value.string == nil { wrong() }
    case .names, .strings:
      if !Self.isStrings(value, atLeast: 0) { wrong() }
    case .function:
      if value.function == nil { wrong() }
    case .filter:
      if value.table == nil { wrong() }
    }
  }

  private mutating func check(
    _ value: PluginValue, among words: [String], of type: ContractType, key: String,
    at path: DeclarationPath
  ) {
    guard let word = value.string else {
      report(
        path, "expected \(type.expected), got \(value.description). Write \(type.example(key))")
      return
    }
    guard !words.contains(word) else { return }
    let offer = "; it is one of \(Phrase.choice(words))."
    report(
      path,
      "\(Phrase.quoted(word)) is no \(key == "[2]" ? "field type" : key)"
        + Phrase.didYouMean(word, among: words, otherwise: offer))
  }

  private mutating func checkLabels(
    _ table: PluginTable, of type: RecordType, at path: DeclarationPath
  ) {
    let specs = Schema.fields(of: type)
    for (name, label) in table.keys {
      if !specs.contains(where: { $0.name == name }) {
        let fields = specs.map(\.name)
        report(
          path.key(name),
          "\(Phrase.withArticle(type.rawValue)) has no field '\(name)' of the model's own"
            + Phrase.didYouMean(
              name, among: fields, otherwise: "; it has \(Phrase.choice(fields, "and"))."))
      }
      check(label, as: .label, key: name, at: path.key(name))
    }
  }

  private mutating func checkCollection(
    _ value: PluginValue, of contract: ContractTable, _ type: ContractType, key: String,
    at path: DeclarationPath
  ) {
    guard let table = value.table else {
      report(
        path, "expected \(type.expected), got \(value.description). Write \(type.example(key))")
      return
    }
    for (name, _) in table.keys {
      report(
        path.key(name),
        "this is a list; '\(name) = …' has no place in it. Write { \"\(name)\", … }")
    }
    for stranger in table.strangers {
      report(path, "this is a list without gaps; the key \(stranger) has no place in it.")
    }
    var places: [String: Int] = [:]
    for (index, entry) in table.list.enumerated() {
      let entryPath = path.index(index + 1)
      guard let thing = entry.table else {
        let fix = entry.string.map { "{ \"\($0)\" }" } ?? "{ \"name\", … }"
        report(
          entryPath,
          "expected \(contract.withArticle), a table that begins with its name, got "
            + "\(entry.description). Write \(fix)")
        continue
      }
      validate(thing, as: contract, at: entryPath)
      guard let name = thing.list.first?.string else { continue }
      if let first = places[name] {
        report(
          entryPath,
          "the name '\(name)' stands twice; \(path)[\(first)] has it already. Rename one of them.")
      } else {
        places[name] = index + 1
      }
    }
  }

  private static let fieldTypes = FieldType.allCases.filter(\.isDeclarable).map(\.rawValue)

  /// The names that `each` and `on` take: a slot is a block in which groups meet.
  static let recordTypes = RecordType.allCases.map(\.rawValue) + ["slot"]

  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
    else { return false }
    return text.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_")
    }
  }

  /// What a name could look like that was meant.
  private static func nameLike(_ text: String) -> String {
    let letters = text.lowercased().map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : "_"
    }
    let trimmed = String(letters.drop { !$0.isLetter })
    return trimmed.isEmpty ? "name" : trimmed
  }

  private static func isStrings(_ value: PluginValue, atLeast least: Int) -> Bool {
    guard let table = value.table, table.keys.isEmpty, table.strangers.isEmpty else { return false }
    return table.list.count >= least && table.list.allSatisfy { $0.string != nil }
  }
}
