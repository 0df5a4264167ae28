/// The texts of a named thing in the plugin's own language: the first is written, all are recognised on import.
/// Translations are found through the plugin's `Locales`.
package struct Label: Sendable, Hashable {
  package let texts: [String]

  package init(_ texts: [String]) { self.texts = texts }

  package var first: String { texts.first ?? "" }
}

/// A plugin's languages: for each, from a text of the plugin to its translations (one, or a list for a label).
package struct Locales: Sendable, Hashable {
  /// The language of the plugin's own texts.
  package let language: String
  package let tables: [String: [String: [String]]]

  package init(language: String, tables: [String: [String: [String]]] = [:]) {
    self.language = language
    self.tables = tables
  }

  /// The translations of a text; the text itself where there are none. Nynorsk falls back to Bokmål.
  package func translations(of text: String, in wanted: String) -> [String] {
    var tried = wanted
    while true {
      if let found = tables[tried]?[text], !found.isEmpty { return found }
      guard tried == "nn", language != "nn" else { return [text] }
      tried = "nb"
      if language == "nb" { return [text] }
    }
  }

  package func translate(_ text: String, to wanted: String) -> String {
    translations(of: text, in: wanted)[0]
  }

  /// The label in one language: what is written.
  package func written(_ label: Label, in wanted: String) -> String {
    translate(label.first, to: wanted)
  }

  /// The label in every language: what is recognised, the wanted language's texts first.
  package func recognised(_ label: Label, first wanted: String) -> [String] {
    var seen: Set<String> = []
    var out: [String] = []
    let others = tables.keys.filter { $0 != wanted }.sorted()
    for language in [wanted] + others + [self.language] {
      for text in label.texts {
        let texts = language == self.language ? [text] : translations(of: text, in: language)
        for text in texts where seen.insert(text).inserted { out.append(text) }
      }
    }
    return out
  }
}
