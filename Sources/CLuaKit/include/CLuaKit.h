#ifndef CLUAKIT_H
#define CLUAKIT_H

/*
 * The C half of LuaKit. Its one law: no Lua error, yield or other long jump ever crosses a Swift frame. Swift is
 * entered only through the functions of `lk_entries`, which return a count of results or one of the codes below;
 * whatever jumps does so in C, after the Swift frame is gone.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

/* What a Swift function returns instead of a count of results. */
enum {
  LK_RAISE = -1,     /* the error value is on top of the stack */
  LK_YIELD_BASE = -2 /* -2 - n: yield the n values on top of the stack */
};

/* Why a state was stopped; kept in `lk_host.tripped` and never cleared. */
typedef enum {
  LK_TRIP_NONE = 0,
  LK_TRIP_CPU = 1,
  LK_TRIP_WALL = 2,
  LK_TRIP_MEMORY = 3,
  LK_TRIP_OUTPUT = 4,
  LK_TRIP_INTERRUPT = 5
} lk_trip;

/* What a key is to an object. Ids of fields count from 0. */
enum { LK_UNKNOWN_KEY = -1, LK_METHOD = -2 };

/* The functions by which C enters Swift. Each returns a count or a code from above and never jumps. */
typedef struct {
  int32_t (*call)(lua_State *L, void *function);
  int32_t (*get)(lua_State *L, void *type, void *object, int32_t id, int64_t row); /* stack: object, key */
  int32_t (*set)(lua_State *L, void *type, void *object, int32_t id, int64_t row); /* stack: object, key, value */
  int32_t (*event)(lua_State *L, void *type, int32_t event);                       /* stack: the operands */
  void (*describe)(lua_State *L, void *error); /* pushes one string */
  void (*release)(void *object);
  void (*print)(void *owner, const char *bytes, size_t length);
} lk_entries;

/* The exit status of a process that was ended because its script couldn't be interrupted, and of one whose machine
   had no memory left. */
enum { LK_EXIT_STUCK = 152, LK_EXIT_MEMORY = 137 };

typedef struct lk_host lk_host;
typedef struct lk_type lk_type;
typedef struct lk_source lk_source;

/* The memory of one state; see lk_memory.c. */
typedef struct {
  char *region, *fresh; /* its addresses; what was never used */
  size_t mapped;        /* bytes of the region */
  struct lk_slab *empty;
  struct lk_slab *partial[56];
  size_t slab_bytes; /* in slabs that hold something */
  size_t malloc_bytes; /* in blocks of malloc's */
  char *stacks;        /* where stacks lie that don't move; see lk_stacks.c */
  size_t stacks_size;  /* of that range of addresses; 0: there are none */
  struct lk_stack *stack;
  int stack_count, stack_room, stack_free;
} lk_memory;

/* One a main state, reached from any of its coroutines through lua_getextraspace. */
struct lk_host {
  lua_State *main;
  lua_State *volatile current; /* the coroutine that runs */
  void *owner;                 /* the Swift core, not retained */
  void *context;               /* for C that embeds LuaKit: its own pointer */
  lk_entries entries;
  volatile int stop; /* nonzero: look at the reasons before going on */
  volatile int swift; /* nonzero while a Swift frame is innermost */
  int depth;         /* Swift to Lua calls on the stack */
  int closes;        /* coroutines that are being closed, one inside the other */
  bool opening, closing;
  lua_State *caller; /* where calls from Swift begin, with functions in fixed slots; see lk_call.c. NULL: none */
  bool calling;      /* the caller is in use */
  uint64_t stale_slots; /* of functions let go meanwhile, to be emptied; bit 0 is slot 1 */
  bool repeatable; /* hashes, and so the order of pairs, are the same in each run */
  char *stack_floor; /* the C stack may not grow below this */
  volatile lk_trip tripped;
  int trip_line;

  size_t used; /* bytes that Lua holds, and what was charged for Swift objects */
  size_t plain_limit; /* up to here small blocks are handed out at once; 0: look at each (lk_memory.c) */
  bool paced_small;      /* the collector goes at the pace of a small heap */
  lua_State *new_thread; /* made a moment ago; the next block is its stack */
  size_t memory_limit, output_limit, output_left;
  lk_memory memory;

  /* time, in nanoseconds; limits of 0 are none */
  int64_t cpu_limit, cpu_left, cpu_deadline;
  int64_t wall_limit, wall_left, wall_deadline;
  int scope;        /* nested lk_begin */
  volatile int interrupts; /* since the outermost scope began */
  lk_host *outer;   /* the host on this thread that runs outside of this one */
  bool ends_process; /* a script that can't be interrupted may end the process */
  const char *own_chunks; /* chunks whose names begin so are the host's own, no place to name in an error; or NULL */
  char **chunks; /* the names of the chunks that the host loaded: a script can't lie in these */
  int chunk_count;

