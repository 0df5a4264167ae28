import ArenaModel

@testable import ArenaStore

/// Records with every field of every type, filled by chance from a seed: what is true of them is true of any arena.
struct RandomArena {
  private var generator: SplitMix
  private var ids: [RecordType: [RecordID]] = [:]

  init(seed: UInt64) { generator = SplitMix(state: seed) }

  /// Adds `count` records of each type, each with some of its fields.
  mutating func fill(_ arena: some ArenaWriting, count: Int) throws {
    for type in RecordType.allCases where type != .arena {
      ids[type] = (0..<count).map { _ in arena.newID() }
    }
    for type in RecordType.allCases where type != .arena {
      for id in ids[type] ?? [] {
        var record = ArenaModel.Record(id: id, type: type, added: arena.now)
        fill(&record)
        try arena.insert(record)
      }
    }
  }

  /// Sets about half of the fields anew.
  mutating func fill(_ record: inout ArenaModel.Record) {
    for spec in Schema.fields(of: record.type) where chance(2) {
      record[spec.field] = value(spec)
    }
    record.fields = Fields()
    for name in ["topic", "share", "who", "more"] where chance(4) {
      record.fields[name] = anyValue(depth: 0)
    }
  }

  private mutating func value(_ spec: FieldSpec) -> Value {
    guard spec.isMany else { return value(spec.type, spec) }
    return .list((0..<number(1...3)).map { _ in value(spec.type, spec) })
  }

  private mutating func value(_ type: FieldType, _ spec: FieldSpec) -> Value {
    switch type {
    case .choice where !spec.terms.isEmpty: .text(spec.terms[number(0...(spec.terms.count - 1))])
    case .text, .rich, .choice, .perspective, .members, .nextSteps: .text(text())
    case .time: .text("2031-05-0\(number(1...9))T0\(number(0...9)):30")
    case .day: .text("2031-05-0\(number(1...9))")
    case .integer: .integer(number(-5...5000))
    case .number: .number(Double(number(0...100)) / 8)
    case .boolean: .boolean(chance(2))
    case .count: stated(isDate: false)
    case .date: stated(isDate: true)
    case .actor: .actor(actor())
    case .reference where chance(2): .elsewhere(elsewhere())
    case .person, .organisation, .group, .contribution, .slot, .block, .place, .nextStep,
      .strategyElement:
      .record(id(type.recordType))
    case .record, .reference: .record(id(nil))
    case .items: .items(items(depth: 0))
    case .object where spec.keys.isEmpty: .object(["dots": .integer(5), "who": anyValue(depth: 1)])
    case .object: .object(object(spec.keys))
    case .value: anyValue(depth: 0)
    case .blob: .blob((0..<number(0...40)).map { _ in UInt8(number(0...255)) })
    }
  }

  private mutating func object(_ keys: [FieldSpec.ObjectKey]) -> Fields {
    var fields = Fields()
    for key in keys where chance(2) || fields.isEmpty {
      let spec = FieldSpec(.title, key.type, help: "")
      let one = key.type == .object ? Value.object(["a": .integer(1)]) : value(key.type, spec)
      fields[key.name] = key.isMany ? .list([one]) : one
    }
    return fields
  }

  private mutating func anyValue(depth: Int) -> Value {
    switch number(0...(depth > 2 ? 5 : 10)) {
    case 0: .text(text())
    case 1: .integer(number(-9...9))
    case 2: .number(Double(number(0...9)))
    case 3: .boolean(chance(2))
    case 4: stated(isDate: chance(2))
    case 5: .actor(actor())
    case 6: .record(id(nil))
    case 7: .elsewhere(elsewhere())
    case 8: .items(items(depth: 0))
    case 9: .list([anyValue(depth: depth + 1), anyValue(depth: depth + 1)])
    default: .object(["inner": anyValue(depth: depth + 1), "stated": .text(text())])
    }
  }

  private mutating func stated(isDate: Bool) -> Value {
    switch number(0...2) {
    case 0: .stated(Stated(text: ""))
    case 1 where isDate: .stated(Stated(text: "6. mai", value: .date("2031-05-06")))
    case 1: .stated(Stated(text: "6 (8)", value: .number(6)))
    default: .stated(Stated(text: text(), value: isDate ? nil : .number(3.5)))
    }
  }

  private mutating func actor() -> Actor {
    switch number(0...2) {
    case 0: .person(id(.person))
    case 1: .organisation(id(.organisation))
    default: .name(text())
    }
  }

  private mutating func elsewhere() -> Elsewhere {
    Elsewhere(arena: text(), code: chance(2) ? "2.1" : nil, title: chance(2) ? text() : nil)
  }

  private mutating func items(depth: Int) -> [Item] {
    (0..<number(1...3)).map { _ in
      var item = Item(id: anyID(), text: text(), isBullet: chance(2))
      if chance(3) { item.mark = "a)" }
      if chance(3) { item.category = "good" }
      if depth < 3 && chance(3) { item.items = items(depth: depth + 1) }
      return item
    }
  }

  mutating func text() -> String {
    let words = [
      "nattog", "Åse", "ærlig", "øy", "e\u{301}", "\"sitat\"", "linje\nto", "tabb\t", "\\", "–",
      "😀", "samarbeid", "1.6", "\u{1}", "null", "{}", "",
    ]
    return (0..<number(0...4)).map { _ in words[number(0...(words.count - 1))] }
      .joined(separator: " ")
  }

  private mutating func id(_ type: RecordType?) -> RecordID {
    let types = RecordType.allCases.filter { ids[$0]?.isEmpty == false }
    guard !types.isEmpty else { return anyID() }
    let type = type ?? types[number(0...(types.count - 1))]
    guard let ids = ids[type], !ids.isEmpty else { return anyID() }
    return ids[number(0...(ids.count - 1))]
  }

  private mutating func anyID() -> RecordID { RecordID.random(using: &generator) }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  mutating func chance(_ oneIn: Int) -> Bool { number(1...oneIn) == 1 }
}
