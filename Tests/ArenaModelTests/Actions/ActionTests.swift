import ArenaModel
import Testing

/// An arena in memory with two days, two slots and two rooms, and a format that lists all shared actions.
struct ActionStage {
  let arena = ArenaImage()
  var format = SampleFormat.make()

  init() throws {
    format.group.corner = "Corner {n}"
    format.phases = []
    format.actions = SharedActions.names.map { ActionDeclaration(Naming($0)) }
    for index in format.actions.indices {
      switch format.actions[index].name {
      case "announce": format.actions[index].role = "host"
      case "move", "merge", "split": format.actions[index].agreedBy = "host"
      default: break
      }
    }
    var record = Record(id: arena.newID(), type: .arena, added: arena.now)
    record[.title] = .text("Prøve")
    record[.language] = .text("nb")
    record[.days] = .list([.text("2031-03-12"), .text("2031-03-13")])
    try arena.insert(record)
    for (number, day) in [(1, 1), (2, 2)] {
      try perform("add", ["type": "block", "kind": "slot", "number": "\(number)", "day": "\(day)"])
    }
    for name in ["Salen", "Loftet"] { try perform("add", ["type": "place", "name": name]) }
    for name in ["Kari Voll", "Ola Nes", "Åse Li"] {
      try perform("add", ["type": "person", "name": name])
    }
  }

  func context(isAnyway: Bool = false) -> ActionContext {
    ActionContext(
      arena: arena, format: format, language: "nb", actor: .name("Prøver"), isAnyway: isAnyway)
  }

  @discardableResult
  func perform(
    _ name: String, _ given: KeyValuePairs<String, String>, in context: ActionContext? = nil
  ) throws -> Record {
    let given = given.map { GivenParameter($0.key, .text($0.value)) }
    return try #require(try ActionRunner(context ?? self.context()).perform(name, given))
  }

  func problem(_ name: String, _ given: KeyValuePairs<String, String>) -> String {
    do {
      try perform(name, given)
      return ""
    } catch {
      return "\(error)"
    }
  }

  func members(of group: Record) throws -> [String] {
    let show = ValueText(arena: arena, format: format, language: "nb")
    return try arena.records(of: .membership, where: .group, refersTo: group.id).map {
      try show.name(of: $0)
    }
  }
}

@Suite struct ActionTests {
  private let stage: ActionStage

  init() throws { stage = try ActionStage() }

