/* The library of a sandboxed state, built up from nothing. */
#include "lk_internal.h"

typedef struct {
  const char *name;
  const char *const *functions;
} lk_part;

/* Copies the named functions of the table on top into the table under it. */
static void take(lua_State *L, const char *const *names) {
  for (; *names != NULL; names++) {
    lua_getfield(L, -1, *names);
    lua_setfield(L, -3, *names);
  }
}

void lk_open_sandbox(lua_State *L) {
  static const char *const base[] = {
    "assert", "error", "getmetatable", "ipairs", "load", "next", "pairs", "pcall", "rawequal", "rawget", "rawlen",
    "rawset", "select", "setmetatable", "tonumber", "tostring", "type", "xpcall", NULL};
  static const char *const coroutine[] = {
    "create", "isyieldable", "resume", "running", "status", "wrap", "yield", NULL};
  static const char *const string[] = {
    "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "pack", "packsize", "rep", "reverse",
    "sub", "unpack", "upper", NULL};
  static const char *const table[] = {"concat", "insert", "move", "pack", "remove", "sort", "unpack", NULL};
  static const char *const math[] = {
    "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger",
    "min", "mininteger", "modf", "pi", "rad", "random", "sin", "sqrt", "tan", "tointeger", "type", "ult", NULL};
  static const char *const utf8[] = {"char", "charpattern", "codepoint", "codes", "len", "offset", NULL};
  static const char *const os[] = {"clock", "date", "difftime", "time", NULL};
  static const struct {
    const char *name;
    lua_CFunction open;
    const char *const *functions;
  } parts[] = {
    {"coroutine", luaopen_coroutine, coroutine}, {"string", luaopen_string, string},
    {"table", luaopen_table, table}, {"math", luaopen_math, math}, {"utf8", luaopen_utf8, utf8}, {"os", luaopen_os, os}};
  lua_State *scratch = L;
  lua_createtable(L, 0, 40); /* the new globals */
  lua_pushcfunction(scratch, luaopen_base);
  lua_call(scratch, 0, 1);
  take(L, base);
  lua_pop(L, 1);
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
    lua_createtable(L, 0, 20);
    lua_pushcfunction(L, parts[i].open);
    lua_call(L, 0, 1);
    take(L, parts[i].functions);
    lua_pop(L, 1);
    lua_setfield(L, -2, parts[i].name);
  }
  /* strings index the new string table */
  lua_pushliteral(L, "");
  if (lua_getmetatable(L, -1)) {
    lua_getfield(L, -3, "string");
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  lua_pushvalue(L, -1);
  lua_setfield(L, -2, "_G");
  lua_pushliteral(L, LUA_VERSION);
  lua_setfield(L, -2, "_VERSION");
  lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}
