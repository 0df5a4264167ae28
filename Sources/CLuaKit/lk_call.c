/* Calls between Swift and Lua, and the place and traceback of what goes wrong in them. */
#include "lk_internal.h"

#include <stdlib.h>

char lk_key_error_value, lk_key_error_trace, lk_key_error_source;

int lk_finish(lua_State *L, int code) {
  if (code >= 0) return code;
  if (code == LK_RAISE) return lua_error(L);
  return lk_yield(L, LK_YIELD_BASE - code);
}

int lk_yield(lua_State *L, int results) {
  if (L == lk_hostof(L)->caller) {
    /* Lua would tell that this isn't the main coroutine. */
    lua_pushliteral(L, "attempt to yield from outside a coroutine");
    return lua_error(L);
  }
  return lua_yield(L, results);
}

/* ---- where ---- */

/* Pushes a chunk's name as people write it: without the mark that says what kind of name it is. */
static void push_source(lua_State *L, const lua_Debug *ar) {
  if (ar->source[0] == '@' || ar->source[0] == '=') {
    lua_pushstring(L, ar->source + 1);
  } else {
    lua_pushstring(L, ar->short_src);
  }
}

int lk_push_where(lua_State *L, int level) {
  lua_Debug ar;
  if (lua_getstack(L, level, &ar)) {
    lua_getinfo(L, "Sl", &ar);
    if (ar.currentline > 0) {
      push_source(L, &ar);
      return ar.currentline;
    }
  }
  lua_pushnil(L);
  return 0;
}

void lk_set_own_chunks(lua_State *L, const char *prefix) { lk_hostof(L)->own_chunks = prefix; }

/* Keeps the name of a chunk that the host loads. */
static void keep_chunk(lk_host *host, const char *name) {
  for (int i = 0; i < host->chunk_count; i++) {
    if (strcmp(host->chunks[i], name) == 0) return;
  }
  char **chunks = realloc(host->chunks, (size_t)(host->chunk_count + 1) * sizeof *chunks);
  if (chunks == NULL) return;
  host->chunks = chunks;
  chunks[host->chunk_count] = strdup(name);
  if (chunks[host->chunk_count] != NULL) host->chunk_count++;
}

/* Whether the level runs a line of Lua, and whether that is one to name: not the host's own, and not of a chunk that the
   script made itself and called as it liked. */
static bool is_script(lua_State *L, int level, lua_Debug *ar, bool *is_named) {
  if (!lua_getstack(L, level, ar)) return false;
  lua_getinfo(L, "Sl", ar);
  if (ar->currentline <= 0) return false;
  lk_host *host = lk_hostof(L);
  *is_named = false;
  if (host->own_chunks != NULL && strncmp(ar->source + 1, host->own_chunks, strlen(host->own_chunks)) == 0) return true;
  for (int i = 0; i < host->chunk_count && !*is_named; i++) *is_named = strcmp(host->chunks[i], ar->source) == 0;
  return true;
}

bool lk_find_script(lua_State *L, lua_Debug *ar) {
  /* Lua finds a level by walking to it, so not every one of a hundred thousand is asked. */
  enum { NEAR = 300, FAR = 20 };
  bool is_named;
  int inner = -1, level = 0;
  for (; level < NEAR; level++) {
    if (!is_script(L, level, ar, &is_named)) {
      if (!lua_getstack(L, level, ar)) break;
      continue;
    }
    if (is_named) return true;
    if (inner < 0) inner = level;
  }
  if (level == NEAR) {
    /* Deep inside other code: the script is at the other end of the stack. */
    int known = NEAR, past = NEAR;
    while (lua_getstack(L, past, ar)) known = past, past *= 2;
    while (past - known > 1) {
      int middle = known + (past - known) / 2;
      if (lua_getstack(L, middle, ar)) known = middle;
      else past = middle;
    }
    /* From there inwards, until other code begins: each level is a long walk. */
    int found = -1;
    for (level = known; level > known - FAR; level--) {
      if (!is_script(L, level, ar, &is_named)) continue;
      if (!is_named) break;
      found = level;
    }
    if (found >= 0) return is_script(L, found, ar, &is_named);
  }
  /* Other code alone, as on a coroutine of its own: better than nothing. */
  return inner >= 0 && is_script(L, inner, ar, &is_named);
}

