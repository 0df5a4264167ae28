#ifndef CDOCUMENTLUA_H
#define CDOCUMENTLUA_H

/*
 * Elements of documents as Lua userdata: the part that must be fast, and that may jump.
 *
 * An element is a userdata with one user value a field (a *slot*) and, behind its head, room for the Swift value that it
 * was made from. A slot is filled from that value when a script first reads it, and keeps what it was filled or set
 * with; so an element that no script looks into costs one small block, and nested lists that a script changes stick.
 * Reading an element back starts from the Swift value and puts the filled slots over it.
 *
 * The law is LuaKit's: Swift is entered only through the functions below, which return a count of results or LK_RAISE.
 */

#include <CLuaKit.h>

typedef struct {
  const void *magic; /* tells our userdata from all others; scripts can't write into a userdata */
  int32_t kind;
  int16_t full;      /* nonzero: the room behind holds a Swift value */
  int16_t depth;     /* how deep elements lie in each other in that value, this one included; 0: not known yet */
} dl_node;

/* Why an assignment is refused. */
enum { DL_UNKNOWN_FIELD = 1, DL_READ_ONLY = 2, DL_WRONG_TYPE = 3 };

enum { DL_MAXIMUM_KINDS = 64 };

/* The functions by which C enters Swift. */
typedef struct {
  /* Pushes the value of a slot that is still in the Swift value. */
  int32_t (*fill)(lua_State *L, dl_node *node, int32_t slot);
  /* Destroys the Swift value. */
  void (*drop)(dl_node *node);
  /* Pushes the message that says why a field can't be set. Stack: node, key, value. */
  void (*refuse)(lua_State *L, dl_node *node, int32_t reason);
} dl_entries;

typedef int32_t (*dl_function)(lua_State *L);

/* Sets the entries; the same for all states. */
void dl_set_entries(dl_entries entries);

/* Makes the metatable of a kind, from what lies on the stack and is taken off it:
   - a table of keys: a name to a slot (an integer), to a path {slot, key}, or to the value itself;
   - a table of masks: a slot to the bits (1 << LUA_T...) of types that may be assigned.
   Leaves the metatable on the stack. `managed`: values of this kind hold Swift values, and get a finalizer. */
void dl_define_kind(lua_State *L, int kind, const char *name, bool managed);

/* Pushes a new element of that kind, with room for `size` bytes, not yet full. */
dl_node *dl_push_node(lua_State *L, int kind, size_t size, int slots);
static inline void *dl_value(dl_node *node) { return node + 1; }

extern const char dl_magic;
extern const char dl_kinds[DL_MAXIMUM_KINDS];
extern const char dl_lists[3];

/* The element at `index`, or NULL. */
static inline dl_node *dl_node_at(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TUSERDATA) return NULL;
  dl_node *node = (dl_node *)lua_touserdata(L, index);
  return node != NULL && lua_rawlen(L, index) >= sizeof(dl_node) && node->magic == &dl_magic ? node
                                                                                           : NULL;
}

/* Sets the metatable of Inlines (0), Blocks (1) or List (2) on the table on top. */
static inline void dl_set_list(lua_State *L, int list) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &dl_lists[list]);
  lua_setmetatable(L, -2);
}
/* Which of them the table at `index` is, or -1. */
int dl_list_at(lua_State *L, int index);
/* Keeps the table on top as the metatable of that list, and pops it. */
void dl_define_list(lua_State *L, int list);

/* Pushes a function that enters Swift by a bare pointer. */
void dl_push_function(lua_State *L, dl_function function);
/* Pushes `pandoc.Str`, which never leaves C. `kind` is that of Str. */
void dl_push_str_constructor(lua_State *L, int kind);
/* Pushes a word as a Str element. */
void dl_push_str(lua_State *L, int kind, const char *bytes, size_t length);
/* Pushes a light, immutable element of which one is enough for a state. */
void dl_push_shared(lua_State *L, int kind);

/* The place in a script that runs: the innermost function whose chunk isn't the module's own. Pushes "name:line: " or
   "". The module's own chunks have names that begin with "pandoc:". */
void dl_push_place(lua_State *L);
/* Pushes a function that raises the string it is given, with that place before it. */
void dl_push_fail(lua_State *L);
/* Pushes a function that raises what is wrong with an argument: its place, the function's name, and why. */
void dl_push_bad_argument(lua_State *L);
/* Pushes the metatable that all strings share, or nil. */
void dl_push_string_metatable(lua_State *L);

#endif
