import ArenaModel
import ArenaPlugins
import Programs

/// A file that somebody wants in: its bytes, and what another program makes of it where it is no text itself.
struct ImportedFile {
  private let path: String

  init(_ path: String) { self.path = path }

  func request(importer: String?, actor: Actor?, _ host: PluginHost) throws -> ImportRequest {
    var request = ImportRequest(
      importer: importer, name: String(path.split(separator: "/").last ?? ""),
      bytes: try InputBytes(path).array(), actor: actor)
    if request.fileExtension == "xlsx" {
      request.rows = try rows()
    } else if let format = Self.documents[request.fileExtension] {
      let reads = try host.importer(for: request).importer?.reads
      request.text = try text(
        request.bytes, from: format, to: reads == .document ? "commonmark_x" : "plain")
    }
    return request
  }

  /// Documents of word processors, by their endings: pandoc's name of the format.
  private static let documents = ["docx": "docx", "odt": "odt", "rtf": "rtf", "html": "html"]

  /// The text as pandoc has it: list marks and numbers stand, lines aren't wrapped, and formatting is gone.
  private func text(_ bytes: [UInt8], from format: String, to target: String) throws -> String {
    guard !bytes.isEmpty else {
      throw CommandError("\(path) is empty: it has no byte. Nothing was imported.")
    }
    let pandoc = try PandocProgram.find("to read \(format)")
    var conversion = PandocProgram.Conversion(from: format, to: target)
    conversion.options = ["--wrap=none"]
    do {
      let converted = try bytes.withUnsafeBytes { try pandoc.convert($0, conversion) }
      return String(decoding: converted.bytes, as: UTF8.self)
    } catch ProgramsError.failed(_, _, .exited(_), let message) {
      throw CommandError(
        "\(path) can't be read as \(format). Nothing was imported. Look whether it opens in the program that "
          + "made it, and save it again there. pandoc said: \(message.split(separator: "\n").first ?? "")"
      )
    }
  }

  private func rows() throws -> [[String]] {
    let sheets = try Spreadsheet.read(path).sheets
    guard let sheet = sheets.first(where: { $0.isVisible && !$0.rows.isEmpty }) else {
      throw CommandError(
        "\(path): no sheet of the workbook holds a row. Nothing was imported. Look whether the rows are on "
          + "a hidden sheet, and show it.")
    }
    let others = sheets.filter { $0.name != sheet.name && !$0.rows.isEmpty }.map { "“\($0.name)”" }
    if !others.isEmpty {
      Terminal.note(
        "\(path): the sheet “\(sheet.name)” was read, and not \(others.joined(separator: ", ")). "
          + "Put the sheet that you want first.")
    }
    if !sheet.uncomputed.isEmpty {
      Terminal.note(
        "\(path): the formulas in \(sheet.uncomputed.prefix(5).joined(separator: ", ")) were never computed "
          + "and are blank. Open the workbook in a spreadsheet program and save it.")
    }
    return sheet.rows
  }
}
