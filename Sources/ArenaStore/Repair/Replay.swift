import ArenaModel

/// The arena as its journal has it: every change applied in order.
struct Replay {
  private(set) var records: [RecordID: Record] = [:]
  private(set) var declarations: [String: String] = [:]
  /// Records of which a change was erased or lost: the journal alone doesn't know all of them.
  private(set) var uncertain: Set<RecordID> = []
  private(set) var removed: Set<RecordID> = []
  private let findBytes: (String) throws -> [UInt8]?

  init(findBytes: @escaping (String) throws -> [UInt8]?) { self.findBytes = findBytes }

  mutating func apply(_ change: Change) {
    switch change.subject {
    case .declaration(let name): declarations[name] = change.after
    case .record(let id, let type):
      if change.isErased { uncertain.insert(id) }
      do {
        try apply(change, id, type)
      } catch {
        uncertain.insert(id)
      }
    }
  }

  private mutating func apply(_ change: Change, _ id: RecordID, _ type: RecordType) throws {
    switch (change.before, change.after) {
    case (nil, let after?):
      records[id] = try Record(after, of: type, findBytes: findBytes)
      removed.remove(id)
    case (_?, nil):
      records[id] = nil
      removed.insert(id)
    case (let before?, let after?):
      guard let record = records[id] else {
        uncertain.insert(id)
        return
      }
      let patch = try RecordPatch(after, of: type, findBytes: findBytes)
      let old = try RecordPatch(before, of: type, findBytes: findBytes)
      records[id] = patch.applied(to: record, from: old)
    case (nil, nil): uncertain.insert(id)
    }
  }
}
