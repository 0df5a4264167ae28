/*
 * The same Swift object is the same userdata. A weak table holds the userdata by slot, and a hash table outside of Lua
 * finds an object's slot. Keys that are addresses of Swift objects, which differ from run to run, thus never reach
 * Lua's memory, where they would change when tables grow and so where later objects lie.
 */
#include "lk_internal.h"

#include <stdlib.h>

static char key_identities;

struct lk_identity {
  const void *object; /* NULL: never used; &removed: was used */
  int slot;
};

static const char removed;

static uint32_t hash_address(const void *object) {
  uint64_t h = (uint64_t)(uintptr_t)object * 0x9E3779B97F4A7C15ull;
  return (uint32_t)(h >> 32);
}

/* The entry of an object, or the one where it should go. */
static struct lk_identity *find_identity(lk_host *host, const void *object) {
  uint32_t mask = host->identity_size - 1;
  struct lk_identity *gap = NULL;
  for (uint32_t i = hash_address(object) & mask;; i = (i + 1) & mask) {
    struct lk_identity *entry = &host->identities[i];
    if (entry->object == object) return entry;
    if (entry->object == &removed && gap == NULL) gap = entry;
    if (entry->object == NULL) return gap != NULL ? gap : entry;
  }
}

static void grow_identities(lk_host *host) {
  uint32_t old_size = host->identity_size;
  struct lk_identity *old = host->identities;
  uint32_t size = 64;
  while (size < host->identity_count * 4) size *= 2;
  host->identities = calloc(size, sizeof *old);
  if (host->identities == NULL) lk_die("the machine has no memory left for Lua");
  host->identity_size = size;
  host->identity_used = host->identity_count;
  for (uint32_t i = 0; i < old_size; i++) {
    if (old[i].object != NULL && old[i].object != &removed) *find_identity(host, old[i].object) = old[i];
  }
  free(old);
}

bool lk_push_cached(lua_State *L, const void *object) {
  lk_host *host = lk_hostof(L);
  if (host->identity_count == 0) return false;
  struct lk_identity *entry = find_identity(host, object);
  if (entry->object != object) return false;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &key_identities);
  int type = lua_rawgeti(L, -1, entry->slot);
  if (type != LUA_TUSERDATA) {
    /* collected, but not released yet */
    lua_pop(L, 2);
    return false;
  }
  lua_remove(L, -2);
  return true;
}

void lk_cache_object(lua_State *L, const void *object) {
  lk_host *host = lk_hostof(L);
  lk_object *block = lua_touserdata(L, -1);
  if ((host->identity_used + 1) * 2 > host->identity_size) grow_identities(host);
  struct lk_identity *entry = find_identity(host, object);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &key_identities);
  if (entry->object != object) {
    if (entry->object == NULL) host->identity_used++;
    host->identity_count++;
    entry->object = object;
  }
  /* Free slots are chained through the table itself: each holds the number of the next. */
  if (host->identity_free != 0) {
    block->number = host->identity_free;
    lua_rawgeti(L, -1, block->number);
    host->identity_free = (int)lua_tointeger(L, -1);
    lua_pop(L, 1);
  } else {
    block->number = ++host->identity_slots;
  }
  entry->slot = (int)block->number;
  lua_pushvalue(L, -2);
  lua_rawseti(L, -2, block->number);
  lua_pop(L, 1);
}

void lk_forget_identity(lua_State *L, lk_object *block) {
  lk_host *host = lk_hostof(L);
  if (host->identity_size > 0) {
    struct lk_identity *entry = find_identity(host, block->object);
    if (entry->object == block->object && entry->slot == block->number) {
      entry->object = &removed;
      host->identity_count--;
    }
  }
  if (!host->closing) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, &key_identities);
    lua_pushinteger(L, host->identity_free);
    lua_rawseti(L, -2, block->number);
    lua_pop(L, 1);
    host->identity_free = (int)block->number;
  }
  block->number = 0;
}

void lk_prepare_identities(lua_State *L) {
  lua_createtable(L, 0, 0);
  lua_createtable(L, 0, 1);
  lua_pushliteral(L, "v");
  lua_setfield(L, -2, "__mode");
  lua_setmetatable(L, -2);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &key_identities);
}
