package import ArenaModel
import LuaKit

/// Runs the checks of plugins: each is called once for every record that it is about, and what it gives becomes findings
/// with the texts filled in the arena's language.
package struct CheckRunner {
  private let plugin: Plugin
  private let arena: ScriptArena

  package init(_ plugin: Plugin, on arena: ScriptArena) {
    self.plugin = plugin
    self.arena = arena
  }

  /// The findings of all the plugin's checks, in the order of the checks and then of the records. A check that fails is
  /// a finding itself: what the others found isn't lost for it.
  package func findings() -> [Finding] {
    var out: [Finding] = []
    for check in plugin.checks {
      do {
        out += try findings(of: check)
      } catch {
        out.append(.failed(error, in: plugin.name, language: arena.language))
        // A limit that was reached ends the plugin's state; its other checks would all say the same.
        if (try? plugin.bridge)?.state.trippedLimit != nil { break }
      }
    }
    return out
  }

  package func findings(of check: CheckDeclaration) throws -> [Finding] {
    guard let when = try plugin.function("checks", check.name, "when") else { return [] }
    var out: [Finding] = []
    let isFinding = arena.isFinding
    arena.isFinding = true
    defer { arena.isFinding = isFinding }
    let bridge = try plugin.bridge
    let arenaID = try arena.arena().id
    try bridge.running(on: arena) {
      for id in try records(of: check) {
        guard let record = try arena.record(id) else { continue }
        try PluginFailure.naming(
          plugin, "checks.\(check.name)", on: try? arena.name(of: record)
        ) {
          let value = try bridge.call(when, .record(id), nil, [.record(arenaID)])
          for values in try occasions(value, when) {
            out.append(try finding(check, on: record, values))
          }
        }
      }
    }
    return out
  }

  private func records(of check: CheckDeclaration) throws -> [RecordID] {
    let all: [RecordID] =
      if check.each == .arena {
        [try arena.arena().id]
      } else if check.eachSlot {
        try arena.slots()
      } else {
        try arena.all(check.each)
      }
    guard let format = plugin.format, !check.isArenaWide, check.each != .arena else { return all }
    return try all.filter { id in
      guard let record = try arena.record(id) else { return false }
      return try arena.format(of: record).map { $0.name == format.name } ?? true
    }
  }

  /// What `when` gave, as the values of one finding each.
  private func occasions(_ value: ScriptValue, _ when: LuaFunction) throws
    -> [[ScriptValue.Entry]]
  {
    switch value {
    case .none, .boolean(false): return []
    case .boolean(true): return [[]]
    case .table(let entries): return [entries]
    case .record(let id): return [[.init("record", .record(id))]]
    case .records(let ids): return ids.map { [.init("record", .record($0))] }
    case .list(let list): return try list.flatMap { try occasions($0, when) }
    default:
      throw LuaError(
        kind: .runtime,
        message: "when gives false, true, a table of values or a list of such tables, and gave "
          + "\(try arena.shown(value))", position: when.definition)
    }
  }

  private func finding(
    _ check: CheckDeclaration, on record: Record, _ values: [ScriptValue.Entry]
  ) throws -> Finding {
    var about = record
    if case .record(let id)? = values.last(where: { $0.key == "record" })?.value,
      let named = try arena.record(id)
    {
      about = named
    }
    func say(_ text: String, _ key: String) throws -> String {
      do {
        return try arena.say(
          text, values: { key in values.last { $0.key == key }?.value }, about: about,
          locales: plugin.locales)
      } catch let error as ModelError {
        throw PluginError.raised(
          plugin: plugin.name, function: "checks.\(check.name).\(key)",
          record: try? arena.name(of: record), message: "\(error)")
      }
    }
    return Finding(
      severity: check.severity, check: "\(plugin.name)/\(check.name)",
      message: try say(check.message, "message"), fix: try say(check.fix, "fix"),
      record: about.type == .arena ? nil : about.id)
  }
}

extension Finding {
  fileprivate static func failed(_ error: any Error, in plugin: String, language: String)
    -> Finding
  {
    Finding(
      .checkFailed, ["error": .text("\(error)"), "plugin": .text(plugin)], in: language)
  }
}

extension PluginHost {
  /// Everything that the formats of the arena and the check plugins find, worst first.
  package func findings(in arena: ScriptArena) throws -> [Finding] {
    if let known = arena.findings { return known }
    guard !arena.isFinding else {
      throw LuaError(
        "the findings are being looked for; a check can't ask for them. A view or a reporter can")
    }
    var found = try sharedFindings(in: arena)
    for format in arena.formats {
      if let plugin = try plugin(ofFormat: format.name) {
        found += CheckRunner(plugin, on: arena).findings()
      }
    }
    for folder in library.folders(thatMayBe: .check) {
      do {
        let plugin = try library.plugin(folder.name)
        if plugin.manifest.kind == .check { found += CheckRunner(plugin, on: arena).findings() }
      } catch {
        found.append(.failed(error, in: folder.name, language: arena.language))
      }
    }
    let sorted = found.stablySorted { $0.severity > $1.severity }
    arena.findings = sorted
    return sorted
  }

  /// The rules that every format shares.
  private func sharedFindings(in arena: ScriptArena) throws -> [Finding] {
    let declarations = try arena.formats.map { try declaration($0.name) }
    return try Rules.findings(
      in: arena.reading, declarations: declarations, language: arena.language)
  }
}
