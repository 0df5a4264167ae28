/* Swift functions, objects and errors as Lua values. */
#include "lk_internal.h"

char lk_key_cache;
static char key_function_meta, key_error_meta;

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

/* ---- functions ---- */

static int call_swift(lua_State *L) {
  lk_host *host = lk_hostof(L);
  void **block = lua_touserdata(L, lua_upvalueindex(1));
  if (__builtin_expect((char *)__builtin_frame_address(0) < host->stack_floor, 0)) {
    lk_check_stack(L, host);
  }
  host->swift++;
  int code = host->entries.call(L, *block);
  host->swift--;
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
  host->swift++;
  int code = host->entries.ask(L, type, object, request, id);
  host->swift--;
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
  lua_pushcfunction(L, release);
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

/* ---- identity ---- */

bool lk_push_cached(lua_State *L, const void *object) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &lk_key_cache);
  int type = lua_rawgetp(L, -1, object);
  if (type == LUA_TNIL) {
    lua_pop(L, 2);
    return false;
  }
  lua_remove(L, -2);
  return true;
}

void lk_cache_object(lua_State *L, const void *object) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &lk_key_cache);
  lua_pushvalue(L, -2);
  lua_rawsetp(L, -2, object);
  lua_pop(L, 1);
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
  luaL_tolstring(L, 1, NULL);
  luaL_tolstring(L, 2, NULL);
  lua_concat(L, 2);
  return 1;
}

void lk_push_swift_error(lua_State *L, void *box) {
  lk_object *block = lua_newuserdatauv(L, sizeof *block, 1);
  block->object = NULL;
  block->type = NULL;
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
  lua_rawsetp(L, LUA_REGISTRYINDEX, &lk_key_cache);
}