  @Test func announcingNumbersTheGroupAndNamesItsHost() throws {
    let first = try stage.perform("announce", ["title": "Bålet", "by": "Kari Voll", "slots": "1"])
    let second = try stage.perform("announce", ["title": "Brygga", "by": "Ola Nes", "slots": "1"])
    #expect(first.text(.code) == "1.1")
    #expect(second.text(.code) == "1.2")
    #expect(first.text(.state) == "announced")
    #expect(try stage.members(of: first) == ["Kari Voll (Vert)"])
    #expect(
      try stage.perform("announce", ["title": "Nytt", "by": "Åse Li", "slots": "2"]).text(.code)
        == "2.1")
  }

  @Test func codesAreNeverGivenTwiceNorGapsFilled() throws {
    try stage.perform("announce", ["title": "A", "by": "Ada Moe", "slots": "1", "code": "1.4"])
    let next = try stage.perform("announce", ["title": "B", "by": "Bo Lie", "slots": "1"])
    #expect(next.text(.code) == "1.5")
    try stage.perform("withdraw", ["record": "group:1.5"])
    let third = try stage.perform("announce", ["title": "C", "by": "Cato Ness", "slots": "1"])
    #expect(third.text(.code) == "1.6")
    let problem = stage.problem(
      "announce", ["title": "D", "by": "Dina Vik", "slots": "1", "code": "1.4"])
    #expect(problem.contains("is taken by"))
  }

  @Test func beyondTheRoomsThereAreCorners() throws {
    for title in ["A", "B"] {
      try stage.perform("announce", ["title": title, "by": "\(title) Moe", "slots": "1"])
    }
    let third = try stage.perform("announce", ["title": "C", "by": "Cato Ness", "slots": "1"])
    let corner = try #require(try third.reference(.place).flatMap { try stage.arena.record($0) })
    #expect(corner.text(.name) == "Corner 1")
    #expect(corner.boolean(.corner))
  }

  @Test func nobodyHostsTwoGroupsInASlotUnlessAnyway() throws {
    try stage.perform("announce", ["title": "A", "by": "Kari Voll", "slots": "1"])
    #expect(
      stage.problem("announce", ["title": "B", "by": "Kari Voll", "slots": "1"])
        .contains("Kari Voll already has a part in 1.1 A in Dag 1, gruppesesjon 1."))
    let anyway = stage.context(isAnyway: true)
    try stage.perform("announce", ["title": "B", "by": "Kari Voll", "slots": "1"], in: anyway)
    #expect(anyway.objections.count == 1)
    try stage.perform("announce", ["title": "C", "by": "Kari Voll", "slots": "2"])
  }

  @Test func aPlaceIsTakenOnceASlot() throws {
    try stage.perform("announce", ["title": "A", "slots": "1", "place": "Salen"])
    #expect(
      stage.problem("announce", ["title": "B", "slots": "1", "place": "salen"]).contains(
        "is taken by 1.1 A"))
    try stage.perform("announce", ["title": "B", "slots": "2", "place": "Salen"])
    #expect(
      stage.problem("announce", ["title": "B", "slots": "2", "place": "Sallen"])
        .contains("Did you mean 'Salen'?"))
  }

  @Test func mergingKeepsTheOriginalsAndWantsTheHostsWord() throws {
    let one = try stage.perform("announce", ["title": "A", "by": "Kari Voll", "slots": "1"])
    let two = try stage.perform("announce", ["title": "B", "by": "Ola Nes", "slots": "1"])
    let refused = stage.problem("merge", ["groups": "1.1", "groups": "1.2", "host": "Kari Voll"])
    #expect(refused.contains("Ola Nes") && refused.contains("1.2 B"))
    let merged = try stage.perform(
      "merge", ["groups": "1.1,1.2", "host": "Kari Voll", "host": "Ola Nes"])
    #expect(merged.text(.code) == "1.1 og 1.2")
    #expect(merged.texts(.codes) == ["1.1", "1.2"])
    #expect(try stage.arena.record(one.id)?.text(.state) == "merged")
    #expect(try stage.members(of: merged) == ["Kari Voll (Vert)", "Ola Nes (Vert)"])
    let links = try stage.arena.records(of: .link, where: .to, refersTo: merged.id)
    #expect(links.map { $0.reference(.from) } == [one.id, two.id])
    #expect(links.allSatisfy { $0.text(.kind) == "merged_into" && $0.actors(.by).count == 2 })
  }

  @Test func splittingMakesPartsWithCodesOfTheirOwn() throws {
    let whole = try stage.perform("announce", ["title": "A", "by": "Kari Voll", "slots": "1"])
    let split = try stage.perform(
      "split", ["group": "1.1", "titles": "Først", "titles": "Sist", "host": "Kari Voll"])
    #expect(split.text(.state) == "split")
    let parts = try stage.arena.records(of: .group, where: .partOf, refersTo: whole.id)
    #expect(parts.map { $0.text(.code) } == ["1.1-1", "1.1-2"])
    #expect(try stage.arena.records(of: .link, where: .to, refersTo: whole.id).count == 2)
  }

  @Test func aContributionTakesItsGroupsCodeAndFurtherOnesCount() throws {
    try stage.perform("announce", ["title": "A", "slots": "1"])
    let first = try stage.perform(
      "contribute",
      ["group": "1.1", "kind": "Ny tanke", "body": "- En\n- To\n  - Under\n\nEt avsnitt."])
    #expect(first.text(.code) == "1.1")
    #expect(first.text(.title) == "A")
    #expect(first.text(.kind) == "thought")
    #expect(first.items(.body).map(\.text) == ["En", "To", "Et avsnitt."])
    #expect(first.items(.body)[1].items.map(\.text) == ["Under"])
    #expect(!first.items(.body)[2].isBullet)
    #expect(try stage.perform("contribute", ["group": "1.1"]).text(.code) == "1.1-2")
  }

  @Test func aKindBuildsOnWhatIsEarlier() throws {
    try stage.perform("announce", ["title": "A", "slots": "1"])
    try stage.perform("announce", ["title": "B", "slots": "2"])
    try stage.perform("contribute", ["group": "1.1"])
    #expect(
      stage.problem("contribute", ["group": "2.1", "kind": "follow"]).contains("must build on"))
    let later = try stage.perform(
      "contribute", ["group": "2.1", "kind": "follow", "refers_to": "1.1"])
    #expect(later.references(.refersTo).count == 1)
    #expect(
      stage.problem("contribute", ["group": "1.1", "kind": "follow", "refers_to": "2.1"])
        .contains("is no earlier"))
  }

  @Test func dotsRunOut() throws {
    try stage.perform("announce", ["title": "A", "slots": "1"])
    try stage.perform("contribute", ["group": "1.1"])
    try stage.perform("vote", ["on": "1.1", "by": "Åse Li", "dots": "2"])
    #expect(stage.problem("vote", ["on": "1.1", "by": "Åse Li"]).contains("at most 2 dots"))
    #expect(
      stage.problem("vote", ["on": "1.1", "by": "Ola Nes", "dots": "6"]).contains(
        "5 of 5 dots left"))
  }

  @Test func reportsGrowSectionBySection() throws {
    try stage.perform("announce", ["title": "A", "slots": "1"])
    try stage.perform("fill", ["template": "sheet", "of": "1.1", "section": "Eget\nNoe annet."])
    let report = try stage.perform(
      "fill", ["template": "sheet", "of": "1.1", "what": "Vi snakket."])
    let sections = ReportSections(report).sections
    #expect(sections.map { $0["heading"] } == [.text("Eget"), .text("What")])
    #expect(report.text(.state) == "draft")
    #expect(try stage.arena.count(of: .report) == 1)
  }

  @Test func nextStepsKnowWhenWhereAndWho() throws {
    try stage.perform("announce", ["title": "A", "slots": "1"])
    let step = try stage.perform(
      "commit",
      [
        "about": "1.1", "what": "Møtes", "who": "Kari Voll", "who": "Noen Andre",
        "due": "onsdag 2. april",
      ])
    #expect(step.stated(.due)?.date?.description == "2031-04-02")
    #expect(step.actors(.who).count == 2 && step.actors(.who).last == .name("Noen Andre"))
    let followed = try stage.perform("follow_up", ["next_step": "Møtes", "text": "Gjort."])
    #expect(followed.list(.followUps).count == 1)
  }

  @Test func unknownActionsAndParametersAreNamed() {
    #expect(stage.problem("anounce", [:]).contains("Did you mean 'announce'?"))
    #expect(stage.problem("announce", ["titel": "A"]).contains("Did you mean 'title'?"))
    #expect(stage.problem("announce", [:]).contains("title is missing"))
    #expect(
      stage.problem("join", ["group": "9.9", "person": "Kari"]).contains("there is no group '9.9'"))
    #expect(stage.problem("add", ["type": "persn"]).contains("Did you mean 'person'?"))
  }

  @Test func settingAnEmptyValueTakesItAway() throws {
    try stage.perform("set", ["record": "person:Kari Voll", "title": "Lege", "aliases": "Kari V."])
    let kari = try stage.perform("set", ["record": "person:Kari V.", "title": ""])
    #expect(kari.text(.title) == nil)
    #expect(kari.texts(.aliases) == ["Kari V."])
  }

  @Test func anItemThatBeginsWithACategoryInBracketsIsSortedIntoIt() throws {
    var stage = stage
    var answers = FieldDeclaration(Naming("answers"), type: .items)
    answers.categories = [Term(Naming("energy", label: Label(["Host"]))), Term(Naming("plan"))]
    stage.format.templates[0].fields.append(answers)
    try stage.perform("announce", ["title": "A", "slots": "1"])
    let report = try stage.perform(
      "fill",
      [
        "template": "sheet", "of": "1.1",
        "answers": "- [plan] We know who\n- [vert] We can\n- [sic] Unsorted",
      ])
    guard case .items(let items)? = ReportSections(report).value("answers") else {
      Issue.record("no items")
      return
    }
    #expect(items.map(\.category) == ["plan", "energy", nil])
    #expect(items.map(\.text) == ["We know who", "We can", "[sic] Unsorted"])
  }

  @Test func phasesAllow() throws {
    var stage = stage
    stage.format.phases = [PhaseDeclaration(Naming("now")), PhaseDeclaration(Naming("later"))]
    stage.format.phases[0].allows = ["begin"]
    stage.format.phases[1].allows = ["announce"]
    #expect(stage.problem("announce", ["title": "A", "slots": "1"]).contains("phase=later"))
    try stage.perform("begin", ["phase": "later"])
    try stage.perform("announce", ["title": "A", "slots": "1"])
  }

  @Test func theOrganiserConfigures() throws {
    try stage.perform("configure", ["what": "ballots.dots.dots", "value": "3"])
    let arena = try stage.arena.arena()
    #expect(try stage.format.effective(in: arena).ballots[0].dots == 3)
    #expect(
      stage.problem("configure", ["what": "ballots.dts.dots", "value": "3"]).contains(
        "ballots.dots.dots"))
  }
}
