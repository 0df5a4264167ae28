/* The peer of `scripts/bench store`: the rows that one action makes, with the same pragmas, straight into SQLite.
   usage: store-peer FILE COUNT, where FILE is a new arena file. It makes no digests and no JSON: what it can't do is what
   the store is measured for. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static sqlite3 *db;

static void check(int code) {
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
    fprintf(stderr, "store-peer: %s\n", sqlite3_errmsg(db));
    exit(1);
  }
}

static void run(sqlite3_stmt *statement) {
  check(sqlite3_step(statement));
  check(sqlite3_reset(statement));
}

int main(int count, char **arguments) {
  static const char *sql[] = {
    "BEGIN IMMEDIATE",
    "INSERT INTO record (id, type, revision, added, changed, withdrawn, body, digest) VALUES (?, 'place', 1, 1, 1, 0, ?, ?)",
    "INSERT INTO name (type, key, record) VALUES ('place', ?, last_insert_rowid())",
    "INSERT INTO search (rowid, name, text) VALUES ((SELECT max(place) FROM record), ?, '')",
    "INSERT INTO action (number, at, name, origin, actor, salt, details, digest) VALUES ((SELECT coalesce(max(number), 0) + 1 FROM action), 1, 'add', ?, ?, ?, ?, ?)",
    "INSERT INTO change (action, place, type, subject, after, salt, digest) VALUES ((SELECT max(number) FROM action), 0, 'place', ?, ?, ?, ?)",
    "COMMIT",
  };
  sqlite3_stmt *statement[7];
  char digest[32];
  if (count != 3) return 64;
  check(sqlite3_open(arguments[1], &db));
  check(sqlite3_exec(db, "PRAGMA synchronous = EXTRA", 0, 0, 0));
  for (int index = 0; index < 7; index++) check(sqlite3_prepare_v2(db, sql[index], -1, &statement[index], 0));
  memset(digest, 7, sizeof digest);
  for (int index = 0; index < atoi(arguments[2]); index++) {
    char id[64], name[64], body[128], after[256], actor[64];
    snprintf(id, sizeof id, "00000000-0000-4000-8000-%012d", index);
    snprintf(name, sizeof name, "b-%d", index);
    snprintf(body, sizeof body, "{\"name\":\"%s\"}", name);
    snprintf(actor, sizeof actor, "{\"name\":\"%s\"}", name);
    snprintf(after, sizeof after,
      "{\"id\":\"%s\",\"revision\":1,\"added\":\"2031-05-06T09:00:00.000Z\",\"changed\":\"2031-05-06T09:00:00.000Z\",\"name\":\"%s\"}",
      id, name);
    sqlite3_bind_text(statement[1], 1, id, -1, SQLITE_TRANSIENT);
    sqlite3_bind_text(statement[1], 2, body, -1, SQLITE_TRANSIENT);
    sqlite3_bind_blob(statement[1], 3, digest, 32, SQLITE_TRANSIENT);
    sqlite3_bind_text(statement[2], 1, name, -1, SQLITE_TRANSIENT);
    sqlite3_bind_text(statement[3], 1, name, -1, SQLITE_TRANSIENT);
    sqlite3_bind_text(statement[4], 1, id, -1, SQLITE_TRANSIENT);
    sqlite3_bind_text(statement[4], 2, actor, -1, SQLITE_TRANSIENT);
    sqlite3_bind_blob(statement[4], 3, digest, 16, SQLITE_TRANSIENT);
    sqlite3_bind_blob(statement[4], 4, digest, 32, SQLITE_TRANSIENT);
    sqlite3_bind_blob(statement[4], 5, digest, 32, SQLITE_TRANSIENT);
    sqlite3_bind_text(statement[5], 1, id, -1, SQLITE_TRANSIENT);
    sqlite3_bind_text(statement[5], 2, after, -1, SQLITE_TRANSIENT);
    sqlite3_bind_blob(statement[5], 3, digest, 16, SQLITE_TRANSIENT);
    sqlite3_bind_blob(statement[5], 4, digest, 32, SQLITE_TRANSIENT);
    for (int step = 0; step < 7; step++) run(statement[step]);
    printf("%s\n", name);
    fflush(stdout);
  }
  return 0;
}
