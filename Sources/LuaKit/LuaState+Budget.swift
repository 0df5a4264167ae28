internal import CLua
internal import CLuaKit

extension LuaState {
  /// Changes the limits of time for what comes, and gives the budget afresh; nil: no limit. The other limits stay.
  public func setTimeLimits(cpuSeconds: Double?, wallSeconds: Double?) {
    guard let host = lk_hostof(stack.pointer) else { return }
    host.pointee.cpu_limit = Self.nanoseconds(cpuSeconds)
    host.pointee.wall_limit = Self.nanoseconds(wallSeconds)
    renewBudget()
  }

  /// Gives the time budget afresh: each action, say, gets its own. A state that already reached a limit stays spent.
  public func renewBudget() { lk_renew_budget(stack.pointer) }

  /// Runs `body`, which may call into Lua many times, with the clock started once. The CPU time of all that `body`
  /// does counts. A single call outside of this starts and stops the clock itself, which costs about two microseconds.
  public func metered<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
    let pointer = stack.pointer
    lk_begin(pointer)
    defer { lk_finish_scope(pointer) }
    return try body()
  }

  /// Counts `bytes` of Swift memory as the script's: what a host function made for it that Lua doesn't see. Negative
  /// when it is given back.
  public func charge(bytes: Int) { lk_charge(stack.pointer, bytes) }

  /// Chunks whose names begin with this text are the host's own: errors and limits name the script's line that called
  /// into them. Once a state; the text is kept as long as the process.
  public func setOwnChunks(prefix: StaticString) {
    precondition(prefix.hasPointerRepresentation)
    let bytes = UnsafeRawPointer(prefix.utf8Start).assumingMemoryBound(to: CChar.self)
    lk_set_own_chunks(stack.pointer, bytes)
  }

  /// Ends the script that runs on this thread, for a signal handler: it raises an error at its next instruction, which
  /// a script can catch; at the second interruption it is stopped for good. False where none runs.
  public static let interrupt: @convention(c) () -> Bool = { lk_interrupt() }

  /// For whoever notices that the process gets no more memory: where a script runs on this thread whose limits say
  /// ``LuaLimits/mayEndProcess``, tells its line and limit and ends the process; returns otherwise.
  public static let endForWantOfMemory: @convention(c) () -> Void = { lk_end_for_memory() }

  /// The limit that stopped this state for good, if one did.
  public var trippedLimit: LuaError.Kind? {
    core.pointer.flatMap { LuaError.kind(of: lk_hostof($0).pointee.tripped) }
  }

  /// Whether the order of `pairs` and the addresses that scripts see are the same in each run of the same program.
  /// True with Lua 5.4 on Linux; elsewhere scripts that care use `sorted`.
  public var isRepeatable: Bool { lk_hostof(stack.pointer).pointee.repeatable }
}
