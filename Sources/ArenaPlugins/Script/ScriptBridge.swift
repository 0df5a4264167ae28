import ArenaModel
import DocumentLua
import DocumentModel
import LuaKit
import Programs

/// A plugin's Lua state and what its scripts see in it: the arena that is attached for a run, one proxy for each record,
/// and the few globals beside Lua's safe library.
final class ScriptBridge {
  let state: LuaState
  var locales: Locales
  /// The name of the format that the plugin is; nil for other kinds.
  var formatName: String?

  /// The arena of the run; nil outside one.
  private(set) var arena: ScriptArena?
  /// Where assignments go; nil: read-only here.
  private(set) var writer: (any ScriptWriting)?
  /// What the host answers for other plugins, for `arena:findings()` and `arena:chapters()`.
  private(set) var services: ScriptServices?

  let records = ScriptRecords()
  /// The same as Lua sees them.
  let rows: LuaRows<ScriptRecords>
  var formatProxies: [String: FormatProxy] = [:]
  var methods: [LuaFunction?] = Array(repeating: nil, count: ScriptMethod.allCases.count)
  /// `pandoc.List`, once the document module is open.
  var listMaker: LuaValue = .nil
  var documents: PandocModule?
  /// The processor time of a call that the state was last told, in seconds.
  private var allowed = ScriptTime.writing
  /// What the document module tells of its surroundings.
  var surroundings = PandocEnvironment.sandboxed

  /// - Parameter modules: what `require` finds beside the host's modules.
  init(
    limits: LuaLimits, output: LuaOutput, modules: @escaping (String) throws -> LuaModuleSource?
  ) throws {
    var limits = limits
    // A supervised child is there to be ended, rather than hang or crash without a word.
    if SupervisedChild.isChild { limits.mayEndProcess = true }
    state = LuaState(library: .sandbox, limits: limits, output: output, world: .fixed)
    rows = LuaRows(records, on: state.stack)
    locales = Locales(language: "en")
    state.context = Weak(self)
    try openGlobals(modules)
  }

  /// The bridge of the state that a callback runs in.
  static func of(_ stack: LuaStack) throws -> ScriptBridge {
    guard let bridge = (stack.state.context as? Weak)?.bridge else {
      throw LuaError("the plugin that this belongs to is gone")
    }
    return bridge
  }

  /// The state keeps its context alive and the bridge its state: one of the two must not count.
  private final class Weak {
    weak var bridge: ScriptBridge?
    init(_ bridge: ScriptBridge) { self.bridge = bridge }
  }

  // MARK: - Runs

  /// Runs `work` with an arena to see, and to write to where there is a writer. Runs nest: an action that another
  /// format's action calls finds its own arena again when it comes back.
  func running<Result>(
    on arena: ScriptArena, writer: (any ScriptWriting)? = nil,
    services: ScriptServices? = nil, _ work: () throws -> Result
  ) throws -> Result {
    let before = (self.arena, self.writer, self.services)
    if before.0 !== arena {
      records.startAnew()
      formatProxies.removeAll()
    }
    (self.arena, self.writer) = (arena, writer)
    self.services = services ?? before.2
    allow(writer == nil ? arena.readingSeconds : ScriptTime.writing)
    defer {
      if let outer = before.0 { allow(before.1 == nil ? outer.readingSeconds : ScriptTime.writing) }
      (self.arena, self.writer, self.services) = before
      if before.0 != nil, before.0 !== arena {
        records.startAnew()
        formatProxies.removeAll()
      }
    }
    return try work()
  }

  /// A script inside a write holds up everybody; one that reads holds up nobody but whoever asked.
  private func allow(_ seconds: Double) {
    guard seconds != allowed else { return }
    allowed = seconds
    state.setTimeLimits(cpuSeconds: seconds, wallSeconds: seconds * 10 + 40)
  }

  /// Shows an arena until another one is shown: for tests, which make theirs in the middle of a run.
  func attach(
    _ arena: ScriptArena?, writer: (any ScriptWriting)?, services: ScriptServices?
  ) {
    (self.arena, self.writer, self.services) = (arena, writer, services)
    records.startAnew()
    formatProxies.removeAll()
  }

  func attached() throws -> ScriptArena {
    guard let arena else {
      throw LuaError("there is no arena here; plugin.lua itself runs without one")
    }
    return arena
  }

