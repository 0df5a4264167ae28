#ifndef LK_INTERNAL_H
#define LK_INTERNAL_H

#include "CLuaKit.h"

#include <string.h>

/* Registry keys: the addresses of these. */
extern char lk_key_error_value, lk_key_error_trace, lk_key_error_source;

/* Writes a sentence to standard error and ends the process. For what can't be survived. */
void lk_die(const char *why) __attribute__((noreturn));

void lk_prepare_objects(lua_State *L, lk_host *host);
/* The same object as the same userdata (lk_identity.c). */
void lk_prepare_identities(lua_State *L);
void lk_forget_identity(lua_State *L, lk_object *block);
void lk_release_objects(lk_host *host);
/* For ipairs: reads item `number` of the object of the host at index 1, without the detour through its metamethod. How
   many of the values on top ipairs gives, or -1: no such object, and the stack is as it was. */
int lk_get_item(lua_State *L, lua_Integer number);
void lk_enter_thread(lk_host *host);

/* Makes the coroutine on which calls from Swift begin; see lk_call.c. To scripts it is the main one. */
void lk_open_caller(lua_State *L);
static inline bool lk_is_main(lua_State *L) {
  lk_host *host = lk_hostof(L);
  return L == host->main || L == host->caller;
}
/* As lua_yield. */
int lk_yield(lua_State *L, int results);

/* Keeps source, line and traceback of the running code, for an error that leaves `L`. */
void lk_record_error(lua_State *L, lk_host *host);

/* ---- memory (lk_memory.c) ---- */

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define LK_PLAIN_MALLOC 1 /* so that the sanitizers see every block */
#endif
#endif
#ifndef __linux__
#define LK_PLAIN_MALLOC 1
#endif

/* What Lua allocates by; `ud` is the host. */
void *lk_allocate(void *ud, void *block, size_t old_size, size_t new_size);
void lk_memory_close(lk_memory *memory);
/* Maps memory at exactly these addresses, where nothing may be yet. */
bool lk_memory_map(char *address, size_t size);
/* The second block of a state is asked for, its main stack; the first holds the state, and nothing else is there yet. */
void lk_state_begins(lk_host *host, lua_State *main);

/* ---- stacks that don't move (lk_stacks.c) ---- */

/* Whether a block is a stack that has addresses of its own. */
static inline bool lk_is_stack(const lk_memory *memory, const void *block) {
  return (size_t)((const char *)block - memory->stacks) < memory->stacks_size;
}
/* How many bytes of addresses the stacks take; 0: they couldn't be kept in place anyway. */
size_t lk_stacks_open(lk_memory *memory);
void lk_stacks_close(lk_memory *memory);
/* The stack of a new coroutine. NULL: there are too many. */
void *lk_stack_new(lk_memory *memory, lua_State *thread, size_t size);
/* Where Lua's function that returns to `returns`, with `above` on the C stack above its arguments, is about to copy a
   stack to a block of `size` bytes: that very stack, made as large. NULL if it wants the block for anything else. */
void *lk_stack_moves(lk_memory *memory, const void *returns, const uintptr_t *above, size_t size);
/* The same for a Lua that reallocates. NULL: there is no room. */
void *lk_stack_resize(lk_memory *memory, void *block, size_t size);
void lk_stack_free(lk_memory *memory, void *block);
/* Makes sure that one more coroutine gets a stack that doesn't move, after a collection if need be; raises if not. */
void lk_need_stack(lua_State *L);

/* ---- limits (lk_limits.c, lk_clock.c) ---- */

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define LK_NO_TIMERS 1 /* it holds signals back while Lua runs, of which it sees nothing */
#endif
#endif
#if defined(__linux__) && !defined(LK_NO_TIMERS)
#define LK_TIMERS 1 /* the system has timers that signal a thread */
#endif

/* Reasons in `lk_host.stop`. */
enum { LK_STOP_TRIPPED = 1, LK_STOP_CPU = 2, LK_STOP_WALL = 4, LK_STOP_MEMORY = 8, LK_STOP_INTERRUPT = 16 };

/* The hook: looks at `stop`, and where there are no timers at the clock. */
void lk_hook(lua_State *L, lua_Debug *ar);
/* Makes the running coroutine look at `stop` at its next instruction. Safe in a signal handler. */
void lk_arm(lk_host *host);
/* Called by the allocator when a growth goes over the limit. May raise for a huge string. */
void lk_memory_pressure(lk_host *host, void *block, size_t old_size, size_t new_size);
/* Raises unless `bytes` more fit under the limit of memory, after a collection if need be. */
void lk_need(lua_State *L, lk_host *host, size_t bytes);
/* ---- memory outside of Lua (lk_memory_watch.c), where the host may end the process; nothing elsewhere ---- */

/* The outermost scope begins: what the heap holds by now isn't the script's. */
void lk_watch_begin(lk_host *host);
/* Looks at the process's resident memory, and sets the reason to stop where it has grown. Safe in a signal handler. */
void lk_watch(lk_host *host);
/* Bytes of the process's heap that came since the scope began and that Lua doesn't hold. */
size_t lk_foreign_bytes(lk_host *host);

