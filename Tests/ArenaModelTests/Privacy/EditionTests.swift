import Testing

@testable import ArenaModel

@Suite("Editions")
struct EditionTests {
  private let image = ArenaImage()

  @discardableResult
  private func add(_ type: RecordType, _ values: [ModelField: Value]) throws -> Record {
    var record = Record(id: image.newID(), type: type, added: image.now)
    for (field, value) in values { record[field] = value }
    try image.insert(record)
    return record
  }

  /// Kari is named, Ola wasn't asked, Siri shows her organisation, Per is nameless.
  private func people() throws -> [Record] {
    try add(.arena, [.language: .text("en")])
    let organisation = try add(.organisation, [.name: .text("Fjordetaten")])
    let consents = [
      "Kari Moe": "named", "Ola Vik": "not_asked", "Siri Lie": "organisation",
      "Per Ås": "anonymous",
    ]
    return try consents.sorted { $0.value > $1.value }.map { name, consent in
      try add(
        .person,
        [
          .name: .text(name), .consent: .text(consent), .contact: .text("\(name)@post.example"),
          .organisation: .record(organisation.id), .perspectives: .list([.text("user")]),
        ])
    }
  }

  private func names(_ edition: Edition) throws -> Set<String> {
    Set(try EditionView(image, edition: edition).records(of: .person).compactMap { $0.text(.name) })
  }

  @Test("name those whom they may name")
  func names() throws {
    _ = try people()
    #expect(try names(.named) == ["Kari Moe", "Ola Vik"])
    #expect(try names(.consented) == ["Kari Moe"])
    #expect(try names(.anonymous) == [])
    let view = try EditionView(image, edition: .named)
    #expect(view.peopleNotAsked == 1)
    #expect(view.peopleWithheld == 2)
  }

  @Test("keep people's records, so that counts stay true")
  func counts() throws {
    _ = try people()
    for edition in Edition.allCases {
      let view = try EditionView(image, edition: edition)
      #expect(try view.count(of: .person) == 4)
      #expect(try view.records(of: .person).allSatisfy { $0[.perspectives] != nil })
    }
    let view = try EditionView(image, edition: .consented)
    #expect(try view.records(of: .person).count { $0[.organisation] != nil } == 2)
  }

  @Test("give contacts in the named edition alone")
  func contacts() throws {
    _ = try people()
    func contacts(_ edition: Edition) throws -> Int {
      try EditionView(image, edition: edition).records(of: .person).count { $0[.contact] != nil }
    }
    #expect(try contacts(.named) == 2)
    #expect(try contacts(.consented) == 0)
    #expect(try contacts(.anonymous) == 0)
  }

  @Test("leave no way to a name that is withheld")
  func noWay() throws {
    let people = try people()
    let group = try add(.group, [.title: .text("Karis gruppe med PER ÅS")])
    for person in people {
      try add(
        .membership,
        [
          .actor: .actor(.person(person.id)), .written: person[.name] ?? .text(""),
          .group: .record(group.id),
        ])
    }
    try add(
      .membership,
      [.actor: .actor(.name("Liv Berg")), .written: .text("Liv Berg"), .group: .record(group.id)])
    try add(
      .contribution,
      [
        .addressees: .list([.actor(.name("Fjordetaten")), .actor(.name("Per Ås"))]),
        .body: .items([
          Item(
            id: image.newID(), text: "Som Ås, Per sa",
            items: [Item(id: image.newID(), text: "per  ås’ ord, og Per Åsheim")])
        ]),
        .reference: .text("Siri Lies innspill"),
      ])
    try add(.attachment, [.name: .text("ark.txt"), .content: .blob(Array("Per Ås".utf8))])
    for edition in Edition.allCases {
      let view = try EditionView(image, edition: edition)
      var text = ""
      for type in RecordType.allCases {
        for record in try view.records(of: type) where !(edition == .named && type == .attachment) {
          text += String(describing: record) + "\n"
        }
      }
      #expect(!MatchKey(text).text.contains("per ås "), "\(edition)")
      #expect(!text.contains("Ås, Per"), "\(edition)")
      #expect(!text.contains("Siri Lie"), "\(edition)")
      #expect(text.contains("Per Åsheim"), "another person")
      #expect(text.contains("Fjordetaten"))
      #expect(text.contains("Liv Berg") == (edition == .named))
      #expect(text.contains("Ola Vik") == (edition == .named))
      #expect(text.contains("Kari Moe") == (edition != .anonymous))
      #expect(try view.records(of: .person, named: "Per Ås").isEmpty)
      #expect(try view.records(referringTo: people[0].id).count == 1)
    }
  }

  @Test("names are found in running text as people write them")
  func mask() {
    let mask = NameMask(
      names: ["Kari Moe", "Anne-Grethe Lie", "kari@post.example", "Ola"], placeholder: "X")
    let cases = [
      ("Kari Moe sa", "X sa"), ("KARI  MOES gruppe", "X gruppe"), ("Moe, Kari", "X"),
      ("Kari Moen", "Kari Moen"), ("Kari. Og så Moe", "Kari. Og så Moe"),
      ("anne grethe lie!", "X!"),
      ("Skriv til kari@post.example.", "Skriv til X."), ("Ola", "Ola"), ("Kari", "Kari"), ("", ""),
    ]
    for (text, wanted) in cases { #expect(mask.masked(text) == wanted) }
    #expect(mask.mayName("Takk til Kari!"))
    #expect(mask.mayName("Olas"))
    #expect(!mask.mayName("Takk til alle"))
  }
}