int lk_push_script(lua_State *L) {
  lua_Debug ar;
  if (lk_find_script(L, &ar)) {
    push_source(L, &ar);
    return ar.currentline;
  }
  lua_pushnil(L);
  return 0;
}

int lk_push_definition(lua_State *L) {
  lua_Debug ar;
  lua_pushvalue(L, -1);
  lua_getinfo(L, ">S", &ar);
  if (ar.linedefined > 0 || strcmp(ar.what, "main") == 0) {
    push_source(L, &ar);
    lua_replace(L, -2);
    return ar.linedefined > 0 ? ar.linedefined : 1;
  }
  lua_pushnil(L);
  lua_replace(L, -2);
  return 0;
}

void lk_push_place(lua_State *L) {
  int line = lk_push_script(L);
  if (line > 0) {
    lua_pushfstring(L, "%s:%d: ", lua_tostring(L, -1), line);
    lua_remove(L, -2);
  } else {
    lua_pop(L, 1);
    lua_pushliteral(L, "");
  }
}

void lk_push_argument_error(lua_State *L, int argument) {
  const char *text = lua_tostring(L, -1);
  lua_Debug ar;
  const char *name = NULL;
  bool method = false;
  if (lua_getstack(L, 0, &ar)) {
    lua_getinfo(L, "n", &ar);
    name = ar.name;
    method = strcmp(ar.namewhat, "method") == 0;
  }
  lk_push_place(L);
  const char *place = lua_tostring(L, -1);
  if (method) argument -= 1;
  if (method && argument == 0) {
    lua_pushfstring(L, "%scalling '%s' on bad self (%s)", place, name, text);
  } else if (name != NULL) {
    lua_pushfstring(L, "%sbad argument #%d to '%s' (%s)", place, argument, name, text);
  } else {
    lua_pushfstring(L, "%sbad argument #%d (%s)", place, argument, text);
  }
  lua_replace(L, -3);
  lua_pop(L, 1);
}

/* ---- errors ---- */

void lk_record_error(lua_State *L, lk_host *host) {
  host->error_line = lk_push_script(L);
  host->error_source = lua_tostring(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &lk_key_error_source);
  luaL_traceback(L, L, NULL, 0);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &lk_key_error_trace);
  host->error_recorded = true;
}

/* The message handler of calls from Swift. It runs where the error was raised, before the stack is unwound. */
static int handler(lua_State *L) {
  lk_host *host = lk_hostof(L);
  /* An error that came through Swift and goes on as the same value keeps its first place. */
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &lk_key_error_value) != LUA_TNIL && lua_rawequal(L, 1, -1)
      && lua_type(L, 1) != LUA_TSTRING) {
    host->error_recorded = true;
    lua_settop(L, 1);
    return 1;
  }
  lua_settop(L, 1);
  /* The limit's own place was kept when it was reached; one from a coroutine, when that ended. */
  if (host->tripped == LK_TRIP_NONE && !host->error_recorded && lua_checkstack(L, 10)) lk_record_error(L, host);
  host->error_recorded = true;
  return 1;
}

void lk_push_handler(lua_State *L) { lua_pushcfunction(L, handler); }

void lk_push_error_source(lua_State *L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &lk_key_error_source);
}

void lk_push_error_trace(lua_State *L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &lk_key_error_trace);
}

uint64_t lk_keep_error(lua_State *L) {
  lk_host *host = lk_hostof(L);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &lk_key_error_value);
  return ++host->error_token;
}

bool lk_push_kept_error(lua_State *L, uint64_t token) {
  if (token == 0 || lk_hostof(L)->error_token != token) return false;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &lk_key_error_value);
  return true;
}

/* What entering Lua from Swift changes, to be put back. */
typedef struct {
  lua_State *current;
  int swift;
  bool began;
} lk_outer;

