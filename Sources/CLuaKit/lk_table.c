/* Tables (manual, section 6.6). Every loop whose length a script decides looks at the limits. */
#include "lk_internal.h"

#include <limits.h>

enum { READ = 1, WRITE = 2, LENGTH = 4 };

/* A table, or something whose metatable answers what is needed. */
static void check_table(lua_State *L, int index, int needs) {
  if (lua_type(L, index) == LUA_TTABLE) return;
  static const struct {
    int need;
    const char *event;
  } events[] = {{READ, "__index"}, {WRITE, "__newindex"}, {LENGTH, "__len"}};
  if (lua_getmetatable(L, index)) {
    bool answers = true;
    for (int i = 0; i < 3; i++) {
      if (!(needs & events[i].need)) continue;
      lua_pushstring(L, events[i].event);
      answers = lua_rawget(L, -2) != LUA_TNIL && answers;
      lua_pop(L, 1);
    }
    lua_pop(L, 1);
    if (answers) return;
  }
  luaL_checktype(L, index, LUA_TTABLE);
}

static lua_Integer length_of(lua_State *L, int index, int needs) {
  check_table(L, index, needs | LENGTH);
  return luaL_len(L, index);
}

static int tab_insert(lua_State *L) {
  lk_host *host = lk_hostof(L);
  lua_Integer end = (lua_Integer)((lua_Unsigned)length_of(L, 1, READ | WRITE) + 1);
  lua_Integer at;
  switch (lua_gettop(L)) {
    case 2: at = end; break;
    case 3:
      at = luaL_checkinteger(L, 2);
      luaL_argcheck(L, (lua_Unsigned)at - 1u < (lua_Unsigned)end, 2, "position out of bounds");
      for (lua_Integer i = end; i > at; i--) {
        lk_spend(L, host);
        lua_geti(L, 1, i - 1);
        lua_seti(L, 1, i);
      }
      break;
    default: return luaL_error(L, "wrong number of arguments to 'insert'");
  }
  lua_seti(L, 1, at);
  return 0;
}

static int tab_remove(lua_State *L) {
  lk_host *host = lk_hostof(L);
  lua_Integer size = length_of(L, 1, READ | WRITE);
  lua_Integer at = luaL_optinteger(L, 2, size);
  if (at != size) {
    luaL_argcheck(L, (lua_Unsigned)at - 1u <= (lua_Unsigned)size, 1, "position out of bounds");
  }
  lua_geti(L, 1, at);
  for (; at < size; at++) {
    lk_spend(L, host);
    lua_geti(L, 1, at + 1);
    lua_seti(L, 1, at);
  }
  lua_pushnil(L);
  lua_seti(L, 1, at);
  return 1;
}

static int tab_move(lua_State *L) {
  lk_host *host = lk_hostof(L);
  lua_Integer from = luaL_checkinteger(L, 2), last = luaL_checkinteger(L, 3), to = luaL_checkinteger(L, 4);
  int target = lua_isnoneornil(L, 5) ? 1 : 5;
  check_table(L, 1, READ);
  check_table(L, target, WRITE);
  if (last >= from) {
    luaL_argcheck(L, from > 0 || last < LUA_MAXINTEGER + from, 3, "too many elements to move");
    lua_Integer n = last - from + 1;
    luaL_argcheck(L, to <= LUA_MAXINTEGER - n + 1, 4, "destination wrap around");
    bool upward = to > last || to <= from || (target != 1 && !lua_compare(L, 1, target, LUA_OPEQ));
    for (lua_Integer i = 0; i < n; i++) {
      lk_spend(L, host);
      lua_Integer k = upward ? i : n - 1 - i;
      lua_geti(L, 1, from + k);
      lua_seti(L, target, to + k);
    }
  }
  lua_pushvalue(L, target);
  return 1;
}

static void add_item(lua_State *L, lk_host *host, luaL_Buffer *b, lua_Integer i) {
  lk_spend(L, host);
  lua_geti(L, 1, i);
  if (!lua_isstring(L, -1)) {
    luaL_error(L, "invalid value (%s) at index %I in table for 'concat'", luaL_typename(L, -1), (LUAI_UACINT)i);
  }
  size_t length;
  lua_tolstring(L, -1, &length);
  if (length > b->size - b->n) lk_need(L, host, 2 * (b->n + length));
  luaL_addvalue(b);
}

static int tab_concat(lua_State *L) {
  lk_host *host = lk_hostof(L);
  lua_Integer last = length_of(L, 1, READ);
  size_t between;
  const char *separator = luaL_optlstring(L, 2, "", &between);
  lua_Integer i = luaL_optinteger(L, 3, 1);
  last = luaL_optinteger(L, 4, last);
  luaL_Buffer b;
  luaL_buffinit(L, &b);
  for (; i < last; i++) {
    add_item(L, host, &b, i);
    lk_add(&b, host, separator, between);
  }
  if (i == last) add_item(L, host, &b, i);
  luaL_pushresult(&b);
  return 1;
}

static int tab_pack(lua_State *L) {
  int n = lua_gettop(L);
  lua_createtable(L, n, 1);
  lua_insert(L, 1);
  for (int i = n; i >= 1; i--) lua_rawseti(L, 1, i);
  lua_pushinteger(L, n);
  lua_setfield(L, 1, "n");
  return 1;
}

