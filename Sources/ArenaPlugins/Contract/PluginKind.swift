/// What a plugin is.
package enum PluginKind: String, Sendable, CaseIterable {
  case format, reporter, importer, filter, check
}

extension Contract {
  /// Verbs of the model that the host runs for every format that lists them.
  package static let sharedActions = [
    "announce", "join", "assign", "leave", "revise", "move", "merge", "split", "cancel",
    "continue", "contribute", "fill", "remark", "vote", "commit", "follow_up", "trace",
    "hand_over", "begin",
  ]
}
