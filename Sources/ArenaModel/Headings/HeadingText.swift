/// A heading without what decorates it, as words that can be compared: "**4. Hva er RESULTATET? (kort)**" is about
/// "hva er resultatet".
package struct HeadingText: Sendable, Hashable {
  struct Word: Sendable, Hashable {
    /// Small letters, as written.
    let folded: String
    /// Small letters; å, ø, æ and what people type in their place (aa, oe, ae, a, o) as a, o and a.
    let plain: String
    /// Without endings of plural and definite forms.
    let stem: String
    /// Which letters it has, a bit each: words that share few can't be misspellings of each other.
    let letters: UInt32
    let stemLetters: UInt32
    let length: Int

    init(_ folded: String) {
      self.folded = folded
      plain = HeadingText.plain(folded)
      length = plain.utf8.count
      stem = HeadingText.stem(plain)
      letters = HeadingText.letters(of: plain)
      stemLetters = HeadingText.letters(of: stem)
    }

    var isSilent: Bool { HeadingWords.silent.contains(plain) }
    /// Also where it is a long word with a letter wrong.
    var isWeak: Bool {
      if HeadingWords.weak.contains(plain) { return true }
      guard length >= 6 else { return false }
      return HeadingText.longWeakWords.contains { known in
        HeadingText.misspelling(plain, known.plain, letters ^ known.letters) == 1
      }
    }
  }

  /// The heading as written, without marks, number and what is in parentheses.
  package let text: String
  let words: [Word]
  /// Whether a bold or heading mark or capitals set it apart from text.
  package let isMarked: Bool
  let endsLikeSentence: Bool
  let isQuestion: Bool
  /// The words of each of its parts, where "and", a slash, a comma or a dash divides it.
  let parts: [Range<Int>]

  package init(_ written: some StringProtocol) {
    var rest = Self.visible(written)
    var isMarked = false
    (rest, isMarked) = Self.unwrapped(rest)
    let unnumbered = Self.unnumbered(rest)
    var (inner, wasWrapped) = Self.unwrapped(unnumbered)
    isMarked = isMarked || wasWrapped
    if let open = inner.firstIndex(of: "("), open > inner.startIndex {
      let after = inner.firstIndex(of: ")").map { inner[inner.index(after: $0)...] } ?? ""
      inner = inner[..<open].trimmingBlanks + " " + after.trimmingBlanks
    }
    let last = inner.trimmingBlanks.last
    endsLikeSentence = last.map { ".,;!".contains($0) } ?? false
    isQuestion = last == "?"
    while let end = inner.last, !end.isLetter, !end.isNumber { inner.removeLast() }
    while let start = inner.first, !start.isLetter, !start.isNumber { inner.removeFirst() }
    text = inner
    let letters = inner.filter(\.isLetter)
    self.isMarked = isMarked || letters.count >= 4 && letters.allSatisfy(\.isUppercase)
    words = Self.words(of: inner)
    parts = Self.parts(of: inner, count: words.count)
  }

  private static func parts(of text: String, count: Int) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start = 0
    var index = 0
    func close(_ end: Int, next: Int) {
      if end > start { out.append(start..<end) }
      start = next
    }
    for piece in text.split(whereSeparator: \.isWhitespace) {
      if ["og", "and", "samt", "eller", "or"].contains(piece.lowercased()) {
        close(index, next: index + 1)
        index += 1
        continue
      }
      if piece.allSatisfy({ !$0.isLetter && !$0.isNumber }) {
        close(index, next: index)
        continue
      }
      for half in piece.split(whereSeparator: { "/&+,;".contains($0) }) {
        let words = Folding.words(half).count
        if half.startIndex > piece.startIndex { close(index, next: index) }
        index += words
      }
      if piece.last.map({ ",;/&+".contains($0) }) ?? false { close(index, next: index) }
    }
    close(index, next: index)
    return index == count ? out : []
  }

  /// Scalars that nobody sees are dropped: soft hyphens, joiners, marks of order.
  private static func visible(_ text: some StringProtocol) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars).trimmingBlanks
  }

  /// Without heading marks, emphasis, quotes and brackets around it.
  private static func unwrapped(_ text: String) -> (String, Bool) {
    var out = text.trimmingBlanks
    var isMarked = false
    while let first = out.first, "#*_>=~|«»\"“”[<".contains(first) {
      out = out.dropFirst().trimmingBlanks
      isMarked = true
    }
    while let last = out.last, "#*_=~|«»\"“”]>".contains(last) {
      out = out.dropLast().trimmingBlanks
      isMarked = true
    }
    // "Resultat:**" and "**Resultat**:" have the colon on either side of the mark.
    if out.contains("**") || out.contains("__") {
      out = out.split(separator: "**").joined().split(separator: "__").joined()
      isMarked = true
    }
    return (out.trimmingBlanks, isMarked)
  }

  /// Without the number before it: "4.", "4)", "4.2", "IV.", "a)", "Punkt 4:".
  private static func unnumbered(_ text: String) -> String {
    var rest = text[...]
    let first = rest.prefix { $0.isLetter }
    if [
      "punkt", "pkt", "del", "spørsmål", "spm", "question", "point", "part", "no", "nr", "seksjon",
      "section",
    ]
    .contains(first.lowercased()),
      rest.dropFirst(first.count).drop(while: { ". ".contains($0) }).first?.isNumber == true
    {
      rest = rest.dropFirst(first.count).drop { ". ".contains($0) }
    }
    let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    if number.first?.isNumber == true, number.count <= 6 {
      var after = rest.dropFirst(number.count)
      let isClosed = number.hasSuffix(".") || after.first.map { ".):-–".contains($0) } ?? false
      if isClosed || after.first?.isWhitespace == true {
        after = after.drop { $0.isWhitespace || ".):-–".contains($0) }
        if after.first?.isLetter == true || after.first.map({ "*_".contains($0) }) == true {
          return String(after)
        }
      }
      return text
    }
    let letters = rest.prefix { $0.isASCII && $0.isLetter }
    let after = rest.dropFirst(letters.count)
    if letters.count == 1
      || (2...4).contains(letters.count) && letters.allSatisfy({ "IVX".contains($0) }),
      let sign = after.first, ".)".contains(sign)
    {
      let title = after.dropFirst().trimmingBlanks
      if title.first?.isLetter == true { return title }
    }
    return text
  }

  // MARK: - Words

  static func words(of text: some StringProtocol) -> [Word] {
    var found = Folding.words(text)
    // Letters set apart: "R E S U L T A T".
    if found.count >= 4, found.allSatisfy({ $0.count == 1 }) { found = [found.joined()] }
    return found.map { Word($0) }
  }

  static func letters(of word: String) -> UInt32 {
    word.utf8.reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }

  fileprivate static func plain(_ word: String) -> String {
    var out = ""
    for letter in word {
      switch letter {
      case "å", "æ", "ä", "à", "á", "â": out.append("a")
      case "ø", "ö", "ó", "ò", "ô": out.append("o")
      case "é", "è", "ê", "ë": out.append("e")
      case "ü": out.append("u")
      case "a" where out.last == "a": continue
      case "e" where (out.last == "o" || out.last == "a") && out.count > 1: continue
      default: out.append(letter)
      }
    }
    return out
  }

  fileprivate static func stem(_ word: String) -> String {
    guard word.count > 4 else { return word }
    var out = word
    for _ in 0..<2 {
      guard
        let ending = HeadingWords.endings.first(where: {
          out.hasSuffix($0) && out.count - $0.count >= 4
        }), !out.hasSuffix("het"), !out.hasSuffix("heit")
      else { break }
      out = String(out.dropLast(ending.count))
    }
    return out
  }

  /// How far two words are apart: 0 the same, 1 by ending, more by misspelling or as parts of a compound; nil where they
  /// differ.
  static func distance(_ one: Word, _ other: Word) -> Int? {
    if one.plain == other.plain { return 0 }
    if one.stem == other.stem { return 1 }
    if let apart = misspelling(one.stem, other.stem, one.stemLetters ^ other.stemLetters)
      ?? misspelling(one.plain, other.plain, one.letters ^ other.letters)
    {
      return 1 + apart
    }
    guard one.length >= other.stem.utf8.count + 3 else { return nil }
    return isCompound(one.plain, of: other.stem) ? 3 : nil
  }

  /// Letters that are wrong; few in short words, and never the first where two are.
  private static let longWeakWords = HeadingWords.weak.filter { $0.utf8.count >= 6 }.map {
    Word($0)
  }

  private static func misspelling(_ one: String, _ other: String, _ unlike: UInt32) -> Int? {
    let length = min(one.utf8.count, other.utf8.count)
    let limit = length >= 7 ? 2 : length >= 4 ? 1 : 0
    guard limit > 0, abs(one.utf8.count - other.utf8.count) <= limit,
      unlike.nonzeroBitCount <= 2 * limit,
      let apart = Folding.distance(one, other, limit: limit)
    else { return nil }
    guard apart == 1 && length >= 5 || one.first == other.first else { return nil }
    // Of four letters only two may have changed their places, or one be doubled.
    if length == 4 {
      let isSwap = one.sorted() == other.sorted()
      let isDoubled = one.count != other.count && Set(one) == Set(other)
      guard isSwap || isDoubled else { return nil }
    }
    return apart
  }

  /// Whether a word is the other with a general one before or after it.
  private static func isCompound(_ word: String, of stem: String) -> Bool {
    if stem.count >= 4, word.hasPrefix(stem) {
      var rest = word.dropFirst(stem.count)
      for joint in ["ings", "s", "er", "e", ""] where rest.hasPrefix(joint) {
        let after = rest.dropFirst(joint.count)
        if HeadingWords.suffixes.contains(Self.stem(String(after)))
          || HeadingWords.suffixes.contains(String(after))
        {
          return true
        }
        if HeadingWords.suffixes.contains(where: {
          after.hasPrefix($0) && after.count - $0.count <= 3
        }) {
          return true
        }
      }
      rest = ""
    }
    for prefix in HeadingWords.prefixes where word.hasPrefix(prefix) {
      let after = String(word.dropFirst(prefix.count))
      let ending = Self.stem(after)
      if ending == stem || after.count >= 5 && misspelling(ending, stem, 0) != nil { return true }
    }
    return false
  }
}
