/// Any JSON value. Objects keep the order of their keys, so that writing what was read changes nothing.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case double(Double)
  /// A number that neither `Int` nor `Double` can hold, as written.
  case bigNumber(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// The member of an object, or nil for a missing key and for what is no object.
  package subscript(key: String) -> JSONValue? {
    if case .object(let object) = self { object[key] } else { nil }
  }

  /// The element of an array, or nil outside it and for what is no array.
  package subscript(index: Int) -> JSONValue? {
    guard case .array(let array) = self, array.indices.contains(index) else { return nil }
    return array[index]
  }

  /// The text of a string.
  package var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The value of a whole number, also of one written as `3.0`.
  package var integer: Int? {
    switch self {
    case .integer(let value): value
    case .double(let value): Int(exactly: value)
    default: nil
    }
  }

  /// The value of any number, rounded to the nearest double.
  package var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .double(let value): value
    case .bigNumber(let text): Double(text)
    default: nil
    }
  }

  /// The value of true or false.
  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The elements of an array.
  package var array: [JSONValue]? { if case .array(let array) = self { array } else { nil } }

  /// The members of an object.
  package var object: JSONObject? { if case .object(let object) = self { object } else { nil } }

  /// Whether this is `null`.
  package var isNull: Bool { if case .null = self { true } else { false } }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(floatLiteral value: Double) { self = .double(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(nilLiteral: ()) { self = .null }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements.map { JSONObject.Member(key: $0.0, value: $0.1) }))
  }
}
