internal import JSONCodec

/// A part of a declaration as JSON that is being read, with the path to it for messages.
struct DeclarationJSON {
  let value: JSONValue
  let path: String

  func member(_ key: String) -> DeclarationJSON? {
    guard let found = value[key], !found.isNull else { return nil }
    return DeclarationJSON(value: found, path: path.isEmpty ? key : "\(path).\(key)")
  }

  func needed(_ key: String) throws(ModelError) -> DeclarationJSON {
    guard let found = member(key) else {
      throw ModelError(
        .declaration, "The declaration at \(path.isEmpty ? "its root" : path) has no \(key).",
        remedy: Self.remedy)
    }
    return found
  }

  func wrong(_ expected: String) -> ModelError {
    ModelError(
      .declaration, "The declaration at \(path) should be \(expected).", remedy: Self.remedy)
  }

  static let remedy = "The arena file carries it; load the plugin again with arena do refresh."

  func text() throws(ModelError) -> String {
    guard let text = value.string else { throw wrong("a text") }
    return text
  }

  func integer() throws(ModelError) -> Int {
    guard let integer = value.integer else { throw wrong("a whole number") }
    return integer
  }

  func number() throws(ModelError) -> Double {
    guard let number = value.double else { throw wrong("a number") }
    return number
  }

  func boolean() throws(ModelError) -> Bool {
    guard let boolean = value.bool else { throw wrong("true or false") }
    return boolean
  }

  func elements() throws(ModelError) -> [DeclarationJSON] {
    guard let array = value.array else { throw wrong("a list") }
    return array.enumerated().map { DeclarationJSON(value: $1, path: "\(path)[\($0 + 1)]") }
  }

  func members() throws(ModelError) -> [(key: String, value: DeclarationJSON)] {
    guard let object = value.object else { throw wrong("an object") }
    return object.map {
      ($0.key, DeclarationJSON(value: $0.value, path: "\(path).\($0.key)"))
    }
  }

  func texts() throws(ModelError) -> [String] {
    var out: [String] = []
    for element in try elements() { out.append(try element.text()) }
    return out
  }

  /// A list under a key; empty where the key is missing.
  func list<Element: DeclarationCoding>(_ key: String) throws(ModelError) -> [Element] {
    guard let found = member(key) else { return [] }
    var out: [Element] = []
    for element in try found.elements() { out.append(try Element(json: element)) }
    return out
  }

  func optional<Part: DeclarationCoding>(_ key: String) throws(ModelError) -> Part? {
    guard let found = member(key) else { return nil }
    return try Part(json: found)
  }

  func choice<Choice: RawRepresentable>(_ key: String) throws(ModelError) -> Choice?
  where Choice.RawValue == String {
    guard let found = member(key) else { return nil }
    let text = try found.text()
    guard let choice = Choice(rawValue: text) else {
      throw found.wrong("one of the known words, and not \"\(text)\"")
    }
    return choice
  }

  func text(_ key: String) throws(ModelError) -> String? {
    guard let found = member(key) else { return nil }
    return try found.text()
  }

  func texts(_ key: String) throws(ModelError) -> [String] {
    guard let found = member(key) else { return [] }
    return try found.texts()
  }

  func boolean(_ key: String) throws(ModelError) -> Bool {
    guard let found = member(key) else { return false }
    return try found.boolean()
  }
}

/// A part of a declaration that is kept as JSON: what is at its default is left out.
protocol DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError)
  var json: JSONValue { get }
}

/// An object that grows; defaults and empty lists are left out.
struct DeclarationObject {
  private(set) var object = JSONObject()

  var json: JSONValue { .object(object) }

  mutating func set(_ key: String, _ value: JSONValue?) {
    if let value { object.append(key, value) }
  }

  mutating func set(_ key: String, _ text: String?, unless standard: String? = nil) {
    if let text, text != standard { object.append(key, .string(text)) }
  }

  mutating func set(_ key: String, _ texts: [String]) {
    if !texts.isEmpty { object.append(key, .array(texts.map(JSONValue.string))) }
  }

  mutating func set(_ key: String, _ list: [some DeclarationCoding]) {
    if !list.isEmpty { object.append(key, .array(list.map(\.json))) }
  }

  mutating func set(_ key: String, flag: Bool) {
    if flag { object.append(key, true) }
  }

  /// The members of another part, on the same level.
  mutating func include(_ part: some DeclarationCoding) {
    if case .object(let other) = part.json {
      for member in other { object.append(member.key, member.value) }
    }
  }
}
