/// Finds the names, addresses and numbers of people in running text, and puts something else in their place.
///
/// A name is found in any case and normal form, with other spaces, dots or dashes between its words, with its words the
/// other way round ("Moe, Kari"), and with the genitive's s. A name of one word isn't looked for in running text, where it
/// may be anybody's, unless it is said that it is this person's. A telephone number is found however its digits are
/// grouped, with the country's number before it or without.
package struct NameMask: Sendable {
  /// What stands for a name that is left out.
  package let placeholder: String
  /// Sequences of folded words by their first word, the longest first.
  private let sequences: [String: [[String]]]
  /// Single words of the names, for what may still name somebody.
  private let words: Set<String>
  /// The digits of telephone numbers.
  private let numbers: Set<String>

  /// - Parameters:
  ///   - names: names, addresses, e-mails and numbers.
  ///   - always: what is looked for even where it is a single word.
  package init(names: [String], always: [String] = [], placeholder: String) {
    self.placeholder = placeholder
    var sequences: [String: [[String]]] = [:]
    var single: Set<String> = []
    func add(_ words: [String]) {
      guard let first = words.first, sequences[first]?.contains(words) != true else { return }
      sequences[words[0], default: []].append(words)
    }
    var numbers: Set<String> = []
    for text in always { add(NameMask.words(of: text).map(\.key)) }
    for name in names {
      let words = NameMask.words(of: name).map(\.key)
      single.formUnion(words.filter { $0.count > 2 && $0.contains { !$0.isNumber } })
      numbers.formUnion(NameMask.telephone(name))
      if words.count > 1 { add(words) }
      guard words.count > 1, !name.contains("@") else { continue }
      // The family's name first, however many words it has.
      for cut in words.indices.dropFirst() { add(Array(words[cut...] + words[..<cut])) }
    }
    self.sequences = sequences.mapValues { $0.sorted { $0.count > $1.count } }
    words = single
    self.numbers = numbers
  }

  package var isEmpty: Bool { sequences.isEmpty && numbers.isEmpty }

  /// The digits of a telephone number, with Norway's number before them and without; none where the text is no number.
  private static func telephone(_ text: String) -> [String] {
    guard text.allSatisfy({ $0.isNumber || $0.isWhitespace || "+-().".contains($0) }) else {
      return []
    }
    var digits = String(text.filter { $0.isASCII && $0.isNumber })
    if digits.hasPrefix("00") { digits = String(digits.dropFirst(2)) }
    guard digits.count >= 7 else { return [] }
    let isAbroad = digits.count == 10 && digits.hasPrefix("47")
    return [digits, isAbroad ? String(digits.dropFirst(2)) : "47" + digits]
  }

  /// What stands for a name that is left out, in a language.
  package static func placeholder(in language: String) -> String {
    guard Wording.isNorwegian(language) else { return "(name withheld)" }
    return language.hasPrefix("nn") ? "(namn utelate)" : "(navn utelatt)"
  }

  /// The text with every name replaced; the same text where it holds none.
  package func masked(_ text: String) -> String {
    if isEmpty { return text }
    let found = NameMask.words(of: text)
    var out = ""
    var copied = text.startIndex
    var index = 0
    while index < found.count {
      guard let count = matchLength(found, at: index, in: text) else {
        index += 1
        continue
      }
      out += text[copied..<found[index].range.lowerBound]
      out += placeholder
      copied = found[index + count - 1].range.upperBound
      index += count
    }
    return copied == text.startIndex ? text : out + text[copied...]
  }

  /// Whether a text holds a single word of one of the names.
  package func mayName(_ text: String) -> Bool {
    NameMask.words(of: text).contains { words.contains($0.key) || words.contains(genitive($0.key)) }
  }

  private func genitive(_ word: String) -> String {
    word.hasSuffix("s") ? String(word.dropLast()) : ""
  }

  private func matchLength(_ found: [Word], at start: Int, in text: String) -> Int? {
    if let count = numberLength(found, at: start, in: text) { return count }
    guard let candidates = sequences[found[start].key] else { return nil }
    for candidate in candidates where start + candidate.count <= found.count {
      let matches = candidate.indices.allSatisfy { offset in
        let word = found[start + offset]
        let isLast = offset == candidate.count - 1
        guard word.key == candidate[offset] || (isLast && genitive(word.key) == candidate[offset])
        else { return false }
        if offset == 0 { return true }
        let gap = text[found[start + offset - 1].range.upperBound..<word.range.lowerBound]
        return gap.count <= 3
          && gap.allSatisfy { $0.isWhitespace || "-–.,@_+'’;|\"/".contains($0) }
      }
      if matches { return candidate.count }
    }
    return nil
  }

  /// How many of the words at a place are the groups of a telephone number.
  private func numberLength(_ found: [Word], at start: Int, in text: String) -> Int? {
    guard !numbers.isEmpty else { return nil }
    var digits = ""
    for index in start..<min(start + 8, found.count) {
      let key = found[index].key
      guard key.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      if index > start {
        let gap = text[found[index - 1].range.upperBound..<found[index].range.lowerBound]
        guard gap.count <= 2, gap.allSatisfy({ $0.isWhitespace || "-.()".contains($0) }) else {
          return nil
        }
      }
      digits += index == start && key.hasPrefix("00") ? String(key.dropFirst(2)) : key
      if numbers.contains(digits) { return index - start + 1 }
    }
    return nil
  }

  private struct Word {
    let key: String
    let range: Range<String.Index>
  }

  private static func words(of text: String) -> [Word] {
    var out: [Word] = []
    var start: String.Index?
    for index in text.indices {
      let character = text[index]
      if character.isLetter || character.isNumber {
        if start == nil { start = index }
      } else if let begin = start {
        out.append(Word(key: MatchKey(text[begin..<index]).text, range: begin..<index))
        start = nil
      }
    }
    if let begin = start {
      out.append(Word(key: MatchKey(text[begin...]).text, range: begin..<text.endIndex))
    }
    return out
  }
}

extension Value {
  /// The value with every text changed, texts within it included.
  package func mapTexts(_ change: (String) -> String) -> Value {
    switch self {
    case .text(let text): .text(change(text))
    case .stated(let stated): .stated(Stated(text: change(stated.text), value: stated.value))
    case .actor(.name(let name)): .actor(.name(change(name)))
    case .elsewhere(let other):
      .elsewhere(
        Elsewhere(
          arena: change(other.arena), code: other.code, title: other.title.map(change)))
    case .items(let items): .items(items.map { $0.mapTexts(change) })
    case .list(let values): .list(values.map { $0.mapTexts(change) })
    case .object(let fields): .object(fields.mapTexts(change))
    case .integer, .number, .boolean, .actor, .record, .blob: self
    }
  }
}

extension Item {
  fileprivate func mapTexts(_ change: (String) -> String) -> Item {
    var out = self
    out.text = change(text)
    out.items = items.map { $0.mapTexts(change) }
    return out
  }
}

extension Fields {
  package func mapTexts(_ change: (String) -> String) -> Fields {
    var out = Fields()
    for field in self { out[field.name] = field.value.mapTexts(change) }
    return out
  }
}
