package import DocumentModel

/// What scripts are told of their surroundings, and what they may reach of them.
package struct PandocEnvironment {
  /// The format that is being written: `FORMAT`.
  package var format = ""
  /// The script's own path: `PANDOC_SCRIPT_FILE`.
  package var scriptFile: String?
  /// The files that the document was read from.
  package var inputFiles: [String] = []
  package var outputFile: String?
  /// Whether scripts may reach files, programs and the process's environment.
  package var reachesSystem = false
  /// Runs a program: its name, arguments, and standard input. Nil where no program may run.
  package var run: ((String, [String], [UInt8]) throws -> Output)?
  /// Reads a document in a format that the host has; throws for others.
  package var read: ((_ bytes: [UInt8], _ format: String) throws -> Pandoc)?
  /// Writes a document in a format that the host has; throws for others.
  package var write: ((_ document: Pandoc, _ format: String) throws -> [UInt8])?
  /// The default template of a format that the host has.
  package var template: ((_ format: String) -> String?)?
  /// Takes a script's warnings and informations.
  package var log: ((_ level: LogLevel, _ message: String) -> Void)?

  package enum LogLevel: String, Sendable { case info = "INFO", warning = "WARNING" }

  /// How a program ended, and what it wrote.
  package struct Output: Sendable {
    package var status: Int32
    package var bytes: [UInt8]

    package init(status: Int32, bytes: [UInt8]) {
      self.status = status
      self.bytes = bytes
    }
  }

  package init() {}

  static let howToGetPandoc =
    "install pandoc 3 (https://pandoc.org/installing.html, or your system's package `pandoc`)"

  static func noPrograms(_ function: String) -> DocumentLuaError {
    DocumentLuaError("\(function) needs a program, and this script may run none")
  }

  /// Passes a document through pandoc.
  func runPandoc(
    _ options: [String], _ document: Pandoc, _ function: String
  ) throws -> Pandoc {
    guard let run else {
      throw DocumentLuaError(
        "\(function) needs the pandoc program, and this script may run none; do it on the command"
          + " line instead: \(Self.howToGetPandoc)")
    }
    let output: Output
    do {
      output = try run("pandoc", options, Array(document.json.utf8))
    } catch {
      throw DocumentLuaError(
        "\(function) needs the pandoc program: \(error); \(Self.howToGetPandoc)")
    }
    guard output.status == 0 else {
      throw DocumentLuaError("\(function): pandoc ended with status \(output.status)")
    }
    do {
      return try Pandoc(json: output.bytes)
    } catch {
      throw DocumentLuaError("\(function): pandoc wrote no document: \(error)")
    }
  }
}
