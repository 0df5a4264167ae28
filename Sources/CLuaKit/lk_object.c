/* Swift functions, objects and errors as Lua values. */
#include "lk_internal.h"

#include <stdlib.h>

static char key_function_meta, key_error_meta;

void lk_release_objects(lk_host *host) {
  free(host->identities);
  for (int i = 0; i < host->type_count; i++) {
    if (host->types[i] != NULL) {
      free(host->types[i]->keys);
      free(host->types[i]->name);
    }
    free(host->types[i]);
  }
  free(host->types);
  free(host->sources);
  free(host->error_type);
}

/*
 * The block at `index` if it is one of ours, else NULL. Only C writes what a userdata holds, so the mark can't be
 * forged; and other userdata of the same size, which trusted scripts may get at, don't hold their host there.
 */
static inline lk_object *block_at(lua_State *L, int index, const lk_host *host) {
  lk_object *block = lua_touserdata(L, index);
  if (block == NULL || lua_rawlen(L, index) != sizeof *block || block->host != host) return NULL;
  return block;
}

/* ---- release ---- */

/* One for functions, objects and errors: each block begins with the pointer that it owns. */
static int release(lua_State *L) {
  void **block = lua_touserdata(L, 1);
  if (block != NULL && *block != NULL) {
    void *object = *block;
    *block = NULL;
    lk_hostof(L)->entries.release(object);
  }
  return 0;
}

/* Objects may be known by identity too. */
static int release_object(lua_State *L) {
  lk_object *block = block_at(L, 1, lk_hostof(L));
  if (block == NULL) return 0;
  if (block->number != 0) lk_forget_identity(L, block);
  return release(L);
}

/* ---- functions ---- */

static int call_swift(lua_State *L) {
  lk_host *host = lk_hostof(L);
  void **block = lua_touserdata(L, lua_upvalueindex(1));
  if (__builtin_expect((char *)__builtin_frame_address(0) < host->stack_floor, 0)) {
    lk_check_stack(L, host);
  }
  host->swift = 1;
  int code = host->entries.call(L, *block);
  host->swift = 0;
  lk_spend(L, host);
  return __builtin_expect(code >= 0, 1) ? code : lk_finish(L, code);
}

void lk_push_function(lua_State *L, void *function) {
  void **block = lua_newuserdatauv(L, sizeof(void *), 0);
  *block = NULL;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &key_function_meta);
  lua_setmetatable(L, -2);
  *block = function;
  lua_pushcclosure(L, call_swift, 1);
}

/* ---- keys ---- */

int lk_find_long_key(lua_State *L, const lk_type *type) {
  int id = LK_UNKNOWN_KEY;
  lua_rawgeti(L, LUA_REGISTRYINDEX, type->key_table);
  lua_pushvalue(L, 2);
  switch (lua_rawget(L, -2)) {
    case LUA_TNUMBER: id = (int)lua_tointeger(L, -1); break;
    case LUA_TFUNCTION: id = LK_METHOD; break;
    default: break;
  }
  lua_pop(L, 2);
  return id;
}

/* Whether the string at `index` is the only one of its text, so that its address stands for it. */
static bool is_interned(lua_State *L, int index) {
  size_t length;
  const char *text = lua_tolstring(L, index, &length);
  const void *address = lua_topointer(L, index);
  lua_pushlstring(L, text, length);
  bool same = address != NULL && lua_topointer(L, -1) == address;
  lua_pop(L, 1);
  return same;
}

/* Copies the table of keys at `index`, names to ids, to where C finds them. */
static void copy_keys(lua_State *L, int index, lk_type *type) {
  uint32_t count = 0;
  for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) count++;
  uint32_t size = 4;
  while (size < 2 * count + 1) size *= 2;
  type->mask = size - 1;
  type->keys = calloc(size, sizeof *type->keys);
  if (type->keys == NULL) lk_die("the machine has no memory left for Lua");
  for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) {
    if (!is_interned(L, -2)) {
      type->long_keys = true;
      continue;
    }
    const void *name = lua_topointer(L, -2);
    uint32_t i = lk_hash_name(name) & type->mask;
    while (type->keys[i].name != NULL) i = (i + 1) & type->mask;
    type->keys[i].name = name;
    type->keys[i].id = lua_isfunction(L, -1) ? LK_METHOD : (int32_t)lua_tointeger(L, -1);
  }
}

