/* Elements as userdata: fields, assignment, life. */
#include "CDocumentLua.h"

#include <string.h>

const char dl_magic = 'p';
const char dl_kinds[DL_MAXIMUM_KINDS];
const char dl_lists[3];
static const char dl_shared[DL_MAXIMUM_KINDS];
static dl_entries entries;

void dl_set_entries(dl_entries new_entries) { entries = new_entries; }

/* ---- places ---- */

void dl_push_place(lua_State *L) { lk_push_place(L); }

/* Raises the message on top, with the script's place before it. */
static int fail(lua_State *L) {
  dl_push_place(L);
  lua_insert(L, -2);
  lua_concat(L, 2);
  return lua_error(L);
}

static int fail_with(lua_State *L) {
  lua_settop(L, 1);
  return fail(L);
}

void dl_push_fail(lua_State *L) { lua_pushcfunction(L, fail_with); }

/* bad_argument(place, function, why): counts arguments as Lua does, without the object before the colon of a method
   call. After a tail call nobody knows how it was called; then it was, most likely, as a method. */
static int bad_argument(lua_State *L) {
  lua_Debug ar, inner;
  bool is_method = true;
  memset(&inner, 0, sizeof inner);
  for (int level = 1; lua_getstack(L, level, &ar); level++) {
    lua_getinfo(L, "Sl", &ar);
    if (ar.currentline > 0 && strncmp(ar.source, "@pandoc:", 8) != 0) break;
    inner = ar;
    lua_getinfo(L, "nt", &inner);
    is_method = inner.istailcall || inner.name == NULL || strcmp(inner.namewhat, "method") == 0;
  }
  lua_Integer place = lua_tointeger(L, 1) - (is_method ? 1 : 0);
  if (place == 0) {
    lua_pushfstring(L, "calling '%s' on bad self (%s)", lua_tostring(L, 2), lua_tostring(L, 3));
  } else {
    lua_pushfstring(L, "bad argument #%d to '%s' (%s)", (int)place, lua_tostring(L, 2), lua_tostring(L, 3));
  }
  return fail(L);
}

void dl_push_bad_argument(lua_State *L) { lua_pushcfunction(L, bad_argument); }

/* The metatable that all strings share, for the part of the module that is written in Lua. */
void dl_push_string_metatable(lua_State *L) {
  lua_pushliteral(L, "");
  if (!lua_getmetatable(L, -1)) lua_pushnil(L);
  lua_remove(L, -2);
}

/* ---- functions ---- */

static int call(lua_State *L) {
  lk_host *host = lk_hostof(L);
  if (__builtin_expect((char *)__builtin_frame_address(0) < host->stack_floor, 0)) {
    lk_check_stack(L, host);
  }
  luaL_checkstack(L, 20, NULL);
  dl_function function = (dl_function)lua_touserdata(L, lua_upvalueindex(1));
  host->swift++;
  int code = function(L);
  host->swift--;
  lk_spend(L, host);
  return __builtin_expect(code >= 0, 1) ? code : lk_finish(L, code);
}

void dl_push_function(lua_State *L, dl_function function) {
  lua_pushlightuserdata(L, (void *)function);
  lua_pushcclosure(L, call, 1);
}

/* ---- fields ---- */

static dl_node *self(lua_State *L) {
  dl_node *node = dl_node_at(L, 1);
  if (node == NULL) {
    lua_pushfstring(L, "an element expected, got %s", luaL_typename(L, 1));
    fail(L);
  }
  return node;
}

/* Pushes the value of a slot; fills it first if need be. The element is at index 1. */
static void read_slot(lua_State *L, dl_node *node, int slot) {
  if (lua_getiuservalue(L, 1, slot) != LUA_TNIL || !node->full) return;
  lua_pop(L, 1);
  lk_host *host = lk_hostof(L);
  if (__builtin_expect((char *)__builtin_frame_address(0) < host->stack_floor, 0)) {
    lk_check_stack(L, host);
  }
  luaL_checkstack(L, 20, NULL);
  host->swift++;
  int code = entries.fill(L, node, slot);
  host->swift--;
  lk_spend(L, host);
  if (code < 0) lk_finish(L, code);
  lua_pushvalue(L, -1);
  lua_setiuservalue(L, 1, slot);
}

static int get_field(lua_State *L) {
  dl_node *node = self(L);
  lua_settop(L, 2);
  int type = lua_rawget(L, lua_upvalueindex(1));
  if (type == LUA_TNUMBER) {
    read_slot(L, node, (int)lua_tointeger(L, -1));
  } else if (type == LUA_TTABLE) {
    lua_rawgeti(L, -1, 1);
    read_slot(L, node, (int)lua_tointeger(L, -1));
    lua_rawgeti(L, 2, 2);
    if (lua_isnil(L, -2)) return 1;
    lua_gettable(L, -2);
  }
  return 1;
}

