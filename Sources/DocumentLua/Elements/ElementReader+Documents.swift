import CDocumentLua
import CLuaKit
import DocumentModel
import LuaKit

extension ElementReader {
  mutating func pandoc(_ index: Int32) throws(DocumentLuaError) -> Pandoc {
    guard var document = value(.pandoc, index, as: Pandoc.self) else {
      throw unexpected("Pandoc", index)
    }
    if let blocks = try slot(
      1, of: index, { reader, at throws(DocumentLuaError) in try reader.blocks(at) })
    {
      document.blocks = blocks
    }
    if let meta = try slot(
      2, of: index, { reader, at throws(DocumentLuaError) in try reader.meta(at) })
    {
      document.meta = meta
    }
    return document
  }

  /// Metadata: a table from names to what ``metaValue(_:)`` takes.
  mutating func meta(_ index: Int32) throws(DocumentLuaError) -> Meta {
    guard type(index) == LUA_TTABLE else { throw unexpected("table of metadata", index) }
    var meta = Meta()
    try eachPair(index) { reader, key, value throws(DocumentLuaError) in
      let name = try reader.text(key)
      do throws(DocumentLuaError) {
        meta[name] = try reader.metaValue(value)
      } catch {
        throw error.within("metadata '\(name)'")
      }
    }
    return meta
  }

  /// Guesses what kind of metadata a value is, as pandoc does: by the list it says to be, or by what is in it.
  mutating func metaValue(_ index: Int32) throws(DocumentLuaError) -> MetaValue {
    switch type(index) {
    case LUA_TBOOLEAN: return .bool(lua_toboolean(pointer, index) != 0)
    case LUA_TSTRING: return .string(try text(index))
    case LUA_TNUMBER:
      if lua_isinteger(pointer, index) != 0 { return .string(try text(index)) }
      return .string(HaskellText.number(lua_tonumberx(pointer, index, nil), signedZero: false))
    case LUA_TUSERDATA:
      if let inline = try optionalInline(index) { return .inlines([inline]) }
      if let block = try optionalBlock(index) { return .blocks([block]) }
    case LUA_TTABLE: return try metaTable(index)
    default: break
    }
    throw unexpected("value for metadata", index)
  }

  private mutating func metaTable(_ index: Int32) throws(DocumentLuaError) -> MetaValue {
    switch ListKind(rawValue: dl_list_at(pointer, index)) {
    case .inlines: return .inlines(try inlines(index))
    case .blocks: return .blocks(try blocks(index))
    case .list: return .list(try metaList(index))
    case nil: break
    }
    if lua_rawlen(pointer, index) == 0 { return .map(try meta(index)) }
    if try all(index, { $0.isInline }) {
      return .inlines(
        try list(index) { reader, at throws(DocumentLuaError) in try reader.inline(at) })
    }
    if try all(index, { $0.isBlock }) {
      return .blocks(
        try list(index) { reader, at throws(DocumentLuaError) in try reader.block(at) })
    }
    return .list(try metaList(index))
  }

  mutating func metaList(_ index: Int32) throws(DocumentLuaError) -> [MetaValue] {
    try list(index) { reader, at throws(DocumentLuaError) in try reader.metaValue(at) }
  }

  /// Whether all items of a table are elements of a kind.
  private func all(_ index: Int32, _ holds: (Kind) -> Bool) throws(DocumentLuaError) -> Bool {
    guard lua_checkstack(pointer, 4) != 0 else { throw DocumentLuaError("no room on Lua's stack") }
    for place in 1...lua_Integer(bitPattern: UInt64(lua_rawlen(pointer, index))) {
      lua_rawgeti(pointer, index, place)
      let kind = node(lua_gettop(pointer))?.kind
      lk_pop(pointer, 1)
      guard let kind, holds(kind) else { return false }
    }
    return true
  }
}
