/// Putting a text together again that was broken over lines.
package enum LineJoining {
  /// The text with its next line. A word that was hyphenated at the break is one word again; a hyphen that belongs to the
  /// word ("arbeids- og", "IA-avtale") stays.
  package static func join(_ text: String, _ next: String) -> String {
    let next = next.trimmingBlanks
    var text = text
    while text.last?.isWhitespace == true { text.removeLast() }
    guard !text.isEmpty, !next.isEmpty else { return text + next }
    if text.hasSuffix("\u{AD}") { return text.dropLast() + next }
    guard let last = text.last, last == "-" || last == "‐" || last == "‑" else {
      return text + " " + next
    }
    let before = text.dropLast()
    let word = before[
      (before.lastIndex { $0.isWhitespace || $0 == "/" }.map {
        before.index(after: $0)
      } ?? before.startIndex)...]
    // A dash that stands alone, or after no letter, is no hyphen.
    guard let letter = word.last, letter.isLetter || letter.isNumber else {
      return text + " " + next
    }
    let continuation = next.prefix { $0.isLetter }
    if ["og", "eller", "and", "or", "til", "to", "samt"].contains(continuation.lowercased()) {
      return text + " " + next
    }
    guard next.first?.isLowercase == true else { return text + next }
    let keepsHyphen =
      word.contains { Folding.isDash($0) } || word.count < 2 || letter.isNumber
      || word.allSatisfy { $0.isUppercase || $0.isNumber }
    return keepsHyphen ? text + next : before + next
  }
}
