import Foundation
import Programs

/// Runs a transcript's commands in a folder of their own, and puts what they wrote in place of what was shown.
struct TranscriptRunner {
  /// The folder of the `arena` that was built together with the tests.
  static let programFolder: URL = {
    let own = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    // On Linux the tests are a program beside arena; elsewhere they are a bundle some folders down.
    var folder = own.deletingLastPathComponent()
    while !Program.hasArena(folder), folder.path != "/" { folder.deleteLastPathComponent() }
    return folder
  }()

  /// The root of the sources.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private let folder: URL
  private var number = 0

  private init() throws {
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("arena-transcript-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["home", "tmp"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(".\(name)"), withIntermediateDirectories: false)
    }
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("demo"),
      withDestinationURL: Self.root.appendingPathComponent("demo"))
  }

  /// The transcript with the outputs that its commands really have.
  static func run(_ transcript: Transcript) throws -> Transcript {
    var runner = try TranscriptRunner()
    defer { try? FileManager.default.removeItem(at: runner.folder) }
    var result = transcript
    for index in result.parts.indices {
      switch result.parts[index] {
      case .prose: continue
      case .file(let name, let lines): try runner.write(lines, to: name)
      case .command(var command):
        command.shown = try runner.run(command.text)
        result.parts[index] = .command(command)
      }
    }
    return result
  }

  private func write(_ lines: [String], to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let text = lines.dropFirst().dropLast().map { $0 + "\n" }.joined()
    try Data(text.utf8).write(to: file)
  }

  /// What a transcript needs beside `arena`: a command on its first line that succeeds where it is there.
  static func need(of text: String) -> String? {
    let mark = "<!-- needs: "
    guard text.hasPrefix(mark), let end = text.range(of: " -->") else { return nil }
    return String(text[text.index(text.startIndex, offsetBy: mark.count)..<end.lowerBound])
  }

  static func isMet(_ need: String) -> Bool {
    var run = Program.Run(arguments: ["-c", need])
    run.limits = ProgramLimits(seconds: 60)
    run.output = .captured(limit: 4 << 20)
    let outcome = try? Program(name: "sh", path: "/bin/sh").run(run)
    return outcome?.ending == .exited(0)
  }

  private mutating func run(_ command: String) throws -> [String] {
    number += 1
    var run = Program.Run(arguments: ["-c", "exec 2>&1\n\(command)"])
    run.directory = folder.path
    run.environment = environment()
    run.limits = ProgramLimits(seconds: 60)
    run.output = .captured(limit: 4 << 20)
    let outcome = try Program(name: "sh", path: "/bin/sh").run(run)
    var text = String(decoding: outcome.output, as: UTF8.self)
    // The only thing that differs from run to run is where the temporary folder lies.
    text = text.replacingOccurrences(of: folder.path, with: "/folder")
    // A carriage return would be lost on its way through editors.
    var lines = Transcript.lines(text).map {
      String(String.UnicodeScalarView($0.unicodeScalars.map { $0 == "\r" ? "␍" : $0 }))
    }
    if lines.last == "" { lines.removeLast() } else { lines.append("[no newline at the end]") }
    switch outcome.ending {
    case .exited(0): break
    case .exited(let status): lines.append("[exit \(status)]")
    default: lines.append("[\(outcome.ending.clause)]")
    }
    return lines
  }

  /// A clock that moves on by a minute a command, and chance that starts anew with each: two runs of a transcript
  /// have the same times and ids.
  private func environment() -> [String: String] {
    let inherited = ProcessInfo.processInfo.environment
    let path = inherited["PATH"] ?? "/usr/bin:/bin"
    let clock = String(format: "2031-03-12T%02d:%02d:00.000Z", 8 + number / 60, number % 60)
    return [
      "PATH": "\(Self.programFolder.path):\(path)", "HOME": "\(folder.path)/.home",
      "TMPDIR": "\(folder.path)/.tmp", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "COLUMNS": "80", "NO_COLOR": "1", "ARENA_NOW": clock, "ARENA_SEED": String(number),
    ]
  }
}

extension Program {
  fileprivate static func hasArena(_ folder: URL) -> Bool {
    FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("arena").path)
  }
}
