import ArenaModel
import Testing

@testable import ArenaStore

/// What real arenas' documents do, each kept as it was stated: written, read back from the file, dumped, loaded, and read
/// again. docs/arena-file.md lists them.
@Suite("Irregularities of real arenas are represented with nothing lost")
struct IrregularityTests {
  private let scratch: Scratch
  init() throws { scratch = try Scratch() }

  /// Fills a file, and calls `check` on it and on what was loaded of its dump.
  private func keep(
    _ fill: (ArenaTransaction) throws -> Void, _ check: (StoredArena) throws -> Void
  ) throws {
    let file = try scratch.arena()
    try file.write(ActionHeader(name: "import"), fill)
    try file.read(check)
    let copy = try ArenaFile.load(
      try file.dump(journal: true), to: scratch.path("copy.arena"),
      header: ActionHeader(name: "load"))
    try copy.read(check)
  }

  @Test("gaps in the numbering stay gaps, and are named")
  func gaps() throws {
    try keep {
      for code in ["1.1", "1.2", "1.5"] { try $0.add(.group, [.code: .text(code)]) }
    } _: { (arena: StoredArena) throws in
      let codes = try arena.records(of: .group).compactMap { $0.text(.code) }
      #expect(codes == ["1.1", "1.2", "1.5"])
      let findings = try Rules.findings(in: arena, declarations: [], language: "en")
      #expect(findings.contains { $0.message.contains("1.3 and 1.4 are missing") })
    }
  }

  @Test("codes of any spelling are kept to the letter, and found in every other")
  func codes() throws {
    let codes = ["2B – 1 og 2", "1E - 2", "1E-1", " 3 c", "X"]
    try keep {
      for code in codes { try $0.add(.group, [.code: .text(code)]) }
      try $0.add(.group, [.code: .text("4A"), .codes: .list([.text("4A"), .text("4C – 2")])])
    } _: { (arena: StoredArena) throws in
      let kept = try arena.records(of: .group).compactMap { $0.text(.code) }
      #expect(kept == codes + ["4A"])
      for (asked, code) in [
        ("2b-1 og 2", "2B – 1 og 2"), ("1e-2", "1E - 2"), ("3 C", " 3 c"), ("4c-2", "4A"),
      ] {
        let found = try arena.records(of: .group, named: asked).map { $0.text(.code) }
        #expect(found == [code])
      }
    }
  }

  @Test("odd counts keep their text beside the number; a blank one is not an absent one")
  func counts() throws {
    let counts: [(String, Double?)] = [
      ("6 (8)", 6), ("3 + 2", 5), ("", nil), ("ca. 10", 10), ("mange", nil), ("7", 7),
    ]
    try keep {
      for (text, value) in counts {
        let stated = Stated(text: text, value: value.map { .number($0) })
        try $0.add(.group, [.headcount: .stated(stated)])
      }
      try $0.add(.group, [:])
    } _: { (arena: StoredArena) throws in
      let groups = try arena.records(of: .group)
      #expect(groups.dropLast().map { $0.stated(.headcount)?.text } == counts.map(\.0))
      #expect(groups.last?[.headcount] == nil)
      #expect(groups[2].stated(.headcount) == Stated(text: ""))
    }
  }

  @Test("headings stay as written, in their order, doubled ones twice and unknown ones too")
  func headings() throws {
    func section(_ name: String?, _ heading: String, _ text: String) -> Value {
      var fields: Fields = ["heading": .text(heading), "value": .text(text)]
      if let name { fields["name"] = .text(name) }
      return .object(fields)
    }
    let sections = [
      section("problem", "Beskriv problemet:", "Ett"), section("result", "Resultat :", "To"),
      section("result", "RESULTATER", "Tre"), section(nil, "Dikt fra gruppa", "Fire"),
      section("steps", "", "Fem"),
    ]
    try keep {
      try $0.add(.report, [.sections: .list(sections), .state: .text("final")])
    } _: { (arena: StoredArena) throws in
      #expect(try arena.records(of: .report).first?.list(.sections) == sections)
    }
  }

  @Test("texts keep their language and spelling, side by side")
  func languages() throws {
    let texts = [("nb", "Vi må sammen; ikkje hver for seg"), ("en", "We ought to meet, åk?")]
    try keep {
      for (language, text) in texts {
        try $0.add(
          .contribution,
          [
            .language: .text(language),
            .body: .items([Item(id: $0.newID(), text: text, isBullet: false)]),
          ])
      }
    } _: { (arena: StoredArena) throws in
      let inputs = try arena.records(of: .contribution)
      #expect(inputs.compactMap { $0.text(.language) } == ["nb", "en"])
      #expect(inputs.map { $0.items(.body)[0].text } == texts.map(\.1))
    }
  }

