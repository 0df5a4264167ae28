import ArenaModel

/// Makes declarations out of a table that was found valid. What is left out has the contract's default.
struct DeclarationBuilder {
  func format(_ table: PluginTable, name: String, locales: Locales) -> FormatDeclaration {
    var format = FormatDeclaration(
      name: name, title: table["title"]?.string ?? name, locales: locales)
    format.version = table["version"]?.string ?? "0"
    format.summary = table["summary"]?.string ?? ""
    format.slot = record(table["slot"]?.table)
    format.person = record(table["person"]?.table)
    format.group = group(table["group"]?.table)
    format.contribution = contribution(table["contribution"]?.table)
    format.nextStep.record = record(table["next_step"]?.table)
    format.nextStep.states = terms(table["next_step"]?.table?["states"])
    format.roles = things(table["roles"]).map(role)
    format.perspectives = terms(table["perspectives"])
    if let mixture = table["composition"]?.table {
      var composition = CompositionDeclaration(sides: strings(mixture["sides"]))
      composition.largest = mixture["largest"]?.number ?? composition.largest
      format.composition = composition
    }
    format.templates = things(table["templates"]).map(template)
    format.remarks = things(table["remarks"]).map(remark)
    format.ballots = things(table["ballots"]).map(ballot)
    format.content = things(table["content"]).map {
      ContentDeclaration(naming($0), text: $0["text"]?.string ?? "")
    }
    format.settings = fields(table["settings"])
    format.programme = things(table["programme"]).map(block)
    format.phases = things(table["phases"]).map {
      var phase = PhaseDeclaration(naming($0))
      phase.allows = strings($0["allows"])
      return phase
    }
    format.actions = things(table["actions"]).map(action)
    format.checks = things(table["checks"]).map(check)
    format.proposals = things(table["proposals"]).map(computed)
    format.views = things(table["views"]).map(computed)
    format.parts = things(table["parts"]).map {
      PartDeclaration(naming($0), at: .init(rawValue: $0["at"]?.string ?? "") ?? .appendix)
    }
    return format
  }

  func checks(_ value: PluginValue?) -> [CheckDeclaration] { things(value).map(check) }

  func fields(_ value: PluginValue?) -> [FieldDeclaration] { things(value).map(field) }

  func strings(_ value: PluginValue?) -> [String] {
    (value?.table?.list ?? []).compactMap(\.string)
  }

  /// The entries of a collection.
  func things(_ value: PluginValue?) -> [PluginTable] {
    (value?.table?.list ?? []).compactMap(\.table)
  }

  private func naming(_ table: PluginTable) -> Naming {
    Naming(
      table.list.first?.string ?? "", label: table["label"].map(label), help: table["help"]?.string)
  }

  private func label(_ value: PluginValue) -> Label {
    if let text = value.string { Label([text]) } else { Label(strings(value)) }
  }

  private func terms(_ value: PluginValue?) -> [Term] { things(value).map { Term(naming($0)) } }

  private func record(_ table: PluginTable?) -> RecordDeclaration {
    var record = RecordDeclaration()
    guard let table else { return record }
    record.noun = table["noun"]?.string
    record.nouns = table["nouns"]?.string
    for (name, value) in table["labels"]?.table?.keys ?? [] { record.labels[name] = label(value) }
    record.fields = fields(table["fields"])
    return record
  }

  private func group(_ table: PluginTable?) -> GroupDeclaration {
    var group = GroupDeclaration()
    group.record = record(table)
    group.code = table?["code"]?.string ?? group.code
    group.partCode = table?["part_code"]?.string ?? group.partCode
    group.joinedCode = table?["joined_code"]?.string ?? group.joinedCode
    group.meetsThroughout = table?["meets"]?.string == "throughout"
    group.corner = table?["corner"]?.string
    return group
  }

  private func contribution(_ table: PluginTable?) -> ContributionDeclaration {
    var contribution = ContributionDeclaration()
    contribution.record = record(table)
    contribution.code = table?["code"]?.string ?? contribution.code
    contribution.kinds = things(table?["kinds"]).map {
      var kind = KindDeclaration(naming($0))
      kind.refersTo = $0["refers_to"]?.string.flatMap(RecordType.init(rawValue:))
      kind.during = strings($0["during"])
      kind.fields = fields($0["fields"])
      return kind
    }
    return contribution
  }

