/*
 * Patterns (manual, section 6.4.1). The matcher reads the pattern as it goes, since the manual's errors depend on what
 * is reached, and looks at the limits in each step: a pattern can ask for more steps than there are atoms.
 */
#include "lk_internal.h"

#include <ctype.h>

enum { MOST_CAPTURES = 32, MOST_DEPTH = 200 };

/* What a capture's length is while it has none. */
enum { OPEN = -1, POSITION = -2 };

typedef struct {
  lua_State *L;
  lk_host *host;
  const char *text, *text_end;
  const char *pattern_end;
  int depth; /* C calls left */
  int count; /* of captures, finished or not */
  struct {
    const char *start;
    ptrdiff_t length;
  } captures[MOST_CAPTURES];
} matcher;

/* Where one match ends; NULL: no match. */
static const char *match(matcher *m, const char *s, const char *p);

/* ---- single characters ---- */

/* Where the single-character class at `p` ends. */
static const char *class_end(matcher *m, const char *p) {
  char c = *p++;
  if (c == '%') {
    if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (ends with '%%')");
    return p + 1;
  }
  if (c != '[') return p;
  if (p < m->pattern_end && *p == '^') p++;
  do { /* a ']' that comes first is an ordinary character */
    if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (missing ']')");
    c = *p++;
    if (c == '%') {
      if (p == m->pattern_end) luaL_error(m->L, "malformed pattern (missing ']')");
      p++;
    }
  } while (p == m->pattern_end || *p != ']');
  return p + 1;
}

/* Whether `c` is of the class that the letter after a % names; any other character stands for itself. */
static bool in_named_class(int c, int letter) {
  bool result;
  switch (tolower(letter)) {
    case 'a': result = isalpha(c); break;
    case 'c': result = iscntrl(c); break;
    case 'd': result = isdigit(c); break;
    case 'g': result = isgraph(c); break;
    case 'l': result = islower(c); break;
    case 'p': result = ispunct(c); break;
    case 's': result = isspace(c); break;
    case 'u': result = isupper(c); break;
    case 'w': result = isalnum(c); break;
    case 'x': result = isxdigit(c); break;
    case 'z': result = c == 0; break; /* of Lua 5.1, still understood */
    default: return letter == c;
  }
  return isupper(letter) ? !result : result;
}

/* Whether `c` is in the set that begins at `p` with '[' and whose ']' is at `last`. */
static bool in_set(int c, const char *p, const char *last) {
  bool wanted = true;
  p++;
  if (*p == '^') {
    wanted = false;
    p++;
  }
  for (; p < last; p++) {
    if (*p == '%') {
      p++;
      if (in_named_class(c, (unsigned char)*p)) return wanted;
    } else if (p + 2 < last && p[1] == '-') {
      if ((unsigned char)*p <= c && c <= (unsigned char)p[2]) return wanted;
      p += 2;
    } else if ((unsigned char)*p == c) {
      return wanted;
    }
  }
  return !wanted;
}

/* Whether the character at `s` matches the class from `p` to `end`. */
static inline bool matches_one(matcher *m, const char *s, const char *p, const char *end) {
  if (s >= m->text_end) return false;
  int c = (unsigned char)*s;
  switch (*p) {
    case '.': return true;
    case '%': return in_named_class(c, (unsigned char)p[1]);
    case '[': return in_set(c, p, end - 1);
    default: return (unsigned char)*p == c;
  }
}

/* ---- items ---- */

static const char *match_balance(matcher *m, const char *s, const char *p) {
  if (p + 1 >= m->pattern_end) luaL_error(m->L, "malformed pattern (missing arguments to '%%b')");
  if (s >= m->text_end || *s != p[0]) return NULL;
  char open = p[0], close = p[1];
  size_t nested = 1;
  while (++s < m->text_end) {
    if (((uintptr_t)s & 4095) == 0) lk_spend(m->L, m->host);
    if (*s == close) {
      if (--nested == 0) return s + 1;
    } else if (*s == open) {
      nested++;
    }
  }
  return NULL;
}

static const char *match_longest(matcher *m, const char *s, const char *p, const char *end, ptrdiff_t least) {
  ptrdiff_t n = 0;
  while (matches_one(m, s + n, p, end)) {
    if ((++n & 4095) == 0) lk_spend(m->L, m->host);
  }
  for (; n >= least; n--) {
    lk_spend(m->L, m->host);
    const char *result = match(m, s + n, end + 1);
    if (result != NULL) return result;
  }
  return NULL;
}

