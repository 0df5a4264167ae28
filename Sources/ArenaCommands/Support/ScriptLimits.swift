import ArgumentParser
import Foundation
import LuaKit
import Programs

/// How much a script may use, as options of the commands that run one.
struct ScriptLimits: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The processor time that the script may use.", valueName: "seconds"))
  var seconds: Double = 2

  @Option(help: ArgumentHelp("The memory that the script may hold, in MiB.", valueName: "MiB"))
  var memory: Int = 256

  init() {}

  func validate() throws { try Self.validate(seconds: seconds, memory: memory) }

  static func validate(seconds: Double, memory: Int) throws {
    guard seconds > 0, seconds <= 86_400 else {
      throw ValidationError("--seconds is to be above 0 and at most 86400, a day.")
    }
    guard memory > 0, memory <= 1 << 20 else {
      throw ValidationError("--memory is to be at least 1 and at most 1048576 MiB.")
    }
  }

  /// Of the Lua state, which names script and line when it stops one.
  var lua: LuaLimits { Self.lua(seconds: seconds, memory: memory) }

  static func lua(seconds: Double, memory: Int) -> LuaLimits {
    LuaLimits(
      cpuSeconds: seconds, wallSeconds: seconds * 10 + 10, memoryMiB: memory,
      outputBytes: 64 << 20)
  }

  /// Of the process that holds it, a little wider.
  var process: ProgramLimits { SupervisedChild.limits(seconds: seconds, memory: memory << 20) }

  /// Address space for the copy of an arena that a script reads: a record in memory takes some ten times what it takes
  /// in the file.
  static func space(forArenaAt path: String) -> Int {
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    return (256 << 20) + min(size, 1 << 32) * 16
  }
}
