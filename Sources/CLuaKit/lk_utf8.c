/* UTF-8 (manual, section 6.5). */
#include "lk_internal.h"

/* Sequences of up to six bytes reach 2^31 - 1; without "lax", Unicode ends at 10FFFF and has no surrogates. */
enum { MOST_UNICODE = 0x10FFFF };
static const uint32_t most_lax = 0x7FFFFFFFu;

static inline bool is_continuation(const char *s) { return (*s & 0xC0) == 0x80; }

/* Decodes one sequence. NULL: there is none here. Lua's strings end with a zero, which stops any sequence. */
static const char *decode(const char *s, uint32_t *code, bool strict) {
  static const uint32_t least[] = {0, 0x80, 0x800, 0x10000, 0x200000, 0x4000000};
  unsigned c = (unsigned char)*s;
  if (c < 0x80) {
    if (code != NULL) *code = c;
    return s + 1;
  }
  int more = 0;
  while (more < 7 && (c & (0x40u >> more)) != 0) more++;
  if (more == 0 || more > 5) return NULL;
  uint32_t result = c & ((0x40u >> more) - 1);
  for (int i = 1; i <= more; i++) {
    if (!is_continuation(s + i)) return NULL;
    result = (result << 6) | ((unsigned char)s[i] & 0x3F);
  }
  if (result < least[more] || result > most_lax) return NULL;
  if (strict && (result > MOST_UNICODE || (result >= 0xD800 && result <= 0xDFFF))) return NULL;
  if (code != NULL) *code = result;
  return s + more + 1;
}

/* A position from the end counts back from the byte behind the last. */
static lua_Integer position(lua_Integer i, size_t length) {
  if (i >= 0) return i;
  return 0u - (size_t)i > length ? 0 : (lua_Integer)length + i + 1;
}

static int utf_len(lua_State *L) {
  lk_host *host = lk_hostof(L);
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  lua_Integer i = position(luaL_optinteger(L, 2, 1), length);
  lua_Integer j = position(luaL_optinteger(L, 3, -1), length);
  bool lax = lua_toboolean(L, 4);
  luaL_argcheck(L, i >= 1 && --i <= (lua_Integer)length, 2, "initial position out of bounds");
  luaL_argcheck(L, --j < (lua_Integer)length, 3, "final position out of bounds");
  lua_Integer n = 0;
  while (i <= j) {
    const char *next = decode(s + i, NULL, !lax);
    if (next == NULL) {
      lua_pushnil(L);
      lua_pushinteger(L, i + 1);
      return 2;
    }
    i = next - s;
    if ((++n & 4095) == 0) lk_spend(L, host);
  }
  lua_pushinteger(L, n);
  return 1;
}

static int utf_codepoint(lua_State *L) {
  lk_host *host = lk_hostof(L);
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  lua_Integer i = position(luaL_optinteger(L, 2, 1), length);
  lua_Integer j = position(luaL_optinteger(L, 3, i), length);
  bool lax = lua_toboolean(L, 4);
  luaL_argcheck(L, i >= 1, 2, "out of bounds");
  luaL_argcheck(L, j <= (lua_Integer)length, 3, "out of bounds");
  if (i > j) return 0;
  if (j - i >= INT32_MAX) return luaL_error(L, "string slice too long");
  luaL_checkstack(L, (int)(j - i) + 1, "string slice too long");
  int n = 0;
  const char *end = s + j;
  for (s += i - 1; s < end;) {
    uint32_t code;
    s = decode(s, &code, !lax);
    if (s == NULL) return luaL_error(L, "invalid UTF-8 code");
    lua_pushinteger(L, code);
    if ((++n & 4095) == 0) lk_spend(L, host);
  }
  return n;
}

/* Writes a code's sequence; its length. */
static int encode(char *out, uint32_t code) {
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  static const uint32_t ends[] = {0x800, 0x10000, 0x200000, 0x4000000, 0x80000000u};
  int more = 1;
  while (code >= ends[more - 1]) more++;
  for (int i = more; i > 0; i--) {
    out[i] = (char)(0x80 | (code & 0x3F));
    code >>= 6;
  }
  out[0] = (char)((0xFF00u >> (more + 1)) | code);
  return more + 1;
}

