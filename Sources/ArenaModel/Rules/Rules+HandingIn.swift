extension Rules {
  /// Each group hands in what its format asks for.
  static func handingIn(_ facts: RuleFacts) -> [PlacedFinding] {
    let (unused, unusedFindings) = unusedTemplates(facts)
    var out = unusedFindings
    for group in facts.livingGroups {
      guard let format = facts.format(of: group) else { continue }
      let hasContribution = facts.contributions[group.id] != nil
      let reports = facts.reports[group.id] ?? []
      let asksContribution = format.action("contribute") != nil
      let people = TextPattern.Filling.list(facts.contacts(of: group))
      let hasReport = reports.contains { $0.text(.state) != "missing" }
      if asksContribution && !hasContribution && !hasReport {
        let noun = format.noun(of: .contribution, language: facts.language)
        out.append(
          facts.finding(
            .groupWithoutContribution, on: group,
            ["group": .text(facts.called(group)), "noun": .text(noun), "people": people]))
      }
      for template in format.templates where template.per == .group {
        if unused.contains([format.name, template.name]) { continue }
        let own = reports.filter { $0.text(.template) == template.name }
        if own.contains(where: { $0.text(.state) != "missing" }) { continue }
        // Who handed something in owes less.
        let isStated = !own.isEmpty
        out.append(
          facts.finding(
            .groupWithoutReport, on: group,
            severity: hasContribution && !isStated ? .note : nil,
            [
              "group": .text(facts.called(group)),
              "template": .text(
                format.locales.written(template.naming.label, in: facts.language)),
              "people": people,
            ]))
      }
    }
    return out
  }

  /// Templates that not one of several groups has filled: whether they are wanted at all, nobody can tell, and a finding a
  /// group would bury all others.
  private static func unusedTemplates(_ facts: RuleFacts) -> (
    names: Set<[String]>, findings: [PlacedFinding]
  ) {
    let used = Set((facts.all[.report] ?? []).compactMap { $0.text(.template) })
    var names: Set<[String]> = []
    var findings: [PlacedFinding] = []
    for format in facts.formats.values.sorted(by: { $0.name < $1.name }) {
      let groups = facts.livingGroups.filter { facts.format(of: $0)?.name == format.name }
      guard groups.count > 2 else { continue }
      let allContributed = groups.allSatisfy { facts.contributions[$0.id] != nil }
      for template in format.templates
      where template.per == .group && !used.contains(template.name) {
        names.insert([format.name, template.name])
        findings.append(
          facts.finding(
            .templateUnused, on: facts.arena, severity: allContributed ? .note : nil,
            [
              "n": .number(Double(groups.count)),
              "groups": .text(format.nouns(of: .group, language: facts.language)),
              "template": .text(
                format.locales.written(template.naming.label, in: facts.language)),
            ]))
      }
    }
    return (names, findings)
  }

  /// A next step says who takes it, and by when.
  static func nextSteps(_ facts: RuleFacts) -> [PlacedFinding] {
    var out: [PlacedFinding] = []
    for step in facts.all[.nextStep] ?? [] {
      let what = step.text(.what) ?? "?"
      let names = step.actors(.who).map(facts.name)
      if names.isEmpty {
        out.append(facts.finding(.nextStepWithoutName, on: step, ["what": .text(what)]))
      }
      if step.stated(.due)?.text.isEmpty ?? true {
        let about = facts.record(step.reference(.about))
        let people = names.isEmpty ? about.map(facts.contacts) ?? [] : names
        out.append(
          facts.finding(
            .nextStepWithoutDate, on: step,
            ["what": .text(what), "people": .list(people.isEmpty ? ["?"] : people)]))
      }
    }
    return out
  }
}
