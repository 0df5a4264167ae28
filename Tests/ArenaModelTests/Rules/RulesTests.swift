import Testing

@testable import ArenaModel

@Suite("The rules that every format shares")
struct RulesTests {
  private let image = ArenaImage()
  private let format: FormatDeclaration
  private let slots: [Record]

  init() throws {
    var format = FormatDeclaration(
      name: "sample", title: "Sample", locales: Locales(language: "en"))
    var host = RoleDeclaration(Naming("host"))
    host.count = CountRange(least: 1, most: 2)
    host.isExclusive = true
    format.roles = [host, RoleDeclaration(Naming("member"))]
    format.contribution.record.noun = "note"
    format.contribution.record.nouns = "notes"
    var kind = KindDeclaration(Naming("deepening"))
    kind.refersTo = .contribution
    format.contribution.kinds = [kind]
    format.templates = [TemplateDeclaration(Naming("sheet"))]
    format.actions = [ActionDeclaration(Naming("contribute"))]
    format.perspectives = [Term(Naming("user")), Term(Naming("provider"))]
    format.composition = CompositionDeclaration(sides: ["user", "provider"])
    self.format = format
    let image = image
    func add(_ type: RecordType, _ values: [ModelField: Value]) throws -> Record {
      var record = Record(id: image.newID(), type: type, added: image.now)
      for (field, value) in values { record[field] = value }
      try image.insert(record)
      return record
    }
    _ = try add(.arena, [.title: .text("Høsttreffet"), .language: .text("en")])
    slots = try [1, 2].map {
      try add(.block, [.kind: .text("slot"), .number: .integer($0), .day: .integer(1)])
    }
  }

  @discardableResult
  private func add(_ type: RecordType, _ values: [ModelField: Value]) throws -> Record {
    var record = Record(id: image.newID(), type: type, added: image.now)
    for (field, value) in values { record[field] = value }
    try image.insert(record)
    return record
  }

  private func group(_ code: String, slot: Int = 0, _ more: [ModelField: Value] = [:]) throws
    -> Record
  {
    try add(
      .group,
      [
        .format: .text("sample"), .code: .text(code), .title: .text("Om \(code)"),
        .slots: .list([.record(slots[slot].id)]),
      ].merging(more) { $1 })
  }

  private func member(_ person: Record, _ role: String, _ group: Record) throws {
    try add(
      .membership,
      [.actor: .actor(.person(person.id)), .role: .text(role), .group: .record(group.id)])
  }

  private func findings(_ rule: Rule, language: String = "en") throws -> [Finding] {
    try Rules.findings(in: image, declarations: [format], language: language)
      .filter { $0.check == rule.rawValue }
  }

  @Test("an arena with nothing wrong gives no findings")
  func silence() throws {
    let group = try group("1.1")
    let person = try add(.person, [.name: .text("Kari Moe")])
    try member(person, "host", group)
    try add(.contribution, [.groups: .list([.record(group.id)])])
    try add(.report, [.of: .record(group.id), .template: .text("sheet"), .state: .text("final")])
    #expect(try Rules.findings(in: image, declarations: [format]) == [])
  }