static int utf_char(lua_State *L) {
  int n = lua_gettop(L);
  luaL_Buffer b;
  luaL_buffinitsize(L, &b, (size_t)n * 6);
  for (int i = 1; i <= n; i++) {
    lua_Unsigned code = (lua_Unsigned)luaL_checkinteger(L, i);
    luaL_argcheck(L, code <= most_lax, i, "value out of range");
    char bytes[8];
    luaL_addlstring(&b, bytes, (size_t)encode(bytes, (uint32_t)code));
  }
  luaL_pushresult(&b);
  return 1;
}

static int utf_offset(lua_State *L) {
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  lua_Integer n = luaL_checkinteger(L, 2);
  lua_Integer i = position(luaL_optinteger(L, 3, n >= 0 ? 1 : (lua_Integer)length + 1), length);
  luaL_argcheck(L, i >= 1 && --i <= (lua_Integer)length, 3, "position out of bounds");
  lk_host *host = lk_hostof(L);
  lua_Integer steps = 0;
  if (n == 0) {
    while (i > 0 && is_continuation(s + i)) {
      i--;
      if ((++steps & 4095) == 0) lk_spend(L, host);
    }
    lua_pushinteger(L, i + 1);
    return 1;
  }
  if (is_continuation(s + i)) return luaL_error(L, "initial position is a continuation byte");
  if (n < 0) {
    while (n < 0 && i > 0) {
      do {
        i--;
        if ((++steps & 4095) == 0) lk_spend(L, host);
      } while (i > 0 && is_continuation(s + i));
      n++;
    }
  } else {
    n--;
    while (n > 0 && i < (lua_Integer)length) {
      do {
        i++;
        if ((++steps & 4095) == 0) lk_spend(L, host);
      } while (is_continuation(s + i));
      n--;
    }
  }
  if (n == 0) lua_pushinteger(L, i + 1);
  else lua_pushnil(L);
  return 1;
}

/* Upvalue 2: whether codes beyond Unicode count. */
static int codes_next(lua_State *L) {
  lk_host *host = lk_hostof(L);
  size_t length;
  const char *s = luaL_checklstring(L, 1, &length);
  bool strict = !lua_toboolean(L, lua_upvalueindex(1));
  lua_Unsigned n = (lua_Unsigned)lua_tointeger(L, 2);
  lua_Integer steps = 0;
  if (n > 0 && n < length) {
    while (is_continuation(s + n)) {
      n++;
      if ((++steps & 4095) == 0) lk_spend(L, host);
    }
  }
  if (n >= length) return 0;
  uint32_t code;
  const char *next = decode(s + n, &code, strict);
  if (next == NULL || is_continuation(next)) return luaL_error(L, "invalid UTF-8 code");
  lua_pushinteger(L, (lua_Integer)n + 1);
  lua_pushinteger(L, code);
  return 2;
}

/* Upvalues: the two iterators, strict and lax. */
static int utf_codes(lua_State *L) {
  bool lax = lua_toboolean(L, 2);
  const char *s = luaL_checkstring(L, 1);
  luaL_argcheck(L, !is_continuation(s), 1, "invalid UTF-8 code");
  lua_pushvalue(L, lua_upvalueindex(lax ? 2 : 1));
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

void lk_open_utf8(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"char", utf_char}, {"codepoint", utf_codepoint}, {"len", utf_len}, {"offset", utf_offset}, {NULL, NULL}};
  lua_createtable(L, 0, 6);
  lk_register(L, functions);
  lua_pushboolean(L, 0);
  lua_pushcclosure(L, codes_next, 1);
  lua_pushboolean(L, 1);
  lua_pushcclosure(L, codes_next, 1);
  lua_pushcclosure(L, utf_codes, 2);
  lua_setfield(L, -2, "codes");
  lua_pushlstring(L, "[\0-\x7F\xC2-\xFD][\x80-\xBF]*", 14);
  lua_setfield(L, -2, "charpattern");
}
