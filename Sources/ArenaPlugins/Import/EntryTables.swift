import ArenaImport
import ArenaModel
import LuaKit

/// Entries as importers see them, `{ code, title, line, slot, parts }`, and back again: what a script changed or left out
/// of a table is changed or left out of what is placed.
struct EntryTables {
  let bridge: ScriptBridge
  let reading: DocumentReading
  /// The field under which a table's metatable tells which entry or part it is.
  private static let origin = "origin"

  func table(_ place: Int) throws -> LuaTable {
    let entry = reading.entries[place]
    let table = made(origin: place)
    table["code"] = entry.code.map(LuaValue.string) ?? .nil
    table["title"] = .string(entry.title)
    table["line"] = .integer(entry.line)
    table["sure"] = .boolean(entry.isSure)
    if let slot = entry.slot {
      let slotTable = bridge.state.table()
      slotTable["day"] = slot.day.map(LuaValue.integer) ?? .nil
      slotTable["number"] = slot.number.map(LuaValue.integer) ?? .nil
      slotTable["title"] = slot.title.map(LuaValue.string) ?? .nil
      table["slot"] = .table(slotTable)
    }
    let parts = try bridge.plainList()
    for (index, part) in entry.parts.enumerated() {
      parts[index + 1] = .table(try self.table(part, index))
    }
    table["parts"] = .table(parts)
    return table
  }

  private func table(_ part: EntryPart, _ index: Int) throws -> LuaTable {
    let table = made(origin: index)
    table["what"] = .string(part.what.rawValue)
    table["name"] = .string(part.name)
    table["text"] = .string(part.text)
    table["heading"] = .string(part.heading)
    table["line"] = .integer(part.line)
    table["sure"] = .boolean(part.isSure)
    table["items"] = .table(try items(part.items))
    return table
  }

  private func items(_ items: [ItemReader.ReadItem]) throws -> LuaTable {
    let list = try bridge.plainList()
    for item in items {
      let table = bridge.state.table()
      table["text"] = .string(item.text)
      table["bullet"] = .boolean(item.isBullet)
      table["mark"] = item.mark.map(LuaValue.string) ?? .nil
      table["items"] = .table(try self.items(item.items))
      list[list.count + 1] = .table(table)
    }
    return list
  }

  private func made(origin: Int) -> LuaTable {
    let table = bridge.state.table()
    let hidden = bridge.state.table()
    hidden[Self.origin] = .integer(origin)
    let metatable = bridge.state.table()
    metatable["__index"] = .table(hidden)
    table.setMetatable(metatable)
    return table
  }

  /// The entry that a script gives to `tx:take`, with what it changed.
  func entry(_ value: LuaValue) throws -> Entry {
    guard let table = value.table,
      let place = try table.get(Self.origin, as: Int.self), reading.entries.indices.contains(place)
    else {
      throw LuaError("tx:take takes the entry that 'each' was called with")
    }
    var entry = reading.entries[place]
    if let title = table.raw("title", as: String.self) { entry.title = title }
    entry.code = table.raw("code", as: String.self)
    if entry.code != reading.entries[place].code { entry.codes = [] }
    var parts: [EntryPart] = []
    guard let list = table.raw("parts", as: LuaTable.self) else {
      entry.parts = []
      return entry
    }
    for index in 1...max(1, list.count) where index <= list.count {
      guard let partTable = list.raw(index, as: LuaTable.self),
        let origin = try partTable.get(Self.origin, as: Int.self),
        entry.parts.indices.contains(origin)
      else {
        throw LuaError("entry.parts[\(index)] isn't one of the parts that the host read")
      }
      var part = entry.parts[origin]
      if let text = partTable.raw("text", as: String.self), text != part.text {
        part.text = text
        part.items = []
      }
      if let name = partTable.raw("name", as: String.self) { part.name = name }
      if let what = partTable.raw("what", as: String.self) {
        guard let known = EntryPart.What(rawValue: what) else {
          throw LuaError(
            "a part can't be '\(what)'"
              + Phrase.didYouMean(what, among: EntryPart.What.allCases.map(\.rawValue)))
        }
        part.what = known
      }
      parts.append(part)
    }
    entry.parts = parts
    return entry
  }
}
