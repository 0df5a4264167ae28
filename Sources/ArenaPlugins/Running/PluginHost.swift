package import ArenaModel
import JSONCodec

/// What runs the plugins of one arena: its formats with the organiser's overlay, their functions, and the checks that
/// stand beside them. One for a command; plugins are loaded when something of theirs is needed.
package final class PluginHost {
  package let library: PluginLibrary
  /// The declarations that the arena file carries, as JSON texts by format: they stand in where a plugin isn't here.
  private let carried: [String: String]
  /// The processor time of a call that only reads, in seconds.
  package var readingSeconds = ScriptTime.reading
  private var declared: [String: FormatDeclaration] = [:]

  package init(library: PluginLibrary, carried: [(name: String, text: String)] = []) {
    self.library = library
    self.carried = Dictionary(carried.map { ($0.name, $0.text) }, uniquingKeysWith: { $1 })
  }

  /// The formats that the arena uses, in its order, the organiser's overlay applied.
  package func formats(of arena: any ArenaReading) throws -> [FormatDeclaration] {
    let record = try arena.arena()
    return try Self.formatNames(of: record).map { name in
      try declaration(name).effective(in: record)
    }
  }

  /// The names of the formats that an arena uses.
  package static func formatNames(of arena: Record) -> [String] {
    arena.list(.formats).compactMap { value in
      guard case .object(let state) = value, case .text(let name)? = state["name"] else {
        return nil
      }
      return name
    }
  }

  /// A format as its plugin declares it, or, where the plugin isn't here, as the file carries it.
  package func declaration(_ name: String) throws -> FormatDeclaration {
    if let known = declared[name] { return known }
    let format: FormatDeclaration
    if library.folder(name) != nil, let found = try library.plugin(name, kind: .format).format {
      format = found
    } else if let text = carried[name] {
      format = try FormatDeclaration(json: JSONValue(parsing: text))
    } else {
      throw PluginError.unknown(name: name, kind: .format, known: library.names)
    }
    declared[name] = format
    return format
  }

  /// The plugin of a format; nil where the arena has outlived it.
  package func plugin(ofFormat name: String) throws -> Plugin? {
    guard library.folder(name) != nil else { return nil }
    return try library.plugin(name, kind: .format)
  }

  /// The declaration of a format as the arena file carries it.
  package func carriedText(_ format: FormatDeclaration) -> String {
    let plain = declared[format.name] ?? format
    return plain.json.text()
  }

  /// The arena as scripts see it.
  package func scriptArena(_ arena: any ArenaReading, now: Instant) throws -> ScriptArena {
    let scripts = try ScriptArena(arena, formats: try formats(of: arena), now: now)
    scripts.readingSeconds = readingSeconds
    return scripts
  }

  // MARK: - Supervision

  /// The plugins that aren't bundled and whose code a command may run on this arena: its formats, those named, those that
  /// may be of the kinds, and the checks, whose findings any script may ask for. They run in a supervised child.
  package func strangers(
    among named: [String], kinds: [PluginKind], on arena: any ArenaReading
  ) throws -> [PluginFolder] {
    let names = named + Self.formatNames(of: try arena.arena())
    let folders =
      library.strangers(among: names) + library.strangers(thatMayBe: kinds + [.check])
    var seen: Set<String> = []
    return folders.filter { seen.insert($0.name).inserted }
  }
}
