import ArenaModel
import Foundation
import Testing

@testable import ArenaStore

/// No byte of the file names who was forgotten, however and wherever the name was written.
@Suite("Forgetting a person everywhere")
struct ForgetEverywhereTests {
  private let scratch: Scratch
  private let file: ArenaFile
  private let header = ActionHeader(name: "forget", actor: .name("Arrangøren"))

  init() throws {
    scratch = try Scratch()
    file = try scratch.arena()
  }

  /// Whether any file of the folder holds a text: as UTF-8 in either normal form, as Latin-1 or as UTF-16, in any case.
  private func holds(_ text: String) throws -> Bool {
    let forms = [
      text, text.uppercased(), text.lowercased(), text.decomposedStringWithCanonicalMapping,
      text.uppercased().decomposedStringWithCanonicalMapping,
    ]
    let encodings: [String.Encoding] = [.utf8, .isoLatin1, .utf16LittleEndian, .utf16BigEndian]
    return try FileManager.default.contentsOfDirectory(atPath: scratch.folder).contains { name in
      let data = FileManager.default.contents(atPath: scratch.path(name)) ?? Data()
      return forms.contains { form in
        encodings.contains { form.data(using: $0).map { data.range(of: $0) != nil } ?? false }
      }
    }
  }

  private func attach(
    _ name: String, _ bytes: [UInt8], lines: [Value] = [], to arena: ArenaTransaction
  ) throws {
    try arena.add(
      .attachment,
      [
        .name: .text(name), .importer: .text("people-table"), .content: .blob(bytes),
        .digest: .text(SHA256.hexadecimal(of: bytes)), .lines: .list(lines),
      ])
  }

