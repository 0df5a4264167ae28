/// A plugin as a list shows it: what it says of itself, or what is wrong with it.
package struct PluginSummary: Sendable {
  package let folder: PluginFolder
  package let outcome: Result<PluginManifest, PluginError>

  package var manifest: PluginManifest? { try? outcome.get() }

  package var problem: PluginError? {
    if case .failure(let error) = outcome { error } else { nil }
  }
}
