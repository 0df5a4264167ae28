public import CLua
public import CLuaKit

/// A Swift object that holds many small things, each of which scripts hold as a value of its own: the records of a file,
/// say. A row is a number, so no Swift object is made, retained or released for one, and Lua runs no finaliser when
/// it collects it; 100,000 rows cost a script what it reads of them. `docs/luakit.md` has an example.
///
/// A row stands for the same thing as long as a script may hold it: its number isn't given to another.
public protocol LuaRowSource: AnyObject {
  /// The fields that scripts can name; ``LuaNoKeys`` if there are none.
  associatedtype LuaKey: RawRepresentable<String> & CaseIterable & Sendable

  /// The rows' name and metamethods: a `static let`.
  static var luaRowType: LuaRowType<Self> { get }

  /// Answers a read: pushes the value.
  func luaGet(_ key: LuaKey, row: Int, _ stack: LuaStack) throws -> LuaReturn
  /// Answers an assignment; the value is at index 3.
  func luaSet(_ key: LuaKey, row: Int, _ stack: LuaStack) throws
  /// Answers a read of a key that is no field; it is at index 2.
  func luaGetUnknown(row: Int, _ stack: LuaStack) throws -> LuaReturn
  /// Answers an assignment to a key that is no field; it is at index 2, the value at 3.
  func luaSetUnknown(row: Int, _ stack: LuaStack) throws
  /// Answers a metamethod that ``LuaRowType`` lists. Equality needs none: the same row is the same value.
  static func luaMetamethod(_ event: LuaEvent, _ stack: LuaStack) throws -> LuaReturn
}

extension LuaRowSource {
  public func luaSet(_ key: LuaKey, row: Int, _ stack: LuaStack) throws {
    throw LuaError("\(Self.luaRowType.name).\(key.rawValue) can't be assigned")
  }

  /// By default an error, with the nearest name that exists.
  public func luaGetUnknown(row: Int, _ stack: LuaStack) throws -> LuaReturn {
    throw Self.luaRowType.unknownKey(stack)
  }

  public func luaSetUnknown(row: Int, _ stack: LuaStack) throws {
    throw Self.luaRowType.unknownKey(stack)
  }

  public static func luaMetamethod(_ event: LuaEvent, _ stack: LuaStack) throws -> LuaReturn {
    throw LuaError("a \(luaRowType.name) can't do \(event.name)")
  }
}

/// The rows of a class as scripts see them: made once, as a `static let`, and good for every state.
public final class LuaRowType<Source: LuaRowSource>: LuaTypeBase, @unchecked Sendable {
  @inlinable
  public init(name: String, events: [LuaEvent] = []) {
    let keys = Array(Source.LuaKey.allCases)
    super.init(
      name: name, fields: keys.map(\.rawValue), events: events,
      get: { source, id, row, stack in
        try Unmanaged<Source>.fromOpaque(source)._withUnsafeGuaranteedRef {
          id >= 0
            ? try $0.luaGet(keys[id], row: row, stack) : try $0.luaGetUnknown(row: row, stack)
        }
      },
      set: { source, id, row, stack in
        try Unmanaged<Source>.fromOpaque(source)._withUnsafeGuaranteedRef {
          if id >= 0 {
            try $0.luaSet(keys[id], row: row, stack)
          } else {
            try $0.luaSetUnknown(row: row, stack)
          }
        }
      },
      metamethod: { event, stack in try Source.luaMetamethod(event, stack) })
  }

  override var hasRows: Bool { true }
}

/// The rows of one object in one state. Lua holds the object as long as this or any of its rows is held.
public final class LuaRows<Source: LuaRowSource>: LuaReference {
  @usableFromInline let holder: UnsafeMutableRawPointer
  @usableFromInline let type: UnsafeMutablePointer<lk_type>

  /// - Parameter stack: of the state whose scripts get the rows.
  @inlinable
  public init(_ source: Source, on stack: LuaStack) {
    _ = lua_checkstack(stack.pointer, 8)
    type = Source.luaRowType.type(in: stack)
    holder =
      lk_push_rows(stack.pointer, Unmanaged.passRetained(source).toOpaque(), type)
      .unsafelyUnwrapped
    super.init(popping: stack)
  }

  /// Pushes a row: the same value each time, so that `==` and table keys work as authors expect.
  @inlinable
  public func push(_ row: Int, onto stack: LuaStack) {
    precondition(
      LuaCore.of(stack.pointer) === core, "a row was passed to another state than its own")
    lk_push_row(stack.pointer, reference, holder, type, Int64(row))
  }
}

/// A row that a script passed.
public struct LuaRow<Source: LuaRowSource>: LuaReadable {
  public static var luaTypeName: String { Source.luaRowType.name }

  public let source: Source
  public let number: Int

  @inlinable
  init(source: Source, number: Int) {
    self.source = source
    self.number = number
  }

  @inlinable
  public static func read(from stack: LuaStack, at index: Int32) -> LuaRow? {
    var number: Int64 = 0
    let type = Unmanaged.passUnretained(Source.luaRowType).toOpaque()
    guard let found = lk_object_at(stack.pointer, index, type, &number) else { return nil }
    return LuaRow(
      source: Unmanaged<Source>.fromOpaque(found).takeUnretainedValue(), number: Int(number))
  }
}
