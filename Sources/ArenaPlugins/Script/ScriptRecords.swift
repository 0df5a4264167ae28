import ArenaModel
import LuaKit

/// The records that the scripts of one Lua state have met, by number. One record has one number, and so is one Lua value,
/// throughout a run; a number isn't given anew, since a script may keep a record longer. Nothing but its name and kind
/// is kept.
final class ScriptRecords: LuaRowSource {
  static let luaRowType = LuaRowType<ScriptRecords>(name: "record", events: [.tostring, .eq])

  private(set) var proxies: [RecordProxy] = []
  private var numbers: [RecordID: Int] = [:]

  /// The number of a record that scripts have met in this run.
  func number(of id: RecordID) -> Int? { numbers[id] }

  /// Another arena is seen now, whose records may have the same names.
  func startAnew() { numbers.removeAll(keepingCapacity: true) }

  func add(_ proxy: RecordProxy) -> Int {
    numbers[proxy.id] = proxies.count
    proxies.append(proxy)
    return proxies.count - 1
  }

  /// A name that some record type has, as field or method.
  struct LuaKey: RawRepresentable, CaseIterable, Sendable {
    let place: Int
    var rawValue: String { Self.names[place] }
    init(place: Int) { self.place = place }
    init?(rawValue: String) {
      guard let place = Self.names.firstIndex(of: rawValue) else { return nil }
      self.place = place
    }
    static let allCases = names.indices.map(LuaKey.init(place:))
    private static let names: [String] = {
      var names = Set(ScriptMethod.allCases.map(\.rawValue))
      for type in RecordType.allCases { names.formUnion(ScriptSchema.fields(of: type).map(\.name)) }
      names.insert("actor")
      return names.sorted()
    }()
  }

  func luaGet(_ key: LuaKey, row: Int, _ stack: LuaStack) throws -> LuaReturn {
    try proxies[row].get(key, stack)
  }

  func luaGetUnknown(row: Int, _ stack: LuaStack) throws -> LuaReturn {
    throw proxies[row].unknown(stack.read(2, as: String.self) ?? "[\(stack.typeName(2))]")
  }

  func luaSet(_ key: LuaKey, row: Int, _ stack: LuaStack) throws {
    try proxies[row].set(key, stack)
  }

  func luaSetUnknown(row: Int, _ stack: LuaStack) throws {
    _ = try ScriptBridge.of(stack).writing()
    throw proxies[row].unknown(stack.read(2, as: String.self) ?? "[\(stack.typeName(2))]")
  }

  static func luaMetamethod(_ event: LuaEvent, _ stack: LuaStack) throws -> LuaReturn {
    let one = stack.read(1, as: RecordProxy.self)
    if event == .eq {
      return stack.result(one != nil && one?.id == stack.read(2, as: RecordProxy.self)?.id)
    }
    guard let one else { return stack.result("record") }
    let arena = try ScriptBridge.of(stack).attached()
    guard let record = try arena.record(one.id) else { return stack.result("(\(one.noun))") }
    return stack.result(try arena.name(of: record))
  }
}
