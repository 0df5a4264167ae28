internal import CPrograms
internal import Foundation

/// Limits that a process lays on itself, for a command that is over in one go, changes no arena, and has to start fast:
/// the second process of a supervised child would double the time that it takes to begin.
package enum ProcessLimits {
  /// From here on the process may use this much more processor time, writes no core dump with people's data in it, and
  /// gains no rights by setuid programs.
  ///
  /// - Parameters:
  ///   - seconds: processor time, what was used so far not counted; rounded up.
  ///   - sentence: what a person reads when the time is used up. The process then ends with status 1.
  package static func set(processorSeconds seconds: Double, sentence: String)
    throws(ProgramsError)
  {
    var used = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used)
    let whole = Int64((min(max(seconds, 0), 1e6) + Double(used.tv_sec) + 1).rounded(.up))
    cprograms_explain_cpu_limit(strdup(sentence + "\n"))
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
