extension Rules {
  /// Each group hands in what its format asks for.
  static func handingIn(_ facts: RuleFacts) -> [PlacedFinding] {
    var out: [PlacedFinding] = []
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
