/*
 * Memory for one Lua state.
 *
 * Small blocks come from slabs of one size each, in a region that begins at a multiple of 4 GiB. Lua hashes objects by
 * the low half of their address, so the same program meets the same hashes, and `pairs` the same order, in each run.
 * It is also faster than malloc: Lua tells the size of what it frees, so a block needs no header.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "lk_internal.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define LK_PLAIN_MALLOC 1 /* so that the sanitizers see every block */
#endif
#endif
#if !defined(__linux__) || !defined(MAP_FIXED_NOREPLACE)
#define LK_PLAIN_MALLOC 1
#endif

#ifdef LK_PLAIN_MALLOC

void *lk_memory_resize(lk_memory *memory, void *block, size_t old_size, size_t new_size) {
  memory->malloc_bytes += new_size - (block != NULL ? old_size : 0);
  return realloc(block, new_size);
}

void lk_memory_free(lk_memory *memory, void *block, size_t size) {
  memory->malloc_bytes -= size;
  free(block);
}

void lk_memory_close(lk_memory *memory) { (void)memory; }

#else

enum { SLAB = 1 << 16, GROWTH = 16 * SLAB };

typedef struct lk_slab lk_slab;
struct lk_slab {
  lk_slab *next, *previous; /* among those of its class with a free block, or among the empty ones */
  void *free;               /* blocks given back */
  uint32_t size, used, capacity, fresh; /* `fresh`: blocks never given out begin at this number */
};

enum { HEADER = (sizeof(lk_slab) + 15) & ~15 };

/* Steps of 16 bytes up to 256, then eight steps to each doubling. */
static inline int class_of(size_t size, uint32_t *rounded) {
  if (size <= 256) {
    uint32_t n = (uint32_t)((size + 15) / 16);
    *rounded = n * 16;
    return (int)n - 1;
  }
  int shift = 63 - __builtin_clzl(size - 1) - 3; /* 256 < size <= 512: 5 */
  uint32_t n = (uint32_t)((size + (1u << shift) - 1) >> shift); /* 9 ... 16 */
  *rounded = n << shift;
  return 16 + (shift - 5) * 8 + (int)n - 9;
}

static atomic_uint_fast64_t next_region = 0x200000000000ull;

/* Maps the first slabs of a new region. */
static bool open_region(lk_memory *memory) {
  for (int attempt = 0; attempt < 64; attempt++) {
    uint64_t address = atomic_fetch_add(&next_region, 1ull << 32);
    if (address >= 0x500000000000ull) {
      atomic_store(&next_region, 0x200000000000ull);
      continue;
    }
    void *got = mmap((void *)address, GROWTH, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
    if (got == MAP_FAILED) continue;
    if (got != (void *)address) { /* a kernel that doesn't know the flag */
      munmap(got, GROWTH);
      return false;
    }
    memory->region = got;
    memory->fresh = got;
    memory->end = memory->region + GROWTH;
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
  if (memory->fresh == memory->end) {
    if (memory->end - memory->region >= (ptrdiff_t)0xF0000000) return NULL;
    void *got = mmap(memory->end, GROWTH, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
    if (got == MAP_FAILED) return NULL;
    if (got != (void *)memory->end) {
      munmap(got, GROWTH);
      return NULL;
    }
    memory->end += GROWTH;
  }
  lk_slab *slab = (lk_slab *)memory->fresh;
  memory->fresh += SLAB;
  return slab;
}

static void *allocate_small(lk_memory *memory, size_t size) {
  uint32_t rounded;
  int class = class_of(size, &rounded);
  lk_slab *slab = memory->partial[class];
  if (__builtin_expect(slab == NULL, 0)) {
    slab = new_slab(memory);
    if (slab == NULL) return NULL;
    slab->next = slab->previous = NULL;
    slab->free = NULL;
    slab->size = rounded;
    slab->used = slab->fresh = 0;
    slab->capacity = (SLAB - HEADER) / rounded;
    memory->partial[class] = slab;
    memory->slab_bytes += SLAB;
  }
  void *block = slab->free;
  if (block != NULL) {
    slab->free = *(void **)block;
  } else {
    block = (char *)slab + HEADER + (size_t)slab->fresh++ * rounded;
  }
  if (++slab->used == slab->capacity) {
    memory->partial[class] = slab->next;
    if (slab->next != NULL) slab->next->previous = NULL;
    slab->next = NULL;
  }
  return block;
}

static void free_small(lk_memory *memory, void *block, size_t size) {
  uint32_t rounded;
  int class = class_of(size, &rounded);
  lk_slab *slab = (lk_slab *)((uintptr_t)block & ~(uintptr_t)(SLAB - 1));
  *(void **)block = slab->free;
  slab->free = block;
  if (slab->used-- == slab->capacity) {
    slab->previous = NULL;
    slab->next = memory->partial[class];
    if (slab->next != NULL) slab->next->previous = slab;
    memory->partial[class] = slab;
  }
  /* An empty slab may serve another size, unless it is the last of its own: that would go back and forth. */
  if (slab->used == 0 && (slab->next != NULL || slab->previous != NULL)) {
    if (slab->previous != NULL) slab->previous->next = slab->next;
    else memory->partial[class] = slab->next;
    if (slab->next != NULL) slab->next->previous = slab->previous;
    slab->next = memory->empty;
    memory->empty = slab;
    memory->slab_bytes -= SLAB;
  }
}

/* Small blocks that found no region are malloc's; their addresses tell. */
static inline bool in_region(lk_memory *memory, void *block) {
  return (char *)block >= memory->region && (char *)block < memory->end;
}

void lk_memory_free(lk_memory *memory, void *block, size_t size) {
  if (in_region(memory, block)) {
    free_small(memory, block, size);
  } else {
    memory->malloc_bytes -= size;
    free(block);
  }
}

static void *allocate_large(lk_memory *memory, size_t size) {
  void *made = malloc(size);
  if (made != NULL) memory->malloc_bytes += size;
  return made;
}

void *lk_memory_resize(lk_memory *memory, void *block, size_t old_size, size_t new_size) {
  if (block == NULL) {
    void *made = new_size <= LK_SLAB_BLOCK ? allocate_small(memory, new_size) : NULL;
    return made != NULL ? made : allocate_large(memory, new_size);
  }
  bool small = in_region(memory, block);
  if (!small && new_size > LK_SLAB_BLOCK) {
    void *moved = realloc(block, new_size);
    if (moved != NULL) memory->malloc_bytes += new_size - old_size;
    return moved;
  }
  if (small && new_size <= LK_SLAB_BLOCK) {
    uint32_t a, b;
    if (class_of(old_size, &a) == class_of(new_size, &b)) return block;
  }
  void *made = new_size <= LK_SLAB_BLOCK ? allocate_small(memory, new_size) : NULL;
  if (made == NULL) made = allocate_large(memory, new_size);
  if (made == NULL) return NULL;
  memcpy(made, block, old_size < new_size ? old_size : new_size);
  lk_memory_free(memory, block, old_size);
  return made;
}

void lk_memory_close(lk_memory *memory) {
  if (memory->region != NULL) munmap(memory->region, (size_t)(memory->end - memory->region));
  memory->region = NULL;
}

#endif