static inline lk_outer enter(lua_State *L, lk_host *host) {
  lk_outer outer = {host->current, host->swift, false};
  host->depth++;
  if (__builtin_expect(host->scope == 0, 0)) {
    outer.began = true;
    lk_begin(L);
  }
  host->error_recorded = false;
  host->current = L;
  host->swift = 0;
  if (__builtin_expect(host->stop, 0)) lk_arm(host);
  return outer;
}

static inline void leave(lua_State *L, lk_host *host, lk_outer outer) {
  host->swift = outer.swift;
  host->current = outer.current;
  host->depth--;
  if (outer.began) lk_finish_scope(L);
}

/* A state that has tripped is never used again: drops the `drop` values on top and pushes the error. */
static int refuse(lua_State *L, lk_host *host, int drop) {
  lua_pop(L, drop);
  host->error_recorded = true;
  lk_push_trip(L, host);
  return LUA_ERRRUN;
}

/* An error that no handler saw, as when the stack was full, has no place of its own. */
static inline void forget_place(lua_State *L, lk_host *host) {
  if (host->error_recorded) return;
  host->error_line = 0;
  host->error_source = NULL;
  lua_pushnil(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &lk_key_error_source);
  lua_pushnil(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &lk_key_error_trace);
}

static inline __attribute__((always_inline)) int call(lua_State *L, int nargs, int nresults, int handler_index) {
  lk_host *host = lk_hostof(L);
  if (__builtin_expect(host->tripped != LK_TRIP_NONE, 0)) return refuse(L, host, nargs + 1);
  lk_outer outer = enter(L, host);
  int status = lua_pcall(L, nargs, nresults, handler_index);
  leave(L, host, outer);
  if (__builtin_expect(status != LUA_OK, 0)) forget_place(L, host);
  return status;
}

int lk_pcall(lua_State *L, int nargs, int nresults) {
  return call(L, nargs, nresults, lua_gettop(L) - nargs - 1);
}

/* ---- calls of functions that Swift holds ---- */

/*
 * Half the price of such a call would be to put the handler and the function on the stack. So the outermost one runs
 * on a coroutine of the host's own, the caller, at whose bottom the handler and the functions that were called lie ready
 * in fixed slots. To scripts it is the main one (see lk_coroutine.c). While it is in use, further calls go on top of
 * what runs. States with Lua's own library have none: its coroutine functions would take it for a script's.
 */
void lk_open_caller(lua_State *L) {
  lk_host *host = lk_hostof(L);
  lua_State *caller = lua_newthread(L);
  luaL_ref(L, LUA_REGISTRYINDEX);
  luaL_checkstack(caller, LK_SLOTS + 40, NULL);
  lk_push_handler(caller);
  lua_settop(caller, LK_SLOTS);
  host->caller = caller;
}

lk_frame lk_begin_other_call(lua_State *L, int reference) {
  lk_host *host = lk_hostof(L);
  if (host->caller != NULL && !host->calling) {
    host->calling = true;
    lua_rawgeti(host->caller, LUA_REGISTRYINDEX, reference);
    return (lk_frame){host->caller, LK_SLOTS, 1};
  }
  if (host->calling) L = host->current;
  lua_checkstack(L, 20);
  int base = lua_gettop(L);
  lk_push_handler(L);
  lua_rawgeti(L, LUA_REGISTRYINDEX, reference);
  return (lk_frame){L, base, base + 1};
}

int lk_call(lk_frame frame, int nargs, int nresults) { return call(frame.L, nargs, nresults, frame.handler); }

int lk_pin(lua_State *L, int reference) {
  lk_host *host = lk_hostof(L);
  if (host->caller == NULL) return -1;
  if (host->calling) return 0;
  for (int slot = 2; slot <= LK_SLOTS; slot++) {
    if (!lua_isnil(host->caller, slot)) continue;
    lua_rawgeti(host->caller, LUA_REGISTRYINDEX, reference);
    lua_replace(host->caller, slot);
    return slot;
  }
  return -1;
}

void lk_unpin(lua_State *L, int slot) {
  lk_host *host = lk_hostof(L);
  host->stale_slots |= 1ull << (slot - 1);
  if (!host->calling) lk_empty_slots(host);
}

