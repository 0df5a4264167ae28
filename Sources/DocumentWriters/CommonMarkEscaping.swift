/// How characters stand in CommonMark.
enum CommonMarkEscaping {
  /// Where text is written.
  enum Context {
    case paragraph, setextHeader, header, cell
  }

  /// A word with every character escaped that would mean something where it stands.
  ///
  /// - Parameters:
  ///   - isAtLineStart: whether only marks of blocks stand before it on its line.
  ///   - endsBeforeBracket: whether a link follows at once, which `!` would make a picture.
  ///   - isBeforeSpace: whether white space or the text's end follows.
  static func escape(
    _ text: String, context: Context, isAtLineStart: Bool, endsBeforeBracket: Bool
  ) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    if isAtLineStart, let place = blockMark(scalars) {
      result.append(contentsOf: scalars[..<place])
      if scalars[place] != "`" && !always.contains(scalars[place]) || place > 0 {
        result.append("\\")
        result.append(scalars[place])
        append(scalars, from: place + 1, context, endsBeforeBracket, &result)
        return String(result)
      }
      append(scalars, from: place, context, endsBeforeBracket, &result)
      return String(result)
    }
    append(scalars, from: 0, context, endsBeforeBracket, &result)
    return String(result)
  }

  private static let always: Set<Unicode.Scalar> = ["\\", "`", "*", "[", "]", "<", "~"]

  private static func append(
    _ scalars: [Unicode.Scalar], from start: Int, _ context: Context, _ endsBeforeBracket: Bool,
    _ result: inout String.UnicodeScalarView
  ) {
    guard start < scalars.count else { return }
    for place in start..<scalars.count {
      let scalar = scalars[place]
      switch scalar {
      case "\\", "`", "*", "[", "]", "<", "~": result.append("\\")
      case "_":
        let isInside =
          place > 0 && place + 1 < scalars.count && isWord(scalars[place - 1])
          && isWord(scalars[place + 1])
        if !isInside { result.append("\\") }
      case "&": if isEntity(scalars, at: place) { result.append("\\") }
      case "!": if endsBeforeBracket, place + 1 == scalars.count { result.append("\\") }
      case "#": if context == .header { result.append("\\") }
      case "|": if context == .cell { result.append("\\") }
      case "\n":
        result.append(contentsOf: "&#10;".unicodeScalars)
        continue
      case "\r":
        result.append(contentsOf: "&#13;".unicodeScalars)
        continue
      case "\t":
        result.append(contentsOf: "&#9;".unicodeScalars)
        continue
      case "\u{0}":
        result.append("\u{FFFD}")
        continue
      default: break
      }
      result.append(scalar)
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Where a word at a line's start would begin a block, and which character to escape against it.
  private static func blockMark(_ scalars: [Unicode.Scalar]) -> Int? {
    guard let first = scalars.first else { return nil }
    switch first {
    case "#", ">": return 0
    case "-", "+", "=", ":", "|":
      return scalars.allSatisfy { "-+=:|".unicodeScalars.contains($0) } ? 0 : nil
    case "0"..."9":
      let digits = scalars.prefix { ("0"..."9").contains($0) }
      guard digits.count == scalars.count - 1, digits.count <= 9,
        scalars.last == "." || scalars.last == ")"
      else { return nil }
      return digits.count
    default: return nil
    }
  }

  private static func isEntity(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    var index = place + 1
    if index < scalars.count, scalars[index] == "#" { index += 1 }
    let start = index
    while index < scalars.count, scalars[index].isASCII,
      scalars[index].properties.isAlphabetic || ("0"..."9").contains(scalars[index])
    {
      index += 1
    }
    return index > start && index < scalars.count && scalars[index] == ";"
  }

  /// Backslashes and entities kept from being read as such, where nothing else has meaning.
  static func entity(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      if scalar == "\\" || scalar == "&" && isEntity(scalars, at: place) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  /// The length of the longest run of a character.
  static func longestRun(of character: Character, in text: String) -> Int {
    let wanted = character.unicodeScalars.first!
    var longest = 0
    var run = 0
    for scalar in text.unicodeScalars {
      run = scalar == wanted ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// A link's destination.
  static func destination(_ url: String) -> String {
    let isPlain =
      !url.isEmpty
      && url.unicodeScalars.allSatisfy {
        $0.value > 0x20 && $0.value != 0x7F && !"<>()".unicodeScalars.contains($0)
      }
    if isPlain { return entity(url) }
    var result = "<"
    for scalar in entity(url).unicodeScalars {
      switch scalar {
      case "<", ">": result += "\\"
      case "\n":
        result += "&#10;"
        continue
      case "\r":
        result += "&#13;"
        continue
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    return result + ">"
  }

  /// A link's title, with its quotation marks and the space before them.
  static func title(_ title: String) -> String {
    if title.isEmpty { return "" }
    var result = " \""
    for scalar in entity(title).unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\n": result += "&#10;"
      case "\r": result += "&#13;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
