import ArgumentParser
import Foundation

/// Which arena, and who acts: the options of every command that opens one.
struct ArenaFileOptions: ParsableArguments {
  @Option(
    name: .customLong("arena"),
    help: ArgumentHelp(
      "The arena file. May be left out where the folder holds one.", valueName: "file"))
  var file: String?

  @Option(
    help: ArgumentHelp(
      "Who acts: a person's name. Without it, ARENA_BY of the environment.", valueName: "person"))
  var by: String?

  init() {}

  /// As if the file had been named on the command line.
  init(file: String?) {
    self.init()
    self.file = file
    by = nil
  }

  /// Whether the folder holds any arena file.
  var findsFile: Bool {
    let folder = FileManager.default.currentDirectoryPath
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .contains { $0.hasSuffix(".arena") }
  }

  /// The path of the arena file.
  func path() throws -> String {
    if let file {
      guard FileManager.default.fileExists(atPath: file) else {
        throw CommandError(
          "There is no arena file at \(file). Make one with: arena new \(file) --title … --days …")
      }
      return file
    }
    let folder = FileManager.default.currentDirectoryPath
    let found = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".arena") }.sorted()
    switch found.count {
    case 1: return found[0]
    case 0:
      throw CommandError(
        "This folder holds no *.arena file. Name one with --arena FILE, or make one with: arena new"
      )
    default:
      throw CommandError(
        "This folder holds \(found.count) arena files (\(found.joined(separator: ", "))). "
          + "Say which with --arena FILE.")
    }
  }

  /// The name of whoever acts; nil where nobody was named.
  var actor: String? {
    if let by, !by.isEmpty { return by }
    let named = ProcessInfo.processInfo.environment["ARENA_BY"] ?? ""
    return named.isEmpty ? nil : named
  }
}
