/// The rules that a live action stops at: DESIGN section 3. An import records the fact and the finding instead.
extension ActionContext {
  /// Whether the phase allows an action; without phases everything is allowed.
  package func checkPhase(for action: String) throws {
    guard holdsPhases, let format, !format.phases.isEmpty,
      let phase = FormatState(of: format, in: try arena.arena()).phase(of: format),
      !phase.allows.contains(action)
    else { return }
    let others = format.phases.filter { $0.allows.contains(action) }.map(\.name)
    let remedy =
      others.isEmpty
      ? "No phase of the format allows it."
      : "Begin one that does: begin phase=\(others.joined(separator: " | "))."
    try object(
      "The phase '\(format.locales.written(phase.naming.label, in: language))' of \(format.title) "
        + "doesn't allow '\(action)'.", remedy: remedy)
  }

  /// Objects where a group's place is taken by another group in one of its slots.
  func checkPlace(of group: Record) throws {
    guard let place = group.reference(.place) else { return }
    let slots = try meetings(of: group)
    for other in try arena.records(of: .group, where: .place, refersTo: place)
    where other.id != group.id && Self.meets(other) {
      for slot in try meetings(of: other).intersection(slots) {
        let name = try arena.record(place).map(show.name) ?? ""
        try object(
          "\(name) is taken by \(try show.name(of: other)) in \(try slotName(slot)).",
          remedy: "Take another place or another slot.")
      }
    }
  }

  /// Objects where somebody would hold an exclusive role in two groups of one slot.
  func checkExclusive(_ actor: Actor, _ role: String, in group: Record, slots: [RecordID]) throws {
    guard let format, let declared = format.role(role), declared.isExclusive else { return }
    let mine = slots.isEmpty ? try meetings(of: group) : Set(slots)
    for other in try memberships(of: actor, meetingIn: mine) {
      guard let otherRole = other.text(.role), format.role(otherRole)?.isExclusive == true,
        let groupID = other.reference(.group), groupID != group.id,
        let held = try arena.record(groupID), Self.meets(held)
      else { continue }
      let theirs = other.references(.slots)
      let shared = (theirs.isEmpty ? try meetings(of: held) : Set(theirs)).intersection(mine)
      for slot in shared.sorted() {
        try object(
          "\(try show.text(.actor(actor))) already has a part in \(try show.name(of: held)) in "
            + "\(try slotName(slot)).", remedy: "Take somebody else or another slot.")
      }
    }
  }

  /// Somebody's memberships; of a name as written those under the same name, in groups that meet in one of the slots.
  private func memberships(of actor: Actor, meetingIn slots: Set<RecordID>) throws -> [Record] {
    if let id = actor.id { return try arena.records(of: .membership, where: .actor, refersTo: id) }
    guard case .name(let name) = actor else { return [] }
    var groups: [RecordID] = []
    for slot in slots.sorted() {
      for group in try arena.records(of: .group, where: .slots, refersTo: slot)
      where !groups.contains(group.id) {
        groups.append(group.id)
      }
    }
    let key = MatchKey(name)
    return try groups.flatMap { try arena.records(of: .membership, where: .group, refersTo: $0) }
      .filter { membership in
        guard case .name(let other)? = membership.actor(.actor) else { return false }
        return MatchKey(other) == key
      }
  }

  /// The slots in which a group meets: those that it says, or all of its format's where it meets throughout.
  package func meetings(of group: Record) throws -> Set<RecordID> {
    let slots = group.references(.slots)
    guard slots.isEmpty, let format, format.group.meetsThroughout else { return Set(slots) }
    return Set(
      try arena.records(of: .block).filter {
        $0.text(.kind) == "slot" && ($0.text(.format) ?? format.name) == format.name
      }.map(\.id))
  }

  func slotName(_ id: RecordID) throws -> String {
    try arena.record(id).map(show.name) ?? "the slot"
  }

