import ArenaModel
import GRDB

extension ArenaFile {
  /// Copies the file as it stands, whole actions only, also while others write. The copy appears under its name when it
  /// is whole and on disk.
  package func backup(to target: String) throws {
    try FileSystem.checkFree(target)
    let draft = target + ".new-" + String(effects.newID().description.prefix(8))
    defer { try? FileSystem.remove(draft) }
    try StoreError.translating(path: target) {
      let copy = try DatabaseQueue(
        path: draft, configuration: ArenaFile.configuration(synchronous: "OFF"))
      try access { database in
        try copy.unsafeReentrantWrite { try database.backup(to: $0) }
      }
      try copy.close()
    }
    try FileSystem.publish(draft, as: target)
  }
}
