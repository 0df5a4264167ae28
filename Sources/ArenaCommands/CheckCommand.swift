import ArenaModel
import ArenaPlugins
import ArgumentParser
import JSONCodec

/// `arena check`: what is missing or disagrees, and whom to ask.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell what is missing or disagrees, and what to do about it.",
    discussion: """
      Looks by the rules that every format shares and by those of the arena's own formats. Nothing is refused and \
      nothing changed. The exit status is 3 where there are errors.

      EXAMPLES:
        arena check
        arena check --least warning
        arena check --json
      """)

  @OptionGroup var options: ArenaFileOptions

  @Option(
    help: ArgumentHelp(
      "Only what is at least so grave: note, warning or error.", valueName: "severity"))
  var least = "note"

  @Flag(help: "Print the findings as JSON, one a line.")
  var json = false

  func validate() throws {
    guard Severity(rawValue: least) != nil else {
      throw ValidationError("--least takes note, warning or error.")
    }
  }

  func run() throws {
    let session = try PluginSession(options)
    try session.superviseStrangers()
    let least = Severity(rawValue: least) ?? .note
    let findings = try session.findings().filter { $0.severity >= least }
    if json {
      for finding in findings { Terminal.print(FindingText.json(finding)) }
    } else {
      Terminal.print(FindingText.lines(findings, width: Terminal.width).joined(separator: "\n"))
    }
    if findings.contains(where: { $0.severity == .error }) { throw ExitCode(3) }
  }
}

/// Findings on the terminal, gravest first, and for programs.
enum FindingText {
  static func lines(_ findings: [Finding], width: Int) -> [String] {
    guard !findings.isEmpty else { return ["Nothing is missing that we know of."] }
    var out: [String] = []
    for finding in findings {
      let mark = TextLayout.pad(finding.severity.rawValue, to: 9)
      let message = TextLayout.wrap(finding.message, to: max(20, width - 9))
      out.append(styled(mark, finding.severity) + (message.first ?? ""))
      out += message.dropFirst().map { String(repeating: " ", count: 9) + $0 }
      let remedy = TextLayout.wrap(finding.fix, to: max(20, width - 11))
      for (index, line) in remedy.enumerated() {
        let lead = String(repeating: " ", count: 9) + (index == 0 ? "→ " : "  ")
        out.append(Terminal.styled(lead + line, .dim))
      }
    }
    out.append("")
    out.append(summary(findings))
    return out
  }

  /// `2 errors, 1 warning, 6 notes`
  static func summary(_ findings: [Finding]) -> String {
    Severity.allCases.reversed().compactMap { severity in
      let count = findings.filter { $0.severity == severity }.count
      guard count > 0 else { return nil }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }

  private static func styled(_ text: String, _ severity: Severity) -> String {
    switch severity {
    case .error: Terminal.styled(text, .red)
    case .warning: Terminal.styled(text, .yellow)
    case .note: Terminal.styled(text, .dim)
    }
  }

  static func json(_ finding: Finding) -> String {
    var out = JSONObject()
    out["severity"] = .string(finding.severity.rawValue)
    out["check"] = .string(finding.check)
    out["message"] = .string(finding.message)
    out["fix"] = .string(finding.fix)
    out["record"] = finding.record.map { .string($0.description) }
    return JSONValue.object(out).text()
  }
}
