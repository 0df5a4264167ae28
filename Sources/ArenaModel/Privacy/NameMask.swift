/// Finds the names, addresses and numbers of people in running text, and puts something else in their place.
///
/// A name is found in any case and normal form, with other spaces, dots or dashes between its words, with its words the
/// other way round ("Moe, Kari"), and with the genitive's s. A name of one word isn't looked for in running text, where it
/// may be anybody's.
package struct NameMask: Sendable {
  /// What stands for a name that is left out.
  package let placeholder: String
  /// Sequences of folded words by their first word, the longest first.
  private let sequences: [String: [[String]]]
  /// Single words of the names, for what may still name somebody.
  private let words: Set<String>

  package init(names: [String], placeholder: String) {
    self.placeholder = placeholder
    var sequences: [String: [[String]]] = [:]
    var single: Set<String> = []
    func add(_ words: [String]) {
      guard words.count > 1, sequences[words[0]]?.contains(words) != true else { return }
      sequences[words[0], default: []].append(words)
    }
    for name in names {
      let words = NameMask.words(of: name).map(\.key)
      single.formUnion(words.filter { $0.count > 2 && $0.contains { !$0.isNumber } })
      add(words)
      guard let last = words.last, words.count > 1, !name.contains("@") else { continue }
      add([last] + words.dropLast())
    }
    self.sequences = sequences.mapValues { $0.sorted { $0.count > $1.count } }
    words = single
  }

  package var isEmpty: Bool { sequences.isEmpty }

  /// What stands for a name that is left out, in a language.
  package static func placeholder(in language: String) -> String {
    guard Wording.isNorwegian(language) else { return "(name withheld)" }
    return language.hasPrefix("nn") ? "(namn utelate)" : "(navn utelatt)"
  }

  /// The text with every name replaced; the same text where it holds none.
  package func masked(_ text: String) -> String {
    if sequences.isEmpty { return text }
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
          && gap.allSatisfy { $0.isWhitespace || "-–.,@_+'’".contains($0) }
      }
      if matches { return candidate.count }
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
