package import ArenaModel

/// A record that was found, and where in it.
package struct SearchHit: Sendable, Hashable {
  package let record: ArenaModel.Record
  /// A stretch of its text around the first word that was found; empty where only the name fits.
  package let excerpt: String
}

extension StoredArena {
  /// The records that hold all of the words, the best first: words in names and titles count more.
  ///
  /// A word is found as a whole, or with an asterisk as the beginning of one (`sam*`); several words in quotation marks
  /// stand side by side. Letters are what they are: å is not a. Answered from an index.
  package func search(_ words: String, limit: Int = 100) throws -> [SearchHit] {
    let terms = SearchTerms(words)
    if terms.isEmpty { return [] }
    let query = try Query(
      database,
      """
      SELECT \(StoredRecord.columns) FROM search JOIN record ON record.place = search.rowid
      WHERE search MATCH ? AND NOT withdrawn
      ORDER BY bm25(search, 10.0, 1.0), record.place LIMIT ?
      """)
    query.bind(terms.expression, at: 1).bind(limit, at: 2)
    return try all(query).map {
      SearchHit(record: $0, excerpt: terms.excerpt(of: SearchText($0).text))
    }
  }
}

/// What somebody searches for.
struct SearchTerms {
  private struct Term {
    let text: String
    let isPrefix: Bool
  }

  private let terms: [Term]

  var isEmpty: Bool { terms.isEmpty }

  init(_ words: String) {
    var terms: [Term] = []
    func add(_ text: some StringProtocol) {
      let isPrefix = text.last == "*"
      let text = SearchText.composed(String(text.filter { $0 != "*" && $0 != "\"" }))
      guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return }
      terms.append(Term(text: text, isPrefix: isPrefix))
    }
    for (index, part) in words.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    {
      if index % 2 == 1 {
        add(part)
      } else {
        for word in part.split(whereSeparator: \.isWhitespace) { add(word) }
      }
    }
    self.terms = terms
  }

  /// As FTS5 wants it: every term a string of its own, so that nothing in it is an operator.
  var expression: String {
    terms.map { "\"\($0.text)\"" + ($0.isPrefix ? "*" : "") }.joined(separator: " ")
  }

  /// About a line of the text around the first term in it.
  func excerpt(of text: String) -> String {
    let firsts = terms.map { term in
      (key: MatchKey(term.text.prefix { !$0.isWhitespace }).text, isPrefix: term.isPrefix)
    }
    var index = text.startIndex
    while index < text.endIndex {
      guard let start = text[index...].firstIndex(where: { $0.isLetter || $0.isNumber }) else {
        return ""
      }
      let end = text[start...].firstIndex { !($0.isLetter || $0.isNumber) } ?? text.endIndex
      let word = MatchKey(text[start..<end]).text
      let fits = firsts.contains { $0.isPrefix ? word.hasPrefix($0.key) : $0.key.hasPrefix(word) }
      if fits { return cut(text, around: start) }
      index = end
    }
    return ""
  }

  private func cut(_ text: String, around place: String.Index) -> String {
    let start = text.index(place, offsetBy: -40, limitedBy: text.startIndex) ?? text.startIndex
    let end = text.index(place, offsetBy: 80, limitedBy: text.endIndex) ?? text.endIndex
    var words = text[start..<end].split(whereSeparator: \.isWhitespace)
    if start > text.startIndex { words = ["…"] + words.dropFirst() }
    if end < text.endIndex { words = words.dropLast() + ["…"] }
    return words.joined(separator: " ")
  }
}
