import ArenaModel
import ArgumentParser
import JSONCodec

/// `arena stats`: the arena in numbers.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count people, groups and inputs: by perspective, organisation, slot and kind.",
    discussion: """
      EXAMPLES:
        arena stats
        arena stats --json
      """)

  @OptionGroup var options: ArenaFileOptions

  @Flag(help: "Print the counts as JSON.")
  var json = false

  func run() throws {
    try ArenaSession(options).read { view in
      let statistics = try ArenaStatistics(view)
      Terminal.print(json ? statistics.json : statistics.lines(width: Terminal.width))
    }
  }
}

/// Counts, each with what it is counted by.
struct ArenaStatistics {
  private struct Section {
    let name: String
    let title: String
    let counts: [(label: String, count: Int)]
  }

  private var totals: [(name: String, label: String, count: Int)] = []
  private var sections: [Section] = []

  init(_ view: ArenaView) throws {
    let format = view.format(nil)
    func nouns(_ type: RecordType) -> String {
      format?.nouns(of: type, language: view.language)
        ?? ModelLabels.nouns(of: type, in: view.language)
    }
    func noun(_ type: RecordType) -> String {
      format?.noun(of: type, language: view.language)
        ?? ModelLabels.noun(of: type, in: view.language)
    }
    for type in [RecordType.person, .group, .contribution, .nextStep, .report] {
      let count = try view.reading.count(of: type)
      totals.append((type.plural, count == 1 ? noun(type) : nouns(type), count))
    }
    let people = try view.reading.records(of: .person)
    let groups = try view.reading.records(of: .group)
    let inputs = try view.reading.records(of: .contribution)
    func label(_ field: ModelField, _ type: RecordType) -> String {
      format?.label(of: field.name, in: type, language: view.language)
        ?? ModelLabels.written(field.name, of: type, in: view.language)
    }
    var perspectives = Tally()
    var organisations = Tally()
    for person in people {
      for name in person.texts(.perspectives) {
        let term = format?.perspective(name)
        perspectives.add(
          term.map { format?.locales.written($0.naming.label, in: view.language) ?? name } ?? name)
      }
      if let id = person.reference(.organisation) { organisations.add(try view.name(of: id)) }
    }
    var slots = Tally()
    var inputsBySlot = Tally()
    // Counted once, not once a slot.
    var groupsIn: [RecordID: Int] = [:]
    for group in groups {
      for slot in Set(group.references(.slots)) { groupsIn[slot, default: 0] += 1 }
    }
    var inputsIn: [RecordID: Int] = [:]
    for input in inputs {
      if let slot = input.reference(.slot) { inputsIn[slot, default: 0] += 1 }
    }
    for slot in try view.slots() {
      let name = try view.name(of: slot)
      slots.add(name, groupsIn[slot.id] ?? 0)
      inputsBySlot.add(name, inputsIn[slot.id] ?? 0)
    }
    var kinds = Tally()
    for input in inputs where input.text(.kind) != nil {
      kinds.add(try view.text(of: input).text("kind", of: input))
    }
    sections = [
      Section(
        name: "perspectives", title: label(.perspectives, .person), counts: perspectives.ranked),
      Section(
        name: "organisations", title: ModelLabels.nouns(of: .organisation, in: view.language),
        counts: organisations.ranked),
      Section(name: "groups_by_slot", title: nouns(.group), counts: slots.counts),
      Section(
        name: "contributions_by_slot", title: nouns(.contribution), counts: inputsBySlot.counts),
      Section(name: "kinds", title: label(.kind, .contribution), counts: kinds.ranked),
    ].filter { section in section.counts.contains { $0.count > 0 } }
  }

  /// Counts in the order in which they were first met.
  private struct Tally {
    private(set) var counts: [(label: String, count: Int)] = []
    private var places: [String: Int] = [:]
    var ranked: [(label: String, count: Int)] {
      counts.enumerated().sorted {
        ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
      }.map(\.element)
    }

    mutating func add(_ label: String, _ count: Int = 1) {
      if let index = places[label] {
        counts[index].count += count
      } else {
        places[label] = counts.count
        counts.append((label, count))
      }
    }
  }

  /// The totals, then a bar chart a section.
  func lines(width: Int) -> String {
    var out = totals.filter { $0.count > 0 }.map { "\($0.count) \($0.label)" }
    if out.isEmpty && sections.isEmpty { return "There is nothing to count yet." }
    for section in sections {
      out += [
        "",
        Terminal.styled(section.title.prefix(1).uppercased() + section.title.dropFirst(), .bold),
      ]
      let labelWidth = min(
        width / 2, section.counts.map { TextLayout.width(of: $0.label) }.max() ?? 0)
      let most = section.counts.map(\.count).max() ?? 1
      let digits = String(most).count
      let room = max(4, width - labelWidth - digits - 6)
      for (label, count) in section.counts {
        let number = String(repeating: " ", count: digits - String(count).count) + String(count)
        let bar = String(
          repeating: "█", count: count == 0 ? 0 : max(1, count * min(room, 40) / max(most, 1)))
        out.append(
          "  " + TextLayout.pad(TextLayout.fit(label, to: labelWidth), to: labelWidth)
            + "  \(number)" + (bar.isEmpty ? "" : " \(bar)"))
      }
    }
    return out.joined(separator: "\n")
  }

  var json: String {
    var out = JSONObject()
    for total in totals { out[total.name] = .integer(total.count) }
    for section in sections {
      var counts = JSONObject()
      for (label, count) in section.counts { counts[label] = .integer(count) }
      out["by_" + section.name] = .object(counts)
    }
    return JSONValue.object(out).text()
  }
}
