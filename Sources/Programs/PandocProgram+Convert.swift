internal import Foundation

extension PandocProgram {
  /// How a document is turned into another format.
  package struct Conversion: Sendable {
    /// pandoc's name of the format that comes in, with its extensions: "json", "markdown+smart".
    package var from: String
    /// pandoc's name of the format that goes out.
    package var to: String
    /// A whole document with head and foot instead of a fragment. Binary formats are whole anyhow.
    package var standalone = false
    /// A docx, odt or pptx whose styles the new one takes over.
    package var referenceDocument: String?
    /// The program that makes the PDF.
    package var pdfEngine: PDFEngine?
    /// Metadata as pandoc's own -M takes it: "key=value" or "key".
    package var metadata: [String] = []
    /// Lets pandoc read the files and addresses that the document names, pictures say. Without it only pictures inside
    /// the document itself (data: addresses) get in: what a stranger's script wrote must not reach for other files.
    package var readsWhatTheDocumentNames = false
    /// Further options, as pandoc has them.
    package var options: [String] = []
    package var limits = ProgramLimits(
      seconds: 300, processorSeconds: 300, addressSpace: 8 << 30, fileSize: 2 << 30)

    package init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  /// A converted document and what pandoc warned of on the way.
  package struct Converted: Sendable {
    package let bytes: [UInt8]
    /// Lines such as "[WARNING] Could not fetch resource …"; empty when it had nothing to say.
    package let warnings: String
  }

  /// Turns a document into another format.
  ///
  /// - Throws: ``ProgramsError`` with pandoc's own words when it fails, and with the list of its formats when it doesn't
  ///   know the one asked for.
  package func convert(_ document: UnsafeRawBufferPointer, _ conversion: Conversion)
    throws(ProgramsError) -> Converted
  {
    let purpose = "to turn \(conversion.from) into \(conversion.to)"
    var run = Program.Run(arguments: Self.arguments(for: conversion))
    run.input = .bytes(document)
    run.limits = conversion.limits
    let outcome = try program.run(run)
    guard outcome.ending.succeeded else {
      // pandoc's exit statuses 21 and 22: unknown reader, unknown writer.
      if outcome.ending == .exited(21) {
        throw .unknownFormat(conversion.from, direction: "read", known: try inputFormats())
      }
      if outcome.ending == .exited(22) {
        throw .unknownFormat(conversion.to, direction: "written", known: try outputFormats())
      }
      throw .failed(
        program: "pandoc", purpose: purpose, ending: outcome.ending, message: outcome.message)
    }
    return Converted(bytes: outcome.output, warnings: outcome.message)
  }

  private static func arguments(for conversion: Conversion) -> [String] {
    var arguments = ["-f", conversion.from, "-t", conversion.to, "-o", "-"]
    if !conversion.readsWhatTheDocumentNames { arguments.append("--sandbox") }
    if conversion.standalone { arguments.append("--standalone") }
    if let reference = conversion.referenceDocument {
      arguments.append("--reference-doc=\(reference)")
    }
    if let engine = conversion.pdfEngine { arguments.append("--pdf-engine=\(engine.program.path)") }
    arguments += conversion.metadata.map { "--metadata=\($0)" }
    return arguments + conversion.options
  }

  /// The names of the formats that it reads.
  package func inputFormats() throws(ProgramsError) -> [String] {
    try list("--list-input-formats")
  }

  /// The names of the formats that it writes.
  package func outputFormats() throws(ProgramsError) -> [String] {
    try list("--list-output-formats")
  }

  private func list(_ option: String) throws(ProgramsError) -> [String] {
    var run = Program.Run(arguments: [option])
    run.limits = ProgramLimits(seconds: 20)
    let answer = try program.output(run, purpose: "for the formats that it knows")
    return String(decoding: answer, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// A file of pandoc's own, such as "reference.docx".
  package func dataFile(_ name: String) throws(ProgramsError) -> [UInt8] {
    var run = Program.Run(arguments: ["--print-default-data-file", name])
    run.limits = ProgramLimits(seconds: 20)
    return try program.output(run, purpose: "for its \(name)")
  }
}