  @Test("attendance by the half day is kept as stated, beside the slots that it means")
  func attendance() throws {
    try keep {
      let slot = try $0.add(.block, [.kind: .text("slot"), .number: .integer(2)])
      try $0.add(
        .membership,
        [
          .written: .text("Bjørg (bare dag 2 før lunsj)"), .actor: .actor(.name("Bjørg")),
          .attendance: .text("dag 2, før lunsj"), .slots: .list([.record(slot.id)]),
          .state: .text("stated"),
        ])
    } _: { (arena: StoredArena) throws in
      guard let member = try arena.records(of: .membership).first else {
        Issue.record("no membership")
        return
      }
      #expect(member.text(.written) == "Bjørg (bare dag 2 før lunsj)")
      #expect(member.text(.attendance) == "dag 2, før lunsj")
      #expect(member.references(.slots).count == 1)
      #expect(member.actor(.actor) == .name("Bjørg"))
    }
  }

  @Test("a group continues one of another arena, of which only a code and a title are known")
  func continues() throws {
    let last = Elsewhere(arena: "Treffet i fjor", code: "2D", title: "Unge i arbeid")
    try keep {
      let group = try $0.add(.group, [.code: .text("1D")])
      try $0.add(
        .link,
        [
          .kind: .text("continues"), .from: .record(group.id), .to: .elsewhere(last),
          .basis: .text("stated"), .by: .list([.actor(.name("Referenten"))]),
        ])
    } _: { (arena: StoredArena) throws in
      let link = try arena.records(of: .link).first
      #expect(link?[.to] == .elsewhere(last))
      let findings = try Rules.findings(in: arena, declarations: [])
      #expect(!findings.contains { $0.check == "unresolved_reference" })
    }
  }

  @Test("a report that nobody wrote is a record, with its state")
  func missingReport() throws {
    try keep {
      let group = try $0.add(.group, [.code: .text("1F")])
      try $0.add(
        .report,
        [.of: .record(group.id), .template: .text("sheet"), .state: .text("missing")])
    } _: { (arena: StoredArena) throws in
      #expect(try arena.records(of: .report).map { $0.text(.state) } == ["missing"])
    }
  }

  @Test("one host held two groups at once: the fact stays, and is a finding")
  func twoGroups() throws {
    var format = FormatDeclaration(
      name: "sample", title: "Sample", locales: Locales(language: "en"))
    var host = RoleDeclaration(Naming("host"))
    host.isExclusive = true
    format.roles = [host]
    try keep {
      let slot = try $0.add(.block, [.kind: .text("slot"), .number: .integer(1)])
      let person = try $0.add(.person, [.name: .text("Liv Berg")])
      for code in ["1.1", "1.2"] {
        let group = try $0.add(
          .group,
          [
            .code: .text(code), .format: .text("sample"), .slots: .list([.record(slot.id)]),
          ])
        try $0.add(
          .membership,
          [
            .group: .record(group.id), .actor: .actor(.person(person.id)), .role: .text("host"),
          ])
      }
    } _: { (arena: StoredArena) throws in
      let findings = try Rules.findings(in: arena, declarations: [format])
      #expect(findings.filter { $0.severity == .error }.map(\.check) == ["double_booked_person"])
    }
  }

  @Test("totals that disagree stand side by side, each with its source")
  func totals() throws {
    func total(_ number: Int, _ source: String) -> Value {
      .object([
        "what": .text("inputs"), "source": .text(source),
        "stated": .stated(Stated(text: "om lag \(number)", value: .number(Double(number)))),
      ])
    }
    let totals = [total(50, "Forsiden"), total(48, "Brevet")]
    try keep {
      var arena = try $0.arena()
      arena[.totals] = .list(totals)
      try $0.update(arena)
    } _: { (arena: StoredArena) throws in
      #expect(try arena.arena().list(.totals) == totals)
    }
  }

  @Test("what could not be placed is kept with its lines")
  func leftOver() throws {
    let left: Value = .list([
      .object(["line": .integer(7), "text": .text("  (utydelig)\u{C}")]),
      .object(["line": .integer(9), "text": .text("------")]),
    ])
    try keep {
      try $0.add(.attachment, [.name: .text("ark.txt"), .leftOver: left])
    } _: { (arena: StoredArena) throws in
      #expect(try arena.records(of: .attachment).first?[.leftOver] == left)
    }
  }
}
