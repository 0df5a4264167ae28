import CDocumentLua
import CLuaKit
import DocumentModel
import LuaKit

/// Reads Lua values as values of the document model, with the coercions that pandoc's scripts count on.
///
/// Reads are raw but for `__toinline` and `__toblock`, whose calls are protected. Indices are absolute.
struct ElementReader {
  let stack: LuaStack
  /// How many values lie around the one being read; a list that contains itself ends here.
  private var depth = 0
  /// How many elements lie around the one being read.
  private var nesting = 0
  /// How deep the elements that were read lie in each other, those inside Swift values included.
  private(set) var deepest = 0

  init(_ stack: LuaStack) { self.stack = stack }

  var pointer: OpaquePointer { stack.pointer }

  // MARK: Errors

  func got(_ index: Int32) -> String {
    if let node = dl_node_at(pointer, index), let kind = Kind(rawValue: node.pointee.kind) {
      return kind.isInline || kind.isBlock ? "\(kind.tag) (\(kind.typeName))" : kind.typeName
    }
    if index > lua_gettop(pointer) { return "no value" }
    return stack.typeName(Int(index))
  }

  func unexpected(_ expected: String, _ index: Int32) -> DocumentLuaError {
    DocumentLuaError("\(expected) expected, got \(got(index))")
  }

  // MARK: Basics

  /// Enters a nested value: makes room on Lua's stack, and ends what is nested without end.
  mutating func enter() throws(DocumentLuaError) {
    depth += 1
    if depth > Pandoc.maximumDepth {
      throw DocumentLuaError(
        "elements lie in each other more than \(Pandoc.maximumDepth) deep; does a list contain itself?"
      )
    }
    if lua_checkstack(pointer, 12) == 0 { throw DocumentLuaError("no room on Lua's stack") }
  }

  mutating func leave() { depth -= 1 }

  /// Enters an element: what was read whole, as it was made, counts with all that lies in it. Without an end, values
  /// that a script wraps in each other for ever would run off the stack of whoever walks or releases them.
  @inline(__always)
  mutating func enter(
    _ node: UnsafeMutablePointer<dl_node>, _ depthOfValue: () -> Int
  ) throws(DocumentLuaError) {
    try enter()
    if node.pointee.depth == 0 {
      node.pointee.depth = Int16(clamping: max(1, depthOfValue()))
    }
    deepest = max(deepest, nesting + Int(node.pointee.depth))
    if deepest > Pandoc.maximumDepth {
      depth -= 1
      throw DocumentLuaError(
        "elements lie in each other more than \(Pandoc.maximumDepth) deep")
    }
    nesting += 1
  }

  /// The Swift value behind a part of an element, such as a cell or a citation, counted as ``enter(_:_:)`` does.
  mutating func part<Value>(
    _ kind: Kind, _ index: Int32, as: Value.Type, depth depthOfValue: (Value) -> Int
  ) throws(DocumentLuaError) -> Value? {
    guard let value = value(kind, index, as: Value.self), let node = dl_node_at(pointer, index)
    else { return nil }
    try enter(node) { depthOfValue(value) }
    leaveElement()
    return value
  }

  mutating func leaveElement() {
    depth -= 1
    nesting -= 1
  }

  @inline(__always)
  func type(_ index: Int32) -> Int32 { lua_type(pointer, index) }

  /// A string or a number as text.
  @inline(__always)
  func optionalText(_ index: Int32) -> String? {
    let type = type(index)
    guard type == LUA_TSTRING || type == LUA_TNUMBER else { return nil }
    if type == LUA_TNUMBER { lua_pushvalue(pointer, index) }
    var length = 0
    let bytes = lua_tolstring(pointer, type == LUA_TNUMBER ? -1 : index, &length)
    let text = String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
    if type == LUA_TNUMBER { lk_pop(pointer, 1) }
    return text
  }

  func text(_ index: Int32) throws(DocumentLuaError) -> String {
    guard let text = optionalText(index) else { throw unexpected("string", index) }
    return text
  }

  func integer(_ index: Int32) throws(DocumentLuaError) -> Int {
    var isInteger: Int32 = 0
    let number = lua_tointegerx(pointer, index, &isInteger)
    guard isInteger != 0 else { throw unexpected("integer", index) }
    return Int(number)
  }

  func number(_ index: Int32) -> Double? {
    var isNumber: Int32 = 0
    let number = lua_tonumberx(pointer, index, &isNumber)
    return isNumber != 0 ? number : nil
  }

