/// A pattern of codes, `{slot}.{n}` or `{day}{letter}`, that can be written and recognised.
///
/// `slot`, `day` and `n` are whole numbers, `letter` is a letter; any other key is a field of the format and stands for
/// what has no white space. `whole` is the number of the group that a part was split from.
package struct CodePattern: Sendable, Hashable {
  package let pattern: TextPattern

  package init(_ source: String) throws(ModelError) {
    pattern = try TextPattern(source)
  }

  package var keys: [String] { pattern.keys }

  package func written(_ values: [String: String], in language: String = "en") throws -> String {
    try pattern.filled(in: language) { values[$0].map(TextPattern.Filling.text) }
  }

  /// The values with which the pattern gives the whole text; nil where it never does.
  package func values(in text: some StringProtocol) -> [String: String]? {
    guard let found = match(startOf: Substring(text)), found.rest.isEmpty else { return nil }
    return found.values
  }

  /// Reads a code at the start of a text: dashes of any kind are alike, letters in either case, and around a dash there
  /// may be a space.
  package func match(startOf text: Substring) -> (values: [String: String], rest: Substring)? {
    match(pattern.parts[...], text, [:])
  }

  private func match(
    _ parts: ArraySlice<TextPattern.Part>, _ text: Substring, _ values: [String: String]
  ) -> (values: [String: String], rest: Substring)? {
    guard let part = parts.first else { return (values, text) }
    switch part {
    case .literal(let literal):
      guard let rest = Self.skip(literal, in: text) else { return nil }
      return match(parts.dropFirst(), rest, values)
    case .plural: return nil
    case .key(let key):
      for candidate in candidates(for: key, in: text) {
        if let earlier = values[key], earlier != candidate { continue }
        var more = values
        more[key] = String(candidate)
        if let found = match(parts.dropFirst(), text.dropFirst(candidate.count), more) {
          return found
        }
      }
      return nil
    }
  }

  /// What may stand for a key, the longest first.
  private func candidates(for key: String, in text: Substring) -> [Substring] {
    switch key {
    case "slot", "day", "n", "whole":
      let digits = text.prefix { $0.isASCII && $0.isNumber }
      return (1...3).contains(digits.count) ? [digits] : []
    case "letter":
      let letters = text.prefix { $0.isLetter }
      return letters.count == 1 ? [letters] : []
    default:
      let word = text.prefix { !$0.isWhitespace }
      return word.indices.reversed().map { word[...$0] }
    }
  }

  private static func skip(_ literal: String, in text: Substring) -> Substring? {
    var rest = text
    for character in literal {
      if Folding.isDash(character) {
        rest = rest.drop { $0 == " " }
        guard let first = rest.first, Folding.isDash(first) else { return nil }
        rest = rest.dropFirst().drop { $0 == " " }
      } else {
        guard let first = rest.first, first.lowercased() == character.lowercased() else {
          return nil
        }
        rest = rest.dropFirst()
      }
    }
    return rest
  }
}
