import Foundation
import Testing

/// Every transcript, and every command in the documentation, run against the program that was just built.
@Suite("Transcripts and documentation")
struct TranscriptTests {
  @Test("Commands write what Tests/Transcripts shows", arguments: markdown("Tests/Transcripts"))
  func transcripts(file: String) throws { try check(file) }

  @Test(
    "Commands in the documentation do what it says", arguments: ["README.md"] + markdown("docs"))
  func documentation(file: String) throws { try check(file) }

  private func check(_ file: String) throws {
    let location = TranscriptRunner.root.appendingPathComponent(file)
    guard FileManager.default.fileExists(atPath: location.path) else { return }
    let shown = try String(contentsOf: location, encoding: .utf8)
    if let need = TranscriptRunner.need(of: shown), !TranscriptRunner.isMet(need) {
      print("SKIPPED: \(file), which needs what this machine doesn't have: \(need)")
      return
    }
    let transcript = Transcript(shown)
    #expect(transcript.text == shown, "\(file) does not survive reading and writing")
    let actual = try TranscriptRunner.run(transcript)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      if actual.text != shown { try Data(actual.text.utf8).write(to: location) }
      return
    }
    for (expected, real) in zip(transcript.commands, actual.commands) {
      #expect(
        expected.shown.map(Line.init) == real.shown.map(Line.init),
        """
        \(file):\(expected.line): $ \(expected.text)
        shown:
        \(expected.shown.joined(separator: "\n"))
        written:
        \(real.shown.joined(separator: "\n"))
        If the new output is right, RECORD=1 writes it into the file.
        """)
    }
  }
}

/// A line of output. Differences then show as whole lines.
private struct Line: Equatable, CustomStringConvertible {
  let description: String

  init(_ text: String) { description = text }
}

extension Transcript {
  fileprivate var commands: [Command] {
    parts.compactMap { part in
      if case .command(let command) = part { command } else { nil }
    }
  }
}

/// The Markdown files under a folder of the sources, by path from the root.
private func markdown(_ folder: String) -> [String] {
  let location = TranscriptRunner.root.appendingPathComponent(folder).path
  let files = FileManager.default.enumerator(atPath: location)?.compactMap { $0 as? String } ?? []
  return files.filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
}