  /// The member of an enum that goes by a name.
  func member<Member>(
    _ expected: String, _ index: Int32, _ make: (String) -> Member?
  ) throws(DocumentLuaError) -> Member {
    let name = try text(index)
    guard let member = make(name) else {
      throw DocumentLuaError("\(expected) expected, got \"\(name)\"")
    }
    return member
  }

  /// The elements of the table at `index`, each read by `element` from the top of the stack.
  @inline(__always)
  mutating func list<Element>(
    _ index: Int32,
    _ element: (inout ElementReader, Int32) throws(DocumentLuaError) -> Element
  ) throws(DocumentLuaError) -> [Element] {
    guard type(index) == LUA_TTABLE else { throw unexpected("table", index) }
    try enter()
    defer { leave() }
    let count = lua_rawlen(pointer, index)
    var elements: [Element] = []
    elements.reserveCapacity(Int(truncatingIfNeeded: count))
    let top = lua_gettop(pointer)
    var place: lua_Integer = 1
    while place <= lua_Integer(bitPattern: UInt64(count)) {
      lua_rawgeti(pointer, index, place)
      do {
        elements.append(try element(&self, top + 1))
      } catch {
        lua_settop(pointer, top)
        throw error.within("item \(place)")
      }
      lua_settop(pointer, top)
      place += 1
    }
    return elements
  }

  /// What the slot holds that was filled or set, or nil where it is as the element was made.
  @inline(__always)
  mutating func slot<Value>(
    _ slot: Int32, of index: Int32,
    _ read: (inout ElementReader, Int32) throws(DocumentLuaError) -> Value
  ) throws(DocumentLuaError) -> Value? {
    if lua_getiuservalue(pointer, index, slot) == LUA_TNIL {
      lk_pop(pointer, 1)
      return nil
    }
    defer { lk_pop(pointer, 1) }
    do {
      return try read(&self, lua_gettop(pointer))
    } catch {
      guard let node = dl_node_at(pointer, index), let kind = Kind(rawValue: node.pointee.kind),
        kind.fields.indices.contains(Int(slot) - 1)
      else { throw error }
      throw error.within("field '\(kind.fields[Int(slot) - 1].name)' of \(kind.tag)")
    }
  }

  /// The field of a plain table, read from the top of the stack; nil where there is none.
  mutating func field<Value>(
    _ name: String, of index: Int32,
    _ read: (inout ElementReader, Int32) throws(DocumentLuaError) -> Value
  ) throws(DocumentLuaError) -> Value? {
    stack.push(text: name)
    if lua_rawget(pointer, index) == LUA_TNIL {
      lk_pop(pointer, 1)
      return nil
    }
    defer { lk_pop(pointer, 1) }
    do {
      return try read(&self, lua_gettop(pointer))
    } catch {
      throw error.within("'\(name)'")
    }
  }

  /// The element's head and kind, if the value is one of our elements.
  @inline(__always)
  func node(_ index: Int32) -> (node: UnsafeMutablePointer<dl_node>, kind: Kind)? {
    guard let node = dl_node_at(pointer, index), let kind = Kind(rawValue: node.pointee.kind)
    else { return nil }
    return (node, kind)
  }

  /// The Swift value behind the element at `index`, if it is of that kind.
  @inline(__always)
  func value<Value>(_ kind: Kind, _ index: Int32, as: Value.Type = Value.self) -> Value? {
    guard let (node, found) = node(index), found == kind, node.pointee.full != 0 else { return nil }
    return dl_value(node).unsafelyUnwrapped.assumingMemoryBound(to: Value.self).pointee
  }

  /// Calls the metamethod `name` of the value at `index`, if it has one, and leaves its result on the stack.
  mutating func callConversion(_ name: String, _ index: Int32) -> Bool {
    if luaL_getmetafield(pointer, index, name) == LUA_TNIL { return false }
    guard type(-1) == LUA_TFUNCTION else {
      lk_pop(pointer, 1)
      return false
    }
    lk_push_handler(pointer)
    lua_rotate(pointer, -2, 1)
    lua_pushvalue(pointer, index)
    let status = lk_pcall(pointer, 1, 1)
    lk_remove(pointer, -2)
    if status != LUA_OK {
      lk_pop(pointer, 1)
      return false
    }
    return true
  }
}