  /* memory outside of Lua, where the process is the script's alone (lk_memory_watch.c) */
  size_t heap_before; /* bytes of the process's heap in use when the outermost scope began */
  size_t watch_from;  /* resident bytes from which on the heap is looked at */
  int64_t watched_at; /* CPU time when `heap_before` was taken */

  /* what scripts see of the world */
  int64_t world_time, world_clock;
  uint64_t world_seed, random[4];

  /* the error that came out last */
  lk_type *error_type; /* of boxed Swift errors */
  const char *error_source; /* the script that it names, or NULL; the registry holds it */
  int error_line;
  bool error_recorded;
  uint64_t error_token;

  /* object address to slot in the weak table of userdata; see lk_object.c */
  struct lk_identity *identities;
  uint32_t identity_count, identity_size, identity_used;
  int identity_free, identity_slots;

  lk_type **types; /* by the number that Swift gives each; NULL: not met in this state */
  int type_count;

  lk_source *sources; /* what rows lie in, by number, from 1; see lk_row.c */
  uint32_t source_count, source_room;
};

/* A type of objects in one state: what C must know to tell its objects and their keys apart. */
struct lk_type {
  void *swift;   /* what is asked */
  char *name;
  int metatable; /* registry reference; 0: its objects are rows */
  int key_table; /* the same: names to ids */
  uint32_t events; /* rows: a bit for each that Swift answers */
  bool long_keys; /* some name is too long to be interned, so its address says nothing */
  uint32_t mask;
  struct lk_key {
    const void *name; /* the address of an interned string, kept alive by the table of keys; NULL: free */
    int32_t id;
  } *keys;
};

/* What the userdata of an object holds: one retain, given back once by __gc. */
typedef struct {
  void *object;
  lk_host *host; /* the mark by which a block is known */
  lk_type *type;
  int64_t number; /* its slot in the table of identities; 0: none */
} lk_object;

static inline lk_host *lk_hostof(lua_State *L) { return *(lk_host **)lua_getextraspace(L); }

/* ---- states ---- */

/* Opens an empty state whose allocator never refuses (see docs/luakit.md, "Memory"). NULL: out of memory. */
lua_State *lk_open(lk_entries entries, void *owner);
void lk_close(lua_State *L);
/* Opens the library that scripts of strangers get. Pushes nothing; the globals table holds it. */
void lk_open_sandbox(lua_State *L);
/* Pushes a function that writes its texts where `print` writes, under the same limit, with nothing between them. */
void lk_push_write(lua_State *L);

/* ---- limits ---- */

/* Times in nanoseconds, sizes in bytes; 0 and SIZE_MAX are no limit. `ends_process`: see docs/threat-model.md. */
void lk_set_limits(lua_State *L, int64_t cpu, int64_t wall, size_t memory, size_t output, bool ends_process);
void lk_set_world(lua_State *L, int64_t time, uint64_t seed);
/* Pushes the message of the limit that stopped the state. */
void lk_push_trip_message(lua_State *L);
void lk_renew_budget(lua_State *L);
/* The clock runs between these two, which nest. Calls into Lua outside of any begin one themselves. */
void lk_begin(lua_State *L);
void lk_finish_scope(lua_State *L);
void lk_look_at_clock(lk_host *host);
/* Names script and line, the limit of memory and why, on standard error, and ends the process, if a script runs on this
   thread whose host may end it; returns otherwise. For whoever finds that the machine gives no more memory. Safe in a
   signal handler. */
void lk_end_for_memory(void);
/* A person wants the script that runs on this thread to end: it raises an error at its next instruction, and where it
   swallowed that, the second time for good. False: none runs. Safe in a signal handler. */
bool lk_interrupt(void);
/* Chunks whose names begin with this text (which must live as long as the state) are the host's own: errors name the
   script's line that led there. */
void lk_set_own_chunks(lua_State *L, const char *prefix);
size_t lk_memory_held(const lk_host *host);
/* Counts memory outside of Lua, that a script made the host use, as the script's. */
void lk_charge(lua_State *L, ptrdiff_t bytes);

/* ---- calls ---- */

/* A call on its way: where arguments are pushed, what was below them, and where the message handler is. */
typedef struct {
  lua_State *L;
  int base, handler;
} lk_frame;

enum { LK_SLOTS = 64 }; /* of the caller: the handler, then functions */

