/* The basic functions (manual, section 6.1), as far as a sandbox has them, and `sorted`. */
#include "lk_internal.h"

#include <stdio.h>

/* ---- text of values ---- */

uint32_t lk_address(lua_State *L, int index) {
  if (lua_type(L, index) == LUA_TSTRING) {
    /* by content: a long string has no address that repeats */
    size_t length;
    const char *bytes = lua_tolstring(L, index, &length);
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)bytes[i]) * 16777619u;
    return hash & ~7u;
  }
  return (uint32_t)(uintptr_t)lua_topointer(L, index);
}

const char *lk_tolstring(lua_State *L, int index, size_t *length) {
  index = lua_absindex(L, index);
  if (luaL_callmeta(L, index, "__tostring")) {
    if (!lua_isstring(L, -1)) luaL_error(L, "'__tostring' must return a string");
    return lua_tolstring(L, -1, length);
  }
  switch (lua_type(L, index)) {
    case LUA_TNUMBER:
      if (lua_isinteger(L, index)) lua_pushfstring(L, "%I", (LUAI_UACINT)lua_tointeger(L, index));
      else lua_pushfstring(L, "%f", (LUAI_UACNUMBER)lua_tonumber(L, index));
      break;
    case LUA_TSTRING: lua_pushvalue(L, index); break;
    case LUA_TBOOLEAN: lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false"); break;
    case LUA_TNIL: lua_pushliteral(L, "nil"); break;
    default: {
      int type = luaL_getmetafield(L, index, "__name");
      const char *kind = type == LUA_TSTRING ? lua_tostring(L, -1) : luaL_typename(L, index);
      char address[16];
      snprintf(address, sizeof address, "0x%08x", lk_address(L, index));
      lua_pushfstring(L, "%s: %s", kind, address);
      if (type != LUA_TNIL) lua_remove(L, -2);
      break;
    }
  }
  return lua_tolstring(L, -1, length);
}

static int base_tostring(lua_State *L) {
  luaL_checkany(L, 1);
  lk_tolstring(L, 1, NULL);
  return 1;
}

/* Writes the text on top at once, as much of it as the limit allows. */
static int emit(lua_State *L, lk_host *host) {
  size_t length;
  const char *text = lua_tolstring(L, -1, &length);
  bool over = length > host->output_left;
  if (over) length = host->output_left;
  host->swift++;
  host->entries.print(host->owner, text, length);
  host->swift--;
  if (host->output_left != SIZE_MAX) host->output_left -= length;
  if (over) return lk_trip_now(L, host, LK_TRIP_OUTPUT);
  lk_spend(L, host);
  return 0;
}

/* Writes all arguments: as `tostring` gives them, with tabs between and a line's end after; or plain, texts and numbers
   alone. */
static int write_arguments(lua_State *L, bool plain) {
  lk_host *host = lk_hostof(L);
  int n = lua_gettop(L);
  luaL_checkstack(L, 10, NULL);
  luaL_Buffer b;
  luaL_buffinit(L, &b);
  for (int i = 1; i <= n; i++) {
    size_t length;
    if (plain) {
      luaL_checklstring(L, i, &length);
      lua_pushvalue(L, i);
    } else {
      if (i > 1) luaL_addchar(&b, '\t');
      lk_tolstring(L, i, &length);
    }
    if (length > b.size - b.n) lk_need(L, host, 2 * (b.n + length));
    luaL_addvalue(&b);
  }
  if (!plain) luaL_addchar(&b, '\n');
  luaL_pushresult(&b);
  return emit(L, host);
}

static int base_print(lua_State *L) { return write_arguments(L, false); }

static int base_write(lua_State *L) { return write_arguments(L, true); }

void lk_push_write(lua_State *L) { lua_pushcfunction(L, base_write); }

/* ---- tables ---- */

static int base_next(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 2);
  if (lua_next(L, 1)) return 2;
  lua_pushnil(L);
  return 1;
}

static int pairs_ready(lua_State *L, int status, lua_KContext context) {
  (void)L;
  (void)status;
  (void)context;
  return 3;
}

