/*
 * Rows: small things that lie in a Swift object, known by its number in this state and by theirs in it. Lua holds the
 * two numbers as a light userdata, so nothing is made for a row, and nothing is left of one to collect; the same row is
 * the same value. All light userdata of a state share a metatable.
 */
#include "lk_internal.h"

#include <stdio.h>
#include <stdlib.h>

struct lk_source {
  void *object; /* NULL: let go */
  lk_type *type;
};

/* The source of the row at `index`; NULL if there is no row. */
static inline const lk_source *source_at(lua_State *L, int index, const lk_host *host, int64_t *row) {
  if (lua_type(L, index) != LUA_TLIGHTUSERDATA) return NULL;
  uintptr_t value = (uintptr_t)lua_touserdata(L, index);
  uintptr_t number = value >> LK_ROW_BITS;
  *row = (int64_t)(value & (((uintptr_t)1 << LK_ROW_BITS) - 1));
  return number > 0 && number <= host->source_count ? &host->sources[number - 1] : NULL;
}

/* What Lua itself passes is a row; a trusted script with `debug` may pass what it likes. */
static inline const lk_source *self(lua_State *L, const lk_host *host, int64_t *row) {
  const lk_source *source = source_at(L, 1, host, row);
  if (__builtin_expect(source == NULL, 0)) luaL_error(L, "attempt to index a %s value", luaL_typename(L, 1));
  return source;
}

static int row_get(lua_State *L) {
  lk_host *host = lk_hostof(L);
  int64_t row;
  const lk_source *source = self(L, host, &row);
  int id = lk_find_key(L, source->type);
  return lk_enter_swift(L, host, source->type, source->object, row, id, host->entries.get);
}

static int row_set(lua_State *L) {
  lk_host *host = lk_hostof(L);
  int64_t row;
  const lk_source *source = self(L, host, &row);
  int id = lk_find_key(L, source->type);
  return lk_enter_swift(L, host, source->type, source->object, row, id, host->entries.set);
}

static inline bool answers(const lk_source *source, int event) {
  return source != NULL && source->object != NULL && (source->type->events >> event & 1) != 0;
}

/* Either operand may be the row that answers. */
static int row_event(lua_State *L) {
  lk_host *host = lk_hostof(L);
  const char *name = lua_tostring(L, lua_upvalueindex(1));
  int event = (int)lua_tointeger(L, lua_upvalueindex(2));
  int64_t row;
  const lk_source *first = source_at(L, 1, host, &row), *second = source_at(L, 2, host, &row);
  const lk_source *source = answers(first, event) ? first : second;
  if (answers(source, event)) return lk_enter_event(L, host, source->type->swift, event);
  source = first != NULL ? first : second;
  const char *what = source != NULL ? source->type->name : luaL_typename(L, 1);
  if (source != NULL && source->object == NULL) return luaL_error(L, "a %s that was already released", what);
  return luaL_error(L, "a %s can't do %s", what, name);
}

static int row_tostring(lua_State *L) {
  lk_host *host = lk_hostof(L);
  int64_t row;
  const lk_source *source = source_at(L, 1, host, &row);
  int event = (int)lua_tointeger(L, lua_upvalueindex(1));
  if (answers(source, event)) return lk_enter_event(L, host, source->type->swift, event);
  char address[16];
  snprintf(address, sizeof address, "0x%08x", lk_address(L, 1));
  lua_pushfstring(L, "%s: %s", source != NULL ? source->type->name : luaL_typename(L, 1), address);
  return 1;
}

static void push_metatable(lua_State *L) {
  lua_pushlightuserdata(L, NULL);
  if (!lua_getmetatable(L, -1)) {
    lua_createtable(L, 0, 8);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pushcfunction(L, row_get);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, row_set);
    lua_setfield(L, -2, "__newindex");
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, row_tostring, 1);
    lua_setfield(L, -2, "__tostring");
    lua_pushvalue(L, -1);
    lua_setmetatable(L, -3);
  }
  lua_remove(L, -2);
}

lk_type *lk_push_row_type(lua_State *L, int number, void *swift, const char *name) {
  lk_type *type = lk_make_type(L, number, swift, name);
  lua_pop(L, 1);
  push_metatable(L);
  return type;
}

void lk_set_row_metamethod(lua_State *L, lk_type *type, const char *name, int event) {
  type->events |= (uint32_t)1 << event;
  if (strcmp(name, "__tostring") == 0) {
    lua_pushinteger(L, event);
    lua_pushcclosure(L, row_tostring, 1);
  } else {
    lua_pushstring(L, name);
    lua_pushinteger(L, event);
    lua_pushcclosure(L, row_event, 2);
  }
  lua_setfield(L, -2, name);
}

uint32_t lk_add_source(lua_State *L, void *object, lk_type *type) {
  lk_host *host = lk_hostof(L);
  if (host->source_count == host->source_room) {
    uint32_t room = 2 * host->source_room + 4;
    lk_source *more = realloc(host->sources, room * sizeof *more);
    if (more == NULL || room >> (64 - LK_ROW_BITS) != 0) lk_die("there is no memory left for more rows");
    host->sources = more;
    host->source_room = room;
  }
  host->sources[host->source_count] = (lk_source){object, type};
  return ++host->source_count;
}

void lk_let_go_of_source(lua_State *L, uint32_t number) { lk_hostof(L)->sources[number - 1].object = NULL; }

void *lk_row_at(lua_State *L, int index, void *swift, int64_t *row) {
  const lk_source *source = source_at(L, index, lk_hostof(L), row);
  return source != NULL && source->type->swift == swift ? source->object : NULL;
}

const char *lk_row_name(lua_State *L, int index) {
  int64_t row;
  const lk_source *source = source_at(L, index, lk_hostof(L), &row);
  return source != NULL ? source->type->name : NULL;
}
