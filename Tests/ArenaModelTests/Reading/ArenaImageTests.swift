import Testing

@testable import ArenaModel

@Suite("An arena in memory")
struct ArenaImageTests {
  private let image = ArenaImage()

  private func add(_ type: RecordType, _ values: [ModelField: Value]) throws -> Record {
    var record = Record(id: image.newID(), type: type, added: image.now)
    for (field, value) in values { record[field] = value }
    try image.insert(record)
    return record
  }

  @Test("finds records by name, reference and item, and leaves the withdrawn out")
  func finds() throws {
    let item = Item(id: image.newID(), text: "A point")
    let group = try add(.group, [.code: .text("2B – 1"), .codes: .list([.text("2B – 2")])])
    var input = try add(
      .contribution,
      [.groups: .list([.record(group.id)]), .body: .items([item]), .code: .text("7")])
    #expect(try image.records(of: .group, named: "2b-2").map(\.id) == [group.id])
    #expect(
      try image.records(of: .contribution, where: .groups, refersTo: group.id) == [input])
    #expect(try image.records(referringTo: group.id) == [input])
    #expect(try image.record(withItem: item.id) == input)
    input.isWithdrawn = true
    input = try image.update(input)
    #expect(input.revision == 2)
    #expect(try image.records(of: .contribution).isEmpty)
    #expect(try image.count(of: .contribution) == 0)
    #expect(try image.record(input.id) == input)
    #expect(try image.withdrawnRecords(of: .contribution) == [input])
  }

  @Test("an update that says nothing new changes nothing")
  func idleUpdate() throws {
    let place = try add(.place, [.name: .text("Hall")])
    #expect(try image.update(place).revision == 1)
  }

  @Test("refuses what an arena can't hold, with a sentence")
  func refuses() throws {
    let place = try add(.place, [.name: .text("Hall")])
    #expect(throws: ArenaError.alreadyThere(place.id, .place)) { try image.insert(place) }
    #expect(throws: ArenaError.notRemovable(place.id, .place)) { try image.remove(place.id) }
    #expect(throws: ArenaError.noArena) { try image.arena() }
    let nobody = image.newID()
    #expect(throws: ArenaError.notThere(nobody)) { try image.remove(nobody) }
    #expect("\(ArenaError.notThere(nobody))".contains("\(nobody)"))
  }
}
