/*
 * Memory for one Lua state.
 *
 * Small blocks come from slabs of one size each, in a region that begins at a multiple of 4 GiB. Lua hashes objects by
 * the low half of their address, so the same program meets the same hashes, and `pairs` the same order, in each run.
 * It is also faster than malloc: Lua tells the size of what it frees, so a block needs no header.
 *
 * Nothing here returns NULL to Lua: refusing an allocation makes Lua 5.4.4 collect garbage in the middle of an
 * operation, which a script can turn into a use after free, and it would let memory errors jump over Swift frames. So
 * the allocator counts, and where the machine itself has nothing left the process ends with a sentence.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "lk_internal.h"

#include <stdatomic.h>
#include <stdlib.h>
#ifndef LK_PLAIN_MALLOC
#include <sys/mman.h>
#ifndef MAP_FIXED_NOREPLACE
#define MAP_FIXED_NOREPLACE 0x100000 /* of Linux 4.17; older headers don't name it */
#endif
#endif

enum { SMALL_HEAP = 4 << 20 };

/* What must be looked at before a block is handed out: the limit, and whether the last block was a new coroutine, to
   which this one belongs. The coroutine, or NULL. */
static lua_State *before_block(lk_host *host, void *block, size_t old_size, size_t new_size) {
  size_t held = block != NULL ? old_size : 0;
  /* `used` counts what is held, so neither side can wrap round, not even where there is no limit. */
  if (__builtin_expect(host->used - held + new_size > host->memory_limit, 0)) {
    lk_memory_pressure(host, block, old_size, new_size);
  }
  lua_State *thread = host->new_thread;
  if (__builtin_expect(thread != NULL, 0)) {
    host->new_thread = NULL;
    host->plain_limit = host->memory_limit;
    if (host->opening) lk_state_begins(host, thread);
  }
  return thread;
}

/*
 * Lua begins to collect when its memory has doubled, which for a heap of some hundred kilobytes is all the time, at the
 * price of walking through the whole library. A small heap may grow to four times its size.
 */
static void pace(lk_host *host, bool small) {
  if (host->main != NULL && lua_gc(host->main, LUA_GCSETPAUSE, small ? 400 : 200) >= 0) host->paced_small = small;
}

static void *after_block(lk_host *host, void *made, void *block, size_t old_size, size_t new_size) {
  if (__builtin_expect(made == NULL, 0)) lk_die("the machine has no memory left for Lua");
  host->used += new_size - (block != NULL ? old_size : 0);
  bool small = host->used < SMALL_HEAP;
  if (__builtin_expect(small != host->paced_small, 0)) pace(host, small);
  if (block == NULL && old_size == LUA_TTHREAD) {
    host->new_thread = (lua_State *)((char *)made + LUA_EXTRASPACE);
    host->plain_limit = 0;
  }
  return made;
}

#ifdef LK_PLAIN_MALLOC

void *lk_allocate(void *ud, void *block, size_t old_size, size_t new_size) {
  lk_host *host = ud;
  if (new_size == 0) {
    if (block != NULL) host->memory.malloc_bytes -= old_size, host->used -= old_size;
    free(block);
    return NULL;
  }
  before_block(host, block, old_size, new_size);
  host->memory.malloc_bytes += new_size - (block != NULL ? old_size : 0);
  return after_block(host, realloc(block, new_size), block, old_size, new_size);
}

void lk_memory_close(lk_memory *memory) { (void)memory; }

#else

enum { SLAB = 1 << 16, GROWTH = 16 * SLAB };

/* Blocks up to this size come from slabs; larger ones from malloc. */
enum { SLAB_BLOCK = 4096, PLAIN_BLOCK = 256 };

typedef struct lk_slab lk_slab;
struct lk_slab {
  lk_slab *next, *previous; /* among those of its class with a free block, or among the empty ones */
  void *free;               /* blocks given back */
  char *fresh;              /* blocks never given out begin here */
  uint32_t size, used, capacity, class;
};

enum { HEADER = (sizeof(lk_slab) + 15) & ~15 };

/* Steps of 16 bytes up to 256, then eight steps to each doubling. */
static inline uint32_t plain_class(size_t size) { return (uint32_t)(size - 1) / 16; }

