import CEdit
import Foundation
import LuaKit

/// Where the console's lines come from.
protocol LineReader {
  /// The next line without its end, or nil at the end of the input.
  mutating func line(prompt: String) -> String?
  /// Whether the last line was given up with Ctrl-C; it is empty then.
  var wasInterrupted: Bool { get }
  /// Keeps what was entered for another time.
  mutating func remember(_ entry: String)
}

/// Lines from a file or a pipe. Nothing is prompted, so that what comes out is what was asked for.
struct PlainLineReader: LineReader {
  mutating func line(prompt: String) -> String? { readLine(strippingNewline: true) }
  mutating func remember(_ entry: String) {}
  var wasInterrupted: Bool { false }
}

/// Lines from a terminal, edited with libedit, with a history that is kept between sessions.
struct EditedLineReader: LineReader {
  private let historyFile: String?

  /// What completes a word: the line up to the cursor and where the word begins, in bytes. libedit's callback is a C
  /// function without a context of its own, and lines are read by one thread.
  nonisolated(unsafe) private static var complete: (String, Int) -> [String] = { _, _ in [] }

  /// Set by the handler of Ctrl-C where no script runs.
  nonisolated(unsafe) private static var interrupted: sig_atomic_t = 0

  var wasInterrupted: Bool { Self.interrupted != 0 }

  init(complete: @escaping (String, Int) -> [String]) {
    Self.complete = complete
    cedit_begin("arena") { _, start, end in EditedLineReader.completions(start, end) }
    // A script that runs is ended; at the prompt libedit gives up the line.
    signal(SIGINT) { _ in if !LuaState.interrupt() { EditedLineReader.interrupted = 1 } }
    historyFile = Self.historyPath()
    if let historyFile { read_history(historyFile) }
  }

  func line(prompt: String) -> String? {
    Self.interrupted = 0
    guard let line = readline(prompt) else {
      guard wasInterrupted else { return nil }
      Terminal.print("")
      return ""
    }
    defer { free(line) }
    return String(cString: line)
  }

  func remember(_ entry: String) {
    guard !entry.allSatisfy(\.isWhitespace) else { return }
    // One entry is one line of the file.
    add_history(entry.replacingOccurrences(of: "\n", with: " "))
    guard let historyFile else { return }
    let folder = (historyFile as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    write_history(historyFile)
    // People's names are typed here; nobody else is to read them.
    chmod(historyFile, 0o600)
  }

  /// Where programs keep what they remember between runs (XDG Base Directory Specification).
  private static func historyPath() -> String? {
    let environment = ProcessInfo.processInfo.environment
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return "\(state)/arena/console-history"
    }
    return environment["HOME"].map { "\($0)/.local/state/arena/console-history" }
  }

  private static func completions(_ start: Int32, _ end: Int32)
    -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
  {
    cedit_complete_nothing_else()
    guard let buffer = cedit_line() else { return nil }
    let line = String(decoding: String(cString: buffer).utf8.prefix(Int(end)), as: UTF8.self)
    let words = complete(line, Int(start))
    guard let first = words.first else { return nil }
    let common = words.dropFirst().reduce(first) { String($0.commonPrefix(with: $1)) }
    let all = words.count == 1 ? words : [common] + words
    // libedit frees the list and each word in it.
    let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: all.count + 1)
    for (index, word) in all.enumerated() { (list + index).initialize(to: strdup(word)) }
    (list + all.count).initialize(to: nil)
    return list
  }
}