/* Writes the place and line of the script that runs, "script:line", without allocating. */
void lk_describe_place(lk_host *host, char *text, size_t size);
/* The innermost line of a chunk that the host loaded and that isn't its own; where there is none, of any. False: none. */
bool lk_find_script(lua_State *L, lua_Debug *ar);

/* Marks the state as stopped for good and raises. */
int lk_trip_now(lua_State *L, lk_host *host, lk_trip trip);
/* Pushes the message of the trip that happened. */
void lk_push_trip(lua_State *L, lk_host *host);

/* ---- objects and rows (lk_object.c, lk_row.c) ---- */

static inline uint32_t lk_hash_name(const void *name) {
  return (uint32_t)(((uint64_t)(uintptr_t)name * 0x9E3779B97F4A7C15ull) >> 32);
}

/* What a key is that has no address to be known by: one longer than Lua keeps once. */
int lk_find_long_key(lua_State *L, const lk_type *type);

/*
 * What the key at index 2 is to a type. Lua keeps one copy of each short string, so a name is known by its address,
 * and the names themselves live as long as the state: no other string can have the address of one.
 */
static inline int lk_find_key(lua_State *L, const lk_type *type) {
  const void *name = lua_topointer(L, 2);
  if (name == NULL) return LK_UNKNOWN_KEY;
  for (uint32_t i = lk_hash_name(name) & type->mask;; i = (i + 1) & type->mask) {
    const struct lk_key *key = &type->keys[i];
    if (key->name == name) return key->id;
    if (key->name == NULL) break;
  }
  return __builtin_expect(type->long_keys, 0) ? lk_find_long_key(L, type) : LK_UNKNOWN_KEY;
}

/* Asks Swift about an object, or about a row of one. */
static inline int lk_enter_swift(lua_State *L, lk_host *host, const lk_type *type, void *object, int64_t row, int id,
                                 int32_t (*entry)(lua_State *, void *, void *, int32_t, int64_t)) {
  if (__builtin_expect(object == NULL, 0)) luaL_error(L, "a %s that was already released", type->name);
  if (__builtin_expect((char *)__builtin_frame_address(0) < host->stack_floor, 0)) {
    lk_check_stack(L, host);
  }
  host->swift = 1;
  int code = entry(L, type->swift, object, id, row);
  host->swift = 0;
  lk_spend(L, host);
  return __builtin_expect(code >= 0, 1) ? code : lk_finish(L, code);
}

/* Asks Swift about an event: of which type, says `swift`. */
int lk_enter_event(lua_State *L, lk_host *host, void *swift, int event);
/* Makes a type out of the table of keys on top, which stays; without a metatable. */
lk_type *lk_make_type(lua_State *L, int number, void *swift, const char *name);

/* ---- the library's parts; each pushes its table, or fills the table on top ---- */
void lk_open_base(lua_State *L);
/* `sorted`; its upvalue is table.sort. */
int lk_sorted(lua_State *L);
void lk_open_coroutine(lua_State *L);
void lk_open_string(lua_State *L);
void lk_open_table(lua_State *L);
void lk_open_utf8(lua_State *L);
void lk_open_math(lua_State *L);
void lk_open_os(lua_State *L);

/* Registers functions as closures with one nil upvalue: such a function has an address of its own in the state's
   memory, the same in each run, where a plain C function shows where the library was loaded. */
void lk_register(lua_State *L, const luaL_Reg *functions);
/* Pushes the text that `tostring` gives: `__tostring`, `__name`, and addresses that repeat from run to run. */
const char *lk_tolstring(lua_State *L, int index, size_t *length);
/* The address of a value as scripts see it. */
uint32_t lk_address(lua_State *L, int index);

/* Pattern matching (lk_pattern.c) and packing (lk_pack.c), for the string table. */
int lk_str_find(lua_State *L);
int lk_str_match(lua_State *L);
int lk_str_gmatch(lua_State *L);
int lk_str_gsub(lua_State *L);
int lk_str_format(lua_State *L);
int lk_str_pack(lua_State *L);
int lk_str_packsize(lua_State *L);
int lk_str_unpack(lua_State *L);

/* Adds bytes to a buffer after asking for the memory. */
void lk_add(luaL_Buffer *b, lk_host *host, const char *bytes, size_t length);

/* Turns a position of the manual's kind (negative: from the end) into one from 1; at least 1. */
static inline size_t lk_start(lua_Integer position, size_t length) {
  if (position > 0) return (size_t)position;
  if (position == 0 || position < -(lua_Integer)length) return 1;
  return length + (size_t)position + 1;
}

/* The same for the end of a range: at most `length`; 0 before the first. */
static inline size_t lk_end(lua_Integer position, size_t length) {
  if (position > (lua_Integer)length) return length;
  if (position >= 0) return (size_t)position;
  if (position < -(lua_Integer)length) return 0;
  return length + (size_t)position + 1;
}

#endif
