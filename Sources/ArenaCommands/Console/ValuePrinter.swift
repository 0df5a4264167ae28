import ArenaModel
import ArenaPlugins
import LuaKit

/// Lua values as a person reads them: short ones on a line, tables in order of their keys, an arena's records with their
/// fields. What a script could break (metamethods that raise or lie) is asked under protection.
struct ValuePrinter {
  /// Columns that a value may fill before it is broken into lines.
  let width: Int
  /// How deep tables are followed, and how many items of one are shown.
  private let mostDepth = 5
  private let mostItems = 100

  init(width: Int) { self.width = width }

  /// The value at `index`.
  func text(_ stack: LuaStack, _ index: Int) -> String {
    let index = stack.absolute(index)
    guard (try? stack.reserve(20)) != nil else { return "…" }
    if let record = record(stack, index) { return record }
    return value(stack, index, indent: 0, path: [])
  }

  // MARK: Records

  /// A record's name with the fields that hold something, one a line.
  private func record(_ stack: LuaStack, _ index: Int) -> String? {
    guard stack.kind(index) == .userdata, let type = recordType(stack, index) else { return nil }
    var rows: [(name: String, text: String)] = []
    // What tells the record apart comes first, what every record has comes last.
    let fields = ScriptSchema.fields(of: type)
    for field in fields.filter({ !Self.isCommon($0) }) + fields.filter(Self.isCommon) {
      guard (try? stack.get(index, field.name)) != nil else { continue }
      defer { stack.pop() }
      let text = value(stack, -1, indent: 2, path: [index])
      if !stack.isNil(-1), !Self.says(nothing: text) { rows.append((field.name, text)) }
    }
    let column = rows.map { TextLayout.width(of: $0.name) }.max() ?? 0
    let lines = rows.map { "  \(TextLayout.pad($0.name, to: column))  \($0.text)" }
    return ([(try? stack.text(index)) ?? type.rawValue] + lines).joined(separator: "\n")
  }

  private static func isCommon(_ field: ScriptField) -> Bool {
    if case .common = field.source { true } else { false }
  }

  /// Empty lists and texts, and the proxy of a format's fields, which shows nothing by itself.
  private static func says(nothing text: String) -> Bool {
    ["{}", "List {}", "\"\""].contains(text) || text.hasPrefix("fields: ")
  }

  func recordType(_ stack: LuaStack, _ index: Int) -> RecordType? {
    guard (try? stack.get(index, "type")) != nil else { return nil }
    defer { stack.pop() }
    return stack.read(-1, as: String.self).flatMap(RecordType.init(rawValue:))
  }

  // MARK: Values

  private func value(_ stack: LuaStack, _ index: Int, indent: Int, path: [Int]) -> String {
    let index = stack.absolute(index)
    switch stack.kind(index) {
    case .string: return Self.quoted(stack.read(index, as: String.self) ?? "")
    case .table:
      let own = (try? stack.text(index)) ?? "table:"
      // A table that has words for itself, as pandoc's elements do, speaks for itself.
      guard own.hasPrefix("table:") else { return own }
      return table(stack, index, indent: indent, path: path)
    case .userdata:
      if recordType(stack, index) == nil, let count = try? stack.length(index) {
        return list(stack, index, count: count, indent: indent, path: path)
      }
      return (try? stack.text(index)) ?? "userdata"
    default: return (try? stack.text(index)) ?? stack.typeName(index)
    }
  }

  private func table(_ stack: LuaStack, _ index: Int, indent: Int, path: [Int]) -> String {
    if path.contains(where: { stack.areSame($0, index) }) { return "{…}" }
    guard path.count < mostDepth else { return "{…}" }
    var keys: [Key] = []
    stack.forEachPair(index) { keys.append(Key(stack)) }
    keys.sort()
    var items: [String] = []
    for (place, key) in keys.prefix(mostItems).enumerated() {
      key.push(onto: stack, of: index, place: place, keys: keys.count)
      defer { stack.pop() }
      let text = value(stack, -1, indent: indent + 2, path: path + [index])
      items.append(key.isItem(place + 1) ? text : "\(key.text) = \(text)")
    }
    return gather(items, more: keys.count - items.count, indent: indent)
  }

  private func list(_ stack: LuaStack, _ index: Int, count: Int, indent: Int, path: [Int])
    -> String
  {
    guard path.count < mostDepth else { return "{…}" }
    var items: [String] = []
    for place in 0..<max(0, min(count, mostItems)) {
      guard (try? stack.get(index, place + 1)) != nil else { continue }
      defer { stack.pop() }
      items.append(value(stack, -1, indent: indent + 2, path: path + [index]))
    }
    return gather(items, more: count - items.count, indent: indent)
  }

  private func gather(_ items: [String], more: Int, indent: Int) -> String {
    if items.isEmpty { return more > 0 ? "{ … \(more) }" : "{}" }
    let all = items + (more > 0 ? ["… \(more) more"] : [])
    let line = "{ \(all.joined(separator: ", ")) }"
    if !line.contains("\n"), indent + TextLayout.width(of: line) <= width { return line }
    let margin = String(repeating: " ", count: indent + 2)
    return "{\n" + lines(of: all, margin: margin).joined() + margin.dropLast(2) + "}"
  }

  /// One item a line; many short ones side by side.
  private func lines(of items: [String], margin: String) -> [String] {
    let isFlowing = items.count > 10 && items.allSatisfy { $0.utf8.count <= 12 }
    var lines: [String] = []
    for item in items {
      if isFlowing, let last = lines.last,
        TextLayout.width(of: last) + TextLayout.width(of: item) + 1 < width
      {
        lines[lines.count - 1] = "\(last.dropLast()) \(item),\n"
      } else {
        lines.append("\(margin)\(item),\n")
      }
    }
    return lines
  }

  /// As it could stand in a script; letters of all languages stay as they are.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: out += "\\\(scalar.value)"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}

/// A key of a table, in the order in which people look for one: numbers, then texts, then the rest.
private enum Key: Comparable {
  case number(Double)
  case name(String)
  case other(String)

  /// The key at -2, as ``LuaStack/forEachPair(_:_:)`` leaves it.
  init(_ stack: LuaStack) {
    switch stack.kind(-2) {
    case .number: self = .number(stack.read(-2, as: Double.self) ?? 0)
    case .string: self = .name(stack.read(-2, as: String.self) ?? "")
    default: self = .other((try? stack.text(-2)) ?? stack.typeName(-2))
    }
  }

  /// Pushes the key's value, which is there as long as nobody changed the table; nil for a key that is no text.
  func push(onto stack: LuaStack, of table: Int, place: Int, keys: Int) {
    switch self {
    case .number(let number):
      if let whole = Int(exactly: number) {
        stack.rawGet(table, whole)
      } else {
        stack.rawGet(table, number)
      }
    case .name(let name): stack.rawGet(table, name)
    case .other(let text): stack.push(text)
    }
  }

  func isItem(_ place: Int) -> Bool { self == .number(Double(place)) }

  var text: String {
    switch self {
    case .number(let number): Int(exactly: number).map { "[\($0)]" } ?? "[\(number)]"
    case .name(let name): LuaWord.isName(name) ? name : "[\(ValuePrinter.quoted(name))]"
    case .other(let text): "[\(text)]"
    }
  }

  static func < (one: Key, other: Key) -> Bool {
    switch (one, other) {
    case (.number(let one), .number(let other)): one < other
    case (.name(let one), .name(let other)), (.other(let one), .other(let other)): one < other
    case (.number, _), (.name, .other): true
    default: false
    }
  }
}
