import ArenaModel
import Foundation
import JSONCodec
import Testing

@testable import ArenaStore

@Suite("The dump of an arena")
struct DumpTests {
  private let scratch: Scratch
  init() throws { scratch = try Scratch() }

  private func busyArena(seed: UInt64) throws -> ArenaFile {
    let file = try scratch.arena()
    var random = RandomArena(seed: seed)
    try file.write(ActionHeader(name: "fill", actor: .name("Kari"), parameters: "{\"n\": 1}")) {
      try random.fill($0, count: 6)
      try $0.setDeclaration("sample", to: "{ \"title\" : \"Sample\", \"n\": [1, 2.5] }")
      $0.notes = ["Noted."]
    }
    for _ in 0..<12 {
      let type = RecordType.allCases[random.number(1...14)]
      try file.write(ActionHeader(name: "revise", actor: .name("Ola"))) { arena in
        let records = try arena.records(of: type)
        guard var record = records.dropFirst(random.number(0...5)).first else { return }
        if type.isRemovable && random.chance(2) { return try arena.remove(record.id) }
        random.fill(&record)
        if random.chance(3) { record.isWithdrawn = true }
        try arena.update(record)
      }
    }
    _ = try? file.undo(header: ActionHeader(name: "undo", actor: .name("Ola")))
    return file
  }

  @Test("loaded and dumped again it is the same, byte for byte", arguments: [1, 2, 3, 4, 5])
  func roundTrip(seed: UInt64) throws {
    let file = try busyArena(seed: seed)
    for journal in [false, true] {
      let dump = try file.dump(journal: journal)
      let copy = try ArenaFile.load(
        dump, to: scratch.path("copy-\(journal).arena"), header: ActionHeader(name: "load"))
      #expect(try copy.dump(journal: journal) == dump)
      #expect(try copy.dump(journal: false) == file.dump(journal: false))
    }
  }

  @Test("with the journal, the copy goes on where the first one was")
  func journalGoesOn() throws {
    let file = try busyArena(seed: 9)
    let copy = try ArenaFile.load(
      try file.dump(journal: true), to: scratch.path("copy.arena"),
      header: ActionHeader(name: "load"))
    #expect(try copy.journal() == file.journal())
    let place = try copy.add(.place, [.name: .text("Naustet")], by: "Kari")
    let entry = try copy.undo(header: ActionHeader(name: "undo", actor: .name("Kari")))
    #expect(entry.number == (try file.journal().count) + 2)
    #expect(try copy.read { try $0.record(place.id) } == nil)
  }

  @Test("laid out anew by another program, it still loads")
  func reformatted() throws {
    let file = try busyArena(seed: 11)
    let dump = try file.dump(journal: true)
    let pretty = Array(try JSONValue(parsing: dump).text(.lines).utf8)
    let copy = try ArenaFile.load(
      pretty, to: scratch.path("copy.arena"), header: ActionHeader(name: "load"))
    #expect(try copy.dump(journal: true) == dump)
  }

