/* The library of a sandboxed state, built up from nothing. */
#include "lk_internal.h"

void lk_open_sandbox(lua_State *L) {
  static const struct {
    const char *name;
    void (*open)(lua_State *L);
  } parts[] = {{"coroutine", lk_open_coroutine}, {"math", lk_open_math}, {"os", lk_open_os},
               {"string", lk_open_string}, {"table", lk_open_table}, {"utf8", lk_open_utf8}};
  lua_createtable(L, 0, 48);
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
    parts[i].open(L);
    lua_setfield(L, -2, parts[i].name);
  }
  lk_open_base(L);
  lua_pushvalue(L, -1);
  lua_setfield(L, -2, "_G");
  lua_pushliteral(L, LUA_VERSION);
  lua_setfield(L, -2, "_VERSION");
  lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  lk_open_caller(L);
}