  @Test("nobody hosts two groups of one slot; a member who wanders is a note at most")
  func clashes() throws {
    let (one, other, later) = (try group("1.1"), try group("1.2"), try group("2.1", slot: 1))
    let host = try add(.person, [.name: .text("Kari Moe")])
    let guest = try add(.person, [.name: .text("Ola Vik")])
    for group in [one, other, later] {
      try member(host, "host", group)
      try member(guest, "member", group)
    }
    let errors = try findings(.doubleBookedPerson)
    #expect(errors.map(\.severity) == [.error])
    #expect(
      errors[0].message
        == "Kari Moe is host of 1.1 Om 1.1 and host of 1.2 Om 1.2 at the same time: Block 1.")
    #expect(errors[0].record == host.id)
    #expect(try findings(.doubleSignUp).map(\.severity) == [.note])
  }

  @Test("a place holds one group at a time, and a cancelled one holds none")
  func places() throws {
    let place = try add(.place, [.name: .text("Loftet"), .capacity: .integer(4)])
    _ = try group("1.1", [.place: .record(place.id)])
    var other = try group(
      "1.2", [.place: .record(place.id), .headcount: .stated(Stated(text: "6", value: .number(6)))])
    #expect(try findings(.doubleBookedPlace).map(\.record) == [place.id])
    #expect(try findings(.overCapacity).map(\.record) == [other.id])
    other[.state] = .text("cancelled")
    try image.update(other)
    #expect(try findings(.doubleBookedPlace).isEmpty)
  }

  @Test("roles have as many holders as the format wants")
  func cardinalities() throws {
    let empty = try group("1.1")
    let full = try group("1.2")
    for name in ["A B", "C D", "E F"] {
      try member(try add(.person, [.name: .text(name)]), "host", full)
    }
    #expect(try findings(.roleMissing).map(\.record) == [empty.id])
    let overfull = try findings(.roleOverfull)
    #expect(overfull.map(\.record) == [full.id])
    #expect(overfull[0].message.contains("A B, C D and E F"))
  }

  @Test("references resolve, also to the withdrawn and to single items")
  func references() throws {
    let item = Item(id: image.newID(), text: "Et punkt")
    var source = try add(.contribution, [.body: .items([item])])
    try add(.link, [.from: .record(item.id), .to: .record(source.id)])
    source.isWithdrawn = true
    try image.update(source)
    #expect(try findings(.unresolvedReference).isEmpty)
    let nobody = image.newID()
    let lost = try add(.remark, [.on: .record(nobody)])
    #expect(try findings(.unresolvedReference).map(\.record) == [lost.id])
    try add(.contribution, [.code: .text("2.1"), .reference: .text("innspill 9.9")])
    #expect(try findings(.referenceNotFound)[0].message.contains("innspill 9.9"))
    let group = try group("1.1")
    try add(
      .contribution, [.groups: .list([.record(group.id)]), .kind: .text("deepening")])
    #expect(try findings(.referenceMissing).count == 1)
  }

  @Test("totals as stated are held against what is here, and against each other")
  func totals() throws {
    var arena = try image.arena()
    func total(_ what: String, _ number: Int, _ source: String) -> Value {
      .object([
        "what": .text(what), "source": .text(source),
        "stated": .stated(Stated(text: "\(number)", value: .number(Double(number)))),
      ])
    }
    arena[.totals] = .list([
      total("notes", 50, "The cover"), total("Notes", 48, "The mail"),
      total("grupper", 1, "The cover"), total("waffles", 200, "The kitchen"),
    ])
    try image.update(arena)
    _ = try group("1.1")
    #expect(
      try findings(.totalDiffers).map(\.message) == [
        "The cover states 50 notes, and 0 are here.", "The mail states 48 Notes, and 0 are here.",
      ])
    #expect(try findings(.totalsDisagree).count == 1)
  }

  @Test("headcounts keep their text and say what is odd")
  func headcounts() throws {
    for (code, text, value) in [
      ("1.1", "", nil), ("1.2", "mange", nil), ("1.3", "6 (8)", 6.0), ("1.4", "3 + 2", 5.0),
      ("1.5", "7", 7.0),
    ] as [(String, String, Double?)] {
      let stated = Stated(text: text, value: value.map { .number($0) })
      _ = try group(code, [.headcount: .stated(stated), .membersComplete: .boolean(true)])
    }
    #expect(try findings(.headcountBlank).count == 1)
    #expect(try findings(.headcountUnread)[0].message.contains("mange"))
    #expect(try findings(.headcountOdd).count == 2)
    #expect(try findings(.headcountDiffers).count == 3)
  }

  @Test("gaps in the numbering are named, also by letters and joined codes")
  func gaps() throws {
    for code in ["1.1", "1.2", "1.4", "1.7", "2A", "2B", "2D", "5B – 1 og 2", "5B - 4", "2020"] {
      _ = try group(code)
    }
    #expect(
      try findings(.gapInNumbering).map(\.message) == [
        "Between 1.1 and 1.7, 1.3, 1.5 and 1.6 are missing.", "Between 2A and 2D, 2C is missing.",
        "Between 5B – 1 og 2 and 5B - 4, 5B-3 is missing.",
      ])
    _ = try group("1.4")
    #expect(try findings(.repeatedCode).count == 1)
  }

  @Test("a group has the mixture that its format wants")
  func compositions() throws {
    let group = try group("1.1")
    for index in 1...4 {
      let person = try add(
        .person, [.name: .text("P \(index)"), .perspectives: .list([.text("user")])])
      try member(person, "host", group)
    }
    #expect(try findings(.missingPerspective)[0].message.contains("Provider"))
    #expect(try findings(.oneSided)[0].message.contains("100 %"))
    let person = try add(.person, [.name: .text("Q"), .perspectives: .list([.text("provider")])])
    try member(person, "member", group)
    #expect(try findings(.missingPerspective).isEmpty)
    #expect(try findings(.oneSided)[0].message.contains("80 %"))
    var arena = try image.arena()
    arena[.formats] = .list([
      .object(["name": .text("sample"), "overlay": .object(["composition.largest": .number(0.8)])])
    ])
    try image.update(arena)
    #expect(try findings(.oneSided).isEmpty)
  }

  @Test("who handed nothing in is named, and whom to ask")
  func handingIn() throws {
    let group = try group("1.1")
    try member(try add(.person, [.name: .text("Kari Moe")]), "host", group)
    #expect(try findings(.groupWithoutContribution)[0].fix == "Ask Kari Moe for it.")
    #expect(try findings(.groupWithoutReport).map(\.severity) == [.warning])
    try add(.contribution, [.groups: .list([.record(group.id)])])
    #expect(try findings(.groupWithoutContribution).isEmpty)
    #expect(try findings(.groupWithoutReport).map(\.severity) == [.note])
    try add(.report, [.of: .record(group.id), .template: .text("sheet"), .state: .text("missing")])
    #expect(try findings(.groupWithoutReport).map(\.severity) == [.warning])
    try add(.nextStep, [.what: .text("Ringe"), .about: .record(group.id)])
    #expect(try findings(.nextStepWithoutName).count == 1)
    #expect(try findings(.nextStepWithoutDate)[0].fix == "Ask Kari Moe by when.")
  }

  @Test("errors come first")
  func order() throws {
    for code in ["1.1", "1.3"] { _ = try group(code) }
    try add(.remark, [.on: .record(image.newID())])
    let severities = try Rules.findings(in: image, declarations: [format]).map(\.severity)
    #expect(severities == severities.sorted(by: >))
    #expect(severities.first == .error)
  }
}

