/* math (manual, section 6.7) with chance from the world's seed, and os's clocks (6.9) from the world's time, in UTC. */
#include "lk_internal.h"

#include <time.h>

/* ---- random: xoshiro256**, by David Blackman and Sebastiano Vigna (public domain), as Lua's manual has it ---- */

static inline uint64_t rotate(uint64_t x, int n) { return (x << n) | (x >> (64 - n)); }

static uint64_t next_random(uint64_t *s) {
  uint64_t result = rotate(s[1] * 5, 7) * 9, shifted = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = rotate(s[3], 45);
  return result;
}

static void seed_random(uint64_t *s, uint64_t a, uint64_t b) {
  s[0] = a;
  s[1] = 0xFF;
  s[2] = b;
  s[3] = 0;
  for (int i = 0; i < 16; i++) next_random(s);
}

void lk_set_world(lua_State *L, int64_t time, uint64_t seed) {
  lk_host *host = lk_hostof(L);
  host->world_time = time;
  host->world_clock = 0;
  host->world_seed = seed;
  seed_random(host->random, seed, 0);
}

static int math_random(lua_State *L) {
  lk_host *host = lk_hostof(L);
  uint64_t bits = next_random(host->random);
  lua_Integer low = 1, high;
  switch (lua_gettop(L)) {
    case 0:
      lua_pushnumber(L, (double)(bits >> 11) * 0x1p-53);
      return 1;
    case 1:
      high = luaL_checkinteger(L, 1);
      if (high == 0) {
        lua_pushinteger(L, (lua_Integer)bits);
        return 1;
      }
      break;
    case 2:
      low = luaL_checkinteger(L, 1);
      high = luaL_checkinteger(L, 2);
      break;
    default: return luaL_error(L, "wrong number of arguments");
  }
  luaL_argcheck(L, low <= high, lua_gettop(L), "interval is empty");
  /* Draws until the value, cut to as many bits as the range needs, lies in it. */
  uint64_t range = (uint64_t)high - (uint64_t)low;
  uint64_t mask = range == 0 ? 0 : ~(uint64_t)0 >> __builtin_clzll(range);
  while ((bits &= mask) > range) bits = next_random(host->random);
  lua_pushinteger(L, (lua_Integer)((uint64_t)low + bits));
  return 1;
}

/* Without arguments, back to the world's own seed. */
static int math_randomseed(lua_State *L) {
  lk_host *host = lk_hostof(L);
  uint64_t a = host->world_seed, b = 0;
  if (!lua_isnone(L, 1)) {
    lua_Integer n;
    if (lua_isinteger(L, 1)) {
      n = lua_tointeger(L, 1);
    } else {
      double d = luaL_checknumber(L, 1);
      if (!lua_numbertointeger(d, &n)) memcpy(&n, &d, sizeof n);
    }
    a = (uint64_t)n;
    b = (uint64_t)luaL_optinteger(L, 2, 0);
  }
  seed_random(host->random, a, b);
  lua_pushinteger(L, (lua_Integer)a);
  lua_pushinteger(L, (lua_Integer)b);
  return 2;
}

void lk_open_math(lua_State *L) {
  /* Functions of numbers alone, which take no time that a script decides, are Lua's own. */
  static const char *const own[] = {
    "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "log", "max", "min", "modf",
    "rad", "sin", "sqrt", "tan", "tointeger", "type", "ult"};
  static const char *const constants[] = {"huge", "maxinteger", "mininteger", "pi"};
  static const luaL_Reg functions[] = {
    {"random", math_random}, {"randomseed", math_randomseed}, {NULL, NULL}};
  lua_createtable(L, 0, 28);
  lua_pushcfunction(L, luaopen_math);
  lua_call(L, 0, 1);
  for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
    lua_getfield(L, -1, own[i]);
    lua_CFunction function = lua_tocfunction(L, -1);
    lua_pop(L, 1);
    if (function == NULL) continue;
    lua_pushnil(L);
    lua_pushcclosure(L, function, 1);
    lua_setfield(L, -3, own[i]);
  }
  for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++) {
    lua_getfield(L, -1, constants[i]);
    lua_setfield(L, -3, constants[i]);
  }
  lua_pop(L, 1);
  lk_register(L, functions);
}

/* ---- os ---- */

/* Days from 1970-01-01 to a date of the Gregorian calendar; the month may be out of range. */
static int64_t days_to(int64_t year, int64_t month, int64_t day) {
  year += (month - 1) / 12;
  month = (month - 1) % 12;
  if (month < 0) {
    month += 12;
    year -= 1;
  }
  /* Years that begin in March, counted in eras of 400. */
  int64_t y = month < 2 ? year - 1 : year, m = (month + 10) % 12;
  int64_t era = (y >= 0 ? y : y - 399) / 400, in_era = y - era * 400;
  int64_t in_year = (153 * m + 2) / 5;
  return era * 146097 + in_era * 365 + in_era / 4 - in_era / 100 + in_year + day - 1 - 719468;
}