/* ---- objects ---- */

/* The block at index 1, which Lua itself passes; a trusted script with `debug` may pass what it likes. */
static inline lk_object *self(lua_State *L, const lk_host *host) {
  lk_object *block = block_at(L, 1, host);
  if (__builtin_expect(block == NULL || block->type == NULL || block->type->keys == NULL, 0)) {
    luaL_error(L, "not an object of the host");
  }
  return block;
}

static int object_get(lua_State *L) {
  lk_host *host = lk_hostof(L);
  lk_object *block = self(L, host);
  int id = lk_find_key(L, block->type);
  if (id == LK_METHOD) {
    lua_settop(L, 2);
    lua_rawget(L, lua_upvalueindex(1));
    return 1;
  }
  return lk_enter_swift(L, host, block->type, block->object, 0, id, host->entries.get);
}

int lk_get_item(lua_State *L, lua_Integer number) {
  lk_host *host = lk_hostof(L);
  lk_object *block = block_at(L, 1, host);
  if (block == NULL || block->type == NULL || block->type->keys == NULL) return -1;
  lua_settop(L, 1);
  lua_pushinteger(L, number);
  int count = lk_enter_swift(L, host, block->type, block->object, 0, LK_UNKNOWN_KEY, host->entries.get);
  int first = lua_gettop(L) - count + 1;
  if (count == 1 && first == 3) return lua_isnil(L, 3) ? 1 : 2;
  /* Swift left more on the stack, or less. */
  lua_pushinteger(L, number);
  if (count == 0) lua_pushnil(L);
  else lua_pushvalue(L, first);
  return lua_isnil(L, -1) ? 1 : 2;
}

static int object_set(lua_State *L) {
  lk_host *host = lk_hostof(L);
  lk_object *block = self(L, host);
  int id = lk_find_key(L, block->type);
  return lk_enter_swift(L, host, block->type, block->object, 0, id < 0 ? LK_UNKNOWN_KEY : id, host->entries.set);
}

int lk_enter_event(lua_State *L, lk_host *host, void *swift, int event) {
  if (__builtin_expect((char *)__builtin_frame_address(0) < host->stack_floor, 0)) {
    lk_check_stack(L, host);
  }
  host->swift = 1;
  int code = host->entries.event(L, swift, event);
  host->swift = 0;
  lk_spend(L, host);
  return __builtin_expect(code >= 0, 1) ? code : lk_finish(L, code);
}

/* Either operand may be ours; Swift sorts them out. */
static int object_event(lua_State *L) {
  void *swift = lua_touserdata(L, lua_upvalueindex(1));
  return lk_enter_event(L, lk_hostof(L), swift, (int)lua_tointeger(L, lua_upvalueindex(2)));
}

lk_type *lk_make_type(lua_State *L, int number, void *swift, const char *name) {
  lk_host *host = lk_hostof(L);
  lk_type *type = calloc(1, sizeof *type);
  if (number >= host->type_count) {
    int count = 2 * number + 16;
    host->types = realloc(host->types, (size_t)count * sizeof *host->types);
    if (host->types == NULL) lk_die("the machine has no memory left for Lua");
    memset(host->types + host->type_count, 0, (size_t)(count - host->type_count) * sizeof *host->types);
    host->type_count = count;
  }
  if (type == NULL || (type->name = strdup(name)) == NULL) lk_die("the machine has no memory left for Lua");
  host->types[number] = type;
  type->swift = swift;
  copy_keys(L, lua_gettop(L), type);
  lua_pushvalue(L, -1);
  type->key_table = luaL_ref(L, LUA_REGISTRYINDEX);
  return type;
}

