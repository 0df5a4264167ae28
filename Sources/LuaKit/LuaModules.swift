internal import CLua
internal import CLuaKit

/// The text of a module, found by a resolver.
public struct LuaModuleSource: Sendable {
  public var text: [UInt8]
  /// What messages call it; see ``LuaState/load(_:name:environment:)``.
  public var name: String

  public init(text: [UInt8], name: String) {
    self.text = text
    self.name = name
  }
}

/// What `require` finds: the host's modules first, then what the resolver knows.
struct LuaModules {
  var host: [String: (LuaStack) throws -> Void] = [:]
  var resolver: ((String) throws -> LuaModuleSource?)?
  var environment: LuaTable?
  var loaded: LuaTable?
  var loading: [String] = []

  /// What is there without `require`, too. Not `os`: three of its clocks are all that there is, and whoever requires
  /// it by name hopes for more.
  static let standard: Set<String> = ["_G", "coroutine", "math", "string", "table", "utf8"]
}

extension LuaState {
  /// Gives scripts a module of the host under `name`: `open` pushes its value, once, when it is first required.
  public func addModule(_ name: String, open: @escaping (LuaStack) throws -> Void) {
    core.modules.host[name] = open
  }

  /// Gives scripts `require`: for names that aren't the host's, `resolver` finds the text, or says nil. Modules run
  /// with `environment` as their globals. A folder's resolver is ``LuaFolder/resolver``.
  public func setRequire(
    environment: LuaTable? = nil, resolver: @escaping (String) throws -> LuaModuleSource?
  ) {
    core.modules.resolver = resolver
    core.modules.environment = environment
  }

  /// Defines `require` in `globals`; modules are kept in a table of their own that scripts can't reach.
  func openRequire() {
    core.modules.loaded = table()
    globals.setFunction("require", luaRequire)
  }
}

private func luaRequire(_ stack: LuaStack) throws -> LuaReturn {
  let core = stack.core
  let name = try stack.argument(1, as: String.self)
  guard let loaded = core.modules.loaded else { throw LuaError("require isn't open") }
  stack.push(loaded)
  if stack.rawGet(-1, name) != .nil { return 1 }
  stack.pop()
  if core.modules.loading.contains(name) {
    let way = (core.modules.loading + [name]).joined(separator: " -> ")
    throw LuaError("the modules require each other in a circle: \(way)")
  }
  core.modules.loading.append(name)
  defer { core.modules.loading.removeLast() }
  let base = stack.count
  if let open = core.modules.host[name] {
    try open(stack)
  } else if let source = try core.modules.resolver?(name) {
    let function = try source.text.withUnsafeBytes { bytes in
      try stack.state.load(bytes, name: source.name, environment: core.modules.environment)
    }
    try stack.call(results: 1) {
      stack.push(function)
      stack.push(name)
    }
  } else if LuaModules.standard.contains(name) {
    // As scripts for any Lua write it. A file of that name beside the script comes first.
    lk_push_globals(stack.pointer)
    if name != "_G" {
      stack.rawGet(-1, name)
      lk_remove(stack.pointer, -2)
    }
  } else {
    let names = core.modules.host.keys.sorted()
    let hint = LuaSpelling.nearest(to: name, in: names).map { "; did you mean '\($0)'?" } ?? ""
    let host = names.isEmpty ? "" : " The host's modules are \(names.joined(separator: ", "))."
    throw LuaError("there is no module '\(name)' beside this script\(hint).\(host)")
  }
  stack.setCount(base + 1)
  if stack.isNil(-1) {
    stack.pop()
    stack.push(true)
  }
  stack.copy(-1)
  stack.rawSet(base, name)
  return 1
}