static lua_Integer field(lua_State *L, const char *key, lua_Integer otherwise) {
  int type = lua_getfield(L, 1, key), found;
  lua_Integer n = lua_tointegerx(L, -1, &found);
  if (!found) {
    if (type != LUA_TNIL) return luaL_error(L, "field '%s' is not an integer", key);
    if (otherwise < 0) return luaL_error(L, "field '%s' missing in date table", key);
    n = otherwise;
  }
  if (n < INT32_MIN || n > INT32_MAX) return luaL_error(L, "field '%s' is out-of-bound", key);
  lua_pop(L, 1);
  return n;
}

static void put(lua_State *L, const char *key, lua_Integer n) {
  lua_pushinteger(L, n);
  lua_setfield(L, -2, key);
}

static void put_date(lua_State *L, const struct tm *t) {
  put(L, "year", (lua_Integer)t->tm_year + 1900);
  put(L, "month", t->tm_mon + 1);
  put(L, "day", t->tm_mday);
  put(L, "hour", t->tm_hour);
  put(L, "min", t->tm_min);
  put(L, "sec", t->tm_sec);
  put(L, "yday", t->tm_yday + 1);
  put(L, "wday", t->tm_wday + 1);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "isdst");
}

static int os_time(lua_State *L) {
  if (lua_isnoneornil(L, 1)) {
    lua_pushinteger(L, lk_hostof(L)->world_time);
    return 1;
  }
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  int64_t year = field(L, "year", -1), month = field(L, "month", -1), day = field(L, "day", -1);
  int64_t hour = field(L, "hour", 12), minute = field(L, "min", 0), second = field(L, "sec", 0);
  time_t time = (time_t)(days_to(year, month, day) * 86400 + hour * 3600 + minute * 60 + second);
  struct tm t;
  if (gmtime_r(&time, &t) == NULL) {
    return luaL_error(L, "time result cannot be represented in this installation");
  }
  put_date(L, &t);
  lua_pushinteger(L, time);
  return 1;
}

static int os_date(lua_State *L) {
  size_t length;
  const char *f = luaL_optlstring(L, 1, "%c", &length), *end = f + length;
  time_t time = (time_t)luaL_optinteger(L, 2, lk_hostof(L)->world_time);
  struct tm t;
  if (*f == '!') f++; /* everything is in UTC anyway */
  if (gmtime_r(&time, &t) == NULL) {
    return luaL_error(L, "date result cannot be represented in this installation");
  }
  if (strcmp(f, "*t") == 0) {
    lua_createtable(L, 0, 9);
    put_date(L, &t);
    return 1;
  }
  lk_host *host = lk_hostof(L);
  luaL_Buffer b;
  luaL_buffinit(L, &b);
  while (f < end) {
    lk_spend(L, host);
    if (*f != '%') {
      const char *mark = memchr(f, '%', (size_t)(end - f));
      if (mark == NULL) mark = end;
      lk_add(&b, host, f, (size_t)(mark - f));
      f = mark;
      continue;
    }
    char spec[4] = "%", text[250];
    int n = f[1] == 'E' || f[1] == 'O' ? 2 : 1;
    const char *allowed = n == 1 ? "aAbBcCdDeFgGhHIjmMnprRStTuUVwWxXyYzZ%"
                                 : f[1] == 'E' ? "cCxXyY" : "deHImMSuUVwWy";
    if (f + n >= end || strchr(allowed, f[n]) == NULL) {
      return luaL_argerror(L, 1, lua_pushfstring(L, "invalid conversion specifier '%s'", f));
    }
    memcpy(spec + 1, f + 1, (size_t)n);
    f += n + 1;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    lk_add(&b, host, text, strftime(text, sizeof text, spec, &t));
#pragma GCC diagnostic pop
  }
  luaL_pushresult(&b);
  return 1;
}

static int os_difftime(lua_State *L) {
  lua_pushnumber(L, (double)luaL_checkinteger(L, 1) - (double)luaL_checkinteger(L, 2));
  return 1;
}

/* Not the real clock, which would differ in each run: a microsecond a call. It goes on, so that loops which wait for it
   come to an end. */
static int os_clock(lua_State *L) {
  lua_pushnumber(L, (double)lk_hostof(L)->world_clock++ * 1e-6);
  return 1;
}

void lk_open_os(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"clock", os_clock}, {"date", os_date}, {"difftime", os_difftime}, {"time", os_time}, {NULL, NULL}};
  lua_createtable(L, 0, 4);
  lk_register(L, functions);
}
