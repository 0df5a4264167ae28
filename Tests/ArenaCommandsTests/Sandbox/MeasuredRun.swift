import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A run of the real program, and what it and its child took.
struct MeasuredRun {
  let status: Int32
  let output: String
  let errors: String
  /// Processor time of the program and of the child in which its script ran.
  let cpuSeconds: Double
  let wallSeconds: Double
  /// The most that one of them held.
  let residentMiB: Int

  /// The `arena` that was built together with the tests, or the one that `ARENA_PROGRAM` names.
  static let program =
    ProcessInfo.processInfo.environment["ARENA_PROGRAM"]
    ?? TranscriptRunner.programFolder.appendingPathComponent("arena").path

  /// The most that this process held so far.
  static var ownResidentMiB: Int {
    var usage = rusage()
    // RUSAGE_SELF, which is of another type on each system.
    getrusage(0, &usage)
    return Int(usage.ru_maxrss) / 1024
  }

  /// Runs `arena` with these arguments in `folder`.
  static func run(_ arguments: [String], in folder: URL, program: String = program) throws
    -> MeasuredRun
  {
    let out = folder.appendingPathComponent("standard-output").path
    let err = folder.appendingPathComponent("standard-error").path
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, out, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, err, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let words = ["sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path, program] + arguments
    var pointers = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var pid = pid_t()
    let start = ContinuousClock.now
    let failure = posix_spawn(&pid, "/bin/sh", &actions, nil, &pointers, environ)
    guard failure == 0 else { throw POSIXError(.init(rawValue: failure) ?? .EINVAL) }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(pid, &status, 0, &usage) < 0 && errno == EINTR {}
    let wall = ContinuousClock.now - start
    // Read by offset: the fields' own module can't be imported everywhere.
    func seconds(_ time: timeval) -> Double {
      withUnsafeBytes(of: time) {
        Double($0.load(as: Int.self)) + Double($0.load(fromByteOffset: 8, as: Int32.self)) / 1e6
      }
    }
    func text(_ path: String) -> String {
      (try? String(decoding: Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)) ?? ""
    }
    return MeasuredRun(
      status: status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F), output: text(out),
      errors: text(err), cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      wallSeconds: Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18,
      residentMiB: Int(usage.ru_maxrss) / 1024)
  }

  /// A folder that is gone afterwards.
  static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "arena-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
