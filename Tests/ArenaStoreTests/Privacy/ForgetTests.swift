import ArenaModel
import Foundation
import Testing

@testable import ArenaStore

@Suite("Forgetting a person")
struct ForgetTests {
  private let scratch: Scratch
  private let file: ArenaFile
  private let person: ArenaModel.Record
  private let group: ArenaModel.Record
  private let header = ActionHeader(name: "forget", actor: .name("Arrangøren"))

  init() throws {
    scratch = try Scratch()
    file = try scratch.arena()
    person = try file.add(
      .person,
      [
        .name: .text("Solveig Tangen"), .aliases: .list([.text("Solveig T. Tangen")]),
        .contact: .text("solveig.tangen@fjord.example, Strandgata 17"), .title: .text("Brannsjef"),
        .perspectives: .list([.text("user")]),
      ], by: "Arrangøren")
    let (file, person) = (file, person)
    group = try file.write(
      ActionHeader(
        name: "announce", actor: .name("Solveig Tangen"),
        parameters: "{\"by\":\"Solveig Tangen\",\"title\":\"Båter\"}")
    ) { arena in
      arena.notes = ["Solveig Tangen sitter i 1.2, også."]
      let group = try arena.add(.group, [.title: .text("Båter"), .code: .text("1.1")])
      try arena.add(
        .membership,
        [
          .group: .record(group.id), .actor: .actor(.person(person.id)), .role: .text("host"),
          .written: .text("Solveig Tangen, brannvesenet"),
        ])
      try arena.add(
        .contribution,
        [
          .groups: .list([.record(group.id)]),
          .body: .items([
            Item(id: arena.newID(), text: "SOLVEIG  TANGENS forslag om redningsvester"),
            Item(id: arena.newID(), text: "Solveig følger opp"),
          ]),
          .addressees: .list([.actor(.name("Tangen, Solveig"))]),
        ], fields: ["contact": .text("solveig.tangen@fjord.example")])
      let text = "1.1 Båter\nInitiativtaker: Solveig Tangen\n"
      try arena.add(
        .attachment,
        [
          .name: .text("ark.txt"), .content: .blob(Array(text.utf8)),
          .digest: .text(SHA256.hexadecimal(of: Array(text.utf8))),
          .lines: .list([
            .object(["line": .integer(2), "text": .text("Initiativtaker: Solveig Tangen")])
          ]),
        ])
      try arena.add(
        .attachment,
        [
          .name: .text("bilde.png"), .mediaType: .text("image/png"), .content: .blob([0xFF, 0, 1]),
        ])
      return group
    }.value
    // What was deleted long ago still lies on free pages, if nobody clears them.
    try file.write(ActionHeader(name: "set")) { arena in
      guard var now = try arena.record(person.id) else { return }
      now[.note] = .text(String(repeating: "Solveig Tangen ringte. ", count: 500))
      now = try arena.update(now)
      now[.note] = nil
      try arena.update(now)
    }
    try file.add(.person, [.name: .text("Ola Vik")])
  }

  /// Every file in the folder, as bytes.
  private func holds(_ text: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: scratch.folder).contains { name in
      let data = FileManager.default.contents(atPath: scratch.path(name)) ?? Data()
      let lower = String(decoding: data.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
      return data.range(of: Data(text.utf8)) != nil || lower.contains(text.lowercased())
    }
  }

  @Test("leaves no byte of the name, the address or the e-mail in the file")
  func grep() throws {
    let words = [
      "Solveig Tangen", "solveig.tangen", "Strandgata 17", "Solveig T. Tangen", "Tangen, Solveig",
      "Brannsjef", "Solveig  Tangen",
    ]
    #expect(try holds("Solveig Tangen"))
    _ = try file.forget(person.id, header: header)
    for word in words { #expect(try !holds(word), "\(word)") }
    // The family name stands nowhere by itself, so no index may hold it either.
    #expect(try !holds("tangen"))
  }

  @Test("keeps the counts true and the journal's chain whole")
  func whole() throws {
    let before = try file.read { arena in try RecordType.allCases.map { try arena.count(of: $0) } }
    let chain = try file.journal().map(\.digest)
    _ = try file.forget(person.id, header: header)
    let after = try file.read { arena in try RecordType.allCases.map { try arena.count(of: $0) } }
    #expect(after == before)
    #expect(try Array(file.journal().map(\.digest).prefix(chain.count)) == chain)
    #expect(try file.damage() == [])
    #expect(try ArenaFile.open(at: scratch.path()).damage() == [])
    let now = try file.read { try $0.record(person.id) }
    #expect(now?[.name] == nil)
    #expect(now?.texts(.perspectives) == ["user"])
    #expect(now?.text(.consent) == "anonymous")
  }

  @Test("lists texts and pictures that may still name the person")
  func review() throws {
    let forgotten = try file.forget(person.id, header: header)
    #expect(forgotten.mayStillName.map(\.text) == ["Solveig følger opp"])
    #expect(forgotten.unread.map(\.called) == ["the attachment 'bilde.png'"])
    #expect(forgotten.entry?.header.name == "forget")
    #expect(forgotten.erasedTexts > 3)
  }

  @Test("can't be taken back, and neither can what it erased")
  func final() throws {
    let forgotten = try file.forget(person.id, header: header)
    for number in [2, 3, forgotten.entry?.number ?? 0] {
      do {
        _ = try file.undo(number, header: header)
        Issue.record("taken back: \(number)")
      } catch {
        #expect("\(error)".contains("forgotten"), "\(error)")
      }
    }
  }

  @Test("a dump with the journal still loads, and other people stay")
  func dump() throws {
    _ = try file.forget(person.id, header: header)
    let dump = try file.dump(journal: true)
    let copy = try ArenaFile.load(dump, to: scratch.path("copy.arena"), header: header)
    #expect(try copy.dump(journal: true) == dump)
    #expect(try file.read { try $0.records(of: .person, named: "ola vik").count } == 1)
    #expect(try file.read { try $0.search("vik") }.count == 1)
    #expect(try file.read { try $0.search("solveig") }.count == 1)
  }

  @Test("asks for a person")
  func wrong() throws {
    #expect(throws: StoreError.self) { try file.forget(group.id, header: header) }
  }
}
