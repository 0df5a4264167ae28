/*
 * Stacks that don't move.
 *
 * Lua 5.4.4 has a fault: where the stack moves while a `__concat` metamethod runs for a chain `a .. b .. c`, the
 * interpreter goes on with the old one, which is freed. A stack moves when it grows and when the collector shrinks it.
 * So each stack lies at the beginning of a range of addresses that is as long as a stack may become; memory is mapped
 * there as it grows.
 *
 * Lua moves a stack in three steps: it asks for a new block, copies, and frees the old one. Nothing in what it asks for
 * says that it is for a stack. But one function of Lua's asks for all of them, through another that does nothing else
 * in between, whose frame on the C stack always looks alike: above the allocator's own frame lie, in fixed places, the
 * address in the first function to which the second returns, and the coroutine that the first kept in a register. In
 * which places, an empty state shows once a process. Where it doesn't (another compiler, another machine), stacks are
 * blocks like others; where it does, the sandbox makes no more coroutines than have stacks that don't move.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "lk_internal.h"

#ifndef LK_PLAIN_MALLOC

#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>

/* ---- who asks ---- */

enum { WORDS = 16, TABLE = 1000 };

/* What was above the allocator's frame when a block was asked for. */
typedef struct {
  const void *returns;
  uintptr_t above[WORDS];
} sighting;

/* How it looks when a stack is moved: where the allocator returns to, and what lies above. */
static struct {
  const void *returns;
  uintptr_t function; /* where the function returns to that asks for stacks */
  int function_at, thread_at; /* -1: not known */
} mover = {.function_at = -1};

static void *look(void *ud, void *block, size_t old_size, size_t new_size) {
  sighting *seen = *(sighting **)ud;
  if (new_size == 0) {
    free(block);
    return NULL;
  }
  if (seen != NULL && seen->returns == NULL && block == NULL && old_size == 0) {
    seen->returns = __builtin_return_address(0);
    memcpy(seen->above, __builtin_dwarf_cfa(), sizeof seen->above);
  }
  return realloc(block, new_size);
}

/* Makes its coroutine's stack grow, for a sighting, until it returns. */
static int grow(lua_State *L) {
  void *seen;
  lua_getallocf(L, &seen);
  *(sighting **)seen = lua_touserdata(L, 1);
  lua_checkstack(L, TABLE);
  *(sighting **)seen = NULL;
  return 0;
}

static void see_growth(lua_State *L, sighting *seen) {
  lua_pushcfunction(L, grow);
  lua_pushlightuserdata(L, seen);
  lua_pcall(L, 1, 0, 0);
}

/* Moves the stacks of two coroutines, and makes a table for comparison. They grow by one way and shrink by another, so
   that a register that holds the coroutine by chance on one of them isn't taken for the one that always does. */
static void learn(void) {
  sighting first = {0}, second = {0}, table = {0}, shrunk = {0}, *seen = NULL;
  lua_State *L = lua_newstate(look, &seen);
  if (L == NULL) return;
  lua_gc(L, LUA_GCSTOP);
  lua_State *co = lua_newthread(L);
  see_growth(L, &first);
  see_growth(co, &second);
  seen = &table;
  lua_createtable(L, TABLE, 0);
  seen = &shrunk;
  lua_gc(L, LUA_GCCOLLECT);
  seen = NULL;
  lua_close(L);
  if (first.returns == NULL || first.returns != second.returns || first.returns != shrunk.returns) return;
  int function = -1, thread = -1;
  for (int i = WORDS - 1; i >= 0; i--) {
    /* Lua's code is small. */
    intptr_t distance = (intptr_t)(first.above[i] - (uintptr_t)first.returns);
    bool code = distance > -(1 << 20) && distance < (1 << 20);
    if (code && first.above[i] == second.above[i] && first.above[i] == shrunk.above[i]) function = i;
    bool either = shrunk.above[i] == (uintptr_t)L || shrunk.above[i] == (uintptr_t)co;
    if (first.above[i] == (uintptr_t)L && second.above[i] == (uintptr_t)co && either) thread = i;
  }
  if (function < 0 || thread < 0 || thread > function) return;
  if (table.returns == first.returns && table.above[function] == first.above[function]) return;
  mover.returns = first.returns;
  mover.function = first.above[function];
  mover.thread_at = thread;
  mover.function_at = function;
}

static inline lua_State *moved_thread(const void *returns, const uintptr_t *above) {
  if (returns != mover.returns || above[mover.function_at] != mover.function) return NULL;
  return (lua_State *)above[mover.thread_at];
}

/* ---- ranges of addresses ---- */

/* A stack has at most 1,000,200 slots of 16 bytes. Ranges begin where others do, stacks don't: the same lines of the
   processor's caches would serve them all. */
