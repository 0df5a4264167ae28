/// What a field holds. "No value" is the absence of a value (nil), never a case of its own.
package indirect enum Value: Sendable, Hashable {
  case text(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  /// A count or a date: the text as written beside what was read from it.
  case stated(Stated)
  case actor(Actor)
  case record(RecordID)
  /// A record of another arena.
  case elsewhere(Elsewhere)
  case items([Item])
  case list([Value])
  case object(Fields)
  case blob([UInt8])
}

/// A count or a date as it was stated. A blank one has the text "".
package struct Stated: Sendable, Hashable {
  package var text: String
  /// What the text says, if it says anything that can be read.
  package var value: Reading?

  package enum Reading: Sendable, Hashable {
    case number(Double)
    /// An ISO date.
    case date(String)
  }

  package init(text: String, value: Reading? = nil) {
    self.text = text
    self.value = value
  }
}

/// Somebody who owns, does, says or receives something.
package enum Actor: Sendable, Hashable {
  case person(RecordID)
  case organisation(RecordID)
  /// A name that nobody could match stays as written.
  case name(String)

  package var id: RecordID? {
    switch self {
    case .person(let id), .organisation(let id): id
    case .name: nil
    }
  }
}

/// A record of another arena: what is known of it here.
package struct Elsewhere: Sendable, Hashable {
  package var arena: String
  package var code: String?
  package var title: String?

  package init(arena: String, code: String? = nil, title: String? = nil) {
    self.arena = arena
    self.code = code
    self.title = title
  }
}

/// One item of a body: a bullet, a numbered point or a paragraph, with its own id so that it can be traced.
package struct Item: Sendable, Hashable {
  package var id: RecordID
  package var text: String
  /// The field's category that it was sorted into.
  package var category: String?
  /// False: a paragraph.
  package var isBullet: Bool
  /// The mark as written where it counts: "1.", "a)"; nil for a plain bullet.
  package var mark: String?
  package var items: [Item]

  package init(
    id: RecordID, text: String, category: String? = nil, isBullet: Bool = true,
    mark: String? = nil, items: [Item] = []
  ) {
    self.id = id
    self.text = text
    self.category = category
    self.isBullet = isBullet
    self.mark = mark
    self.items = items
  }
}

/// Named values in the order in which they were set: what a format added to a record, and the model's small objects.
package struct Fields: Sendable, Hashable, Sequence, ExpressibleByDictionaryLiteral {
  private var entries: [Entry]

  package struct Entry: Sendable, Hashable {
    package let name: String
    package var value: Value
  }

  package init() { entries = [] }

  package init(dictionaryLiteral elements: (String, Value)...) {
    self.init()
    for (name, value) in elements { self[name] = value }
  }

  package subscript(name: String) -> Value? {
    get { entries.first { $0.name == name }?.value }
    set {
      let index = entries.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append(Entry(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The same names with the same values; their order is for people to read.
  package static func == (one: Fields, other: Fields) -> Bool {
    one.entries == other.entries
      || (one.count == other.count
        && one.entries.allSatisfy { other[$0.name] == $0.value })
  }

  package func hash(into hasher: inout Hasher) {
    for entry in entries.sorted(by: { $0.name < $1.name }) { hasher.combine(entry) }
  }

  package var isEmpty: Bool { entries.isEmpty }
  package var count: Int { entries.count }
  package var names: [String] { entries.map(\.name) }

  package func makeIterator() -> Array<Entry>.Iterator { entries.makeIterator() }
}
