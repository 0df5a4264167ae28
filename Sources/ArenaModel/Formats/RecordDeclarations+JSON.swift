internal import JSONCodec

extension Naming {
  init(json: DeclarationJSON) throws(ModelError) {
    let texts = try json.texts("label")
    self.init(
      try json.needed("name").text(), label: texts.isEmpty ? nil : Label(texts),
      help: try json.text("help"))
  }

  func put(into out: inout DeclarationObject) {
    out.set("name", name)
    if label.texts != [Naming.spaced(name)] { out.set("label", label.texts) }
    out.set("help", help)
  }
}

extension Term: DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError) { self.init(try Naming(json: json)) }

  var json: JSONValue {
    var out = DeclarationObject()
    naming.put(into: &out)
    return out.json
  }
}

extension RecordDeclaration: DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError) {
    self.init()
    noun = try json.text("noun")
    nouns = try json.text("nouns")
    for (field, label) in try json.member("labels")?.members() ?? [] {
      labels[field] = Label(try label.texts())
    }
    fields = try json.list("fields")
  }

  var json: JSONValue {
    var out = DeclarationObject()
    out.set("noun", noun)
    out.set("nouns", nouns)
    if !labels.isEmpty {
      var object = JSONObject()
      for (field, label) in labels.sorted(by: { $0.key < $1.key }) {
        object.append(field, .array(label.texts.map(JSONValue.string)))
      }
      out.set("labels", .object(object))
    }
    out.set("fields", fields)
    return out.json
  }
}

extension GroupDeclaration: DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError) {
    self.init()
    record = try RecordDeclaration(json: json)
    code = try json.text("code") ?? code
    partCode = try json.text("part_code") ?? partCode
    joinedCode = try json.text("joined_code") ?? joinedCode
    meetsThroughout = try json.text("meets") == "throughout"
    corner = try json.text("corner")
  }

  var json: JSONValue {
    var out = DeclarationObject()
    let standard = GroupDeclaration()
    out.include(record)
    out.set("code", code, unless: standard.code)
    out.set("part_code", partCode, unless: standard.partCode)
    out.set("joined_code", joinedCode, unless: standard.joinedCode)
    if meetsThroughout { out.set("meets", "throughout") }
    out.set("corner", corner)
    return out.json
  }
}

extension ContributionDeclaration: DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError) {
    self.init()
    record = try RecordDeclaration(json: json)
    code = try json.text("code") ?? code
    kinds = try json.list("kinds")
  }

  var json: JSONValue {
    var out = DeclarationObject()
    out.include(record)
    out.set("code", code, unless: ContributionDeclaration().code)
    out.set("kinds", kinds)
    return out.json
  }
}

extension NextStepDeclaration: DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError) {
    self.init()
    record = try RecordDeclaration(json: json)
    states = try json.list("states")
  }

  var json: JSONValue {
    var out = DeclarationObject()
    out.include(record)
    out.set("states", states)
    return out.json
  }
}

extension FieldDeclaration: DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError) {
    guard let type: FieldType = try json.choice("type") else {
      throw json.wrong("a field with a type")
    }
    self.init(try Naming(json: json), type: type)
    isRequired = try json.boolean("required")
    isMany = try json.boolean("many")
    if let standard = json.member("default") { defaultValue = try Value(constant: standard) }
    of = try json.list("of")
    categories = try json.list("categories")
    isPersonal = try json.boolean("personal")
  }

  var json: JSONValue {
    var out = DeclarationObject()
    naming.put(into: &out)
    out.set("type", type.rawValue)
    out.set("required", flag: isRequired)
    out.set("many", flag: isMany)
    out.set("default", defaultValue?.constantJSON)
    out.set("of", of)
    out.set("categories", categories)
    out.set("personal", flag: isPersonal)
    return out.json
  }
}

extension Value {
  /// The JSON of a constant that a field may have as its default; nil for what is no constant.
  var constantJSON: JSONValue? {
    switch self {
    case .text(let text): .string(text)
    case .integer(let integer): .integer(integer)
    case .number(let number): .double(number)
    case .boolean(let boolean): .bool(boolean)
    case .list(let values): .array(values.compactMap(\.constantJSON))
    case .stated(let stated): ["text": .string(stated.text), "value": stated.readingJSON]
    case .actor(.name(let name)): ["actor": .string(name)]
    case .items(let items): ["items": .array(items.map { .string($0.text) })]
    case .actor, .record, .elsewhere, .object, .blob: nil
    }
  }

  init(constant json: DeclarationJSON) throws(ModelError) {
    switch json.value {
    case .string(let text): self = .text(text)
    case .integer(let integer): self = .integer(integer)
    case .double(let number): self = .number(number)
    case .bool(let boolean): self = .boolean(boolean)
    case .array:
      var values: [Value] = []
      for element in try json.elements() { values.append(try Value(constant: element)) }
      self = .list(values)
    case .object:
      if let name = try json.text("actor") {
        self = .actor(.name(name))
      } else if json.member("items") != nil {
        let texts = try json.texts("items")
        self = .items(texts.map { Item(id: RecordID(high: 0, low: 0), text: $0) })
      } else {
        self = .stated(try Stated(constant: json))
      }
    case .null, .bigNumber: throw json.wrong("a constant")
    }
  }
}

extension Stated {
  fileprivate var readingJSON: JSONValue {
    switch value {
    case .number(let number): .double(number)
    case .date(let date): .string(date)
    case nil: .null
    }
  }

  fileprivate init(constant json: DeclarationJSON) throws(ModelError) {
    self.init(text: try json.needed("text").text())
    guard let read = json.member("value") else { return }
    if let date = read.value.string {
      value = .date(date)
    } else {
      value = .number(try read.number())
    }
  }
}
