import Foundation
import Testing

@testable import Programs

/// A Python with openpyxl, or nil.
private let python: Program? = {
  let found = Program.allOnPath("python3").first { python in
    let run = Program.Run(arguments: ["-c", "import openpyxl"])
    return (try? python.run(run).ending.succeeded) == true
  }
  if found == nil { print("SKIPPED: the tests of workbooks. \(Spreadsheet.install)") }
  return found
}()

@Suite("Workbooks")
struct SpreadsheetTests {
  /// Makes a workbook by a few lines of Python in which `book` is the workbook, and reads it.
  private func read(_ lines: String) throws -> Spreadsheet {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("people.xlsx").path
    let script = """
      import datetime, openpyxl, sys
      book = openpyxl.Workbook()
      sheet = book.active
      \(lines)
      book.save(sys.argv[1])
      """
    _ = try #require(python).output(
      Program.Run(arguments: ["-c", script, path]), purpose: "to make a workbook")
    return try Spreadsheet.read(path)
  }

  @Test("cells come as text, dates as ISO", .enabled(if: python != nil, "openpyxl isn't here"))
  func cells() throws {
    let book = try read(
      """
      sheet.title = "Påmeldte"
      sheet.append(["Navn", "Alder", "Dato", "Når", "Tid", "Ja", "Tall"])
      sheet.append(["Åse Ær", 41, datetime.date(2031, 3, 12), datetime.datetime(2031, 3, 12, 9, 30),
          datetime.time(9, 30), True, 2.5])
      """)
    #expect(book.sheets.map(\.name) == ["Påmeldte"])
    #expect(
      book.sheets[0].rows == [
        ["Navn", "Alder", "Dato", "Når", "Tid", "Ja", "Tall"],
        ["Åse Ær", "41", "2031-03-12", "2031-03-12T09:30:00", "09:30:00", "true", "2.5"],
      ])
  }

  @Test(
    "blank rows keep their place, blank ends are left out",
    .enabled(if: python != nil, "openpyxl isn't here"))
  func blanks() throws {
    let book = try read(
      """
      sheet["B2"] = "to"
      sheet["A4"] = "linje\\nskift\\ttab"
      sheet["C9"] = None
      """)
    #expect(book.sheets[0].rows == [[], ["", "to"], [], ["linje\nskift\ttab"]])
  }

  @Test(
    "hidden sheets and formulas without a result are told",
    .enabled(if: python != nil, "openpyxl isn't here"))
  func hiddenAndUncomputed() throws {
    let book = try read(
      """
      sheet["A1"] = 2
      sheet["B1"] = "=A1*2"
      book.create_sheet("Skjult").sheet_state = "hidden"
      book.create_sheet("Tom")
      """)
    #expect(book.sheets.map(\.isVisible) == [true, false, true])
    #expect(book.sheets[0].uncomputed == ["B1"])
    #expect(book.sheets[0].rows == [["2"]])
    #expect(book.sheets[2].rows == [])
  }

  @Test(
    "what is no workbook is refused with what to do",
    .enabled(if: python != nil, "openpyxl isn't here"),
    arguments: ["", "Navn;Alder\n", "PK\u{3}\u{4}broken"])
  func noWorkbook(content: String) throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("people.xlsx")
    try Data(content.utf8).write(to: file)
    let error = #expect(throws: ProgramsError.self) { try Spreadsheet.read(file.path) }
    let text = error?.description ?? ""
    #expect(text.hasPrefix("\(file.path) could not be read as a workbook: it is no xlsx workbook"))
    #expect(text.contains("save it as .xlsx or .csv"))
  }

  @Test("without openpyxl, or without the file, the message says so")
  func missing() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("people.xlsx")
    let error = #expect(throws: ProgramsError.self) { try Spreadsheet.read(file.path) }
    #expect(error?.description.contains("could not be read: No such file or directory.") == true)
    try Data().write(to: file)
    let other = #expect(throws: ProgramsError.self) {
      try Spreadsheet.read(file.path, environment: ["PATH": "/nonexistent"])
    }
    #expect(
      other?.description.hasPrefix("Python 3 with openpyxl is needed to read an Excel workbook")
        == true)
  }
}
