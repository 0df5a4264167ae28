import ArenaModel
import ArenaPlugins
import ArenaStore
import ArgumentParser
import Foundation

/// `arena new FILE`: an arena on its first day.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make an arena file: its days, its formats, the blocks of its programme.",
    discussion: """
      The formats are those that arena plugin list shows; several may be named. Each brings the blocks that its \
      programme asks for, and slots are numbered across the days.

      EXAMPLES:
        arena new forum.arena --title "Forum 2031" --days 2031-03-12,2031-03-13 --format FORMAT
        arena new forum.arena --title "Forum 2031" --days 2031-03-12 --format FORMAT --language nb \\
          --place "Storsalen:120" --place "Biblioteket:20" --venue Kulturhuset --city Vindvik \\
          --theme "Gode nabolag" --question "Hva får folk til å bli?"
      """)

  @Argument(help: "The arena file to make. What is there already is left alone.")
  var file: String

  @Option(help: "What the arena is called.")
  var title: String

  @Option(help: ArgumentHelp("Its days, in order, with commas between.", valueName: "dates"))
  var days: String

  @Option(help: ArgumentHelp("A session format; may be repeated.", valueName: "name"))
  var format: [String] = []

  @Option(help: ArgumentHelp("The arena's language: nb, nn, en, …", valueName: "code"))
  var language = "en"

  @Option(
    help: ArgumentHelp("A room, with its seats behind a colon; repeatable.", valueName: "name"))
  var place: [String] = []

  @Option(help: "The house.")
  var venue: String?

  @Option(help: "The town.")
  var city: String?

  @Option(help: "The theme in a line.")
  var theme: String?

  @Option(help: ArgumentHelp("A question of the theme; repeatable.", valueName: "text"))
  var question: [String] = []

  @Option(help: ArgumentHelp("What the arena is for, in CommonMark.", valueName: "text"))
  var aims: String?

  @Option(
    help: ArgumentHelp("An organisation that holds the arena; repeatable.", valueName: "name"))
  var organiser: [String] = []

  @Option(
    help: ArgumentHelp("An organisation that asked for its results; repeatable.", valueName: "name")
  )
  var commissioner: [String] = []

  @Option(help: "The series that the arena belongs to.")
  var series: String?

  @Option(help: "Its number in the series.")
  var number: Int?

  @Option(
    help: ArgumentHelp(
      "IANA time zone of its times. Without it: the machine's, or TZ.", valueName: "zone"))
  var timezone: String?

  @Option(help: ArgumentHelp("Who makes it: a person's name.", valueName: "person"))
  var by: String?

  func validate() throws {
    _ = try NewCommand.days(days)
    _ = try NewCommand.zone(timezone)
    _ = try place.map(NewCommand.room)
    guard !title.allSatisfy(\.isWhitespace) else {
      throw ValidationError("--title is blank. Say what the arena is called.")
    }
  }

  func run() throws {
    var arena = NewArena(
      title: title, days: try NewCommand.days(days), language: language,
      timezone: try NewCommand.zone(timezone))
    arena.venue = venue
    arena.city = city
    arena.theme = theme
    arena.questions = question
    arena.aims = aims
    arena.organisers = organiser
    arena.commissioners = commissioner
    arena.series = series
    arena.number = number
    arena.places = try place.map(NewCommand.room)
    let library = try PluginLibrary.find(beside: file)
    try Supervision.run(library.strangers(among: format), arena: nil)
    let host = PluginHost(library: library)
    let formats = try format.map { try host.declaration($0) }
    let actor = by ?? ProcessInfo.processInfo.environment["ARENA_BY"]
    let made = try ArenaFile.create(
      at: file, effects: Effects.environment,
      header: ActionHeader(name: "new", actor: actor.map { .name($0) })
    ) { transaction in
      try arena.insert(into: transaction, formats: formats)
      try host.carryDeclarations(in: transaction)
    }
    try made.read { stored in
      let view = try ArenaView(stored)
      let slots = try view.slots()
      Terminal.print(
        "Made \(file): \(title), \(try view.text(of: view.arena).text("days", of: view.arena)).")
      if !slots.isEmpty { Terminal.print(try slots.map(view.name).joined(separator: "; ") + ".") }
      if formats.isEmpty {
        Terminal.note("It has no format yet, so nothing can be announced: name one with --format.")
      }
    }
  }

  private static func days(_ text: String) throws -> [CalendarDate] {
    let parts = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let dates = try parts.map { part in
      guard let date = CalendarDate(part) else {
        throw ValidationError(
          "--days: “\(part)” is no date. Write year-month-day, with commas between: "
            + "2031-03-12,2031-03-13")
      }
      return date
    }
    guard !dates.isEmpty else { throw ValidationError("--days names no day.") }
    guard zip(dates, dates.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw ValidationError("--days: the days must come in order, each once.")
    }
    return dates
  }

  private static func zone(_ name: String?) throws -> String {
    guard let name else { return TimeZone.current.identifier }
    guard TimeZone(identifier: name) != nil else {
      throw ValidationError("--timezone: there is no time zone “\(name)”. Write e.g. Europe/Oslo.")
    }
    return name
  }

  private static func room(_ text: String) throws -> (name: String, capacity: Int?) {
    guard let colon = text.lastIndex(of: ":"),
      let seats = Int(text[text.index(after: colon)...].trimmingCharacters(in: .whitespaces))
    else { return (text, nil) }
    guard seats > 0 else { throw ValidationError("--place: “\(text)” seats nobody.") }
    return (text[..<colon].trimmingCharacters(in: .whitespaces), seats)
  }
}
