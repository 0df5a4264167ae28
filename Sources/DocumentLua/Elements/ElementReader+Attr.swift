import CDocumentLua
import CLuaKit
import DocumentModel
import LuaKit

extension ElementReader {
  /// An Attr: an element, a string as identifier, a triple, or a table like HTML's attributes.
  mutating func attr(_ index: Int32) throws(DocumentLuaError) -> Attr {
    switch type(index) {
    case LUA_TSTRING: return Attr(try text(index))
    case LUA_TTABLE: return try attrTable(index)
    case LUA_TUSERDATA:
      if let attr = try optionalAttr(index) { return attr }
    default: break
    }
    throw unexpected("Attr, string, or table", index)
  }

  mutating func optionalAttr(_ index: Int32) throws(DocumentLuaError) -> Attr? {
    guard var attr = value(.attr, index, as: Attr.self) else { return nil }
    if let identifier = try slot(
      1, of: index, { reader, at throws(DocumentLuaError) in try reader.text(at) })
    {
      attr.identifier = identifier
    }
    if let classes = try slot(
      2, of: index, { reader, at throws(DocumentLuaError) in try reader.strings(at) })
    {
      attr.classes = classes
    }
    if let attributes = try slot(
      3, of: index, { reader, at throws(DocumentLuaError) in try reader.attributes(at) })
    {
      attr.attributes = attributes
    }
    return attr
  }

  mutating func strings(_ index: Int32) throws(DocumentLuaError) -> [String] {
    try list(index) { reader, at throws(DocumentLuaError) in try reader.text(at) }
  }

  mutating func attrTable(_ index: Int32) throws(DocumentLuaError) -> Attr {
    guard lua_rawlen(pointer, index) == 0 else {
      let top = lua_gettop(pointer)
      defer { lua_settop(pointer, top) }
      lua_rawgeti(pointer, index, 1)
      lua_rawgeti(pointer, index, 2)
      lua_rawgeti(pointer, index, 3)
      let identifier = try text(top + 1)
      let classes = (try? strings(top + 2)) ?? []
      let attributes = (try? self.attributes(top + 3)) ?? []
      return Attr(identifier, classes: classes, attributes: attributes)
    }
    var attr = Attr()
    for attribute in try keyedAttributes(index) {
      switch attribute.name {
      case "id": attr.identifier = attribute.value
      case "class":
        attr.classes = attribute.value.split { $0.isWhitespace }.map(String.init)
      default: attr.attributes.append(attribute)
      }
    }
    return attr
  }

  /// Attributes: an AttributeList, a list of pairs, or a table from names to values.
  mutating func attributes(_ index: Int32) throws(DocumentLuaError) -> [Attribute] {
    if let made = value(.attributeList, index, as: [Attribute].self) {
      return try slot(1, of: index) { reader, at throws(DocumentLuaError) in
        try reader.attributes(at)
      } ?? made
    }
    guard type(index) == LUA_TTABLE else {
      throw unexpected("AttributeList or table of attributes", index)
    }
    if lua_rawlen(pointer, index) == 0 { return try keyedAttributes(index) }
    return try list(index) { reader, at throws(DocumentLuaError) in try reader.attribute(at) }
  }

  func attribute(_ index: Int32) throws(DocumentLuaError) -> Attribute {
    guard type(index) == LUA_TTABLE else { throw unexpected("pair of name and value", index) }
    let top = lua_gettop(pointer)
    defer { lua_settop(pointer, top) }
    lua_rawgeti(pointer, index, 1)
    lua_rawgeti(pointer, index, 2)
    return Attribute(try text(top + 1), try text(top + 2))
  }

