import Foundation

@testable import ArenaPlugins

/// A plugin in a folder of its own that is gone when the fixture is.
final class PluginFixture {
  let path: String
  private let top: URL

  init(_ name: String, _ source: String, files: [String: String] = [:]) throws {
    top = FileManager.default.temporaryDirectory.appending(path: "arena-\(UUID().uuidString)")
    let folder = top.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(source.utf8).write(to: folder.appending(path: "plugin.lua"))
    for (file, text) in files {
      let url = folder.appending(path: file)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(at: top) }

  /// Bundled, so that messages have the short path.
  var folder: PluginFolder { PluginFolder(path: path, origin: .bundled) }

  func load() throws -> Plugin { try PluginLoader().load(folder) }

  /// The messages of a plugin that must not load.
  func problems() -> [String] {
    do {
      _ = try load()
      return []
    } catch PluginError.broken(let problems) {
      return problems.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }
}

enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The examples that came with the contract; nil where they are not on this machine.
  static var examples: URL? {
    let url = root.deletingLastPathComponent().appending(path: "shared/examples")
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }
}