static const char *match_shortest(matcher *m, const char *s, const char *p, const char *end) {
  for (;; s++) {
    lk_spend(m->L, m->host);
    const char *result = match(m, s, end + 1);
    if (result != NULL) return result;
    if (!matches_one(m, s, p, end)) return NULL;
  }
}

static const char *open_capture(matcher *m, const char *s, const char *p, ptrdiff_t kind) {
  if (m->count >= MOST_CAPTURES) luaL_error(m->L, "too many captures");
  m->captures[m->count].start = s;
  m->captures[m->count].length = kind;
  m->count++;
  const char *result = match(m, s, p);
  if (result == NULL) m->count--;
  return result;
}

static const char *close_capture(matcher *m, const char *s, const char *p) {
  int i = m->count - 1;
  while (i >= 0 && m->captures[i].length != OPEN) i--;
  if (i < 0) luaL_error(m->L, "invalid pattern capture");
  m->captures[i].length = s - m->captures[i].start;
  const char *result = match(m, s, p);
  if (result == NULL) m->captures[i].length = OPEN;
  return result;
}

/* A back reference: the text of a capture again. */
static const char *match_again(matcher *m, const char *s, int digit) {
  int i = digit - '1';
  if (i < 0 || i >= m->count || m->captures[i].length == OPEN) {
    luaL_error(m->L, "invalid capture index %%%d", i + 1);
  }
  size_t length = (size_t)m->captures[i].length; /* a position's is too large for any text */
  if ((size_t)(m->text_end - s) < length || memcmp(m->captures[i].start, s, length) != 0) return NULL;
  return s + length;
}

static bool at_frontier(matcher *m, const char *s, const char *p, const char *end) {
  int before = s == m->text ? 0 : (unsigned char)s[-1];
  int here = s == m->text_end ? 0 : (unsigned char)*s;
  return !in_set(before, p, end - 1) && in_set(here, p, end - 1);
}

static const char *match(matcher *m, const char *s, const char *p) {
  if (m->depth-- == 0) luaL_error(m->L, "pattern too complex");
  for (;;) {
    lk_spend(m->L, m->host);
    if (p == m->pattern_end) break;
    char next = p + 1 < m->pattern_end ? p[1] : '\0';
    if (*p == '(') {
      s = next == ')' ? open_capture(m, s, p + 2, POSITION) : open_capture(m, s, p + 1, OPEN);
      break;
    }
    if (*p == ')') {
      s = close_capture(m, s, p + 1);
      break;
    }
    if (*p == '$' && p + 1 == m->pattern_end) {
      if (s != m->text_end) s = NULL;
      break;
    }
    if (*p == '%' && next == 'b') {
      s = match_balance(m, s, p + 2);
      if (s == NULL) break;
      p += 4;
      continue;
    }
    if (*p == '%' && next == 'f') {
      p += 2;
      if (p == m->pattern_end || *p != '[') luaL_error(m->L, "missing '[' after '%%f' in pattern");
      const char *end = class_end(m, p);
      if (!at_frontier(m, s, p, end)) {
        s = NULL;
        break;
      }
      p = end;
      continue;
    }
    if (*p == '%' && next >= '0' && next <= '9' && p + 1 < m->pattern_end) {
      s = match_again(m, s, next);
      if (s == NULL) break;
      p += 2;
      continue;
    }
    const char *end = class_end(m, p);
    char suffix = end < m->pattern_end ? *end : '\0';
    if (suffix == '*' || suffix == '+') {
      s = match_longest(m, s, p, end, suffix == '+');
      break;
    }
    if (suffix == '-') {
      s = match_shortest(m, s, p, end);
      break;
    }
    bool one = matches_one(m, s, p, end);
    if (suffix == '?') {
      if (one) {
        const char *result = match(m, s + 1, end + 1);
        if (result != NULL) {
          s = result;
          break;
        }
      }
      p = end + 1;
      continue;
    }
    if (!one) {
      s = NULL;
      break;
    }
    s++;
    p = end;
  }
  m->depth++;
  return s;
}

/* ---- captures ---- */

