internal import ArenaModel

/// The kinds of contributions, as lines and titles tell of them.
extension LabelGuide {
  struct KindMatch {
    let name: String
    let keys: [String: String]
    let penalty: Int
  }

  /// The kind that a line states, with the code that it refers to.
  func kind(_ written: String) -> KindMatch? {
    if let known = cache.kinds[written] { return known }
    let found = readKind(written)
    cache.kinds[written] = .some(found)
    return found
  }

  func readKind(_ written: String) -> KindMatch? {
    var text = written.trimmingBlanks
    while let last = text.last, ".!,;".contains(last) { text.removeLast() }
    guard text.count <= 160, !text.isEmpty else { return nil }
    let (head, keys) = Self.takeReference(text)
    let label = LabelText(head)
    guard !label.words.isEmpty else { return nil }
    var best: KindMatch?
    for kind in kinds {
      guard var penalty = fits(label, kind) else { continue }
      // A reference makes a label with {code} likelier, its absence one without.
      if kind.hasCode != (keys["code"] != nil) { penalty += 1 }
      if penalty < best?.penalty ?? .max {
        best = KindMatch(name: kind.name, keys: keys, penalty: penalty)
      }
    }
    return best
  }

  func fits(_ line: LabelText, _ kind: KindLabel) -> Int? {
    if let (penalty, rest) = kind.text.matches(startOf: line) {
      let tail = line.words.suffix(rest)
      let stems = line.stems.suffix(rest)
      if rest == 0 { return penalty }
      // Only words that lead to what it refers to may follow.
      if zip(tail, stems).allSatisfy({
        Self.connecting.contains($0) || contributionWords.contains($1)
          || ["no", "nummer", "number", "dag", "day", "økt", "session"].contains($0)
      }) {
        return penalty + 2
      }
    }
    // Parts of the label, in its order: "Ny ide/emne" of "Ny idé eller nytt emne".
    guard line.words.count >= 2, line.words.count <= kind.text.words.count,
      let first = kind.text.words.first, line.words.first == first
    else { return nil }
    var place = 0
    for index in line.words.indices {
      guard
        let found = (place..<kind.text.words.count).first(where: {
          LabelText.distance(
            (line.words[index], line.stems[index]), (kind.text.words[$0], kind.text.stems[$0]))
            != nil
        })
      else { return nil }
      place = found + 1
    }
    return 3 + kind.text.words.count - line.words.count
  }

  /// Takes "nr 1.6 dag 1" out of a text.
  static func takeReference(_ text: String) -> (String, [String: String]) {
    var keys: [String: String] = [:]
    var kept: [Substring] = []
    var words = text.split { $0.isWhitespace || "(),".contains($0) }[...]
    while let word = words.popFirst() {
      let folded = Folding.fold(word)
      if ["dag", "day"].contains(folded), let next = words.first,
        let day = Int(next.filter(\.isNumber)),
        next.allSatisfy({ $0.isNumber || ".:".contains($0) })
      {
        keys["day"] = String(day)
        words.removeFirst()
      } else if keys["code"] == nil, word.contains(where: \.isNumber), word.count <= 12 {
        var code = word
        if let sign = code.lastIndex(of: ":"), sign < code.endIndex {
          code = code[code.index(after: sign)...]
        }
        while let last = code.last, ".:;".contains(last) { code = code.dropLast() }
        let lowered = code.lowercased()
        for prefix in ["nr.", "nr", "no.", "#"] where lowered.hasPrefix(prefix) {
          code = code.dropFirst(prefix.count)
          break
        }
        keys["code"] = String(code)
      } else if !["nr", "nr.", "no", "no.", "nummer", "number"].contains(folded) {
        kept.append(word)
      }
    }
    return (kept.joined(separator: " "), keys)
  }

  /// A kind stated at the end of a title: "… must be clearer. New idea/topic."
  func kindAtEnd(of title: String) -> KindMatch? {
    var text = title.trimmingBlanks[...]
    while let last = text.last, ".!".contains(last) { text = text.dropLast() }
    let starts: [Substring]
    if text.hasSuffix(")"), let open = text.lastIndex(of: "(") {
      starts = [text[text.index(after: open)...].dropLast()]
    } else if let stop = text.lastIndex(where: {
      ".!?:;".contains($0) || Folding.isDash($0) && $0 != "-"
    }) {
      starts = [text[text.index(after: stop)...]]
    } else {
      starts = []
    }
    for start in starts {
      let words = Folding.words(start)
      if words.count >= 2 || words.first.map({ $0.count >= 7 }) == true,
        let found = kind(String(start)), found.penalty <= 6
      {
        return found
      }
    }
    return nil
  }
}