  /// Whether a group still meets as itself.
  static func meets(_ group: Record) -> Bool {
    !["merged", "split", "cancelled"].contains(group.text(.state) ?? "")
  }

  /// The word of those who hold `role` in each group: at least one of them must be among those given.
  func checkAgreement(_ action: String, _ parameters: ActionParameters, groups: [Record]) throws
    -> [Actor]
  {
    guard let format, let role = format.action(action)?.agreedBy else { return [] }
    let agreed = parameters.actors(role)
    let label =
      format.role(role).map { format.locales.written($0.naming.label, in: language) } ?? role
    for group in groups {
      let holders = try members(of: group).filter { $0.text(.role) == role }
        .compactMap { $0.actor(.actor) }
      guard !holders.isEmpty, !holders.contains(where: { isAmong(agreed, $0) }) else { continue }
      let names = try holders.map { try show.text(.actor($0)) }
      try object(
        "\(try show.name(of: group)): the word of its \(label) (\(Wording.list(names, in: "en"))) "
          + "is missing.", remedy: "Ask, then say \(role)=\"\(names[0])\".")
    }
    return agreed
  }

  private func isAmong(_ actors: [Actor], _ actor: Actor) -> Bool {
    actors.contains { other in
      if let id = actor.id { return other.id == id }
      if case .name(let one) = actor, case .name(let two) = other {
        return MatchKey(one) == MatchKey(two)
      }
      return false
    }
  }

  package func members(of group: Record) throws -> [Record] {
    try arena.records(of: .membership, where: .group, refersTo: group.id)
  }

  /// Objects to a group that takes no newcomers, or doesn't meet any more.
  func checkOpen(_ group: Record, for action: String) throws {
    if !Self.meets(group) {
      let state = ModelTerms.written(group.text(.state) ?? "", in: "en")
      try object("\(try show.name(of: group)) is \(state).", remedy: "Take another group.")
    }
    if action == "join", group[.open] == .boolean(false) || group.text(.state) == "closed" {
      try object(
        "\(try show.name(of: group)) is closed to newcomers.",
        remedy: "Ask the group, or open it: revise group=\(group.text(.code) ?? "") open=yes.")
    }
  }
}

/// What an arena keeps of one of its formats: current phase, settings, overlay, standing texts.
package struct FormatState: Sendable {
  package private(set) var entry: Fields
  private let name: String

  package init(of format: FormatDeclaration, in arena: Record) {
    self.init(named: format.name, in: arena)
  }

  package init(named name: String, in arena: Record) {
    self.name = name
    entry = Fields()
    entry["name"] = .text(name)
    for case .object(let found) in arena.list(.formats) where found["name"] == .text(name) {
      entry = found
    }
  }

  /// The phase that holds: the first one at the start.
  package func phase(of format: FormatDeclaration) -> PhaseDeclaration? {
    if case .text(let name)? = entry["phase"], let phase = format.phase(name) { return phase }
    return format.phases.first
  }

  package func object(_ key: String) -> Fields {
    if case .object(let fields)? = entry[key] { fields } else { Fields() }
  }

  package var settings: Fields { object("settings") }
  package var overlay: Fields { object("overlay") }

  package mutating func set(_ key: String, _ value: Value?) { entry[key] = value }

  /// Puts the entry back among the arena's formats.
  package func put(into arena: inout Record) {
    var entries = arena.list(.formats)
    let index = entries.firstIndex { value in
      if case .object(let found) = value { found["name"] == .text(name) } else { false }
    }
    if let index { entries[index] = .object(entry) } else { entries.append(.object(entry)) }
    arena[.formats] = .list(entries)
  }
}

extension FormatDeclaration {
  /// The declaration with what the organiser changed for this arena.
  package func effective(in arena: Record) throws(ModelError) -> FormatDeclaration {
    try adjusted(by: FormatState(of: self, in: arena).overlay)
  }
}
