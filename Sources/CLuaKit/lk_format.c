/* string.format (manual, section 6.4). */
#include "lk_internal.h"

#include <ctype.h>
#include <float.h>
#include <math.h>
#include <stdio.h>

enum { SPEC_SIZE = 32, ITEM_SIZE = 128 };

/* The flags that each kind of conversion takes. */
static const char flags_float[] = "-+ #0", flags_hex[] = "-#0", flags_int[] = "-+ 0", flags_unsigned[] = "-0",
                  flags_text[] = "-";

/* Checks flags, width and precision of the specification in `spec`, which ends with its letter. */
static void check_spec(lua_State *L, const char *spec, const char *flags, bool precision) {
  const char *p = spec + 1;
  p += strspn(p, flags);
  if (*p != '0') {
    for (int i = 0; i < 2 && isdigit((unsigned char)*p); i++) p++;
    if (*p == '.' && precision) {
      p++;
      for (int i = 0; i < 2 && isdigit((unsigned char)*p); i++) p++;
    }
  }
  if (!isalpha((unsigned char)*p)) luaL_error(L, "invalid conversion specification: '%s'", spec);
}

/* Writes the specification with a length modifier before its letter. */
static void with_length(char *spec, const char *modifier) {
  size_t n = strlen(spec), m = strlen(modifier);
  char letter = spec[n - 1];
  memcpy(spec + n - 1, modifier, m);
  spec[n - 1 + m] = letter;
  spec[n + m] = '\0';
}

/* A string as Lua can read it back (manual: %q). */
static void add_quoted_string(lua_State *L, lk_host *host, luaL_Buffer *b, const char *s, size_t length) {
  lk_need(L, host, 2 * (b->n + length));
  luaL_addchar(b, '"');
  for (size_t i = 0; i < length; i++) {
    if ((i & 4095) == 0) lk_need(L, host, 2 * (b->n + length - i));
    char c = s[i];
    if (c == '"' || c == '\\' || c == '\n') {
      luaL_addchar(b, '\\');
      luaL_addchar(b, c);
    } else if (iscntrl((unsigned char)c)) {
      char text[8];
      bool digit = i + 1 < length && isdigit((unsigned char)s[i + 1]);
      int n = snprintf(text, sizeof text, digit ? "\\%03d" : "\\%d", (int)(unsigned char)c);
      luaL_addlstring(b, text, (size_t)n);
    } else {
      luaL_addchar(b, c);
    }
  }
  luaL_addchar(b, '"');
}

static void add_quoted(lua_State *L, lk_host *host, luaL_Buffer *b, int index) {
  char text[ITEM_SIZE];
  int n = 0;
  switch (lua_type(L, index)) {
    case LUA_TSTRING: {
      size_t length;
      const char *s = lua_tolstring(L, index, &length);
      add_quoted_string(L, host, b, s, length);
      return;
    }
    case LUA_TNUMBER:
      if (lua_isinteger(L, index)) {
        lua_Integer i = lua_tointeger(L, index);
        n = snprintf(text, sizeof text, i == LUA_MININTEGER ? "0x%llx" : "%lld", (long long)i);
      } else {
        double d = lua_tonumber(L, index);
        if (d == HUGE_VAL) n = snprintf(text, sizeof text, "1e9999");
        else if (d == -HUGE_VAL) n = snprintf(text, sizeof text, "-1e9999");
        else if (d != d) n = snprintf(text, sizeof text, "(0/0)");
        else n = snprintf(text, sizeof text, "%a", d);
      }
      luaL_addlstring(b, text, (size_t)n);
      return;
    case LUA_TNIL:
    case LUA_TBOOLEAN:
      lk_tolstring(L, index, NULL);
      luaL_addvalue(b);
      return;
    default: luaL_argerror(L, index, "value has no literal form");
  }
}

