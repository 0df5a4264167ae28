public import CLua
public import CLuaKit
internal import Synchronization

/// What C knows of a type: something to ask, by key id.
public class LuaTypeBase: @unchecked Sendable {
  /// Finds the type's metatable in a state.
  @usableFromInline let id: Int
  public let name: String
  private static let count = Atomic<Int>(0)

  /// What C asks, by request: an object's address, a key id (negative: unknown), the stack. Made where the object's
  /// class is known, so that the compiler specialises them; a method of a generic class would go through witnesses.
  @usableFromInline let get: (UnsafeMutableRawPointer, Int, LuaStack) throws -> LuaReturn
  @usableFromInline let set: (UnsafeMutableRawPointer, Int, LuaStack) throws -> LuaReturn
  @usableFromInline let metamethod: (LuaEvent, LuaStack) throws -> LuaReturn

  @usableFromInline
  init(
    name: String, get: @escaping (UnsafeMutableRawPointer, Int, LuaStack) throws -> LuaReturn,
    set: @escaping (UnsafeMutableRawPointer, Int, LuaStack) throws -> LuaReturn,
    metamethod: @escaping (LuaEvent, LuaStack) throws -> LuaReturn
  ) {
    self.name = name
    self.get = get
    self.set = set
    self.metamethod = metamethod
    id = Self.count.wrappingAdd(1, ordering: .relaxed).oldValue
  }

  /// Makes the metatable in a state and leaves it on the stack.
  func pushNewMetatable(_ stack: LuaStack) {}

  @usableFromInline
  func makeMetatable(_ stack: LuaStack) -> LuaCore.Metatable {
    _ = lua_checkstack(stack.pointer, 20)
    pushNewMetatable(stack)
    let address = lua_topointer(stack.pointer, -1).unsafelyUnwrapped
    let made = LuaCore.Metatable(reference: lk_ref(stack.pointer), address: address)
    let core = stack.core
    while core.metatables.count <= id { core.metatables.append(nil) }
    core.metatables[id] = made
    return made
  }

  @inlinable @inline(__always)
  func metatable(_ stack: LuaStack) -> LuaCore.Metatable {
    let core = stack.core
    if id < core.metatables.count, let made = core.metatables[id] { return made }
    return makeMetatable(stack)
  }
}

/// A class as scripts see it: made once, as a `static let`, and good for every state.
public final class LuaType<Object: LuaObject>: LuaTypeBase, @unchecked Sendable {
  public typealias Method = @Sendable (Object, LuaStack) throws -> LuaReturn

  @usableFromInline let keys: [Object.LuaKey]
  @usableFromInline let keepsIdentity: Bool
  @usableFromInline let methods: [(name: String, body: Method)]
  @usableFromInline let events: [LuaEvent]

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
    self.keys = keys
    self.keepsIdentity = keepsIdentity
    self.methods = methods
    self.events = events
    super.init(
      name: name,
      get: { object, id, stack in
        try Unmanaged<Object>.fromOpaque(object)._withUnsafeGuaranteedRef {
          id >= 0 ? try $0.luaGet(keys[id], stack) : try $0.luaGetUnknown(stack)
        }
      },
      set: { object, id, stack in
        try Unmanaged<Object>.fromOpaque(object)._withUnsafeGuaranteedRef {
          if id >= 0 { try $0.luaSet(keys[id], stack) } else { try $0.luaSetUnknown(stack) }
        }
        return .none
      },
      metamethod: { event, stack in try Object.luaMetamethod(event, stack) })
  }

  override func pushNewMetatable(_ stack: LuaStack) {
    let pointer = stack.pointer
    let this = Unmanaged.passUnretained(self).toOpaque()
    // The types are `static let`s and live as long as the process; one that isn't must live as long too.
    _ = Unmanaged.passRetained(self)
    stack.pushTable(hash: keys.count + methods.count)
    for (id, key) in keys.enumerated() { stack.rawSet(-1, key.rawValue, id) }
    for (name, body) in methods {
      stack.pushFunction { stack in
        guard let object = self.read(from: stack, at: 1) else {
          throw LuaError.argument(1, expected: self.name, stack: stack)
        }
        return try body(object, stack)
      }
      stack.rawSet(-2, name)
    }
    lk_push_metatable(pointer, this, name)
    for event in events { lk_set_metamethod(pointer, this, event.name, event.rawValue) }
    lk_remove(pointer, -2)
  }

  @inlinable
  func push(_ object: Object, onto stack: LuaStack) {
    let pointer = stack.pointer
    _ = lua_checkstack(pointer, 8)
    let unmanaged = Unmanaged.passUnretained(object)
    if keepsIdentity, lk_push_cached(pointer, unmanaged.toOpaque()) { return }
    _ = lk_push_ref(pointer, metatable(stack).reference)
    lk_push_object(
      pointer, unmanaged.retain().toOpaque(), Unmanaged.passUnretained(self).toOpaque(), 0)
    if keepsIdentity { lk_cache_object(pointer, unmanaged.toOpaque()) }
  }

  @inlinable
  func read(from stack: LuaStack, at index: Int32) -> Object? {
    guard let found = lk_object_at(stack.pointer, index, metatable(stack).address) else {
      return nil
    }
    return Unmanaged<Object>.fromOpaque(found).takeUnretainedValue()
  }

  /// The error for a key that doesn't exist, with the nearest that does.
  public func unknownKey(_ stack: LuaStack) -> LuaError {
    guard stack.kind(2) == .string, let key = stack.read(2, as: String.self) else {
      return LuaError("a \(name) has no field of type \(stack.typeName(2))")
    }
    let known = keys.map(\.rawValue) + methods.map(\.name)
    let hint = LuaSpelling.nearest(to: key, in: known).map { "; did you mean '\($0)'?" } ?? ""
    return LuaError("a \(name) has no field '\(key)'\(hint)")
  }
}
