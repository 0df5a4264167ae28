public import CLua
public import CLuaKit

/// A type whose values Lua can be given.
public protocol LuaWritable {
  /// Pushes exactly one value.
  func push(onto stack: LuaStack)
}

/// A type whose values can be read from Lua, raw: no metamethod runs, and nothing is raised.
public protocol LuaReadable {
  /// What messages call it: `number`, `string`, ...
  static var luaTypeName: String { get }
  /// The value at `index`, or nil if there is none of this type.
  static func read(from stack: LuaStack, at index: Int32) -> Self?
}

public typealias LuaConvertible = LuaReadable & LuaWritable

extension Bool: LuaConvertible {
  public static var luaTypeName: String { "boolean" }
  @inlinable public func push(onto stack: LuaStack) { lua_pushboolean(stack.pointer, self ? 1 : 0) }
  @inlinable public static func read(from stack: LuaStack, at index: Int32) -> Bool? {
    lua_type(stack.pointer, index) == LUA_TBOOLEAN
      ? lua_toboolean(stack.pointer, index) != 0 : nil
  }
}

/// Lua's integers are 64 bits. Floats with an integral value and strings that read as one convert, as in Lua's own
/// library (manual, section 3.4.3).
extension Int: LuaConvertible {
  public static var luaTypeName: String { "integer" }
  @inlinable public func push(onto stack: LuaStack) { lua_pushinteger(stack.pointer, Int64(self)) }
  @inlinable public static func read(from stack: LuaStack, at index: Int32) -> Int? {
    let integer = lk_integer_at(stack.pointer, index)
    return integer.found ? Int(integer.value) : nil
  }
}

extension Double: LuaConvertible {
  public static var luaTypeName: String { "number" }
  @inlinable public func push(onto stack: LuaStack) { lua_pushnumber(stack.pointer, self) }
  @inlinable public static func read(from stack: LuaStack, at index: Int32) -> Double? {
    let number = lk_number_at(stack.pointer, index)
    return number.found ? number.value : nil
  }
}

/// Bytes that aren't UTF-8 are repaired on the way in; ``LuaStack/withBytes(_:_:)`` and `[UInt8]` give them as they
/// are. A number reads as its text, as in Lua's own library.
extension String: LuaConvertible {
  public static var luaTypeName: String { "string" }

  @inlinable public func push(onto stack: LuaStack) {
    // Native strings, nearly all, are pushed from where they are.
    if utf8.withContiguousStorageIfAvailable({ stack.push(bytes: UnsafeRawBufferPointer($0)) })
      != nil
    {
      return
    }
    var copy = self
    copy.withUTF8 { stack.push(bytes: UnsafeRawBufferPointer($0)) }
  }

  @inlinable public static func read(from stack: LuaStack, at index: Int32) -> String? {
    let pointer = stack.pointer
    var length = 0
    switch lua_type(pointer, index) {
    case LUA_TSTRING:
      let bytes = lk_bytes(pointer, index, &length)
      return String(
        decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
    case LUA_TNUMBER:
      lua_pushvalue(pointer, index)
      defer { lk_pop(pointer, 1) }
      let bytes = lk_bytes(pointer, -1, &length)
      return String(
        decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
    default: return nil
    }
  }
}

extension Substring: LuaWritable {
  @inlinable public func push(onto stack: LuaStack) {
    var copy = self
    copy.withUTF8 { stack.push(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension StaticString: LuaWritable {
  @inlinable public func push(onto stack: LuaStack) {
    withUTF8Buffer { stack.push(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// A list of bytes is a string in Lua, byte for byte; a list of anything else is a table.
extension Array: LuaWritable where Element: LuaWritable {
  @inlinable public func push(onto stack: LuaStack) {
    if let bytes = self as? [UInt8] {
      bytes.withUnsafeBytes { stack.push(bytes: $0) }
      return
    }
    _ = lua_checkstack(stack.pointer, 4)
    stack.pushTable(array: count)
    for index in indices {
      self[index].push(onto: stack)
      stack.rawSet(-2, item: index + 1)
    }
  }
}

/// Reads a list item by item, raw; nil if any item is of another type.
extension Array: LuaReadable where Element: LuaReadable {
  public static var luaTypeName: String { "list" }

  @inlinable public static func read(from stack: LuaStack, at index: Int32) -> [Element]? {
    let pointer = stack.pointer
    if Element.self == UInt8.self {
      return stack.withBytes(Int(index)) { Array<UInt8>($0) } as? [Element]
    }
    guard lua_type(pointer, index) == LUA_TTABLE, lua_checkstack(pointer, 4) != 0 else {
      return nil
    }
    let table = lua_absindex(pointer, index)
    let count = stack.rawLength(Int(table))
    var result: [Element] = []
    result.reserveCapacity(count)
    for item in 0..<count {
      stack.rawGet(Int(table), item: item + 1)
      defer { lk_pop(pointer, 1) }
      guard let element = Element.read(from: stack, at: -1) else { return nil }
      result.append(element)
    }
    return result
  }
}

/// Only inside `[UInt8]`, which stands for a string of bytes; a single one is an integer.
extension UInt8: LuaConvertible {
  public static var luaTypeName: String { "integer" }
  @inlinable public func push(onto stack: LuaStack) { lua_pushinteger(stack.pointer, Int64(self)) }
  @inlinable public static func read(from stack: LuaStack, at index: Int32) -> UInt8? {
    Int.read(from: stack, at: index).flatMap { UInt8(exactly: $0) }
  }
}

/// A dictionary becomes a table. Its keys are written in order, so that the table's own order is the same each time.
extension Dictionary: LuaWritable where Key == String, Value: LuaWritable {
  @inlinable public func push(onto stack: LuaStack) {
    _ = lua_checkstack(stack.pointer, 4)
    stack.pushTable(hash: count)
    for (key, value) in self.sorted(by: { $0.key < $1.key }) {
      stack.rawSet(-1, key, value)
    }
  }
}

/// A table with string keys only.
extension Dictionary: LuaReadable where Key == String, Value: LuaReadable {
  public static var luaTypeName: String { "table" }

  @inlinable public static func read(from stack: LuaStack, at index: Int32) -> [String: Value]? {
    guard stack.kind(Int(index)) == .table, lua_checkstack(stack.pointer, 4) != 0 else {
      return nil
    }
    var result: [String: Value] = [:]
    do {
      try stack.forEachPair(Int(index)) { () throws(LuaMismatch) in
        guard stack.kind(-2) == .string, let key = String.read(from: stack, at: -2),
          let value = Value.read(from: stack, at: -1)
        else { throw LuaMismatch() }
        result[key] = value
      }
    } catch {
      return nil
    }
    return result
  }
}

/// nil, both ways. As a parameter it is one that may be left out.
extension Optional: LuaWritable where Wrapped: LuaWritable {
  @inlinable public func push(onto stack: LuaStack) {
    if let self { self.push(onto: stack) } else { lua_pushnil(stack.pointer) }
  }
}

extension Optional: LuaReadable where Wrapped: LuaReadable {
  public static var luaTypeName: String { "\(Wrapped.luaTypeName) or nil" }

  @inlinable public static func read(from stack: LuaStack, at index: Int32) -> Wrapped?? {
    if lua_type(stack.pointer, index) <= LUA_TNIL { return .some(nil) }
    guard let value = Wrapped.read(from: stack, at: index) else { return nil }
    return .some(.some(value))
  }
}

/// An item of another type inside a table that is read whole.
@usableFromInline
struct LuaMismatch: Error {
  @usableFromInline init() {}
}