/* Begins a call of the function with this registry reference, and with `slot` if lk_pin gave it one: pushes it.
   Arguments go on top; then lk_call, whose result or error is on top; then lk_end_call. */
lk_frame lk_begin_other_call(lua_State *L, int reference);
static inline lk_frame lk_begin_call(lua_State *L, int reference, int slot) {
  lk_host *host = lk_hostof(L);
  lua_State *caller = host->caller;
  if (__builtin_expect(slot <= 0 || host->calling, 0)) return lk_begin_other_call(L, reference);
  host->calling = true;
  lua_pushvalue(caller, slot);
  return (lk_frame){caller, LK_SLOTS, 1};
}
int lk_call(lk_frame frame, int nargs, int nresults);
void lk_empty_slots(lk_host *host);
static inline void lk_end_call(lk_frame frame) {
  lua_settop(frame.L, frame.base);
  if (frame.handler > frame.base) return; /* a further call */
  lk_host *host = lk_hostof(frame.L);
  host->calling = false;
  if (__builtin_expect(host->stale_slots != 0, 0)) lk_empty_slots(host);
}
/* Gives a function a slot in the caller: its number, 0 while the caller is in use, or -1 where none is free. */
int lk_pin(lua_State *L, int reference);
void lk_unpin(lua_State *L, int slot);

/* Pushes the message handler; the function and its arguments go on top of it. */
void lk_push_handler(lua_State *L);
/* Calls the function under `nargs` arguments, with the handler under it. The handler's slot stays. On failure the
   error value is on top, and its place and traceback are kept (lk_push_error_source, lk_push_error_trace). */
int lk_pcall(lua_State *L, int nargs, int nresults);
/* Loads a text chunk; bytecode is refused. Pushes the function, or the error value. */
int lk_load(lua_State *L, const char *text, size_t length, const char *chunkname);
/* Resumes a coroutine from Swift; as lua_resume, with the error's place kept. */
int lk_resume(lua_State *co, lua_State *from, int nargs, int *nresults);

void lk_push_error_source(lua_State *L);
void lk_push_error_trace(lua_State *L);
/* Keeps a copy of the error value on top, so that Swift can raise the very same again. Returns its token. */
uint64_t lk_keep_error(lua_State *L);
/* Pushes the kept value if `token` is still the last one. */
bool lk_push_kept_error(lua_State *L, uint64_t token);

/* The script line that level `level` runs: 0 is the running function, 1 its caller. Line 0: no Lua function there.
   Pushes the chunk's full name (without @ or =) or nil. */
int lk_push_where(lua_State *L, int level);
/* The same for the innermost line of a script: of a chunk that the host loaded and that isn't its own. Where there is
   none, of any function written in Lua. */
int lk_push_script(lua_State *L);
/* Where the function on top was defined; it is replaced by the chunk's name or nil. */
int lk_push_definition(lua_State *L);
/* Pushes "script:line: " of the innermost Lua function, or "". */
void lk_push_place(lua_State *L);
/* Pushes `bad argument #1 to 'name' (text)`, with the place before it. `text` is on top and is replaced. */
void lk_push_argument_error(lua_State *L, int argument);

/* ---- Swift functions and objects ---- */

/* Pushes a function that calls Swift; takes over one retain of `function`. */
void lk_push_function(lua_State *L, void *function);
/* The type with this number in this state, or NULL: then lk_push_type makes it. */
static inline lk_type *lk_type_at(lua_State *L, int number) {
  lk_host *host = lk_hostof(L);
  return number < host->type_count ? host->types[number] : NULL;
}
/* Makes a type and leaves its metatable on the stack in the place of the table of keys (name to field id, or to a
   function), which is on top. */
lk_type *lk_push_type(lua_State *L, int number, void *swift, const char *name);
/* Sets the event's metamethod in the metatable on top; `event` is the id that Swift is asked with. */
void lk_set_metamethod(lua_State *L, void *swift, const char *name, int event);
/* The same for rows, whose metatable is that of all rows. */
lk_type *lk_push_row_type(lua_State *L, int number, void *swift, const char *name);
void lk_set_row_metamethod(lua_State *L, lk_type *type, const char *name, int event);

/* Pushes a userdata that holds `object`; takes over one retain. */
void lk_push_object(lua_State *L, void *object, lk_type *type);
/* The object that the value at `index` holds; NULL if it is of another type or was released. */
void *lk_object_at(lua_State *L, int index, void *swift);

