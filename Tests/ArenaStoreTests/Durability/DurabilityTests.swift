import ArenaModel
import Foundation
import Testing

@testable import ArenaStore

/// What was acknowledged is there, whatever happened. `ARENA_TESTS=long` runs the long form.
@Suite("Durability", .serialized)
struct DurabilityTests {
  private let scratch: Scratch
  init() throws { scratch = try Scratch() }

  private func names(_ path: String) throws -> Set<String> {
    Set(
      try ArenaFile.open(at: path).read { try $0.records(of: .place) }.compactMap { $0.text(.name) }
    )
  }

  private func lines(_ text: String) -> [String] {
    // The last line may be cut off: it was being said.
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test("killed at any moment, the file has every acknowledged action, and is whole")
  func kills() throws {
    let rounds = Worker.isLong ? 1000 : 40
    var generator = SplitMix(state: 3)
    var acknowledged: Set<String> = []
    var path = ""
    for round in 0..<rounds {
      if round % 50 == 0 {
        if !path.isEmpty { #expect(try ArenaFile.open(at: path).damage() == []) }
        path = scratch.path("\(round).arena")
        _ = try scratch.arena("\(round).arena", effects: .live)
        acknowledged = []
      }
      let worker = try Worker.Running(["append", path, "r\(round)", "100000"])
      var said = worker.acknowledged(Int.random(in: 0...4, using: &generator))
      // Somewhere between two acknowledgements.
      var spin = Int.random(in: 0...20_000, using: &generator)
      while spin > 0 { spin -= 1 }
      said += worker.kill()
      acknowledged.formUnion(lines(said))
      let there = try names(path)
      #expect(acknowledged.subtracting(there) == [])
      // One more may have come to be without its acknowledgement.
      #expect(there.subtracting(acknowledged).count <= round % 50 + 1)
    }
    #expect(try ArenaFile.open(at: path).damage() == [])
    // A journal that was never in force may lie there; SQLite passes over it. Nothing else is left behind.
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder)
    #expect(left.allSatisfy { $0.hasSuffix(".arena") || $0.hasSuffix(".arena-journal") }, "\(left)")
  }

  @Test("eight processes write at once, and every action arrives")
  func processes() async throws {
    let (path, each) = (scratch.path(), Worker.isLong ? 200 : 12)
    _ = try scratch.arena(effects: .live)
    let failures = await withTaskGroup(of: [String].self) { group in
      for process in 0..<8 {
        group.addTask {
          (0..<each).compactMap { index in
            guard let worker = try? Worker.Running(["once", path, "p\(process)-\(index)"]) else {
              return "not started"
            }
            _ = worker.rest()
            return worker.process.terminationStatus == 0 ? nil : worker.complaint
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(failures == [])
    #expect(try names(path).count == 8 * each)
    #expect(try ArenaFile.open(at: path).damage() == [])
  }

  @Test("who waits too long is told so, and nothing happened")
  func busy() throws {
    let one = try scratch.arena(effects: .live)
    let other = try ArenaFile.open(at: scratch.path(), patience: 0)
    try one.write(ActionHeader(name: "add")) { arena in
      try arena.add(.place, [.name: .text("En")])
      #expect(throws: StoreError.busy(path: scratch.path(), seconds: 0)) {
        try other.add(.place, [.name: .text("To")])
      }
    }
    #expect(try names(scratch.path()) == ["En"])
    try other.add(.place, [.name: .text("To")])
    #expect(try names(scratch.path()) == ["En", "To"])
  }

  @Test("readers see whole actions, and those who read long don't keep writers waiting")
  func readers() throws {
    let one = try scratch.arena(effects: .live)
    let other = try ArenaFile.open(at: scratch.path(), patience: 0)
    try one.write(ActionHeader(name: "add")) { arena in
      try arena.add(.place, [.name: .text("En")])
      #expect(try other.read { try $0.count(of: .place) } == 0)
    }
    try other.readDetached { arena in
      try one.add(.place, [.name: .text("To")])
      let count = try arena.count(of: .place)
      #expect(count == 1)
    }
  }

  @Test("a backup taken while others write is whole")
  func backup() throws {
    let file = try scratch.arena(effects: .live)
    let worker = try Worker.Running(["append", scratch.path(), "w", "100000"])
    for index in 0..<5 {
      let before = Set(lines(worker.acknowledged(1)))
      let copy = scratch.path("copy-\(index).arena")
      try file.backup(to: copy)
      #expect(try ArenaFile.open(at: copy).damage() == [])
      #expect(before.subtracting(try names(copy)) == [])
      #expect(throws: StoreError.exists(path: copy)) { try file.backup(to: copy) }
    }
    _ = worker.kill()
  }

  @Test("when the pages run out, the action is refused and the file stays whole")
  func pageLimit() throws {
    let file = try scratch.arena()
    let pages = try file.access { database in
      let query = try Query(database, "PRAGMA page_count")
      defer { query.stop() }
      return try query.next() ? query.integer(0) : 0
    }
    try file.access { try $0.run("PRAGMA max_page_count = \(pages + 8)") }
    var written = 0
    #expect(throws: StoreError.full(path: scratch.path())) {
      for _ in 0..<100 {
        try file.add(.place, [.note: .text(String(repeating: "fyll ", count: 500))])
        written += 1
      }
    }
    #expect(try file.read { try $0.count(of: .place) } == written)
    #expect(try file.damage() == [])
  }

  @Test("when the disk is full, what was acknowledged is there, and it goes on when there is room")
  func fullDisk() throws {
    let disk = scratch.path("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let mount = try run(["mount", "-t", "tmpfs", "-o", "size=900k", "none", disk])
    guard mount == 0 else {
      print("SKIPPED: a small file system can't be mounted here; the full disk wasn't tried.")
      return
    }
    defer { _ = try? run(["umount", disk]) }
    _ = try scratch.arena("disk/a.arena", effects: .live)
    let path = scratch.path("disk/a.arena")
    let ballast = Data(repeating: 1, count: 200_000)
    try ballast.write(to: URL(fileURLWithPath: disk + "/ballast"))
    let worker = try Worker.Running(["fill", path, "f"])
    let said = lines(worker.rest())
    #expect(worker.process.terminationStatus == 1)
    #expect(worker.complaint.contains("no room left on the disk"))
    #expect(!said.isEmpty)
    #expect(try names(path) == Set(said))
    #expect(try ArenaFile.open(at: path).damage() == [])
    try FileManager.default.removeItem(atPath: disk + "/ballast")
    try ArenaFile.open(at: path).add(.place, [.name: .text("Plass igjen")])
    #expect(try names(path).count == said.count + 1)
  }

  @Test("every acknowledged action was synced to the disk")
  func syncs() throws {
    guard try run(["which", "strace"]) == 0 else {
      print("SKIPPED: strace is missing; the syncs weren't counted.")
      return
    }
    _ = try scratch.arena(effects: .live)
    let trace = scratch.path("trace")
    let worker = try Worker.Running(["append", scratch.path(), "s", "20"], tracedTo: trace)
    let said = lines(worker.rest())
    guard let text = try? String(contentsOfFile: trace, encoding: .utf8), said.count == 20 else {
      print("SKIPPED: strace may not trace here; the syncs weren't counted.")
      return
    }
    let syncs = text.split(separator: "\n").count { $0.contains("sync(") && $0.hasSuffix("= 0") }
    // The journal, the file, and the folder when the journal goes.
    #expect(syncs >= 3 * said.count)
  }

  @Test("a file of an older format is brought up to date after a copy was laid aside")
  func migration() throws {
    _ = try scratch.arena()
    try FileManager.default.removeItem(atPath: scratch.path())
    let old = try ArenaFile.create(at: scratch.path(), effects: .live) { file in
      // The format before the first: no tables at all.
      try file.access { database in
        try database.run("DROP VIEW journal")
        for type in RecordType.allCases { try database.run("DROP VIEW \(type.plural)") }
        for table in [
          "meta", "declaration", "record", "content", "reference", "name", "item", "search",
          "action", "change",
        ] {
          try database.run("DROP TABLE \(table)")
        }
        try database.run("PRAGMA user_version = 0")
      }
    }
    #expect(try old.read { try $0.version() } == Migration.current)
    #expect(FileManager.default.fileExists(atPath: scratch.path() + ".format-0"))
    try old.add(.place, [.name: .text("Fjellstua")])
  }

  private func run(_ words: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
