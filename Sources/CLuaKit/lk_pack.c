/* string.pack, packsize and unpack (manual, section 6.4.2). */
#include "lk_internal.h"

#include <ctype.h>

enum { MOST_INTEGER = 16, NATIVE_ALIGN = _Alignof(union { double d; void *p; lua_Integer i; long l; }) };

typedef enum { SIGNED, UNSIGNED, FLOAT, DOUBLE, FIXED, PREFIXED, ZERO_ENDED, PADDING, ALIGN, NOTHING } item_kind;

typedef struct {
  lua_State *L;
  const char *format;
  bool little;
  int align;
} reader;

typedef struct {
  item_kind kind;
  size_t size;    /* of the item, or of its length's integer */
  size_t padding; /* bytes before it */
} item;

static bool native_little(void) {
  const uint16_t one = 1;
  uint8_t first;
  memcpy(&first, &one, 1);
  return first == 1;
}

/* A number in the format, or `otherwise` where none stands. */
static size_t number(reader *r, size_t otherwise) {
  if (!isdigit((unsigned char)*r->format)) return otherwise;
  size_t n = 0;
  do {
    n = n * 10 + (size_t)(*r->format++ - '0');
  } while (isdigit((unsigned char)*r->format) && n <= ((size_t)INT32_MAX - 9) / 10);
  return n;
}

/* The size of an integer: 1 to 16 bytes. */
static size_t integer_size(reader *r, size_t otherwise) {
  size_t n = number(r, otherwise);
  if (n > MOST_INTEGER || n == 0) {
    luaL_error(r->L, "integral size (%d) out of limits [1,%d]", (int)n, MOST_INTEGER);
  }
  return n;
}

/* Reads one option; its size is 0 where it has none. */
static item_kind option(reader *r, size_t *size) {
  char c = *r->format++;
  *size = 0;
  switch (c) {
    case 'b': *size = 1; return SIGNED;
    case 'B': *size = 1; return UNSIGNED;
    case 'h': *size = sizeof(short); return SIGNED;
    case 'H': *size = sizeof(short); return UNSIGNED;
    case 'l': *size = sizeof(long); return SIGNED;
    case 'L': *size = sizeof(long); return UNSIGNED;
    case 'j': *size = sizeof(lua_Integer); return SIGNED;
    case 'J': *size = sizeof(lua_Integer); return UNSIGNED;
    case 'T': *size = sizeof(size_t); return UNSIGNED;
    case 'f': *size = sizeof(float); return FLOAT;
    case 'd':
    case 'n': *size = sizeof(double); return DOUBLE;
    case 'i': *size = integer_size(r, sizeof(int)); return SIGNED;
    case 'I': *size = integer_size(r, sizeof(int)); return UNSIGNED;
    case 's': *size = integer_size(r, sizeof(size_t)); return PREFIXED;
    case 'c':
      *size = number(r, SIZE_MAX);
      if (*size == SIZE_MAX) luaL_error(r->L, "missing size for format option 'c'");
      return FIXED;
    case 'z': return ZERO_ENDED;
    case 'x': *size = 1; return PADDING;
    case 'X': return ALIGN;
    case ' ': return NOTHING;
    case '<': r->little = true; return NOTHING;
    case '>': r->little = false; return NOTHING;
    case '=': r->little = native_little(); return NOTHING;
    case '!': r->align = (int)integer_size(r, NATIVE_ALIGN); return NOTHING;
    default: luaL_error(r->L, "invalid format option '%c'", c); return NOTHING;
  }
}

/* Reads the next item, which begins `at` bytes into the data. */
static item next_item(reader *r, size_t at) {
  item result = {NOTHING, 0, 0};
  result.kind = option(r, &result.size);
  size_t align = result.size;
  if (result.kind == ALIGN) {
    if (*r->format == '\0' || option(r, &align) == FIXED || align == 0) {
      luaL_argerror(r->L, 1, "invalid next option for option 'X'");
    }
  }
  bool aligned = result.kind == ALIGN || result.kind <= DOUBLE || result.kind == PREFIXED;
  if (align > 1 && aligned) {
    if (align > (size_t)r->align) align = (size_t)r->align;
    if ((align & (align - 1)) != 0) luaL_argerror(r->L, 1, "format asks for alignment not power of 2");
    result.padding = (align - (at & (align - 1))) & (align - 1);
  }
  return result;
}

