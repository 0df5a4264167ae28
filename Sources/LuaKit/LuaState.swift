internal import CLua
internal import CLuaKit

/// A Lua 5.4 state: its globals, its scripts, and the door between them and Swift.
///
/// A state has one owner and isn't `Sendable`: the compiler proves that no two threads use it at once. It may be sent
/// to another thread whole, as a `sending` value, with everything that refers to it. Never `await` while Lua is on the
/// stack; nothing here is `async`, so the types see to that too.
public final class LuaState {
  @usableFromInline let core: LuaCore

  /// Which functions scripts find.
  public enum Library: Sendable {
    /// What a stranger's script may have: no files, processes, native modules, bytecode or debug functions, and every
    /// function keeps to the limits. See `docs/threat-model.md`.
    case sandbox
    /// Lua's own library, whole. For scripts that are as trusted as the program itself, and for tests.
    case standard
    /// No function at all.
    case none
  }

  /// Opens a state.
  ///
  /// - Parameters:
  ///   - library: what scripts find in it.
  ///   - limits: when a script is stopped; they hold in a sandboxed state.
  ///   - output: where `print` goes.
  ///   - world: clock and randomness as scripts see them.
  public init(
    library: Library = .sandbox, limits: LuaLimits = .default, output: LuaOutput = .init(),
    world: LuaWorld = .fixed
  ) {
    // The core needs its state and the state its core; the pointer is set before anybody looks.
    core = LuaCore(output: output)
    core.state = Unmanaged.passUnretained(self)
    guard let pointer = lk_open(LuaEntry.table, Unmanaged.passUnretained(core).toOpaque()) else {
      preconditionFailure("the machine has no memory left for a Lua state")
    }
    core.pointer = pointer
    open(library, limits: limits, world: world)
  }

  deinit { close() }

  /// Closes the state and releases every Swift object it holds. References to it are empty from then on.
  public func close() {
    guard let pointer = core.pointer else { return }
    precondition(lk_hostof(pointer).pointee.depth == 0, "a Lua state was closed while it ran")
    core.pointer = nil
    lk_close(pointer)
    // What the core holds may hold the core.
    core.modules = LuaModules()
    core.context = nil
    core.output = LuaOutput()
  }

  /// The main stack.
  @inlinable
  public var stack: LuaStack {
    guard let pointer = core.pointer else {
      preconditionFailure("a Lua state was used after it was closed")
    }
    return LuaStack(pointer)
  }

  /// The table of globals.
  public var globals: LuaTable {
    lk_push_globals(stack.pointer)
    return LuaTable(popping: stack)
  }

  /// A new table.
  public func table(array: Int = 0, hash: Int = 0) -> LuaTable {
    stack.pushTable(array: array, hash: hash)
    return LuaTable(popping: stack)
  }

  /// A reference to any value that Swift can push.
  public func reference<T: LuaReference>(to value: some LuaWritable, as type: T.Type = T.self) -> T?
  where T: LuaReadable {
    stack.push(value)
    defer { stack.pop() }
    return T.read(from: stack, at: -1)
  }

  /// A place for the embedder's own context, reached from every callback through ``LuaStack/state``. Lua keeps it
  /// alive until the state closes.
  public var context: AnyObject? {
    get { core.context }
    set { core.context = newValue }
  }

  /// The bytes that Lua holds now, and what objects were charged for.
  public var usedBytes: Int { Int(lk_hostof(stack.pointer).pointee.used) }

  /// Collects all garbage now.
  public func collectGarbage() { lk_collect(stack.pointer) }
}
