import ArgumentParser

/// `arena convert`: documents alone, as pandoc's own command does. It can stand in a pipe where pandoc stands.
struct ConvertCommand: ParsableCommand {
  static let name = "convert"

  static let configuration = CommandConfiguration(
    commandName: name,
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
    name: [
      .customShort("f", allowingJoined: true), .customShort("r", allowingJoined: true),
      .customLong("from"), .customLong("read"),
    ],
    help: ArgumentHelp(
      "The format that comes in. Without it, as the first file's name ends; else commonmark.",
      valueName: "format"))
  var from: String?

  @Option(
    name: [
      .customShort("t", allowingJoined: true), .customShort("w", allowingJoined: true),
      .customLong("to"), .customLong("write"),
    ],
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

  @Option(
    help: ArgumentHelp(
      "What filters find in FORMAT, for a JSON filter inside pandoc. Without it, the format that goes out.",
      valueName: "format"))
  var target: String?

  @Flag(help: "Say nothing of what the output's format can't express.")
  var quiet = false

  @Option(
    help: ArgumentHelp("The processor time that each filter may use.", valueName: "seconds"))
  var seconds: Double = 60

  @Option(help: ArgumentHelp("The memory that each filter may hold, in MiB.", valueName: "MiB"))
  var memory: Int = 2048

  @Argument(help: "What to read. Without any, or as -, standard input.")
  var files: [String] = []

  /// The arguments with `-Mkey=value`, which is how pandoc's users write it, as `-M key=value`: the parser takes the
  /// first for an option of the name `Mkey`.
  static func parted(_ arguments: some Sequence<String>) -> [String] {
    arguments.flatMap { argument in
      argument.hasPrefix("-M") && argument.contains("=") && !argument.hasPrefix("-M=")
        ? ["-M", String(argument.dropFirst(2))] : [argument]
    }
  }

  func validate() throws { try ScriptLimits.validate(seconds: seconds, memory: memory) }

  func run() throws {
    try Conversion(request).run()
  }

  var request: ConversionRequest {
    var request = ConversionRequest()
    request.from = from
    request.to = to
    request.luaFilters = luaFilters
    request.standalone = standalone
    request.output = output
    request.metadata = metadata
    request.referenceDoc = referenceDoc
    request.target = target
    request.quiet = quiet
    request.seconds = seconds
    request.memory = memory
    request.files = files
    return request
  }
}
