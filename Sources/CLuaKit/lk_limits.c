/*
 * Limits: what happens where one is reached. A script pays nothing for them while it runs: a timer (lk_clock.c) arms a
 * hook on the coroutine that runs. The hook, the loops of the library and the end of every protected call look at
 * `host->stop`; once a limit is reached they raise for ever.
 */
#include "lk_internal.h"

#include <stdio.h>

void lk_hook(lua_State *L, lua_Debug *ar) {
  (void)ar;
  lk_host *host = lk_hostof(L);
  if (host->stop) lk_stop(L, host);
#ifdef LK_TIMERS
  else lua_sethook(L, NULL, 0, 0);
#else
  if (host->scope > 0) lk_look_at_clock(host);
  if (host->stop) lk_stop(L, host);
#endif
}

void lk_arm(lk_host *host) {
  lua_sethook(host->current, lk_hook, LUA_MASKCOUNT | LUA_MASKLINE | LUA_MASKCALL | LUA_MASKRET, 1);
}

void lk_push_trip(lua_State *L, lk_host *host) {
  lua_checkstack(L, 10);
  char text[256];
  switch (host->tripped) {
    case LK_TRIP_CPU:
      snprintf(text, sizeof text, "stopped: the script used up its limit of %g s of CPU time", host->cpu_limit / 1e9);
      break;
    case LK_TRIP_WALL:
      snprintf(text, sizeof text, "stopped: the script took longer than its limit of %g s", host->wall_limit / 1e9);
      break;
    case LK_TRIP_MEMORY:
      snprintf(text, sizeof text, "stopped: the script needs more than its limit of %g MiB of memory",
               (double)host->memory_limit / 1048576);
      break;
    case LK_TRIP_OUTPUT:
      snprintf(text, sizeof text, "stopped: the script wrote more than its limit of %g KiB of output",
               (double)host->output_limit / 1024);
      break;
    case LK_TRIP_INTERRUPT: snprintf(text, sizeof text, "stopped: interrupted"); break;
    default: snprintf(text, sizeof text, "stopped"); break;
  }
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &lk_key_error_source) == LUA_TSTRING && host->trip_line > 0) {
    lua_pushfstring(L, "%s:%d: %s", lua_tostring(L, -1), host->trip_line, text);
    lua_remove(L, -2);
  } else {
    lua_pop(L, 1);
    lua_pushstring(L, text);
  }
}

void lk_push_trip_message(lua_State *L) { lk_push_trip(L, lk_hostof(L)); }

/* Raises the error of the trip, on a coroutine where the hook goes on raising it at each instruction. */
static int raise_trip(lua_State *L, lk_host *host) {
  host->current = L;
  lk_arm(host);
  lk_push_trip(L, host);
  return lua_error(L);
}

int lk_trip_now(lua_State *L, lk_host *host, lk_trip trip) {
  if (host->tripped == LK_TRIP_NONE) {
    host->stop |= LK_STOP_TRIPPED;
    host->tripped = trip;
    lua_checkstack(L, 10);
    lk_record_error(L, host);
    host->trip_line = host->error_line;
  }
  return raise_trip(L, host);
}

void lk_stop(lua_State *L, lk_host *host) {
  if (host->tripped != LK_TRIP_NONE) raise_trip(L, host);
  int reasons = host->stop;
  if (reasons & LK_STOP_CPU) lk_trip_now(L, host, LK_TRIP_CPU);
  if (reasons & LK_STOP_WALL) lk_trip_now(L, host, LK_TRIP_WALL);
  if (reasons & LK_STOP_INTERRUPT) {
    if (host->interrupts > 1) lk_trip_now(L, host, LK_TRIP_INTERRUPT);
    __atomic_fetch_and(&host->stop, ~LK_STOP_INTERRUPT, __ATOMIC_RELAXED);
    luaL_error(L, "interrupted");
  }
  if (reasons & LK_STOP_MEMORY) {
    /* Much of it may be garbage. This is a safe point: between two instructions, or in a function of ours. */
    lua_gc(L, LUA_GCCOLLECT);
    if (host->used + lk_foreign_bytes(host) > host->memory_limit
        || lk_memory_held(host) > 2 * host->memory_limit + (32u << 20)) {
      lk_trip_now(L, host, LK_TRIP_MEMORY);
    }
    __atomic_fetch_and(&host->stop, ~LK_STOP_MEMORY, __ATOMIC_RELAXED);
  }
}

void lk_need(lua_State *L, lk_host *host, size_t bytes) {
  lk_spend(L, host);
  if (host->memory_limit == SIZE_MAX) return;
  if (bytes <= host->memory_limit && host->used <= host->memory_limit - bytes) return;
  lua_gc(L, LUA_GCCOLLECT);
  if (bytes <= host->memory_limit && host->used <= host->memory_limit - bytes) return;
  lk_trip_now(L, host, LK_TRIP_MEMORY);
}

/*
 * The allocator never refuses, with one exception: a string that is too large is never begun. Only the VM's own
 * concatenation can ask for one, of up to 250 times the memory allowed, and it copies at once. An error may be raised
 * there: it is where Lua itself raises "not enough memory".
 */
void lk_memory_pressure(lk_host *host, void *block, size_t old_size, size_t new_size) {
  __atomic_fetch_or(&host->stop, LK_STOP_MEMORY, __ATOMIC_RELAXED);
  if (block == NULL && old_size == LUA_TSTRING && new_size > host->memory_limit && host->swift == 0
      && host->depth > 0 && !host->closing) {
    lk_trip_now(host->current, host, LK_TRIP_MEMORY);
  }
  if (host->current != NULL && !host->closing) lk_arm(host);
}

size_t lk_memory_held(const lk_host *host) { return host->memory.slab_bytes; }

void lk_charge(lua_State *L, ptrdiff_t bytes) {
  lk_host *host = lk_hostof(L);
  host->used += (size_t)bytes;
  if (bytes > 0 && host->used > host->memory_limit) lk_memory_pressure(host, NULL, 0, 0);
}

void lk_set_limits(lua_State *L, int64_t cpu, int64_t wall, size_t memory, size_t output, bool ends_process) {
  lk_host *host = lk_hostof(L);
  host->cpu_limit = host->cpu_left = cpu;
  host->wall_limit = host->wall_left = wall;
  host->memory_limit = host->plain_limit = memory;
  host->output_limit = host->output_left = output;
  host->ends_process = ends_process;
}
