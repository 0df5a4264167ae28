/* sorted(table): as pairs, in the order of the keys. */
#include "lk_internal.h"

/* The rank of a type in the order of keys: booleans, numbers, strings, then the rest. */
static int rank(int type) {
  switch (type) {
    case LUA_TBOOLEAN: return 0;
    case LUA_TNUMBER: return 1;
    case LUA_TSTRING: return 2;
    default: return 3;
  }
}

/* The order of keys: by type, then by value; the rest as they came. */
static int key_less(lua_State *L) {
  int a = lua_type(L, 1), b = lua_type(L, 2);
  bool less = false;
  if (rank(a) != rank(b)) less = rank(a) < rank(b);
  else if (a == LUA_TNUMBER || a == LUA_TSTRING) less = lua_compare(L, 1, 2, LUA_OPLT);
  else if (a == LUA_TBOOLEAN) less = !lua_toboolean(L, 1) && lua_toboolean(L, 2);
  lua_pushboolean(L, less);
  return 1;
}

/* Upvalues: the table, its keys in order, how many were given. */
static int sorted_next(lua_State *L) {
  lua_Integer i = lua_tointeger(L, lua_upvalueindex(3)) + 1;
  lua_pushinteger(L, i);
  lua_replace(L, lua_upvalueindex(3));
  lua_settop(L, 0);
  if (lua_rawgeti(L, lua_upvalueindex(2), i) == LUA_TNIL) return 1;
  lua_pushvalue(L, 1);
  lua_gettable(L, lua_upvalueindex(1));
  return 2;
}

/* sorted(table [, less]): iterates over all pairs in the order of the keys. Honours __pairs. */
int lk_sorted(lua_State *L) {
  lk_host *host = lk_hostof(L);
  luaL_checkany(L, 1);
  lua_settop(L, 2);
  if (!lua_isnil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_createtable(L, 0, 0); /* 3: keys */
  lua_Integer n = 0;
  if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
    lua_pushvalue(L, 1);
    lua_call(L, 1, 3); /* 4, 5, 6: iterator, state, control */
    for (;;) {
      lk_spend(L, host);
      lua_pushvalue(L, 4);
      lua_pushvalue(L, 5);
      lua_pushvalue(L, 6);
      lua_call(L, 2, 1);
      if (lua_isnil(L, -1)) break;
      lua_copy(L, -1, 6);
      lua_rawseti(L, 3, ++n);
    }
    lua_settop(L, 3);
  } else {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_pushnil(L);
    while (lua_next(L, 1)) {
      lk_spend(L, host);
      lua_pop(L, 1);
      lua_pushvalue(L, -1);
      lua_rawseti(L, 3, ++n);
    }
  }
  lua_pushvalue(L, lua_upvalueindex(1)); /* table.sort */
  lua_pushvalue(L, 3);
  if (lua_isnil(L, 2)) lua_pushcfunction(L, key_less);
  else lua_pushvalue(L, 2);
  lua_call(L, 2, 0);
  lua_pushvalue(L, 1);
  lua_pushvalue(L, 3);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, sorted_next, 3);
  return 1;
}
