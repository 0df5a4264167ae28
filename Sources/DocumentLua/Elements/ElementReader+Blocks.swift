import CDocumentLua
import CLuaKit
import DocumentModel
import LuaKit

extension ElementReader {
  /// A Block element, or nil if the value is none.
  mutating func optionalBlock(_ index: Int32) throws(DocumentLuaError) -> Block? {
    guard let (node, kind) = node(index), kind.isBlock else { return nil }
    if kind == .horizontalRule { return .horizontalRule }
    let value = dl_value(node).unsafelyUnwrapped.assumingMemoryBound(to: Block.self).pointee
    try enter(node) { value.depth }
    defer { leaveElement() }
    return try overlay(value, index)
  }

  private mutating func overlay(_ value: Block, _ index: Int32) throws(DocumentLuaError) -> Block {
    func inlines(_ reader: inout ElementReader, _ at: Int32) throws(DocumentLuaError) -> [Inline] {
      try reader.inlines(at)
    }
    func blocks(_ reader: inout ElementReader, _ at: Int32) throws(DocumentLuaError) -> [Block] {
      try reader.blockContent(at)
    }
    func text(_ reader: inout ElementReader, _ at: Int32) throws(DocumentLuaError) -> String {
      try reader.text(at)
    }
    func attr(_ reader: inout ElementReader, _ at: Int32) throws(DocumentLuaError) -> Attr {
      try reader.attr(at)
    }
    func items(_ reader: inout ElementReader, _ at: Int32) throws(DocumentLuaError) -> [[Block]] {
      try reader.items(at)
    }
    func caption(_ reader: inout ElementReader, _ at: Int32) throws(DocumentLuaError) -> Caption {
      try reader.caption(at)
    }
    switch value {
    case .plain: return try slot(1, of: index, inlines).map { .plain($0) } ?? value
    case .para: return try slot(1, of: index, inlines).map { .para($0) } ?? value
    case .lineBlock:
      return try slot(1, of: index) { reader, at throws(DocumentLuaError) in try reader.lines(at) }
        .map { .lineBlock($0) } ?? value
    case .codeBlock(let old, let oldText):
      return .codeBlock(
        try slot(1, of: index, attr) ?? old, try slot(2, of: index, text) ?? oldText)
    case .rawBlock(let format, let oldText):
      return .rawBlock(
        format: try slot(1, of: index, text) ?? format, try slot(2, of: index, text) ?? oldText)
    case .blockQuote: return try slot(1, of: index, blocks).map { .blockQuote($0) } ?? value
    case .orderedList(let old, let oldItems):
      let new = try slot(1, of: index) { reader, at throws(DocumentLuaError) in
        try reader.listAttributes(at)
      }
      return .orderedList(new ?? old, try slot(2, of: index, items) ?? oldItems)
    case .bulletList: return try slot(1, of: index, items).map { .bulletList($0) } ?? value
    case .definitionList:
      return try slot(1, of: index) { reader, at throws(DocumentLuaError) in
        try reader.definitions(at)
      }.map { .definitionList($0) } ?? value
    case .header(let oldLevel, let old, let content):
      let level = try slot(1, of: index) { reader, at throws(DocumentLuaError) in
        try reader.integer(at)
      }
      let new = try slot(2, of: index, attr)
      let newContent = try slot(3, of: index, inlines)
      return level == nil && new == nil && newContent == nil
        ? value : .header(level: level ?? oldLevel, new ?? old, newContent ?? content)
    case .horizontalRule: return value
    case .table(var table):
      if let new = try slot(1, of: index, attr) { table.attr = new }
      if let new = try slot(2, of: index, caption) { table.caption = new }
      if let new = try slot(
        3, of: index, { reader, at throws(DocumentLuaError) in try reader.columns(at) })
      {
        table.columns = new
      }
      if let new = try slot(
        4, of: index, { reader, at throws(DocumentLuaError) in try reader.tableHead(at) })
      {
        table.head = new
      }
      if let new = try slot(
        5, of: index, { reader, at throws(DocumentLuaError) in try reader.tableBodies(at) })
      {
        table.bodies = new
      }
      if let new = try slot(
        6, of: index, { reader, at throws(DocumentLuaError) in try reader.tableFoot(at) })
      {
        table.foot = new
      }
      return .table(table)
    case .figure(let old, let oldCaption, let content):
      return .figure(
        try slot(1, of: index, attr) ?? old, try slot(2, of: index, caption) ?? oldCaption,
        try slot(3, of: index, blocks) ?? content)
    case .div(let old, let content):
      let new = try slot(1, of: index, attr)
      let newContent = try slot(2, of: index, blocks)
      return new == nil && newContent == nil ? value : .div(new ?? old, newContent ?? content)
    }
  }

  /// What `__toblock` makes of the value.
  private mutating func convertedBlock(_ index: Int32) throws(DocumentLuaError) -> Block? {
    guard callConversion("__toblock", index) else { return nil }
    defer { lk_pop(pointer, 1) }
    return try optionalBlock(lua_gettop(pointer))
  }

  /// A Block, or what ``inlines(_:)`` takes, as a Plain.
  mutating func block(_ index: Int32) throws(DocumentLuaError) -> Block {
    if let block = try optionalBlock(index) { return block }
    if let block = try convertedBlock(index) { return block }
    if let kind = node(index)?.kind, !kind.isInline {
      throw unexpected("Block or list of Inlines", index)
    }
    switch type(index) {
    case LUA_TSTRING, LUA_TTABLE, LUA_TUSERDATA: return .plain(try inlines(index))
    default: throw unexpected("Block or list of Inlines", index)
    }
  }