  /// The pairs of a table, ordered by name: Lua's own order differs from run to run.
  private mutating func keyedAttributes(_ index: Int32) throws(DocumentLuaError) -> [Attribute] {
    var attributes: [Attribute] = []
    try eachPair(index) { reader, key, value throws(DocumentLuaError) in
      attributes.append(Attribute(try reader.text(key), try reader.text(value)))
    }
    return attributes.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Calls `body` with the places of each key and value of a table.
  mutating func eachPair(
    _ index: Int32,
    _ body: (inout ElementReader, Int32, Int32) throws(DocumentLuaError) -> Void
  ) throws(DocumentLuaError) {
    try enter()
    defer { leave() }
    let top = lua_gettop(pointer)
    lua_pushnil(pointer)
    // A raw `next` of a key that the table gave can't fail.
    while lua_next(pointer, index) != 0 {
      do {
        try body(&self, top + 1, top + 2)
      } catch {
        lua_settop(pointer, top)
        throw error
      }
      lua_settop(pointer, top + 1)
    }
  }

  mutating func listAttributes(_ index: Int32) throws(DocumentLuaError) -> ListAttributes {
    if var attributes = value(.listAttributes, index, as: ListAttributes.self) {
      if let start = try slot(
        1, of: index, { reader, at throws(DocumentLuaError) in try reader.integer(at) })
      {
        attributes.start = start
      }
      if let style = try slot(
        2, of: index, { reader, at throws(DocumentLuaError) in try reader.numberStyle(at) })
      {
        attributes.style = style
      }
      if let delimiter = try slot(
        3, of: index, { reader, at throws(DocumentLuaError) in try reader.numberDelimiter(at) })
      {
        attributes.delimiter = delimiter
      }
      return attributes
    }
    guard type(index) == LUA_TTABLE, lua_rawlen(pointer, index) == 3 else {
      throw unexpected("ListAttributes or triple of start, style and delimiter", index)
    }
    let top = lua_gettop(pointer)
    defer { lua_settop(pointer, top) }
    for place in 1...3 { lua_rawgeti(pointer, index, lua_Integer(place)) }
    return ListAttributes(
      start: try integer(top + 1), style: try numberStyle(top + 2),
      delimiter: try numberDelimiter(top + 3))
  }

  func numberStyle(_ index: Int32) throws(DocumentLuaError) -> ListNumberStyle {
    try member("name of a ListNumberStyle, such as Decimal,", index) {
      ListNumberStyle(rawValue: $0)
    }
  }

  func numberDelimiter(_ index: Int32) throws(DocumentLuaError) -> ListNumberDelimiter {
    try member("name of a ListNumberDelim, such as Period,", index) {
      ListNumberDelimiter(rawValue: $0)
    }
  }

  func citationMode(_ index: Int32) throws(DocumentLuaError) -> CitationMode {
    try member("NormalCitation, AuthorInText or SuppressAuthor", index) {
      CitationMode(rawValue: $0)
    }
  }

  mutating func citation(_ index: Int32) throws(DocumentLuaError) -> Citation {
    guard
      var citation = try part(.citation, index, as: Citation.self, depth: { $0.depth })
    else {
      throw unexpected("Citation", index)
    }
    func inlines(_ reader: inout ElementReader, _ at: Int32) throws(DocumentLuaError) -> [Inline] {
      try reader.inlines(at)
    }
    if let id = try slot(
      1, of: index, { reader, at throws(DocumentLuaError) in try reader.text(at) })
    {
      citation.id = id
    }
    if let mode = try slot(
      2, of: index, { reader, at throws(DocumentLuaError) in try reader.citationMode(at) })
    {
      citation.mode = mode
    }
    if let prefix = try slot(3, of: index, inlines) { citation.prefix = prefix }
    if let suffix = try slot(4, of: index, inlines) { citation.suffix = suffix }
    if let number = try slot(
      5, of: index, { reader, at throws(DocumentLuaError) in try reader.integer(at) })
    {
      citation.noteNumber = number
    }
    if let hash = try slot(
      6, of: index, { reader, at throws(DocumentLuaError) in try reader.integer(at) })
    {
      citation.hash = hash
    }
    return citation
  }
}