static int base_pairs(lua_State *L) {
  luaL_checkany(L, 1);
  if (luaL_getmetafield(L, 1, "__pairs") == LUA_TNIL) {
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_pushvalue(L, 1);
    lua_pushnil(L);
    return 3;
  }
  lua_pushvalue(L, 1);
  lua_callk(L, 1, 3, 0, pairs_ready);
  return 3;
}

static int ipairs_next(lua_State *L) {
  lua_Integer i = luaL_checkinteger(L, 2);
  i = (lua_Integer)((lua_Unsigned)i + 1);
  int count = lk_get_item(L, i);
  if (count > 0) return count;
  lua_pushinteger(L, i);
  return lua_geti(L, 1, i) == LUA_TNIL ? 1 : 2;
}

static int base_ipairs(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

static int base_getmetatable(lua_State *L) {
  luaL_checkany(L, 1);
  if (!lua_getmetatable(L, 1)) {
    lua_pushnil(L);
    return 1;
  }
  luaL_getmetafield(L, 1, "__metatable"); /* if there is one, on top of the metatable */
  return 1;
}

static int base_setmetatable(lua_State *L) {
  int type = lua_type(L, 2);
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_argexpected(L, type == LUA_TNIL || type == LUA_TTABLE, 2, "nil or table");
  if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL) return luaL_error(L, "cannot change a protected metatable");
  if (type == LUA_TTABLE) {
    lua_pushliteral(L, "__gc");
    if (lua_rawget(L, 2) != LUA_TNIL) {
      return luaL_error(L, "a metatable with '__gc' isn't allowed here: nothing may run when garbage is collected; "
                           "use a variable with '<close>'");
    }
  }
  lua_settop(L, 2);
  lua_setmetatable(L, 1);
  return 1;
}

static int base_rawequal(lua_State *L) {
  luaL_checkany(L, 1);
  luaL_checkany(L, 2);
  lua_pushboolean(L, lua_rawequal(L, 1, 2));
  return 1;
}

static int base_rawlen(lua_State *L) {
  int type = lua_type(L, 1);
  luaL_argexpected(L, type == LUA_TTABLE || type == LUA_TSTRING, 1, "table or string");
  lua_pushinteger(L, (lua_Integer)lua_rawlen(L, 1));
  return 1;
}

static int base_rawget(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checkany(L, 2);
  lua_settop(L, 2);
  lua_rawget(L, 1);
  return 1;
}

static int base_rawset(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checkany(L, 2);
  luaL_checkany(L, 3);
  lua_settop(L, 3);
  lua_rawset(L, 1);
  return 1;
}

static int base_select(lua_State *L) {
  int n = lua_gettop(L);
  if (lua_type(L, 1) == LUA_TSTRING && *lua_tostring(L, 1) == '#') {
    lua_pushinteger(L, n - 1);
    return 1;
  }
  lua_Integer i = luaL_checkinteger(L, 1);
  if (i < 0) i += n;
  else if (i > n) i = n;
  luaL_argcheck(L, i >= 1, 1, "index out of range");
  return n - (int)i;
}

/* ---- numbers ---- */

static int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static int base_tonumber(lua_State *L) {
  if (lua_isnoneornil(L, 2)) {
    if (lua_type(L, 1) == LUA_TNUMBER) {
      lua_settop(L, 1);
      return 1;
    }
    size_t length;
    const char *text = lua_type(L, 1) == LUA_TSTRING ? lua_tolstring(L, 1, &length) : NULL;
    if (text != NULL && lua_stringtonumber(L, text) == length + 1) return 1;
    luaL_checkany(L, 1);
    lua_pushnil(L);
    return 1;
  }
  lua_Integer base = luaL_checkinteger(L, 2);
  luaL_checktype(L, 1, LUA_TSTRING);
  luaL_argcheck(L, base >= 2 && base <= 36, 2, "base out of range");
  size_t length;
  const char *text = lua_tolstring(L, 1, &length), *end = text + length;
  while (text < end && is_space(*text)) text++;
  bool negative = text < end && *text == '-';
  if (text < end && (*text == '-' || *text == '+')) text++;
  lua_Unsigned n = 0;
  bool any = false;
  for (; text < end && digit_of(*text) < base; text++) {
    n = n * (lua_Unsigned)base + (lua_Unsigned)digit_of(*text);
    any = true;
  }
  while (text < end && is_space(*text)) text++;
  if (!any || text != end) {
    lua_pushnil(L);
    return 1;
  }
  lua_pushinteger(L, (lua_Integer)(negative ? 0u - n : n));
  return 1;
}