static inline uint32_t class_of(size_t size, uint32_t *rounded) {
  if (size <= PLAIN_BLOCK) {
    *rounded = (uint32_t)(size + 15) & ~15u;
    return plain_class(size);
  }
  int shift = 63 - __builtin_clzl(size - 1) - 3; /* 256 < size <= 512: 5 */
  uint32_t n = (uint32_t)((size + (1u << shift) - 1) >> shift); /* 9 ... 16 */
  *rounded = n << shift;
  return 16 + (uint32_t)(shift - 5) * 8 + n - 9;
}

/* ---- the region ---- */

static const uint64_t first_region = 0x100000000000ull, last_region = 0x500000000000ull;
/* A state's addresses begin with those for slabs; those for stacks follow (lk_stacks.c). */
static const uint64_t region_size = 1ull << 37, slabs_size = 1ull << 32;

static atomic_uint_fast64_t next_region = 0x100000000000ull;

bool lk_memory_map(char *address, size_t size) {
  void *got = mmap(address, size, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
  if (got == MAP_FAILED) return false;
  if (got == (void *)address) return true;
  munmap(got, size); /* a kernel that doesn't know the flag */
  return false;
}

/* Maps the first slabs of a new region. */
static bool open_region(lk_memory *memory) {
  for (int attempt = 0; attempt < 64; attempt++) {
    uint64_t address = atomic_fetch_add(&next_region, region_size);
    if (address >= last_region) {
      atomic_store(&next_region, first_region);
      continue;
    }
    if (!lk_memory_map((char *)address, GROWTH)) continue;
    memory->region = memory->fresh = (char *)address;
    memory->mapped = GROWTH;
    memory->stacks = memory->region + slabs_size;
    memory->stacks_size = lk_stacks_open(memory);
    return true;
  }
  return false;
}

static lk_slab *new_slab(lk_memory *memory) {
  if (memory->empty != NULL) {
    lk_slab *slab = memory->empty;
    memory->empty = slab->next;
    return slab;
  }
  if (memory->region == NULL && !open_region(memory)) return NULL;
  if (memory->fresh == memory->region + memory->mapped) {
    if (memory->mapped == slabs_size || !lk_memory_map(memory->fresh, GROWTH)) return NULL;
    memory->mapped += GROWTH;
  }
  lk_slab *slab = (lk_slab *)memory->fresh;
  memory->fresh += SLAB;
  return slab;
}

/* ---- small blocks ---- */

static bool open_slab(lk_memory *memory, uint32_t class, uint32_t size) {
  lk_slab *slab = new_slab(memory);
  if (slab == NULL) return false;
  *slab = (lk_slab){.fresh = (char *)slab + HEADER, .size = size, .capacity = (SLAB - HEADER) / size, .class = class};
  memory->partial[class] = slab;
  memory->slab_bytes += SLAB;
  return true;
}

/* A block of a slab that has one. */
static inline void *take(lk_memory *memory, lk_slab *slab) {
  void *block = slab->free;
  if (block != NULL) {
    slab->free = *(void **)block;
  } else {
    block = slab->fresh;
    slab->fresh += slab->size;
  }
  if (__builtin_expect(++slab->used == slab->capacity, 0)) {
    memory->partial[slab->class] = slab->next;
    if (slab->next != NULL) slab->next->previous = NULL;
    slab->next = NULL;
  }
  return block;
}

static void *allocate_small(lk_memory *memory, size_t size) {
  uint32_t rounded, class = class_of(size, &rounded);
  if (memory->partial[class] == NULL && !open_slab(memory, class, rounded)) return NULL;
  return take(memory, memory->partial[class]);
}

static inline lk_slab *slab_of(void *block) { return (lk_slab *)((uintptr_t)block & ~(uintptr_t)(SLAB - 1)); }

/* A slab that was full has a free block again, or one has no other block left. */
static void relink(lk_memory *memory, lk_slab *slab) {
  if (slab->used + 1 == slab->capacity) {
    slab->previous = NULL;
    slab->next = memory->partial[slab->class];
    if (slab->next != NULL) slab->next->previous = slab;
    memory->partial[slab->class] = slab;
  }
  /* An empty slab may serve another size, unless it is the last of its own: that would go back and forth. */
  if (slab->used == 0 && (slab->next != NULL || slab->previous != NULL)) {
    if (slab->previous != NULL) slab->previous->next = slab->next;
    else memory->partial[slab->class] = slab->next;
    if (slab->next != NULL) slab->next->previous = slab->previous;
    slab->next = memory->empty;
    memory->empty = slab;
    memory->slab_bytes -= SLAB;
  }
}

static inline void give_back(lk_memory *memory, void *block) {
  lk_slab *slab = slab_of(block);
  *(void **)block = slab->free;
  slab->free = block;
  uint32_t used = --slab->used;
  if (__builtin_expect(used == 0 || used + 1 == slab->capacity, 0)) relink(memory, slab);
}

/* Small blocks that found no region are malloc's; their addresses tell. */
static inline bool in_slab(const lk_memory *memory, const void *block) {
  return (size_t)((const char *)block - memory->region) < memory->mapped;
}

/* ---- all blocks ---- */

static void free_block(lk_memory *memory, void *block, size_t size) {
  if (in_slab(memory, block)) {
    give_back(memory, block);
  } else if (lk_is_stack(memory, block)) {
    lk_stack_free(memory, block);
  } else {
    memory->malloc_bytes -= size;
    free(block);
  }
}

static void *allocate(lk_memory *memory, size_t size) {
  void *made = size <= SLAB_BLOCK ? allocate_small(memory, size) : NULL;
  if (made != NULL) return made;
  made = malloc(size);
  if (made != NULL) memory->malloc_bytes += size;
  return made;
}

static void *resize(lk_memory *memory, void *block, size_t old_size, size_t new_size) {
  if (in_slab(memory, block)) {
    uint32_t rounded;
    if (new_size <= SLAB_BLOCK && class_of(new_size, &rounded) == slab_of(block)->class) return block;
  } else if (lk_is_stack(memory, block)) {
    void *same = lk_stack_resize(memory, block, new_size);
    if (same != NULL) return same;
  } else if (new_size > SLAB_BLOCK) {
    void *moved = realloc(block, new_size);
    if (moved != NULL) memory->malloc_bytes += new_size - old_size;
    return moved;
  }
  void *made = allocate(memory, new_size);
  if (made == NULL) return NULL;
  memcpy(made, block, old_size < new_size ? old_size : new_size);
  free_block(memory, block, old_size);
  return made;
}

static __attribute__((noinline)) void *allocate_with_care(lk_host *host, void *block, size_t old_size, size_t new_size,
                                                          void *returns, const uintptr_t *above) {
  lk_memory *memory = &host->memory;
  lua_State *thread = before_block(host, block, old_size, new_size);
  void *made = NULL;
  if (block != NULL) {
    made = resize(memory, block, old_size, new_size);
  } else {
    if (thread != NULL) made = lk_stack_new(memory, thread, new_size);
    else if (old_size == 0) made = lk_stack_moves(memory, returns, above, new_size);
    if (made == NULL) made = allocate(memory, new_size);
  }
  return after_block(host, made, block, old_size, new_size);
}

void *lk_allocate(void *ud, void *block, size_t old_size, size_t new_size) {
  lk_host *host = ud;
  lk_memory *memory = &host->memory;
  if (block == NULL) {
    if (new_size == 0) return NULL;
    if (__builtin_expect(new_size <= PLAIN_BLOCK && host->used + new_size <= host->plain_limit, 1)) {
      lk_slab *slab = memory->partial[plain_class(new_size)];
      if (__builtin_expect(slab != NULL && old_size != LUA_TTHREAD, 1)) {
        host->used += new_size;
        return take(memory, slab);
      }
    }
  } else if (new_size == 0) {
    host->used -= old_size;
    if (__builtin_expect(in_slab(memory, block), 1)) give_back(memory, block);
    else free_block(memory, block, old_size);
    return NULL;
  }
  return allocate_with_care(host, block, old_size, new_size, __builtin_return_address(0), __builtin_dwarf_cfa());
}

void lk_memory_close(lk_memory *memory) {
  lk_stacks_close(memory);
  if (memory->region != NULL) munmap(memory->region, memory->mapped);
  memory->region = NULL;
  memory->mapped = 0;
}

#endif
