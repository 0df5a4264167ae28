import CDocumentLua
import CLuaKit
import DocumentModel
import JSONCodec
import LuaKit

/// `pandoc.json`.
enum JSONModule {
  static var functions: [ModuleFunction] {
    [
      ModuleFunction("encode") { arguments in
        var buffer = ByteBuffer()
        var writer = LuaJSONWriter(stack: arguments.stack)
        try writer.write(1, to: &buffer)
        if writer.hasForeign { sortKeys(&buffer) }
        buffer.withBytes { arguments.stack.push(bytes: UnsafeRawBufferPointer($0)) }
        return 1
      },
      ModuleFunction("decode") { arguments in
        let stack = arguments.stack
        guard let bytes = stack.withBytes(1, { Array($0) }) else {
          throw arguments.reader.unexpected("string", 1)
        }
        let makesElements = arguments.isAbsent(2) || lua_toboolean(stack.pointer, 2) != 0
        if makesElements, push(elementsOf: bytes, onto: stack) { return 1 }
        guard let value = try? JSONValue(parsing: bytes) else {
          stack.pushNil()
          return 1
        }
        push(value, onto: stack)
        return 1
      },
    ]
  }

  /// The most bytes that are read back to bring their keys into order.
  private static let mostSorted = 16 << 20

  /// Brings the keys of all objects into order, as pandoc writes them; what is no JSON, or very long, stays as it is.
  private static func sortKeys(_ buffer: inout ByteBuffer) {
    let bytes = buffer.array()
    guard bytes.count <= mostSorted, let value = try? JSONValue(parsing: bytes) else { return }
    buffer = ByteBuffer()
    sorted(value).write(to: &buffer)
  }

  private static func sorted(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let items): return .array(items.map(sorted))
    case .object(let object):
      var ordered = JSONObject()
      for member in object.members.sorted(by: {
        $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
      }) {
        ordered.append(member.key, sorted(member.value))
      }
      return .object(ordered)
    default: return value
    }
  }

  /// Pushes the element, list of elements or document that the text is, if it is one.
  private static func push(elementsOf bytes: [UInt8], onto stack: LuaStack) -> Bool {
    guard let first = bytes.first(where: { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 })
    else { return false }
    func decode<Value>(
      _ read: (inout PandocJSONDecoder) throws(JSONError) -> Value
    ) -> Value? {
      bytes.withUnsafeBytes { bytes in
        var decoder = PandocJSONDecoder(bytes)
        return try? read(&decoder)
      }
    }
    if first == UInt8(ascii: "[") {
      if let inlines = decode({ decoder throws(JSONError) in try decoder.readInlines() }) {
        stack.push(inlines)
        return true
      }
      if let blocks = decode({ decoder throws(JSONError) in try decoder.readBlocks() }) {
        stack.push(blocks)
        return true
      }
      return false
    }
    guard first == UInt8(ascii: "{") else { return false }
    if let inline = decode({ decoder throws(JSONError) in try decoder.readInline() }) {
      stack.push(inline)
    } else if let block = decode({ decoder throws(JSONError) in try decoder.readBlock() }) {
      stack.push(block)
    } else if let document = decode({ decoder throws(JSONError) in try decoder.readPandoc() }) {
      stack.push(document)
    } else {
      return false
    }
    return true
  }

  static func push(_ value: JSONValue, onto stack: LuaStack) {
    _ = lua_checkstack(stack.pointer, 6)
    switch value {
    case .null: lua_pushlightuserdata(stack.pointer, nil)
    case .bool(let flag): lua_pushboolean(stack.pointer, flag ? 1 : 0)
    case .integer(let number): stack.push(number)
    case .double(let number):
      if let integer = Int(exactly: number) { stack.push(integer) } else { stack.push(number) }
    case .bigNumber(let text): stack.push(Double(text) ?? .infinity)
    case .string(let text): stack.push(text: text)
    case .array(let values): stack.pushList(values, .list) { push($0, onto: stack) }
    case .object(let object):
      stack.pushTable(hash: object.count)
      for member in object.members {
        push(member.value, onto: stack)
        stack.rawSet(-2, member.key)
      }
    }
  }
}

