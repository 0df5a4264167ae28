/// The members of a JSON object in their order.
///
/// A key that stands twice is kept twice, as it was stated; looking it up gives the last, as most parsers do. Keys match
/// byte for byte: é in one piece and é in two are different keys, other than `String`'s own `==` has it.
package struct JSONObject: Equatable, Sendable {
  /// One key with its value.
  package struct Member: Equatable, Sendable {
    package var key: String
    package var value: JSONValue

    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// All members, in order.
  package private(set) var members: [Member]

  package init(_ members: [Member] = []) { self.members = members }

  /// The value for a key; setting nil removes it, setting a new key appends it.
  package subscript(key: String) -> JSONValue? {
    get { place(of: key).map { members[$0].value } }
    set {
      if let newValue {
        if let place = place(of: key) {
          members[place].value = newValue
        } else {
          members.append(Member(key: key, value: newValue))
        }
      } else {
        members.removeAll { Self.same($0.key, key) }
      }
    }
  }

  /// Appends a member without looking whether its key is there.
  package mutating func append(_ key: String, _ value: JSONValue) {
    members.append(Member(key: key, value: value))
  }

  /// The keys in order.
  package var keys: [String] { members.map(\.key) }

  package var count: Int { members.count }

  package var isEmpty: Bool { members.isEmpty }

  private func place(of key: String) -> Int? { members.lastIndex { Self.same($0.key, key) } }

  private static func same(_ one: String, _ other: String) -> Bool {
    one == other && one.utf8.elementsEqual(other.utf8)
  }
}

extension JSONObject: Sequence {
  package func makeIterator() -> IndexingIterator<[Member]> { members.makeIterator() }
}
