import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A script run by `luakit-run` in a process of its own, and what it took.
struct Child {
  let status: Int32
  let output: String
  let errors: String
  let cpuSeconds: Double
  let residentMiB: Int

  /// The tool beside the test bundle; nil if this package doesn't build it.
  static let tool: String? = {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let path = folder.appendingPathComponent("luakit-run").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  /// Runs `script` under the name `name`. The kernel ends the child after 20 s of CPU time whatever else fails.
  static func run(_ script: String, name: String, _ options: [String]) throws -> Child {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("luakit-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(script.utf8).write(to: file)
    let out = folder.appendingPathComponent("out").path
    let err = folder.appendingPathComponent("err").path
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, out, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, err, O_WRONLY | O_CREAT, 0o600)
    let line = "ulimit -t 20; ulimit -c 0; exec \"$@\""
    let words = ["sh", "-c", line, "sh", try #require(tool), file.path] + options
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var pid = pid_t()
    let failure = posix_spawn(&pid, "/bin/sh", &actions, nil, &arguments, environ)
    guard failure == 0 else { throw POSIXError(.init(rawValue: failure) ?? .EINVAL) }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(pid, &status, 0, &usage) < 0 && errno == EINTR {}
    // Read by offset: the fields' own module can't be imported everywhere.
    func seconds(_ time: timeval) -> Double {
      withUnsafeBytes(of: time) {
        Double($0.load(as: Int.self)) + Double($0.load(fromByteOffset: 8, as: Int32.self)) / 1e6
      }
    }
    return Child(
      status: status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F),
      output: (try? String(decoding: Data(contentsOf: URL(fileURLWithPath: out)), as: UTF8.self))
        ?? "",
      errors: (try? String(decoding: Data(contentsOf: URL(fileURLWithPath: err)), as: UTF8.self))
        ?? "",
      cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      residentMiB: Int(usage.ru_maxrss) / 1024)
  }
}
