import ArenaModel
import LuaKit

/// `arena { … }` in a test: an arena in memory, with what a command line would do to it.
final class TestArena: LuaObject {
  let image: ArenaImage
  let scripts: ScriptArena
  let writer: ScriptTransaction
  private let observed: ObservedArena
  private unowned let stage: TestStage
  private var tells: [String] = []

  enum LuaKey: String, CaseIterable, Sendable { case tells }

  static let luaType = LuaType<TestArena>(
    name: "arena",
    methods: [
      ("act", { try $0.act($1) }), ("view", { try $0.view($1) }),
      ("propose", { try $0.propose($1) }), ("export", { try $0.export($1) }),
      ("import", { try $0.importText($1) }), ("check", { try $0.check($1) }),
    ])

  private static let options = [
    "title", "days", "language", "timezone", "formats", "people", "places",
  ]

  init(_ options: [ScriptValue.Entry], stage: TestStage) throws {
    self.stage = stage
    for entry in options where !Self.options.contains(entry.key) {
      throw LuaError(
        "arena takes no '\(entry.key)'"
          + Phrase.didYouMean(
            entry.key, among: Self.options,
            otherwise: "; it takes \(Phrase.choice(Self.options, "and"))"))
    }
    func texts(_ key: String) -> [String] {
      switch options.first(where: { $0.key == key })?.value {
      case .text(let text): [text]
      case .list(let values):
        values.compactMap { if case .text(let text) = $0 { text } else { nil } }
      default: []
      }
    }
    let days = try (texts("days").isEmpty ? ["2031-03-12", "2031-03-13"] : texts("days")).map {
      guard let date = CalendarDate($0) else { throw LuaError("'\($0)' is no date") }
      return date
    }
    var names = texts("formats")
    if names.isEmpty, stage.plugin.format != nil { names = [stage.plugin.name] }
    let formats = try names.map { try stage.host.declaration($0) }
    image = ArenaImage(effects: .fixed())
    var new = NewArena(
      title: texts("title").first ?? "Test arena", days: days,
      language: texts("language").first ?? stage.plugin.manifest.language,
      timezone: texts("timezone").first ?? "UTC")
    new.places = texts("places").map { ($0, nil) }
    try new.insert(into: image, formats: formats)
    for name in texts("people") {
      var person = Record(id: image.newID(), type: .person, added: image.now)
      person[.name] = .text(name)
      person[.consent] = .text("named")
      try image.insert(person)
    }
    let observed = ObservedArena(image)
    let scripts = try stage.host.scriptArena(observed, now: image.now)
    observed.changed = { [weak scripts] id in scripts?.invalidate(id) }
    self.observed = observed
    self.scripts = scripts
    let context = ActionContext(
      arena: observed, format: scripts.formats.first, language: scripts.language, actor: nil,
      holdsPhases: false)
    writer = ScriptTransaction(context, arena: scripts, host: stage.host)
  }

  func luaGet(_ key: LuaKey, _ stack: LuaStack) throws -> LuaReturn { stack.result(tells) }

  /// All else is the arena's own, writable.
  func luaGetUnknown(_ stack: LuaStack) throws -> LuaReturn {
    let bridge = try ScriptBridge.of(stack)
    let name = stack.read(2, as: String.self) ?? ""
    let method = ScriptMethod(rawValue: name).flatMap { $0.isOf(.arena) ? $0 : nil }
    try bridge.push(.record(try scripts.arena().id), stack)
    guard let method else {
      try stack.get(-1, name)
      return 1
    }
    // A method is called with this object; it is the arena's own that must answer.
    let proxy = stack.read(-1, as: LuaValue.self) ?? .nil
    try stack.get(-1, method.rawValue)
    let function = stack.read(-1, as: LuaValue.self) ?? .nil
    stack.pushFunction { stack in
      let count = stack.count
      let results = try stack.call {
        stack.push(function)
        stack.push(proxy)
        for index in 2...max(2, count) where index <= count { stack.copy(index) }
      }
      return .values(results)
    }
    return 1
  }

  /// `a:act("announce", { … })`: as `arena do` would, phases and all.
  private func act(_ stack: LuaStack) throws -> LuaReturn {
    let bridge = try ScriptBridge.of(stack)
    let name: String = try stack.argument(2)
    let given = try ScriptTransaction.given(try bridge.values(stack, at: 3))
    let (named, action) = PluginHost.split(name)
    let format = try stage.host.format(for: action, named: named, given, in: observed)
    let context = ActionContext(
      arena: observed, format: format, language: scripts.language, actor: nil)
    let record = try stage.host.perform(action, given, in: context, arena: scripts)
    tells += context.tells
    scripts.invalidate()
    try bridge.push(record.map { .record($0.id) } ?? .none, stack)
    return 1
  }

  /// `a:view("name", { … })`: the rows as text.
  private func view(_ stack: LuaStack) throws -> LuaReturn {
    let bridge = try ScriptBridge.of(stack)
    let given = try ScriptTransaction.given(try bridge.values(stack, at: 3))
    let table = try stage.host.view(try stack.argument(2), given, in: scripts)
    try bridge.push(.list(table.texts.map { .list($0.map { .text($0) }) }), stack)
    return 1
  }

  /// `a:propose("name", { … })`: the steps, `{ action, why }`.
  private func propose(_ stack: LuaStack) throws -> LuaReturn {
    let bridge = try ScriptBridge.of(stack)
    let given = try ScriptTransaction.given(try bridge.values(stack, at: 3))
    let proposal = try stage.host.propose(try stack.argument(2), given, in: scripts)
    let steps: [ScriptValue] = proposal.steps.map { step in
      .table(
        [.init("action", .text(PluginHost.split(step.action).action))]
          + step.shown.map { .init($0.name, .text($0.text)) }
          + [.init("why", .text(step.why))].filter { $0.value != .none })
    }
    try bridge.push(.list(steps), stack)
    return 1
  }

  /// `a:export("reporter", "commonmark", { … })`: the text that is written.
  private func export(_ stack: LuaStack) throws -> LuaReturn {
    let bridge = try ScriptBridge.of(stack)
    let reporter: String = try stack.argument(2)
    let format: String? = try stack.argument(3)
    let options = try ScriptTransaction.given(try bridge.values(stack, at: 4))
    let file = try ExportPipeline(stage.host, on: scripts).run(
      ExportRequest(reporter, options: options, format: format ?? "commonmark"))
    return stack.result(String(decoding: file.bytes, as: UTF8.self))
  }

  /// `a:import("name.txt", text)`: through the importer that this is, or the one for such files.
  private func importText(_ stack: LuaStack) throws -> LuaReturn {
    let name: String = try stack.argument(2)
    let text: String = try stack.argument(3)
    let own = stage.plugin.importer == nil ? nil : stage.plugin.name
    let outcome = try stage.host.importFile(
      ImportRequest(importer: own, name: name, bytes: Array(text.utf8)), in: observed)
    tells += outcome.tells
    scripts.invalidate()
    return .none
  }

  /// `a:check("name")`: the messages of one of the plugin's checks.
  private func check(_ stack: LuaStack) throws -> LuaReturn {
    let name: String = try stack.argument(2)
    guard let check = stage.plugin.checks.first(where: { $0.name == name }) else {
      throw LuaError(
        "there is no check '\(name)'"
          + Phrase.didYouMean(name, among: stage.plugin.checks.map(\.name)))
    }
    let found = try CheckRunner(stage.plugin, on: scripts).findings(of: check)
    try ScriptBridge.of(stack).push(.list(found.map { .text($0.message) }), stack)
    return 1
  }
}
