import LuaKit

/// What loading a plugin reads: `plugin.lua`, the modules that it requires, and its locales. Each is read once.
final class PluginSource {
  let folder: PluginFolder
  /// `plugin.lua` as messages call it.
  let file: String
  let text: String
  /// The names that `require` was asked for, in order, each once.
  private(set) var required: [String] = []
  private var modules: [String: LuaModuleSource?] = [:]
  private lazy var files = Result { try LuaFolder(folder.path, prefix: folder.shown) }
  /// `locale/NAME.lua`, by name.
  private(set) lazy var locales = Result { try readLocales() }

  init(_ folder: PluginFolder) throws(PluginError) {
    self.folder = folder
    file = folder.shown("plugin.lua")
    do {
      text = try FileAccess.text(folder.path + "/plugin.lua")
    } catch {
      throw .unreadable(path: file, why: "the folder has no plugin.lua to read")
    }
  }

  /// What the plugin's `require` finds: `require "swaps"` reaches the folder's `swaps.lua` and nothing else; nil where it
  /// isn't there.
  func require(_ name: String) throws -> LuaModuleSource? {
    let found = try module(name)
    if !required.contains(name) { required.append(name) }
    return found
  }

  private func module(_ name: String) throws -> LuaModuleSource? {
    if let known = modules[name] { return known }
    let found = try files.get().source(of: name)
    modules[name] = .some(found)
    return found
  }

  struct Locale {
    let name: String
    let file: String
    let text: String
  }

  private func readLocales() throws -> [Locale] {
    try FileAccess.names(in: folder.path + "/locale").filter { $0.hasSuffix(".lua") }.map { name in
      Locale(
        name: String(name.dropLast(4)), file: folder.shown("locale/\(name)"),
        text: try FileAccess.text("\(folder.path)/locale/\(name)"))
    }
  }

  /// Tells these texts from others: a number made of the names and contents of all of them, with the modules of
  /// `required` read where they weren't.
  ///
  /// It isn't proof against texts made to collide. Nothing is gained by making such: both would be the same plugin's.
  func digest(requiring required: [String]) throws -> UInt64 {
    var digest = ContentDigest()
    digest.add(text)
    for name in required {
      let module = try module(name)
      digest.add(name)
      digest.add(module == nil ? "is missing" : "is there")
      digest.add(module?.text ?? [])
    }
    for locale in try locales.get() {
      digest.add(locale.name)
      digest.add(locale.text)
    }
    return digest.value
  }
}