static int tab_unpack(lua_State *L) {
  lk_host *host = lk_hostof(L);
  lua_Integer i = luaL_optinteger(L, 2, 1);
  lua_Integer last = lua_isnoneornil(L, 3) ? luaL_len(L, 1) : luaL_checkinteger(L, 3);
  if (i > last) return 0;
  lua_Unsigned n = (lua_Unsigned)last - (lua_Unsigned)i;
  if (n >= (lua_Unsigned)INT_MAX || !lua_checkstack(L, (int)(n + 1))) {
    return luaL_error(L, "too many results to unpack");
  }
  for (; i < last; i++) {
    lk_spend(L, host);
    lua_geti(L, 1, i);
  }
  lua_geti(L, 1, last);
  return (int)n + 1;
}

/* ---- sort ---- */

/*
 * A merge sort: it makes at most n log n comparisons whatever the comparator says, so that one which lies can neither
 * hold it up nor lead it out of the list, and equal items keep their order. The items are taken out first and
 * put back at the end: a comparator that fails or changes the table finds it as it was.
 */
enum { COMPARATOR = 2, ITEMS = 3, OTHER = 4, RUN = 6 };

/* Whether the value at `a` comes before the one at `b`. */
static bool before(lua_State *L, int a, int b) {
  if (lua_isnil(L, COMPARATOR)) return lua_compare(L, a, b, LUA_OPLT);
  lua_pushvalue(L, COMPARATOR);
  lua_pushvalue(L, a);
  lua_pushvalue(L, b);
  lua_call(L, 2, 1);
  bool result = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return result;
}

/* Sorts the items from `first` to `last` by insertion. */
static void sort_run(lua_State *L, lk_host *host, lua_Integer first, lua_Integer last) {
  int top = lua_gettop(L);
  for (lua_Integer i = first + 1; i <= last; i++) {
    lk_spend(L, host);
    lua_rawgeti(L, ITEMS, i);
    lua_Integer j = i;
    for (; j > first; j--) {
      lua_rawgeti(L, ITEMS, j - 1);
      if (!before(L, top + 1, top + 2)) break;
      lua_rawseti(L, ITEMS, j);
    }
    lua_settop(L, top + 1);
    lua_rawseti(L, ITEMS, j);
  }
}

static void copy_items(lua_State *L, lk_host *host, int from, int to, lua_Integer first, lua_Integer last,
                       lua_Integer at) {
  for (; first <= last; first++, at++) {
    lk_spend(L, host);
    lua_rawgeti(L, from, first);
    lua_rawseti(L, to, at);
  }
}

/* Merges the runs that begin at `first` and `middle` and end before `middle` and `end` into the other table. */
static void merge(lua_State *L, lk_host *host, int from, int to, lua_Integer first, lua_Integer middle,
                  lua_Integer end) {
  int top = lua_gettop(L);
  lua_Integer i = first, j = middle, at = first;
  lua_rawgeti(L, from, middle - 1);
  lua_rawgeti(L, from, middle);
  bool ordered = !before(L, top + 2, top + 1);
  lua_settop(L, top);
  if (ordered) {
    copy_items(L, host, from, to, first, end - 1, first);
    return;
  }
  lua_rawgeti(L, from, i);
  lua_rawgeti(L, from, j);
  for (;;) {
    lk_spend(L, host);
    if (before(L, top + 2, top + 1)) {
      lua_rawseti(L, to, at++); /* takes the right one off the stack */
      if (++j == end) break;
      lua_rawgeti(L, from, j);
    } else {
      lua_pushvalue(L, top + 1);
      lua_rawseti(L, to, at++);
      if (++i == middle) break;
      lua_rawgeti(L, from, i);
      lua_replace(L, top + 1);
    }
  }
  lua_settop(L, top);
  if (i < middle) copy_items(L, host, from, to, i, middle - 1, at);
  else copy_items(L, host, from, to, j, end - 1, at);
}

static int tab_sort(lua_State *L) {
  lk_host *host = lk_hostof(L);
  lua_Integer n = length_of(L, 1, READ | WRITE);
  if (n < 2) return 0;
  luaL_argcheck(L, n < INT_MAX, 1, "array too big");
  if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  lk_check_stack(L, host);
  luaL_checkstack(L, 40, NULL);
  lk_need(L, host, 2 * (size_t)n * 16);
  lua_createtable(L, (int)n, 0);
  lua_createtable(L, n > RUN ? (int)n : 0, 0);
  for (lua_Integer i = 1; i <= n; i++) {
    lk_spend(L, host);
    lua_geti(L, 1, i);
    lua_rawseti(L, ITEMS, i);
  }
  for (lua_Integer i = 1; i <= n; i += RUN) sort_run(L, host, i, i + RUN - 1 < n ? i + RUN - 1 : n);
  int from = ITEMS, to = OTHER;
  for (lua_Integer width = RUN; width < n; width *= 2) {
    for (lua_Integer first = 1; first <= n; first += 2 * width) {
      lua_Integer middle = first + width, end = middle + width <= n ? middle + width : n + 1;
      if (middle > n) copy_items(L, host, from, to, first, n, first);
      else merge(L, host, from, to, first, middle, end);
    }
    int swap = from;
    from = to;
    to = swap;
  }
  for (lua_Integer i = 1; i <= n; i++) {
    lk_spend(L, host);
    lua_rawgeti(L, from, i);
    lua_seti(L, 1, i);
  }
  return 0;
}

void lk_open_table(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"concat", tab_concat}, {"insert", tab_insert}, {"move", tab_move}, {"pack", tab_pack},
    {"remove", tab_remove}, {"sort", tab_sort}, {"unpack", tab_unpack}, {NULL, NULL}};
  lua_createtable(L, 0, 8);
  lk_register(L, functions);
}
