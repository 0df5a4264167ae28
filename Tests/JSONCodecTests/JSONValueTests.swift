import JSONCodec
import Testing

@Suite struct JSONValueTests {
  @Test(arguments: [
    "null", "true", "false", "0", "-1", "9223372036854775807", "-9223372036854775808",
    "9223372036854775808", "-92233720368547758080", "0.1", "-2.5", "1e-07", "5e-324",
    "1.7976931348623157e+308", "1e999", "-0", "\"\"", "\"å ø æ\"",
    "\"a\\\"b\\\\c\\n\\r\\t\\u0001\"",
    "[]", "{}", "[1,[2,[]],{}]", "{\"b\":1,\"a\":{\"c\":[null]}}", "{\"a\":1,\"a\":2}",
  ])
  func `What is written compactly reads and writes back byte for byte`(text: String) throws {
    let value = try JSONValue(parsing: text)
    let written = value.text()
    #expect(written == text)
    #expect(try JSONValue(parsing: written) == value)
    #expect(try JSONValue(parsing: value.text(.lines)) == value)
  }

  @Test func `Escapes and surrogate pairs become their characters`() throws {
    let text = #"  "\u00e5\/\b\f\uD83D\uDE00\u0000" "#
    #expect(try JSONValue(parsing: text) == .string("å/\u{8}\u{C}😀\u{0}"))
  }

  @Test func `A key in one piece and the same key in two pieces are two keys`() throws {
    let value = try JSONValue(parsing: #"{"\u00e9":1,"e\u0301":2}"#)
    #expect(value["\u{E9}"]?.integer == 1)
    #expect(value["e\u{301}"]?.integer == 2)
  }

  @Test func `The last of two equal keys is the one that is found`() throws {
    #expect(try JSONValue(parsing: #"{"a":1,"a":2}"#)["a"]?.integer == 2)
  }

  @Test func `A byte order mark is passed over`() throws {
    #expect(try JSONValue(parsing: [0xEF, 0xBB, 0xBF, 0x31]) == 1)
  }

  @Test(arguments: [
    ("", 1, 1, "ends where a value"),
    ("[1,\n 2,]", 2, 4, "a value was expected, and ‘]’"),
    ("{\"å\" 1}", 1, 6, "‘:’ after a key"),
    ("[1 2]", 1, 4, "‘,’ or ‘]’"),
    ("01", 1, 1, "needless zero"),
    ("1.", 1, 3, "a digit"),
    ("\"abc", 1, 1, "has no end"),
    ("\"a\nb\"", 1, 3, "control character U+000A"),
    ("\"\\x\"", 1, 2, "no escape"),
    ("\"\\ud800\"", 1, 2, "surrogate"),
    ("\"\\ud800\\u0041\"", 1, 2, "surrogate"),
    ("\"\\u12g4\"", 1, 6, "four hexadecimal digits"),
    ("nul", 1, 1, "a value"),
    ("1 2", 1, 3, "the end of the text"),
    ("[\"a\\", 1, 2, "has no end"),
  ])
  func `A malformed text is refused with its place`(
    text: String, line: Int, column: Int, problem: String
  ) throws {
    let error = try #require(throws: JSONError.self) { try JSONValue(parsing: text) }
    #expect(error.line == line)
    #expect(error.column == column)
    #expect(error.description.contains(problem))
  }

  @Test func `Bytes that are no UTF-8 are refused`() {
    #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xC3, 0x28, 0x22]) }
    #expect(throws: JSONError.self) { try JSONValue(parsing: [0xFF]) }
    #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0x5C]) }
  }

  @Test func `Deep nesting up to the limit is read, written and freed, and beyond it is refused`()
    throws
  {
    func nested(_ depth: Int) -> String {
      String(repeating: "[{\"a\":", count: depth / 2) + "1"
        + String(repeating: "}]", count: depth / 2)
    }
    let text = nested(JSONValue.maximumDepth)
    #expect(try JSONValue(parsing: text).text() == text)
    for depth in [JSONValue.maximumDepth + 2, 1_000_000] {
      let error = try #require(throws: JSONError.self) { try JSONValue(parsing: nested(depth)) }
      #expect(error.description.contains("deeper than 2000"))
    }
  }

  @Test func `Random values read back equal in both layouts`() throws {
    var random = SplitMix(seed: 7)
    for _ in 0..<300 {
      let value = random.value(depth: 4)
      #expect(try JSONValue(parsing: value.text()) == value)
      #expect(try JSONValue(parsing: value.text(.lines)) == value)
    }
  }

  @Test func `A text cut off or changed anywhere ends in a value or an error`() throws {
    var random = SplitMix(seed: 11)
    let text = Array(
      #"{"t":"Str","c":["a\u00e5\ud83d\ude00",-1.5e3,true,null,{"å":[[],{}]}]}"#.utf8)
    for end in 0...text.count { _ = try? JSONValue(parsing: Array(text[..<end])) }
    for _ in 0..<5_000 {
      var bytes = text
      for _ in 0..<Int(random.next() % 4 + 1) {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      if let value = try? JSONValue(parsing: bytes) {
        #expect(try JSONValue(parsing: value.text()) == value)
      }
    }
  }
}

/// Sebastiano Vigna's SplitMix64: the same seed gives the same values everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func value(depth: Int) -> JSONValue {
    switch next() % (depth > 0 ? 8 : 6) {
    case 0: .null
    case 1: .bool(next() % 2 == 0)
    case 2: .integer(Int(truncatingIfNeeded: next() >> (next() % 64)))
    case 3:
      switch Double(bitPattern: next()) {
      case let number where number.isFinite: .double(number)
      default: .double(0.5)
      }
    case 4, 5: .string(text())
    case 6: .array((0..<next() % 5).map { _ in value(depth: depth - 1) })
    default:
      .object(
        JSONObject(
          (0..<next() % 5).map { _ in JSONObject.Member(key: text(), value: value(depth: depth - 1))
          }))
    }
  }

  mutating func text() -> String {
    String(
      String.UnicodeScalarView(
        (0..<next() % 12).map { _ in
          let ranges: [UInt32] = [0x20, 0x80, 0x800, 0x11_0000]
          let limit = ranges[Int(next() % 4)]
          return Unicode.Scalar(UInt32(next() % UInt64(limit))) ?? "\u{FFFD}"
        }))
  }
}
