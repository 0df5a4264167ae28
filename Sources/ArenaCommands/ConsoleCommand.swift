import ArenaPlugins
import ArgumentParser
import LuaKit

/// `arena console`: Lua, a line at a time, on an open arena.
struct ConsoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "console",
    abstract: "Try Lua on an arena, line by line.",
    discussion: """
      What you enter is run as a plugin's code would be: in the sandbox, with 'pandoc', 'sorted' and, where there is an \
      arena, 'arena' to read. An expression's value is shown; a line that isn't finished goes on with the next. Tab \
      completes names and fields, the arrows bring back what you entered before, Ctrl-D ends. Each entry may use \
      --seconds of processor time.

      EXAMPLES:
        arena console --arena forum.arena
        echo '#arena.groups' | arena console
      """)

  @OptionGroup var limits: ScriptLimits
  @OptionGroup var options: ArenaFileOptions

  func run() throws {
    // A console without an arena is a place to try Lua and documents.
    let session = options.file == nil && !options.findsFile ? nil : try PluginSession(options)
    try session?.superviseStrangers(for: .open)
    session?.host.readingSeconds = limits.seconds
    try Console(limits: limits.lua, arena: session).run()
  }
}
