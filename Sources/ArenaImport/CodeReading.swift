internal import ArenaModel

/// Reads the code at the start of a heading, by the format's patterns: "1.1.", "3.4", "1E - 2", "2B – 1 og 2",
/// "4A-1 & 2", "Gruppe 3:".
struct CodeReading: Sendable {
  struct Found {
    /// As stated, spaces within and punctuation after it dropped.
    var code: String
    /// Where it is joined: all of them.
    var codes: [String]
    var values: [String: String]
    /// What comes after.
    var rest: String
    /// Whether a word of the format, or a heading mark, stands before it.
    var isNamed: Bool
  }

  private let base: CodePattern
  private let part: CodePattern?
  /// Folded words that may stand before a code.
  private let nouns: [String]
  /// Whether a code is a bare number, as the items of any list are.
  let isBare: Bool

  /// - Parameter pattern: in place of the format's own; documents of other years have other codes.
  init?(_ format: FormatDeclaration, pattern: String? = nil, language: String) {
    let source = pattern ?? format.group.code
    guard let base = try? CodePattern(source) else { return nil }
    self.base = base
    // The pattern of a part, with that of the whole in its place: "{day}{letter}-{n}".
    let parts =
      (try? TextPattern(pattern == nil ? format.group.partCode : "{code}-{n}").parts) ?? []
    if let index = parts.firstIndex(of: .key("code")), index == 0 {
      let tail = parts.dropFirst().map { part in
        switch part {
        case .literal(let text): text
        case .key(let key): "{\(key)}"
        case .plural: ""
        }
      }.joined()
      let renamed = source.split(separator: "{n}", omittingEmptySubsequences: false)
        .joined(separator: "{whole}")
      self.part = try? CodePattern(renamed + tail)
    } else {
      self.part = nil
    }
    nouns =
      (format.allNouns(of: .group, language: language)
      + format.allNouns(of: .contribution, language: language) + [
        "nr", "nr.", "no", "no.", "tema", "topic", "emne",
      ])
      .map { Folding.fold($0) }.sorted { $0.count > $1.count }
    isBare = base.pattern.parts == [.key("n")]
  }

  /// How codes are written where they aren't as the format gives them.
  static let common = ["{slot}.{n}", "{day}{letter}", "{letter}{n}"]

  func read(_ line: SourceLine) -> Found? {
    var text = line.text.trimmingBlanks[...]
    var isNamed = false
    while let first = text.first, first == "#" || first == "*" || first == "_" {
      isNamed = first == "#" || isNamed
      text = text.dropFirst()
    }
    text = text.drop { $0.isWhitespace }
    let folded = Folding.fold(text)
    if let noun = nouns.first(where: { folded.hasPrefix($0 + " ") || folded.hasPrefix($0 + ":") }) {
      var rest = text.dropFirst(noun.count).drop { $0.isWhitespace || $0 == ":" }
      for sign in ["nr.", "nr", "no.", "#"] where rest.lowercased().hasPrefix(sign) {
        rest = rest.dropFirst(sign.count).drop { $0.isWhitespace }
        break
      }
      if rest.first?.isNumber == true || rest.first?.isUppercase == true {
        text = rest
        isNamed = true
      }
    }
    guard let (code, values, after) = matched(text) else { return nil }
    return finish(code, values, after, isNamed: isNamed)
  }

  private func matched(_ text: Substring) -> (String, [String: String], Substring)? {
    if let part, let found = part.match(startOf: text) {
      let code = text[..<found.rest.startIndex]
      let isTight = !code.contains(" ")
      if isTight && Self.ends(found.rest) || Self.isSetApart(found.rest) {
        return (Self.tight(code), found.values, found.rest)
      }
    }
    guard let found = base.match(startOf: text), Self.ends(found.rest) else { return nil }
    for key in ["slot", "day", "n"] {
      guard let digits = found.values[key] else { continue }
      // "09.30" is a time of day, and there is no slot 0.
      if digits.hasPrefix("0") { return nil }
    }
    return (String(text[..<found.rest.startIndex]), found.values, found.rest)
  }

