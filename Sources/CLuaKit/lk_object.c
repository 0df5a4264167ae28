/* Swift functions, objects and errors as Lua values. */
#include "lk_internal.h"

#include <stdlib.h>

static char key_identities, key_function_meta, key_error_meta;

/* ---- identity ---- */

/*
 * The same Swift object is the same userdata. A weak table holds the userdata by slot, and a hash table outside of Lua
 * finds an object's slot. Keys that are addresses of Swift objects, which differ from run to run, thus never reach
 * Lua's memory, where they would change when tables grow and so where later objects lie.
 */
struct lk_identity {
  const void *object; /* NULL: never used; &removed: was used */
  int slot;
};

static const char removed;

static uint32_t hash_address(const void *object) {
  uint64_t h = (uint64_t)(uintptr_t)object * 0x9E3779B97F4A7C15ull;
  return (uint32_t)(h >> 32);
}

/* The entry of an object, or the one where it should go. */
static struct lk_identity *find_identity(lk_host *host, const void *object) {
  uint32_t mask = host->identity_size - 1;
  struct lk_identity *gap = NULL;
  for (uint32_t i = hash_address(object) & mask;; i = (i + 1) & mask) {
    struct lk_identity *entry = &host->identities[i];
    if (entry->object == object) return entry;
    if (entry->object == &removed && gap == NULL) gap = entry;
    if (entry->object == NULL) return gap != NULL ? gap : entry;
  }
}

static void grow_identities(lk_host *host) {
  uint32_t old_size = host->identity_size;
  struct lk_identity *old = host->identities;
  uint32_t size = 64;
  while (size < host->identity_count * 4) size *= 2;
  host->identities = calloc(size, sizeof *old);
  if (host->identities == NULL) lk_die("the machine has no memory left for Lua");
  host->identity_size = size;
  host->identity_used = host->identity_count;
  for (uint32_t i = 0; i < old_size; i++) {
    if (old[i].object != NULL && old[i].object != &removed) *find_identity(host, old[i].object) = old[i];
  }
  free(old);
}

bool lk_push_cached(lua_State *L, const void *object) {
  lk_host *host = lk_hostof(L);
  if (host->identity_count == 0) return false;
  struct lk_identity *entry = find_identity(host, object);
  if (entry->object != object) return false;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &key_identities);
  int type = lua_rawgeti(L, -1, entry->slot);
  if (type != LUA_TUSERDATA) {
    /* collected, but not released yet */
    lua_pop(L, 2);
    return false;
  }
  lua_remove(L, -2);
  return true;
}

void lk_cache_object(lua_State *L, const void *object) {
  lk_host *host = lk_hostof(L);
  lk_object *block = lua_touserdata(L, -1);
  if ((host->identity_used + 1) * 2 > host->identity_size) grow_identities(host);
  struct lk_identity *entry = find_identity(host, object);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &key_identities);
  if (entry->object != object) {
    if (entry->object == NULL) host->identity_used++;
    host->identity_count++;
    entry->object = object;
  }
  /* Free slots are chained through the table itself: each holds the number of the next. */
  if (host->identity_free != 0) {
    block->slot = host->identity_free;
    lua_rawgeti(L, -1, block->slot);
    host->identity_free = (int)lua_tointeger(L, -1);
    lua_pop(L, 1);
  } else {
    block->slot = ++host->identity_slots;
  }
  entry->slot = block->slot;
  lua_pushvalue(L, -2);
  lua_rawseti(L, -2, block->slot);
  lua_pop(L, 1);
}

static void forget_identity(lua_State *L, lk_object *block) {
  lk_host *host = lk_hostof(L);
  if (host->identity_size > 0) {
    struct lk_identity *entry = find_identity(host, block->object);
    if (entry->object == block->object && entry->slot == block->slot) {
      entry->object = &removed;
      host->identity_count--;
    }
  }
  if (!host->closing) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &key_identities);
    lua_pushinteger(L, host->identity_free);
    lua_rawseti(L, -2, block->slot);
    lua_pop(L, 1);
    host->identity_free = block->slot;
  }
  block->slot = 0;
}

void lk_release_objects(lk_host *host) { free(host->identities); }

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
  lk_object *block = lua_touserdata(L, 1);
  if (block != NULL && block->slot != 0) forget_identity(L, block);
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

/* ---- objects ---- */

static int ask(lua_State *L, void *object, void *type, lk_request request, int id) {
  lk_host *host = lk_hostof(L);
  if (__builtin_expect((char *)__builtin_frame_address(0) < host->stack_floor, 0)) {
    lk_check_stack(L, host);
  }
  host->swift = 1;
  int code = host->entries.ask(L, type, object, request, id);
  host->swift = 0;
  lk_spend(L, host);
  return __builtin_expect(code >= 0, 1) ? code : lk_finish(L, code);
}