  @Test("bad dumps end in a sentence that says where and what")
  func badDumps() throws {
    let file = try scratch.arena()
    try file.add(.group, [.title: .text("Nattog"), .headcount: .stated(Stated(text: "6"))])
    let dump = String(decoding: try file.dump(journal: true), as: UTF8.self)
    let cases = [
      (
        dump.replacingOccurrences(of: "\"headcount\":{\"text\":\"6\"}", with: "\"headcount\":6"),
        "line"
      ),
      (
        dump.replacingOccurrences(of: "\"dump_version\":1", with: "\"dump_version\":9"),
        "version 9"
      ),
      (dump.replacingOccurrences(of: "\"dump_version\":1,", with: ""), "dump_version"),
      (dump.replacingOccurrences(of: "\"groups\"", with: "\"gruops\""), "gruops"),
      (dump.replacingOccurrences(of: "Nattog\"}}", with: "Nattåg\"}}"), "chain"),
      (String(dump.dropLast(9)), "line"), ("", "line 1"), ("[]", "line 1"),
    ]
    for (index, (text, words)) in cases.enumerated() {
      let path = scratch.path("bad-\(index).arena")
      do {
        _ = try ArenaFile.load(Array(text.utf8), to: path, header: ActionHeader(name: "load"))
        if index != 4 { Issue.record("loaded: case \(index)") }
      } catch {
        #expect("\(error)".contains(words), "\(error)")
      }
      if index != 4 { #expect(!FileManager.default.fileExists(atPath: path)) }
    }
  }

  @Test("a journal that was changed in the dump is found")
  func tamperedJournal() throws {
    let file = try scratch.arena()
    try file.add(.group, [.title: .text("Nattog")], by: "Kari")
    let dump = String(decoding: try file.dump(journal: true), as: UTF8.self)
    guard let journal = dump.range(of: "\"journal\"") else {
      Issue.record("no journal")
      return
    }
    let forged = dump.replacingOccurrences(
      of: "Nattog", with: "Dagtog", range: journal.lowerBound..<dump.endIndex)
    #expect(throws: StoreError.self) {
      try ArenaFile.load(
        Array(forged.utf8), to: scratch.path("forged.arena"), header: ActionHeader(name: "load"))
    }
  }

  @Test("a value that its field can't hold isn't stored")
  func wrongValues() throws {
    let file = try scratch.arena()
    let wrong: [(RecordType, ModelField, Value, String)] = [
      (.group, .headcount, .integer(6), "a count"), (.group, .state, .text("gone"), "announced"),
      (.arena, .days, .list([.text("2031-02-30")]), "2020-01-22"),
      (.block, .starts, .text("9 o'clock"), "2020-01-22T09:00"),
      (.person, .organisation, .text("Etaten"), "organisation"),
      (.membership, .slots, .record(RecordID(high: 1, low: 1)), "list"),
    ]
    for (type, field, value, words) in wrong {
      do {
        try file.write(ActionHeader(name: "add")) { arena in
          if type == .arena {
            var record = try arena.arena()
            record[field] = value
            try arena.update(record)
          } else {
            try arena.add(type, [field: value])
          }
        }
        Issue.record("stored: \(type.rawValue).\(field.name)")
      } catch {
        #expect("\(error)".contains(words), "\(error)")
        #expect("\(error)".contains("'\(field.name)' of a \(type.rawValue)"), "\(error)")
      }
    }
  }

  // MARK: - The schema

  private static let schemaPath =
    #filePath.components(separatedBy: "/Tests/")[0] + "/docs/arena.schema.json"

  @Test("the schema in docs is fresh")
  func freshSchema() throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try DumpSchema.text().write(toFile: DumpTests.schemaPath, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOfFile: DumpTests.schemaPath, encoding: .utf8)
    #expect(written == DumpSchema.text(), "Run the tests once with RECORD=1.")
  }

  @Test("a validator of JSON Schema agrees with every dump, and not with a wrong one")
  func validator() throws {
    guard PythonValidator.isThere else {
      print("SKIPPED: python3 with the package jsonschema is missing; dumps weren't validated.")
      return
    }
    for seed in 21...24 as ClosedRange<UInt64> {
      try? FileManager.default.removeItem(atPath: scratch.path())
      let dump = try busyArena(seed: seed).dump(journal: true)
      #expect(try PythonValidator.problems(dump, schema: DumpTests.schemaPath, scratch) == "")
    }
    try? FileManager.default.removeItem(atPath: scratch.path())
    let file = try scratch.arena()
    try file.add(.group, [.state: .text("open")])
    let wrong = String(decoding: try file.dump(), as: UTF8.self)
      .replacingOccurrences(of: "\"state\":\"open\"", with: "\"state\":5")
    let found = try PythonValidator.problems(
      Array(wrong.utf8), schema: DumpTests.schemaPath, scratch)
    #expect(found.contains("groups"), "\(found)")
  }
}
