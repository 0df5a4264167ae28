import ArenaModel
import Foundation

extension Effects {
  /// The outside world, unless the environment fixes it: ARENA_NOW is the moment (2031-03-12T09:00:00.000Z), ARENA_SEED
  /// a number from which ids count up. Documentation and tests repeat a run with them. Either may be left out; one that
  /// can't be read is an error, since a journal keeps its times for good.
  static var environment: Effects {
    get throws {
      let now = try value("ARENA_NOW", as: Instant.init, like: "2031-03-12T09:00:00.000Z")
      let seed = try value("ARENA_SEED", as: { UInt64($0) }, like: "7")
      let live = Effects.live
      guard now != nil || seed != nil else { return live }
      let fixed = Effects.fixed(now: now ?? live.now(), seed: seed ?? 0)
      return Effects(
        now: now == nil ? live.now : fixed.now, newID: seed == nil ? live.newID : fixed.newID)
    }
  }

  private static func value<Value>(
    _ name: String, as read: (String) -> Value?, like example: String
  ) throws -> Value? {
    guard let text = ProcessInfo.processInfo.environment[name], !text.isEmpty else { return nil }
    guard let value = read(text) else {
      throw CommandError("\(name) is “\(text)”. Write it like \(example), or leave it out.")
    }
    return value
  }
}
