import ArenaPlugins
import ArgumentParser
import Foundation
import LuaKit
import Programs

/// `arena lua`: a script, run as a stranger's plugin would be.
struct LuaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lua",
    abstract: "Run a Lua script in the sandbox, as a stranger's plugin would run.",
    discussion: """
      The script gets Lua's safe library, 'pandoc' and 'sorted', its arguments as '...' and in 'arg', and 'require' for \
      the files beside it; with --arena also 'arena', to read. It can't open files, start programs or change the arena. \
      It runs in a process of its own, which ends when the script has used up what it may.

      EXAMPLES:
        arena lua count.lua
        arena lua count.lua --arena forum.arena --seconds 5
        arena lua greet.lua Åse Bo
        echo 'print(1 + 1)' | arena lua -
      """)

  @OptionGroup var limits: ScriptLimits

  @Option(
    name: .customLong("arena"),
    help: ArgumentHelp("The arena file that the script may read.", valueName: "file"))
  var arenaFile: String?

  @Argument(help: "The script; - is standard input.")
  var file: String

  @Argument(help: "Arguments for the script. Those that begin with a dash come after --.")
  var arguments: [String] = []

  func run() throws {
    guard SupervisedChild.isChild else {
      var process = limits.process
      if let arenaFile { process.addressSpace? += ScriptLimits.space(forArenaAt: arenaFile) }
      let child = SupervisedChild(
        subject: file == "-" ? "The script" : file, limits: process, arena: arenaFile)
      throw ExitCode(try child.run())
    }
    let output = StandardOutput()
    defer { output.flush() }
    let script = try ScriptFile(file)
    let state = try ScriptState(limits: limits.lua, output: output, script: script)
    do {
      guard let arenaFile else {
        return try state.run(script, arguments: arguments, on: nil)
      }
      let session = try PluginSession(ArenaFileOptions(file: arenaFile))
      session.host.readingSeconds = limits.seconds
      try session.withScriptArena { try state.run(script, arguments: arguments, on: $0) }
    } catch let error as LuaError {
      output.flush()
      throw CommandError(error.description)
    }
  }
}