/// Writes Lua values as JSON: a table with items as an array, any other as an object with its keys in order.
struct LuaJSONWriter {
  let stack: LuaStack
  private var depth = 0
  /// Whether an element or an object wrote itself, by an order of keys of its own.
  private(set) var hasForeign = false

  init(stack: LuaStack) { self.stack = stack }

  mutating func write(_ index: Int32, to buffer: inout ByteBuffer) throws {
    let pointer = stack.pointer
    depth += 1
    defer { depth -= 1 }
    if depth > Pandoc.maximumDepth {
      throw DocumentLuaError("the value is nested without end, or too deep")
    }
    try stack.reserve(10)
    if try writeByMetamethod(index, to: &buffer) { return }
    switch lua_type(pointer, index) {
    case LUA_TNIL, LUA_TNONE: buffer.append("null")
    case LUA_TLIGHTUSERDATA where lua_touserdata(pointer, index) == nil: buffer.append("null")
    case LUA_TBOOLEAN:
      lua_toboolean(pointer, index) != 0 ? buffer.append("true") : buffer.append("false")
    case LUA_TNUMBER: writeNumber(index, to: &buffer)
    case LUA_TSTRING: buffer.appendJSON(ElementReader(stack).optionalText(index) ?? "")
    case LUA_TTABLE: try writeTable(index, to: &buffer)
    default:
      throw DocumentLuaError("\(ElementReader(stack).got(index)) can't be written as JSON")
    }
  }

  private func writeNumber(_ index: Int32, to buffer: inout ByteBuffer) {
    let number = lua_tonumberx(stack.pointer, index, nil)
    if lua_isinteger(stack.pointer, index) != 0 {
      buffer.append(decimal: Int(lua_tointegerx(stack.pointer, index, nil)))
    } else if let integer = Int(exactly: number) {
      buffer.append(decimal: integer)
    } else {
      buffer.appendJSON(number)
    }
  }

  /// What an object's `__tojson` gives, if it has one.
  private mutating func writeByMetamethod(_ index: Int32, to buffer: inout ByteBuffer) throws
    -> Bool
  {
    let pointer = stack.pointer
    guard lua_type(pointer, index) == LUA_TTABLE || lua_type(pointer, index) == LUA_TUSERDATA,
      luaL_getmetafield(pointer, index, "__tojson") != LUA_TNIL
    else { return false }
    let function = lua_gettop(pointer)
    defer { lua_settop(pointer, function - 1) }
    try stack.call(results: 1) {
      lua_pushvalue(pointer, function)
      lua_pushvalue(pointer, index)
    }
    guard let text = ElementReader(stack).optionalText(lua_gettop(pointer)) else {
      throw DocumentLuaError("__tojson returned no string")
    }
    buffer.append(text)
    hasForeign = true
    return true
  }

  private mutating func writeTable(_ index: Int32, to buffer: inout ByteBuffer) throws {
    let pointer = stack.pointer
    let count = lua_Integer(bitPattern: UInt64(lua_rawlen(pointer, index)))
    if count > 0 || dl_list_at(pointer, index) >= 0 {
      buffer.append("[")
      for place in 0..<count {
        if place > 0 { buffer.append(",") }
        lua_rawgeti(pointer, index, place + 1)
        try write(lua_gettop(pointer), to: &buffer)
        stack.pop()
      }
      buffer.append("]")
      return
    }
    var keys: [String] = []
    stack.forEachPair(Int(index)) {
      if lua_type(pointer, -2) == LUA_TSTRING, let key = stack.read(-2, as: String.self) {
        keys.append(key)
      }
    }
    keys.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    buffer.append("{")
    for (place, key) in keys.enumerated() {
      if place > 0 { buffer.append(",") }
      buffer.appendJSON(key)
      buffer.append(":")
      stack.rawGet(Int(index), key)
      try write(lua_gettop(pointer), to: &buffer)
      stack.pop()
    }
    buffer.append("}")
  }
}
