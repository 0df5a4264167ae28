internal import CPrograms
internal import Foundation

/// Limits that a process lays on itself, for a command that is over in one go, changes no arena, and has to start fast:
/// the second process of a supervised child would double the time that it takes to begin.
package enum ProcessLimits {
  /// From here on the process may use this much more processor time, writes no core dump with people's data in it, and
  /// gains no rights by setuid programs. To be called on the thread that does the work.
  ///
  /// - Parameters:
  ///   - seconds: processor time, what was used so far not counted; rounded up.
  ///   - limit: what a person reads when the time is used up. The process then ends with status 1.
  ///   - crash: what a person reads where the process crashes, as at the end of the stack: instead of the runtime's
  ///     report, which means nothing to them.
  package static func set(processorSeconds seconds: Double, limit: String, crash: String)
    throws(ProgramsError)
  {
    var used = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used)
    let whole = Int64((min(max(seconds, 0), 1e6) + Double(used.tv_sec) + 1).rounded(.up))
    cprograms_explain_endings(strdup(limit + "\n"), strdup(crash + "\n"))
    let limits = cprograms_limits(
      cpu_seconds: whole, address_space: -1, file_size: -1, core_size: 0)
    let failure = cprograms_limit_self(limits, true)
    guard failure == 0 else {
      throw .cannotStart(
        program: "The script", path: "in this process", stage: "resource limits",
        reason: ProgramsError.reason(failure))
    }
  }
}