static int refuse(lua_State *L, dl_node *node, int reason) {
  lua_settop(L, 3);
  lk_host *host = lk_hostof(L);
  host->swift++;
  entries.refuse(L, node, reason);
  host->swift--;
  return fail(L);
}

static int set_field(lua_State *L) {
  dl_node *node = self(L);
  lua_settop(L, 3);
  lua_pushvalue(L, 2);
  switch (lua_rawget(L, lua_upvalueindex(1))) {
    case LUA_TNUMBER: {
      int slot = (int)lua_tointeger(L, 4);
      lua_rawgeti(L, lua_upvalueindex(2), slot);
      int type = lua_type(L, 3);
      if (type != LUA_TNIL && !((lua_tointeger(L, 5) >> type) & 1)) {
        return refuse(L, node, DL_WRONG_TYPE);
      }
      /* nil takes back what was set, down to the value that the element was made with; what was
         made without one has nothing to go back to. */
      if (type == LUA_TNIL && !node->full) return 0;
      lua_pushvalue(L, 3);
      lua_setiuservalue(L, 1, slot);
      return 0;
    }
    case LUA_TTABLE:
      lua_rawgeti(L, 4, 1);
      read_slot(L, node, (int)lua_tointeger(L, -1));
      if (!lua_istable(L, -1) && !lua_isuserdata(L, -1)) return refuse(L, node, DL_UNKNOWN_FIELD);
      lua_rawgeti(L, 4, 2);
      lua_pushvalue(L, 3);
      lua_settable(L, -3);
      return 0;
    case LUA_TSTRING: return refuse(L, node, DL_READ_ONLY);
    default: return refuse(L, node, DL_UNKNOWN_FIELD);
  }
}

static int collect(lua_State *L) {
  dl_node *node = dl_node_at(L, 1);
  if (node != NULL && node->full) {
    node->full = 0;
    entries.drop(node);
  }
  return 0;
}

void dl_define_kind(lua_State *L, int kind, const char *name, bool managed) {
  int masks = lua_gettop(L), keys = masks - 1;
  lua_createtable(L, 0, 10);
  lua_pushstring(L, name);
  lua_setfield(L, -2, "__name");
  lua_pushboolean(L, 1);
  lua_setfield(L, -2, "__metatable");
  lua_pushvalue(L, keys);
  lua_pushcclosure(L, get_field, 1);
  lua_setfield(L, -2, "__index");
  lua_pushvalue(L, keys);
  lua_pushvalue(L, masks);
  lua_pushcclosure(L, set_field, 2);
  lua_setfield(L, -2, "__newindex");
  if (managed) {
    lua_pushcfunction(L, collect);
    lua_setfield(L, -2, "__gc");
  }
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &dl_kinds[kind]);
  lua_replace(L, keys);
  lua_settop(L, keys);
}

/* ---- making ---- */

dl_node *dl_push_node(lua_State *L, int kind, size_t size, int slots) {
  dl_node *node = lua_newuserdatauv(L, sizeof(dl_node) + size, slots);
  node->magic = &dl_magic;
  node->kind = kind;
  node->full = 0;
  node->depth = 0;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &dl_kinds[kind]);
  lua_setmetatable(L, -2);
  return node;
}

void dl_push_str(lua_State *L, int kind, const char *bytes, size_t length) {
  dl_push_node(L, kind, 0, 1);
  lua_pushlstring(L, bytes, length);
  lua_setiuservalue(L, -2, 1);
}

static int make_str(lua_State *L) {
  if (!lua_isstring(L, 1)) {
    lua_pushfstring(L, "Str: the text must be a string, got %s",
                    lua_isnone(L, 1) ? "nothing" : luaL_typename(L, 1));
    return fail(L);
  }
  lua_tolstring(L, 1, NULL);
  dl_push_node(L, (int)lua_tointeger(L, lua_upvalueindex(1)), 0, 1);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, 1);
  return 1;
}

void dl_push_str_constructor(lua_State *L, int kind) {
  lua_pushinteger(L, kind);
  lua_pushcclosure(L, make_str, 1);
}

void dl_push_shared(lua_State *L, int kind) {
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &dl_shared[kind]) != LUA_TNIL) return;
  lua_pop(L, 1);
  dl_push_node(L, kind, 0, 0);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &dl_shared[kind]);
}

/* ---- lists ---- */

void dl_define_list(lua_State *L, int list) { lua_rawsetp(L, LUA_REGISTRYINDEX, &dl_lists[list]); }

int dl_list_at(lua_State *L, int index) {
  if (!lua_getmetatable(L, index)) return -1;
  const void *meta = lua_topointer(L, -1);
  int found = -1;
  for (int list = 0; list < 3 && found < 0; list++) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &dl_lists[list]);
    if (lua_topointer(L, -1) == meta) found = list;
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  return found;
}
