import ArenaModel
import ArenaStore
import ArgumentParser
import JSONCodec

/// `arena log`: who did what, when.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Show the journal: who did what, when, and what it changed. The newest comes last.",
    discussion: """
      EXAMPLES:
        arena log
        arena log --last 5
        arena log --of 1.6
        arena log --json
      """)

  @OptionGroup var options: ArenaFileOptions

  @Option(help: ArgumentHelp("Only the last so many actions.", valueName: "count"))
  var last: Int?

  @Option(
    name: .customLong("of"),
    help: ArgumentHelp("Only what changed this: a code, a name or an id.", valueName: "what"))
  var subject: String?

  @Flag(help: "Print each action with its changes, before and after, as JSON, one a line.")
  var json = false

  func validate() throws {
    if let last, last < 1 { throw ValidationError("--last takes a number from 1 on.") }
  }

  func run() throws {
    let session = try ArenaSession(options)
    let entries = try entries(session)
    if json {
      for entry in entries { Terminal.print(LogText.json(entry)) }
      return
    }
    guard !entries.isEmpty else { return Terminal.note("The journal has no such action.") }
    let undone = try session.file.undone()
    try session.read { view in
      let text = LogText(view, undone: undone)
      for entry in entries { Terminal.print(try text.lines(entry)) }
    }
  }

  private func entries(_ session: ArenaSession) throws -> [JournalEntry] {
    guard let subject else { return try session.file.journal(last: last) }
    let found = try session.read { try RecordLookup($0).find(subject) }
    guard !found.isEmpty else {
      throw CommandError("Nothing in this arena has the code, name or id “\(subject)”.")
    }
    var seen: Set<Int> = []
    let all = try found.flatMap { try session.file.history(of: $0.id) }
      .filter { seen.insert($0.number).inserted }.sorted { $0.number < $1.number }
    return last.map { Array(all.suffix($0)) } ?? all
  }
}

/// An action of the journal for people, and for programs.
struct LogText {
  private let view: ArenaView
  private let undone: Set<Int>

  init(_ view: ArenaView, undone: Set<Int>) {
    self.view = view
    self.undone = undone
  }

  /// `12  2031-03-12 09:14  Kari Nordmann  announce: 1 group, 1 membership added`
  func lines(_ entry: JournalEntry) throws -> String {
    let moment = entry.at.description.prefix(16).split(separator: "T").joined(separator: " ")
    var head = [String(entry.number), moment, try actor(entry.header.actor)]
    var what = entry.header.name
    if let target = entry.undoes { what += " \(target)" }
    if let plugin = entry.header.plugin { what += " (\(plugin))" }
    head.append("\(what): \(try changes(entry.changes))")
    if undone.contains(entry.number) { head.append("[taken back]") }
    return ([head.joined(separator: "  ")] + entry.notes.map { "      \($0)" })
      .joined(separator: "\n")
  }

  private func actor(_ actor: Actor?) throws -> String {
    switch actor {
    case nil: "—"
    case .name(let name): name
    case .person(let id), .organisation(let id): try view.name(of: id)
    }
  }

  /// What was added, changed and taken away: by name where it is one or two, else counted by type.
  private func changes(_ changes: [Change]) throws -> String {
    var out: [String] = []
    for (verb, some) in [
      ("added", changes.filter { $0.before == nil && $0.after != nil }),
      ("changed", changes.filter { $0.before != nil && $0.after != nil }),
      ("removed", changes.filter { $0.before != nil && $0.after == nil }),
    ] where !some.isEmpty {
      if some.count <= 2 {
        out.append(try some.map(subject).joined(separator: ", ") + " " + verb)
        continue
      }
      var counts: [(type: String, count: Int)] = []
      for change in some {
        if let index = counts.firstIndex(where: { $0.type == change.typeName }) {
          counts[index].count += 1
        } else {
          counts.append((change.typeName, 1))
        }
      }
      out.append(
        counts.map { type, count in
          let type =
            RecordType(rawValue: type).map { count == 1 ? $0.rawValue : $0.plural }
            ?? (count == 1 ? type : type + "s")
          return "\(count) \(type.split(separator: "_").joined(separator: " "))"
        }.joined(separator: ", ") + " " + verb)
    }
    return out.isEmpty ? "nothing changed" : out.joined(separator: "; ")
  }

  private func subject(_ change: Change) throws -> String {
    guard case .record(let id, let type) = change.subject else {
      return "declaration of \(change.subjectName)"
    }
    let noun = type.rawValue.split(separator: "_").joined(separator: " ")
    return try view.reading.record(id).map { "\(noun) “\(try view.name(of: $0))”" } ?? noun
  }

  /// One line of JSON: the changes hold the records before and after as the dump has them.
  static func json(_ entry: JournalEntry) -> String {
    var out = JSONObject()
    out["number"] = .integer(entry.number)
    out["at"] = .string(entry.at.description)
    out["action"] = .string(entry.header.name)
    out["actor"] = entry.header.actor.map(json)
    out["plugin"] = entry.header.plugin.map { .string($0) }
    out["parameters"] = entry.header.parameters.flatMap { try? JSONValue(parsing: $0) }
    out["undoes"] = entry.undoes.map { .integer($0) }
    if !entry.notes.isEmpty { out["notes"] = .array(entry.notes.map { .string($0) }) }
    out["changes"] = .array(
      entry.changes.map { change in
        var object = JSONObject()
        object["type"] = .string(change.typeName)
        object["subject"] = .string(change.subjectName)
        object["before"] = change.before.map { (try? JSONValue(parsing: $0)) ?? .string($0) }
        object["after"] = change.after.map { (try? JSONValue(parsing: $0)) ?? .string($0) }
        if change.isErased { object["erased"] = .bool(true) }
        return .object(object)
      })
    out["digest"] = .string(entry.digest)
    return JSONValue.object(out).text()
  }

  private static func json(_ actor: Actor) -> JSONValue {
    var out = JSONObject()
    switch actor {
    case .name(let name): out["name"] = .string(name)
    case .person(let id): out["person"] = .string(id.description)
    case .organisation(let id): out["organisation"] = .string(id.description)
    }
    return .object(out)
  }
}
