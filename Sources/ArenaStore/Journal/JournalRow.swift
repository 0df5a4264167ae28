import ArenaModel

/// The rows of one action in the journal, as stored.
///
/// A change's digest is that of its text with a salt of its own; the action's is that of its head, the digest of its
/// details, the digests of its changes and the digest of the action before it. So nothing in the past can change
/// unseen, and yet a text can be erased: the salt goes with it, the digest stays and holds the chain together, and
/// nobody can find the text again by trying.
struct JournalRow {
  struct Leaf {
    var salt: [UInt8]?
    /// For an erased text, the digest of what was put in its place.
    var erased: [UInt8]?
    var digest: [UInt8]
  }

  var number: Int64
  var at: Instant
  var name: String
  var origin: String
  var plugin: String?
  var undoes: Int64?
  // The details: what may name a person.
  var actor: String?
  var parameters: String?
  var notes: String?
  var details: Leaf
  var changes: [(change: Change, leaf: Leaf)]
  var digest: [UInt8]

  static func detailsDigest(
    actor: String?, parameters: String?, notes: String?, salt: [UInt8]?
  ) -> [UInt8] {
    var digest = RowDigest("details")
    digest.add(salt)
    digest.add(actor)
    digest.add(parameters)
    digest.add(notes)
    return digest.finish()
  }

  static func changeDigest(_ change: Change, salt: [UInt8]?) -> [UInt8] {
    var digest = RowDigest("change")
    digest.add(salt)
    digest.add(change.typeName)
    digest.add(change.subjectName)
    digest.add(change.before)
    digest.add(change.after)
    return digest.finish()
  }

  /// What the action's digest should be after `previous`.
  func chained(after previous: [UInt8]) -> [UInt8] {
    var digest = RowDigest("action")
    digest.add(previous)
    digest.add(number: number)
    digest.add(number: at.milliseconds)
    digest.add(name)
    digest.add(origin)
    digest.add(plugin)
    digest.add(number: undoes ?? 0)
    digest.add(details.digest)
    for (_, leaf) in changes { digest.add(leaf.digest) }
    return digest.finish()
  }

  /// What doesn't fit; empty where all does.
  func damage(after previous: [UInt8]) -> [String] {
    var out: [String] = []
    let detailsNow = JournalRow.detailsDigest(
      actor: actor, parameters: parameters, notes: notes, salt: details.salt)
    if detailsNow != (details.erased ?? details.digest) {
      out.append("action \(number) of the journal: its details don't fit their digest")
    }
    for (place, (change, leaf)) in changes.enumerated() {
      if JournalRow.changeDigest(change, salt: leaf.salt) != (leaf.erased ?? leaf.digest) {
        out.append(
          "change \(place + 1) of action \(number) of the journal: it doesn't fit its digest")
      }
    }
    if chained(after: previous) != digest {
      out.append("action \(number) of the journal: it doesn't fit the chain of digests")
    }
    return out
  }
}
