import Programs

/// The plugins that can be found from here: bundled, the user's, and those beside the arena file. Folders are listed
/// at once, plugins are loaded when they are needed, each once.
package final class PluginLibrary {
  /// By name, sorted.
  package let folders: [PluginFolder]
  private var loaded: [String: Plugin] = [:]
  private let loader: PluginLoader

  /// - Throws: `PluginError.foundTwice` for a name that two folders have.
  package init(folders: [PluginFolder], loader: PluginLoader = PluginLoader()) throws(PluginError) {
    var places: [String: [PluginFolder]] = [:]
    for folder in folders { places[folder.name, default: []].append(folder) }
    for (name, found) in places.sorted(by: { $0.key < $1.key }) where found.count > 1 {
      throw .foundTwice(name: name, places: found.map(\.path))
    }
    self.folders = folders.sorted { $0.name < $1.name }
    self.loader = loader
  }

  /// The plugins that a command finds which works on this arena file. Code that isn't bundled runs in a supervised child
  /// or not at all.
  package static func find(beside arena: String? = nil) throws(PluginError) -> PluginLibrary {
    try PluginLibrary(
      folders: PluginPlaces.folders(beside: arena),
      loader: PluginLoader(memory: .standard, runs: { $0.isBundled || SupervisedChild.isChild }))
  }

  package var names: [String] { folders.map(\.name) }

  package func folder(_ name: String) -> PluginFolder? { folders.first { $0.name == name } }

  /// Those of these plugins that aren't bundled.
  package func strangers(among names: [String]) -> [PluginFolder] {
    names.compactMap(folder).filter { !$0.isBundled }
  }

  /// A plugin by name, loaded.
  package func plugin(_ name: String, kind: PluginKind? = nil) throws -> Plugin {
    guard let folder = folder(name) else {
      throw PluginError.unknown(name: name, kind: kind, known: knownNames(of: kind))
    }
    let plugin: Plugin
    if let known = loaded[name] {
      plugin = known
    } else {
      plugin = try loader.load(folder)
      loaded[name] = plugin
    }
    if let kind, plugin.manifest.kind != kind {
      throw PluginError.wrongKind(name: name, is: plugin.manifest.kind, wanted: kind)
    }
    return plugin
  }

  /// All plugins of a kind. Broken ones are left out; `summaries` tells of them.
  package func plugins(of kind: PluginKind) -> [Plugin] {
    folders(thatMayBe: kind).compactMap { try? plugin($0.name) }
      .filter { $0.manifest.kind == kind }
  }

  /// The folders of the plugins of a kind, as far as can be told without running their code: those that don't say their
  /// kind in so many words are among them.
  package func folders(thatMayBe kind: PluginKind) -> [PluginFolder] {
    folders.filter { mayBe($0, [kind]) }
  }

  /// Those that aren't bundled and may be of one of these kinds. Only their sources are looked at.
  package func strangers(thatMayBe kinds: [PluginKind]) -> [PluginFolder] {
    folders.filter { !$0.isBundled && mayBe($0, kinds) }
  }

  private func mayBe(_ folder: PluginFolder, _ kinds: [PluginKind]) -> Bool {
    let stated = loaded[folder.name]?.manifest.kind ?? PluginLoader.statedKind(folder)
    return stated.map(kinds.contains) ?? true
  }

  /// What every plugin says of itself, or what is wrong with it, in the order of the folders.
  package func summaries() -> [PluginSummary] {
    folders.map { folder in
      do {
        return PluginSummary(folder: folder, outcome: .success(try plugin(folder.name).manifest))
      } catch let error as PluginError {
        return PluginSummary(folder: folder, outcome: .failure(error))
      } catch {
        return PluginSummary(
          folder: folder,
          outcome: .failure(.failedToLoad(plugin: folder.name, message: "\(error)")))
      }
    }
  }

  private func knownNames(of kind: PluginKind?) -> [String] {
    kind.map { folders(thatMayBe: $0).map(\.name) } ?? names
  }
}

/// Where plugins lie.
package enum PluginPlaces {
  package static func folders(beside arena: String?) -> [PluginFolder] {
    var out: [PluginFolder] = []
    var seen: Set<String> = []
    func add(_ path: String?, _ origin: PluginFolder.Origin) {
      guard let path, let real = FileAccess.real(path), seen.insert(real).inserted else { return }
      out += folders(in: real, origin)
    }
    add(bundled, .bundled)
    add(user, .user)
    if let arena {
      let folder = arena.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      add((folder.isEmpty ? "." : folder.joined(separator: "/")) + "/plugins", .arena)
    }
    return out
  }

  /// The plugins in one folder.
  package static func folders(in path: String, _ origin: PluginFolder.Origin) -> [PluginFolder] {
    FileAccess.names(in: path).filter { isPlugin("\(path)/\($0)") }
      .map { PluginFolder(path: "\(path)/\($0)", origin: origin) }
  }

  /// A folder with Lua in it is meant as a plugin, even where plugin.lua is missing: loading it says so.
  private static func isPlugin(_ path: String) -> Bool {
    FileAccess.isFile(path + "/plugin.lua")
      || (FileAccess.isFolder(path)
        && FileAccess.names(in: path).contains { $0.hasSuffix(".lua") })
  }

  /// The folder of the plugins that ship with the program: `ARENA_PLUGINS` for whoever packages it, else `plugins` in a
  /// folder above the program, else `../share/arena/plugins` beside it.
  package static var bundled: String? {
    if let told = FileAccess.environment("ARENA_PLUGINS") { return told }
    guard let program = FileAccess.real("/proc/self/exe") else { return nil }
    var steps = program.split(separator: "/").map(String.init).dropLast()
    let shared = "/" + steps.dropLast().joined(separator: "/") + "/share/arena/plugins"
    if FileAccess.isFolder(shared) { return shared }
    while !steps.isEmpty {
      let candidate = "/" + steps.joined(separator: "/") + "/plugins"
      if holdsPlugins(candidate) { return candidate }
      steps = steps.dropLast()
    }
    return nil
  }

  private static func holdsPlugins(_ path: String) -> Bool {
    FileAccess.isFolder(path)
      && FileAccess.names(in: path).contains { FileAccess.isFile("\(path)/\($0)/plugin.lua") }
  }

  /// The user's own, as the XDG base directory specification has it.
  package static var user: String? {
    if let data = FileAccess.environment("XDG_DATA_HOME"), data.hasPrefix("/") {
      return data + "/arena/plugins"
    }
    return FileAccess.environment("HOME").map { $0 + "/.local/share/arena/plugins" }
  }
}
