// The standard library's own normaliser; it has no public name yet, and Foundation's costs its start-up.
@_spi(_Unicode) import Swift

/// What two names or codes are compared by. Storage stays verbatim; only this is folded.
///
/// Alike are: composed and decomposed letters (NFC), upper and lower case, white space of any kind and length, dashes of
/// any kind with or without spaces around them, and curved and straight apostrophes. Soft hyphens and other invisible
/// characters don't count. Letters stay what they are: å is not a.
package struct MatchKey: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The folded text, as an index stores it.
  package let text: String

  package init(_ written: some StringProtocol) {
    text = MatchKey.asciiFolded(written) ?? MatchKey.folded(written)
  }

  /// Nothing was written that can be matched.
  package var isEmpty: Bool { text.isEmpty }

  package var description: String { text }

  package static func < (one: MatchKey, other: MatchKey) -> Bool {
    one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
  }

  /// The folding of a text that is ASCII throughout; nil for others.
  private static func asciiFolded(_ written: some StringProtocol) -> String? {
    var folder = Folder()
    for byte in written.utf8 {
      guard byte < 0x80 else { return nil }
      if byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") {
        folder.append(UnicodeScalar(byte | 0x20))
      } else {
        folder.append(UnicodeScalar(byte))
      }
    }
    return String(folder.out)
  }

  private static func folded(_ written: some StringProtocol) -> String {
    var folder = Folder()
    // Up and down again: that folds ß with ss and both sigmas, as Unicode's own case folding does.
    for scalar in String(written)._nfc {
      for upper in scalar.properties.uppercaseMapping.unicodeScalars {
        for lower in upper.properties.lowercaseMapping.unicodeScalars { folder.append(lower) }
      }
    }
    var composed = String.UnicodeScalarView()
    for scalar in String(folder.out)._nfc { composed.append(scalar) }
    return String(composed)
  }

  /// Folds spaces, dashes and apostrophes as scalars pass through it.
  private struct Folder {
    var out = String.UnicodeScalarView()
    private var owesSpace = false

    init() {}

    mutating func append(_ scalar: UnicodeScalar) {
      if scalar.properties.isWhitespace {
        owesSpace = !out.isEmpty && out.last != "-"
        return
      }
      if MatchKey.isInvisible(scalar) { return }
      if MatchKey.isDash(scalar) {
        owesSpace = false
        out.append("-")
        return
      }
      if owesSpace { out.append(" ") }
      owesSpace = false
      out.append(MatchKey.isApostrophe(scalar) ? "'" : scalar)
    }
  }

  package static func isDash(_ scalar: UnicodeScalar) -> Bool {
    // The minus sign is the one mark that people use as a dash and Unicode doesn't.
    if scalar.value < 0x80 { return scalar == "-" }
    return scalar.properties.generalCategory == .dashPunctuation || scalar.value == 0x2212
  }

  private static func isInvisible(_ scalar: UnicodeScalar) -> Bool {
    scalar.value >= 0x80 && scalar.properties.isDefaultIgnorableCodePoint
  }

  private static func isApostrophe(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x60, 0xB4, 0x2BC, 0x2018, 0x2019, 0x201B: true
    default: false
    }
  }
}
