import ArenaImport
import ArenaModel
import Testing

@Suite struct TextDecodingTests {
  private func lines(_ bytes: [UInt8]) throws -> [String] {
    try DecodedText(bytes, name: "x.txt").lines.map(\.text)
  }

  @Test func utf8IsReadWithAndWithoutAMark() throws {
    #expect(try lines(Array("blåbær\nø".utf8)) == ["blåbær", "ø"])
    #expect(try lines([0xEF, 0xBB, 0xBF] + Array("å".utf8)) == ["å"])
  }

  @Test func utf16IsReadInBothOrders() throws {
    let units = Array("Vær så god\n".utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try lines([0xFF, 0xFE] + little) == ["Vær så god"])
    #expect(try lines([0xFE, 0xFF] + big) == ["Vær så god"])
    #expect(try lines(little) == ["Vær så god"])
  }

  @Test func otherBytesAreWindows1252AndSaidSo() throws {
    let text = try DecodedText([0x62, 0x6C, 0xE5, 0x20, 0x96, 0x20, 0x80], name: "x")
    #expect(text.lines.map(\.text) == ["blå – €"])
    #expect(text.encoding == .windows1252)
  }

  @Test func lineEndsAndPagesAreKnown() throws {
    let text = try DecodedText(Array("a\r\nb\rc\n\u{0C}d\n".utf8), name: "x")
    #expect(text.lines.map(\.text) == ["a", "b", "c", "d"])
    #expect(text.lines.map(\.number) == [1, 2, 3, 4])
    #expect(text.pageStarts == [3])
  }

  @Test(
    arguments: [
      (Array("%PDF-1.7\n".utf8), "PDF"), ([0x50, 0x4B, 0x03, 0x04, 1], "zip"),
      ([0x61, 0x00, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67], "NUL"),
      ([0x01, 0x02, 0x03, 0x61], "control"), ([], "empty"), (Array(" \n\t\n".utf8), "white space"),
    ] as [([UInt8], String)])
  func whatIsNoTextIsRefusedWithWhatToDo(_ bytes: [UInt8], _ word: String) {
    let error = #expect(throws: ImportError.self) { try DecodedText(bytes, name: "fil.bin") }
    #expect(error?.description.contains(word) == true)
    #expect(error?.description.contains("fil.bin") == true)
  }

  @Test func aTextWithoutEntriesIsRefused() throws {
    let stage = try ImportStage()
    let error = #expect(throws: ImportError.self) { try stage.read("Bare litt tekst.\nOg mer.\n") }
    #expect(error?.description.contains("1.2") == true)
  }
}
