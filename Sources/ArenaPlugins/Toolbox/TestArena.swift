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
  private var objections: [String] = []

  enum LuaKey: String, CaseIterable, Sendable { case tells, objections }

  static let luaType = LuaType<TestArena>(name: "arena", methods: methods)

  private static let methods: [(name: String, body: LuaType<TestArena>.Method)] = [
    ("act", { try $0.act($1) }), ("view", { try $0.view($1) }),
    ("propose", { try $0.propose($1) }), ("accept", { try $0.accept($1) }),
    ("check", { try $0.check($1) }), ("export", { try $0.export($1) }),
    ("import", { try $0.importText($1) }),
  ]
  static var methodNames: [String] { methods.map(\.name) }

  private static let options = TestToolDoc.options.map(\.name)

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
    let timezone = texts("timezone").first ?? "UTC"
    let clock = texts("now").first ?? "\(days[0])T08:00"
    guard let now = Self.instant(clock, in: timezone) else {
      throw LuaError("'\(clock)' is no local time; write now = \"2031-03-12T09:00\"")
    }
    image = ArenaImage(effects: .fixed(now: now))
    var new = NewArena(
      title: texts("title").first ?? "Test arena", days: days,
      language: texts("language").first ?? stage.plugin.manifest.language,
      timezone: timezone)
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

  /// The clock of a test stands still at the first day's 08:00, or where `now` puts it.
  private static func instant(_ local: String, in timezone: String) -> Instant? {
    LocalTimeZone(name: timezone).utc(local).flatMap { Instant($0.replacing("Z", with: ".000Z")) }
  }

  func luaGet(_ key: LuaKey, _ stack: LuaStack) throws -> LuaReturn {
    stack.result(key == .tells ? tells : objections)
  }

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

  /// `a.theme = "Bread"`: as in a transaction.
  func luaSetUnknown(_ stack: LuaStack) throws {
    let bridge = try ScriptBridge.of(stack)
    let name: String = try stack.argument(2)
    try bridge.push(.record(try scripts.arena().id), stack)
    stack.copy(3)
    try stack.set(-2, name)
    stack.pop()
  }

  /// `a:act("announce", { … }, { by = "Ada Moe", anyway = true })`: as `arena do` would, phases and all.
  private func act(_ stack: LuaStack) throws -> LuaReturn {
    let bridge = try ScriptBridge.of(stack)
    let name: String = try stack.argument(2)
    let given = try ScriptTransaction.given(try bridge.values(stack, at: 3))
    let record = try perform(name, given, try bridge.values(stack, at: 4))
    try bridge.push(record.map { .record($0.id) } ?? .none, stack)
    return 1
  }

  /// Runs an action as one transaction: where it fails, the arena is as it was.
  private func perform(
    _ name: String, _ given: [GivenParameter], _ options: [ScriptValue.Entry] = []
  ) throws -> Record? {
    var actor: Actor?
    var isAnyway = false
    for option in options {
      switch (option.key, option.value) {
      case ("by", .text(let name)):
        let person = try image.records(of: .person, named: name).first
        actor = person.map { .person($0.id) } ?? .name(name)
      case ("by", .record(let id)): actor = .person(id)
      case ("anyway", .boolean(let flag)): isAnyway = flag
      default:
        throw LuaError(
          "act takes { by = \"a name\", anyway = true }, and '\(option.key)' is neither"
            + Phrase.didYouMean(option.key, among: ["by", "anyway"], otherwise: ""))
      }
    }
    let (named, action) = PluginHost.split(name)
    let before = image.snapshot()
    do {
      let format = try stage.host.format(
        for: action, named: named, given, in: observed, formats: scripts.formats)
      let context = ActionContext(
        arena: observed, format: format, language: scripts.language, actor: actor,
        isAnyway: isAnyway)
      let record = try stage.host.perform(action, given, in: context, arena: scripts)
      tells += context.tells
      objections += context.objections
      scripts.renew(try stage.host.formats(of: observed))
      stage.bridge.formatProxies.removeAll()
      return record
    } catch {
      image.restore(before)
      scripts.invalidate()
      throw error
    }
  }

  /// `a:view("name", { … })`: the rows as text.
  private func view(_ stack: LuaStack) throws -> LuaReturn {
    let bridge = try ScriptBridge.of(stack)
    let given = try ScriptTransaction.given(try bridge.values(stack, at: 3))
    let table = try stage.host.view(try stack.argument(2), given, in: scripts)
    try bridge.push(.list(table.texts.map { .list($0.map { .text($0) }) }), stack)
    return 1
  }

  /// `a:propose("name", { … })`: the steps, `{ action, param = text, why }`, and `.note`.
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
    if let note = proposal.note { stack.read(-1, as: LuaTable.self)?["note"] = .string(note) }
    return 1
  }

  /// `a:accept("name", { … })`: runs the steps as actions and gives how many there were.
  private func accept(_ stack: LuaStack) throws -> LuaReturn {
    let bridge = try ScriptBridge.of(stack)
    let given = try ScriptTransaction.given(try bridge.values(stack, at: 3))
    let proposal = try stage.host.propose(try stack.argument(2), given, in: scripts)
    for step in proposal.steps { _ = try perform(step.action, step.given) }
    return stack.result(proposal.steps.count)
  }

  /// `a:export("reporter", "commonmark", { … }, "anonymous")`: the text that is written. Without a format a document is
  /// CommonMark; without an edition everything is shown.
  private func export(_ stack: LuaStack) throws -> LuaReturn {
    let bridge = try ScriptBridge.of(stack)
    let reporter: String = try stack.argument(2)
    let format: String? = try stack.argument(3)
    let options = try ScriptTransaction.given(try bridge.values(stack, at: 4))
    let wanted: String? = try stack.argument(5)
    let names = Edition.allCases.map(\.rawValue)
    guard let edition = Edition(rawValue: wanted ?? "named") else {
      throw LuaError(
        "there is no edition '\(wanted ?? "")'"
          + Phrase.didYouMean(
            wanted ?? "", among: names, otherwise: "; it is one of \(Phrase.choice(names))"))
    }
    let shown = try EditionView(observed, edition: edition, declarations: scripts.formats)
    let arena = try stage.host.scriptArena(shown, now: image.now)
    let makesDocument = try stage.host.library.plugin(reporter).reporter?.makesDocument == true
    let file = try ExportPipeline(stage.host, on: arena).run(
      ExportRequest(
        reporter, options: options, format: format ?? (makesDocument ? "commonmark" : nil)))
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
