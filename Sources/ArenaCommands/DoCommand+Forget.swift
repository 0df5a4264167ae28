import ArenaModel
import ArenaStore

/// `arena do forget person=...`: the one action that the file itself carries out, since it reaches into the journal and
/// the free pages, where no transaction does.
extension DoCommand {
  func forget(_ given: [GivenParameter], _ session: PluginSession) throws {
    let person = try session.arena.read { view in
      guard let parameter = given.first, given.count == 1, parameter.name == "person",
        case .text(let text) = parameter.value
      else { throw CommandError("forget takes one parameter: person=NAME, or person=ID.") }
      let people = try RecordLookup(view).find(text).filter { $0.type == .person }
      guard people.count <= 1 else {
        let ids = people.map(\.id.description).joined(separator: ", ")
        throw CommandError("\(people.count) people are called “\(text)”. Name one by id: \(ids).")
      }
      guard let found = people.first else {
        throw CommandError("There is no person “\(text)” in this arena. arena people lists them.")
      }
      return found
    }
    let actor = try session.file.read { try session.arena.actor(in: $0) }
    let forgotten = try session.file.forget(
      person.id, header: ActionHeader(name: "forget", actor: actor))
    Terminal.print(
      "Forgotten. Changed \(forgotten.changedRecords) records and \(forgotten.erasedTexts) texts of "
        + "the journal; copies, dumps and books made before still hold the name.")
    if !forgotten.mayStillName.isEmpty {
      Terminal.print("These texts may still name the person; please read them:")
      for mention in forgotten.mayStillName {
        Terminal.print(
          "  \(mention.called), \(mention.field): \(TextLayout.fit(mention.text, to: 60))")
      }
    }
    if !forgotten.unread.isEmpty {
      Terminal.print("These can't be read by the program; please look at them:")
      for mention in forgotten.unread { Terminal.print("  \(mention.called), \(mention.field)") }
    }
  }
}
