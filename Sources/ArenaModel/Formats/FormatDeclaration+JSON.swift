package import JSONCodec

/// The form in which the arena file carries a format, so that it shows and exports without its plugin.
extension FormatDeclaration {
  /// The same declaration gives the same bytes.
  package var json: JSONValue {
    var out = DeclarationObject()
    out.set("name", name)
    out.set("version", version, unless: "0")
    out.set("title", title)
    out.set("summary", summary, unless: "")
    out.set("language", locales.language)
    if !locales.tables.isEmpty { out.set("locales", Self.json(of: locales)) }
    for (key, part) in parts0 where part != .object(JSONObject()) { out.set(key, part) }
    out.set("roles", roles)
    out.set("perspectives", perspectives)
    out.set("composition", composition?.json)
    out.set("templates", templates)
    out.set("remarks", remarks)
    out.set("ballots", ballots)
    out.set("content", content)
    out.set("settings", settings)
    out.set("programme", programme)
    out.set("phases", phases)
    out.set("actions", actions)
    out.set("checks", checks)
    out.set("proposals", proposals)
    out.set("views", views)
    out.set("parts", parts)
    return out.json
  }

  private var parts0: [(String, JSONValue)] {
    [
      ("slot", slot.json), ("group", group.json), ("person", person.json),
      ("contribution", contribution.json), ("next_step", nextStep.json),
    ]
  }

  package init(json value: JSONValue) throws(ModelError) {
    let json = DeclarationJSON(value: value, path: "")
    let locales = try Self.locales(json)
    self.init(
      name: try json.needed("name").text(), title: try json.needed("title").text(),
      locales: locales)
    version = try json.text("version") ?? "0"
    summary = try json.text("summary") ?? ""
    slot = try json.optional("slot") ?? RecordDeclaration()
    group = try json.optional("group") ?? GroupDeclaration()
    person = try json.optional("person") ?? RecordDeclaration()
    contribution = try json.optional("contribution") ?? ContributionDeclaration()
    nextStep = try json.optional("next_step") ?? NextStepDeclaration()
    roles = try json.list("roles")
    perspectives = try json.list("perspectives")
    composition = try json.optional("composition")
    templates = try json.list("templates")
    remarks = try json.list("remarks")
    ballots = try json.list("ballots")
    content = try json.list("content")
    settings = try json.list("settings")
    programme = try json.list("programme")
    phases = try json.list("phases")
    actions = try json.list("actions")
    checks = try json.list("checks")
    proposals = try json.list("proposals")
    views = try json.list("views")
    parts = try json.list("parts")
  }

  private static func json(of locales: Locales) -> JSONValue {
    var languages = JSONObject()
    for (language, table) in locales.tables.sorted(by: { $0.key < $1.key }) {
      var texts = JSONObject()
      for (text, translations) in table.sorted(by: { $0.key < $1.key }) {
        texts.append(text, .array(translations.map(JSONValue.string)))
      }
      languages.append(language, .object(texts))
    }
    return .object(languages)
  }

  private static func locales(_ json: DeclarationJSON) throws(ModelError) -> Locales {
    var tables: [String: [String: [String]]] = [:]
    if let languages = json.member("locales") {
      for (language, table) in try languages.members() {
        for (text, translations) in try table.members() {
          tables[language, default: [:]][text] = try translations.texts()
        }
      }
    }
    return Locales(language: try json.text("language") ?? "en", tables: tables)
  }
}
