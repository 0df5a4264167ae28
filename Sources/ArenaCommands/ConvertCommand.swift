import ArenaPlugins
import ArgumentParser
import DocumentLua
import DocumentModel
import DocumentReaders
import DocumentWriters
import Foundation
import JSONCodec
import Programs

/// `arena convert`: documents alone, as pandoc's own command does. It can stand in a pipe where pandoc stands.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Turn a document into another format, through Lua filters if you like.",
    discussion: """
      Formats of its own are json (pandoc's) and commonmark to read; json, html, commonmark, plain and csv (tables) \
      to write. All others of pandoc's go through the pandoc program, where it is installed. A format may also be the \
      path of a custom reader or writer in Lua, ending in .lua. Filters are pandoc's Lua filters; they run in a \
      sandbox and can't open files.

      EXAMPLES:
        arena convert -f commonmark -t html -s notes.md -o notes.html
        arena convert -f json -t json --lua-filter shout.lua < book.json
        pandoc -t json book.rst | arena convert -f json -t json -L shout.lua | pandoc -f json -o book.docx
        arena convert notes.md -o notes.docx
      """)

  @Option(
    name: [.customShort("f", allowingJoined: true), .customLong("from"), .customLong("read")],
    help: ArgumentHelp(
      "The format that comes in. Without it, as the first file's name ends; else commonmark.",
      valueName: "format"))
  var from: String?

  @Option(
    name: [.customShort("t", allowingJoined: true), .customLong("to"), .customLong("write")],
    help: ArgumentHelp(
      "The format that goes out. Without it, as the output's name ends; else html.",
      valueName: "format"))
  var to: String?

  @Option(
    name: [.customShort("L", allowingJoined: true), .customLong("lua-filter")],
    help: ArgumentHelp(
      "A Lua filter. May be repeated; the first is applied first.", valueName: "file"))
  var luaFilters: [String] = []

  @Flag(name: [.short, .long], help: "Write a whole document with head and foot, not a fragment.")
  var standalone = false

  @Option(
    name: [.customShort("o", allowingJoined: true), .customLong("output")],
    help: ArgumentHelp("Where to write. Without it, or as -, standard output.", valueName: "file"))
  var output: String?

  @Option(
    name: [.customShort("M", allowingJoined: true), .customLong("metadata")],
    help: ArgumentHelp("Metadata that replaces the document's own.", valueName: "key[=value]"))
  var metadata: [String] = []

  @Option(
    help: ArgumentHelp(
      "A docx, odt or pptx whose styles the output takes over.", valueName: "file"))
  var referenceDoc: String?

  @Flag(help: "Say nothing of what the output's format can't express.")
  var quiet = false

  @Option(
    help: ArgumentHelp("The processor time that each filter may use.", valueName: "seconds"))
  var seconds: Double = 60

  @Option(help: ArgumentHelp("The memory that each filter may hold, in MiB.", valueName: "MiB"))
  var memory: Int = 2048

  @Argument(help: "What to read. Without any, or as -, standard input.")
  var files: [String] = []

  func validate() throws { try ScriptLimits.validate(seconds: seconds, memory: memory) }

  func run() throws {
    try Conversion(self).run()
  }
}

/// One conversion, step by step.
struct Conversion {
  private let command: ConvertCommand
  private let from: DocumentFormat
  private let to: DocumentFormat

  init(_ command: ConvertCommand) throws {
    self.command = command
    from = DocumentFormat(
      command.from ?? command.files.first.flatMap(DocumentFormat.read(fromFileName:))
        ?? "commonmark")
    let output = command.output.flatMap { $0 == "-" ? nil : $0 }
    to = DocumentFormat(
      command.to ?? output.flatMap(DocumentFormat.written(toFileName:)) ?? "html")
    guard output != nil || !to.isBinary || !Terminal.isOutputTerminal else {
      throw CommandError(
        "\(to.name) is no text for a terminal. Say where to write it with -o FILE, or -o - for a pipe."
      )
    }
  }

  func run() throws {
    var document = try read()
    try setMetadata(&document)
    try filter(&document)
    try write(document)
  }

  // MARK: Reading

  private func read() throws -> Pandoc {
    let files = command.files.isEmpty ? ["-"] : command.files
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
    for setting in command.metadata {
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

  // MARK: Filtering

  /// Each filter has a Lua state of its own, as in pandoc: what one sets, the next doesn't see.
  private func filter(_ document: inout Pandoc) throws {
    guard !command.luaFilters.isEmpty else { return }
    // The filters' own limits act first, with script and line. No arena is at stake, so the last wall stands in this
    // process: a second one would double the time to start.
    let seconds = command.seconds * Double(command.luaFilters.count)
    try ProcessLimits.set(
      processorSeconds: seconds + 60,
      limit:
        "Error: the filters used up the \(Int(seconds) + 60) s of processor time that they were allowed.",
      crash: "Error: a filter brought the conversion down. Nothing was written.")
    let limits = ScriptLimits.lua(seconds: command.seconds, memory: command.memory)
    for file in command.luaFilters {
      let script = try ScriptFile(file)
      let output = StandardOutput.toError()
      defer { output.flush() }
      let state = try ScriptState(
        limits: limits, output: output, script: script, documents: surroundings())
      do {
        try FilterRunner(state.session.documents()).apply(
          source: String(decoding: script.text, as: UTF8.self), name: script.name, to: &document)
      } catch {
        output.flush()
        throw CommandError("\(error)")
      }
    }
  }

  /// What filters are told of the conversion.
  private func surroundings() -> PandocEnvironment {
    var environment = PandocEnvironment.sandboxed
    environment.format = to.name
    environment.inputFiles = command.files
    environment.outputFile = command.output
    return environment
  }

  // MARK: Writing

  private func write(_ document: Pandoc) throws {
    guard let writer = to.writer else { return try writeForeign(document) }
    var buffer = ByteBuffer(capacity: 1 << 16)
    let options = WriterOptions(isStandalone: command.standalone)
    let losses: [Loss]
    do {
      losses = try writer.write(document, options: options, to: &buffer)
    } catch {
      throw CommandError("\(error)")
    }
    report(losses.map { "Warning: \(to.name): \($0)" }.joined(separator: "\n"))
    // The process ends with this command. To take a large tree apart node by node takes longer than to write it.
    _ = Unmanaged.passRetained(KeptForEver(document))
    try buffer.withBytes { try put($0) }
  }

  private func writeForeign(_ document: Pandoc) throws {
    var json = ByteBuffer(capacity: 1 << 16)
    PandocJSONEncoder.write(document, to: &json)
    var writer = ForeignWriter()
    writer.referenceDocument = command.referenceDoc
    writer.readsWhatTheDocumentNames = true
    writer.isStandalone = command.standalone || to.isBinary
    let converted = try json.withBytes { try writer.write($0, to: to.name) }
    report(converted.warnings)
    try converted.bytes.withUnsafeBytes { try put($0) }
  }

  private func put(_ bytes: UnsafeRawBufferPointer) throws {
    if let output = command.output, output != "-" {
      try OutputFile.write(bytes, to: output)
    } else if let failure = StandardOutput.writeWhole(bytes) {
      throw CommandError(
        "Standard output could not be written: \(String(cString: strerror(failure))).")
    }
  }

  private func report(_ warnings: String) {
    let text = warnings.trimmingCharacters(in: .whitespacesAndNewlines)
    if !command.quiet, !text.isEmpty { Terminal.note(text) }
  }
}

/// Holds a document until the process ends.
private final class KeptForEver {
  let document: Pandoc

  init(_ document: Pandoc) { self.document = document }
}
