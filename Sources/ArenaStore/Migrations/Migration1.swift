extension Migration {
  /// The first format.
  ///
  /// One table holds the records of every type, with their fields as JSON: a field that the model gains needs no change
  /// of the file, and the journal and the dump hold the same text. Whoever opens the file with sqlite3 reads the views,
  /// one a type, named as in the dump. The tables `reference`, `name`, `item` and `search` are made from `record` and can
  /// be made anew from it.
  static let first = Migration(version: 1) { database in
    try database.run(
      """
      CREATE TABLE meta (
        key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL, digest BLOB NOT NULL
      );

      CREATE TABLE declaration (
        name TEXT PRIMARY KEY NOT NULL, text TEXT NOT NULL, digest BLOB NOT NULL
      );

      CREATE TABLE record (
        place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL,
        revision INTEGER NOT NULL, added INTEGER NOT NULL, changed INTEGER NOT NULL,
        withdrawn INTEGER NOT NULL, body TEXT NOT NULL, digest BLOB NOT NULL
      );
      CREATE INDEX record_by_age ON record (type, withdrawn, added, place);

      CREATE TABLE content (
        digest TEXT PRIMARY KEY NOT NULL, bytes BLOB NOT NULL
      );

      CREATE TABLE reference (
        target TEXT NOT NULL, field TEXT NOT NULL, source INTEGER NOT NULL,
        PRIMARY KEY (target, field, source)
      ) WITHOUT ROWID;

      CREATE TABLE name (
        type TEXT NOT NULL, key TEXT NOT NULL, record INTEGER NOT NULL,
        PRIMARY KEY (type, key, record)
      ) WITHOUT ROWID;

      CREATE TABLE item (
        id TEXT NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (id, record)
      ) WITHOUT ROWID;

      CREATE VIRTUAL TABLE search USING fts5(
        name, text, content = '', tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
      );

      CREATE TABLE action (
        number INTEGER PRIMARY KEY, at INTEGER NOT NULL, name TEXT NOT NULL, origin TEXT NOT NULL,
        plugin TEXT, undoes INTEGER, actor TEXT, parameters TEXT, notes TEXT,
        salt BLOB, erased BLOB, details BLOB NOT NULL, digest BLOB NOT NULL
      );

      CREATE TABLE change (
        action INTEGER NOT NULL, place INTEGER NOT NULL, type TEXT NOT NULL, subject TEXT NOT NULL,
        before TEXT, after TEXT, salt BLOB, erased BLOB, digest BLOB NOT NULL,
        PRIMARY KEY (action, place)
      );
      CREATE INDEX change_by_subject ON change (subject, action);
      """)
    for (name, type, columns) in views {
      let fields = columns.map { ", json_extract(body, '$.\($0)') AS \"\($0)\"" }.joined()
      try database.run(
        """
        CREATE VIEW \(name) AS SELECT id, revision,
          strftime('%Y-%m-%dT%H:%M:%fZ', added / 1000.0, 'unixepoch') AS added,
          strftime('%Y-%m-%dT%H:%M:%fZ', changed / 1000.0, 'unixepoch') AS changed,
          withdrawn\(fields), json_extract(body, '$.fields') AS fields
        FROM record WHERE type = '\(type)' ORDER BY record.added, place
        """)
    }
    try database.run(
      """
      CREATE VIEW journal AS SELECT action.number, name,
        strftime('%Y-%m-%dT%H:%M:%fZ', at / 1000.0, 'unixepoch') AS at,
        actor, origin, plugin, undoes, parameters, notes, type, subject, before, after
      FROM action LEFT JOIN change ON change.action = action.number
      ORDER BY action.number, place
      """)
  }

  // The names of the model as they were when this format shipped; see the schema of the dump for what they mean.
  private static let views: [(name: String, type: String, columns: [String])] = [
    (
      "arenas", "arena",
      [
        "title", "series", "number", "aims", "theme", "questions", "language", "timezone", "days",
        "venue", "city", "organisers", "commissioners", "totals", "formats",
      ]
    ),
    (
      "blocks", "block",
      ["day", "starts", "ends", "kind", "number", "title", "speakers", "format"]
    ),
    ("places", "place", ["name", "capacity", "note", "corner"]),
    (
      "people", "person",
      [
        "name", "aliases", "title", "organisation", "perspectives", "contact", "consent",
        "language", "note",
      ]
    ),
    ("organisations", "organisation", ["name", "aliases", "kind"]),
    (
      "groups", "group",
      [
        "format", "code", "codes", "title", "challenge", "slots", "place", "state", "open",
        "headcount", "members_complete", "part_of",
      ]
    ),
    (
      "memberships", "membership",
      ["actor", "written", "group", "role", "state", "slots", "attendance"]
    ),
    (
      "contributions", "contribution",
      [
        "code", "title", "groups", "slot", "kind", "refers_to", "reference", "body", "addressees",
        "language",
      ]
    ),
    ("reports", "report", ["template", "of", "slot", "state", "sections"]),
    (
      "next_steps", "next_step",
      ["about", "what", "who", "due", "where", "backup", "contact", "state", "follow_ups"]
    ),
    (
      "strategy_elements", "strategy_element",
      [
        "framework", "kind", "code", "title", "text", "parent", "addressees", "statuses",
      ]
    ),
    ("links", "link", ["kind", "from", "to", "basis", "by", "when", "why"]),
    ("remarks", "remark", ["kind", "on", "by", "text"]),
    ("votes", "vote", ["ballot", "on", "by", "dots"]),
    (
      "attachments", "attachment",
      ["name", "media_type", "digest", "on", "importer", "lines", "left_over"]
    ),
  ]
}
