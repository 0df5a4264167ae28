import ArenaModel

/// A record on the terminal: what it says, and everything that is linked to it.
struct RecordPage {
  private let record: Record
  private let view: ArenaView

  init(_ record: Record, _ view: ArenaView) {
    self.record = record
    self.view = view
  }

  func lines(width: Int) throws -> [String] {
    var out = [
      Terminal.styled(try view.name(of: record), .bold)
        + Terminal.styled("  (\(try view.noun(of: record)))", .dim)
    ]
    var rows = try facts()
    rows += try linked()
    let labelWidth = min(28, rows.map { TextLayout.width(of: $0.label) }.max() ?? 0)
    for row in rows where !row.text.isEmpty {
      let lines = TextLayout.wrap(row.text, to: max(20, width - labelWidth - 2))
      for (index, line) in lines.enumerated() {
        let label = index == 0 ? TextLayout.fit(row.label, to: labelWidth) : ""
        out.append(trimmed(TextLayout.pad(label, to: labelWidth) + "  " + line))
      }
    }
    for field in [ModelField.challenge, .body, .text] {
      guard let value = record[field], record.type != .attachment else { continue }
      out.append("")
      out += try body(value, field, width: width)
    }
    return out
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  private typealias Row = (label: String, text: String)

  /// The record's own fields. What names it stands in the heading, long texts below.
  private func facts() throws -> [Row] {
    let shownElsewhere: Set<ModelField> = [
      .code, .title, .name, .body, .challenge, .text, .content, .lines, .leftOver, .format,
      .formats,
    ]
    let text = try view.text(of: record)
    var rows: [Row] = []
    if record.type == .group {
      rows += try view.members(of: record).map { ($0.role, $0.names.joined(separator: ", ")) }
    }
    for spec in Schema.fields(of: record.type) where !shownElsewhere.contains(spec.field) {
      guard let value = record[spec.field] else { continue }
      let shown = try text.text(value, field: spec.field, of: record.type)
      let isBlank = shown.isEmpty && spec.type == .count
      rows.append((try view.label(spec.name, of: record), isBlank ? "—" : shown))
    }
    for entry in record.fields {
      rows.append((try view.label(entry.name, of: record), try text.text(entry.name, of: record)))
    }
    if record.isWithdrawn { rows.append(("", "withdrawn")) }
    return rows
  }

  /// What refers to the record, by its type and field.
  private func linked() throws -> [Row] {
    var rows: [Row] = []
    for other in try view.reading.records(referringTo: record.id) {
      if record.type == .group && other.type == .membership { continue }
      if other.type == .attachment || other.type == .arena { continue }
      rows.append((try relation(of: other), try summary(of: other)))
    }
    // One row a relation, its records after each other.
    var merged: [Row] = []
    for row in rows {
      if let index = merged.firstIndex(where: { $0.label == row.label }) {
        merged[index].text += "\n" + row.text
      } else {
        merged.append(row)
      }
    }
    return merged
  }

  private func relation(of other: Record) throws -> String {
    if other.type == .contribution, record.type == .contribution {
      return "→ " + (try view.noun(of: other))
    }
    let noun = try view.noun(of: other)
    return noun.prefix(1).uppercased() + noun.dropFirst()
  }

  private func summary(of other: Record) throws -> String {
    switch other.type {
    case .membership:
      let group = try other.reference(.group).map(view.name) ?? ""
      let text = try view.text(of: other)
      let slots = other.references(.slots).isEmpty ? "" : try text.text("slots", of: other)
      let details = [try text.text("role", of: other), slots].filter { !$0.isEmpty }
      return details.isEmpty ? group : "\(group) (\(details.joined(separator: ", ")))"
    case .link:
      let text = try view.text(of: other)
      let kind = Naming.spaced(other.text(.kind) ?? "link").lowercased()
      let basis = try text.text("basis", of: other)
      let ends = "\(try text.text("from", of: other)) — \(kind) → \(try text.text("to", of: other))"
      return basis.isEmpty ? ends : "\(ends) (\(basis))"
    default: return try view.name(of: other)
    }
  }

  private func body(_ value: Value, _ field: ModelField, width: Int) throws -> [String] {
    guard case .items(let items) = value else {
      return TextLayout.wrap(
        try view.text(of: record).text(value, field: field, of: record.type), to: width)
    }
    return lines(of: items, indent: 0, width: width)
  }

  private func lines(of items: [Item], indent: Int, width: Int) -> [String] {
    items.flatMap { item in
      let mark = item.isBullet ? (item.mark ?? "•") + " " : ""
      let hang = indent + TextLayout.width(of: mark)
      let wrapped = TextLayout.wrap(item.text, to: max(20, width - hang))
      return wrapped.enumerated().map { index, line in
        index == 0
          ? String(repeating: " ", count: indent) + mark + line
          : String(repeating: " ", count: hang) + line
      } + lines(of: item.items, indent: indent + 2, width: width)
    }
  }
}
