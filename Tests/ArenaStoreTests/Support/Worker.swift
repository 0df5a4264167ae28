import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The worker process of the durability tests.
enum Worker {
  /// Beside the program that runs the tests.
  static let path: String = {
    let folder = (CommandLine.arguments[0] as NSString).deletingLastPathComponent
    return folder + "/arena-store-worker"
  }()

  /// A started worker, and what it says.
  final class Running {
    let process = Process()
    private let output = Pipe()
    private let errors = Pipe()

    init(_ arguments: [String], tracedTo trace: String? = nil) throws {
      if let trace {
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
          ["strace", "-f", "-e", "trace=fsync,fdatasync", "-o", trace, Worker.path] + arguments
      } else {
        process.executableURL = URL(fileURLWithPath: Worker.path)
        process.arguments = arguments
      }
      process.standardOutput = output
      process.standardError = errors
      try process.run()
    }

    /// Waits for so many acknowledged lines, or the end; what came may be more.
    func acknowledged(_ count: Int) -> String {
      var text = ""
      while text.count(where: { $0 == "\n" }) < count {
        let data = output.fileHandleForReading.availableData
        if data.isEmpty { break }
        text += String(decoding: data, as: UTF8.self)
      }
      return text
    }

    /// Kills the worker where it stands, and gives the rest of what it said.
    func kill() -> String {
      sendKill(to: process.processIdentifier)
      return rest()
    }

    func rest() -> String {
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: data, as: UTF8.self)
    }

    var complaint: String {
      String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
  }

  /// The long form of the tests: a thousand kills, sixteen hundred processes.
  static let isLong = ProcessInfo.processInfo.environment["ARENA_TESTS"] == "long"
}

/// Outside the class, whose own method has the name.
private func sendKill(to process: Int32) { _ = kill(process, SIGKILL) }
