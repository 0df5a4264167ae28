/// What an action runs in: the writable arena, the format by whose rules it runs, who acts, and what it has to say.
/// One a transaction; used on one thread.
package final class ActionContext {
  package let arena: any ArenaWriting
  /// The format by whose rules the action runs, with the organiser's overlay; nil for the host's own actions on an
  /// arena without one.
  package let format: FormatDeclaration?
  package let language: String
  package let actor: Actor?
  /// Objections don't stop the action; they are kept, to be journalled.
  package let isAnyway: Bool
  /// False within another action and in imports: rules hold there, phases don't.
  package let holdsPhases: Bool
  /// What the action had to say beside its result.
  package private(set) var tells: [String] = []
  /// What rules had to object, where the action went on all the same.
  package private(set) var objections: [String] = []
  /// Has a person erased everywhere, with further words that name them, as soon as the action's transaction has ended:
  /// erasing reaches into the journal and the free pages, where no transaction does. Given by whoever holds the file.
  package var forget: ((Record, [String]) throws -> Void)?

  package init(
    arena: any ArenaWriting, format: FormatDeclaration?, language: String, actor: Actor?,
    isAnyway: Bool = false, holdsPhases: Bool = true
  ) {
    self.arena = arena
    self.format = format
    self.language = language
    self.actor = actor
    self.isAnyway = isAnyway
    self.holdsPhases = holdsPhases
  }

  /// A context for an action that this one starts: phases don't hold there.
  package func inner(format: FormatDeclaration?) -> ActionContext {
    let inner = ActionContext(
      arena: arena, format: format, language: language, actor: actor, isAnyway: isAnyway,
      holdsPhases: false)
    inner.forget = forget
    return inner
  }

  /// Takes over what an inner action had to say.
  package func absorb(_ inner: ActionContext) {
    tells += inner.tells
    objections += inner.objections
  }

  /// A note; the action goes on.
  package func tell(_ text: String) { tells.append(text) }

  /// Stops the action, unless it runs anyway: then the objection is kept.
  package func object(_ problem: String, remedy: String = "") throws {
    guard isAnyway else {
      throw ModelError(
        .objection, problem,
        remedy: remedy.isEmpty
          ? "Say --anyway to do it all the same." : remedy + " Or say --anyway.")
    }
    objections.append(problem)
  }

  package var finder: RecordFinder {
    RecordFinder(arena: arena, format: format, language: language)
  }

  package var show: ValueText {
    ValueText(arena: arena, format: format, language: language)
  }

  /// The record of an id that a parameter held.
  package func needed(_ id: RecordID?, _ parameter: String) throws -> Record {
    guard let id, let record = try arena.record(id) else {
      throw ModelError(
        .notFound, "\(parameter): the arena has no such record.", remedy: "See arena wall.")
    }
    return record
  }

  package func neededFormat(for action: String) throws -> FormatDeclaration {
    guard let format else {
      throw ModelError(
        .refusal, "The action '\(action)' needs a format, and this arena uses none.",
        remedy: "Give the arena one: arena new … --format NAME.")
    }
    return format
  }

  /// A new record of a type, not yet in the arena.
  package func new(_ type: RecordType) -> Record {
    Record(id: arena.newID(), type: type, added: arena.now)
  }

  /// Sets what a format added to a record; a value of nil takes it away.
  package func set(_ fields: Fields, on record: inout Record) {
    for entry in fields { record.fields[entry.name] = entry.value }
  }
}
