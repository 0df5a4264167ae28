package import ArenaModel
import LuaKit

/// A format as scripts see it: its declarations by position and by name, in the arena's language, and what the arena
/// has of it. Any plugin can read it: it is data that the arena file carries.
final class FormatProxy: LuaObject {
  let format: FormatDeclaration
  private var made: [LuaKey: LuaValue] = [:]

  static let luaType = LuaType<FormatProxy>(name: "format", events: [.tostring, .eq])

  init(_ format: FormatDeclaration) { self.format = format }

  enum LuaKey: String, CaseIterable, Sendable {
    case name, title, summary, version, slot, group, person, contribution
    case nextStep = "next_step"
    case roles, perspectives, composition, templates, remarks, ballots, content, settings
    case programme, phases, actions, checks, proposals, views, parts
    case groups, slots, phase
  }

  func luaGet(_ key: LuaKey, _ stack: LuaStack) throws -> LuaReturn {
    let bridge = try ScriptBridge.of(stack)
    let arena = try bridge.attached()
    switch key {
    case .name: return stack.result(format.name)
    case .version: return stack.result(format.version)
    case .title: return stack.result(translate(format.title, arena))
    case .summary: return stack.result(translate(format.summary, arena))
    case .groups:
      let ids = try arena.all(.group).filter {
        try arena.record($0).map(arena.format)??.name == format.name
      }
      try bridge.push(.records(ids), stack)
    case .slots: try bridge.push(.records(try arena.slots(of: format)), stack)
    case .phase:
      try bridge.push(.text(try arena.phase(of: format)), stack)
    case .settings:
      stack.push(
        try bridge.table(
          try arena.settings(of: format), declared: format.settings, what: "setting"))
    default:
      if let known = made[key] {
        stack.push(known)
        return 1
      }
      let table = try declarations(key, FormatTables(bridge: bridge, format: format, arena: arena))
      made[key] = table
      stack.push(table)
    }
    return 1
  }

  private func translate(_ text: String, _ arena: ScriptArena) -> String {
    format.locales.translate(text, to: arena.language)
  }

  private func declarations(_ key: LuaKey, _ tables: FormatTables) throws -> LuaValue {
    switch key {
    case .slot: return .table(try tables.record(format.slot))
    case .person: return .table(try tables.record(format.person))
    case .nextStep:
      let table = try tables.record(format.nextStep.record)
      table["states"] = try tables.list(format.nextStep.states.map { ($0.naming, []) })
      return .table(table)
    case .group:
      let table = try tables.record(format.group.record)
      table["code"] = .string(format.group.code)
      table["meets"] = .string(format.group.meetsThroughout ? "throughout" : "announced")
      table["corner"] = format.group.corner.map { .string(tables.translate($0)) } ?? .nil
      return .table(table)
    case .contribution:
      let table = try tables.record(format.contribution.record)
      table["code"] = .string(format.contribution.code)
      table["kinds"] = try tables.list(
        format.contribution.kinds.map { kind in
          (
            kind.naming,
            [
              ("refers_to", kind.refersTo.map { .string($0.rawValue) } ?? .nil),
              ("during", try tables.texts(kind.during)),
              ("fields", try tables.fields(kind.fields)),
            ]
          )
        })
      return .table(table)
    case .roles:
      return try tables.list(
        format.roles.map { role in
          (
            role.naming,
            [
              ("count", .string(role.count.description)), ("exclusive", .boolean(role.isExclusive)),
              ("holder", .string(role.holder.rawValue)),
            ]
          )
        })
    case .perspectives: return try tables.list(format.perspectives.map { ($0.naming, []) })
    case .composition:
      guard let composition = format.composition else { return .nil }
      let table = tables.bridge.state.table()
      table["sides"] = try tables.texts(composition.sides)
      table["largest"] = .number(composition.largest)
      return .table(table)
    case .templates:
      return try tables.list(
        format.templates.map { template in
          (
            template.naming,
            [
              ("per", .string(template.per.rawValue)),
              ("fields", try tables.fields(template.fields)),
            ]
          )
        })
    case .remarks:
      return try tables.list(
        format.remarks.map { remark in
          (
            remark.naming,
            [
              ("on", .string(remark.onSlots ? "slot" : remark.on.rawValue)),
              ("fields", try tables.fields(remark.fields)),
            ]
          )
        })
    case .ballots:
      return try tables.list(
        format.ballots.map { ballot in
          (
            ballot.naming,
            [
              ("on", .string(ballot.on.rawValue)), ("dots", .integer(ballot.dots)),
              ("most", ballot.most.map(LuaValue.integer) ?? .nil),
            ]
          )
        })
    case .content:
      return try tables.list(
        format.content.map { ($0.naming, [("text", .string(tables.content($0)))]) })
    case .programme:
      return try tables.list(
        format.programme.map { block in
          let day: LuaValue = if case .day(let day) = block.day { .integer(day) } else { "each" }
          return (
            block.naming,
            [("kind", .string(block.kind)), ("day", day), ("count", .integer(block.count))]
          )
        })
    case .phases:
      return try tables.list(
        format.phases.map { ($0.naming, [("allows", try tables.texts($0.allows))]) })
    case .actions:
      return try tables.list(
        format.actions.map { action in
          (
            action.naming,
            [
              ("as", action.role.map(LuaValue.string) ?? .nil),
              ("agreed_by", action.agreedBy.map(LuaValue.string) ?? .nil),
              ("params", try tables.fields(action.params)),
            ]
          )
        })
    case .checks:
      return try tables.list(
        format.checks.map { ($0.naming, [("severity", .string($0.severity.rawValue))]) })
    case .proposals:
      return try tables.list(
        format.proposals.map { ($0.naming, [("params", try tables.fields($0.params))]) })
    case .views:
      return try tables.list(
        format.views.map { ($0.naming, [("params", try tables.fields($0.params))]) })
    case .parts:
      return try tables.list(format.parts.map { ($0.naming, [("at", .string($0.at.rawValue))]) })
    case .name, .title, .summary, .version, .settings, .groups, .slots, .phase: return .nil
    }
  }