  /// Whether a code may end here.
  private static func ends(_ rest: Substring) -> Bool {
    guard let first = rest.first else { return true }
    if first.isWhitespace || first == "*" || first == "_" { return true }
    guard ".):;–—-".contains(first) || first == "&" || first == "," else { return false }
    guard let next = rest.dropFirst().first else { return true }
    return next.isWhitespace || next == "*"
  }

  /// After a part with spaces in it ("1E - 2") something must set it apart from a title that begins with a number.
  private static func isSetApart(_ rest: Substring) -> Bool {
    guard ends(rest) else { return false }
    let after = rest.drop { $0.isWhitespace }
    guard let first = after.first else { return true }
    if ".):;".contains(first) || Folding.isDash(first) || first.isUppercase
      || "«\"“&,".contains(first)
    {
      return true
    }
    return isConjunction(after)
  }

  private static func isConjunction(_ text: Substring) -> Bool {
    conjunctions.contains { text.lowercased().hasPrefix($0) }
  }

  private static let conjunctions = ["og ", "and ", "& ", "+ ", ", ", "til ", "to ", "– ", "- "]

  private static func tight(_ code: Substring) -> String {
    String(code.filter { !$0.isWhitespace }.map { Folding.isDash($0) ? "-" : $0 })
  }

  /// Takes further codes ("og 2", "to 1E-3") and the punctuation after them.
  private func finish(_ code: String, _ values: [String: String], _ after: Substring, isNamed: Bool)
    -> Found
  {
    var rest = after
    var codes = [code]
    var written = code
    while let (next, isRange, remaining, said) = further(rest, after: codes[codes.count - 1]) {
      if isRange { codes += Self.between(codes[codes.count - 1], next) }
      codes.append(next)
      written += said
      rest = remaining
    }
    rest = rest.drop { $0.isWhitespace }
    if let sign = rest.first, ".):;".contains(sign) || Folding.isDash(sign) {
      rest = rest.dropFirst()
    }
    let title = rest.trimmingBlanks
    return Found(
      code: written, codes: codes.count > 1 ? codes : [], values: values,
      rest: title.hasSuffix("**") ? title.dropLast(2).trimmingBlanks : title, isNamed: isNamed)
  }

  /// A further code after a conjunction: a whole one, or the number of another part.
  private func further(_ text: Substring, after last: String)
    -> (code: String, isRange: Bool, rest: Substring, said: String)?
  {
    let trimmed = text.drop { $0.isWhitespace }
    let lowered = trimmed.lowercased()
    guard let sign = Self.conjunctions.first(where: { lowered.hasPrefix($0) }) else { return nil }
    let isRange = ["til ", "to ", "– ", "- "].contains(sign)
    let after = trimmed.dropFirst(sign.count).drop { $0.isWhitespace }
    if let (code, _, rest) = matched(after), !isBare {
      return (code, isRange, rest, " \(sign)\(code)")
    }
    let digits = after.prefix { $0.isASCII && $0.isNumber }
    let rest = after.dropFirst(digits.count)
    // "6 og 7 Side om side": two groups of bare numbers that were joined.
    if isBare, !isRange, sign != ", ", (1...2).contains(digits.count), Self.isSetApart(rest) {
      return (String(digits), false, rest, " \(sign)\(digits)")
    }
    // "1.3 - 5 tiltak": a number alone belongs to a part's code, and the line must end or a title begin.
    guard (1...2).contains(digits.count), let dash = last.lastIndex(where: Folding.isDash),
      Self.isSetApart(rest)
    else { return nil }
    return (String(last[...dash]) + digits, isRange, rest, " \(sign)\(digits)")
  }

  /// "1E-1" to "1E-3": the ones between.
  private static func between(_ first: String, _ last: String) -> [String] {
    let stem = first.prefix { !Folding.isDash($0) }
    guard let start = Int(first.dropFirst(stem.count + 1)), last.hasPrefix(stem),
      let end = Int(last.dropFirst(stem.count + 1)), end - start > 1, end - start < 20
    else { return [] }
    return (start + 1..<end).map { "\(stem)-\($0)" }
  }
}
