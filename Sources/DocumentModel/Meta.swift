/// A document's metadata: a map from names to values, ordered by name as pandoc's is.
package struct Meta: Equatable, Sendable {
  /// One name with its value.
  package struct Entry: Equatable, Sendable {
    package let name: String
    package var value: MetaValue

    package init(_ name: String, _ value: MetaValue) {
      self.name = name
      self.value = value
    }
  }

  /// All entries, ordered by the Unicode scalars of their names; no name stands twice.
  package private(set) var entries: [Entry] = []

  package init() {}

  /// Of entries with the same name the last holds.
  package init(_ entries: some Sequence<Entry>) {
    for entry in entries { self[entry.name] = entry.value }
  }

  package var isEmpty: Bool { entries.isEmpty }

  /// The value of a name; setting nil removes it.
  package subscript(name: String) -> MetaValue? {
    get {
      let (place, isThere) = find(name)
      return isThere ? entries[place].value : nil
    }
    set {
      let (place, isThere) = find(name)
      switch (newValue, isThere) {
      case (let value?, true): entries[place].value = value
      case (let value?, false): entries.insert(Entry(name, value), at: place)
      case (nil, true): entries.remove(at: place)
      case (nil, false): break
      }
    }
  }

  /// Where the name stands or would stand; byte order of UTF-8 is the order of scalars.
  private func find(_ name: String) -> (place: Int, isThere: Bool) {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      let other = entries[middle].name
      if other.utf8.elementsEqual(name.utf8) { return (middle, true) }
      if other.utf8.lexicographicallyPrecedes(name.utf8) { low = middle + 1 } else { high = middle }
    }
    return (low, false)
  }
}

/// A value in the metadata.
package enum MetaValue: Equatable, Sendable {
  case map(Meta)
  case list([MetaValue])
  case bool(Bool)
  case string(String)
  case inlines([Inline])
  case blocks([Block])
}
