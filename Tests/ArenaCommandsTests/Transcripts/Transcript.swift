import Foundation

/// A Markdown file whose ```console blocks are run: what stands after `$ ` is a command, and what follows is what it
/// writes. Tests/Transcripts/README.md tells the form.
struct Transcript {
  /// One command with the output that the file shows for it.
  struct Command {
    /// The command, its continued lines joined by newlines, without prompts.
    var text: String
    /// Output lines and, where the exit status isn't 0, a last line such as `[exit 1]`.
    var shown: [String]
    /// The number of the command's line in the file, from 1.
    var line: Int
  }

  /// The file in order. Joining all parts' lines gives the file back.
  enum Part {
    /// Lines that are shown and do nothing.
    case prose([String])
    /// A fenced block with `file=NAME` in its first line: written into the folder. The fences stay in `lines`.
    case file(name: String, lines: [String])
    /// A command of a ```console block.
    case command(Command)
  }

  var parts: [Part] = []

  init(_ text: String) {
    var prose: [String] = []
    var lines = Self.lines(text)[...]
    var number = 0
    func next(_ lines: inout ArraySlice<String>) -> String? {
      number += 1
      return lines.popFirst()
    }
    while let line = next(&lines) {
      prose.append(line)
      guard let fence = Fence(opening: line) else { continue }
      var body: [String] = []
      let start = number
      while let inner = lines.first, !fence.closes(inner) {
        body.append(inner)
        _ = next(&lines)
      }
      if fence.words.first == "console" {
        parts.append(.prose(prose))
        addCommands(body, from: start + 1)
        prose = next(&lines).map { [$0] } ?? []
      } else if let name = fence.fileName {
        parts.append(.prose(prose.dropLast()))
        prose = []
        let close = next(&lines).map { [$0] } ?? []
        parts.append(.file(name: name, lines: [line] + body + close))
      } else {
        prose += body
        if let close = next(&lines) { prose.append(close) }
      }
    }
    parts.append(.prose(prose))
  }

  /// The lines of a text. Swift takes CR LF for one letter, so the split is by scalars.
  static func lines(_ text: String) -> [String] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0)
    }
  }

  private mutating func addCommands(_ body: [String], from first: Int) {
    var before: [String] = []
    var command: Command?
    var continues = false
    for (offset, line) in body.enumerated() {
      if line.hasPrefix("$ ") {
        if let command { parts.append(.command(command)) }
        if command == nil { parts.append(.prose(before)) }
        command = Command(text: String(line.dropFirst(2)), shown: [], line: first + offset)
        continues = true
      } else if continues, line.hasPrefix("> ") || line == ">" {
        command?.text += "\n" + line.dropFirst(2)
      } else if command != nil {
        continues = false
        command?.shown.append(line)
      } else {
        before.append(line)
      }
    }
    if let command { parts.append(.command(command)) } else { parts.append(.prose(before)) }
  }

  /// The file as text.
  var text: String {
    var lines: [String] = []
    for part in parts {
      switch part {
      case .prose(let prose): lines += prose
      case .file(_, let block): lines += block
      case .command(let command):
        let typed = command.text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in typed.enumerated() {
          lines.append(index == 0 ? "$ \(line)" : line.isEmpty ? ">" : "> \(line)")
        }
        lines += command.shown
      }
    }
    return lines.joined(separator: "\n")
  }
}

/// The first line of a fenced block.
private struct Fence {
  let mark: Substring
  let words: [Substring]

  init?(opening line: String) {
    guard line.hasPrefix("```") else { return nil }
    mark = line.prefix { $0 == "`" }
    words = line.dropFirst(mark.count).split(separator: " ")
  }

  var fileName: String? {
    words.dropFirst().first { $0.hasPrefix("file=") }.map { String($0.dropFirst(5)) }
  }

  func closes(_ line: String) -> Bool {
    line.hasPrefix(mark) && line.allSatisfy { $0 == "`" || $0 == " " }
  }
}