/* The object at argument 1, whose metatable must be upvalue 3. */
static lk_object *self(lua_State *L) {
  lk_object *object = lua_touserdata(L, 1);
  if (object == NULL || !lua_getmetatable(L, 1)) luaL_error(L, "not an object of the host");
  bool same = lua_topointer(L, -1) == lua_topointer(L, lua_upvalueindex(3));
  lua_pop(L, 1);
  if (!same) luaL_error(L, "an object of another type");
  if (object->object == NULL) luaL_error(L, "an object that was already released");
  return object;
}

static int object_get(lua_State *L) {
  lk_object *object = self(L);
  lua_settop(L, 2);
  lua_pushvalue(L, 2);
  int id = LK_UNKNOWN_KEY;
  switch (lua_rawget(L, lua_upvalueindex(1))) {
    case LUA_TNUMBER: id = (int)lua_tointeger(L, -1); break;
    case LUA_TFUNCTION: return 1;
    default: break;
  }
  lua_settop(L, 2);
  return ask(L, object->object, object->type, LK_GET, id);
}

static int object_set(lua_State *L) {
  lk_object *object = self(L);
  lua_settop(L, 3);
  lua_pushvalue(L, 2);
  int id = LK_UNKNOWN_KEY;
  if (lua_rawget(L, lua_upvalueindex(1)) == LUA_TNUMBER) id = (int)lua_tointeger(L, -1);
  lua_settop(L, 3);
  return ask(L, object->object, object->type, LK_SET, id);
}

/* Either operand may be ours; Swift sorts them out. */
static int object_event(lua_State *L) {
  void *type = lua_touserdata(L, lua_upvalueindex(1));
  int event = (int)lua_tointeger(L, lua_upvalueindex(2));
  return ask(L, NULL, type, LK_METAMETHOD, event);
}

void lk_push_metatable(lua_State *L, void *type, const char *name) {
  int keys = lua_gettop(L);
  lua_createtable(L, 0, 8);
  int meta = keys + 1;
  lua_pushstring(L, name);
  lua_setfield(L, meta, "__name");
  lua_pushboolean(L, 0);
  lua_setfield(L, meta, "__metatable");
  lua_pushcfunction(L, release_object);
  lua_setfield(L, meta, "__gc");
  lua_CFunction functions[] = {object_get, object_set};
  const char *names[] = {"__index", "__newindex"};
  for (int i = 0; i < 2; i++) {
    lua_pushvalue(L, keys);
    lua_pushlightuserdata(L, type);
    lua_pushvalue(L, meta);
    lua_pushcclosure(L, functions[i], 3);
    lua_setfield(L, meta, names[i]);
  }
}

void lk_set_metamethod(lua_State *L, void *type, const char *name, int event) {
  lua_pushlightuserdata(L, type);
  lua_pushinteger(L, event);
  lua_pushcclosure(L, object_event, 2);
  lua_setfield(L, -2, name);
}

void lk_push_object(lua_State *L, void *object, void *type, int uservalues) {
  lk_object *block = lua_newuserdatauv(L, sizeof *block, uservalues);
  block->object = NULL;
  block->type = type;
  block->slot = 0;
  lua_insert(L, -2);
  lua_setmetatable(L, -2);
  block->object = object;
}

void *lk_object_at(lua_State *L, int index, const void *metatable) {
  lk_object *block = lua_touserdata(L, index);
  if (block == NULL || !lua_getmetatable(L, index)) return NULL;
  bool same = lua_topointer(L, -1) == metatable;
  lua_pop(L, 1);
  return same ? block->object : NULL;
}

/* ---- errors ---- */

void *lk_swift_error_at(lua_State *L, int index) {
  return lk_object_at(L, index, lk_hostof(L)->error_meta);
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
  lk_object *block = lua_newuserdatauv(L, sizeof *block, 1);
  block->object = NULL;
  block->type = NULL;
  block->slot = 0;
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
  host->error_meta = lua_topointer(L, -1);
  lua_pushliteral(L, "error");
  lua_setfield(L, -2, "__name");
  lua_pushcfunction(L, error_tostring);
  lua_setfield(L, -2, "__tostring");
  lua_pushcfunction(L, error_index);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, error_concat);
  lua_setfield(L, -2, "__concat");
  lua_rawsetp(L, LUA_REGISTRYINDEX, &key_error_meta);

  lua_createtable(L, 0, 0);
  lua_createtable(L, 0, 1);
  lua_pushliteral(L, "v");
  lua_setfield(L, -2, "__mode");
  lua_setmetatable(L, -2);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &key_identities);
}
