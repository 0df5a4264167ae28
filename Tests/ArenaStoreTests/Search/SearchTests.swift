import ArenaModel
import Testing

@testable import ArenaStore

@Suite("Searching")
struct SearchTests {
  private let scratch: Scratch
  private let file: ArenaFile

  init() throws {
    scratch = try Scratch()
    file = try scratch.arena()
  }

  private func found(_ words: String) throws -> [String] {
    try file.read {
      try $0.search(words).map { $0.record.text(.title) ?? $0.record.text(.name) ?? "?" }
    }
  }

  @Test("finds words in titles, texts and names, whole or by their beginning")
  func finds() throws {
    try file.add(.group, [.title: .text("Samarbeid på tvers"), .code: .text("1.6")])
    try file.add(
      .contribution,
      [
        .title: .text("Nattog"),
        .body: .items([
          Item(
            id: RecordID(high: 1, low: 1), text: "Ytre",
            items: [Item(id: RecordID(high: 1, low: 2), text: "Mer samarbeid om skinner")])
        ]),
      ])
    try file.add(.person, [.name: .text("Åse Sand"), .contact: .text("aase@fjord.example")])
    #expect(try found("samarbeid") == ["Samarbeid på tvers", "Nattog"])
    #expect(try found("SAMARBEID skinner") == ["Nattog"])
    #expect(try found("samar") == [])
    #expect(try found("samar*") == ["Samarbeid på tvers", "Nattog"])
    #expect(try found("\"på tvers\"") == ["Samarbeid på tvers"])
    #expect(try found("\"tvers på\"") == [])
    #expect(try found("1.6") == ["Samarbeid på tvers"])
    #expect(try found("fjord") == [], "contacts aren't searched")
    let hits = try file.read { try $0.search("skinner") }
    #expect(hits.first?.excerpt == "Ytre Mer samarbeid om skinner")
  }

  @Test("å isn't a, however it was typed")
  func letters() throws {
    try file.add(.person, [.name: .text("A\u{30A}se Sand")])
    try file.add(.person, [.name: .text("Ase Land")])
    #expect(try found("åse") == ["A\u{30A}se Sand"])
    #expect(try found("ase") == ["Ase Land"])
    #expect(try found("å*") == ["A\u{30A}se Sand"])
  }

  @Test("follows every change, and leaves out what was withdrawn")
  func follows() throws {
    var group = try file.add(.group, [.title: .text("Nattog")])
    func update(_ change: (inout ArenaModel.Record) -> Void) throws {
      group = try file.write(ActionHeader(name: "set")) {
        change(&group)
        return try $0.update(group)
      }.value
    }
    try update { $0[.title] = .text("Dagtog") }
    #expect(try found("nattog") == [])
    #expect(try found("dagtog") == ["Dagtog"])
    try update { $0.isWithdrawn = true }
    #expect(try found("dagtog") == [])
    _ = try file.undo(header: ActionHeader(name: "undo"))
    #expect(try found("dagtog") == ["Dagtog"])
  }

  @Test(
    "nothing that somebody types is an operator",
    arguments: [
      "AND", "nattog OR", "\"", "*", "(", "name:x", "^a", "-b", "a NEAR b", "'; DROP", "", "  ",
    ])
  func anything(words: String) throws {
    try file.add(.group, [.title: .text("Nattog")])
    _ = try found(words)
  }

  @Test("is answered from the index")
  func index() throws {
    let plan = try file.access { database in
      let query = try Query(
        database,
        """
        EXPLAIN QUERY PLAN SELECT record.place FROM search JOIN record
        ON record.place = search.rowid WHERE search MATCH 'nattog'
        """)
      var out = ""
      while try query.next() { out += query.text(3) + "\n" }
      return out
    }
    #expect(plan.contains("VIRTUAL TABLE INDEX"))
    #expect(plan.contains("SEARCH record USING INTEGER PRIMARY KEY"))
  }
}
