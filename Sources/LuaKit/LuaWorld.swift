/// What scripts see of the world: time and chance. Both are injected, so that the same script over the same data
/// writes the same bytes.
public struct LuaWorld: Sendable {
  /// What `os.time()` says, in seconds since 1970.
  public var time: Int
  /// What `math.random` starts from.
  public var seed: UInt64

  public init(time: Int, seed: UInt64) {
    self.time = time
    self.seed = seed
  }

  /// 2020-01-01 12:00 UTC and a constant seed.
  public static let fixed = LuaWorld(time: 1_577_880_000, seed: 0x5EED_0F_A2E4A)
}