static int base_type(lua_State *L) {
  int type = lua_type(L, 1);
  luaL_argcheck(L, type != LUA_TNONE, 1, "value expected");
  lua_pushstring(L, lua_typename(L, type));
  return 1;
}

/* ---- errors ---- */

static int base_assert(lua_State *L) {
  if (lua_toboolean(L, 1)) return lua_gettop(L);
  luaL_checkany(L, 1);
  if (lua_gettop(L) == 1) return luaL_error(L, "assertion failed!");
  lua_settop(L, 2);
  return lua_error(L);
}

static int base_error(lua_State *L) {
  int level = (int)luaL_optinteger(L, 2, 1);
  lua_settop(L, 1);
  if (lua_type(L, 1) == LUA_TSTRING && level > 0) {
    luaL_where(L, level);
    lua_pushvalue(L, 1);
    lua_concat(L, 2);
  }
  return lua_error(L);
}

/* The end of a protected call: an error of a limit goes on, whatever the script thinks of it. */
static int protected_end(lua_State *L, int status, lua_KContext extra) {
  lk_host *host = lk_hostof(L);
  lk_spend(L, host);
  if (status != LUA_OK && status != LUA_YIELD) {
    lua_pushboolean(L, 0);
    lua_insert(L, -2);
    return 2;
  }
  return lua_gettop(L) - (int)extra;
}

/* The same where the call yielded in between. */
static int protected_continuation(lua_State *L, int status, lua_KContext extra) {
  lk_hostof(L)->error_recorded = false;
  return protected_end(L, status, extra);
}

/* Whoever catches an error leaves the record of errors as it was: an earlier one may be on its way, with this call in the
   handler of a variable that it closes. */
static int base_pcall(lua_State *L) {
  lk_host *host = lk_hostof(L);
  bool recorded = host->error_recorded;
  luaL_checkany(L, 1);
  lk_check_stack(L, host);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  int status = lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 0, 0, protected_continuation);
  host->error_recorded = recorded;
  return protected_end(L, status, 0);
}

/* The author's message handler, kept from the errors of limits: while the hook raises one, no hook runs, so the
   handler could go on for ever. */
static int guarded_handler(lua_State *L) {
  lk_host *host = lk_hostof(L);
  if (host->tripped != LK_TRIP_NONE) return 1;
  lk_check_stack(L, host);
  lua_settop(L, 1);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, 1, 1);
  return 1;
}

static int base_xpcall(lua_State *L) {
  lk_host *host = lk_hostof(L);
  bool recorded = host->error_recorded;
  int n = lua_gettop(L);
  luaL_checktype(L, 2, LUA_TFUNCTION);
  lk_check_stack(L, host);
  lua_pushvalue(L, 2);
  lua_pushcclosure(L, guarded_handler, 1);
  lua_replace(L, 2);
  lua_pushboolean(L, 1);
  lua_pushvalue(L, 1);
  lua_rotate(L, 3, 2);
  int status = lua_pcallk(L, n - 2, LUA_MULTRET, 2, 2, protected_continuation);
  host->error_recorded = recorded;
  return protected_end(L, status, 2);
}

static int base_warn(lua_State *L) {
  luaL_checkstring(L, 1);
  return 0;
}

/* ---- load ---- */

typedef struct {
  const char *text;
  size_t left;
} source;