  /// Blocks: a list of what ``block(_:)`` takes, or a single one.
  mutating func blocks(_ index: Int32) throws(DocumentLuaError) -> [Block] {
    if type(index) == LUA_TTABLE {
      if let block = try convertedBlock(index) { return [block] }
      return try list(index) { reader, at throws(DocumentLuaError) in try reader.block(at) }
    }
    if let block = try convertedBlock(index) { return [block] }
    if let kind = node(index)?.kind, !kind.isInline && !kind.isBlock {
      throw unexpected("Block, list of Blocks, or compatible element", index)
    }
    switch type(index) {
    case LUA_TSTRING, LUA_TUSERDATA: return [try block(index)]
    default: throw unexpected("Block, list of Blocks, or compatible element", index)
    }
  }

  /// Whether a value would be read as Inlines: a string, an Inline, or a list of these, with one element at least.
  func looksLikeInlines(_ index: Int32) -> Bool {
    switch type(index) {
    case LUA_TSTRING: return true
    case LUA_TUSERDATA: return node(index)?.kind.isInline == true
    case LUA_TTABLE:
      let count = lua_rawlen(pointer, index)
      guard count > 0, lua_checkstack(pointer, 4) != 0 else { return false }
      for place in 1...lua_Integer(bitPattern: UInt64(count)) {
        lua_rawgeti(pointer, index, place)
        let top = lua_gettop(pointer)
        let isInline = type(top) == LUA_TSTRING || node(top)?.kind.isInline == true
        lua_settop(pointer, top - 1)
        if !isInline { return false }
      }
      return true
    default: return false
    }
  }

  /// The content of an element of blocks, as it can be assigned: what is inlines through and through becomes one Plain.
  mutating func blockContent(_ index: Int32) throws(DocumentLuaError) -> [Block] {
    looksLikeInlines(index) ? [.plain(try inlines(index))] : try blocks(index)
  }

  /// The items of a list, as its constructor takes them: each a block, or a list of blocks.
  mutating func itemsForConstructor(_ index: Int32) throws(DocumentLuaError) -> [[Block]] {
    guard type(index) == LUA_TTABLE else { return [try blocks(index)] }
    return try list(index) { reader, at throws(DocumentLuaError) in try reader.blocks(at) }
  }

  /// The items of a list, as its `content` can be assigned: where all items are inlines alone, each is one Plain. So
  /// pandoc reads them, and so an empty item among empty ones gains an empty Plain.
  mutating func items(_ index: Int32) throws(DocumentLuaError) -> [[Block]] {
    guard type(index) == LUA_TTABLE else { return [try blocks(index)] }
    guard allItemsAreInlines(index) else { return try itemsForConstructor(index) }
    return try list(index) { reader, at throws(DocumentLuaError) in
      [.plain(try reader.inlines(at))]
    }
  }

  private func allItemsAreInlines(_ index: Int32) -> Bool {
    guard lua_checkstack(pointer, 4) != 0 else { return false }
    let top = lua_gettop(pointer)
    defer { lua_settop(pointer, top) }
    let count = lua_Integer(bitPattern: UInt64(lua_rawlen(pointer, index)))
    var place: lua_Integer = 1
    while place <= count {
      lua_rawgeti(pointer, index, place)
      let isEmpty = type(top + 1) == LUA_TTABLE && lua_rawlen(pointer, top + 1) == 0
      if !isEmpty && !looksLikeInlines(top + 1) { return false }
      lua_settop(pointer, top)
      place += 1
    }
    return true
  }

  mutating func lines(_ index: Int32) throws(DocumentLuaError) -> [[Inline]] {
    try list(index) { reader, at throws(DocumentLuaError) in try reader.inlines(at) }
  }

  /// The entries of a definition list, or one entry alone.
  mutating func definitions(_ index: Int32) throws(DocumentLuaError) -> [Definition] {
    do throws(DocumentLuaError) {
      return try list(index) { reader, at throws(DocumentLuaError) in try reader.definition(at) }
    } catch {
      guard type(index) == LUA_TTABLE, lua_rawlen(pointer, index) == 2 else { throw error }
      lua_rawgeti(pointer, index, 1)
      let isList = type(-1) == LUA_TTABLE
      lk_pop(pointer, 1)
      guard isList, let single = try? definition(index) else { throw error }
      return [single]
    }
  }

  /// A pair of a term and its meanings: a list of what ``blocks(_:)`` takes, or one of these.
  mutating func definition(_ index: Int32) throws(DocumentLuaError) -> Definition {
    guard type(index) == LUA_TTABLE else {
      throw unexpected("pair of a term and its meanings", index)
    }
    let top = lua_gettop(pointer)
    defer { lua_settop(pointer, top) }
    lua_rawgeti(pointer, index, 1)
    let term = try inlines(top + 1)
    lua_rawgeti(pointer, index, 2)
    let meanings: [[Block]]
    if type(top + 2) == LUA_TTABLE {
      meanings = try list(top + 2) { reader, at throws(DocumentLuaError) in try reader.blocks(at) }
    } else {
      meanings = [try blocks(top + 2)]
    }
    return Definition(term: term, meanings: meanings)
  }
}
