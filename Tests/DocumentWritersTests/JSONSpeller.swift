import JSONCodec

/// Writes JSON in the ways that no program writes it but that mean the same: keys in another order, keys that nobody
/// asked for, escapes where none are needed, numbers with fractions and exponents, white space.
struct JSONSpeller {
  private var generator: DocumentGenerator

  init(seed: UInt64) { generator = DocumentGenerator(seed: seed &+ 0xA5A5) }

  mutating func spell(_ value: JSONValue) -> String {
    let space = generator.pick(["", "", "", " ", "\n", "\t\r\n"])
    return space + bare(value) + space
  }

  private mutating func bare(_ value: JSONValue) -> String {
    switch value {
    case .null: return "null"
    case .bool(let isTrue): return isTrue ? "true" : "false"
    case .integer(let number):
      return generator.pick(["\(number)", "\(number).0", number == 0 ? "0E7" : "\(number)0e-1"])
    case .double(let number): return "\(number)"
    case .bigNumber(let text): return text
    case .string(let text): return quoted(text)
    case .array(let elements):
      var parts: [String] = []
      for element in elements { parts.append(spell(element)) }
      return "[" + parts.joined(separator: ",") + "]"
    case .object(let object):
      var parts: [String] = []
      for member in object.members {
        parts.insert(
          quoted(member.key) + ":" + spell(member.value), at: generator.below(parts.count + 1))
      }
      // Names of metadata may be anything, so only elements get what nobody asked for.
      if object["t"]?.string != nil, generator.chance(20) {
        parts.insert(
          #""more\u0021":[1E9,{"t":{},"c":"\\"}]"#, at: generator.below(parts.count + 1))
      }
      return "{" + parts.joined(separator: ",") + "}"
    }
  }

  private mutating func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
      guard mustEscape || generator.chance(25) else {
        out.unicodeScalars.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16, uppercase: generator.chance(50))
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return out + "\""
  }
}
