package import ArenaModel

/// Who acts, and what the action is: the head of a row in the journal.
package struct ActionHeader: Sendable, Hashable {
  /// The action's name, of the host or of a format: `announce`, `import`, `undo`.
  package var name: String
  package var actor: Actor?
  /// Where from, where it isn't the file's own origin.
  package var origin: String?
  /// The plugin through which it came.
  package var plugin: String?
  /// What it was called with, as JSON.
  package var parameters: String?

  package init(
    name: String, actor: Actor? = nil, origin: String? = nil, plugin: String? = nil,
    parameters: String? = nil
  ) {
    self.name = name
    self.actor = actor
    self.origin = origin
    self.plugin = plugin
    self.parameters = parameters
  }
}

/// One thing that an action changed.
package struct Change: Sendable, Hashable {
  package enum Subject: Sendable, Hashable {
    case record(RecordID, RecordType)
    /// The declaration of a format, by the format's name.
    case declaration(String)
  }

  package var subject: Subject
  /// What was there before, as JSON: the whole record where it was removed, the changed fields where it was updated, with
  /// the revision; nil where it was added.
  package var before: String?
  /// What is there now, likewise; nil where it was removed.
  package var after: String?
  /// The text was erased for somebody who asked to be forgotten; the digest is still the first one's.
  package var isErased = false

  package init(subject: Subject, before: String?, after: String?) {
    self.subject = subject
    self.before = before
    self.after = after
  }

  /// The name of the record's type, or `declaration`.
  package var typeName: String {
    switch subject {
    case .record(_, let type): type.rawValue
    case .declaration: "declaration"
    }
  }

  /// The record's id, or the declaration's name.
  package var subjectName: String {
    switch subject {
    case .record(let id, _): id.description
    case .declaration(let name): name
    }
  }
}

/// One action as the journal has it.
package struct JournalEntry: Sendable, Hashable {
  package let number: Int
  package let at: Instant
  package let header: ActionHeader
  /// What was told, or objected and overruled, while it ran.
  package let notes: [String]
  /// The number of the action that it takes back.
  package let undoes: Int?
  package let changes: [Change]
  /// The chain's digest after it, in hexadecimal.
  package let digest: String
}
