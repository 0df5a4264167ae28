/// A plugin's table as bytes, as it is remembered: a tag before each value, lengths before what is counted.
struct PluginTableWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ text: String) {
    write(count: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ texts: [String]) {
    write(count: texts.count)
    for text in texts { write(text) }
  }

  mutating func write(count: Int) {
    withUnsafeBytes(of: UInt32(count).littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ table: PluginTable) {
    write(count: table.list.count)
    for value in table.list { write(value) }
    write(count: table.keys.count)
    for (name, value) in table.keys {
      write(name)
      write(value)
    }
    write(table.strangers)
  }

  private mutating func write(_ value: PluginValue) {
    func tag(_ tag: PluginValueTag) { bytes.append(tag.rawValue) }
    switch value {
    case .boolean(let value): tag(value ? .yes : .no)
    case .integer(let value):
      tag(.integer)
      write(UInt64(bitPattern: Int64(value)))
    case .number(let value):
      tag(.number)
      write(value.bitPattern)
    case .string(let text):
      tag(.string)
      write(text)
    case .table(let table):
      tag(.table)
      write(table)
    case .function(let place):
      tag(.function)
      write(count: place)
    case .other(let type):
      tag(.other)
      write(type)
    }
  }
}

private enum PluginValueTag: UInt8 {
  case no, yes, integer, number, string, table, function, other
}

/// Reads what `PluginTableWriter` wrote. Anything else is an error, whatever bytes they are.
struct PluginTableParser {
  struct Malformed: Error {}

  private let bytes: UnsafeRawBufferPointer
  private var place = 0
  private var depth = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func number() throws(Malformed) -> UInt64 {
    UInt64(littleEndian: try load())
  }

  /// A count of things of a byte or more each.
  mutating func count() throws(Malformed) -> Int {
    let count = Int(UInt32(littleEndian: try load()))
    guard count <= bytes.count - place else { throw Malformed() }
    return count
  }

  mutating func text() throws(Malformed) -> String {
    let length = try count()
    defer { place += length }
    return String(decoding: bytes[place..<place + length], as: UTF8.self)
  }

  mutating func texts() throws(Malformed) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try count()) { texts.append(try text()) }
    return texts
  }

  mutating func table() throws(Malformed) -> PluginTable {
    guard depth < PluginTableReader.mostDepth else { throw Malformed() }
    depth += 1
    defer { depth -= 1 }
    var table = PluginTable()
    for _ in 0..<(try count()) { table.list.append(try value()) }
    let keys = try count()
    table.keys.reserveCapacity(keys)
    for _ in 0..<keys { table.keys.append((try text(), try value())) }
    table.strangers = try texts()
    return table
  }

  private mutating func value() throws(Malformed) -> PluginValue {
    let tag: UInt8 = try load()
    switch PluginValueTag(rawValue: tag) {
    case .no: return .boolean(false)
    case .yes: return .boolean(true)
    case .integer: return .integer(Int(Int64(bitPattern: try number())))
    case .number: return .number(Double(bitPattern: try number()))
    case .string: return .string(try text())
    case .table: return .table(try table())
    // A place is checked against the functions there are before it is used.
    case .function: return .function(Int(UInt32(littleEndian: try load())))
    case .other: return .other(try text())
    case nil: throw Malformed()
    }
  }

  private mutating func load<Number: FixedWidthInteger>() throws(Malformed) -> Number {
    let size = MemoryLayout<Number>.size
    guard place + size <= bytes.count else { throw Malformed() }
    defer { place += size }
    return bytes.loadUnaligned(fromByteOffset: place, as: Number.self)
  }
}
