internal import JSONCodec

extension RoleDeclaration: DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError) {
    self.init(try Naming(json: json))
    if let text = try json.text("count") {
      guard let range = CountRange(text) else { throw json.wrong("a role with a count like 0..1") }
      count = range
    }
    isExclusive = try json.boolean("exclusive")
    holder = try json.choice("holder") ?? .person
  }

  var json: JSONValue {
    var out = DeclarationObject()
    naming.put(into: &out)
    out.set("count", count.description, unless: CountRange().description)
    out.set("exclusive", flag: isExclusive)
    out.set("holder", holder.rawValue, unless: Holder.person.rawValue)
    return out.json
  }
}

extension KindDeclaration: DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError) {
    self.init(try Naming(json: json))
    refersTo = try json.choice("refers_to")
    during = try json.texts("during")
    fields = try json.list("fields")
  }

  var json: JSONValue {
    var out = DeclarationObject()
    naming.put(into: &out)
    out.set("refers_to", refersTo?.rawValue)
    out.set("during", during)
    out.set("fields", fields)
    return out.json
  }
}

extension CompositionDeclaration: DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError) {
    self.init(sides: try json.needed("sides").texts())
    largest = try json.member("largest")?.number() ?? largest
  }

  var json: JSONValue {
    ["sides": .array(sides.map(JSONValue.string)), "largest": .double(largest)]
  }
}

extension TemplateDeclaration: DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError) {
    self.init(try Naming(json: json))
    per = try json.choice("per") ?? .group
    fields = try json.list("fields")
  }

  var json: JSONValue {
    var out = DeclarationObject()
    naming.put(into: &out)
    out.set("per", per.rawValue, unless: Per.group.rawValue)
    out.set("fields", fields)
    return out.json
  }
}

extension RemarkDeclaration: DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError) {
    guard let on: RecordType = try json.choice("on") else {
      throw json.wrong("a remark with what it hangs on")
    }
    self.init(try Naming(json: json), on: on)
    onSlots = try json.boolean("slots_only")
    fields = try json.list("fields")
  }

  var json: JSONValue {
    var out = DeclarationObject()
    naming.put(into: &out)
    out.set("on", on.rawValue)
    out.set("slots_only", flag: onSlots)
    out.set("fields", fields)
    return out.json
  }
}

extension BallotDeclaration: DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError) {
    self.init(try Naming(json: json))
    on = try json.choice("on") ?? .contribution
    dots = try json.member("dots")?.integer() ?? dots
    most = try json.member("most")?.integer()
  }

  var json: JSONValue {
    var out = DeclarationObject()
    naming.put(into: &out)
    out.set("on", on.rawValue, unless: RecordType.contribution.rawValue)
    out.set("dots", .integer(dots))
    out.set("most", most.map(JSONValue.integer))
    return out.json
  }
}

extension ContentDeclaration: DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError) {
    self.init(try Naming(json: json), text: try json.needed("text").text())
  }

  var json: JSONValue {
    var out = DeclarationObject()
    naming.put(into: &out)
    out.set("text", text)
    return out.json
  }
}

extension BlockDeclaration: DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError) {
    self.init(try Naming(json: json))
    kind = try json.text("kind") ?? kind
    if let number = try json.member("day")?.integer() { day = .day(number) }
    count = try json.member("count")?.integer() ?? count
  }

  var json: JSONValue {
    var out = DeclarationObject()
    naming.put(into: &out)
    out.set("kind", kind, unless: "slot")
    if case .day(let number) = day { out.set("day", .integer(number)) }
    if count != 1 { out.set("count", .integer(count)) }
    return out.json
  }
}

extension PhaseDeclaration: DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError) {
    self.init(try Naming(json: json))
    allows = try json.texts("allows")
  }

  var json: JSONValue {
    var out = DeclarationObject()
    naming.put(into: &out)
    out.set("allows", allows)
    return out.json
  }
}

extension ActionDeclaration: DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError) {
    self.init(try Naming(json: json))
    role = try json.text("as")
    agreedBy = try json.text("agreed_by")
    params = try json.list("params")
    isOwn = try json.boolean("own")
  }

  var json: JSONValue {
    var out = DeclarationObject()
    naming.put(into: &out)
    out.set("as", role)
    out.set("agreed_by", agreedBy)
    out.set("params", params)
    out.set("own", flag: isOwn)
    return out.json
  }
}

extension CheckDeclaration: DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError) {
    self.init(
      try Naming(json: json), message: try json.needed("message").text(),
      fix: try json.needed("fix").text())
    each = try json.choice("each") ?? .arena
    eachSlot = try json.boolean("slots_only")
    isArenaWide = try json.text("scope") == "arena"
    severity = try json.choice("severity") ?? .warning
  }

  var json: JSONValue {
    var out = DeclarationObject()
    naming.put(into: &out)
    out.set("each", each.rawValue, unless: RecordType.arena.rawValue)
    out.set("slots_only", flag: eachSlot)
    if isArenaWide { out.set("scope", "arena") }
    out.set("severity", severity.rawValue, unless: Severity.warning.rawValue)
    out.set("message", message)
    out.set("fix", fix)
    return out.json
  }
}

extension ComputedDeclaration: DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError) {
    self.init(try Naming(json: json))
    params = try json.list("params")
  }

  var json: JSONValue {
    var out = DeclarationObject()
    naming.put(into: &out)
    out.set("params", params)
    return out.json
  }
}

extension PartDeclaration: DeclarationCoding {
  init(json: DeclarationJSON) throws(ModelError) {
    guard let at: At = try json.choice("at") else {
      throw json.wrong("a part with the place where it stands")
    }
    self.init(try Naming(json: json), at: at)
  }

  var json: JSONValue {
    var out = DeclarationObject()
    naming.put(into: &out)
    out.set("at", at.rawValue)
    return out.json
  }
}
