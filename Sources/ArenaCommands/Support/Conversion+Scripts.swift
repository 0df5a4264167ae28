import ArenaPlugins
import ArgumentParser
import DocumentLua
import DocumentModel
import LuaKit
import Programs

/// Filters, readers and writers in Lua.
///
/// Each has a Lua state of its own, as in pandoc: what one sets, the next doesn't see.
extension Conversion {
  /// Lays the last wall round the scripts. Their own limits act first, with script and line. No arena is at stake, so
  /// the wall stands in this process: a second one would double the time to start.
  func limitScripts() throws {
    let count = request.luaFilters.count + (from.isScript ? 1 : 0) + (to.isScript ? 1 : 0)
    guard count > 0 else { return }
    // A minute for what is done beside the scripts.
    let seconds = request.seconds * Double(count) + 60
    try ProcessLimits.set(
      processorSeconds: seconds,
      limit:
        "Error: the scripts used up the \(Int(seconds)) s of processor time that they were allowed.",
      crash: "Error: a script brought the conversion down. Nothing was written.")
  }

  func filter(_ document: inout Pandoc) throws {
    for file in request.luaFilters {
      try withScript(file) { script, module in
        try FilterRunner(module).apply(source: script.source, name: script.name, to: &document)
      }
    }
  }

  func readByScript() throws -> Pandoc {
    let files = request.files.isEmpty ? ["-"] : request.files
    let sources = try files.map { file in
      (name: file == "-" ? "" : file, bytes: try InputBytes(file).array())
    }
    return try withScript(from.name) { script, module in
      try ScriptReader(module).read(sources, source: script.source, name: script.name)
    }
  }

  /// What the script gave, ended by a line end as pandoc does.
  func writeByScript(_ document: Pandoc) throws -> [UInt8] {
    var bytes = try withScript(to.name) { script, module in
      try ScriptWriter(module).write(
        document, source: script.source, name: script.name, isStandalone: request.standalone)
    }
    let lineEnd = UInt8(ascii: "\n")
    if !request.standalone, bytes.last != lineEnd { bytes.append(lineEnd) }
    return bytes
  }

  private func withScript<Result>(
    _ file: String, _ body: (ScriptFile, PandocModule) throws -> Result
  ) throws -> Result {
    let script = try ScriptFile(file)
    let output = StandardOutput.toError()
    defer { output.flush() }
    let state = try ScriptState(
      limits: ScriptLimits.lua(seconds: request.seconds, memory: request.memory), output: output,
      script: script, documents: surroundings(script))
    do {
      let module = try state.session.documents()
      try module.offerStandIns()
      return try body(script, module)
    } catch {
      output.flush()
      let cause = (error as? FilterRunner.Failure)?.error ?? error as? LuaError
      if let exit = cause?.underlying as? ScriptExit { throw ExitCode(exit.status) }
      throw CommandError("\(error)")
    }
  }

  /// What a script is told of the conversion.
  private func surroundings(_ script: ScriptFile) -> PandocEnvironment {
    var environment = PandocEnvironment.sandboxed
    environment.format = request.target ?? to.name
    environment.scriptFile = script.name
    environment.inputFiles = request.files
    environment.outputFile = request.output
    return environment
  }
}

extension ScriptFile {
  /// The text as a string.
  fileprivate var source: String { String(decoding: text, as: UTF8.self) }
}
