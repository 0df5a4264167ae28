import ArenaModel
import Foundation
import Testing

@testable import ArenaStore

@Suite("Damage")
struct DamageTests {
  private let scratch: Scratch
  init() throws { scratch = try Scratch() }

  private func busyArena(seed: UInt64, count: Int = 4) throws -> ArenaFile {
    let file = try scratch.arena()
    var random = RandomArena(seed: seed)
    try file.write(ActionHeader(name: "fill", actor: .name("Kari"), parameters: "{\"n\":1}")) {
      try random.fill($0, count: count)
      try $0.setDeclaration("sample", to: "{\"title\":\"Sample format\"}")
    }
    for _ in 0..<6 {
      let type = RecordType.allCases[random.number(1...14)]
      try file.write(ActionHeader(name: "revise", actor: .name("Ola"))) { arena in
        guard var record = try arena.records(of: type).first else { return }
        if type.isRemovable { return try arena.remove(record.id) }
        random.fill(&record)
        try arena.update(record)
      }
    }
    return file
  }

  @Test("a whole file is found whole")
  func whole() throws {
    for seed in 31...36 as ClosedRange<UInt64> {
      try? FileManager.default.removeItem(atPath: scratch.path())
      #expect(try busyArena(seed: seed).damage() == [])
    }
  }

  /// The stored values of the file, of every table that isn't made from another.
  private func values(_ file: ArenaFile) throws -> [(name: String, bytes: [UInt8])] {
    try file.access { database in
      var out: [(name: String, bytes: [UInt8])] = []
      for (table, columns) in [
        ("record", ["id", "type", "body", "digest"]), ("meta", ["value", "digest"]),
        ("declaration", ["name", "text", "digest"]), ("content", ["bytes"]),
        ("action", ["name", "origin", "actor", "parameters", "salt", "details", "digest"]),
        ("change", ["type", "subject", "before", "after", "salt", "digest"]),
      ] {
        for column in columns {
          let query = try Query(database, "SELECT \(column) FROM \(table)")
          while try query.next() {
            let bytes = query.blob(0)
            // Too short a value can't be found in the file for certain.
            if bytes.count >= 8 { out.append(("\(table).\(column)", bytes)) }
          }
        }
      }
      return out
    }
  }

  @Test("a flipped bit in a stored value is found, in a thousand places")
  func flips() throws {
    let file = try busyArena(seed: 41, count: 1)
    // Values that were overwritten leave traces on the pages, which nobody reads and nobody checks.
    try file.access { try $0.run("VACUUM") }
    let values = try values(file)
    var data = [UInt8](FileManager.default.contents(atPath: scratch.path()) ?? Data())
    var generator = SplitMix(state: 5)
    var flips = 0
    var missed: [String] = []
    let handle = try #require(FileHandle(forUpdatingAtPath: scratch.path()))
    while flips < 1000 {
      let value = values[Int.random(in: 0..<values.count, using: &generator)]
      let length = min(24, value.bytes.count)
      let start = Int.random(in: 0...(value.bytes.count - length), using: &generator)
      let piece = Data(value.bytes[start..<(start + length)])
      // A value that spills to another page isn't found in one piece; the next one is taken. One that is also in an
      // index, as ids are, is flipped in its table, too, at one time or another.
      let places = Data(data).ranges(of: piece).map(\.lowerBound)
      guard let place = places.randomElement(using: &generator) else { continue }
      flips += 1
      let offset = place + Int.random(in: 0..<length, using: &generator)
      let bit = UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
      try write(data[offset] ^ bit, at: offset, handle)
      let found = (try? ArenaFile.open(at: scratch.path()).damage()) ?? ["refused"]
      if found.isEmpty { missed.append("\(value.name) at \(offset)") }
      try write(data[offset], at: offset, handle)
    }
    #expect(missed == [])
    #expect(try ArenaFile.open(at: scratch.path()).damage() == [])
    data = []
  }

  private func write(_ byte: UInt8, at offset: Int, _ handle: FileHandle) throws {
    try handle.seek(toOffset: UInt64(offset))
    try handle.write(contentsOf: Data([byte]))
  }

