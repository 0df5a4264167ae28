/// A plugin's folder: it is called after it.
package struct PluginFolder: Sendable, Hashable {
  package enum Origin: String, Sendable {
    /// Ships with the program.
    case bundled
    /// Lies in the user's plugin folder.
    case user
    /// Lies beside the arena file.
    case arena
  }

  package let name: String
  package let path: String
  package let origin: Origin

  package init(path: String, origin: Origin) {
    self.path = path
    self.origin = origin
    name = String(path.split(separator: "/").last ?? "")
  }

  package var isBundled: Bool { origin == .bundled }

  /// The folder as messages have it: bundled ones as `plugins/NAME`, others from the working directory where they lie
  /// under it.
  package var shown: String {
    if origin == .bundled { return "plugins/\(name)" }
    let here = FileAccess.workingDirectory
    if !here.isEmpty, path.hasPrefix(here + "/") { return String(path.dropFirst(here.count + 1)) }
    return path
  }

  package func shown(_ file: String) -> String { "\(shown)/\(file)" }
}
