import ArenaModel

/// What stands in a plugin's Lua files, as far as tokens tell.
struct PluginSources {
  /// All strings.
  private(set) var strings: Set<String> = []
  /// All names, of variables and of keys alike.
  private(set) var names: Set<String> = []
  /// Texts that scripts say: `arena:say "…"`, `tx:refuse("…")`.
  private(set) var said: Set<String> = []

  /// Whether a text stands in the sources, or is the label that a name has where none is written.
  func couldBe(_ text: String) -> Bool { strings.contains(text) || spaced.contains(text) }

  private var spaced: Set<String> = []

  private static let speaking: Set<String> = ["say", "tell", "object", "refuse"]

  init(_ folder: PluginFolder) {
    read(folder.path)
    spaced = Set(names.map(Naming.spaced))
    // The host's own words, which a format may translate anew.
    for type in RecordType.allCases {
      spaced.formUnion(Schema.fields(of: type).map { Naming.spaced($0.name) })
    }
  }

  private mutating func read(_ path: String) {
    for name in FileAccess.names(in: path) {
      let file = path + "/" + name
      if FileAccess.isFolder(file) {
        if name != "locale", name != "tests" { read(file) }
      } else if name.hasSuffix(".lua"), let source = try? FileAccess.text(file) {
        read(SourceScanner.tokens(of: source).map(\.token))
      }
    }
  }

  private mutating func read(_ tokens: [SourceScanner.Token]) {
    for (place, token) in tokens.enumerated() {
      switch token {
      case .string(let text):
        strings.insert(text)
        names.insert(text)
        var before = place - 1
        if before >= 0, tokens[before] == .symbol("(") { before -= 1 }
        // Only where the whole argument is this string.
        let follows = place + 1 < tokens.count ? tokens[place + 1] : .symbol(")")
        if before >= 0, case .name(let verb) = tokens[before], Self.speaking.contains(verb),
          follows != .symbol("..")
        {
          said.insert(text)
        }
      case .name(let name): names.insert(name)
      default: break
      }
    }
  }
}