/* Capture `i` from 0, or the whole match if there are none: its text, or -1 after pushing its position. */
static ptrdiff_t capture(matcher *m, int i, const char *s, const char *e, const char **text) {
  if (i >= m->count) {
    if (i != 0) luaL_error(m->L, "invalid capture index %%%d", i + 1);
    *text = s;
    return e - s;
  }
  ptrdiff_t length = m->captures[i].length;
  *text = m->captures[i].start;
  if (length == OPEN) luaL_error(m->L, "unfinished capture");
  if (length == POSITION) lua_pushinteger(m->L, (*text - m->text) + 1);
  return length;
}

static void push_capture(matcher *m, int i, const char *s, const char *e) {
  const char *text;
  ptrdiff_t length = capture(m, i, s, e, &text);
  if (length >= 0) lua_pushlstring(m->L, text, (size_t)length);
}

/* Pushes all captures; without any, the whole match if `s` isn't NULL. */
static int push_captures(matcher *m, const char *s, const char *e) {
  int n = m->count == 0 && s != NULL ? 1 : m->count;
  luaL_checkstack(m->L, n, "too many captures");
  for (int i = 0; i < n; i++) push_capture(m, i, s, e);
  return n;
}

static void prepare(matcher *m, lua_State *L, const char *text, size_t length, const char *pattern_end) {
  m->L = L;
  m->host = lk_hostof(L);
  m->text = text;
  m->text_end = text + length;
  m->pattern_end = pattern_end;
}

static inline const char *attempt(matcher *m, const char *s, const char *p) {
  m->depth = MOST_DEPTH;
  m->count = 0;
  return match(m, s, p);
}

/* ---- find and match ---- */

/* The first place of `what` in the text. memmem takes no longer than both lengths together. */
static const char *find_plain(const char *text, size_t length, const char *what, size_t size) {
  if (size == 0) return text;
  if (size > length) return NULL;
#ifdef __linux__
  extern void *memmem(const void *, size_t, const void *, size_t);
  return memmem(text, length, what, size);
#else
  for (const char *last = text + length - size; text <= last; text++) {
    if (*text == *what && memcmp(text, what, size) == 0) return text;
  }
  return NULL;
#endif
}

static bool is_plain(const char *pattern, size_t length) {
  for (size_t i = 0; i < length; i++) {
    if (pattern[i] != '\0' && strchr("^$*+?.([%-", pattern[i]) != NULL) return false;
  }
  return true;
}

static int search(lua_State *L, bool find) {
  size_t length, size;
  const char *s = luaL_checklstring(L, 1, &length);
  const char *p = luaL_checklstring(L, 2, &size);
  size_t from = lk_start(luaL_optinteger(L, 3, 1), length) - 1;
  if (from > length) {
    lua_pushnil(L);
    return 1;
  }
  if (find && (lua_toboolean(L, 4) || is_plain(p, size))) {
    const char *found = find_plain(s + from, length - from, p, size);
    if (found != NULL) {
      lua_pushinteger(L, found - s + 1);
      lua_pushinteger(L, found - s + (lua_Integer)size);
      return 2;
    }
    lua_pushnil(L);
    return 1;
  }
  bool anchored = size > 0 && *p == '^';
  matcher m;
  prepare(&m, L, s, length, p + size);
  if (anchored) p++;
  for (const char *start = s + from;; start++) {
    const char *end = attempt(&m, start, p);
    if (end != NULL) {
      if (!find) return push_captures(&m, start, end);
      lua_pushinteger(L, start - s + 1);
      lua_pushinteger(L, end - s);
      return push_captures(&m, NULL, NULL) + 2;
    }
    if (anchored || start >= m.text_end) break;
  }
  lua_pushnil(L);
  return 1;
}

int lk_str_find(lua_State *L) { return search(L, true); }
int lk_str_match(lua_State *L) { return search(L, false); }

/* ---- gmatch ---- */

/* Upvalues: text, pattern, where to go on (from 0), where the last match ended (-1: nowhere). */
static int gmatch_next(lua_State *L) {
  size_t length, size;
  const char *s = lua_tolstring(L, lua_upvalueindex(1), &length);
  const char *p = lua_tolstring(L, lua_upvalueindex(2), &size);
  lua_Integer from = lua_tointeger(L, lua_upvalueindex(3));
  lua_Integer last = lua_tointeger(L, lua_upvalueindex(4));
  matcher m;
  prepare(&m, L, s, length, p + size);
  for (; from <= (lua_Integer)length; from++) {
    const char *end = attempt(&m, s + from, p);
    if (end == NULL || end - s == last) continue;
    lua_pushinteger(L, end - s);
    lua_pushvalue(L, -1);
    lua_replace(L, lua_upvalueindex(3));
    lua_replace(L, lua_upvalueindex(4));
    return push_captures(&m, s + from, end);
  }
  lua_pushinteger(L, from);
  lua_replace(L, lua_upvalueindex(3));
  return 0;
}

