import ArenaModel
import ArenaStore

/// A large invented arena, for the bench: as many contributions as asked for, each with a group, a host and a member.
enum Sample {
  static let declaration: FormatDeclaration = {
    var format = FormatDeclaration(
      name: "sample", title: "Sample", locales: Locales(language: "en"))
    var host = RoleDeclaration(Naming("host"))
    host.count = CountRange(least: 1)
    host.isExclusive = true
    format.roles = [host, RoleDeclaration(Naming("member"))]
    return format
  }()

  static func make(at path: String, contributions: Int) throws {
    let file = try ArenaFile.create(
      at: path, effects: .fixed(), header: ActionHeader(name: "new")
    ) { arena in
      try add(.arena, [.title: .text("Stor arena"), .language: .text("nb")], to: arena)
    }
    // Fifty to an action, as imports of sheets come in.
    let words = ["samarbeid", "skole", "arbeid", "helse", "nærmiljø", "båt", "skinner", "vern"]
    var slots: [RecordID] = []
    try file.write(ActionHeader(name: "programme")) { arena in
      for number in 1...max(1, contributions / 50) {
        slots.append(
          try add(
            .block, [.kind: .text("slot"), .number: .integer(number), .day: .integer(1)],
            to: arena))
      }
    }
    for start in stride(from: 0, to: contributions, by: 50) {
      try file.write(ActionHeader(name: "import")) { arena in
        for index in start..<min(start + 50, contributions) {
          let code = "\(index / 50 + 1).\(index % 50 + 1)"
          let host = try add(.person, [.name: .text("Vert Nummer \(index)")], to: arena)
          let group = try add(
            .group,
            [
              .code: .text(code), .title: .text("Samtale om \(words[index % 8]) \(index)"),
              .format: .text("sample"), .slots: .list([.record(slots[index / 50 % slots.count])]),
              .headcount: .stated(Stated(text: "6", value: .number(6))),
            ], to: arena)
          try add(
            .membership,
            [
              .actor: .actor(.person(host)), .role: .text("host"), .group: .record(group),
            ], to: arena)
          let items = (0..<5).map { item in
            let rare = index % 50 == 0 && index < 5000 && item == 0 ? " sjeldenord" : ""
            return Item(
              id: arena.newID(),
              text: "Vi vil ha bedre \(words[(index + item) % 8]) på sted \(index % 97)\(rare)")
          }
          try add(
            .contribution,
            [
              .code: .text(code), .title: .text("Innspill \(index)"),
              .groups: .list([.record(group)]), .body: .items(items),
            ], to: arena)
        }
      }
    }
  }

  @discardableResult
  private static func add(
    _ type: RecordType, _ values: [ModelField: Value], to arena: ArenaTransaction
  ) throws -> RecordID {
    var record = ArenaModel.Record(id: arena.newID(), type: type, added: arena.now)
    for (field, value) in values { record[field] = value }
    try arena.insert(record)
    return record.id
  }

  /// What `show` reads: a contribution by its code, its group, and all that refers to them.
  static func show(_ code: String, in file: ArenaFile) throws -> Int {
    try file.read { arena in
      var count = 0
      for record in try arena.records(of: .contribution, named: code) {
        count += try arena.records(referringTo: record.id).count
        for group in record.references(.groups) {
          count += try arena.record(group) == nil ? 0 : 1
          count += try arena.records(referringTo: group).count
        }
      }
      return count
    }
  }
}
