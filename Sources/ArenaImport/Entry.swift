package import ArenaModel

/// What the host found in a file under one heading: a group with what it handed in. CONTRACT section 3.
package struct Entry: Sendable, Hashable {
  /// The name of the format by whose labels it was read.
  package var format: String
  /// As stated, without the dot after it.
  package var code: String?
  /// All codes where it is joined: "2B – 1 og 2" is 2B-1 and 2B-2.
  package var codes: [String] = []
  /// As stated, lines joined.
  package var title: String
  /// The number of the line where it begins.
  package var line: Int
  package var slot: EntrySlot?
  package var parts: [EntryPart] = []
  /// The lines of its heading.
  package var lines: [Int]
  /// False where the heading was taken for one by habit alone.
  package var isSure = true

  package init(
    format: String, code: String?, title: String, line: Int, slot: EntrySlot? = nil, lines: [Int]
  ) {
    self.format = format
    self.code = code
    self.title = title
    self.line = line
    self.slot = slot
    self.lines = lines
  }
}

/// The slot that a heading or a code names.
package struct EntrySlot: Sendable, Hashable {
  package var day: Int?
  package var number: Int?
  package var title: String?
  /// The line of the heading; nil where the code alone says so.
  package var line: Int?

  package init(day: Int? = nil, number: Int? = nil, title: String? = nil, line: Int? = nil) {
    self.day = day
    self.number = number
    self.title = title
    self.line = line
  }
}

/// A labelled part of an entry.
package struct EntryPart: Sendable, Hashable {
  package enum What: String, Sendable, CaseIterable {
    /// Who has a role; `name` is the role's.
    case role
    /// A field of the group, of the model's or the format's own.
    case group
    /// A field of the contribution; `body` is the one with items.
    case contribution
    /// The contribution's kind; `name` is the kind's, `text` the line as stated.
    case kind
    /// A section of a report; `name` is `template.field`, or `template` where nobody foresaw the heading.
    case section
    /// Text under no label.
    case text
  }

  package var what: What
  package var name: String
  /// The value as stated; for items, the text of their lines.
  package var text: String
  package var items: [ItemReader.ReadItem]
  /// The label as written.
  package var heading: String
  /// The number of its first line.
  package var line: Int
  package var lines: [Int]
  package var isSure: Bool
  /// What the label's keys said: `code`, `day`.
  package var keys: [String: String]

  package init(
    _ what: What, name: String, text: String = "", items: [ItemReader.ReadItem] = [],
    heading: String = "", lines: [Int], isSure: Bool = true, keys: [String: String] = [:]
  ) {
    self.what = what
    self.name = name
    self.text = text
    self.items = items
    self.heading = heading
    self.line = lines.first ?? 0
    self.lines = lines
    self.isSure = isSure
    self.keys = keys
  }
}
