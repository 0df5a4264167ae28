package import ArenaModel
import LuaKit

/// What would fail on an organiser's day, and what a plugin costs: `arena plugin check`.
package struct PluginInspection: Sendable {
  package struct Remark: Sendable, Hashable {
    package let severity: Severity
    package let message: String
  }

  package var remarks: [Remark] = []
  /// Texts of the plugin without a translation, by language.
  package var missing: [String: [String]] = [:]
  /// CPU time that loading takes, in milliseconds.
  package var loadMilliseconds = 0.0
  /// What Lua holds after loading, in bytes.
  package var bytes = 0

  /// Loads the plugin afresh and looks it over. What doesn't load at all is an error of the loader.
  package static func of(_ folder: PluginFolder) throws -> PluginInspection {
    var out = PluginInspection()
    let clock = ContinuousClock()
    let start = clock.now
    let plugin = try PluginLoader().load(folder)
    let took = clock.now - start
    out.loadMilliseconds =
      Double(took.components.seconds) * 1000 + Double(took.components.attoseconds) / 1e15
    out.bytes = plugin.bridge.state.usedBytes
    out.checkTexts(plugin)
    if plugin.manifest.summary.isEmpty {
      out.note("It has no summary; arena plugin list has nothing to say of it.")
    }
    if FileAccess.names(in: folder.path + "/tests").isEmpty {
      out.note("It has no tests; arena plugin new shows what one looks like.")
    }
    if let format = plugin.format { out.check(format) }
    return out
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
    for (language, table) in plugin.locales.tables.sorted(by: { $0.key < $1.key }) {
      let fallback = language == "nn" ? plugin.locales.tables["nb"] ?? [:] : [:]
      let without = texts.filter { table[$0] == nil && fallback[$0] == nil }.sorted()
      if !without.isEmpty { missing[language] = without }
      for (text, translations) in table.sorted(by: { $0.key < $1.key }) {
        let keys = Set(ReferenceValidator.keys(in: text))
        for translation in translations {
          for key in ReferenceValidator.keys(in: translation) where !keys.contains(key) {
            warn(
              "locale/\(language).lua: the translation \(Phrase.quoted(translation)) has {\(key)}, "
                + "which \(Phrase.quoted(text)) hasn't.")
          }
        }
      }
    }
  }

  /// The keys of declarations whose values people read.
  private static let readable: Set<String> = [
    "title", "summary", "noun", "nouns", "label", "help", "message", "fix", "text", "corner",
  ]

  private static func collect(_ table: PluginTable, into texts: inout Set<String>) {
    for value in table.list {
      if let inner = value.table { collect(inner, into: &texts) }
    }
    for (name, value) in table.keys {
      if readable.contains(name) || name == "labels" {
        if let text = value.string { texts.insert(text) }
        for case .string(let text) in value.table?.list ?? [] { texts.insert(text) }
        for (_, label) in value.table?.keys ?? [] {
          if let text = label.string { texts.insert(text) }
          for case .string(let text) in label.table?.list ?? [] { texts.insert(text) }
        }
      } else if let inner = value.table {
        collect(inner, into: &texts)
      }
    }
  }
}
