/* Coroutines (manual, section 6.2) that keep to the limits: the host always knows which one runs. */
#include "lk_internal.h"

static lua_State *checked(lua_State *L) {
  lua_State *co = lua_tothread(L, 1);
  luaL_argexpected(L, co != NULL, 1, "coroutine");
  return co;
}

/* Resumes `co` with the `nargs` values on top of `L`. Returns the number of results on `L`, or -1 with the error. */
static int resume(lua_State *L, lua_State *co, int nargs) {
  lk_host *host = lk_hostof(L);
  int results;
  lk_check_stack(L, host);
  if (__builtin_expect(lk_is_main(co), 0)) {
    lua_pushliteral(L, "cannot resume non-suspended coroutine");
    return -1;
  }
  if (!lua_checkstack(co, nargs)) {
    lua_pushliteral(L, "too many arguments to resume");
    return -1;
  }
  lua_xmove(L, co, nargs);
  host->current = co;
  int status = lua_resume(co, L, nargs, &results);
  host->current = L;
  lk_spend(L, host);
  if (status == LUA_OK || status == LUA_YIELD) {
    if (!lua_checkstack(L, results + 1)) {
      lua_pop(co, results);
      lua_pushliteral(L, "too many results to resume");
      return -1;
    }
    lua_xmove(co, L, results);
    return results;
  }
  lua_xmove(co, L, 1);
  return -1;
}

static int co_resume(lua_State *L) {
  lk_host *host = lk_hostof(L);
  bool recorded = host->error_recorded;
  lua_State *co = checked(L);
  int n = resume(L, co, lua_gettop(L) - 1);
  host->error_recorded = recorded;
  lua_pushboolean(L, n >= 0);
  lua_insert(L, n >= 0 ? -(n + 1) : -2);
  return n >= 0 ? n + 1 : 2;
}

/* Closes a coroutine: its variables to be closed, and itself. Lua 5.4.4 doesn't count how deep such closings nest,
   and would run off the C stack; so they are counted here. The status; an error is on top of `co`. */
static int close_coroutine(lua_State *L, lua_State *co) {
  enum { MOST = 50 };
  lk_host *host = lk_hostof(L);
  lk_check_stack(L, host);
  if (host->closes >= MOST) return luaL_error(L, "C stack overflow (coroutines that close coroutines)");
  host->closes++;
  host->current = co;
  if (host->stop) lk_arm(host);
  int status = lua_resetthread(co);
  host->current = L;
  host->closes--;
  lk_spend(L, host);
  return status;
}

static int wrapped(lua_State *L) {
  lk_host *host = lk_hostof(L);
  lua_State *co = lua_tothread(L, lua_upvalueindex(1));
  int n = resume(L, co, lua_gettop(L));
  if (n >= 0) return n;
  int status = lua_status(co);
  if (status != LUA_OK && status != LUA_YIELD) {
    /* It failed, rather than being dead before. Its own stack still shows where. */
    if (!host->error_recorded) lk_record_error(co, host);
    lua_xmove(L, co, 1);
    status = close_coroutine(L, co);
    if (status != LUA_OK) lua_xmove(co, L, 1);
    else lua_pushnil(L);
  }
  if (lua_type(L, -1) == LUA_TSTRING) {
    luaL_where(L, 1);
    lua_insert(L, -2);
    lua_concat(L, 2);
  }
  return lua_error(L);
}

static int co_create(lua_State *L) {
  luaL_checktype(L, 1, LUA_TFUNCTION);
  lk_need_stack(L);
  lua_State *co = lua_newthread(L);
  lua_pushvalue(L, 1);
  lua_xmove(L, co, 1);
  return 1;
}

static int co_wrap(lua_State *L) {
  co_create(L);
  lua_pushcclosure(L, wrapped, 1);
  return 1;
}

static int co_yield(lua_State *L) { return lk_yield(L, lua_gettop(L)); }

static const char *status_of(lua_State *L, lua_State *co) {
  if (L == co || (lk_is_main(L) && lk_is_main(co))) return "running";
  if (lk_is_main(co)) return "normal";
  switch (lua_status(co)) {
    case LUA_YIELD: return "suspended";
    case LUA_OK: {
      lua_Debug ar;
      if (lua_getstack(co, 0, &ar)) return "normal";
      return lua_gettop(co) == 0 ? "dead" : "suspended";
    }
    default: return "dead";
  }
}

static int co_status(lua_State *L) {
  lua_pushstring(L, status_of(L, checked(L)));
  return 1;
}

static int co_isyieldable(lua_State *L) {
  lua_State *co = lua_isnone(L, 1) ? L : checked(L);
  lua_pushboolean(L, lua_isyieldable(co));
  return 1;
}

static int co_running(lua_State *L) {
  bool main = lk_is_main(L);
  if (main) lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_MAINTHREAD);
  else lua_pushthread(L);
  lua_pushboolean(L, main);
  return 2;
}

static int co_close(lua_State *L) {
  lua_State *co = checked(L);
  const char *status = status_of(L, co);
  if (strcmp(status, "dead") != 0 && strcmp(status, "suspended") != 0) {
    return luaL_error(L, "cannot close a %s coroutine", status);
  }
  lk_host *host = lk_hostof(L);
  bool recorded = host->error_recorded;
  int closed = close_coroutine(L, co);
  host->error_recorded = recorded;
  if (closed == LUA_OK) {
    lua_pushboolean(L, 1);
    return 1;
  }
  lua_pushboolean(L, 0);
  lua_xmove(co, L, 1);
  return 2;
}

void lk_open_coroutine(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"close", co_close}, {"create", co_create}, {"isyieldable", co_isyieldable}, {"resume", co_resume},
    {"running", co_running}, {"status", co_status}, {"wrap", co_wrap}, {"yield", co_yield}, {NULL, NULL}};
  lua_createtable(L, 0, 8);
  lk_register(L, functions);
}
