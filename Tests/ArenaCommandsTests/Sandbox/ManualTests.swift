import Foundation
import Testing

/// The manual of Lua 5.4, section by section, as scripts that the sandbox runs; and Lua's own program where there is one,
/// so that the scripts themselves are judged.
@Suite struct ManualTests {
  static let folder = SandboxAttack.here.appendingPathComponent("Manual")
  static let scripts =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".lua") }.sorted()
  static let lua = ["/usr/bin/lua5.4", "/usr/local/bin/lua5.4", "/opt/homebrew/bin/lua5.4"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test func theScriptsAreThere() { #expect(Self.scripts.count == 9) }

  @Test(arguments: scripts)
  func theSandboxDoesWhatTheManualSays(_ script: String) throws {
    try MeasuredRun.withFolder { folder in
      try FileManager.default.copyItem(
        at: Self.folder.appendingPathComponent(script), to: folder.appendingPathComponent(script))
      let run = try MeasuredRun.run(["lua", script, "--seconds", "20"], in: folder)
      #expect(run.status == 0 && run.output == "ok\n", "\(run.errors)")
    }
  }

  @Test(.enabled(if: lua != nil, "lua5.4 isn't installed"), arguments: scripts)
  func soDoesLua(_ script: String) throws {
    try MeasuredRun.withFolder { folder in
      try FileManager.default.copyItem(
        at: Self.folder.appendingPathComponent(script), to: folder.appendingPathComponent(script))
      let run = try MeasuredRun.run([script], in: folder, program: try #require(Self.lua))
      #expect(run.status == 0 && run.output == "ok\n", "\(run.errors)")
    }
  }
}