static const char *next_piece(lua_State *L, void *data, size_t *size) {
  source *from = data;
  lk_host *host = lk_hostof(L);
  lk_spend(L, host);
  if (from->text != NULL) {
    const char *piece = from->text;
    *size = from->left < 4096 ? from->left : 4096;
    from->text += *size;
    from->left -= *size;
    return *size > 0 ? piece : NULL;
  }
  /* from a function, at stack index 1; the piece is kept at index 5 */
  luaL_checkstack(L, 2, "too many nested functions");
  lua_pushvalue(L, 1);
  lua_call(L, 0, 1);
  lk_spend(L, host);
  if (lua_isnil(L, -1)) {
    lua_pop(L, 1);
    *size = 0;
    return NULL;
  }
  if (!lua_isstring(L, -1)) luaL_error(L, "reader function must return a string");
  lua_replace(L, 5);
  return lua_tolstring(L, 5, size);
}

/* Pushes the globals of the function that called `load`, so that a plugin with an environment of its own stays in it. */
static void push_environment(lua_State *L) {
  lua_Debug ar;
  if (lua_getstack(L, 1, &ar) && lua_getinfo(L, "f", &ar)) {
    const char *name;
    for (int i = 1; (name = lua_getupvalue(L, -1, i)) != NULL; i++) {
      if (strcmp(name, "_ENV") == 0) {
        lua_remove(L, -2);
        return;
      }
      lua_pop(L, 1);
    }
    lua_pop(L, 1);
  }
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}

static int base_load(lua_State *L) {
  source from = {NULL, 0};
  size_t length;
  const char *text = lua_tolstring(L, 1, &length);
  const char *name;
  if (text != NULL) {
    from = (source){text, length};
    name = luaL_optstring(L, 2, text);
  } else {
    name = luaL_optstring(L, 2, "=(load)");
    luaL_checktype(L, 1, LUA_TFUNCTION);
  }
  const char *mode = luaL_optstring(L, 3, "bt");
  bool own = !lua_isnone(L, 4);
  lua_settop(L, 5);
  lk_host *host = lk_hostof(L);
  bool recorded = host->error_recorded;
  lk_check_stack(L, host);
  /* text only; a mode without "t" finds nothing that it allows */
  int status = lua_load(L, next_piece, &from, name, strchr(mode, 't') != NULL ? "t" : "");
  lk_spend(L, host);
  host->error_recorded = recorded;
  if (status != LUA_OK) {
    lua_pushnil(L);
    lua_insert(L, -2);
    return 2;
  }
  if (own) lua_pushvalue(L, 4);
  else push_environment(L);
  if (lua_setupvalue(L, -2, 1) == NULL) lua_pop(L, 1);
  return 1;
}

/* ---- opening ---- */

void lk_register(lua_State *L, const luaL_Reg *functions) {
  for (; functions->name != NULL; functions++) {
    lua_pushnil(L);
    lua_pushcclosure(L, functions->func, 1);
    lua_setfield(L, -2, functions->name);
  }
}

/* A function with another function as its upvalue. */
static void register_over(lua_State *L, const char *name, lua_CFunction function, lua_CFunction inner) {
  lua_pushnil(L);
  lua_pushcclosure(L, inner, 1);
  lua_pushcclosure(L, function, 1);
  lua_setfield(L, -2, name);
}

void lk_open_base(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"assert", base_assert}, {"error", base_error}, {"getmetatable", base_getmetatable}, {"load", base_load},
    {"next", base_next}, {"pcall", base_pcall}, {"print", base_print}, {"rawequal", base_rawequal},
    {"rawget", base_rawget}, {"rawlen", base_rawlen}, {"rawset", base_rawset}, {"select", base_select},
    {"setmetatable", base_setmetatable}, {"tonumber", base_tonumber}, {"tostring", base_tostring},
    {"type", base_type}, {"warn", base_warn}, {"xpcall", base_xpcall}, {NULL, NULL}};
  lk_register(L, functions);
  register_over(L, "ipairs", base_ipairs, ipairs_next);
  lua_getfield(L, -1, "next");
  lua_pushcclosure(L, base_pairs, 1);
  lua_setfield(L, -2, "pairs");
  lua_getfield(L, -1, "table");
  lua_getfield(L, -1, "sort");
  lua_remove(L, -2);
  lua_pushcclosure(L, lk_sorted, 1);
  lua_setfield(L, -2, "sorted");
}
