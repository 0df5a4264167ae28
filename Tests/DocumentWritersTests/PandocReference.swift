import Foundation
import Testing

/// The pandoc program that outputs are compared with: `ARENA_PANDOC`, or the first on the path. Only a 3.x serves.
enum PandocReference {
  static let path: String? = {
    let environment = ProcessInfo.processInfo.environment
    let candidates =
      [environment["ARENA_PANDOC"]].compactMap(\.self)
      + (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/pandoc" }
    for candidate in candidates where FileManager.default.isExecutableFile(atPath: candidate) {
      let version = run(candidate, ["--version"], Data()).map {
        String(decoding: $0, as: UTF8.self)
      }
      if version?.hasPrefix("pandoc 3.") == true { return candidate }
    }
    print(
      "SKIPPED: no pandoc 3 was found, so nothing is compared with it. Set ARENA_PANDOC to its path."
    )
    return nil
  }()

  static var isMissing: Bool { path == nil }

  /// Runs pandoc on standard input.
  static func convert(_ input: [UInt8], _ arguments: [String]) throws -> [UInt8] {
    let program = try #require(path)
    let output = try #require(run(program, arguments, Data(input)))
    return [UInt8](output)
  }

  private static func run(_ path: String, _ arguments: [String], _ input: Data) -> Data? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let folder = FileManager.default.temporaryDirectory
    let name = folder.appendingPathComponent("arena-pandoc-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: name) }
    guard (try? input.write(to: name)) != nil,
      let stdin = try? FileHandle(forReadingFrom: name)
    else { return nil }
    let output = Pipe()
    process.standardInput = stdin
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? data : nil
  }
}