@Suite("The catalogue of findings")
struct CatalogueTests {
  @Test("has every rule in every language, with the same keys")
  func complete() throws {
    for rule in Rule.allCases {
      guard let english = Catalogue.entry(rule, in: "en") else {
        Issue.record("\(rule.rawValue) is missing")
        continue
      }
      let keys = try keys(english)
      for (language, table) in Catalogue.languages {
        guard let entry = table[rule] else {
          Issue.record("\(rule.rawValue) is missing in \(language)")
          continue
        }
        let found = try self.keys(entry)
        #expect(found.subtracting(["n"]) == keys.subtracting(["n"]), "\(rule.rawValue) \(language)")
      }
    }
    #expect(
      Catalogue.entry(.gapInNumbering, in: "nn-NO") == Catalogue.languages["nn"]?[.gapInNumbering])
    #expect(
      Catalogue.entry(.gapInNumbering, in: "fr") == Catalogue.languages["en"]?[.gapInNumbering])
  }

  private func keys(_ entry: Catalogue.Entry) throws -> Set<String> {
    Set(try TextPattern(entry.message).keys + TextPattern(entry.fix).keys)
  }

  @Test("no rule leaves a key unfilled in any language")
  func filled() throws {
    let image = ArenaImage()
    var arena = Record(id: image.newID(), type: .arena, added: image.now)
    arena[.language] = .text("nn")
    try image.insert(arena)
    for code in ["1.1", "1.3"] {
      var group = Record(id: image.newID(), type: .group, added: image.now)
      group[.code] = .text(code)
      group[.headcount] = .stated(Stated(text: ""))
      try image.insert(group)
    }
    var step = Record(id: image.newID(), type: .nextStep, added: image.now)
    step[.what] = .text("Ringje")
    try image.insert(step)
    for language in ["nb", "nn", "en"] {
      let findings = try Rules.findings(in: image, declarations: [], language: language)
      #expect(findings.count == 5)
      for finding in findings {
        #expect(!finding.message.contains("{") && !finding.fix.contains("{"), "\(finding)")
      }
    }
    let nynorsk = try Rules.findings(in: image, declarations: [])
    #expect(nynorsk.contains { $0.message == "Det neste steget «Ringje» har ingen dato." })
  }
}
