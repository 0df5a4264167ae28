public import CLua
public import CLuaKit
internal import Synchronization

/// What C knows of a type: something to ask, by key id.
public class LuaTypeBase: @unchecked Sendable {
  /// What C asks with: an object's address, a key id (negative: unknown), a row's number, the stack.
  public typealias Getter = (UnsafeMutableRawPointer, Int, Int, LuaStack) throws -> LuaReturn
  public typealias Setter = (UnsafeMutableRawPointer, Int, Int, LuaStack) throws -> Void

  /// Finds the type in a state.
  @usableFromInline let id: Int32
  public let name: String
  private static let count = Atomic<Int32>(0)

  // Made where the object's class is known, so that the compiler specialises them; a method of a generic class would
  // go through witnesses.
  @usableFromInline let get: Getter
  @usableFromInline let set: Setter
  @usableFromInline let metamethod: (LuaEvent, LuaStack) throws -> LuaReturn

  /// What scripts can name, and the metamethods that are answered.
  @usableFromInline let fields: [String]
  @usableFromInline let events: [LuaEvent]

  @usableFromInline
  init(
    name: String, fields: [String], events: [LuaEvent], get: @escaping Getter,
    set: @escaping Setter, metamethod: @escaping (LuaEvent, LuaStack) throws -> LuaReturn
  ) {
    self.name = name
    self.fields = fields
    self.events = events
    self.get = get
    self.set = set
    self.metamethod = metamethod
    id = Self.count.wrappingAdd(1, ordering: .relaxed).oldValue
  }

  var methodNames: [String] { [] }
  /// Adds the methods to the table of keys on top.
  func setMethods(_ stack: LuaStack) {}

  /// The type in a state.
  @inlinable @inline(__always)
  func type(in stack: LuaStack) -> UnsafeMutablePointer<lk_type> {
    lk_type_at(stack.pointer, id) ?? made(in: stack)
  }

  @usableFromInline @inline(never)
  func made(in stack: LuaStack) -> UnsafeMutablePointer<lk_type> {
    let pointer = stack.pointer
    _ = lua_checkstack(pointer, 20)
    // The types are `static let`s and live as long as the process; one that isn't must live as long too.
    let this = Unmanaged.passRetained(self).toOpaque()
    stack.pushTable(hash: fields.count + methodNames.count)
    for (id, field) in fields.enumerated() { stack.rawSet(-1, field, id) }
    setMethods(stack)
    let type = make(in: stack, this)
    stack.pop()
    return type
  }

  /// Makes the type out of the table of keys on top, and leaves its metatable there instead.
  func make(in stack: LuaStack, _ this: UnsafeMutableRawPointer) -> UnsafeMutablePointer<lk_type> {
    let type = lk_push_type(stack.pointer, id, this, name).unsafelyUnwrapped
    for event in events { lk_set_metamethod(stack.pointer, this, event.name, event.rawValue) }
    return type
  }

  /// The error for a key that doesn't exist, with the nearest that does.
  public func unknownKey(_ stack: LuaStack) -> LuaError {
    guard stack.kind(2) == .string, let key = stack.read(2, as: String.self) else {
      return LuaError("a \(name) has no field of type \(stack.typeName(2))")
    }
    let hint =
      LuaSpelling.nearest(to: key, in: fields + methodNames)
      .map { "; did you mean '\($0)'?" } ?? ""
    return LuaError("a \(name) has no field '\(key)'\(hint)")
  }
}

/// A class as scripts see it: made once, as a `static let`, and good for every state.
public final class LuaType<Object: LuaObject>: LuaTypeBase, @unchecked Sendable {
  public typealias Method = @Sendable (Object, LuaStack) throws -> LuaReturn

  @usableFromInline let keepsIdentity: Bool
  @usableFromInline let methods: [(name: String, body: Method)]

  /// - Parameters:
  ///   - name: what messages call an object of this type.
  ///   - events: the metamethods that ``LuaObject/luaMetamethod(_:_:)`` answers.
  ///   - keepsIdentity: whether the same Swift object is always the same userdata, so that `==` and table keys work
  ///     as authors expect. It costs a lookup for each push; leave it out for objects made for one push.
  ///   - methods: functions that scripts call as `object:name(...)`; their arguments start at index 2.
  @inlinable
  public init(
    name: String, events: [LuaEvent] = [], keepsIdentity: Bool = true,
    methods: [(name: String, body: Method)] = []
  ) {
    let keys = Array(Object.LuaKey.allCases)
    self.keepsIdentity = keepsIdentity
    self.methods = methods
    super.init(
      name: name, fields: keys.map(\.rawValue), events: events,
      get: { object, id, _, stack in
        try Unmanaged<Object>.fromOpaque(object)._withUnsafeGuaranteedRef {
          id >= 0 ? try $0.luaGet(keys[id], stack) : try $0.luaGetUnknown(stack)
        }
      },
      set: { object, id, _, stack in
        try Unmanaged<Object>.fromOpaque(object)._withUnsafeGuaranteedRef {
          if id >= 0 { try $0.luaSet(keys[id], stack) } else { try $0.luaSetUnknown(stack) }
        }
      },
      metamethod: { event, stack in try Object.luaMetamethod(event, stack) })
  }

  override var methodNames: [String] { methods.map(\.name) }

  override func setMethods(_ stack: LuaStack) {
    for (name, body) in methods {
      stack.pushFunction { stack in
        guard let object = self.read(from: stack, at: 1) else {
          throw LuaError.argument(1, expected: self.name, stack: stack)
        }
        return try body(object, stack)
      }
      stack.rawSet(-2, name)
    }
  }

  @inlinable
  func push(_ object: Object, onto stack: LuaStack) {
    let pointer = stack.pointer
    _ = lua_checkstack(pointer, 8)
    let unmanaged = Unmanaged.passUnretained(object)
    if keepsIdentity, lk_push_cached(pointer, unmanaged.toOpaque()) { return }
    lk_push_object(pointer, unmanaged.retain().toOpaque(), type(in: stack))
    if keepsIdentity { lk_cache_object(pointer, unmanaged.toOpaque()) }
  }

  @inlinable
  func read(from stack: LuaStack, at index: Int32) -> Object? {
    let this = Unmanaged.passUnretained(self).toOpaque()
    guard let found = lk_object_at(stack.pointer, index, this) else { return nil }
    return Unmanaged<Object>.fromOpaque(found).takeUnretainedValue()
  }
}
