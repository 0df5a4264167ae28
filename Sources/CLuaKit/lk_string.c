/* Strings (manual, section 6.4): all but patterns, formats and packing. */
#include "lk_internal.h"

void lk_add(luaL_Buffer *b, lk_host *host, const char *bytes, size_t length) {
  /* A buffer that must grow takes up to three times its size while it moves. */
  if (__builtin_expect(length > b->size - b->n, 0)) lk_need(b->L, host, 2 * (b->n + length));
  luaL_addlstring(b, bytes, length);
}

static int str_len(lua_State *L) {
  size_t length;
  luaL_checklstring(L, 1, &length);
  lua_pushinteger(L, (lua_Integer)length);
  return 1;
}

static int str_sub(lua_State *L) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  size_t from = lk_start(luaL_checkinteger(L, 2), length);
  size_t to = lk_end(luaL_optinteger(L, 3, -1), length);
  if (from > to) lua_pushliteral(L, "");
  else lua_pushlstring(L, s + from - 1, to - from + 1);
  return 1;
}

/* A new string of the same length, each byte changed by `change` or, without it, the order turned round. */
static int mapped(lua_State *L, char (*change)(char)) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  lk_need(L, lk_hostof(L), 2 * length);
  luaL_Buffer b;
  char *out = luaL_buffinitsize(L, &b, length);
  if (change != NULL) {
    for (size_t i = 0; i < length; i++) out[i] = change(s[i]);
  } else {
    for (size_t i = 0; i < length; i++) out[i] = s[length - 1 - i];
  }
  luaL_pushresultsize(&b, length);
  return 1;
}

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }
static char upper(char c) { return c >= 'a' && c <= 'z' ? (char)(c - 32) : c; }

static int str_lower(lua_State *L) { return mapped(L, lower); }
static int str_upper(lua_State *L) { return mapped(L, upper); }
static int str_reverse(lua_State *L) { return mapped(L, NULL); }

static int str_rep(lua_State *L) {
  size_t length, between;
  const char *s = luaL_checklstring(L, 1, &length);
  lua_Integer times = luaL_checkinteger(L, 2);
  const char *separator = luaL_optlstring(L, 3, "", &between);
  if (times <= 0 || length + between == 0) {
    lua_pushliteral(L, "");
    return 1;
  }
  if (length + between < length || length + between > (size_t)LUA_MAXINTEGER / (size_t)times) {
    return luaL_error(L, "resulting string too large");
  }
  size_t total = (size_t)times * length + (size_t)(times - 1) * between;
  lk_host *host = lk_hostof(L);
  lk_need(L, host, total > SIZE_MAX / 2 ? SIZE_MAX : 2 * total);
  luaL_Buffer b;
  char *out = luaL_buffinitsize(L, &b, total);
  if (length + between == 1) {
    memset(out, length == 1 ? s[0] : separator[0], total);
  } else {
    /* one unit, then what is there doubled */
    size_t unit = length + between, have = unit < total ? unit : total;
    memcpy(out, s, length);
    if (have > length) memcpy(out + length, separator, have - length);
    while (have < total) {
      size_t more = have < total - have ? have : total - have;
      memcpy(out + have, out, more);
      have += more;
    }
  }
  luaL_pushresultsize(&b, total);
  return 1;
}

static int str_byte(lua_State *L) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  lua_Integer first = luaL_optinteger(L, 2, 1);
  size_t from = lk_start(first, length);
  size_t to = lk_end(luaL_optinteger(L, 3, first), length);
  if (from > to) return 0;
  if (to - from >= (size_t)INT32_MAX) return luaL_error(L, "string slice too long");
  int n = (int)(to - from) + 1;
  luaL_checkstack(L, n, "string slice too long");
  for (int i = 0; i < n; i++) lua_pushinteger(L, (unsigned char)s[from - 1 + (size_t)i]);
  return n;
}

static int str_char(lua_State *L) {
  int n = lua_gettop(L);
  luaL_Buffer b;
  char *out = luaL_buffinitsize(L, &b, (size_t)n);
  for (int i = 1; i <= n; i++) {
    lua_Unsigned c = (lua_Unsigned)luaL_checkinteger(L, i);
    luaL_argcheck(L, c <= 255, i, "value out of range");
    out[i - 1] = (char)c;
  }
  luaL_pushresultsize(&b, (size_t)n);
  return 1;
}

/* ---- arithmetic on strings that are numbers (manual, section 3.4.3) ---- */

static bool push_number(lua_State *L, int index) {
  if (lua_type(L, index) == LUA_TNUMBER) {
    lua_pushvalue(L, index);
    return true;
  }
  size_t length;
  const char *text = lua_type(L, index) == LUA_TSTRING ? lua_tolstring(L, index, &length) : NULL;
  return text != NULL && lua_stringtonumber(L, text) == length + 1;
}

/* Upvalues: the operation and its event. */
static int arithmetic(lua_State *L) {
  lua_settop(L, 2);
  if (push_number(L, 1) && push_number(L, 2)) {
    lua_arith(L, (int)lua_tointeger(L, lua_upvalueindex(1)));
    return 1;
  }
  lua_settop(L, 2);
  const char *event = lua_tostring(L, lua_upvalueindex(2));
  if (lua_type(L, 2) == LUA_TSTRING || !luaL_getmetafield(L, 2, event)) {
    return luaL_error(L, "attempt to perform arithmetic on a %s value", luaL_typename(L, -2));
  }
  lua_insert(L, 1);
  lua_call(L, 2, 1);
  return 1;
}

static void push_string_metatable(lua_State *L) {
  static const struct {
    const char *name;
    int operation;
  } events[] = {{"__add", LUA_OPADD}, {"__sub", LUA_OPSUB}, {"__mul", LUA_OPMUL}, {"__mod", LUA_OPMOD},
                {"__pow", LUA_OPPOW}, {"__div", LUA_OPDIV}, {"__idiv", LUA_OPIDIV}, {"__unm", LUA_OPUNM}};
  lua_createtable(L, 0, 10);
  for (size_t i = 0; i < sizeof events / sizeof events[0]; i++) {
    lua_pushinteger(L, events[i].operation);
    lua_pushstring(L, events[i].name);
    lua_pushcclosure(L, arithmetic, 2);
    lua_setfield(L, -2, events[i].name);
  }
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
}

void lk_open_string(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"byte", str_byte}, {"char", str_char}, {"find", lk_str_find}, {"format", lk_str_format},
    {"gmatch", lk_str_gmatch}, {"gsub", lk_str_gsub}, {"len", str_len}, {"lower", str_lower},
    {"match", lk_str_match}, {"pack", lk_str_pack}, {"packsize", lk_str_packsize}, {"rep", str_rep},
    {"reverse", str_reverse}, {"sub", str_sub}, {"unpack", lk_str_unpack}, {"upper", str_upper}, {NULL, NULL}};
  lua_createtable(L, 0, 16);
  lk_register(L, functions);
  lua_pushliteral(L, "");
  push_string_metatable(L);
  lua_pushvalue(L, -3);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, -2);
  lua_pop(L, 1);
}
