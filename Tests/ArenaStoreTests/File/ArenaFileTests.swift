import ArenaModel
import Foundation
import Testing

@testable import ArenaStore

@Suite("An arena file")
struct ArenaFileTests {
  private let scratch: Scratch
  init() throws { scratch = try Scratch() }

  @Test("keeps records of every kind of value, and finds them by name, reference and item")
  func keeps() throws {
    let file = try scratch.arena()
    let (group, input) = try file.write(ActionHeader(name: "add")) { arena in
      let place = try arena.add(.place, [.name: .text("Fjellstua"), .capacity: .integer(40)])
      let group = try arena.add(
        .group,
        [
          .code: .text("2B – 1 og 2"), .title: .text("Nattog \"hele\" året"),
          .place: .record(place.id),
          .headcount: .stated(Stated(text: "6 (8)", value: .number(6))), .open: .boolean(true),
        ])
      let nested = Item(id: arena.newID(), text: "Under", isBullet: false, mark: "a)")
      let input = try arena.add(
        .contribution,
        [
          .code: .text("1E - 2"), .groups: .list([.record(group.id)]),
          .body: .items([Item(id: arena.newID(), text: "Øverst", items: [nested])]),
          .addressees: .list([.actor(.name("Fylket")), .actor(.name("Staten"))]),
        ],
        fields: [
          "share": .number(3), "when": .stated(Stated(text: "til våren")),
          "who": .actor(.name("Ola")), "more": .object(["deep": .list([.boolean(true)])]),
        ])
      return (group, input)
    }.value
    let again = try ArenaFile.open(at: scratch.path())
    try again.read { (arena: StoredArena) throws in
      #expect(try arena.record(group.id) == group)
      #expect(try arena.record(input.id) == input)
      #expect(try arena.records(of: .group, named: "2b-1 OG 2") == [group])
      #expect(
        try arena.records(of: .contribution, where: .groups, refersTo: group.id) == [input])
      #expect(try arena.record(withItem: input.itemIDs[1]) == input)
      #expect(try arena.count(of: .group) == 1)
      #expect(try arena.arena().text(.title) == "Blåbærtreffet")
    }
    let detached = try again.readDetached { try $0.records(of: .group) }
    #expect(detached == [group])
  }

  @Test("does nothing of an action that fails, and all of one that doesn't")
  func wholeActions() throws {
    struct Stop: Error {}
    let file = try scratch.arena()
    #expect(throws: Stop.self) {
      try file.write(ActionHeader(name: "add")) { arena in
        try arena.add(.place, [.name: .text("Fjellstua")])
        throw Stop()
      }
    }
    #expect(try file.read { try $0.count(of: .place) } == 0)
    try file.add(.place, [.name: .text("Fjellstua")])
    #expect(try file.read { try $0.count(of: .place) } == 1)
  }

  @Test("tries an action and takes it back")
  func dryRun() throws {
    let file = try scratch.arena()
    let (place, changes) = try file.dryRun { try $0.add(.place, [.name: .text("Fjellstua")]) }
    #expect(changes.count == 1)
    #expect(changes.first?.before == nil)
    #expect(changes.first?.after?.contains("Fjellstua") == true)
    #expect(try file.read { try $0.record(place.id) } == nil)
  }

  @Test("carries the declarations of its formats")
  func declarations() throws {
    let file = try scratch.arena()
    let entry = try file.write(ActionHeader(name: "use")) {
      try $0.setDeclaration("sample", to: "{\"title\":\"Sample\"}")
    }.entry
    #expect(entry?.changes.first?.subject == .declaration("sample"))
    let found = try ArenaFile.open(at: scratch.path()).read { try $0.declarations() }
    #expect(found.map(\.name) == ["sample"])
    #expect(found.map(\.text) == ["{\"title\":\"Sample\"}"])
  }

  @Test("says clearly why it can't be opened or made")
  func refuses() throws {
    let path = scratch.path()
    #expect(throws: StoreError.missing(path: path)) { try ArenaFile.open(at: path) }
    _ = try scratch.arena()
    #expect(throws: StoreError.exists(path: path)) { try scratch.arena() }
    let text = scratch.path("text.arena")
    try "This is no arena file, and long enough to be one.".write(
      toFile: text, atomically: true, encoding: .utf8)
    #expect(throws: StoreError.notAnArena(path: text)) { try ArenaFile.open(at: text) }
    let empty = scratch.path("empty.arena")
    _ = FileManager.default.createFile(atPath: empty, contents: nil)
    #expect(throws: StoreError.empty(path: empty)) { try ArenaFile.open(at: empty) }
    let folder = scratch.path("folder.arena")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(throws: StoreError.folder(path: folder)) { try ArenaFile.open(at: folder) }
    let nowhere = scratch.path("nowhere")
    #expect(throws: StoreError.noFolder(path: nowhere)) { try scratch.arena("nowhere/a.arena") }
  }

  @Test("refuses a file from a newer version and leaves it alone")
  func newer() throws {
    let file = try scratch.arena()
    try file.access { try $0.run("PRAGMA user_version = 99") }
    let before = FileManager.default.contents(atPath: scratch.path())
    #expect(throws: StoreError.newer(path: scratch.path(), version: 99, known: Migration.current)) {
      try ArenaFile.open(at: scratch.path())
    }
    #expect(FileManager.default.contents(atPath: scratch.path()) == before)
  }

  @Test("appears under its name only when it is whole")
  func drafts() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try ArenaFile.create(at: scratch.path(), header: ActionHeader(name: "new")) { _ in
        throw Stop()
      }
    }
    #expect(throws: ArenaError.noArena) {
      try ArenaFile.create(at: scratch.path(), header: ActionHeader(name: "new")) { _ in }
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder)
    #expect(left.isEmpty)
  }

  @Test("is read by people with sqlite3, in views named as the dump's lists")
  func views() throws {
    let file = try scratch.arena()
    // As sqlite3 has it; our own connections never read through views.
    try file.access { try $0.run("PRAGMA trusted_schema = ON") }
    for type in RecordType.allCases {
      let columns = try file.access { database in
        let query = try Query(database, "SELECT name FROM pragma_table_info('\(type.plural)')")
        var out: [String] = []
        while try query.next() { out.append(query.text(0)) }
        return out
      }
      for spec in Schema.fields(of: type) where spec.field != .content {
        #expect(columns.contains(spec.name), "\(type.plural).\(spec.name)")
      }
    }
  }
}
