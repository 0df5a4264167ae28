internal import Foundation

/// A workbook (xlsx) as rows of text, read by Python's openpyxl: a well-kept library, run as a program.
package struct Spreadsheet: Sendable, Equatable {
  /// One sheet of the workbook.
  package struct Sheet: Sendable, Equatable {
    package let name: String
    /// False when the workbook's author has hidden it.
    package let isVisible: Bool
    /// The rows from the top, blank ones in between included, so that a row's index is one less than the number the
    /// author sees. Cells as text: whole numbers without a decimal point, dates as 2031-03-12, times as 09:30:00, both
    /// as 2031-03-12T09:30:00, "true" and "false"; "" for a blank one.
    package let rows: [[String]]
    /// The cells ("B7") that hold a formula whose result was never computed; they stand as "" in ``rows``.
    package let uncomputed: [String]
  }

  package let sheets: [Sheet]

  package static let install =
    "Install openpyxl ('apt install python3-openpyxl', or 'python3 -m pip install openpyxl'). "
    + "Or save the sheet as CSV and use that."

  private static let purpose = "to read an Excel workbook"

  /// Reads the workbook at `path`.
  ///
  /// - Throws: ``ProgramsError/notFound(program:purpose:install:)`` when no Python here has openpyxl, and
  ///   ``ProgramsError/file(path:verb:reason:)`` when the file is no workbook, with what to do.
  package static func read(
    _ path: String, environment: [String: String] = Program.currentEnvironment()
  ) throws(ProgramsError) -> Spreadsheet {
    guard let real = realpath(path, nil) else {
      throw .file(path: path, verb: "read", reason: ProgramsError.reason(errno))
    }
    defer { free(real) }
    // A Python of the user's own may come first on PATH and lack what the system's has.
    for python in Program.allOnPath("python3", environment: environment) {
      var run = Program.Run(arguments: ["-B", "-c", script, String(cString: real)])
      run.directory = "/"
      run.limits = ProgramLimits(
        seconds: 120, processorSeconds: 60, addressSpace: 2 << 30, fileSize: 0)
      run.output = .captured(limit: 256 << 20)
      let outcome = try python.run(run)
      switch outcome.ending {
      case .exited(0): return try parse(outcome.output)
      case .exited(lacksLibrary): continue
      case .exited(badFile):
        let reason = outcome.message.trimmingCharacters(in: .whitespacesAndNewlines)
        throw .file(path: path, verb: "read as a workbook", reason: reason)
      default:
        throw .failed(
          program: "python3 with openpyxl", purpose: purpose, ending: outcome.ending,
          message: outcome.message)
      }
    }
    throw .notFound(program: "Python 3 with openpyxl", purpose: purpose, install: install)
  }

  private static let lacksLibrary: Int32 = 33
  private static let badFile: Int32 = 34

  /// Cells are parted by U+001F, rows by U+001E, fields of a sheet by U+001C and sheets by U+001D: characters that XML
  /// 1.0 does not allow in a document (section 2.2), so none can stand in a cell.
  private static func parse(_ answer: [UInt8]) throws(ProgramsError) -> Spreadsheet {
    var sheets: [Sheet] = []
    for bytes in answer.split(separator: 0x1D) {
      let fields = bytes.split(separator: 0x1C, omittingEmptySubsequences: false)
      guard fields.count == 4 else {
        throw .unreadableAnswer(
          program: "python3", purpose: purpose, reason: "a sheet has \(fields.count) parts, not 4")
      }
      let rows = fields[3].split(separator: 0x1E, omittingEmptySubsequences: false).dropLast().map {
        $0.split(separator: 0x1F, omittingEmptySubsequences: false).dropLast()
          .map { String(decoding: $0, as: UTF8.self) }
      }
      sheets.append(
        Sheet(
          name: String(decoding: fields[0], as: UTF8.self),
          isVisible: fields[1].elementsEqual("visible".utf8), rows: rows,
          uncomputed: fields[2].split(separator: 0x1F).map { String(decoding: $0, as: UTF8.self) }))
    }
    return Spreadsheet(sheets: sheets)
  }

  private static let script = #"""
    import sys
    try:
        import openpyxl
    except ImportError:
        sys.exit(33)
    import datetime, zipfile
    from openpyxl.utils import get_column_letter

    def clean(text):
        return "".join(" " if "\x1c" <= c <= "\x1f" else c for c in text)

    def show(cell, value):
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, datetime.datetime):
            shape = (cell.number_format or "").lower()
            if "h" not in shape and (value.hour, value.minute, value.second) == (0, 0, 0):
                return value.date().isoformat()
            return value.replace(microsecond=0).isoformat()
        if isinstance(value, datetime.time):
            return value.replace(microsecond=0).isoformat()
        if isinstance(value, (datetime.date, datetime.timedelta)):
            return value.isoformat() if isinstance(value, datetime.date) else str(value)
        if isinstance(value, float):
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        return clean(str(value))

    path = sys.argv[1]
    try:
        values = openpyxl.load_workbook(path, read_only=True, data_only=True)
        formulas = openpyxl.load_workbook(path, read_only=True, data_only=False)
    except (openpyxl.utils.exceptions.InvalidFileException, zipfile.BadZipFile, KeyError, ValueError,
            OSError, EOFError) as error:
        sys.stderr.write("it is no xlsx workbook (%s); save it as .xlsx or .csv" % error)
        sys.exit(34)
    out = []
    for sheet in values.worksheets:
        twin = formulas[sheet.title]
        for one in (sheet, twin):
            one.reset_dimensions()
        rows, uncomputed = [], []
        for number, (row, source) in enumerate(zip(sheet.iter_rows(), twin.iter_rows()), 1):
            texts = [show(cell, cell.value) for cell in row]
            for column, cell in enumerate(source, 1):
                shown = texts[column - 1] if column <= len(texts) else ""
                if shown == "" and getattr(cell, "data_type", "") == "f":
                    uncomputed.append(get_column_letter(column) + str(number))
            while texts and texts[-1] == "":
                texts.pop()
            rows.append(texts)
        while rows and not rows[-1]:
            rows.pop()
        body = "".join("".join(t + "\x1f" for t in row) + "\x1e" for row in rows)
        state = sheet.sheet_state or "visible"
        out.append("\x1c".join((clean(sheet.title), state, "\x1f".join(uncomputed), body)))
    sys.stdout.buffer.write("\x1d".join(out).encode("utf-8", "replace"))
    """#
}
