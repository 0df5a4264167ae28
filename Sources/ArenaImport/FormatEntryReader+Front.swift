internal import ArenaModel

/// What stands before the first slot: the questions of the theme, what the document says of itself, totals.
extension FormatEntryReader {
  func readFront(_ lines: [SourceLine], into reading: inout DocumentReading) {
    let items = ItemReader(width: 100).read(lines)
    for item in items {
      let text = item.text
      if reading.about.isEmpty, isQuestions(item, lines) {
        takeQuestions(item, lines, &reading)
        continue
      }
      guard text.count >= 80, Folding.words(text).count >= 10 else { continue }
      reading.about.append(DocumentReading.Paragraph(text: text, lines: item.allLines))
      takeTotals(item, lines, &reading)
    }
  }

  /// Lines that end with a question mark, before any prose; in prose a question is no line of its own.
  private func isQuestions(_ item: ItemReader.ReadItem, _ lines: [SourceLine]) -> Bool {
    guard item.text.hasSuffix("?"), item.text.count <= 400 else { return false }
    return item.text.split(separator: "?").allSatisfy { !$0.contains(". ") }
  }

  private func takeQuestions(
    _ item: ItemReader.ReadItem, _ lines: [SourceLine], _ reading: inout DocumentReading
  ) {
    // Each question has its line, unless it is wrapped.
    var pending: (text: String, lines: [Int])?
    for number in item.lines {
      guard let line = lines.first(where: { $0.number == number }) else { continue }
      let text = ItemMark(line)?.rest ?? line.text.trimmingBlanks
      let joined = pending.map { LineJoining.join($0.text, text) } ?? text
      let numbers = (pending?.lines ?? []) + [number]
      if joined.hasSuffix("?") {
        reading.questions.append(DocumentReading.Paragraph(text: joined, lines: numbers))
        pending = nil
      } else {
        pending = (joined, numbers)
      }
    }
  }

  /// "150 people", "the 50 inputs": a number before a noun of people, groups, contributions or slots.
  private func takeTotals(
    _ item: ItemReader.ReadItem, _ lines: [SourceLine], _ reading: inout DocumentReading
  ) {
    let nouns: [(String, Set<String>)] = [
      ("people", peopleStems), ("contributions", stems(.contribution)), ("groups", stems(.group)),
      ("slots", stems(.block)),
    ]
    let words = LabelText(item.text)
    for (index, word) in words.words.enumerated() {
      guard let number = Int(word), !(1900...2099).contains(number), number > 1 else { continue }
      for ahead in 1...2 where index + ahead < words.words.count {
        let stem = words.stems[index + ahead]
        guard let (what, _) = nouns.first(where: { $0.1.contains(stem) }) else { continue }
        let line = item.lines.first { line in
          lines.first { $0.number == line }.map { LabelText($0.text).words.contains(word) } ?? false
        }
        let total = DocumentReading.Total(what: what, text: word, line: line ?? item.lines[0])
        if !reading.totals.contains(where: { $0.what == what && $0.text == word }) {
          reading.totals.append(total)
        }
        break
      }
    }
  }

  private var peopleStems: Set<String> {
    var out = Set(
      [
        "mennesker", "menneske", "menneska", "personer", "personar", "deltakere", "deltagere",
        "deltakarar", "deltakerne", "folk", "people", "participants", "persons",
      ].map(LabelText.stem))
    for noun in [format.person.noun, format.person.nouns].compactMap({ $0 }) {
      for text in format.locales.recognised(Label([noun]), first: language) {
        out.formUnion(LabelText(text).stems)
      }
    }
    return out
  }

  private func stems(_ type: RecordType) -> Set<String> {
    Set(format.allNouns(of: type, language: language).compactMap { LabelText($0).stems.last })
  }
}
