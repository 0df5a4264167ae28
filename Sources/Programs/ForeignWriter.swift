internal import Foundation

/// Documents in the formats that other programs write: docx, odt, pptx, epub, pdf and the rest of pandoc's.
package struct ForeignWriter: Sendable {
  /// A docx, odt or pptx whose styles are taken over; nil is the house's own look for docx, and pandoc's elsewhere.
  package var referenceDocument: String?
  /// Lets the writer read files and addresses that the document names. See
  /// ``PandocProgram/Conversion/readsWhatTheDocumentNames``.
  package var readsWhatTheDocumentNames = false
  /// A whole document with head and foot instead of a fragment; binary formats are whole anyhow.
  package var isStandalone = true
  package var environment: [String: String]

  package init(environment: [String: String] = Program.currentEnvironment()) {
    self.environment = environment
  }

  /// The format that a file name's ending stands for, of those that need another program; nil for others.
  package static func format(forFileName name: String) -> String? {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let known = [
      "docx": "docx", "odt": "odt", "pptx": "pptx", "epub": "epub", "pdf": "pdf", "rtf": "rtf",
      "tex": "latex", "typ": "typst", "rst": "rst", "org": "org", "ipynb": "ipynb", "icml": "icml",
      "fb2": "fb2", "adoc": "asciidoc", "textile": "textile", "wiki": "mediawiki",
    ]
    return known[ending]
  }

  /// Turns a document into a format that arena doesn't write itself.
  ///
  /// - Parameters:
  ///   - document: pandoc's JSON.
  ///   - page: makes the same document as an HTML page; asked for when a PDF is to be printed from it,
  ///     which keeps the look of the house. Nil leaves the page to pandoc.
  package func write(
    _ document: UnsafeRawBufferPointer, to format: String, page: (() throws -> [UInt8])? = nil
  ) throws -> PandocProgram.Converted {
    guard format == "pdf" else {
      return try withReference(for: format) { reference in
        let pandoc = try PandocProgram.find("to write \(format)", environment: environment)
        return try pandoc.convert(document, plan(to: format, reference: reference))
      }
    }
    let engine = try PDFEngine.find(environment: environment)
    if engine.kind == .weasyprint, let page {
      let base = readsWhatTheDocumentNames ? "." : "about:blank"
      return try page().withUnsafeBytes { try engine.print(page: $0, base: base) }
    }
    let pandoc = try PandocProgram.find("to write pdf", environment: environment)
    var conversion = plan(to: "pdf", reference: nil)
    conversion.pdfEngine = engine
    return try pandoc.convert(document, conversion)
  }

  private func plan(to format: String, reference: String?) -> PandocProgram.Conversion {
    var conversion = PandocProgram.Conversion(from: "json", to: format)
    conversion.standalone = isStandalone
    conversion.referenceDocument = reference
    conversion.readsWhatTheDocumentNames = readsWhatTheDocumentNames
    return conversion
  }

  /// Calls `body` with the path of the document whose styles are to be taken over.
  private func withReference<Result>(for format: String, _ body: (String?) throws -> Result) throws
    -> Result
  {
    if let referenceDocument {
      guard FileManager.default.isReadableFile(atPath: referenceDocument) else {
        throw ProgramsError.file(
          path: referenceDocument, verb: "read", reason: ProgramsError.reason(ENOENT))
      }
      return try body(referenceDocument)
    }
    guard format == "docx", let house = try? HouseReference.docx(environment: environment) else {
      return try body(nil)
    }
    let stage = try OutputStage.make()
    defer { stage.clear() }
    let path = "\(stage.folder)/reference.docx"
    try house.withUnsafeBytes { try OutputFile.publish($0, to: path) }
    return try body(path)
  }
}
