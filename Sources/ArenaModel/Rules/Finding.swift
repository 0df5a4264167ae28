package enum Severity: String, Sendable, CaseIterable, Comparable {
  case note, warning, error

  private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }

  package static func < (one: Severity, other: Severity) -> Bool {
    return one.rank < other.rank
  }
}

/// What a check found: rules yield findings and never refuse data.
package struct Finding: Sendable, Hashable {
  package var severity: Severity
  /// The check's name; a format's own carries the format's: `open/late`.
  package var check: String
  /// A sentence that says what and where, in the arena's language.
  package var message: String
  /// What to do, or whom to ask.
  package var fix: String
  /// The record that it is about.
  package var record: RecordID?

  package init(
    severity: Severity, check: String, message: String, fix: String, record: RecordID? = nil
  ) {
    self.severity = severity
    self.check = check
    self.message = message
    self.fix = fix
    self.record = record
  }
}

extension Finding {
  /// What a rule found, in the catalogue's words.
  ///
  /// - Parameter severity: the rule's own where nil.
  package init(
    _ rule: Rule, severity: Severity? = nil, _ values: [String: TextPattern.Filling],
    in language: String, record: RecordID? = nil
  ) {
    let entry = Catalogue.entry(rule, in: language)
    func filled(_ text: String?) -> String {
      guard let text else { return rule.rawValue }
      return (try? TextPattern(text).filled(in: language) { values[$0] }) ?? text
    }
    self.init(
      severity: severity ?? rule.severity, check: rule.rawValue, message: filled(entry?.message),
      fix: filled(entry?.fix), record: record)
  }
}