  @Test("Norwegian letters, both normal forms, capitals, other orders and sources in any encoding")
  func everyForm() throws {
    let name = "Åse Ærlig-Bø"
    let person = try file.add(
      .person,
      [
        .name: .text(name), .aliases: .list([.text("Åsa Bøe")]),
        .contact: .text("aase.bo@fjord.example; Strandgata 17, 5003 Vindvik; +47 900 00 111"),
      ], by: name)
    let sheet = "Fornavn;Etternavn;E-post\r\nÅse;Ærlig-Bø;aase.bo@fjord.example\r\nOla;Nes;\r\n"
    try file.write(
      ActionHeader(
        name: "announce", actor: .name(name),
        parameters: "{\"by\":\"\(name.decomposedStringWithCanonicalMapping)\"}")
    ) { arena in
      arena.notes = ["\(name.uppercased()) sitter i 1.2 også."]
      let group = try arena.add(.group, [.title: .text("Båter"), .code: .text("1.1")])
      try arena.add(
        .contribution,
        [
          .groups: .list([.record(group.id)]),
          .body: .items([
            Item(
              id: arena.newID(), text: "\(name.decomposedStringWithCanonicalMapping)s forslag",
              items: [Item(id: arena.newID(), text: "ring ÅSE  ÆRLIG-BØ, 90000111")]),
            Item(id: arena.newID(), text: "bor i Strandgata 17; tlf. (+47) 90 00 01 11"),
            Item(id: arena.newID(), text: "Ærlig-Bø, Åse (AASE.BO@fjord.example)"),
          ]),
        ])
      try arena.add(
        .remark, [.text: .text("Åsa Bøe var her")], fields: ["by": .actor(.name("Åsa Bøe"))])
      let row: Value = .object([
        "line": .integer(2), "record": .record(person.id), "field": .text("title"),
        "text": .text("hemmelig stilling"),
      ])
      try attach("utf8.csv", Array(sheet.utf8), lines: [row], to: arena)
      try attach("latin.csv", Array(sheet.data(using: .isoLatin1)!), to: arena)
      try attach("utf16.csv", Array(sheet.data(using: .utf16)!), to: arena)
      try attach(
        "folk.xlsx", [0x50, 0x4B, 3, 4, 0, 1, 2] + Array(repeating: 0, count: 90), lines: [row],
        to: arena)
      try attach("bilde.jpg", [0xFF, 0xD8, 0xFF, 0, 1] + Array(name.utf8) + [0, 0], to: arena)
      try attach("annet.jpg", [0xFF, 0xD8, 0xFF, 0, 1, 2], to: arena)
    }
    let words = [
      name, "Åsa Bøe", "aase.bo", "Strandgata 17", "900 00 111", "90000111", "90 00 01 11",
      "hemmelig", "Ærlig",
    ]
    for word in words.dropLast() { #expect(try holds(word), "\(word) was never there") }
    let counts = try file.read { arena in try RecordType.allCases.map { try arena.count(of: $0) } }
    let forgotten = try file.forget(person.id, header: header)
    for word in words { #expect(try !holds(word), "\(word)") }
    #expect(
      try file.read { arena in try RecordType.allCases.map { try arena.count(of: $0) } } == counts)
    #expect(Set(forgotten.dropped.map(\.called)).count == 2, "\(forgotten.dropped)")
    #expect(forgotten.unread.map(\.called) == ["the attachment 'annet.jpg'"])
    #expect(try file.damage() == [])
    let copy = try ArenaFile.load(
      try file.dump(journal: true), to: scratch.path("copy.arena"), header: header)
    #expect(try copy.damage() == [])
    // The others in the sheet are there still.
    #expect(try holds("Ola;Nes"))
  }

  @Test("a membership that was taken away says nothing of the person any more")
  func removedMembership() throws {
    let person = try file.add(.person, [.name: .text("Solveig Tangen")])
    let group = try file.add(.group, [.title: .text("Båter")])
    let member = try file.add(
      .membership,
      [
        .actor: .actor(.person(person.id)), .group: .record(group.id), .written: .text("Solveig"),
      ])
    try file.write(ActionHeader(name: "leave")) { try $0.remove(member.id) }
    _ = try file.forget(person.id, header: header)
    #expect(try !holds("Solveig"))
  }

  @Test("further words go everywhere, also when they are found later")
  func further() throws {
    let person = try file.add(.person, [.name: .text("Solveig Tangen")])
    let remark = try file.add(.remark, [.text: .text("Solveig og Soffen ringer; soffa står igjen")])
    let first = try file.forget(person.id, header: header)
    #expect(first.mayStillName.map(\.record) == [remark.id])
    #expect(try holds("Solveig"))
    let second = try file.forget(person.id, also: ["Solveig", "Soffen"], header: header)
    #expect(second.mayStillName == [])
    #expect(try !holds("Solveig"))
    #expect(try !holds("Soffen"))
    #expect(try holds("soffa"))
    #expect(try file.damage() == [])
  }

  @Test("a namesake keeps the name, and is listed")
  func namesake() throws {
    let person = try file.add(.person, [.name: .text("Ola Nes"), .contact: .text("en@x.example")])
    let other = try file.add(.person, [.name: .text("Ola Nes"), .contact: .text("to@x.example")])
    let forgotten = try file.forget(person.id, header: header)
    #expect(try file.read { try $0.record(other.id) }?.text(.name) == "Ola Nes")
    #expect(forgotten.mayStillName.map(\.record) == [other.id])
    #expect(try !holds("en@x.example"))
    #expect(try file.damage() == [])
  }

  @Test("what a format keeps of a person goes, too")
  func ownFields() throws {
    let person = try file.write(ActionHeader(name: "add")) {
      try $0.add(
        .person, [.name: .text("Solveig Tangen")], fields: ["phone": .text("900 00 222")])
    }.value
    try file.add(.remark, [.text: .text("Nås på 90000222.")])
    _ = try file.forget(person.id, header: header)
    #expect(try !holds("900 00 222"))
    #expect(try !holds("90000222"))
  }
}