  static func luaMetamethod(_ event: LuaEvent, _ stack: LuaStack) throws -> LuaReturn {
    let one = stack.read(1, as: FormatProxy.self)
    if event == .eq {
      return stack.result(
        one != nil && one?.format.name == stack.read(2, as: FormatProxy.self)?.format.name)
    }
    guard let one else { return stack.result("format") }
    return stack.result(one.translate(one.format.title, try ScriptBridge.of(stack).attached()))
  }
}

/// Makes Lua tables of a format's declarations.
private struct FormatTables {
  let bridge: ScriptBridge
  let format: FormatDeclaration
  let arena: ScriptArena

  func translate(_ text: String) -> String { format.locales.translate(text, to: arena.language) }

  /// A collection: by position and by name.
  func list(_ things: [(Naming, [(String, LuaValue)])]) throws -> LuaValue {
    let list = try bridge.plainList()
    for (naming, values) in things {
      let table = bridge.state.table()
      table["name"] = .string(naming.name)
      table["label"] = .string(format.locales.written(naming.label, in: arena.language))
      table["help"] = naming.help.map { .string(translate($0)) } ?? .nil
      for (key, value) in values { table[key] = value }
      list[list.count + 1] = .table(table)
      list[naming.name] = .table(table)
    }
    return .table(list)
  }

  func texts(_ texts: [String]) throws -> LuaValue {
    let list = try bridge.plainList()
    for text in texts { list[list.count + 1] = .string(text) }
    return .table(list)
  }

  func fields(_ fields: [FieldDeclaration]) throws -> LuaValue {
    try list(
      fields.map { field in
        (
          field.naming,
          [
            ("type", .string(field.type.rawValue)), ("required", .boolean(field.isRequired)),
            ("many", .boolean(field.isMany)), ("personal", .boolean(field.isPersonal)),
            ("of", try list(field.of.map { ($0.naming, []) })),
            ("categories", try list(field.categories.map { ($0.naming, []) })),
          ]
        )
      })
  }

  func record(_ record: RecordDeclaration) throws -> LuaTable {
    let table = bridge.state.table()
    table["noun"] = record.noun.map { .string(translate($0)) } ?? .nil
    table["nouns"] = record.nouns.map { .string(translate($0)) } ?? .nil
    table["fields"] = try fields(record.fields)
    let labels = bridge.state.table()
    for (name, label) in record.labels.sorted(by: { $0.key < $1.key }) {
      labels[name] = .string(format.locales.written(label, in: arena.language))
    }
    table["labels"] = .table(labels)
    return table
  }

  func content(_ content: ContentDeclaration) -> String {
    arena.content(content.name, of: format) ?? translate(content.text)
  }
}

extension ScriptArena {
  /// What the arena keeps for one of its formats.
  func state(of format: FormatDeclaration) throws -> Fields? {
    for case .object(let state) in try arena().list(.formats)
    where state["name"] == .text(format.name) {
      return state
    }
    return nil
  }

  /// The current phase by name; the first at the start.
  package func phase(of format: FormatDeclaration) throws -> String? {
    if case .text(let phase)? = try state(of: format)?["phase"] { return phase }
    return format.phases.first?.name
  }

  /// The organiser's choices, the declared defaults where none was made.
  func settings(of format: FormatDeclaration) throws -> Fields {
    var chosen = Fields()
    if case .object(let settings)? = try state(of: format)?["settings"] { chosen = settings }
    for field in format.settings where chosen[field.name] == nil {
      chosen[field.name] = field.defaultValue
    }
    return chosen
  }

  /// The arena's own wording of a standing text.
  func content(_ name: String, of format: FormatDeclaration) -> String? {
    guard case .object(let texts)? = (try? state(of: format))?["content"],
      case .text(let text)? = texts[name]
    else { return nil }
    return text
  }
}