lk_type *lk_push_type(lua_State *L, int number, void *swift, const char *name) {
  int keys = lua_gettop(L);
  lk_type *type = lk_make_type(L, number, swift, name);
  lua_createtable(L, 0, 8);
  lua_pushvalue(L, -1);
  type->metatable = luaL_ref(L, LUA_REGISTRYINDEX);
  lua_pushstring(L, name);
  lua_setfield(L, -2, "__name");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushcfunction(L, release_object);
  lua_setfield(L, -2, "__gc");
  lua_pushvalue(L, keys);
  lua_pushcclosure(L, object_get, 1);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, object_set);
  lua_setfield(L, -2, "__newindex");
  lua_remove(L, keys);
  return type;
}

void lk_set_metamethod(lua_State *L, void *swift, const char *name, int event) {
  lua_pushlightuserdata(L, swift);
  lua_pushinteger(L, event);
  lua_pushcclosure(L, object_event, 2);
  lua_setfield(L, -2, name);
}

void lk_push_object(lua_State *L, void *object, lk_type *type) {
  lk_object *block = lua_newuserdatauv(L, sizeof *block, 0);
  *block = (lk_object){NULL, lk_hostof(L), type, 0};
  lua_rawgeti(L, LUA_REGISTRYINDEX, type->metatable);
  lua_setmetatable(L, -2);
  block->object = object;
}

void *lk_object_at(lua_State *L, int index, void *swift) {
  lk_object *block = block_at(L, index, lk_hostof(L));
  if (block == NULL || block->type == NULL || block->type->swift != swift) return NULL;
  return block->object;
}

/* ---- errors ---- */

void *lk_swift_error_at(lua_State *L, int index) {
  lk_host *host = lk_hostof(L);
  lk_object *block = block_at(L, index, host);
  return block != NULL && block->type == host->error_type ? block->object : NULL;
}

static int error_tostring(lua_State *L) {
  void *box = lk_swift_error_at(L, 1);
  if (box == NULL) return luaL_error(L, "not an error of the host");
  lk_host *host = lk_hostof(L);
  host->swift++;
  host->entries.describe(L, box);
  host->swift--;
  if (lua_getiuservalue(L, 1, 1) == LUA_TSTRING) {
    lua_insert(L, -2);
    lua_concat(L, 2);
  } else {
    lua_pop(L, 1);
  }
  return 1;
}

/* error.message is what tostring(error) says; nothing else can be read. */
static int error_index(lua_State *L) {
  const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : NULL;
  if (key != NULL && strcmp(key, "message") == 0) return error_tostring(L);
  lua_pushnil(L);
  return 1;
}

static int error_concat(lua_State *L) {
  lk_tolstring(L, 1, NULL);
  lk_tolstring(L, 2, NULL);
  lua_concat(L, 2);
  return 1;
}

void lk_push_swift_error(lua_State *L, void *box) {
  lk_host *host = lk_hostof(L);
  lk_object *block = lua_newuserdatauv(L, sizeof *block, 1);
  *block = (lk_object){NULL, host, host->error_type, 0};
  lua_rawgetp(L, LUA_REGISTRYINDEX, &key_error_meta);
  lua_setmetatable(L, -2);
  block->object = box;
  lk_push_place(L);
  lua_setiuservalue(L, -2, 1);
}

/* ---- preparation ---- */

static void push_gc_metatable(lua_State *L) {
  lua_createtable(L, 0, 6);
  lua_pushcfunction(L, release);
  lua_setfield(L, -2, "__gc");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
}

void lk_prepare_objects(lua_State *L, lk_host *host) {
  push_gc_metatable(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &key_function_meta);

  push_gc_metatable(L);
  host->error_type = calloc(1, sizeof *host->error_type);
  if (host->error_type == NULL) lk_die("the machine has no memory left for Lua");
  lua_pushliteral(L, "error");
  lua_setfield(L, -2, "__name");
  lua_pushcfunction(L, error_tostring);
  lua_setfield(L, -2, "__tostring");
  lua_pushcfunction(L, error_index);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, error_concat);
  lua_setfield(L, -2, "__concat");
  lua_rawsetp(L, LUA_REGISTRYINDEX, &key_error_meta);

  lk_prepare_identities(L);
}
