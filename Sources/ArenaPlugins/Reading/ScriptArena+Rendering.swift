import ArenaModel
import DocumentModel
import DocumentReaders

extension ScriptArena {
  /// The value of a field as a piece of a document: rich text parsed, items as lists, all else as a paragraph.
  func blocks(_ field: String, of record: Record) throws -> [Block] {
    if record.type == .report {
      let declared = try ownFields(of: record).first { $0.name == field }
      if declared?.type == .members { return try members(of: record) }
      if declared?.type == .nextSteps {
        // What the group wrote under the heading, and what has become of it as steps.
        let written = try section(field, of: record).map {
          try blocks($0, type: .rich) { try show(field, of: record) }
        }
        return try (written ?? []) + nextSteps(of: record)
      }
      if let section = section(field, of: record) {
        return try blocks(section, type: declared?.type) { try show(field, of: record) }
      }
    }
    if let value = record.fields[field] {
      let declared = try ownFields(of: record).first { $0.name == field }
      return try blocks(value, type: declared?.type) { try show(field, of: record) }
    }
    guard let known = ScriptSchema.field(field, of: record.type) else { return [] }
    if case .model(let spec) = known.source {
      guard let value = record[spec.field] else { return [] }
      return try blocks(value, type: spec.type) { try show(field, of: record) }
    }
    return Self.paragraph(try show(field, of: record))
  }

  private func blocks(_ value: Value, type: FieldType?, shown: () throws -> String) throws
    -> [Block]
  {
    switch value {
    case .items(let items): return Self.blocks(items)
    case .text(let text) where type == .rich:
      return try CommonMarkReader.blocks(text, isTrusted: false)
    case .list(let values):
      let texts = values.compactMap { if case .text(let text) = $0 { text } else { nil } }
      if texts.count == values.count, type == .rich {
        return try texts.flatMap { try CommonMarkReader.blocks($0, isTrusted: false) }
      }
      if texts.count == values.count, type == .text {
        return [.bulletList(texts.map { [.plain(Self.words($0))] })]
      }
      return Self.paragraph(try shown())
    case .object(let fields):
      // A section of a report that holds several values.
      return try fields.flatMap { try blocks($0.value, type: type, shown: shown) }
    default: return Self.paragraph(try shown())
    }
  }

  /// Items as lists: neighbours with marks of the same kind make one list, paragraphs stand between.
  static func blocks(_ items: [Item]) -> [Block] {
    var out: [Block] = []
    var rest = items[...]
    while let first = rest.first {
      guard first.isBullet else {
        rest = rest.dropFirst()
        out.append(.para(inlines(first.text)))
        out += blocks(first.items)
        continue
      }
      let kind = ListKind(first.mark)
      let run = rest.prefix { $0.isBullet && ListKind($0.mark).continues(kind) }
      rest = rest.dropFirst(run.count)
      let entries = run.map { [.plain(inlines($0.text))] + blocks($0.items) }
      switch kind {
      case .bullet: out.append(.bulletList(entries))
      case .ordered(let start, let style, let delimiter):
        out.append(
          .orderedList(
            ListAttributes(start: start, style: style, delimiter: delimiter), entries))
      }
    }
    return out
  }

  /// What a mark makes of an item: `1.`, `a)`, or a plain bullet.
  private enum ListKind {
    case bullet
    case ordered(start: Int, ListNumberStyle, ListNumberDelimiter)

    init(_ mark: String?) {
      guard let mark, let last = mark.last, last == "." || last == ")" else {
        self = .bullet
        return
      }
      let inside = mark.dropLast().drop { $0 == "(" }
      let delimiter: ListNumberDelimiter =
        mark.hasPrefix("(") ? .twoParentheses : last == "." ? .period : .oneParenthesis
      if let number = Int(inside) {
        self = .ordered(start: number, .decimal, delimiter)
      } else if inside.utf8.count == 1, let letter = inside.utf8.first,
        (letter | 0x20) >= UInt8(ascii: "a"), (letter | 0x20) <= UInt8(ascii: "z")
      {
        let style: ListNumberStyle =
          letter >= UInt8(ascii: "a") ? .lowerAlpha : .upperAlpha
        self = .ordered(start: Int((letter | 0x20) - UInt8(ascii: "a")) + 1, style, delimiter)
      } else {
        self = .bullet
      }
    }

    func continues(_ other: ListKind) -> Bool {
      switch (self, other) {
      case (.bullet, .bullet): true
      case (.ordered(_, let one, let end), .ordered(_, let two, let otherEnd)):
        one == two && end == otherEnd
      default: false
      }
    }
  }

  /// The text of an item: CommonMark where it is one paragraph; what would become a list or a heading is taken as typed.
  static func inlines(_ text: String) -> [Inline] {
    guard let blocks = try? CommonMarkReader.blocks(text, isTrusted: false), blocks.count == 1
    else {
      return words(text)
    }
    switch blocks[0] {
    case .para(let inlines), .plain(let inlines): return inlines
    default: return words(text)
    }
  }

  static func words(_ text: String) -> [Inline] {
    var out: [Inline] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !out.isEmpty { out.append(.space) }
      out.append(.str(String(word)))
    }
    return out
  }

  private static func paragraph(_ text: String) -> [Block] {
    let words = words(text)
    return words.isEmpty ? [] : [.para(words)]
  }

  /// The members of the group that a report is of, role by role.
  private func members(of report: Record) throws -> [Block] {
    guard let group = try related(report, .of), group.type == .group else { return [] }
    let format = try format(of: group)
    let slot = report.reference(.slot)
    var lines: [[Inline]] = []
    var shownRoles: Set<String> = []
    for role in format?.roles ?? [] {
      shownRoles.insert(role.name)
      let actors = try actors(of: group.id, role: role.name, slot: slot)
      guard !actors.isEmpty else { continue }
      let label = format?.locales.written(role.naming.label, in: language) ?? role.name
      let names = ArenaModel.Wording.list(try actors.map(name), in: language)
      lines.append(Self.words("\(label): \(names)"))
    }
    if lines.isEmpty {
      lines = try actors(of: group.id, slot: slot).map { Self.words(try name(of: $0)) }
    }
    return lines.isEmpty ? [] : [.bulletList(lines.map { [.plain($0)] })]
  }

  private func nextSteps(of report: Record) throws -> [Block] {
    guard let of = try related(report, .of) else { return [] }
    guard let field = ScriptSchema.field("next_steps", of: of.type),
      case .records(let ids) = try value(of: field, in: of)
    else { return [] }
    let steps = try ids.compactMap(record).map { step in
      let who = ArenaModel.Wording.list(try step.actors(.who).map(name), in: language)
      let more = [who, step.stated(.due)?.text ?? ""].filter { !$0.isEmpty }
      let what = step.text(.what) ?? ""
      return Self.inlines(more.isEmpty ? what : "\(what) (\(more.joined(separator: ", ")))")
    }
    return steps.isEmpty ? [] : [.bulletList(steps.map { [.plain($0)] })]
  }
}
