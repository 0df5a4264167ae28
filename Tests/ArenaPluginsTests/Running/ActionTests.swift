import ArenaModel
import Testing

@testable import ArenaPlugins

@Suite("Actions of a format")
struct ActionTests {
  @Test("A shared action runs with the format's hooks and fields")
  func sharedAction() throws {
    let sample = try SampleArena()
    let outcome = try sample.act(
      "announce", "title=Spring", "by=Åse Berg", "slots=1", "piece=Vals")
    let group = try #require(outcome.record)
    #expect(group.text(.code) == "1A")
    #expect(group.fields["piece"] == .text("Vals"))
    #expect(outcome.tells == ["1A Spring sings Vals."])
    #expect(outcome.format == "choir-days")
  }

  @Test("A refusal is a sentence for the user, and an objection yields to --anyway")
  func refusals() throws {
    let sample = try SampleArena()
    let refused = #expect(throws: PluginError.self) {
      try sample.act("announce", "title=Silence", "by=Bo Dahl", "slots=1")
    }
    #expect(refused?.description == "Silence can't be sung.")
    #expect(throws: ModelError.self) {
      try sample.act("announce", "title=Noise", "by=Bo Dahl", "slots=1")
    }
    let outcome = try sample.act(
      "announce", "title=Noise", "by=Bo Dahl", "slots=1", anyway: true)
    #expect(outcome.objections == ["Noise hurts."])
  }

  @Test("An action of the format's own assigns, adds and calls others")
  func ownAction() throws {
    let sample = try SampleArena()
    let outcome = try sample.act("choir-days.sing", "by=Carl Eng", "loud=yes")
    let id = try #require(outcome.record?.id)
    let group = try #require(try sample.image.record(id))
    #expect(group.text(.title) == "Solo")
    #expect(group.fields["piece"] == .text("Aria"))
    #expect(group.fields["loud"] == .boolean(true))
    #expect(group.stated(.headcount)?.text == "6 (8)")
    let placeID = try #require(group.reference(.place))
    let place = try #require(try sample.image.record(placeID))
    #expect(place.integer(.capacity) == 40)
    #expect(outcome.tells.contains("1A Solo sings anything."))
  }

  @Test("A bug names plugin, function and file:line")
  func bug() throws {
    let source = SampleArena.source.replacing(
      "p.group.title = p.title or \"Untitled\"", with: "p.group.titel = p.title")
    let sample = try SampleArena(source: source)
    try sample.act("announce", "title=Spring", "by=Åse Berg", "slots=1")
    let error = #expect(throws: PluginError.self) { try sample.act("retitle", "group=1A") }
    let line =
      source.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("titel") }.map { $0 + 1 } ?? 0
    #expect(
      error?.description
        == "choir-days, in actions.retitle: plugins/choir-days/plugin.lua:\(line): a group has no "
        + "field 'titel'; did you mean 'title'?")
  }

  @Test("A wrong value is refused where it is assigned")
  func wrongValue() throws {
    let source = SampleArena.source.replacing(
      "p.group.title = p.title or \"Untitled\"", with: "p.group.open = \"perhaps\"")
    let sample = try SampleArena(source: source)
    try sample.act("announce", "title=Spring", "by=Åse Berg", "slots=1")
    let error = #expect(throws: PluginError.self) { try sample.act("retitle", "group=1A") }
    #expect(error?.description.contains("'perhaps' is no boolean") == true)
  }

  @Test("The phase decides what is offered")
  func phases() throws {
    let sample = try SampleArena()
    #expect(throws: ModelError.self) { try sample.act("vote", "ballot=favourites", "on=1A") }
    try sample.act("begin", "phase=concert")
    let error = #expect(throws: ModelError.self) {
      try sample.act("announce", "title=Late", "by=Bo Dahl", "slots=1")
    }
    #expect(error?.kind == .objection)
  }

  @Test("An unknown action says what there is")
  func unknownAction() throws {
    let sample = try SampleArena()
    let error = #expect(throws: ModelError.self) { try sample.act("anounce", "title=X") }
    #expect(error?.description.contains("announce") == true)
  }

  @Test("Checks find, views show, proposals propose")
  func computed() throws {
    let sample = try SampleArena()
    try sample.act("announce", "title=Spring", "by=Åse Berg", "slots=1")
    try sample.act("join", "group=1A", "person=Bo Dahl")
    let arena = try sample.scripts()
    let found = try sample.host.findings(in: arena).filter { $0.check.hasPrefix("choir-days/") }
    #expect(found.map(\.message) == ["1 group only.", "1A has no piece."])
    #expect(found.last?.fix == "Ask Åse Berg.")
    #expect(found.last?.record != nil)

    let view = try sample.host.view("choirs", [], in: arena)
    #expect(view.texts == [["1A Spring", "2"]])
    #expect(view.headings == ["Choir", "Singers"])

    let proposal = try sample.host.propose("close", [], in: arena)
    #expect(proposal.steps.count == 1)
    #expect(proposal.note == "Rehearsals")
    #expect(proposal.steps.first?.why == "2 singers are there")
    #expect(proposal.steps.first?.action == "choir-days.revise")
    for step in proposal.steps {
      _ = try sample.host.perform(ActionRequest(step.action, step.given), in: sample.image)
    }
    let group = try #require(try sample.image.records(of: .group).first)
    #expect(group[.open] == .boolean(false))
  }
}
