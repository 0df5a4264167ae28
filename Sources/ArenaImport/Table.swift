internal import ArenaModel

/// The rows of a spreadsheet: of a CSV file, or as a program read them out of a workbook.
package struct Table: Sendable {
  package struct Row: Sendable, Hashable {
    /// Of the file, from 1; a cell may run over several.
    package let line: Int
    package let cells: [String]

    package init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }

    package var isBlank: Bool { cells.allSatisfy { $0.trimmingBlanks.isEmpty } }
  }

  package let name: String
  package let rows: [Row]
  /// Nil where a program read the rows.
  package let encoding: DecodedText.Encoding?

  /// - Parameter rows: as a program read them, the header among them.
  package init(name: String, rows: [[String]]) {
    self.name = name
    self.rows = rows.enumerated().map { Row(line: $0 + 1, cells: $1) }
    encoding = nil
  }

  /// - Parameter rows: with the lines on which they stand, the header first.
  package init(name: String, placed rows: [Row]) {
    self.name = name
    self.rows = rows
    encoding = nil
  }

  /// Reads a CSV file as people have them: separated by semicolons, commas, tabs or bars, in any encoding, with quotes
  /// as RFC 4180 has them.
  package init(csv bytes: [UInt8], name: String) throws(ImportError) {
    let text = try DecodedText(bytes, name: name)
    self.name = name
    encoding = text.encoding
    var lines = text.lines
    var separator: Character?
    // What Excel writes to tell itself.
    if let first = lines.first?.text.trimmingBlanks, first.lowercased().hasPrefix("sep="),
      first.count <= 5
    {
      separator = first.last
      if separator == "=" { separator = "\t" }
      lines.removeFirst()
    }
    rows = try CSVParser(separator ?? Self.separator(of: lines), file: name).rows(lines)
  }

  /// The sign that cuts the first lines into the most columns, the same number in each.
  private static func separator(of lines: [SourceLine]) -> Character {
    let sample = lines.filter { !$0.isBlank }.prefix(12).map(\.text)
    var best: (sign: Character, score: Double) = (";", 0)
    for sign in [";", "\t", ",", "|"] as [Character] {
      let counts = sample.map { Self.count(sign, in: $0) }.filter { $0 > 0 }
      guard let most = counts.max() else { continue }
      let alike = counts.count { $0 == most }
      // A sign that cuts few lines, or each otherwise, stands within texts.
      let share = Double(alike) / Double(sample.count)
      let score = share * 2 + Double(counts.count) / Double(sample.count) + Double(most) * 0.05
      if score > best.score { best = (sign, score) }
    }
    return best.sign
  }

  private static func count(_ sign: Character, in line: String) -> Int {
    var isQuoted = false
    var count = 0
    for character in line {
      if character == "\"" { isQuoted.toggle() }
      if character == sign, !isQuoted { count += 1 }
    }
    return count
  }
}

/// Cuts lines into cells.
private struct CSVParser {
  private let separator: Character
  private let file: String

  init(_ separator: Character, file: String) {
    self.separator = separator
    self.file = file
  }

  func rows(_ lines: [SourceLine]) throws(ImportError) -> [Table.Row] {
    var rows: [Table.Row] = []
    var cells: [String] = []
    var cell = ""
    var start = 0
    var isQuoted = false
    for line in lines {
      if isQuoted { cell.append("\n") } else { start = line.number }
      var rest = line.text[...]
      while let character = rest.popFirst() {
        if isQuoted {
          if character != "\"" {
            cell.append(character)
          } else if rest.first == "\"" {
            cell.append("\"")
            rest.removeFirst()
          } else {
            isQuoted = false
          }
        } else if character == "\"", cell.allSatisfy(\.isWhitespace) {
          cell = ""
          isQuoted = true
        } else if character == separator {
          cells.append(cell)
          cell = ""
        } else {
          cell.append(character)
        }
      }
      guard !isQuoted else { continue }
      cells.append(cell)
      rows.append(Table.Row(line: start, cells: cells.map(\.trimmingBlanks)))
      cells = []
      cell = ""
    }
    if isQuoted { throw .unclosedQuote(file: file, line: start) }
    return rows
  }
}