  private func role(_ table: PluginTable) -> RoleDeclaration {
    var role = RoleDeclaration(naming(table))
    if let exactly = table["count"]?.integer {
      role.count = CountRange(least: exactly, most: exactly)
    } else if let range = table["count"]?.string.flatMap(CountRange.init) {
      role.count = range
    }
    role.isExclusive = table["exclusive"]?.boolean ?? false
    role.holder = table["holder"]?.string.flatMap(RoleDeclaration.Holder.init) ?? .person
    return role
  }

  private func field(_ table: PluginTable) -> FieldDeclaration {
    let type = table.list.count > 1 ? table.list[1].string.flatMap(FieldType.init) : nil
    var field = FieldDeclaration(naming(table), type: type ?? .text)
    field.isRequired = table["required"]?.boolean ?? false
    field.isMany = table["many"]?.boolean ?? false
    field.of = terms(table["of"])
    field.categories = terms(table["categories"])
    field.isPersonal = table["personal"]?.boolean ?? false
    if let standard = table["default"] {
      if field.isMany, let list = standard.table?.list {
        field.defaultValue = .list(list.compactMap { constant($0, type: field.type) })
      } else if let one = constant(standard, type: field.type) {
        field.defaultValue = field.isMany ? .list([one]) : one
      }
    }
    return field
  }

  private func constant(_ value: PluginValue, type: FieldType) -> Value? {
    switch type {
    case .integer: value.integer.map(Value.integer)
    case .number: value.number.map(Value.number)
    case .boolean: value.boolean.map(Value.boolean)
    case .count:
      if let number = value.number {
        .stated(
          Stated(text: value.integer.map(String.init) ?? String(number), value: .number(number)))
      } else {
        value.string.map {
          .stated(Stated(text: $0, value: Double($0).map(Stated.Reading.number)))
        }
      }
    case .date:
      value.string.map {
        .stated(Stated(text: $0, value: CalendarDate($0) == nil ? nil : .date($0)))
      }
    default: value.string.map(Value.text)
    }
  }

  private func template(_ table: PluginTable) -> TemplateDeclaration {
    var template = TemplateDeclaration(naming(table))
    template.per = table["per"]?.string.flatMap(TemplateDeclaration.Per.init) ?? .group
    template.fields = fields(table["fields"])
    return template
  }

  private func remark(_ table: PluginTable) -> RemarkDeclaration {
    let on = table["on"]?.string ?? ""
    var remark = RemarkDeclaration(naming(table), on: Self.recordType(on))
    remark.onSlots = on == "slot"
    remark.fields = fields(table["fields"])
    return remark
  }

  private func ballot(_ table: PluginTable) -> BallotDeclaration {
    var ballot = BallotDeclaration(naming(table))
    ballot.on = table["on"]?.string.flatMap(RecordType.init) ?? .contribution
    ballot.dots = table["dots"]?.integer ?? ballot.dots
    ballot.most = table["most"]?.integer
    return ballot
  }

  private func block(_ table: PluginTable) -> BlockDeclaration {
    var block = BlockDeclaration(naming(table))
    block.kind = table["kind"]?.string ?? block.kind
    if let day = table["day"]?.integer { block.day = .day(day) }
    block.count = table["count"]?.integer ?? 1
    return block
  }

  private func action(_ table: PluginTable) -> ActionDeclaration {
    var action = ActionDeclaration(naming(table))
    action.role = table["as"]?.string
    action.agreedBy = table["agreed_by"]?.string
    action.params = fields(table["params"])
    action.isOwn = table["run"] != nil
    return action
  }

  private func check(_ table: PluginTable) -> CheckDeclaration {
    var check = CheckDeclaration(
      naming(table), message: table["message"]?.string ?? "", fix: table["fix"]?.string ?? "")
    let each = table["each"]?.string ?? "arena"
    check.each = Self.recordType(each)
    check.eachSlot = each == "slot"
    check.isArenaWide = table["scope"]?.string == "arena"
    check.severity = table["severity"]?.string.flatMap(Severity.init) ?? .warning
    return check
  }

  private func computed(_ table: PluginTable) -> ComputedDeclaration {
    var computed = ComputedDeclaration(naming(table))
    computed.params = fields(table["params"])
    return computed
  }

  static func recordType(_ name: String) -> RecordType {
    name == "slot" ? .block : RecordType(rawValue: name) ?? .arena
  }
}
