/// A Swift class whose instances scripts can hold, with fields, methods and metamethods.
///
/// C turns a key that a script reads into a ``LuaKey`` by one lookup in a table of interned strings, and a Swift
/// `switch` answers: no dictionary, no `Any`. `docs/luakit.md` has an example.
public protocol LuaObject: AnyObject, LuaReadable, LuaWritable {
  /// The fields that scripts can name: an enum of strings with `CaseIterable`. ``LuaNoKeys`` if there are none.
  associatedtype LuaKey: RawRepresentable<String> & CaseIterable & Sendable

  /// The type's name, methods and metamethods: a `static let`.
  static var luaType: LuaType<Self> { get }

  /// Answers a read: pushes the value (`return stack.result(title)`).
  func luaGet(_ key: LuaKey, _ stack: LuaStack) throws -> LuaReturn
  /// Answers an assignment; the value is at index 3.
  func luaSet(_ key: LuaKey, _ stack: LuaStack) throws
  /// Answers a read of a key that is no field or method; it is at index 2.
  func luaGetUnknown(_ stack: LuaStack) throws -> LuaReturn
  /// Answers an assignment to a key that is no field; it is at index 2, the value at 3.
  func luaSetUnknown(_ stack: LuaStack) throws
  /// Answers a metamethod that ``LuaType`` lists. The operands start at index 1; with two, either may be of this type.
  static func luaMetamethod(_ event: LuaEvent, _ stack: LuaStack) throws -> LuaReturn
}

extension LuaObject {
  public static var luaTypeName: String { luaType.name }

  public func luaSet(_ key: LuaKey, _ stack: LuaStack) throws {
    throw LuaError("\(Self.luaType.name).\(key.rawValue) can't be assigned")
  }

  /// By default an error, with the nearest name that exists: silence would hide a misspelling.
  public func luaGetUnknown(_ stack: LuaStack) throws -> LuaReturn {
    throw Self.luaType.unknownKey(stack)
  }

  public func luaSetUnknown(_ stack: LuaStack) throws {
    throw Self.luaType.unknownKey(stack)
  }

  public static func luaMetamethod(_ event: LuaEvent, _ stack: LuaStack) throws -> LuaReturn {
    throw LuaError("a \(luaType.name) can't do \(event.name)")
  }

  @inlinable
  public func push(onto stack: LuaStack) {
    Self.luaType.push(self, onto: stack)
  }

  @inlinable
  public static func read(from stack: LuaStack, at index: Int32) -> Self? {
    luaType.read(from: stack, at: index)
  }
}

extension LuaObject where LuaKey == LuaNoKeys {
  public func luaGet(_ key: LuaKey, _ stack: LuaStack) throws -> LuaReturn {}
}

/// For objects without fields.
public enum LuaNoKeys: RawRepresentable, CaseIterable, Sendable {
  public init?(rawValue: String) { return nil }
  public var rawValue: String { switch self {} }
  public static var allCases: [LuaNoKeys] { [] }
}

/// The metamethods that an object may answer (manual, section 2.4). Reads and assignments have methods of their own,
/// and `__gc` and `__metatable` are the binding's.
public enum LuaEvent: Int32, CaseIterable, Sendable {
  case tostring, len, eq, lt, le, concat, call, pairs, close
  case add, sub, mul, div, mod, pow, unm, idiv

  /// Lua's name: `__len`.
  public var name: String { "__\(self)" }

  init(unchecked id: Int32) { self = LuaEvent(rawValue: id) ?? .tostring }
}
