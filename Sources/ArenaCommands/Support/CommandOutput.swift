import Foundation
import Programs

/// Where the bytes that a command makes go: a file, whole or not at all, or standard output.
enum CommandOutput {
  /// Writes to standard output where no path, or `-`, is given.
  static func write(_ bytes: [UInt8], to path: String?) throws {
    guard let path, path != "-" else {
      if let failure = bytes.withUnsafeBytes({ StandardOutput.writeWhole($0) }) {
        throw CommandError(
          "Standard output could not be written: \(String(cString: strerror(failure))).")
      }
      return
    }
    try OutputFile.write(bytes, to: path)
  }
}
