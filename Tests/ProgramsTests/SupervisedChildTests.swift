import Foundation
import Testing

@testable import Programs

/// The child here is a shell that plays arena: it lays its files on the stage as ``OutputFile`` does.
private func child(_ script: String, limits: ProgramLimits = ProgramLimits(seconds: 20))
  -> SupervisedChild
{
  var child = SupervisedChild(subject: "The plugin 'wheel'", limits: limits, arena: "forum.arena")
  child.program = Program(name: "sh", path: "/bin/sh")
  child.arguments = ["-c", script]
  child.input = .nothing
  child.output = .captured(limit: 1 << 20)
  return child
}

@Suite("The supervised child")
struct SupervisedChildTests {
  @Test("its exit status is the caller's, and its own message stands")
  func exitStatus() throws {
    #expect(try child("exit 0").run() == 0)
    #expect(try child("exit 3").run() == 3)
  }

  @Test("it knows that it is a child")
  func marker() throws {
    let outcome = try child("test -d \"$ARENA_STAGE\" && echo stage").runCapturing()
    #expect(String(decoding: outcome.output, as: UTF8.self) == "stage\n")
    #expect(!SupervisedChild.isChild)
  }

  @Test("finished files are published when it has ended")
  func publishing() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = folder.appendingPathComponent("first.html").path
    let second = folder.appendingPathComponent("second.html").path
    let status = try child(
      """
      printf one > $ARENA_STAGE/0; printf '\(first)' > $ARENA_STAGE/0.name
      printf two > $ARENA_STAGE/1; printf '\(second)' > $ARENA_STAGE/1.name
      printf half > $ARENA_STAGE/2
      """
    ).run()
    #expect(status == 0)
    #expect(try String(contentsOfFile: first, encoding: .utf8) == "one")
    #expect(try String(contentsOfFile: second, encoding: .utf8) == "two")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test("no file appears when something else ended it, not even a finished one")
  func nothingPublished() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("book.html").path
    #expect(throws: ProgramsError.self) {
      try child(
        "printf one > $ARENA_STAGE/0; printf '\(file)' > $ARENA_STAGE/0.name; kill -SEGV $$"
      ).run()
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test("its stage is gone afterwards, however it ended", arguments: ["exit 0", "kill -KILL $$"])
  func stageIsCleared(ending: String) throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let note = folder.appendingPathComponent("note").path
    _ = try? child("echo $ARENA_STAGE > \(note); \(ending)").run()
    let stage = try String(contentsOfFile: note, encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(!stage.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: stage))
  }

  @Test("a loop ends at its processor time, with a sentence")
  func loop() throws {
    let limits = ProgramLimits(seconds: 30, processorSeconds: 1)
    let error = #expect(throws: ProgramsError.self) {
      try child("while :; do :; done", limits: limits).run()
    }
    #expect(
      error?.description == """
        The plugin 'wheel' used up the processor time that it was allowed (1 s). forum.arena is \
        untouched: a change that was under way is undone when it is next opened. No file was written.
        """)
  }

  @Test("a child that sleeps on is ended")
  func sleeper() {
    let error = #expect(throws: ProgramsError.self) {
      try child("sleep 985.5", limits: ProgramLimits(seconds: 0.2)).run()
    }
    #expect(error?.description.contains("still running after 0.2 seconds") == true)
  }

  @Test("a crash under a memory limit says what may have been the cause")
  func crash() {
    let limits = ProgramLimits(seconds: 20, addressSpace: 256 << 20)
    let error = #expect(throws: ProgramsError.self) {
      try child("kill -ABRT $$", limits: limits).run()
    }
    #expect(
      error?.description.hasPrefix(
        """
        The plugin 'wheel' crashed (signal SIGABRT); it may have wanted more than the 256 MiB of address space \
        it had. forum.arena is untouched
        """) == true)
  }

  @Test("its limits hold for all that it starts")
  func inheritedLimits() throws {
    let limits = SupervisedChild.limits(seconds: 0.4, memory: 64 << 20)
    let outcome = try child("sh -c 'ulimit -t; ulimit -v; ulimit -c'", limits: limits)
      .runCapturing()
    #expect(
      String(decoding: outcome.output, as: UTF8.self)
        == "2\n\((SupervisedChild.programSpace + (64 << 20)) / 1024)\n0\n")
  }

  @Test(
    "its processor time lies 1.4 seconds above the script's, in whole seconds",
    arguments: [(0.0, 2), (0.5, 2), (0.6, 2), (0.7, 3), (1, 3), (2, 4), (2.5, 4)])
  func processorLimits(seconds: Double, whole: Int) {
    #expect(SupervisedChild.limits(seconds: seconds, memory: 0).processorSeconds == whole)
  }

  @Test("absurd wishes end in no limit at all or a large one, never in a crash")
  func absurdLimits() {
    #expect(SupervisedChild.limits(seconds: 1e300, memory: 1).processorSeconds == 1_000_002)
    #expect(SupervisedChild.limits(seconds: 1, memory: Int.max).addressSpace == nil)
  }
}
