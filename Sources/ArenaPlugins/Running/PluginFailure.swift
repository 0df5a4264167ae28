import ArenaModel
import LuaKit

/// Turns what a plugin's function raised into an error with the plugin, the function, the record and file:line.
enum PluginFailure {
  static func naming<Result>(
    _ plugin: Plugin, _ function: String, on record: @autoclosure () -> String? = nil,
    _ work: () throws -> Result
  ) throws -> Result {
    do {
      return try work()
    } catch let error as LuaError {
      throw named(error, plugin.name, function, record())
    }
  }

  private static func named(
    _ error: LuaError, _ plugin: String, _ function: String, _ record: String?
  ) -> any Error {
    switch error.underlying {
    // A sentence for the user: no traceback, nothing changed.
    case let refused as PluginError:
      switch refused {
      case .needs(let sentence):
        return PluginError.raised(
          plugin: plugin, function: function, record: record,
          message: place(error) + sentence)
      default: return refused
      }
    case let model as ModelError where model.kind == .objection || model.kind == .refusal:
      return model
    case let underlying?:
      return PluginError.raised(
        plugin: plugin, function: function, record: record,
        message: place(error) + String(describing: underlying))
    case nil:
      return PluginError.raised(
        plugin: plugin, function: function, record: record, message: sentence(error))
    }
  }

  private static func place(_ error: LuaError) -> String {
    error.position.map { "\($0): " } ?? ""
  }

  private static func sentence(_ error: LuaError) -> String {
    switch error.kind {
    case .cpuTime, .wallTime, .memory, .output: error.summary + "; nothing was changed"
    default: error.summary
    }
  }
}
