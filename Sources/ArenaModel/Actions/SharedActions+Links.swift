/// Links between records, as several verbs make them.
extension SharedActions {
  @discardableResult
  static func link(
    _ kind: String, _ from: Record, _ to: RecordID?, _ by: [Actor], _ context: ActionContext
  ) throws -> Record? {
    try link(kind, .record(from.id), to.map(Value.record), by, context)
  }

  @discardableResult
  static func link(
    _ kind: String, _ from: Value, _ to: Value?, _ by: [Actor], _ context: ActionContext,
    basis: String = "stated", why: Value? = nil
  ) throws -> Record? {
    guard let to else { return nil }
    var link = context.new(.link)
    link[.kind] = .text(kind)
    link[.from] = from
    link[.to] = to
    link[.basis] = .text(basis)
    let by = by.isEmpty ? context.actor.map { [$0] } ?? [] : by
    link[.by] = .list(by.map(Value.actor))
    link[.when] = .text(context.arena.now.description)
    link[.why] = why
    try context.arena.insert(link)
    return link
  }
}