  func writing() throws -> any ScriptWriting {
    guard let writer else {
      throw LuaError("read-only here; only an action, a hook or an importer can change the arena")
    }
    return writer
  }

  // MARK: - Globals

  /// Globals can't be set, and unknown ones raise with a did-you-mean; `pandoc` is opened when it is first used.
  private func openGlobals(_ modules: @escaping (String) throws -> LuaModuleSource?) throws {
    state.setOwnChunks(prefix: "pandoc:")
    let sorted = try state.load(Self.sortedSource, name: "pandoc:sorted")
    state.globals["sorted"] = try sorted.call(as: LuaValue.self)
    state.setRequire(resolver: modules)
    let metatable = state.table()
    metatable.setFunction("__index") { [weak self] stack in
      guard let self else { return .none }
      let name = stack.read(2, as: String.self) ?? stack.typeName(2)
      if Self.lazyGlobals.contains(name) {
        try self.openDocuments(stack)
        stack.push(self.state.globals[name])
        return 1
      }
      if PandocModule.lateGlobals.contains(name) {
        stack.push(try self.documentModule().lateGlobal(name).map(LuaValue.table) ?? .nil)
        return 1
      }
      let known = self.state.globals.pairs.compactMap(\.key.string) + ["pandoc"]
      throw LuaError(
        "there is no '\(name)' here" + Phrase.didYouMean(name, among: known, otherwise: "")
          + (Suggestion.nearest(to: name, among: known) == nil
            ? "; is it a local that isn't declared?" : ""))
    }
    metatable.setFunction("__newindex") { stack in
      let name = stack.read(2, as: String.self) ?? stack.typeName(2)
      throw LuaError("globals can't be set; write local \(name) = …")
    }
    metatable.setRaw("__metatable", false)
    state.globals.setMetatable(metatable)
  }

  /// What opening the document module defines.
  static let lazyGlobals: Set<String> = [
    "pandoc", "FORMAT", "PANDOC_VERSION", "PANDOC_API_VERSION", "PANDOC_SCRIPT_FILE",
    "PANDOC_STATE", "PANDOC_READER_OPTIONS", "PANDOC_WRITER_OPTIONS",
  ]

  /// Numbers, then texts, then all else by its text.
  private static let sortedSource = """
    local rank = { number = 1, string = 2, boolean = 3 }
    local function less(a, b)
      local ra, rb = rank[type(a)] or 4, rank[type(b)] or 4
      if ra ~= rb then return ra < rb end
      if ra <= 2 then return a < b end
      return tostring(a) < tostring(b)
    end
    local function sorted(t, order)
      local keys, n = {}, 0
      for key in pairs(t) do n = n + 1; keys[n] = key end
      table.sort(keys, order or less)
      local i = 0
      return function()
        i = i + 1
        local key = keys[i]
        if key ~= nil then return key, t[key] end
      end
    end
    return sorted
    """
}

/// The processor time that one call of a plugin's function may take, in seconds.
package enum ScriptTime {
  /// Inside a transaction, while others wait for the file.
  package static let writing = 2.0
  /// On a snapshot: checks, views, proposals, reporters, filters. `--seconds` says otherwise.
  package static let reading = 30.0
}

/// What needs other plugins than the one that asks.
struct ScriptServices {
  let findings: () throws -> [Finding]
  /// What the formats add to the arena's report at a place, about a record.
  let chapters: (PartDeclaration.At, Record?) throws -> [Block]
}

/// What scripts inside a transaction can do to the arena.
protocol ScriptWriting: AnyObject {
  var actor: Actor? { get }
  var now: Instant { get }
  func set(_ field: ScriptField, of id: RecordID, to value: ScriptValue) throws
  func setOwn(_ name: String, of id: RecordID, to value: ScriptValue) throws
  func add(_ type: RecordType, _ values: [ScriptValue.Entry]) throws -> RecordID
  func remove(_ id: RecordID) throws
  func act(_ action: String, _ values: [ScriptValue.Entry]) throws -> RecordID?
  func tell(_ text: String)
  func object(_ text: String) throws
  func take(_ entry: LuaValue, _ values: [ScriptValue.Entry]) throws -> RecordID?
}
