/*
 * The heap's last word. Swift and most C libraries crash where malloc gives nothing, and what they print then helps no
 * organiser. The program's own malloc is asked instead, for as long as nothing goes wrong glibc's with a test behind it.
 */
#include "CPrograms.h"

#include <stddef.h>

static void (*volatile no_memory)(void);

void cprograms_tell_no_memory(void (*tell)(void)) { no_memory = tell; }

#if defined(__linux__) && defined(__GLIBC__)
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define OTHERS_MALLOC 1 /* the sanitizers bring their own */
#endif
#endif
#ifndef OTHERS_MALLOC

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);

static void *given(void *block, size_t size) {
  if (__builtin_expect(block == NULL, 0) && size != 0 && no_memory != NULL) no_memory();
  return block;
}

void *malloc(size_t size) { return given(__libc_malloc(size), size); }
void *calloc(size_t count, size_t size) { return given(__libc_calloc(count, size), count != 0 ? size : 0); }
void *realloc(void *block, size_t size) { return given(__libc_realloc(block, size), size); }

#endif
#endif
