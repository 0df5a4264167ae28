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

  override func make(in stack: LuaStack, _ this: UnsafeMutableRawPointer)
    -> UnsafeMutablePointer<lk_type>
  {
    let pointer = stack.pointer
    let type = lk_push_row_type(pointer, id, this, name).unsafelyUnwrapped
    for event in events {
      lk_set_row_metamethod(pointer, type, event.name, event.rawValue)
    }
    return type
  }
}

/// The rows of one object in one state. They and the object live as long as this: a script that holds a row for longer
/// gets an error from it.
public final class LuaRows<Source: LuaRowSource> {
  public let core: LuaCore
  public let source: Source
  @usableFromInline let number: UInt32

  /// - Parameter stack: of the state whose scripts get the rows.
  @inlinable
  public init(_ source: Source, on stack: LuaStack) {
    core = LuaCore.of(stack.pointer)
    self.source = source
    number = lk_add_source(
      stack.pointer, Unmanaged.passUnretained(source).toOpaque(),
      Source.luaRowType.type(in: stack))
  }

  deinit {
    if let pointer = core.pointer { lk_let_go_of_source(pointer, number) }
  }

  /// Pushes a row: the same value each time, so that `==` and table keys work as authors expect.
  ///
  /// - Parameter row: from 0, below 2^40.
  @inlinable
  public func push(_ row: Int, onto stack: LuaStack) {
    precondition(
      LuaCore.of(stack.pointer) === core, "a row was passed to another state than its own")
    precondition(row >= 0 && row >> Int(LK_ROW_BITS) == 0, "a row's number is from 0, below 2^40")
    lk_push_row(stack.pointer, number, Int64(row))
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
    guard let found = lk_row_at(stack.pointer, index, type, &number) else { return nil }
    return LuaRow(
      source: Unmanaged<Source>.fromOpaque(found).takeUnretainedValue(), number: Int(number))
  }
}
