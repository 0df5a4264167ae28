extension LuaState {
  /// Gives the time budget afresh: each action, say, gets its own. A state that already reached a limit stays spent.
  public func renewBudget() {}

  /// Runs `body`, which may call into Lua many times, with the clock started once. The CPU time of all that `body`
  /// does counts.
  public func metered<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R { try body() }
}