/* A row is a light userdata: its source's number above these bits, its own number in them. */
enum { LK_ROW_BITS = 40 };
/* Gives an object a number, by which its rows are made; it isn't retained, and the number isn't given again. */
uint32_t lk_add_source(lua_State *L, void *object, lk_type *type);
/* From now on its rows raise an error. */
void lk_let_go_of_source(lua_State *L, uint32_t number);
static inline void lk_push_row(lua_State *L, uint32_t source, int64_t row) {
  lua_pushlightuserdata(L, (void *)((uintptr_t)source << LK_ROW_BITS | (uintptr_t)row));
}
/* The object in which the row at `index` lies; NULL if it is no row of this type, or the object was let go. */
void *lk_row_at(lua_State *L, int index, void *swift, int64_t *row);
/* What messages call the row at `index`; NULL if it is none. */
const char *lk_row_name(lua_State *L, int index);
/* Pushes a boxed Swift error; takes over one retain. */
void lk_push_swift_error(lua_State *L, void *box);
/* The box of a Swift error at `index`, or NULL. */
void *lk_swift_error_at(lua_State *L, int index);

/* Identity cache: a weak table from object address to its userdata. */
bool lk_push_cached(lua_State *L, const void *object);
void lk_cache_object(lua_State *L, const void *object);

/* ---- reads and writes that may run metamethods, protected. Arguments on the stack; status and result or error ---- */
int lk_get(lua_State *L);       /* table, key -> value */
int lk_set(lua_State *L);       /* table, key, value -> */
int lk_tostring(lua_State *L);  /* value -> string */
int lk_compare(lua_State *L, int op, bool *result);   /* a, b -> */
int lk_length(lua_State *L);    /* value -> length */
int lk_next(lua_State *L, int index);  /* key -> key, value: 1, or 0 at the end, or -1 and the error */

/* ---- static inline functions for what the API has as macros ---- */
static inline void lk_collect(lua_State *L) { lua_gc(L, LUA_GCCOLLECT); }
static inline void lk_pop(lua_State *L, int n) { lua_settop(L, -n - 1); }
static inline void lk_insert(lua_State *L, int index) { lua_rotate(L, index, 1); }
static inline void lk_remove(lua_State *L, int index) {
  lua_rotate(L, index, -1);
  lua_settop(L, -2);
}
static inline void lk_replace(lua_State *L, int index) {
  lua_copy(L, -1, index);
  lua_settop(L, -2);
}
static inline int lk_registry_index(void) { return LUA_REGISTRYINDEX; }
static inline int lk_upvalue_index(int i) { return lua_upvalueindex(i); }
static inline void lk_push_globals(lua_State *L) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}
static inline int lk_ref(lua_State *L) { return luaL_ref(L, LUA_REGISTRYINDEX); }
static inline void lk_unref(lua_State *L, int ref) { luaL_unref(L, LUA_REGISTRYINDEX, ref); }
static inline int lk_push_ref(lua_State *L, int ref) { return lua_rawgeti(L, LUA_REGISTRYINDEX, ref); }
static inline void lk_new_table(lua_State *L, int array, int hash) { lua_createtable(L, array, hash); }
static inline void lk_push_light(lua_State *L, void *p) { lua_pushlightuserdata(L, p); }
static inline const char *lk_bytes(lua_State *L, int index, size_t *length) {
  return lua_tolstring(L, index, length);
}
/* A number at an index, returned rather than stored, so that who asks needs no variable in memory. */
typedef struct { lua_Integer value; bool found; } lk_integer;
typedef struct { lua_Number value; bool found; } lk_number;
static inline lk_integer lk_integer_at(lua_State *L, int index) {
  int found;
  lua_Integer value = lua_tointegerx(L, index, &found);
  return (lk_integer){value, found != 0};
}
static inline lk_number lk_number_at(lua_State *L, int index) {
  int found;
  lua_Number value = lua_tonumberx(L, index, &found);
  return (lk_number){value, found != 0};
}
static inline const char *lk_typename(lua_State *L, int index) {
  return lua_typename(L, lua_type(L, index));
}

/* ---- for C written against LuaKit ---- */

/* What a C function must return for a code that Swift returned; may jump. */
int lk_finish(lua_State *L, int code);
/* Looks at the reasons to stop, and raises if a limit is reached. Call it (or lk_spend) in every loop whose length a
   script decides. */
void lk_stop(lua_State *L, lk_host *host);
static inline void lk_spend(lua_State *L, lk_host *host) {
  if (__builtin_expect(host->stop, 0)) lk_stop(L, host);
}
/* Raises unless enough C stack is left to call on. */
void lk_check_stack(lua_State *L, lk_host *host);

#endif
