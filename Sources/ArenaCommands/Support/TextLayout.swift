/// Text in columns, measured as a terminal shows it: å is one column wide however it is encoded, and so is a letter
/// with its accent beside it; the wide characters of East Asia and emoji take two (Unicode Standard Annex 11).
enum TextLayout {
  static func width(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// The text cut to at most `columns`, with an ellipsis where something was cut.
  static func fit(_ text: String, to columns: Int) -> String {
    guard width(of: text) > columns else { return text }
    guard columns > 1 else { return columns == 1 ? "…" : "" }
    var out = ""
    var used = 0
    for character in text {
      let wide = width(of: character)
      if used + wide > columns - 1 { break }
      out.append(character)
      used += wide
    }
    while out.last == " " { out.removeLast() }
    return out + "…"
  }

  static func pad(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - width(of: text)))
  }

  /// The text broken at spaces into lines of at most `columns`; a longer word is cut where it must be.
  static func wrap(_ text: String, to columns: Int) -> [String] {
    let columns = max(1, columns)
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        var word = String(word)
        if !line.isEmpty, width(of: line) + 1 + width(of: word) <= columns {
          line += " " + word
          continue
        }
        if !line.isEmpty { lines.append(line) }
        while width(of: word) > columns {
          var head = ""
          while let next = word.first, width(of: head) + width(of: next) <= columns || head.isEmpty
          {
            head.append(next)
            word.removeFirst()
          }
          lines.append(head)
        }
        line = word
      }
      lines.append(line)
    }
    return lines
  }

  /// Rows in columns, the headings underlined. The widest column gives way until the table fits.
  static func table(headings: [String], rows: [[String]], width limit: Int) -> [String] {
    let count = headings.count
    guard count > 0 else { return [] }
    var widths = headings.map { width(of: $0) }
    for row in rows {
      for (index, cell) in row.prefix(count).enumerated() {
        widths[index] = max(widths[index], width(of: cell))
      }
    }
    let gaps = 2 * (count - 1)
    while widths.reduce(gaps, +) > limit,
      let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 8
    {
      widths[widest] -= 1
    }
    func line(_ cells: [String]) -> String {
      var out = ""
      for index in 0..<count {
        let cell = index < cells.count ? fit(cells[index], to: widths[index]) : ""
        out += index == count - 1 ? cell : pad(cell, to: widths[index]) + "  "
      }
      while out.last == " " { out.removeLast() }
      return out
    }
    return [line(headings), line(widths.map { String(repeating: "─", count: $0) })] + rows.map(line)
  }
}