enum { STACKS = 4096, RANGE = 1 << 24, LARGEST = 1000300 * 16, STEP = 1 << 12, STAGGER = 1088 };

struct lk_stack {
  lua_State *thread; /* NULL: free */
  size_t mapped;     /* bytes from the range's beginning */
  size_t size;
  int blocks;        /* that Lua takes it for: two while it moves */
  int next_free;
};

static inline char *range(const lk_memory *memory, int number) { return memory->stacks + (size_t)number * RANGE; }

static inline size_t margin(int number) { return (size_t)number * STAGGER % STEP & ~(size_t)63; }

static inline struct lk_stack *stack_at(const lk_memory *memory, const void *block) {
  return &memory->stack[((const char *)block - memory->stacks) / RANGE];
}

/* Maps or gives back what a stack of this size needs. */
static bool fit(lk_memory *memory, int number, size_t size) {
  struct lk_stack *stack = &memory->stack[number];
  if (size > LARGEST) return false;
  size_t wanted = (margin(number) + size + STEP - 1) & ~(size_t)(STEP - 1);
  char *end = range(memory, number) + stack->mapped;
  if (wanted > stack->mapped) {
    if (!lk_memory_map(end, wanted - stack->mapped)) return false;
    stack->mapped = wanted;
  } else if (wanted <= stack->mapped / 4) {
    munmap(end - (stack->mapped - wanted), stack->mapped - wanted);
    stack->mapped = wanted;
  }
  stack->size = size;
  return true;
}

size_t lk_stacks_open(lk_memory *memory) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, learn);
  if (mover.function_at < 0) return 0;
  memory->stack_free = -1;
  return (size_t)STACKS * RANGE;
}

void lk_stacks_close(lk_memory *memory) {
  if (memory->stack_count > 0) munmap(memory->stacks, (size_t)memory->stack_count * RANGE);
  free(memory->stack);
  memory->stack = NULL;
  memory->stack_count = memory->stack_room = 0;
  memory->stacks_size = 0;
}

void *lk_stack_new(lk_memory *memory, lua_State *thread, size_t size) {
  int number = memory->stack_free;
  if (memory->stacks_size == 0) return NULL;
  if (number >= 0) {
    memory->stack_free = memory->stack[number].next_free;
  } else {
    if (memory->stack_count == memory->stack_room) {
      int room = memory->stack_room == 0 ? 8 : 2 * memory->stack_room;
      struct lk_stack *more = room <= STACKS ? realloc(memory->stack, (size_t)room * sizeof *more) : NULL;
      if (more == NULL) return NULL;
      memory->stack = more;
      memory->stack_room = room;
    }
    number = memory->stack_count++;
    memory->stack[number] = (struct lk_stack){0};
  }
  if (!fit(memory, number, size)) {
    memory->stack[number].next_free = memory->stack_free;
    memory->stack_free = number;
    return NULL;
  }
  memory->stack[number].thread = thread;
  memory->stack[number].blocks = 1;
  return range(memory, number) + margin(number);
}

void lk_need_stack(lua_State *L) {
  const lk_memory *memory = &lk_hostof(L)->memory;
  if (memory->stacks_size == 0 || memory->stack_count < STACKS || memory->stack_free >= 0) return;
  lua_gc(L, LUA_GCCOLLECT);
  if (memory->stack_free < 0) luaL_error(L, "too many coroutines at once: the limit is %d", STACKS);
}

void *lk_stack_moves(lk_memory *memory, const void *returns, const uintptr_t *above, size_t size) {
  if (memory->stacks_size == 0) return NULL;
  lua_State *thread = moved_thread(returns, above);
  if (thread == NULL) return NULL;
  for (int number = 0; number < memory->stack_count; number++) {
    struct lk_stack *stack = &memory->stack[number];
    if (stack->thread != thread) continue;
    /* The end of what is given up is still copied: it is unmapped when the old block is freed. */
    if (size > stack->size && !fit(memory, number, size)) return NULL;
    stack->size = size;
    stack->blocks++;
    return range(memory, number) + margin(number);
  }
  return NULL;
}

void *lk_stack_resize(lk_memory *memory, void *block, size_t size) {
  return fit(memory, (int)(stack_at(memory, block) - memory->stack), size) ? block : NULL;
}

void lk_stack_free(lk_memory *memory, void *block) {
  struct lk_stack *stack = stack_at(memory, block);
  int number = (int)(stack - memory->stack);
  if (--stack->blocks > 0) {
    fit(memory, number, stack->size);
    return;
  }
  stack->thread = NULL;
  fit(memory, number, 1);
  stack->next_free = memory->stack_free;
  memory->stack_free = number;
}

#else

void lk_need_stack(lua_State *L) { (void)L; }

#endif
