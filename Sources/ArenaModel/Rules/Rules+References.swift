extension Rules {
  /// What a record refers to is there, and what it builds on was found.
  static func references(_ facts: RuleFacts) -> [PlacedFinding] {
    var out: [PlacedFinding] = []
    for type in RecordType.allCases where !facts.unresolved.isEmpty {
      for record in facts.all[type] ?? [] {
        for reference in record.allReferences where facts.unresolved.contains(reference.target) {
          out.append(
            facts.finding(
              .unresolvedReference, on: record,
              [
                "record": .text(facts.called(record)),
                "field": .text(reference.field?.name ?? "fields"),
                "id": .text("\(reference.target)"),
              ]))
        }
      }
    }
    for record in facts.all[.contribution] ?? [] where record[.refersTo] == nil {
      let group = facts.record(record.references(.groups).first)
      let kind = record.text(.kind).flatMap { facts.format(of: group)?.kind($0) }
      let reference = record.text(.reference) ?? ""
      if !reference.isEmpty {
        out.append(
          facts.finding(
            .referenceNotFound, on: record,
            ["record": .text(facts.called(record)), "reference": .text(reference)]))
      } else if let kind, kind.refersTo != nil {
        let label =
          facts.format(of: group)?.locales.written(kind.naming.label, in: facts.language)
          ?? kind.name
        out.append(
          facts.finding(
            .referenceMissing, on: record,
            ["record": .text(facts.called(record)), "kind": .text(label)]))
      }
    }
    return out
  }
}
