internal import CLuaKit

/// When a script is stopped. A state that reached a limit is spent: every later call fails with the same error.
public struct LuaLimits: Sendable, Hashable {
  /// CPU time of the thread while Lua runs in it, in seconds, host functions that Lua calls included; nil: no limit.
  public var cpuSeconds: Double?
  /// Wall-clock time in seconds: the backstop for host functions that wait. Nil: no limit.
  public var wallSeconds: Double?
  /// Memory that Lua may hold, in MiB (1,048,576 bytes), garbage not counted; nil: no limit.
  public var memoryMiB: Int?
  /// How many bytes `print` may write; nil: no limit.
  public var outputBytes: Int?

  /// Whether a script may end the whole process that can't be stopped otherwise, because it sits in one operation of
  /// Lua's own core: 0.4 s after its deadline a sentence goes to standard error, and the process ends with status 152.
  /// In such a process all memory that comes while a script runs counts as the script's, that of Swift objects and of C
  /// libraries too; and where a host function crashes, a sentence with script and line goes before the end. For a
  /// supervised child that runs one stranger's code at a time, and nothing else.
  public var mayEndProcess = false

  /// The exit status of a process that was ended so.
  public static let endedStatus = Int32(LK_EXIT_STUCK)

  public init(
    cpuSeconds: Double? = nil, wallSeconds: Double? = nil, memoryMiB: Int? = nil,
    outputBytes: Int? = nil
  ) {
    self.cpuSeconds = cpuSeconds
    self.wallSeconds = wallSeconds
    self.memoryMiB = memoryMiB
    self.outputBytes = outputBytes
  }

  /// 2 s of CPU time, 60 s on the clock, 256 MiB, 1 MiB of output.
  public static let `default` = LuaLimits(
    cpuSeconds: 2, wallSeconds: 60, memoryMiB: 256, outputBytes: 1 << 20)

  /// No limits.
  public static let none = LuaLimits()
}
