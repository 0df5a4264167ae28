package import ArenaModel
import LuaKit

/// What would fail on an organiser's day, and what a plugin costs: `arena plugin check`.
package struct PluginInspection: Sendable {
  package struct Remark: Sendable, Hashable {
    package let severity: Severity
    package let message: String
  }

  /// What a function cost on a full arena: processor time, what Lua held more afterwards, and how often each piece of
  /// personal data was read.
  package struct Measure: Sendable {
    package let function: String
    package let milliseconds: Double
    package let kibibytes: Int
    package let reads: [(name: String, count: Int)]
  }

  package var remarks: [Remark] = []
  package var measures: [Measure] = []
  /// Texts of the plugin without a translation, by language.
  package var missing: [String: [String]] = [:]
  /// CPU time that loading takes, in milliseconds.
  package var loadMilliseconds = 0.0
  /// What Lua holds after loading, in bytes.
  package var bytes = 0

  /// Loads the plugin afresh, looks it over, and tries it on invented arenas. What doesn't load at all is an error of the
  /// loader.
  ///
  /// - Parameter library: Where a plugin that is no format finds one for the arena that it is tried on.
  package static func of(_ folder: PluginFolder, beside library: PluginLibrary? = nil) throws
    -> PluginInspection
  {
    var out = PluginInspection()
    let clock = ContinuousClock()
    let start = clock.now
    let plugin = try PluginLoader().load(folder)
    let took = clock.now - start
    out.loadMilliseconds =
      Double(took.components.seconds) * 1000 + Double(took.components.attoseconds) / 1e15
    out.bytes = try plugin.bridge.state.usedBytes
    out.checkTexts(plugin)
    if plugin.manifest.summary.isEmpty {
      out.note("It has no summary; arena plugin list has nothing to say of it.")
    }
    if FileAccess.names(in: folder.path + "/tests").isEmpty {
      out.note("It has no tests; arena plugin new shows what one looks like.")
    }
    if let format = plugin.format {
      out.check(format)
      out.checkLabels(format)
    }
    out.checkKeys(plugin)
    try out.tryOut(plugin, library)
    return out
  }

  /// How many people the arena has that a plugin is tried on.
  package static let people = SampleRecords.peopleCount

  /// Slower than this on the sample, and a real arena may reach the limit.
  private static let slow = 1_000.0

  private mutating func tryOut(_ plugin: Plugin, _ library: PluginLibrary?) throws {
    var folders = [plugin.folder]
    if plugin.format == nil {
      let formats = library?.plugins(of: .format).map(\.folder) ?? []
      folders += formats.filter { $0.name != plugin.name }.prefix(1)
    }
    let host = PluginHost(library: try PluginLibrary(folders: folders))
    let tried =
      plugin.format == nil
      ? try host.library.plugin(plugin.name)
      : try host.plugin(ofFormat: plugin.name) ?? plugin
    let format = folders.count > 1 ? try host.declaration(folders[1].name) : tried.format
    let trial = PluginTrial(plugin: tried, host: host, format: format)
    let (measures, failures) = try trial.run()
    self.measures = measures
    for failure in failures { remarks.append(Remark(severity: .error, message: failure)) }
    for measure in measures where measure.milliseconds > Self.slow {
      warn(
        "\(measure.function) took \(Int(measure.milliseconds)) ms on an arena of "
          + "\(SampleRecords.peopleCount) people; a call may take \(Int(ScriptTime.reading)) s.")
    }
  }

  private mutating func note(_ message: String) {
    remarks.append(Remark(severity: .note, message: message))
  }

  private mutating func warn(_ message: String) {
    remarks.append(Remark(severity: .warning, message: message))
  }

  private mutating func check(_ format: FormatDeclaration) {
    let actions = Set(format.actions.map(\.name))
    if !format.phases.isEmpty {
      for action in format.actions.map(\.name)
      where !format.phases.contains(where: { $0.allows.contains(action) }) {
        warn("No phase allows the action '\(action)'; it can never be taken.")
      }
      if format.phases.count > 1, !actions.contains("begin") {
        warn(
          "There are \(format.phases.count) phases and no action 'begin' to go from one to the next."
        )
      }
    }
    for action in format.actions
    where action.isOwn && action.naming.help == nil
      && action.naming.label.texts == [Naming.spaced(action.name)]
    {
      note("The action '\(action.name)' has neither label nor help; arena do shows its name alone.")
    }
    if actions.contains("announce"), format.action("announce")?.role == nil {
      note("'announce' gives no role; whoever announces isn't in the group. Write as = \"…\".")
    }
    if actions.contains("contribute"), format.contribution.record.noun == nil {
      note("Contributions have no noun; they are called \"contribution\" everywhere.")
    }
    if !format.remarks.isEmpty, !actions.contains("remark") {
      warn("It declares remarks and lists no action 'remark' to make them.")
    }
    if !format.ballots.isEmpty, !actions.contains("vote") {
      warn("It declares ballots and lists no action 'vote'.")
    }
    if !format.templates.isEmpty, !actions.contains("fill") {
      warn("It declares templates and lists no action 'fill'.")
    }
  }

  /// Every text of the declarations that a translation should have, and keys that a translation lost.
  private mutating func checkTexts(_ plugin: Plugin) {
    var texts: Set<String> = []
    Self.collect(plugin.table, into: &texts)
    let sources = PluginSources(plugin.folder)
    texts.formUnion(sources.said)
    let labels = Self.labels(plugin.table)
    for (language, table) in plugin.locales.tables.sorted(by: { $0.key < $1.key }) {
      let fallback = language == "nn" ? plugin.locales.tables["nb"] ?? [:] : [:]
      let without = texts.filter(Self.hasWords).filter { table[$0] == nil && fallback[$0] == nil }
        .sorted()
      if !without.isEmpty { missing[language] = without }
      var unused: [String] = []
      for (text, translations) in table.sorted(by: { $0.key < $1.key }) {
        if !texts.contains(text), !sources.couldBe(text) { unused.append(text) }
        // A label is recognised on import, where {code} in it is read.
        if labels.contains(text) { continue }
        let keys = Set(ReferenceValidator.keys(in: text))
        for translation in translations {
          for key in ReferenceValidator.keys(in: translation) where !keys.contains(key) {
            warn(
              "locale/\(language).lua: the translation \(Phrase.quoted(translation)) has {\(key)}, "
                + "which \(Phrase.quoted(text)) hasn't.")
          }
        }
      }
      if !unused.isEmpty {
        let some = unused.prefix(5).map { Phrase.quoted($0) }
        note(
          "locale/\(language).lua translates what stands nowhere in the plugin: "
            + some.joined(separator: ", ")
            + (unused.count > 5 ? " and \(unused.count - 5) more." : "."))
      }
    }
  }

  /// Labels by which an import tells things apart, and that two things share.
  private mutating func checkLabels(_ format: FormatDeclaration) {
    var families: [(String, [(name: String, label: Label)])] = [
      ("roles", format.roles.map { ($0.naming.name, $0.naming.label) }),
      ("kinds", format.contribution.kinds.map { ($0.naming.name, $0.naming.label) }),
    ]
    for template in format.templates {
      families.append(
        (
          "templates.\(template.naming.name)",
          template.fields.map { ($0.naming.name, $0.naming.label) }
        ))
    }
    for (name, record) in [
      ("group", format.group.record), ("contribution", format.contribution.record),
      ("person", format.person),
    ] {
      families.append(
        (
          name,
          record.labels.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            + record.fields.map { ($0.naming.name, $0.naming.label) }
        ))
    }
    for (family, things) in families {
      var owners: [String: String] = [:]
      for thing in things {
        for text in Set(format.locales.recognised(thing.label, first: "en")).sorted() {
          let folded = Folding.fold(text)
          if let other = owners[folded], other != thing.name {
            warn(
              "\(family): the label \(Phrase.quoted(text)) means both '\(other)' and "
                + "'\(thing.name)'; an import can't tell them apart.")
          }
          owners[folded] = thing.name
        }
      }
    }
  }

  /// Keys in a check's texts that are no field, no role, and named nowhere in the plugin: nothing can fill them.
  private mutating func checkKeys(_ plugin: Plugin) {
    let names = PluginSources(plugin.folder).names
    let roles = plugin.format?.roles.map(\.naming.name) ?? []
    for check in plugin.checks {
      let fields =
        ScriptSchema.fields(of: check.each).map(\.name)
        + (plugin.format?.declaration(of: check.each)?.fields.map(\.naming.name) ?? [])
      for (key, text) in [("message", check.message), ("fix", check.fix)] {
        for word in ReferenceValidator.keys(in: text)
        where !fields.contains(word) && !roles.contains(word) && !names.contains(word) {
          // Roles of formats that a check plugin doesn't know may fill it.
          if plugin.format == nil && check.each != .arena { continue }
          warn(
            "checks.\(check.name).\(key): nothing fills {\(word)}"
              + Phrase.didYouMean(word, among: fields + roles, otherwise: "."))
        }
      }
    }
  }

  private static func labels(_ table: PluginTable) -> Set<String> {
    var out: Set<String> = []
    func add(_ value: PluginValue) {
      if let text = value.string { out.insert(text) }
      for case .string(let text) in value.table?.list ?? [] { out.insert(text) }
    }
    func walk(_ table: PluginTable) {
      for inner in table.list.compactMap(\.table) { walk(inner) }
      for (name, value) in table.keys {
        if name == "label" {
          add(value)
        } else if name == "labels" {
          for (_, label) in value.table?.keys ?? [] { add(label) }
        } else if let inner = value.table {
          walk(inner)
        }
      }
    }
    walk(table)
    return out
  }

  /// The keys of declarations whose values people read.
  private static let readable: Set<String> = [
    "title", "summary", "noun", "nouns", "label", "help", "message", "fix", "text", "corner",
  ]

  /// Whether there is anything to translate beside what is filled in.
  private static func hasWords(_ text: String) -> Bool {
    var depth = 0
    var letters = 0
    for character in text {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      letters = depth == 0 && character.isLetter ? letters + 1 : 0
      if letters > 1 || (depth > 0 && character == "|") { return true }
    }
    return false
  }

  private static func collect(_ table: PluginTable, into texts: inout Set<String>) {
    for value in table.list {
      if let inner = value.table { collect(inner, into: &texts) }
    }
    for (name, value) in table.keys {
      if readable.contains(name) || name == "labels" {
        if let text = value.string { texts.insert(text) }
        // Of a label the first is written; the others are only recognised.
        if case .string(let text)? = value.table?.list.first { texts.insert(text) }
        for (_, label) in value.table?.keys ?? [] {
          if let text = label.string ?? label.table?.list.first?.string { texts.insert(text) }
        }
      } else if let inner = value.table {
        collect(inner, into: &texts)
      }
    }
  }
}
