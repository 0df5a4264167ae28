internal import ArenaModel

/// The labels of a format, in all its languages and the host's, as lines of a file are matched against them.
struct LabelGuide {
  /// What a label stands for.
  struct Target: Hashable, Sendable {
    let what: EntryPart.What
    let name: String
    let type: FieldType
    /// A list of people that have the role: a section that shows members.
    var role: String?

    /// Of a section: its template.
    var template: String { name.split(separator: ".").first.map(String.init) ?? "" }
  }

  struct Match {
    var target: Target
    /// The label as written.
    var heading: String
    /// What stands after it on the line.
    var value: String
    /// What stands after the label in parentheses, or before the colon beyond the label.
    var remark: String?
    /// 0: exactly a label.
    var penalty: Int
    /// Whether a colon, or the end of the line, closed the label.
    var isClosed: Bool
    /// What it names beside the target: "Muligheter og hindringer".
    var also: [Target] = []
    /// Whether bold type, heading marks or capitals set the line apart.
    var isMarked = false
    var keys: [String: String] = [:]
  }

  struct Entry {
    let target: Target
    let text: LabelText
    /// Order among labels of the same quality.
    let rank: Int
  }

  struct KindLabel {
    let name: String
    /// The words before and between its keys.
    let text: LabelText
    let hasCode: Bool
  }

  /// What lines were matched with: each is asked for several times.
  final class Cache {
    var matches: [String: [Match]] = [:]
    var kinds: [String: KindMatch?] = [:]
  }

  let cache = Cache()
  let entries: [Entry]
  let kinds: [KindLabel]
  /// The sections of reports, which people head in more ways than a list of labels holds.
  let headings: [(template: String, matcher: HeadingMatcher)]
  let sections: [String: Target]
  let contributionWords: Set<String>
  let format: FormatDeclaration

  init(_ format: FormatDeclaration, language: String) {
    self.format = format
    var entries: [Entry] = []
    func add(_ target: Target, _ labels: [String]) {
      for label in labels where !label.contains("{") {
        let text = LabelText(label)
        if !text.words.isEmpty {
          entries.append(Entry(target: target, text: text, rank: entries.count))
        }
      }
    }
    func recognised(_ label: Label) -> [String] {
      format.locales.recognised(label, first: language)
    }
    let group = format.group.record
    for (field, type) in [("headcount", FieldType.count), ("place", .place), ("challenge", .rich)] {
      let own = group.labels[field].map(recognised) ?? []
      let host =
        field == "place" || own.isEmpty
        ? ModelLabels.recognised(field, of: .group, first: language) : []
      add(Target(what: .group, name: field, type: type), own + host)
    }
    for role in format.roles {
      add(Target(what: .role, name: role.name, type: .actor), recognised(role.naming.label))
    }
    let contribution = format.contribution.record
    for (field, type) in [
      ("body", FieldType.items), ("kind", .choice), ("reference", .text), ("addressees", .actor),
      ("title", .text),
    ] {
      let own = contribution.labels[field].map(recognised) ?? []
      let host =
        field == "body" || field == "title" || field == "addressees"
        ? [] : ModelLabels.recognised(field, of: .contribution, first: language)
      add(Target(what: .contribution, name: field, type: type), own + host)
    }
    if contribution.labels["body"] == nil {
      let nouns = [contribution.noun, contribution.nouns].compactMap { $0 }
      add(
        Target(what: .contribution, name: "body", type: .items),
        nouns.flatMap { recognised(Label([$0])) })
    }
    for field in group.fields {
      add(
        Target(what: .group, name: field.name, type: field.type), recognised(field.naming.label))
    }
    for field in contribution.fields + format.contribution.kinds.flatMap(\.fields) {
      add(
        Target(what: .contribution, name: field.name, type: field.type),
        recognised(field.naming.label))
    }
    let joinRole = format.action("join")?.role
    var sections: [String: Target] = [:]
    var headings: [(template: String, matcher: HeadingMatcher)] = []
    for template in format.templates where template.per == .group || template.per == .meeting {
      for field in template.fields {
        let isMembers = field.type == .members
        let target = Target(
          what: .section, name: "\(template.name).\(field.name)", type: field.type,
          role: isMembers ? joinRole ?? "" : nil)
        sections[target.name] = target
      }
      headings.append(
        (template.name, HeadingMatcher(of: template, in: format.locales, first: language)))
    }
    self.sections = sections
    self.headings = headings
    self.entries = entries
    self.kinds = format.contribution.kinds.flatMap { kind in
      recognised(kind.naming.label).map { label in
        KindLabel(
          name: kind.name, text: LabelText(Self.withoutKeys(label)),
          hasCode: label.contains("{code}"))
      }
    }
    var words: Set<String> = []
    for noun in format.allNouns(of: .contribution, language: language)
      + format.allNouns(of: .group, language: language)
    {
      words.formUnion(LabelText(noun).stems)
    }
    contributionWords = words
  }

  static func withoutKeys(_ label: String) -> String {
    guard let parts = try? TextPattern(label).parts else { return label }
    return parts.map { if case .literal(let text) = $0 { text } else { " " } }.joined()
  }
}
