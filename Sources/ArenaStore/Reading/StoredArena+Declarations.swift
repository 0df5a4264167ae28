import ArenaModel

extension StoredArena {
  /// The declarations of the formats that the arena uses, by the formats' names.
  package func declarations() throws -> [(name: String, text: String)] {
    let query = try Query(
      database, "SELECT name, text, digest FROM declaration ORDER BY name")
    defer { query.stop() }
    var out: [(name: String, text: String)] = []
    while try query.next() {
      let name = query.text(0)
      let text = query.text(1)
      guard query.bytes(2).elementsEqual(StoredArena.digest("declaration", name, text)) else {
        throw Damage(table: "declaration", row: name, what: "its digest doesn't fit its text")
      }
      out.append((name, text))
    }
    return out
  }

  func put(declaration name: String, _ text: String?) throws {
    guard let text else {
      try Query(database, "DELETE FROM declaration WHERE name = ?").bind(name, at: 1).run()
      return
    }
    let query = try Query(
      database, "INSERT OR REPLACE INTO declaration (name, text, digest) VALUES (?, ?, ?)")
    query.bind(name, at: 1).bind(text, at: 2)
    try query.bind(StoredArena.digest("declaration", name, text), at: 3).run()
  }

  /// What is standing of the file itself.
  func meta(_ key: String) throws -> String? {
    let query = try Query(database, "SELECT value, digest FROM meta WHERE key = ?")
    query.bind(key, at: 1)
    defer { query.stop() }
    guard try query.next() else { return nil }
    let value = query.text(0)
    guard query.bytes(1).elementsEqual(StoredArena.digest("meta", key, value)) else {
      throw Damage(table: "meta", row: key, what: "its digest doesn't fit its value")
    }
    return value
  }

  func put(meta key: String, _ value: String) throws {
    let query = try Query(
      database, "INSERT OR REPLACE INTO meta (key, value, digest) VALUES (?, ?, ?)")
    query.bind(key, at: 1).bind(value, at: 2)
    try query.bind(StoredArena.digest("meta", key, value), at: 3).run()
  }

  private static func digest(_ table: StaticString, _ key: String, _ text: String) -> [UInt8] {
    var digest = RowDigest(table)
    digest.add(key)
    digest.add(text)
    return digest.finish()
  }
}
