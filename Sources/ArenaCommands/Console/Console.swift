import ArenaPlugins
import ArgumentParser
import LuaKit

/// Reads what a person enters, runs it, shows what came of it, and goes on.
final class Console {
  private let limits: LuaLimits
  private let output = StandardOutput()
  private let printer = ValuePrinter(width: Terminal.width)
  private let isInteractive = Terminal.isInputTerminal && Terminal.isOutputTerminal
  private let arena: PluginSession?
  private var state: ScriptState
  private var failed = false

  /// - Parameter arena: the arena that entries may read; each sees it as it is then, and none holds it up.
  init(limits: LuaLimits, arena: PluginSession?) throws {
    self.limits = limits
    self.arena = arena
    state = try ScriptState(limits: limits, output: output, script: nil)
  }

  /// Goes on until the input ends. Entries that failed leave exit status 1 where nobody sat in front.
  func run() throws {
    var reader: any LineReader =
      isInteractive
      ? EditedLineReader { [unowned self] line, start in
        (try? onArena { Completer(state.lua).words(for: line, from: start) }) ?? []
      }
      : PlainLineReader()
    if isInteractive {
      let subject = arena == nil ? "Lua, without an arena." : "Lua on an arena, to read."
      Terminal.print("\(subject) Tab completes, Ctrl-D ends.")
    }
    while let entry = next(&reader) {
      reader.remember(entry)
      try evaluate(entry)
    }
    if isInteractive { Terminal.print("") }
    output.flush()
    if failed && !isInteractive { throw ExitCode(1) }
  }

  /// The next entry: as many lines as it takes until Lua finds it finished. An empty line ends it, too.
  private func next(_ reader: inout any LineReader) -> String? {
    guard var entry = reader.line(prompt: "> ") else { return nil }
    while isUnfinished(entry), let more = reader.line(prompt: ">> ") {
      if reader.wasInterrupted { return "" }
      if more.isEmpty { break }
      entry += "\n" + more
    }
    return entry
  }

  private func isUnfinished(_ entry: String) -> Bool {
    guard (try? compile("return \(entry)")) == nil else { return false }
    do throws(LuaError) {
      _ = try compile(entry)
      return false
    } catch {
      return error.kind == .syntax && error.message.hasSuffix("near <eof>")
    }
  }

  private func compile(_ text: String) throws(LuaError) -> LuaFunction {
    try state.lua.load(text, name: "console")
  }

  /// Runs `body` with the arena as it is now.
  private func onArena<Result>(_ body: () throws -> Result) throws -> Result {
    guard let arena else { return try state.session.running(on: nil, body) }
    return try arena.withScriptArena { try state.session.running(on: $0, body) }
  }

  /// Whether the way to the error lies within what was entered, so that a traceback would tell nothing.
  private func isHere(_ error: LuaError) -> Bool {
    let calls = (error.traceback ?? "").split(separator: "\n").dropFirst()
    return calls.allSatisfy { $0.hasPrefix("\t[C]") || $0.hasPrefix("\tconsole:1: in main chunk") }
  }

  private func evaluate(_ entry: String) throws { try onArena { try evaluateHere(entry) } }

  private func evaluateHere(_ entry: String) throws {
    let lua = state.lua
    let stack = lua.stack
    let base = stack.count
    lua.renewBudget()
    do {
      let function = try (try? compile("return \(entry)")) ?? compile(entry)
      let count = try stack.call { stack.push(function) }
      for place in 0..<count {
        let text = printer.text(stack, base + 1 + place)
        output.write(text + "\n")
      }
      output.flush()
      stack.setCount(base)
    } catch let error as LuaError {
      output.flush()
      failed = true
      Terminal.note(isHere(error) ? error.summary : error.description)
      switch error.kind {
      case .cpuTime, .wallTime, .memory, .output, .interrupted:
        state = try ScriptState(limits: limits, output: output, script: nil)
        Terminal.note("A fresh state is open; what you had set is gone.")
      default: stack.setCount(base)
      }
    }
  }
}