int lk_str_gmatch(lua_State *L) {
  size_t length;
  luaL_checklstring(L, 1, &length);
  luaL_checkstring(L, 2);
  size_t from = lk_start(luaL_optinteger(L, 3, 1), length) - 1;
  if (from > length) from = length + 1;
  lua_settop(L, 2);
  lua_pushinteger(L, (lua_Integer)from);
  lua_pushinteger(L, -1);
  lua_pushcclosure(L, gmatch_next, 4);
  return 1;
}

/* ---- gsub ---- */

/* Adds the replacement string, with %0 to %9 and %% in it. */
static void add_string(matcher *m, luaL_Buffer *b, const char *s, const char *e) {
  lua_State *L = m->L;
  size_t length;
  const char *r = lua_tolstring(L, 3, &length), *end = r + length;
  while (r < end) {
    const char *mark = memchr(r, '%', (size_t)(end - r));
    if (mark == NULL) mark = end;
    lk_add(b, m->host, r, (size_t)(mark - r));
    if (mark == end) return;
    char c = mark + 1 < end ? mark[1] : '\0';
    r = mark + 2;
    if (c == '%') {
      luaL_addchar(b, '%');
    } else if (c == '0') {
      lk_add(b, m->host, s, (size_t)(e - s));
    } else if (c >= '1' && c <= '9') {
      const char *text;
      ptrdiff_t size = capture(m, c - '1', s, e, &text);
      if (size == POSITION) luaL_addvalue(b);
      else lk_add(b, m->host, text, (size_t)size);
    } else {
      luaL_error(L, "invalid use of '%%' in replacement string");
    }
  }
}

/* Adds what replaces the match from `s` to `e`. Whether it differs from the match. */
static bool add_replacement(matcher *m, luaL_Buffer *b, const char *s, const char *e, int type) {
  lua_State *L = m->L;
  switch (type) {
    case LUA_TFUNCTION: {
      lua_pushvalue(L, 3);
      int n = push_captures(m, s, e);
      lua_call(L, n, 1);
      break;
    }
    case LUA_TTABLE:
      push_capture(m, 0, s, e);
      lua_gettable(L, 3);
      break;
    default: add_string(m, b, s, e); return true;
  }
  if (!lua_toboolean(L, -1)) {
    lua_pop(L, 1);
    lk_add(b, m->host, s, (size_t)(e - s));
    return false;
  }
  if (!lua_isstring(L, -1)) {
    luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
  }
  size_t length;
  lua_tolstring(L, -1, &length);
  if (length > b->size - b->n) lk_need(L, m->host, 2 * (b->n + length));
  luaL_addvalue(b);
  return true;
}

int lk_str_gsub(lua_State *L) {
  size_t length, size;
  const char *s = luaL_checklstring(L, 1, &length), *text = s;
  const char *p = luaL_checklstring(L, 2, &size);
  int type = lua_type(L, 3);
  lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)length + 1);
  luaL_argexpected(L, type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE, 3,
                   "string/function/table");
  lua_settop(L, 3);
  if (type == LUA_TNUMBER) lua_tostring(L, 3);
  matcher m;
  prepare(&m, L, s, length, p + size);
  lk_check_stack(L, m.host);
  bool anchored = size > 0 && *p == '^';
  if (anchored) p++;
  const char *last = NULL;
  lua_Integer n = 0;
  bool changed = false;
  luaL_Buffer b;
  luaL_buffinit(L, &b);
  while (n < most) {
    const char *end = attempt(&m, s, p);
    if (end != NULL && end != last) {
      n++;
      changed = add_replacement(&m, &b, s, end, type) || changed;
      s = last = end;
    } else if (s < m.text_end) {
      if (b.n >= b.size) lk_need(L, m.host, 2 * (b.n + 1));
      luaL_addchar(&b, *s);
      s++;
    } else {
      break;
    }
    if (anchored) break;
  }
  if (changed) {
    lk_add(&b, m.host, s, (size_t)(text + length - s));
    luaL_pushresult(&b);
  } else {
    lua_pushvalue(L, 1);
  }
  lua_pushinteger(L, n);
  return 2;
}
