internal import CLua
internal import CLuaKit

/// Any Lua value. For where the type isn't known; typed reads are several times faster.
public enum LuaValue: LuaConvertible {
  case `nil`
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case table(LuaTable)
  case function(LuaFunction)
  case userdata(LuaUserdata)
  case thread(LuaThread)

  public static var luaTypeName: String { "value" }

  public func push(onto stack: LuaStack) {
    switch self {
    case .nil: stack.pushNil()
    case .boolean(let value): value.push(onto: stack)
    case .integer(let value): value.push(onto: stack)
    case .number(let value): value.push(onto: stack)
    case .string(let value): value.push(onto: stack)
    case .table(let value): value.push(onto: stack)
    case .function(let value): value.push(onto: stack)
    case .userdata(let value): value.push(onto: stack)
    case .thread(let value): value.push(onto: stack)
    }
  }

  public static func read(from stack: LuaStack, at index: Int32) -> LuaValue? {
    at(index, of: stack)
  }

  static func at(_ index: Int32, of stack: LuaStack) -> LuaValue {
    switch stack.kind(Int(index)) {
    case .none, .nil, .lightUserdata: .nil
    case .boolean: .boolean(lua_toboolean(stack.pointer, index) != 0)
    case .number:
      lua_isinteger(stack.pointer, index) != 0
        ? .integer(Int(lua_tointegerx(stack.pointer, index, nil)))
        : .number(lua_tonumberx(stack.pointer, index, nil))
    case .string: .string(String.read(from: stack, at: index) ?? "")
    case .table: .table(LuaTable(holding: index, of: stack))
    case .function: .function(LuaFunction(holding: index, of: stack))
    case .userdata: .userdata(LuaUserdata(holding: index, of: stack))
    case .thread: .thread(LuaThread(holding: index, of: stack))
    }
  }

  public var isNil: Bool { if case .nil = self { true } else { false } }
  public var string: String? { if case .string(let value) = self { value } else { nil } }
  public var integer: Int? { if case .integer(let value) = self { value } else { nil } }
  public var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
  public var table: LuaTable? { if case .table(let value) = self { value } else { nil } }
  public var function: LuaFunction? { if case .function(let value) = self { value } else { nil } }

  /// A number of either kind.
  public var number: Double? {
    switch self {
    case .number(let value): value
    case .integer(let value): Double(value)
    default: nil
    }
  }

  /// What Lua's `type` says.
  public var typeName: String {
    switch self {
    case .nil: "nil"
    case .boolean: "boolean"
    case .integer, .number: "number"
    case .string: "string"
    case .table: "table"
    case .function: "function"
    case .userdata: "userdata"
    case .thread: "thread"
    }
  }
}

extension LuaValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(nilLiteral: ()) { self = .nil }
}
