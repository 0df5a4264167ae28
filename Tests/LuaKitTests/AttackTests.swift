import Foundation
import Testing

/// One hostile script of `Attacks/`: a header `--- name: ends`, then its text. How it may end: `ok`, `error` (a plain
/// error), or the limit that stops it.
struct Attack: CustomStringConvertible, Sendable {
  let name: String
  let ends: [String]
  let text: String

  var description: String { name }

  static let all: [Attack] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Attacks")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".lua") }.sorted().flatMap { file -> [Attack] in
      let text =
        (try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)) ?? ""
      return ("\n" + text).components(separatedBy: "\n--- ").dropFirst().compactMap { part in
        let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let head = lines[0].components(separatedBy: ": ")
        guard head.count == 2, lines.count == 2 else { return nil }
        return Attack(
          name: "\(file.dropLast(4))-\(head[0])", ends: head[1].components(separatedBy: "-or-"),
          text: String(lines[1]))
      }
    }
  }()
}

/// Each attack in a process of its own, under `--seconds 0.1 --memory 64`; `ATTACK_SECONDS` sets another time.
///
/// What is measured is the CPU time that the kernel charged, not the wall clock, so that a busy machine changes nothing.
@Suite(.enabled(if: Child.tool != nil, "luakit-run isn't built")) struct AttackTests {
  static let seconds = Double(ProcessInfo.processInfo.environment["ATTACK_SECONDS"] ?? "") ?? 0.1

  @Test func theSuiteIsThere() {
    #expect(Attack.all.count > 180)
    #expect(Set(Attack.all.map(\.name)).count == Attack.all.count)
  }

  @Test(arguments: Attack.all)
  func everyAttackIsStoppedInTimeWithAnErrorThatNamesScriptLineAndLimit(_ attack: Attack) throws {
    let harmless = attack.ends == ["ok"]
    let seconds = harmless ? 5 : Self.seconds
    let child = try Child.run(
      attack.text, name: attack.name + ".lua",
      ["--seconds", "\(seconds)", "--memory", "64", "--output", "20000"])
    let first = child.errors.prefix { $0 != "\n" }
    let end =
      switch child.status {
      case 0: "ok"
      case 1 where first.contains(" of CPU time"), 152: "cpu"
      case 1 where first.contains(" of memory"): "memory"
      case 1 where first.contains(" of output"): "output"
      case 1: "error"
      default: "status \(child.status)"
      }
    #expect(attack.ends.contains(end), "\(attack.name) ended with \(end): \(first)")
    if end != "ok" {
      let place = first.dropFirst(attack.name.count + 5).prefix(1)
      #expect(first.hasPrefix(attack.name + ".lua:") && place.allSatisfy(\.isNumber), "\(first)")
    }
    #expect(child.cpuSeconds < seconds + 1, "\(attack.name) took \(child.cpuSeconds) s")
    #expect(child.residentMiB < 320, "\(attack.name) took \(child.residentMiB) MiB")
  }
}
