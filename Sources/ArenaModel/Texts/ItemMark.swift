/// The mark at the start of a line that makes an item of it.
package struct ItemMark: Equatable {
  package enum Kind: Equatable {
    /// "1.", "1)", "(1)"
    case number(Int)
    /// "a)", "b."
    case letter(Int)
    /// A dash, an asterisk, a bullet glyph: each a kind of its own.
    case glyph(Character)
    /// The small circle that text programs write as the letter o.
    case circle

    /// Numbers stand over bullets, bullets over circles.
    package var rank: Int {
      switch self {
      case .number: 0
      case .letter: 1
      case .glyph: 2
      case .circle: 3
      }
    }

    package func isSame(as other: Kind) -> Bool {
      switch (self, other) {
      case (.number, .number), (.letter, .letter), (.circle, .circle): true
      case (.glyph(let one), .glyph(let other)): one == other
      default: false
      }
    }
  }

  package let kind: Kind
  /// "1.", "a)": what is kept; nil for bullets.
  package let written: String?
  /// White space before the mark.
  package let indent: Int
  /// The text after the mark.
  package let rest: String

  /// Whether it is a number or a letter, as headings have them, too.
  package var isCounting: Bool {
    switch kind {
    case .number, .letter: true
    case .glyph, .circle: false
    }
  }

  /// Reads the mark of a line; nil where it has none.
  package init?(_ line: SourceLine) {
    let text = line.text.trimmingBlanks[...]
    guard let first = text.first else { return nil }
    let found: (Kind, String?, Substring)?
    if Self.isGlyph(first) {
      found = Self.glyph(first, text)
    } else if first == "o" || first == "○" || first == "◦" || first == "⚬" {
      let rest = text.dropFirst()
      found = first != "o" || rest.first?.isWhitespace == true ? (.circle, nil, rest) : nil
    } else {
      found = Self.numbered(text)
    }
    guard let found else { return nil }
    kind = found.0
    written = found.1
    indent = line.indent
    rest = found.2.trimmingBlanks
  }

  private static func isGlyph(_ character: Character) -> Bool {
    if Folding.isDash(character) || "•*·●▪■□◼‣➔➢➤►▶→⇒✓✔☐❖◆–§".contains(character) { return true }
    // Bullets out of symbol fonts come as private-use characters.
    guard let scalar = character.unicodeScalars.first else { return false }
    return (0xE000...0xF8FF).contains(scalar.value)
  }

  private static func glyph(_ first: Character, _ text: Substring) -> (Kind, String?, Substring)? {
    var rest = text.dropFirst()
    let isPlain = Folding.isDash(first) || first == "*" || first == "§"
    if isPlain {
      // "-Ny" is an item, "-5" and "--" and "**bold**" are not.
      guard let next = rest.first else { return (.glyph(first), nil, rest) }
      let isSpaced = next.isWhitespace
      let isTight = Folding.isDash(first) && (next.isLetter || "\"«“".contains(next))
      guard isSpaced || isTight else { return nil }
    }
    while let next = rest.first, next == "\u{FE0E}" || next == "\u{FE0F}" {
      rest = rest.dropFirst()
    }
    return (.glyph(Folding.isDash(first) ? "-" : first), nil, rest)
  }

  private static func numbered(_ text: Substring) -> (Kind, String?, Substring)? {
    var rest = text
    let isOpen = rest.first == "("
    if isOpen { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let kind: Kind
    if !digits.isEmpty {
      guard digits.count <= 2, let number = Int(digits) else { return nil }
      kind = .number(number)
      rest = rest.dropFirst(digits.count)
    } else {
      guard let letter = rest.first, letter.isASCII, letter.isLowercase,
        let value = letter.asciiValue
      else { return nil }
      kind = .letter(Int(value) - 0x60)
      rest = rest.dropFirst()
    }
    guard let sign = rest.first, sign == ")" || sign == "." && !isOpen else { return nil }
    rest = rest.dropFirst()
    // "1.5 million" and "f.eks." are no marks.
    guard rest.isEmpty || rest.first?.isWhitespace == true else { return nil }
    if rest.isEmpty, case .letter = kind { return nil }
    return (kind, String(text[..<rest.startIndex]), rest)
  }
}
