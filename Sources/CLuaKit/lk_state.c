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
 * Never NULL: refusing an allocation makes Lua 5.4.4 collect garbage in the middle of an operation, which a script
 * can turn into a use after free, and it would let memory errors jump over Swift frames. So the allocator counts, and
 * where the machine itself has nothing left the process ends with a sentence.
 */
static void *lk_allocate(void *ud, void *block, size_t old_size, size_t new_size) {
  lk_host *host = ud;
  if (new_size == 0) {
    if (block != NULL) host->used -= old_size;
    free(block);
    return NULL;
  }
  void *moved = realloc(block, new_size);
  if (moved == NULL) lk_die("the machine has no memory left for Lua");
  host->used += new_size - (block != NULL ? old_size : 0);
  return moved;
}

void lk_die(const char *why) {
  static const char before[] = "LuaKit: ";
  if (write(STDERR_FILENO, before, sizeof before - 1) < 0) _exit(137);
  if (write(STDERR_FILENO, why, strlen(why)) < 0) _exit(137);
  if (write(STDERR_FILENO, "\n", 1) < 0) _exit(137);
  _exit(137);
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
  if (low == NULL) low = (char *)__builtin_frame_address(0) - 384 * 1024;
#endif
  floor = low + 160 * 1024;
  return floor;
}

void lk_enter_thread(lk_host *host) { host->stack_floor = lk_thread_stack_floor(); }

void lk_check_stack(lua_State *L, lk_host *host) {
  if ((char *)__builtin_frame_address(0) < host->stack_floor) {
    luaL_error(L, "stack overflow (calls between the script and the host are nested too deep)");
  }
}

lua_State *lk_open(lk_entries entries, void *owner) {
  lk_host *host = calloc(1, sizeof *host);
  if (host == NULL) return NULL;
  host->entries = entries;
  host->owner = owner;
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
  lk_prepare_objects(L, host);
  return L;
}

void lk_close(lua_State *L) {
  lk_host *host = lk_hostof(L);
  lua_close(L);
  free(host);
}

void lk_stop(lua_State *L, lk_host *host) {
  (void)L;
  (void)host;
}
