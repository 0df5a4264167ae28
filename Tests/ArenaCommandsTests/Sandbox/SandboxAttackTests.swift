import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One hostile script: a header `--- name: ends`, then its text. How it may end: `ok`, `error` (a plain error), or the
/// limit that stops it.
struct SandboxAttack: CustomTestStringConvertible, Sendable {
  let name: String
  let ends: [String]
  let text: String
  /// Whether it runs on an arena.
  let hasArena: Bool

  var testDescription: String { name }

  static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// Those of this folder, which reach for `pandoc` and the arena too.
  static let own = all(in: here.appendingPathComponent("Attacks"))
  /// Those of LuaKit's own suite, without what hangs on its limit of output (64 MiB here, 20 kB there) or on globals
  /// that have no metatable.
  static let ofLuaKit = all(
    in: here.appendingPathComponent("../../LuaKitTests/Attacks").standardizedFileURL
  ).filter { $0.ends != ["output"] && $0.name != "doors-globals" }

  private static func all(in folder: URL) -> [SandboxAttack] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".lua") }.sorted().flatMap { file -> [SandboxAttack] in
      let text =
        (try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)) ?? ""
      return ("\n" + text).components(separatedBy: "\n--- ").dropFirst().compactMap { part in
        let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let head = lines[0].components(separatedBy: ": ")
        guard head.count == 2, lines.count == 2 else { return nil }
        return SandboxAttack(
          name: "\(file.dropLast(4))-\(head[0])", ends: head[1].components(separatedBy: "-or-"),
          text: String(lines[1]), hasArena: file == "arena.lua")
      }
    }
  }
}

/// Each attack through the real `arena lua`, in a process of its own, under `--seconds 0.1 --memory 64`: those that reach
/// for `pandoc` and the arena. LuaKit's own suite has the others.
///
/// `ATTACK_SECONDS=0.5` runs them with the half second that is promised, and LuaKit's own suite as well; `ARENA_PROGRAM`
/// names another program, as a release build. What is measured is the CPU time that the kernel charged, not the wall
/// clock, so that a busy machine changes nothing.
@Suite struct SandboxAttackTests {
  static let wanted = ProcessInfo.processInfo.environment["ATTACK_SECONDS"].flatMap(Double.init)
  static let seconds = wanted ?? 0.1

  @Test func theSuiteIsThere() {
    #expect(SandboxAttack.own.count > 180)
    #expect(Set(SandboxAttack.own.map(\.name)).count == SandboxAttack.own.count)
    #expect(SandboxAttack.ofLuaKit.count > 350)
  }

  @Test(arguments: SandboxAttack.own + (wanted == nil ? [] : SandboxAttack.ofLuaKit))
  func everyAttackEndsInTimeWithAnErrorThatNamesScriptLineAndLimit(_ attack: SandboxAttack) throws {
    try MeasuredRun.withFolder { folder in
      let script = attack.name + ".lua"
      try Data(attack.text.utf8).write(to: folder.appendingPathComponent(script))
      // What is harmless in the end, or a plain error, has the time that it needs.
      let limits = ["cpu", "memory", "output"]
      let seconds = attack.ends.contains(where: limits.contains) ? Self.seconds : 5
      var arguments = ["lua", script, "--seconds", "\(seconds)", "--memory", "64"]
      if attack.hasArena {
        try Self.writeArena(in: folder)
        arguments += ["--arena", "forum.arena"]
      }
      let run = try MeasuredRun.run(arguments, in: folder)
      let first = String(run.errors.prefix { $0 != "\n" })
      let end =
        switch run.status {
        case 0: "ok"
        case 1 where first.contains(" of CPU time"): "cpu"
        case 1 where first.contains(" of memory"): "memory"
        case 1 where first.contains(" of output"): "output"
        case 1: "error"
        default: "status \(run.status)"
        }
      #expect(attack.ends.contains(end), "\(attack.name) ended with \(end): \(first)")
      if end != "ok" {
        #expect(first.contains("\(script):") && !first.contains("crashed"), "\(first)")
        let line = first.components(separatedBy: "\(script):").last?.prefix { $0.isNumber } ?? ""
        #expect(!line.isEmpty, "\(first)")
      }
      #expect(!run.errors.contains(folder.path), "a path of the machine leaks: \(run.errors)")
      #expect(run.cpuSeconds < seconds + 1, "\(attack.name) took \(run.cpuSeconds) s")
      // The kernel counts what this process held when it started the other, so that only a small one can tell.
      if MeasuredRun.ownResidentMiB < 300 {
        #expect(run.residentMiB < 320, "\(attack.name) took \(run.residentMiB) MiB")
      }
    }
  }

  static func writeArena(in folder: URL) throws {
    for arguments in [
      ["new", "forum.arena", "--title", "Forum", "--days", "2031-03-12"],
      ["do", "add", "type=person", "name=Åse Bø", "--arena", "forum.arena"],
    ] {
      let run = try MeasuredRun.run(arguments, in: folder)
      guard run.status == 0 else { throw Failure(text: run.errors) }
    }
  }

  struct Failure: Error {
    let text: String
  }

  /// The half second is the script's own: other processes that want the processor, too, don't use it up.
  @Test func aScriptThatNeedsLessThanItsTimeSurvivesBesideFourBusyProcesses() throws {
    try MeasuredRun.withFolder { folder in
      // Measured by the script's own clock of work: some 0.4 s in the fastest of three runs alone would take a machine
      // without anything else on it; so the count of rounds comes from a run with more time.
      func script(_ rounds: Int) throws {
        let text = "local n = 0 for i = 1, \(rounds) do n = n + i % 7 end print(n)"
        try Data(text.utf8).write(to: folder.appendingPathComponent("work.lua"))
      }
      try script(0)
      let empty = try MeasuredRun.run(["lua", "work.lua", "--seconds", "60"], in: folder)
      try script(10_000_000)
      let probe = try MeasuredRun.run(["lua", "work.lua", "--seconds", "60"], in: folder)
      #expect(probe.status == 0)
      let each = (probe.cpuSeconds - empty.cpuSeconds) / 10_000_000
      var busy: [Process] = []
      for _ in 0..<4 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "while :; do :; done"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        busy.append(process)
      }
      defer {
        for process in busy {
          kill(process.processIdentifier, SIGKILL)
          process.waitUntilExit()
        }
      }
      // Beside them a round costs more than alone (shared cores and caches), so 0.4 s are taken from a run under load.
      try script(Int(0.2 / each))
      let loaded = try MeasuredRun.run(["lua", "work.lua", "--seconds", "60"], in: folder)
      let scale = 0.4 / max(0.01, loaded.cpuSeconds - empty.cpuSeconds)
      try script(Int(0.2 / each * min(scale, 2)))
      let run = try MeasuredRun.run(["lua", "work.lua", "--seconds", "0.5"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
    }
  }
}
