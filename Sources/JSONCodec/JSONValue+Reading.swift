extension JSONValue {
  /// How deep a value may be nested: freeing one recurses, and this stays far from any stack's end.
  package static let maximumDepth = 2_000

  /// Reads a text that is one JSON value.
  package init(parsing text: String) throws(JSONError) {
    try self.init(parsing: Array(text.utf8))
  }

  /// Reads UTF-8 bytes that are one JSON value.
  package init(parsing bytes: [UInt8]) throws(JSONError) {
    self = try bytes.withUnsafeBufferPointer {
      (bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) -> JSONValue in
      try JSONValue(parsing: UnsafeRawBufferPointer(bytes))
    }
  }

  /// Reads UTF-8 bytes that are one JSON value.
  package init(parsing bytes: UnsafeRawBufferPointer) throws(JSONError) {
    var scanner = JSONScanner(bytes, maximumDepth: Self.maximumDepth)
    self = try scanner.readValue()
    try scanner.finish()
  }
}

extension JSONScanner {
  /// A container that is being read; appended to in place, so that nothing is copied as it grows.
  private struct Open {
    let isObject: Bool
    var elements: [JSONValue] = []
    var members: [JSONObject.Member] = []
    var key = ""
  }

  /// Takes a whole value. Containers are followed without recursion.
  package mutating func readValue() throws(JSONError) -> JSONValue {
    var open: [Open] = []
    while true {
      var value = JSONValue.null
      switch try peekKind() {
      case .object:
        if try enterObject() {
          open.append(Open(isObject: true, key: try readKey()))
          continue
        }
        value = .object(JSONObject())
      case .array:
        if try enterArray() {
          open.append(Open(isObject: false))
          continue
        }
        value = .array([])
      case .string: value = .string(try readString())
      case .number:
        switch try readNumber() {
        case .integer(let number): value = .integer(number)
        case .double(let number): value = .double(number)
        case .text(let text): value = .bigNumber(text)
        }
      case .boolean: value = .bool(try readBoolean())
      case .null: try readNull()
      }
      while true {
        let last = open.count - 1
        if last < 0 { return value }
        if open[last].isObject {
          open[last].members.append(JSONObject.Member(key: open[last].key, value: value))
          if try continueObject() {
            open[last].key = try readKey()
            break
          }
          value = .object(JSONObject(open.removeLast().members))
        } else {
          open[last].elements.append(value)
          if try continueArray() { break }
          value = .array(open.removeLast().elements)
        }
      }
    }
  }
}
