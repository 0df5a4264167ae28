import ArenaModel
import Foundation

@testable import ArenaStore

/// A folder of a test's own, gone when the test is over.
final class Scratch {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "/arena-store-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String = "a.arena") -> String { folder + "/" + name }

  /// A new arena file with a clock that stands still and ids that count up.
  func arena(_ name: String = "a.arena", effects: Effects = .fixed()) throws -> ArenaFile {
    try ArenaFile.create(at: path(name), effects: effects, header: ActionHeader(name: "new")) {
      var arena = ArenaModel.Record(id: $0.newID(), type: .arena, added: $0.now)
      arena[.title] = .text("Blåbærtreffet")
      arena[.language] = .text("nb")
      arena[.days] = .list([.text("2031-05-06"), .text("2031-05-07")])
      try $0.insert(arena)
    }
  }
}

extension ArenaWriting {
  /// Adds a record with these values.
  @discardableResult
  func add(_ type: RecordType, _ values: [ModelField: Value], fields: Fields = Fields()) throws
    -> ArenaModel.Record
  {
    var record = ArenaModel.Record(id: newID(), type: type, added: now, fields: fields)
    for (field, value) in values { record[field] = value }
    try insert(record)
    return record
  }
}

extension ArenaFile {
  @discardableResult
  func add(_ type: RecordType, _ values: [ModelField: Value], by actor: String? = nil) throws
    -> ArenaModel.Record
  {
    try write(ActionHeader(name: "add", actor: actor.map(Actor.name))) {
      try $0.add(type, values)
    }.value
  }
}
