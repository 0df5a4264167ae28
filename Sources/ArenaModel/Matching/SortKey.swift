// For the normaliser; see MatchKey.
@_spi(_Unicode) import Swift

/// What codes and names are put in order by: numbers within a text count as numbers (1.2 comes before 1.10, and 2 before
/// 2B before 10), letters stand in the Norwegian order.
///
/// The order of letters is the Norwegian alphabet's: æ, ø, å after z; ä with æ, ö with ø, aa with å, ü with y (CLDR's
/// rules for nb). Other accents count only between texts that are otherwise alike, and so do case and spelling.
package struct SortKey: Hashable, Sendable, Comparable {
  /// Compared byte for byte.
  private let bytes: [UInt8]

  package init(_ text: some StringProtocol) {
    let folded = MatchKey(text).text
    var bytes: [UInt8] = []
    bytes.reserveCapacity(folded.utf8.count * 2 + 1)
    SortKey.appendPrimary(folded, to: &bytes)
    bytes.append(Weight.end)
    bytes.append(contentsOf: folded.utf8)
    bytes.append(Weight.end)
    bytes.append(contentsOf: text.utf8)
    self.bytes = bytes
  }

  package static func < (one: SortKey, other: SortKey) -> Bool {
    one.bytes.lexicographicallyPrecedes(other.bytes)
  }

  /// Where each kind of character stands: signs before digits before letters.
  private enum Weight {
    static let end: UInt8 = 0
    static let space: UInt8 = 1
    static let sign: UInt8 = 2
    static let digits: UInt8 = 3
    static let letter: UInt8 = 4
    static let otherLetter: UInt8 = 60
  }

  private static func appendPrimary(_ folded: String, to bytes: inout [UInt8]) {
    var previous: UnicodeScalar?
    var digits: [UInt8] = []
    func flush(_ digits: inout [UInt8], to bytes: inout [UInt8]) {
      guard !digits.isEmpty else { return }
      let significant = digits.drop { $0 == UInt8(ascii: "0") }
      bytes.append(Weight.digits)
      // More digits are a larger number; runs of 255 and more digits fall together and compare as text.
      bytes.append(UInt8(min(significant.count, 255)))
      bytes.append(contentsOf: significant)
      digits.removeAll()
    }
    for scalar in folded.unicodeScalars {
      if scalar.value >= 0x30 && scalar.value <= 0x39 {
        digits.append(UInt8(scalar.value))
        previous = nil
        continue
      }
      flush(&digits, to: &bytes)
      if previous == "a" && scalar == "a" {
        bytes[bytes.count - 1] = letterWeight("å")
        previous = nil
        continue
      }
      append(scalar, to: &bytes)
      previous = scalar
    }
    flush(&digits, to: &bytes)
  }

  private static func append(_ scalar: UnicodeScalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "a"..."z", "æ", "ø", "å", "ä", "ö", "ü": bytes.append(letterWeight(scalar))
    case " ": bytes.append(Weight.space)
    default:
      if scalar.value < 0x80 {
        bytes.append(Weight.sign)
        bytes.append(UInt8(scalar.value))
        return
      }
      // Decompose: é sorts as e. What isn't Latin comes after, in the order of its code points.
      let parts = Array(String(scalar)._nfd)
      if let first = parts.first, parts.count > 1, first.value < 0x80 {
        append(first, to: &bytes)
        return
      }
      bytes.append(scalar.properties.isAlphabetic ? Weight.otherLetter : Weight.sign)
      bytes.append(contentsOf: String(scalar).utf8)
    }
  }

  private static func letterWeight(_ scalar: UnicodeScalar) -> UInt8 {
    switch scalar {
    case "æ", "ä": Weight.letter + 26
    case "ø", "ö": Weight.letter + 27
    case "å": Weight.letter + 28
    case "ü": Weight.letter + 24
    default: Weight.letter + UInt8(scalar.value - 0x61)
    }
  }
}