static reader open_reader(lua_State *L) {
  reader r = {L, luaL_checkstring(L, 1), native_little(), 1};
  return r;
}

static void put_integer(char *out, lua_Unsigned n, bool little, size_t size, bool negative) {
  for (size_t i = 0; i < size; i++) {
    unsigned char byte = i < sizeof n ? (unsigned char)(n >> (8 * i)) : negative ? 0xFF : 0;
    out[little ? i : size - 1 - i] = (char)byte;
  }
}

static void put_bytes(char *out, const void *value, size_t size, bool little) {
  const char *bytes = value;
  for (size_t i = 0; i < size; i++) out[i] = bytes[little == native_little() ? i : size - 1 - i];
}

int lk_str_pack(lua_State *L) {
  lk_host *host = lk_hostof(L);
  reader r = open_reader(L);
  int argument = 1;
  size_t total = 0;
  lua_pushnil(L); /* keeps argument errors apart from the buffer */
  luaL_Buffer b;
  luaL_buffinit(L, &b);
  while (*r.format != '\0') {
    lk_spend(L, host);
    item it = next_item(&r, total);
    total += it.padding + it.size;
    for (size_t i = 0; i < it.padding; i++) luaL_addchar(&b, '\0');
    char bytes[MOST_INTEGER];
    if (it.kind < PADDING) argument++;
    switch (it.kind) {
      case SIGNED: {
        lua_Integer n = luaL_checkinteger(L, argument);
        if (it.size < sizeof n) {
          lua_Integer limit = (lua_Integer)1 << (it.size * 8 - 1);
          luaL_argcheck(L, -limit <= n && n < limit, argument, "integer overflow");
        }
        put_integer(bytes, (lua_Unsigned)n, r.little, it.size, n < 0);
        luaL_addlstring(&b, bytes, it.size);
        break;
      }
      case UNSIGNED: {
        lua_Unsigned n = (lua_Unsigned)luaL_checkinteger(L, argument);
        if (it.size < sizeof n) {
          luaL_argcheck(L, n < (lua_Unsigned)1 << (it.size * 8), argument, "unsigned overflow");
        }
        put_integer(bytes, n, r.little, it.size, false);
        luaL_addlstring(&b, bytes, it.size);
        break;
      }
      case FLOAT: {
        float n = (float)luaL_checknumber(L, argument);
        put_bytes(bytes, &n, sizeof n, r.little);
        luaL_addlstring(&b, bytes, sizeof n);
        break;
      }
      case DOUBLE: {
        double n = luaL_checknumber(L, argument);
        put_bytes(bytes, &n, sizeof n, r.little);
        luaL_addlstring(&b, bytes, sizeof n);
        break;
      }
      case FIXED: {
        size_t length;
        const char *s = luaL_checklstring(L, argument, &length);
        luaL_argcheck(L, length <= it.size, argument, "string longer than given size");
        lk_need(L, host, 2 * (b.n + it.size));
        luaL_addlstring(&b, s, length);
        for (; length < it.size; length++) luaL_addchar(&b, '\0');
        break;
      }
      case PREFIXED: {
        size_t length;
        const char *s = luaL_checklstring(L, argument, &length);
        luaL_argcheck(L, it.size >= sizeof length || length < (size_t)1 << (it.size * 8), argument,
                      "string length does not fit in given size");
        put_integer(bytes, length, r.little, it.size, false);
        luaL_addlstring(&b, bytes, it.size);
        lk_add(&b, host, s, length);
        total += length;
        break;
      }
      case ZERO_ENDED: {
        size_t length;
        const char *s = luaL_checklstring(L, argument, &length);
        luaL_argcheck(L, strlen(s) == length, argument, "string contains zeros");
        lk_add(&b, host, s, length + 1);
        total += length + 1;
        break;
      }
      case PADDING: luaL_addchar(&b, '\0'); break;
      case ALIGN:
      case NOTHING: break;
    }
  }
  luaL_pushresult(&b);
  return 1;
}