  @Test("a damaged record isn't read as if it were whole")
  func reading() throws {
    let file = try scratch.arena()
    let group = try file.add(.group, [.title: .text("Nattog")])
    try file.access {
      try $0.run("UPDATE record SET body = replace(body, 'Nattog', 'Dagtog')")
    }
    do {
      _ = try file.read { try $0.record(group.id) }
      Issue.record("read")
    } catch {
      #expect("\(error)".contains("its digest doesn't fit"), "\(error)")
      #expect("\(error)".contains("arena repair"), "\(error)")
    }
  }

  @Test(
    "a row that was taken out or put in by another program is found",
    arguments: [
      "DELETE FROM record WHERE type = 'group'", "DELETE FROM change WHERE action = 2",
      "DELETE FROM action WHERE number = 3", "DELETE FROM reference", "DELETE FROM name",
      "UPDATE record SET revision = revision + 1", "UPDATE action SET at = at + 1",
      "UPDATE action SET undoes = 2 WHERE number = 3", "UPDATE change SET place = place + 100",
      "DELETE FROM meta", "INSERT INTO item VALUES ('00000000-0000-4000-8000-000000000000', 1)",
      "UPDATE record SET withdrawn = 1 WHERE type = 'group'",
    ])
  func tampering(sql: String) throws {
    let file = try busyArena(seed: 43)
    try file.access { try $0.run(sql) }
    #expect(try ArenaFile.open(at: scratch.path()).damage() != [])
  }

  @Test("repair makes damaged records again from the journal, and says what was damaged")
  func repairRecords() throws {
    let file = try busyArena(seed: 47)
    let whole = try file.dump()
    try file.access {
      try $0.run("UPDATE record SET body = '{}' WHERE type IN ('group', 'contribution', 'arena')")
      try $0.run("DELETE FROM record WHERE type = 'remark'")
      try $0.run("DELETE FROM reference")
    }
    let report = try ArenaFile.repair(
      scratch.path(), to: scratch.path("mended.arena"), header: ActionHeader(name: "repair"))
    #expect(!report.damage.isEmpty)
    #expect(report.lost == [])
    #expect(report.newChainFrom == nil)
    let mended = try ArenaFile.open(at: scratch.path("mended.arena"))
    #expect(try mended.damage() == [])
    #expect(try sorted(mended.dump()) == sorted(whole))
    #expect(try mended.journal().last?.header.name == "repair")
    #expect(try mended.journal().last?.notes == report.damage)
  }

  @Test("repair keeps what the rows hold where the journal is damaged")
  func repairJournal() throws {
    let file = try busyArena(seed: 53)
    let whole = try file.dump()
    try file.access {
      try $0.run("UPDATE change SET after = '{}' WHERE action = 2 AND place % 3 = 0")
      try $0.run("DELETE FROM action WHERE number = 4")
      try $0.run("DELETE FROM change WHERE action = 4")
    }
    let report = try ArenaFile.repair(
      scratch.path(), to: scratch.path("mended.arena"), header: ActionHeader(name: "repair"))
    #expect(report.lostTexts > 0)
    #expect(report.newChainFrom == 4)
    let mended = try ArenaFile.open(at: scratch.path("mended.arena"))
    #expect(try mended.dump() == whole)
    let damage = try mended.damage()
    #expect(damage.allSatisfy { $0.contains("isn't what the journal says") }, "\(damage)")
  }

  @Test("repair refuses what isn't there, and never overwrites")
  func refuses() throws {
    let header = ActionHeader(name: "repair")
    #expect(throws: StoreError.missing(path: scratch.path("none"))) {
      try ArenaFile.repair(scratch.path("none"), to: scratch.path("b"), header: header)
    }
    let file = try scratch.arena()
    _ = file
    #expect(throws: StoreError.exists(path: scratch.path())) {
      try ArenaFile.repair(scratch.path(), to: scratch.path(), header: header)
    }
  }

  /// The dump's lines in order: records made again from the journal come in the order of their ids.
  private func sorted(_ dump: [UInt8]) -> [Substring] {
    String(decoding: dump, as: UTF8.self).split(separator: "\n")
      .map { $0.hasSuffix(",") ? $0.dropLast() : $0 }
      .map { $0.hasSuffix("]") ? $0.dropLast() : $0 }.sorted()
  }
}
