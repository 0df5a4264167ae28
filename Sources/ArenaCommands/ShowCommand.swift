import ArenaModel
import ArgumentParser

/// `arena show CODE`: a record with everything that is linked to it.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a group, an input, a person, a slot or anything else, with all that is linked.",
    discussion: """
      EXAMPLES:
        arena show 1.6
        arena show "Kari Nordmann"
        arena show contribution:1.6
        arena show 1.6 --json
      """)

  @Argument(help: "A code, a name, a slot's number, an id, or TYPE:NAME.")
  var what: String

  @OptionGroup var options: ArenaFileOptions

  @Flag(help: "Print the records as JSON, as the dump has them.")
  var json = false

  func run() throws {
    try ArenaSession(options).read { view in
      let found = try RecordLookup(view).find(what)
      guard !found.isEmpty else {
        let near = try RecordLookup(view).nearest(what)
        throw CommandError(
          "Nothing in this arena has the code, name or id “\(what)”."
            + (near.map { " Did you mean “\($0)”?" } ?? "")
            + " Try: arena search \(what.split(separator: " ").first ?? "WORDS")")
      }
      if json { return try RecordsJSON.print(found) }
      let pages = try found.map { try RecordPage($0, view).lines(width: Terminal.width) }
      Terminal.print(pages.map { $0.joined(separator: "\n") }.joined(separator: "\n\n"))
    }
  }
}

/// Finds records by what people call them.
struct RecordLookup {
  private let view: ArenaView

  init(_ view: ArenaView) { self.view = view }

  /// The records with a code, name or id; groups first, then what they handed in.
  func find(_ text: String) throws -> [Record] {
    if let id = RecordID(text) {
      if let record = try view.reading.record(id) { return [record] }
      return try view.reading.record(withItem: id).map { [$0] } ?? []
    }
    // TYPE:NAME, as the actions take it.
    let halves = text.split(separator: ":", maxSplits: 1)
    if halves.count == 2, let type = RecordType(rawValue: String(halves[0])) {
      let name = String(halves[1])
      if type == .block, let number = Int(name) {
        return try view.slots().filter { $0.integer(.number) == number }
      }
      return try view.reading.records(of: type, named: name)
    }
    let types: [RecordType] = [
      .group, .contribution, .person, .organisation, .place, .strategyElement, .block, .attachment,
    ]
    var found = try types.flatMap { try view.reading.records(of: $0, named: text) }
    if found.isEmpty, let number = Int(text) {
      found = try view.slots().filter { $0.integer(.number) == number }
    }
    return found
  }

  /// The code or name nearest to the text.
  func nearest(_ text: String) throws -> String? {
    var known: [String] = []
    for type in [RecordType.group, .contribution] {
      known += try view.reading.records(of: type).compactMap { $0.text(.code) }
    }
    for type in [RecordType.person, .organisation, .place] {
      known += try view.reading.records(of: type).compactMap { $0.text(.name) }
    }
    return Folding.nearest(text, among: known)
  }
}
