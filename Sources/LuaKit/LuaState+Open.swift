internal import CLua
internal import CLuaKit

extension LuaState {
  /// Fills a fresh state.
  func open(_ library: Library, limits: LuaLimits, world: LuaWorld) {
    let pointer = stack.pointer
    switch library {
    case .none: break
    case .standard: luaL_openlibs(pointer)
    case .sandbox:
      lk_open_sandbox(pointer)
      openRequire()
    }
    lk_set_world(pointer, Int64(world.time), world.seed)
    // Only the sandbox's own functions keep to limits.
    guard library == .sandbox else { return }
    lk_set_limits(
      pointer, Self.nanoseconds(limits.cpuSeconds), Self.nanoseconds(limits.wallSeconds),
      limits.memoryMiB.map { max(1, $0) << 20 } ?? .max, limits.outputBytes ?? .max,
      limits.mayEndProcess)
  }

  /// No limit is 0; a limit is at least a nanosecond.
  static func nanoseconds(_ seconds: Double?) -> Int64 {
    guard let seconds else { return 0 }
    return Int64(min(max(seconds * 1e9, 1), 1e18))
  }
}
