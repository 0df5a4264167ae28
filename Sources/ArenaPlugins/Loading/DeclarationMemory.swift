/// What plugins declared when they were last loaded, kept in files so that their Lua needn't run to hear it again: a
/// command that calls none of a plugin's functions opens no Lua state for it.
///
/// `plugin.lua` runs without an arena, in a world where time and chance are fixed, so the same texts declare the same.
/// What is kept holds for the very texts and the very program that it came from; anything else, also a file that can't be
/// read or written or is another user's, means that the plugin is loaded. Only plugins that were found valid are kept.
struct DeclarationMemory: Sendable {
  /// A plugin's declarations as data.
  struct Kept {
    var table: PluginTable
    var locales: [String: [String: [String]]]
    /// The modules that loading it required.
    var required: [String]
  }

  /// More files than this, and the oldest go.
  private static let mostFiles = 200

  private let folder: String

  init(folder: String) { self.folder = folder }

  /// `arena/plugins` in the user's folder for caches (XDG base directory specification); nil where there is none.
  static var standard: DeclarationMemory? {
    if let caches = FileAccess.environment("XDG_CACHE_HOME"), caches.hasPrefix("/") {
      return DeclarationMemory(folder: caches + "/arena/plugins")
    }
    return FileAccess.environment("HOME").map {
      DeclarationMemory(folder: $0 + "/.cache/arena/plugins")
    }
  }

  /// What a plugin with this source declared; nil where that isn't known.
  func declarations(of source: PluginSource) -> Kept? {
    let file = file(of: source.folder)
    guard FileAccess.isOwn(file), let bytes = try? FileAccess.bytes(file) else { return nil }
    return bytes.withUnsafeBytes { raw in
      var parser = PluginTableParser(raw)
      guard let program = Self.program,
        (try? parser.number()) == ContentDigest.of(raw.dropFirst(8)),
        (try? parser.number()) == program,
        let digest = try? parser.number(), let required = try? parser.texts(),
        (try? source.digest(requiring: required)) == digest
      else { return nil }
      return try? Self.kept(&parser, required)
    }
  }

  /// Keeps what a plugin declared. That it can't be kept is no error: it is loaded again then.
  func keep(_ kept: Kept, of source: PluginSource) {
    guard let program = Self.program,
      let digest = try? source.digest(requiring: kept.required)
    else { return }
    var writer = PluginTableWriter()
    writer.write(program)
    writer.write(digest)
    writer.write(kept.required)
    writer.write(kept.table)
    writer.write(count: kept.locales.count)
    for (language, texts) in kept.locales.sorted(by: { $0.key < $1.key }) {
      writer.write(language)
      writer.write(count: texts.count)
      for (text, translations) in texts.sorted(by: { $0.key < $1.key }) {
        writer.write(text)
        writer.write(translations)
      }
    }
    var whole = PluginTableWriter()
    writer.bytes.withUnsafeBytes { whole.write(ContentDigest.of($0[...])) }
    let file = file(of: source.folder)
    let isNew = !FileAccess.exists(file)
    guard (try? FileAccess.replace(file, with: whole.bytes + writer.bytes)) != nil else { return }
    if isNew { makeRoom() }
  }

  func forget(_ folder: PluginFolder) { FileAccess.remove(file(of: folder)) }

  private static func kept(_ parser: inout PluginTableParser, _ required: [String]) throws -> Kept {
    var kept = Kept(table: try parser.table(), locales: [:], required: required)
    for _ in 0..<(try parser.count()) {
      let language = try parser.text()
      let count = try parser.count()
      var texts = [String: [String]](minimumCapacity: count)
      for _ in 0..<count { texts[try parser.text()] = try parser.texts() }
      kept.locales[language] = texts
    }
    guard parser.isAtEnd else { throw PluginTableParser.Malformed() }
    return kept
  }

  /// One file for each folder that a plugin lies in.
  private func file(of plugin: PluginFolder) -> String {
    var digest = ContentDigest()
    digest.add(FileAccess.real(plugin.path) ?? plugin.path)
    digest.add(plugin.origin.rawValue)
    return "\(folder)/\(plugin.name)-\(String(digest.value, radix: 36))"
  }

  private func makeRoom() {
    let files = FileAccess.names(in: folder).map { "\(folder)/\($0)" }
    guard files.count > Self.mostFiles else { return }
    let aged = files.map { (file: $0, at: FileAccess.changed($0)) }.sorted { $0.at < $1.at }
    for old in aged.prefix(files.count - Self.mostFiles / 2) { FileAccess.remove(old.file) }
  }

  /// This very program: another build may read the contract in another way.
  private static let program = FileAccess.identity("/proc/self/exe")
}
