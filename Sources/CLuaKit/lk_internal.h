#ifndef LK_INTERNAL_H
#define LK_INTERNAL_H

#include "CLuaKit.h"

#include <string.h>

/* Registry keys: the addresses of these. */
extern char lk_key_cache, lk_key_error_value, lk_key_error_trace, lk_key_error_source;

/* Writes a sentence to standard error and ends the process. For what can't be survived. */
void lk_die(const char *why) __attribute__((noreturn));

void lk_prepare_objects(lua_State *L, lk_host *host);
void lk_enter_thread(lk_host *host);

/* Keeps source, line and traceback of the running code, for an error that leaves `L`. */
void lk_record_error(lua_State *L, lk_host *host);

#endif