int lk_str_packsize(lua_State *L) {
  lk_host *host = lk_hostof(L);
  reader r = open_reader(L);
  size_t total = 0;
  while (*r.format != '\0') {
    lk_spend(L, host);
    item it = next_item(&r, total);
    luaL_argcheck(L, it.kind != PREFIXED && it.kind != ZERO_ENDED, 1, "variable-length format");
    size_t size = it.size + it.padding;
    luaL_argcheck(L, total <= (size_t)INT32_MAX - size, 1, "format result too large");
    total += size;
  }
  lua_pushinteger(L, (lua_Integer)total);
  return 1;
}

static lua_Integer get_integer(lua_State *L, const char *s, bool little, size_t size, bool is_signed) {
  lua_Unsigned n = 0;
  size_t most = size < sizeof n ? size : sizeof n;
  for (size_t i = most; i > 0; i--) n = (n << 8) | (unsigned char)s[little ? i - 1 : size - i];
  if (size < sizeof n) {
    if (is_signed) {
      lua_Unsigned mask = (lua_Unsigned)1 << (size * 8 - 1);
      n = (n ^ mask) - mask;
    }
  } else {
    unsigned char fill = is_signed && (lua_Integer)n < 0 ? 0xFF : 0;
    for (size_t i = sizeof n; i < size; i++) {
      if ((unsigned char)s[little ? i : size - 1 - i] != fill) {
        luaL_error(L, "%d-byte integer does not fit into Lua Integer", (int)size);
      }
    }
  }
  return (lua_Integer)n;
}

int lk_str_unpack(lua_State *L) {
  lk_host *host = lk_hostof(L);
  reader r = open_reader(L);
  size_t length;
  const char *data = luaL_checklstring(L, 2, &length);
  size_t at = lk_start(luaL_optinteger(L, 3, 1), length) - 1;
  luaL_argcheck(L, at <= length, 3, "initial position out of string");
  int n = 0;
  while (*r.format != '\0') {
    lk_spend(L, host);
    item it = next_item(&r, at);
    luaL_argcheck(L, it.padding + it.size <= length - at, 2, "data string too short");
    at += it.padding;
    luaL_checkstack(L, 2, "too many results");
    n++;
    switch (it.kind) {
      case SIGNED:
      case UNSIGNED:
        lua_pushinteger(L, get_integer(L, data + at, r.little, it.size, it.kind == SIGNED));
        break;
      case FLOAT: {
        float value;
        put_bytes((char *)&value, data + at, sizeof value, r.little);
        lua_pushnumber(L, value);
        break;
      }
      case DOUBLE: {
        double value;
        put_bytes((char *)&value, data + at, sizeof value, r.little);
        lua_pushnumber(L, value);
        break;
      }
      case FIXED: lua_pushlstring(L, data + at, it.size); break;
      case PREFIXED: {
        size_t size = (size_t)get_integer(L, data + at, r.little, it.size, false);
        luaL_argcheck(L, size <= length - at - it.size, 2, "data string too short");
        lua_pushlstring(L, data + at + it.size, size);
        at += size;
        break;
      }
      case ZERO_ENDED: {
        const char *end = memchr(data + at, '\0', length - at);
        luaL_argcheck(L, end != NULL, 2, "unfinished string for format 'z'");
        lua_pushlstring(L, data + at, (size_t)(end - (data + at)));
        at = (size_t)(end - data) + 1;
        break;
      }
      case PADDING:
      case ALIGN:
      case NOTHING: n--; break;
    }
    at += it.size;
  }
  lua_pushinteger(L, (lua_Integer)at + 1);
  return n + 1;
}
