/// What went wrong in the room of the model: a full sentence of what and where, and what to do about it.
package struct ModelError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Kind: Sendable, Hashable {
    /// A text with keys that can't be read, or a key that nothing fills.
    case pattern
    /// A declaration, an overlay or a setting that doesn't hold together.
    case declaration
    /// A parameter that is missing, unknown or of a wrong type.
    case parameter
    /// A record, an action or a name that isn't there.
    case notFound
    /// A name that fits several records.
    case ambiguous
    /// A rule that objects; with --anyway the action goes on and the objection is journalled.
    case objection
    /// The action ends: what it asks for makes no sense here.
    case refusal
  }

  package let kind: Kind
  package let problem: String
  package let remedy: String

  package init(_ kind: Kind, _ problem: String, remedy: String = "") {
    self.kind = kind
    self.problem = problem
    self.remedy = remedy
  }

  package var description: String { remedy.isEmpty ? problem : "\(problem) \(remedy)" }
}