static void add_text(lua_State *L, lk_host *host, luaL_Buffer *b, const char *spec, int index) {
  size_t length;
  const char *s = lk_tolstring(L, index, &length);
  if (spec[2] == '\0') {
    if (length > b->size - b->n) lk_need(L, host, 2 * (b->n + length));
    luaL_addvalue(b);
    return;
  }
  luaL_argcheck(L, length == strlen(s), index, "string contains zeros");
  check_spec(L, spec, flags_text, true);
  if (strchr(spec, '.') == NULL && length >= 100) {
    if (length > b->size - b->n) lk_need(L, host, 2 * (b->n + length));
    luaL_addvalue(b);
    return;
  }
  char text[256]; /* the width has two digits, and so has the precision */
  int n = snprintf(text, sizeof text, spec, s);
  lua_pop(L, 1);
  luaL_addlstring(b, text, (size_t)n);
}

int lk_str_format(lua_State *L) {
  lk_host *host = lk_hostof(L);
  int top = lua_gettop(L), argument = 1;
  size_t length;
  const char *f = luaL_checklstring(L, 1, &length), *end = f + length;
  luaL_Buffer b;
  luaL_buffinit(L, &b);
  while (f < end) {
    const char *mark = memchr(f, '%', (size_t)(end - f));
    if (mark == NULL) mark = end;
    lk_add(&b, host, f, (size_t)(mark - f));
    if (mark == end) break;
    f = mark + 1;
    if (*f == '%') {
      luaL_addchar(&b, '%');
      f++;
      continue;
    }
    lk_spend(L, host);
    if (++argument > top) return luaL_argerror(L, argument, "no value");
    size_t n = strspn(f, "-+ #0123456789.") + 1;
    if (n >= SPEC_SIZE - 10) return luaL_error(L, "invalid format (too long)");
    char spec[SPEC_SIZE + 4], item[ITEM_SIZE + DBL_MAX_10_EXP + 110];
    spec[0] = '%';
    memcpy(spec + 1, f, n);
    spec[n + 1] = '\0';
    f += n;
    int written = 0;
    const char *flags = flags_int;
    switch (spec[n]) {
      case 'c':
        check_spec(L, spec, flags_text, false);
        written = snprintf(item, sizeof item, spec, (int)luaL_checkinteger(L, argument));
        break;
      case 'u': flags = flags_unsigned; goto integer;
      case 'o':
      case 'x':
      case 'X': flags = flags_hex; goto integer;
      case 'd':
      case 'i':
      integer: {
        lua_Integer i = luaL_checkinteger(L, argument);
        check_spec(L, spec, flags, true);
        with_length(spec, "ll");
        written = snprintf(item, sizeof item, spec, (long long)i);
        break;
      }
      case 'a':
      case 'A':
        check_spec(L, spec, flags_float, true);
        written = snprintf(item, sizeof item, spec, luaL_checknumber(L, argument));
        break;
      case 'e':
      case 'E':
      case 'f':
      case 'g':
      case 'G': {
        double d = luaL_checknumber(L, argument);
        check_spec(L, spec, flags_float, true);
        written = snprintf(item, sizeof item, spec, d);
        break;
      }
      case 'p': {
        check_spec(L, spec, flags_text, false);
        char address[16] = "(null)";
        if (lua_topointer(L, argument) != NULL) snprintf(address, sizeof address, "0x%08x", lk_address(L, argument));
        spec[n] = 's';
        written = snprintf(item, sizeof item, spec, address);
        break;
      }
      case 'q':
        if (spec[2] != '\0') return luaL_error(L, "specifier '%%q' cannot have modifiers");
        add_quoted(L, host, &b, argument);
        continue;
      case 's': add_text(L, host, &b, spec, argument); continue;
      default: return luaL_error(L, "invalid conversion '%s' to 'format'", spec);
    }
    lk_add(&b, host, item, (size_t)written);
  }
  luaL_pushresult(&b);
  return 1;
}
