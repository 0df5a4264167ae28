import ArenaModel
import ArenaPlugins
import ArenaStore
import Foundation
import LuaKit
import Programs

/// An arena file that a command has opened together with the plugins that it runs.
struct PluginSession {
  let arena: ArenaSession
  let host: PluginHost

  init(_ options: ArenaFileOptions) throws {
    arena = try ArenaSession(options)
    host = try PluginSession.host(for: arena.file)
  }

  var file: ArenaFile { arena.file }

  static func host(for file: ArenaFile) throws -> PluginHost {
    let library = try PluginLibrary.find(beside: file.path)
    return PluginHost(library: library, carried: try file.read { try $0.declarations() })
  }

  /// Runs `body` on the arena as scripts see it, on a copy in memory: nobody waits for a slow script.
  func withScriptArena<Result>(_ body: (ScriptArena) throws -> Result) throws -> Result {
    try file.readDetached { stored in
      let scripts = try host.scriptArena(stored, now: file.effects.now())
      return try body(scripts)
    }
  }

  /// Runs `body` on the arena as an edition shows it to scripts: what the edition withholds can't be read at all.
  ///
  /// - Returns: also what there is to say of the people in it; nil where nothing is.
  func withEdition<Result>(_ edition: Edition, _ body: (ScriptArena) throws -> Result) throws
    -> (Result, privacy: String?)
  {
    try file.readDetached { stored in
      let shown = try EditionView(
        stored, edition: edition, declarations: try host.formats(of: stored))
      let scripts = try host.scriptArena(shown, now: file.effects.now())
      return (try body(scripts), PluginSession.privacy(of: shown))
    }
  }

  private static func privacy(of shown: EditionView) -> String? {
    func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }
    var out: [String] = []
    if shown.peopleNotAsked > 0 {
      out.append("\(people(shown.peopleNotAsked)) named here were not asked whether they may be.")
    }
    if shown.peopleWithheld > 0 {
      out.append("\(people(shown.peopleWithheld)) are not named in this edition.")
    }
    return out.isEmpty ? nil : out.joined(separator: " ")
  }

  /// What the shared rules and the formats' checks find.
  func findings() throws -> [Finding] {
    try withScriptArena { try host.findings(in: $0) }
  }

  /// A command that runs a plugin which isn't bundled runs whole in a child of its own: this ends the process with the
  /// child's status, or goes on where nothing is to be supervised, or this is the child.
  ///
  /// - Parameters:
  ///   - named: The plugins that the command runs beside the arena's formats.
  ///   - kinds: The kinds of which it may run any.
  ///   - hasScripts: Whether a script that is no plugin runs, too: a filter's file.
  ///   - duration: How long the command may go on.
  func superviseStrangers(
    running named: [String] = [], kinds: [PluginKind] = [], hasScripts: Bool = false,
    for duration: Supervision.Duration = .calls(seconds: 0)
  ) throws {
    guard !SupervisedChild.isChild else { return }
    let strangers = try file.read { try host.strangers(among: named, kinds: kinds, on: $0) }
    try Supervision.run(strangers, arena: file.path, hasScripts: hasScripts, for: duration)
  }
}

/// The supervised child of commands that run what isn't bundled.
enum Supervision {
  enum Duration {
    /// Some calls, each of this many seconds if the user gives it more than usual.
    case calls(seconds: Double)
    /// Until the user ends it; every call has a limit of its own.
    case open
  }

  /// Runs this same command in a child and ends the process with its status; goes on where there are no strangers and
  /// `hasScripts` is false, or where this is the child.
  static func run(
    _ strangers: [PluginFolder], arena: String?, hasScripts: Bool = false,
    for duration: Duration = .calls(seconds: 0)
  ) throws {
    guard !SupervisedChild.isChild, !strangers.isEmpty || hasScripts else { return }
    let names = strangers.map(\.name)
    var seconds = StrangerLimits.seconds
    if case .calls(let each) = duration { seconds = max(seconds, each * 4) }
    var limits = SupervisedChild.limits(seconds: seconds, memory: StrangerLimits.memory)
    if case .open = duration {
      limits.seconds = nil
      limits.processorSeconds = nil
    }
    let child = SupervisedChild(
      subject: names.isEmpty ? "The filter" : "The plugin \(names.joined(separator: ", "))",
      limits: limits, arena: arena)
    Foundation.exit(try child.run())
  }
}

/// What a command with a plugin that isn't bundled may use at most: a hard end, far above the limits of the plugin's own
/// Lua state.
enum StrangerLimits {
  /// Processor time.
  static let seconds = 120.0
  /// Bytes.
  static let memory = 1 << 30
}
