import ArenaModel
import ArenaStore
import ArgumentParser

/// `arena repair FILE TARGET`: what a damaged file's journal still holds, into a new file.
struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Look whether an arena file is damaged, and rebuild what can be rebuilt.",
    discussion: """
      Without a target, only tells what is damaged; the exit status is 3 where something is. With one, makes a new \
      file of what the records and the journal still hold, and leaves the damaged file alone.

      EXAMPLES:
        arena repair forum.arena
        arena repair forum.arena mended.arena
      """)

  @Argument(help: "The file that may be damaged.")
  var file: String

  @Argument(help: "The new file. What is there already is left alone.")
  var target: String?

  func run() throws {
    guard let target else {
      let damage = try ArenaFile.open(at: file, effects: Effects.environment).damage()
      for sentence in damage { Terminal.print(sentence) }
      if !damage.isEmpty { throw ExitCode(3) }
      return Terminal.print("\(file) is whole.")
    }
    let report = try ArenaFile.repair(
      file, to: target, effects: Effects.environment, header: ActionHeader(name: "repair"))
    for sentence in report.damage { Terminal.print(sentence) }
    Terminal.print("Made \(target): \(report.records) records, \(report.actions) actions.")
    for lost in report.lost { Terminal.print("Lost: \(lost)") }
    if report.lostTexts > 0 {
      Terminal.print("\(report.lostTexts) texts of the journal can't be read any more.")
    }
    if let first = report.newChainFrom {
      Terminal.print("The chain of digests was made anew from action \(first) on.")
    }
  }
}