void lk_empty_slots(lk_host *host) {
  for (; host->stale_slots != 0; host->stale_slots &= host->stale_slots - 1) {
    lua_pushnil(host->caller);
    lua_replace(host->caller, __builtin_ctzll(host->stale_slots) + 1);
  }
}

/* ---- loading ---- */

typedef struct {
  const char *text;
  size_t left;
} lk_reader;

/* Hands the text out in pieces, so that a limit is noticed inside the compiler too. */
static const char *read_piece(lua_State *L, void *data, size_t *size) {
  lk_reader *reader = data;
  lk_spend(L, lk_hostof(L));
  if (reader->left == 0) {
    *size = 0;
    return NULL;
  }
  const char *piece = reader->text;
  *size = reader->left < 4096 ? reader->left : 4096;
  reader->text += *size;
  reader->left -= *size;
  return piece;
}

int lk_load(lua_State *L, const char *text, size_t length, const char *chunkname) {
  lk_host *host = lk_hostof(L);
  if (host->tripped != LK_TRIP_NONE) return refuse(L, host, 0);
  lk_outer outer = enter(L, host);
  keep_chunk(host, chunkname);
  lk_reader reader = {text, length};
  int status = lua_load(L, read_piece, &reader, chunkname, "t");
  leave(L, host, outer);
  return status;
}

int lk_resume(lua_State *co, lua_State *from, int nargs, int *nresults) {
  lk_host *host = lk_hostof(co);
  if (host->tripped != LK_TRIP_NONE) return refuse(co, host, nargs);
  lk_outer outer = enter(co, host);
  int status = lua_resume(co, from, nargs, nresults);
  leave(co, host, outer);
  if (status != LUA_OK && status != LUA_YIELD && !host->error_recorded) lk_record_error(co, host);
  return status;
}

/* ---- protected reads and writes ---- */

/* Calls `function` on the `nargs` values on top, protected; leaves its results, or the error. */
static int protect(lua_State *L, lua_CFunction function, int nargs, int nresults) {
  int base = lua_gettop(L) - nargs;
  lua_pushcfunction(L, function);
  lua_insert(L, base + 1);
  lk_push_handler(L);
  lua_insert(L, base + 1);
  int status = lk_pcall(L, nargs, nresults);
  lua_remove(L, base + 1);
  return status;
}

static int do_get(lua_State *L) {
  lua_gettable(L, 1);
  return 1;
}

static int do_set(lua_State *L) {
  lua_settable(L, 1);
  return 0;
}

static int do_tostring(lua_State *L) {
  lk_tolstring(L, 1, NULL);
  return 1;
}

static int do_compare(lua_State *L) {
  int op = (int)lua_tointeger(L, 3);
  lua_pushboolean(L, lua_compare(L, 1, 2, op));
  return 1;
}

static int do_length(lua_State *L) {
  lua_len(L, 1);
  return 1;
}

static int do_next(lua_State *L) { return lua_next(L, 1) ? 2 : 0; }

int lk_get(lua_State *L) { return protect(L, do_get, 2, 1); }

int lk_set(lua_State *L) { return protect(L, do_set, 3, 0); }

int lk_tostring(lua_State *L) { return protect(L, do_tostring, 1, 1); }

int lk_length(lua_State *L) { return protect(L, do_length, 1, 1); }

int lk_compare(lua_State *L, int op, bool *result) {
  lua_pushinteger(L, op);
  int status = protect(L, do_compare, 3, 1);
  if (status == LUA_OK) {
    *result = lua_toboolean(L, -1);
    lua_pop(L, 1);
  }
  return status;
}

int lk_next(lua_State *L, int index) {
  index = lua_absindex(L, index);
  int base = lua_gettop(L) - 1;
  lua_pushvalue(L, index);
  lua_insert(L, -2);
  int status = protect(L, do_next, 2, LUA_MULTRET);
  if (status != LUA_OK) return -1;
  return lua_gettop(L) > base ? 1 : 0;
}
