import ArenaModel
import Testing

@testable import ArenaStore

@Suite("The journal and taking back")
struct UndoTests {
  private let scratch: Scratch
  private let file: ArenaFile
  private let kari = ActionHeader(name: "undo", actor: .name("Kari"))

  init() throws {
    scratch = try Scratch()
    file = try scratch.arena()
  }

  private func revise(_ record: ArenaModel.Record, _ field: ModelField, _ value: Value?) throws {
    try file.write(ActionHeader(name: "revise", actor: .name("Kari"))) { arena in
      guard var now = try arena.record(record.id) else { return }
      now[field] = value
      try arena.update(now)
    }
  }

  @Test("an action is in the journal with who, what, before and after")
  func journal() throws {
    let group = try file.add(.group, [.title: .text("Før")], by: "Kari")
    try revise(group, .title, .text("Etter"))
    let journal = try file.journal()
    #expect(journal.map(\.number) == [1, 2, 3])
    #expect(journal.map(\.header.name) == ["new", "add", "revise"])
    #expect(journal.last?.header.actor == .name("Kari"))
    #expect(journal.last?.changes.first?.before?.contains("Før") == true)
    #expect(journal.last?.changes.first?.after?.contains("Etter") == true)
    #expect(try file.history(of: group.id).map(\.number) == [2, 3])
    #expect(try file.journal(last: 1).map(\.number) == [3])
    #expect(throws: StoreError.noAction(number: 9)) { try file.entry(9) }
  }

  @Test("an action that changes nothing leaves no trace")
  func idle() throws {
    let written = try file.write(ActionHeader(name: "look")) { try $0.arena() }
    #expect(written.entry == nil)
    #expect(try file.journal().count == 1)
  }

  @Test("without a number the caller's own last action is taken back, then the one before")
  func ownLast() throws {
    let group = try file.add(.group, [.title: .text("Før")], by: "Kari")
    try revise(group, .title, .text("Etter"))
    let place = try file.add(.place, [.name: .text("Hytta")], by: "Ola")
    #expect(try file.undo(header: kari).undoes == 3)
    #expect(try file.read { try $0.record(group.id)?.text(.title) } == "Før")
    #expect(try file.undo(header: kari).undoes == 2)
    #expect(try file.read { try $0.record(group.id) } == nil)
    #expect(try file.read { try $0.record(place.id) } == place)
    #expect(throws: StoreError.nothingToUndo) { try file.undo(header: kari) }
    #expect(try file.undone() == [2, 3])
  }

  @Test("taking back the taking back does the action again")
  func redo() throws {
    let group = try file.add(.group, [.title: .text("Før")], by: "Kari")
    let undo = try file.undo(2, header: kari)
    let again = try file.undo(undo.number, header: kari)
    #expect(again.undoes == undo.number)
    #expect(try file.read { try $0.record(group.id) } == group)
    #expect(try file.undone() == [undo.number])
  }

  @Test("refuses, with the reason, where later actions build on it")
  func conflicts() throws {
    let group = try file.add(.group, [.code: .text("1.6"), .title: .text("Før")], by: "Kari")
    let member = try file.add(.membership, [.group: .record(group.id)], by: "Ola")
    #expect(throws: StoreError.self) { try file.undo(2, header: kari) }
    do {
      _ = try file.undo(2, header: kari)
    } catch {
      #expect("\(error)".contains("action 3 (add) made a membership refer to the group '1.6'"))
    }
    try revise(group, .title, .text("Etter"))
    try revise(group, .title, .text("Sist"))
    do {
      _ = try file.undo(4, header: kari)
      Issue.record("a later change was overwritten")
    } catch {
      #expect("\(error)".contains("action 5 (revise) changed the group '1.6' (title)"))
    }
    #expect(try file.read { try $0.record(member.id) } == member)
    #expect(try file.journal().count == 5)
  }

  @Test("changes to other fields of the same record don't stand in the way")
  func otherFields() throws {
    let group = try file.add(.group, [.title: .text("Før")], by: "Kari")
    try revise(group, .title, .text("Etter"))
    try revise(group, .open, .boolean(true))
    _ = try file.undo(3, header: kari)
    let now = try file.read { try $0.record(group.id) }
    #expect(now?.text(.title) == "Før")
    #expect(now?.boolean(.open) == true)
  }

  @Test("a membership that was removed comes back as it was, where it was")
  func removal() throws {
    let first = try file.add(.membership, [.written: .text("Ann")])
    let second = try file.add(.membership, [.written: .text("Bo")])
    try file.write(ActionHeader(name: "leave", actor: .name("Kari"))) { try $0.remove(first.id) }
    _ = try file.undo(header: kari)
    let now = try file.read { try $0.records(of: .membership) }
    #expect(Set(now.map(\.id)) == [first.id, second.id])
    #expect(now.first { $0.id == first.id } == first)
  }

  @Test("the arena itself isn't taken back")
  func arena() throws {
    do {
      _ = try file.undo(1, header: kari)
      Issue.record("the arena was taken back")
    } catch {
      #expect("\(error)".contains("it made the arena"))
    }
  }
}
