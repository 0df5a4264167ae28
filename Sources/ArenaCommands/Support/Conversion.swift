import DocumentModel
import DocumentReaders
import DocumentWriters
import Foundation
import JSONCodec
import Programs

/// One conversion, step by step.
struct Conversion {
  let request: ConversionRequest
  let from: DocumentFormat
  let to: DocumentFormat

  init(_ request: ConversionRequest) throws {
    self.request = request
    from = DocumentFormat(
      request.from ?? request.files.first.flatMap(DocumentFormat.read(fromFileName:))
        ?? "commonmark")
    let output = request.output.flatMap { $0 == "-" ? nil : $0 }
    to = DocumentFormat(
      request.to ?? output.flatMap(DocumentFormat.written(toFileName:)) ?? "html")
    guard output != nil || !to.isBinary || !Terminal.isOutputTerminal else {
      throw CommandError(
        "\(to.name) is no text for a terminal. Say where to write it with -o FILE, or -o - for a pipe."
      )
    }
  }

  func run() throws {
    try limitScripts()
    var document = from.isScript ? try readByScript() : try read()
    try setMetadata(&document)
    try filter(&document)
    try write(document)
  }

  // MARK: Reading

  private func read() throws -> Pandoc {
    let files = request.files.isEmpty ? ["-"] : request.files
    var document = try read(files[0])
    for file in files.dropFirst() {
      let next = try read(file)
      document.blocks += next.blocks
      // Where two documents tell the same thing, the later one holds, as with pandoc's --file-scope.
      for entry in next.meta.entries { document.meta[entry.name] = entry.value }
    }
    return document
  }

  private func read(_ file: String) throws -> Pandoc {
    let input = try InputBytes(file)
    defer { input.release() }
    let name = file == "-" ? "standard input" : file
    do {
      if let reader = from.reader { return try reader.read(input.bytes) }
    } catch {
      throw CommandError("\(name): \(error)")
    }
    let pandoc = try PandocProgram.find("to read \(from.name)")
    var conversion = PandocProgram.Conversion(from: from.name, to: "json")
    // Whoever runs pandoc on a file of their own expects what it includes to be read.
    conversion.readsWhatTheDocumentNames = true
    let converted = try pandoc.convert(input.bytes, conversion)
    report(converted.warnings)
    return try converted.bytes.withUnsafeBytes { try JSONReader().read($0) }
  }

  // MARK: Metadata

  /// As pandoc's -M: a key alone means true, "true" and "false" are what they say, a key given twice makes a list.
  private func setMetadata(_ document: inout Pandoc) throws {
    var given = Meta()
    for setting in request.metadata {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let key = parts.first, !key.isEmpty else {
        throw CommandError("-M wants key=value or key; '\(setting)' has no key.")
      }
      let value: MetaValue =
        switch parts.count > 1 ? parts[1] : "true" {
        case "true", "True", "TRUE": .bool(true)
        case "false", "False", "FALSE": .bool(false)
        case let text: .string(String(text))
        }
      switch given[String(key)] {
      case nil: given[String(key)] = value
      case .list(let values): given[String(key)] = .list(values + [value])
      case let first?: given[String(key)] = .list([first, value])
      }
    }
    for entry in given.entries { document.meta[entry.name] = entry.value }
  }

  // MARK: Writing

  private func write(_ document: Pandoc) throws {
    if to.isScript { return try writeByScript(document).withUnsafeBytes { try put($0) } }
    guard let writer = to.writer else { return try writeForeign(document) }
    var buffer = ByteBuffer(capacity: 1 << 16)
    var options = WriterOptions(isStandalone: request.standalone)
    if to.name == "html", request.standalone { options.pictures = pictures(of: document) }
    let losses: [Loss]
    do {
      losses = try writer.write(document, options: options, to: &buffer)
    } catch {
      throw CommandError("\(error)")
    }
    report(losses.map { "Warning: \(to.name): \($0)" }.joined(separator: "\n"))
    // The process ends with this request. To take a large tree apart node by node takes longer than to write it.
    _ = Unmanaged.passRetained(KeptForEver(document))
    try buffer.withBytes { try put($0) }
  }

  private func writeForeign(_ document: Pandoc) throws {
    var json = ByteBuffer(capacity: 1 << 16)
    PandocJSONEncoder.write(document, to: &json)
    var writer = ForeignWriter()
    writer.referenceDocument = request.referenceDoc
    writer.readsWhatTheDocumentNames = true
    writer.isStandalone = request.standalone || to.isBinary
    let converted = try json.withBytes {
      try writer.write($0, to: to.name) { page(of: document) }
    }
    report(converted.warnings)
    try converted.bytes.withUnsafeBytes { try put($0) }
  }

  /// The page that a PDF is printed from.
  private func page(of document: Pandoc) -> [UInt8] {
    var buffer = ByteBuffer(capacity: 1 << 16)
    let losses = HTMLWriter().write(
      document, options: WriterOptions(isStandalone: true, pictures: pictures(of: document)),
      to: &buffer)
    report(losses.map { "Warning: pdf: \($0)" }.joined(separator: "\n"))
    return buffer.array()
  }

  private func pictures(of document: Pandoc) -> [String: String] {
    let found = PictureFiles(of: document, readFrom: request.files)
    for missing in found.missing {
      report("Warning: html: the picture \(missing) was not found; the page only names it.")
    }
    return found.addresses
  }

  private func put(_ bytes: UnsafeRawBufferPointer) throws {
    if let output = request.output, output != "-" {
      try OutputFile.write(bytes, to: output)
    } else if let failure = StandardOutput.writeWhole(bytes) {
      throw CommandError(
        "Standard output could not be written: \(String(cString: strerror(failure))).")
    }
  }

  private func report(_ warnings: String) {
    let text = warnings.trimmingCharacters(in: .whitespacesAndNewlines)
    if !request.quiet, !text.isEmpty { Terminal.note(text) }
  }
}

/// Holds a document until the process ends.
private final class KeptForEver {
  let document: Pandoc

  init(_ document: Pandoc) { self.document = document }
}
