internal import ArenaModel

/// A value as the text that an import remembers it by.
enum Fingerprint {
  static func text(_ value: Value?) -> String? {
    switch value {
    case nil: nil
    case .text(let text): text
    case .integer(let integer): String(integer)
    case .number(let number): Wording.number(number)
    case .boolean(let boolean): boolean ? "true" : "false"
    case .stated(let stated): stated.text
    case .actor(.name(let name)): name
    case .actor(.person(let id)), .actor(.organisation(let id)), .record(let id): id.description
    case .elsewhere(let elsewhere):
      [elsewhere.arena, elsewhere.code ?? "", elsewhere.title ?? ""].joined(separator: "/")
    case .items(let items): rows(of: items).joined(separator: "\n")
    case .list(let values): values.compactMap { text($0) }.joined(separator: "\n")
    case .object(let fields):
      fields.compactMap { text($0.value) }.joined(separator: "\n")
    case .blob(let bytes): SHA256.hexadecimal(of: bytes)
    }
  }

  /// An item a row: its text, indented under what it is under, with what marks it.
  static func rows(of items: [Item], depth: Int = 0) -> [String] {
    items.flatMap { item in
      [row(item.text, isBullet: item.isBullet, mark: item.mark, depth)]
        + rows(of: item.items, depth: depth + 1)
    }
  }

  /// The rows of items as they were read, with the lines of each.
  static func rows(of items: [ItemReader.ReadItem], depth: Int = 0) -> [(
    text: String, lines: [Int]
  )] {
    items.flatMap { item in
      [(row(item.text, isBullet: item.isBullet, mark: item.mark, depth), item.lines)]
        + rows(of: item.items, depth: depth + 1)
    }
  }

  private static func row(_ text: String, isBullet: Bool, mark: String?, _ depth: Int) -> String {
    String(repeating: "  ", count: depth) + (isBullet ? (mark ?? "-") + " " : "") + text
  }

  /// The new items with the ids of the old ones where they say the same: a single bullet stays traced.
  static func items(
    _ read: [ItemReader.ReadItem], keepingIDsOf old: [Item], newID: () -> RecordID
  ) -> [Item] {
    var known: [String: [RecordID]] = [:]
    func collect(_ items: [Item]) {
      for item in items {
        known[item.text, default: []].append(item.id)
        collect(item.items)
      }
    }
    collect(old)
    func make(_ read: ItemReader.ReadItem) -> Item {
      let id = known[read.text]?.isEmpty == false ? known[read.text]?.removeFirst() : nil
      return Item(
        id: id ?? newID(), text: read.text, isBullet: read.isBullet, mark: read.mark,
        items: read.items.map(make))
    }
    return read.map(make)
  }
}
