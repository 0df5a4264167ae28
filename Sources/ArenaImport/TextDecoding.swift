package import ArenaModel

/// A file as text: its lines with their numbers, and the encoding that was recognised.
package struct DecodedText: Sendable {
  package enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf8WithMark = "UTF-8 with a byte order mark"
    case utf16 = "UTF-16"
    case windows1252 = "Windows-1252 (Latin-1)"
  }

  package let name: String
  package let encoding: Encoding
  package let lines: [SourceLine]
  /// The places, in `lines`, before which a new page begins: form feeds.
  package let pageStarts: Set<Int>

  /// Recognises the encoding and cuts the text into lines. Line numbers are those that an editor shows.
  package init(_ bytes: [UInt8], name: String) throws(ImportError) {
    self.name = name
    guard !bytes.isEmpty else { throw .empty(file: name) }
    if let known = BinaryKind.recognise(bytes) {
      throw .binary(file: name, kind: known.words, remedy: known.remedy)
    }
    let (text, encoding) = Self.decode(bytes)
    self.encoding = encoding
    let controls = text.unicodeScalars.count { Self.isControl($0) }
    if controls > 0, controls * 100 >= text.unicodeScalars.count {
      throw .binary(
        file: name, kind: "it has \(controls) control characters",
        remedy: "Save it as plain text in UTF-8.")
    }
    let (lines, pageStarts) = Self.lines(of: text)
    self.lines = lines
    self.pageStarts = pageStarts
    if lines.allSatisfy(\.isBlank) { throw .blank(file: name, lines: lines.count) }
  }

  private static func isControl(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D: false
    case 0x00..<0x20, 0x7F..<0xA0, 0xFFFD: true
    default: false
    }
  }

  private static func decode(_ bytes: [UInt8]) -> (String, Encoding) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]),
      let text = String(validating: bytes.dropFirst(3), as: UTF8.self)
    {
      return (text, .utf8WithMark)
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return (utf16(bytes.dropFirst(2), high: 1), .utf16) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (utf16(bytes.dropFirst(2), high: 0), .utf16) }
    if let high = zeroHalf(bytes) { return (utf16(bytes[...], high: high), .utf16) }
    if let text = String(validating: bytes, as: UTF8.self) { return (text, .utf8) }
    return (windows1252(bytes), .windows1252)
  }

  /// UTF-16 without a mark: in Latin letters every other byte is nought. Says which half.
  private static func zeroHalf(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in bytes.prefix(4096).enumerated() where byte == 0 { zeros[index % 2] += 1 }
    let half = min(bytes.count, 4096) / 2
    if zeros[1] * 10 >= half * 7, zeros[0] * 20 < half { return 1 }
    if zeros[0] * 10 >= half * 7, zeros[1] * 20 < half { return 0 }
    return nil
  }

  /// - Parameter high: which of two bytes is the upper one.
  private static func utf16(_ bytes: ArraySlice<UInt8>, high: Int) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      units.append(UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high]))
      index += 2
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// The bytes 0x80 to 0x9F, as the WHATWG Encoding Standard's index windows-1252 has them.
  private static let upperControls: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static func windows1252(_ bytes: [UInt8]) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count)
    for byte in bytes {
      units.append((0x80..<0xA0).contains(byte) ? upperControls[Int(byte) - 0x80] : UInt16(byte))
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// Lines end with LF, CR LF or CR; a form feed begins a page, and a line where it stands within one.
  private static func lines(of text: String) -> ([SourceLine], Set<Int>) {
    var lines: [SourceLine] = []
    var pageStarts: Set<Int> = []
    var current = String.UnicodeScalarView()
    var number = 1
    var isAfterReturn = false
    func end() {
      lines.append(SourceLine(number: number, text: String(current)))
      current = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where isAfterReturn: isAfterReturn = false
      case "\n", "\r", "\u{2028}", "\u{85}":
        end()
        number += 1
        isAfterReturn = scalar == "\r"
      case "\u{0C}", "\u{0B}":
        isAfterReturn = false
        if !current.isEmpty { end() }
        if scalar == "\u{0C}" { pageStarts.insert(lines.count) }
      case "\u{FEFF}": isAfterReturn = false
      default:
        isAfterReturn = false
        current.append(scalar)
      }
    }
    if !current.isEmpty { end() }
    return (lines, pageStarts)
  }
}

/// Files that are known not to be text, by their first bytes.
private struct BinaryKind {
  let words: String
  let remedy: String

  static func recognise(_ bytes: [UInt8]) -> BinaryKind? {
    for (start, kind) in known where bytes.starts(with: start) { return kind }
    // NUL bytes beside text: no encoding that text comes in, but UTF-16's two halves.
    let zeros = bytes.prefix(4096).count { $0 == 0 }
    guard zeros > 0 else { return nil }
    let share = Double(zeros) / Double(min(bytes.count, 4096))
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if isWide || share > 0.34 && share < 0.55 { return nil }
    return BinaryKind(
      words: "it has \(zeros) NUL \(zeros == 1 ? "byte" : "bytes")",
      remedy: "Save it as plain text in UTF-8.")
  }

  private static let known: [([UInt8], BinaryKind)] = [
    (
      Array("%PDF".utf8),
      BinaryKind(
        words: "it is a PDF",
        remedy: "Make text of it first, with pdftotext -layout say, and import the text.")
    ),
    (
      [0x50, 0x4B, 0x03, 0x04],
      BinaryKind(
        words: "it is a zip, such as .docx, .odt or .xlsx",
        remedy: "Import it under its own ending, or save it as plain text or CSV.")
    ),
    (
      [0xD0, 0xCF, 0x11, 0xE0],
      BinaryKind(
        words: "it is an old Office file (.doc, .xls)",
        remedy: "Save it as plain text, CSV or .docx.")
    ),
    (
      Array("{\\rtf".utf8),
      BinaryKind(words: "it is RTF", remedy: "Save it as plain text in UTF-8.")
    ),
    (
      [0x89, 0x50, 0x4E, 0x47],
      BinaryKind(
        words: "it is a PNG picture", remedy: "Type it, or read it with a text recogniser.")
    ),
    (
      [0xFF, 0xD8, 0xFF],
      BinaryKind(
        words: "it is a JPEG picture", remedy: "Type it, or read it with a text recogniser.")
    ),
    ([0x1F, 0x8B], BinaryKind(words: "it is compressed (gzip)", remedy: "Unpack it first.")),
  ]
}
