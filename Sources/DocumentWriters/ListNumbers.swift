import DocumentModel

/// The labels of an ordered list's items.
enum ListNumbers {
  /// The number in the list's style, with its delimiter.
  static func label(_ number: Int, _ attributes: ListAttributes) -> String {
    let text =
      switch attributes.style {
      case .defaultStyle, .decimal, .example: String(number)
      case .lowerAlpha: letters(number)?.lowercased() ?? String(number)
      case .upperAlpha: letters(number) ?? String(number)
      case .lowerRoman: roman(number)?.lowercased() ?? String(number)
      case .upperRoman: roman(number) ?? String(number)
      }
    return switch attributes.delimiter {
    case .defaultDelimiter, .period: text + "."
    case .oneParenthesis: text + ")"
    case .twoParentheses: "(" + text + ")"
    }
  }

  /// A, B … Z, AA, AB … from 1.
  private static func letters(_ number: Int) -> String? {
    guard (1...1_000_000).contains(number) else { return nil }
    var rest = number
    var result = ""
    while rest > 0 {
      rest -= 1
      result = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + result
      rest /= 26
    }
    return result
  }

  private static func roman(_ number: Int) -> String? {
    guard (1..<4_000).contains(number) else { return nil }
    var rest = number
    var result = ""
    for (value, text) in [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ] {
      while rest >= value {
        result += text
        rest -= value
      }
    }
    return result
  }
}
