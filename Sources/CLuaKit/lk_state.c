/* States: the allocator that never refuses, opening and closing. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "lk_internal.h"

#include <stdlib.h>
#include <unistd.h>
#include <stdio.h>
#include <pthread.h>

/*
 * Lua mixes the time and some addresses into its hashes of strings, so that `pairs` has another order in each run. The
 * seed lies in the state's own memory, behind the allocator's address, and no string exists yet when the second block
 * is asked for: there it is set to a constant. The words before it must look as they do in Lua 5.4; otherwise nothing
 * is touched, and `repeatable` stays false.
 */
static bool set_hash_seed(lk_host *host, char *block, size_t size, lua_Alloc allocate) {
  enum { SEED_AFTER = 96 };
  for (size_t at = 0; at + SEED_AFTER + sizeof(unsigned) <= size; at += sizeof(void *)) {
    void *words[8];
    memcpy(words, block + at, sizeof words);
    /* frealloc, ud, totalbytes, GCdebt, GCestimate, lastatomic, strt.hash, strt.nuse and size */
    if (words[0] != (void *)allocate || words[1] != host || (size_t)words[2] != size) continue;
    if (words[3] != NULL || words[5] != NULL || words[6] != NULL || words[7] != NULL) return false;
    unsigned seed = 0x4C756141u;
    memcpy(block + at + SEED_AFTER, &seed, sizeof seed);
    return true;
  }
  return false;
}

void lk_state_begins(lk_host *host, lua_State *main) {
  host->repeatable = set_hash_seed(host, (char *)main - LUA_EXTRASPACE, host->used, lk_allocate);
  host->opening = false;
}

void lk_die(const char *why) {
  static const char before[] = "LuaKit: ";
  if (write(STDERR_FILENO, before, sizeof before - 1) < 0) _exit(LK_EXIT_MEMORY);
  if (write(STDERR_FILENO, why, strlen(why)) < 0) _exit(LK_EXIT_MEMORY);
  if (write(STDERR_FILENO, "\n", 1) < 0) _exit(LK_EXIT_MEMORY);
  _exit(LK_EXIT_MEMORY);
}

/* A panic means that an unprotected call raised: a bug in LuaKit or in C written against it. */
static int lk_panic(lua_State *L) {
  const char *message = lua_tostring(L, -1);
  lk_die(message != NULL ? message : "an unprotected Lua error that isn't a string");
  return 0;
}

/* The lowest address of this thread's C stack, with room kept for what runs below our checks. */
static char *lk_thread_stack_floor(void) {
  static __thread char *floor;
  if (floor != NULL) return floor;
  enum { MARGIN = 192 * 1024 };
  size_t margin = MARGIN;
  char *low;
#ifdef __APPLE__
  pthread_t self = pthread_self();
  low = (char *)pthread_get_stackaddr_np(self) - pthread_get_stacksize_np(self);
#else
  pthread_attr_t attributes;
  void *address = NULL;
  size_t size = 0;
  if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
    pthread_attr_getstack(&attributes, &address, &size);
    pthread_attr_destroy(&attributes);
  }
  low = address;
  if (low == NULL) low = (char *)__builtin_frame_address(0) - 2 * MARGIN;
  if (size > 0 && size < 4 * MARGIN) margin = size / 4;
#endif
  floor = low + margin;
  return floor;
}

void lk_enter_thread(lk_host *host) { host->stack_floor = lk_thread_stack_floor(); }

void lk_check_stack(lua_State *L, lk_host *host) {
  if ((char *)__builtin_frame_address(0) < host->stack_floor) {
    luaL_error(L, "stack overflow (calls between the script and the host are nested too deep)");
  }
}

/*
 * What Swift refers to lies in the registry by number. Numbers given back are given out again first, and those that were
 * there at once lie in the table's array, where they are found without hashing.
 */
static void make_room_for_references(lua_State *L) {
  enum { COUNT = 60 };
  int references[COUNT];
  for (int i = 0; i < COUNT; i++) {
    lua_pushboolean(L, false);
    references[i] = luaL_ref(L, LUA_REGISTRYINDEX);
  }
  for (int i = COUNT; i-- > 0;) luaL_unref(L, LUA_REGISTRYINDEX, references[i]);
}

lua_State *lk_open(lk_entries entries, void *owner) {
  lk_host *host = calloc(1, sizeof *host);
  if (host == NULL) return NULL;
  host->entries = entries;
  host->owner = owner;
  host->memory_limit = host->plain_limit = host->output_limit = host->output_left = SIZE_MAX;
  host->opening = true;
  lua_State *L = lua_newstate(lk_allocate, host);
  if (L == NULL) {
    free(host);
    return NULL;
  }
  *(lk_host **)lua_getextraspace(L) = host;
  host->main = L;
  host->current = L;
  lua_atpanic(L, lk_panic);
  lk_enter_thread(host);
  make_room_for_references(L);
  lk_prepare_objects(L, host);
  lk_set_world(L, 0, 0);
  return L;
}

void lk_close(lua_State *L) {
  lk_host *host = lk_hostof(L);
  host->closing = true;
  lua_sethook(L, NULL, 0, 0);
  lua_close(L);
  lk_memory_close(&host->memory);
  lk_release_objects(host);
  for (int i = 0; i < host->chunk_count; i++) free(host->chunks[i]);
  free(host->chunks);
  free(host);
}
