/*
 * Memory that a script makes the host use. Lua's allocator counts what Lua holds; Swift objects, and what C libraries
 * allocate for them, it never sees. Where a process runs one stranger's script and nothing else (`ends_process`), the
 * growth of its heap is the script's: a timer looks at the resident memory, and where that has grown, the next safe
 * point collects garbage and counts the heap. So nothing is counted twice, shared storage once, and a script pays
 * nothing for it.
 */
#include "lk_internal.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

void lk_describe_place(lk_host *host, char *text, size_t size) {
  lua_Debug ar;
  if (lk_find_script(host->current, &ar)) {
    const char *source = ar.source[0] == '@' || ar.source[0] == '=' ? ar.source + 1 : ar.short_src;
    snprintf(text, size, "%s:%d", source, ar.currentline);
  } else if (host->tripped != LK_TRIP_NONE && host->error_source != NULL) {
    /* The limit's error has left the stack already, and undoing a deep one takes long. */
    snprintf(text, size, "%s:%d", host->error_source, host->trip_line);
  } else {
    snprintf(text, size, "script");
  }
}

#if defined(__linux__) && defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 33)
#include <malloc.h>

static size_t heap_in_use(void) {
  struct mallinfo2 heap = mallinfo2();
  return heap.uordblks + heap.hblkhd;
}

/* Resident bytes of the process; 0 where that can't be read. Safe in a signal handler. */
static size_t resident(void) {
  int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  char text[128];
  ssize_t length = read(file, text, sizeof text - 1);
  close(file);
  if (length <= 0) return 0;
  text[length] = 0;
  const char *at = strchr(text, ' ');
  if (at == NULL) return 0;
  size_t pages = 0;
  for (at++; *at >= '0' && *at <= '9'; at++) pages = pages * 10 + (size_t)(*at - '0');
  return pages * (size_t)sysconf(_SC_PAGESIZE);
}

/* Large blocks of Lua's are malloc's; its small ones lie elsewhere. */
static size_t of_lua(const lk_host *host) { return host->memory.malloc_bytes; }

void lk_watch_begin(lk_host *host) {
  if (host->memory_limit == SIZE_MAX) return;
  size_t heap = heap_in_use(), lua = of_lua(host);
  host->heap_before = heap > lua ? heap - lua : 0;
  host->watch_from = resident() + host->memory_limit / 4;
}

void lk_watch(lk_host *host) {
  if (host->memory_limit == SIZE_MAX || host->watch_from == 0) return;
  size_t now = resident();
  if (now <= host->watch_from) return;
  /* Memory that was freed may stay resident, so the next look waits for more. */
  host->watch_from = now + host->memory_limit / 8;
  __atomic_fetch_or(&host->stop, LK_STOP_MEMORY, __ATOMIC_RELAXED);
  if (host->current != NULL && !host->closing) lk_arm(host);
}

size_t lk_foreign_bytes(lk_host *host) {
  if (!host->ends_process || host->scope == 0 || host->watch_from == 0) return 0;
  size_t heap = heap_in_use(), known = host->heap_before + of_lua(host);
  return heap > known ? heap - known : 0;
}

#else

void lk_watch_begin(lk_host *host) { (void)host; }
void lk_watch(lk_host *host) { (void)host; }
size_t lk_foreign_bytes(lk_host *host) {
  (void)host;
  return 0;
}

#endif
