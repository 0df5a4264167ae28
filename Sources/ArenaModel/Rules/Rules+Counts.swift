extension Rules {
  /// What is stated of the whole arena agrees with what is in it, and with what others state.
  static func totals(_ facts: RuleFacts) -> [PlacedFinding] {
    struct Total {
      let what: String
      let text: String
      let value: Int?
      let source: String
    }
    let totals = facts.arena.list(.totals).compactMap { value -> Total? in
      guard case .object(let fields) = value, case .text(let what)? = fields["what"],
        case .stated(let stated)? = fields["stated"]
      else { return nil }
      var source = ModelLabels.noun(of: .arena, in: facts.language)
      if case .text(let text)? = fields["source"], !text.isEmpty { source = text }
      var number: Int?
      if case .number(let value)? = stated.value { number = Int(exactly: value) }
      return Total(what: what, text: stated.text, value: number, source: source)
    }
    var out: [PlacedFinding] = []
    for total in totals {
      guard let value = total.value, let type = type(called: total.what, facts) else { continue }
      let counted = (facts.all[type] ?? []).count
      if counted == value { continue }
      out.append(
        facts.finding(
          .totalDiffers, on: facts.arena,
          [
            "source": .text(total.source), "stated": .text(total.text),
            "what": .text(shown(type, total.what, facts)), "counted": .number(Double(counted)),
          ]))
    }
    var seen: Set<MatchKey> = []
    for total in totals where seen.insert(MatchKey(total.what)).inserted {
      let same = totals.filter { MatchKey($0.what) == MatchKey(total.what) }
      guard Set(same.compactMap(\.value)).count > 1 else { continue }
      out.append(
        facts.finding(
          .totalsDisagree, on: facts.arena,
          [
            "what": .text(shown(type(called: total.what, facts), total.what, facts)),
            "values": .list(same.map { "\($0.text) (\($0.source))" }),
          ]))
    }
    return out
  }

  /// The words that were stated; where an import kept the model's own name for the type, what people call it here.
  private static func shown(_ type: RecordType?, _ stated: String, _ facts: RuleFacts) -> String {
    guard let type, [type.rawValue, type.plural].contains(stated) else { return stated }
    let formats = facts.formats.values.sorted { $0.name < $1.name }
    guard let format = formats.first, formats.count == 1 else {
      return ModelLabels.nouns(of: type, in: facts.language)
    }
    return format.nouns(of: type, language: facts.language)
  }

  /// The type of record that people call so, in any language and any format of the arena.
  private static func type(called what: String, _ facts: RuleFacts) -> RecordType? {
    let wanted = MatchKey(what)
    let types: [RecordType] = [
      .group, .contribution, .person, .organisation, .place, .report, .nextStep, .block,
    ]
    for type in types {
      var nouns = [type.rawValue, type.plural] + ModelLabels.allNouns(of: type)
      for format in facts.formats.values {
        for language in Catalogue.languages.keys.sorted() {
          nouns.append(format.noun(of: type, language: language))
          nouns.append(format.nouns(of: type, language: language))
        }
      }
      if type == .person { nouns += ["participants", "deltakere", "deltagere", "deltakarar"] }
      if nouns.contains(where: { MatchKey($0) == wanted }) { return type }
    }
    return nil
  }

  /// Headcounts are stated, can be read, and agree with lists that are complete.
  static func headcounts(_ facts: RuleFacts) -> [PlacedFinding] {
    var out: [PlacedFinding] = []
    for group in facts.livingGroups {
      guard let stated = group.stated(.headcount) else { continue }
      let text = stated.text.filter { !$0.isWhitespace }
      var values: [String: TextPattern.Filling] = [
        "group": .text(facts.called(group)), "text": .text(stated.text),
        "people": .list(facts.contacts(of: group)),
      ]
      guard case .number(let value)? = stated.value else {
        out.append(
          facts.finding(text.isEmpty ? .headcountBlank : .headcountUnread, on: group, values))
        continue
      }
      values["value"] = .number(value)
      if !text.allSatisfy({ $0.isASCII && $0.isNumber }) {
        out.append(facts.finding(.headcountOdd, on: group, values))
      }
      guard group.boolean(.membersComplete) else { continue }
      let counted = distinct(facts.memberships[group.id] ?? [], facts).count
      if Double(counted) == value { continue }
      values["counted"] = .number(Double(counted))
      out.append(facts.finding(.headcountDiffers, on: group, values))
    }
    return out
  }

  /// Codes run on without gaps, and each stands for one group.
  static func numbering(_ facts: RuleFacts) -> [PlacedFinding] {
    var out: [PlacedFinding] = []
    var byCode: [String: [Record]] = [:]
    for group in facts.all[.group] ?? [] {
      guard let code = group.text(.code) else { continue }
      byCode[(group.text(.format) ?? "") + "\n" + MatchKey(code).text, default: []].append(group)
    }
    for groups in byCode.values where groups.count > 1 {
      out.append(
        facts.finding(
          .repeatedCode, on: groups[0],
          [
            "code": .text(groups[0].text(.code) ?? ""), "n": .number(Double(groups.count)),
            "titles": .list(groups.map { $0.text(.title) ?? "?" }),
          ]))
    }
    for series in CodeSeries.all(of: facts.all[.group] ?? []) where !series.missing.isEmpty {
      out.append(
        facts.finding(
          .gapInNumbering, on: series.afterGap,
          [
            "first": .text(series.first), "last": .text(series.last),
            "codes": .list(series.missing), "n": .number(Double(series.missing.count)),
          ]))
    }
    return out
  }
}
