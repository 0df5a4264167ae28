import ArenaModel
import ArgumentParser
import JSONCodec

/// `arena wall`: the topics side by side, a column a slot, as many as fit the terminal.
struct WallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wall",
    abstract: "Show the programme wall: who meets about what, slot by slot.",
    discussion: """
      EXAMPLES:
        arena wall
        arena wall --slot 2
        arena wall --json
        COLUMNS=160 arena wall | less
      """)

  @OptionGroup var options: ArenaFileOptions

  @Option(help: ArgumentHelp("Only this slot.", valueName: "number"))
  var slot: Int?

  @Flag(help: "Print the slots with their groups' ids, codes and titles as JSON.")
  var json = false

  func run() throws {
    try ArenaSession(options).read { view in
      var slots = try view.slots()
      if let slot {
        slots = slots.filter { $0.integer(.number) == slot }
        guard !slots.isEmpty else {
          throw CommandError(
            "The arena has no slot \(slot); its slots are "
              + (try view.slots().compactMap { $0.integer(.number).map(String.init) }
                .joined(separator: ", ")) + ".")
        }
      }
      let wall = try Wall(view, slots: slots, isWhole: slot == nil)
      if json { return Terminal.print(wall.json) }
      Terminal.print(wall.lines(width: Terminal.width).joined(separator: "\n"))
    }
  }
}

/// The wall as text: columns of cards under the slots' names.
struct Wall {
  private struct Column {
    let heading: String
    /// Nil for the groups that have no slot.
    let slot: Record?
    let cards: [Card]
  }

  private struct Card {
    let group: Record
    let title: String
    let details: [String]
  }

  private let title: String
  private var columns: [Column] = []
  private let empty: String

  init(_ view: ArenaView, slots: [Record], isWhole: Bool) throws {
    title = view.arena.text(.title) ?? ""
    empty = "The wall is empty: nobody has announced anything yet."
    let unsaid = try view.reading.records(of: .group).filter { $0.references(.slots).isEmpty }
    let throughout = try unsaid.filter { try view.format(of: $0)?.group.meetsThroughout == true }
    // Groups that meet throughout stand in each slot of their format; looked through once, not once a slot.
    var byFormat: [String?: [Record]] = [:]
    for group in throughout {
      byFormat[try view.format(of: group)?.name, default: []].append(group)
    }
    for slot in slots {
      let announced = try view.reading.records(of: .group, where: .slots, refersTo: slot.id)
      let groups = announced + (byFormat[try view.format(of: slot)?.name] ?? [])
      columns.append(
        Column(
          heading: try view.name(of: slot), slot: slot,
          cards: try view.inOrder(groups).map { try Wall.card($0, view) }))
    }
    guard isWhole else { return }
    let placed = Set(throughout.map(\.id))
    let unplaced = unsaid.filter { !placed.contains($0.id) }
    if !unplaced.isEmpty {
      columns.append(
        Column(
          heading: "—", slot: nil, cards: try view.inOrder(unplaced).map { try Wall.card($0, view) }
        ))
    }
  }

  private static func card(_ group: Record, _ view: ArenaView) throws -> Card {
    var details: [String] = []
    if let first = try view.members(of: group).first {
      details.append(first.names.joined(separator: ", "))
    }
    if let place = group.reference(.place) { details.append(try view.name(of: place)) }
    if let headcount = group.stated(.headcount), !headcount.text.isEmpty {
      details.append(try view.label("headcount", of: group) + ": " + headcount.text)
    }
    if let state = group.text(.state), state != "announced", state != "open" {
      details.append("(" + (try view.text(of: group).text("state", of: group)) + ")")
    }
    return Card(group: group, title: try view.name(of: group), details: details)
  }

  var json: String {
    JSONValue.array(
      columns.map { column in
        var out = JSONObject()
        out["slot"] = column.slot.map { .string($0.id.description) }
        out["number"] = column.slot?.integer(.number).map { .integer($0) }
        out["title"] = .string(column.heading)
        out["groups"] = .array(
          column.cards.map { card in
            var group = JSONObject()
            group["id"] = .string(card.group.id.description)
            group["code"] = card.group.text(.code).map { .string($0) }
            group["title"] = card.group.text(.title).map { .string($0) }
            group["details"] = .array(card.details.map { .string($0) })
            return .object(group)
          })
        return .object(out)
      }
    ).text()
  }

  /// As many columns side by side as are at least 24 wide; further slots follow below.
  func lines(width: Int) -> [String] {
    guard columns.contains(where: { !$0.cards.isEmpty }) else { return [title, "", empty] }
    let perBand = max(1, min(columns.count, (width + 3) / 27))
    let columnWidth = (width - 3 * (perBand - 1)) / perBand
    var out = [Terminal.styled(title, .bold)]
    var start = 0
    while start < columns.count {
      let band = Array(columns[start..<min(start + perBand, columns.count)])
      out.append("")
      out += Wall.band(band, columnWidth: columnWidth)
      start += perBand
    }
    return out
  }

  private static func band(_ columns: [Column], columnWidth: Int) -> [String] {
    let cells: [[(text: String, style: Terminal.Style?)]] = columns.map { column in
      var lines: [(text: String, style: Terminal.Style?)] = []
      lines += TextLayout.wrap(column.heading, to: columnWidth).map { ($0, .bold) }
      lines.append((String(repeating: "─", count: columnWidth), nil))
      for card in column.cards {
        lines += TextLayout.wrap(card.title, to: columnWidth).map { ($0, nil) }
        for detail in card.details {
          lines += TextLayout.wrap(detail, to: columnWidth - 2).map { ("  " + $0, .dim) }
        }
        lines.append(("", nil))
      }
      return lines
    }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { row in
      var line = ""
      for (index, column) in cells.enumerated() {
        let cell = row < column.count ? column[row] : (text: "", style: nil)
        let text = index == cells.count - 1 ? cell.text : TextLayout.pad(cell.text, to: columnWidth)
        line += cell.style.map { Terminal.styled(text, $0) } ?? text
        if index < cells.count - 1 { line += "   " }
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
