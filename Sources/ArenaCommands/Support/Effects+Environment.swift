import ArenaModel
import Foundation

extension Effects {
  /// The outside world, unless the environment fixes it: ARENA_NOW is the moment (2031-03-12T09:00:00.000Z), ARENA_SEED
  /// a number from which ids count up. Documentation and tests repeat a run with them.
  static var environment: Effects {
    let environment = ProcessInfo.processInfo.environment
    guard environment["ARENA_NOW"] != nil || environment["ARENA_SEED"] != nil else { return .live }
    let now = environment["ARENA_NOW"].flatMap { Instant($0) }
    guard let seed = environment["ARENA_SEED"].flatMap(UInt64.init) else {
      let live = Effects.live
      return Effects(now: { now ?? live.now() }, newID: live.newID)
    }
    let fixed = Effects.fixed(now: now ?? Effects.live.now(), seed: seed)
    return now == nil ? Effects(now: Effects.live.now, newID: fixed.newID) : fixed
  }
}
