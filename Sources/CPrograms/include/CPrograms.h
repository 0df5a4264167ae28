/// What must happen between fork and exec, and the few calls that Swift cannot make because C declares them with
/// "...". Between fork and exec only async-signal-safe calls are allowed, and Swift's runtime is none of them.
#ifndef CPROGRAMS_H
#define CPROGRAMS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/// Limits of one process. A negative number leaves that limit as it is.
struct cprograms_limits {
  /// Seconds of processor time; at the limit SIGXCPU, a second later SIGKILL.
  int64_t cpu_seconds;
  /// Bytes of address space.
  int64_t address_space;
  /// Bytes that any one file may grow to; beyond it SIGXFSZ.
  int64_t file_size;
  /// Bytes of a core dump.
  int64_t core_size;
};

/// A program to start.
struct cprograms_program {
  const char *path;
  char *const *arguments;
  char *const *environment;
  /// The folder to start in, or NULL for this process's.
  const char *directory;
  /// Descriptors for the child's three streams, or -1 for this process's own.
  int input, output, error;
  struct cprograms_limits limits;
  /// The child and all that it starts can gain no rights by setuid programs.
  bool no_new_privileges;
  /// The child is killed when the thread that started it ends.
  bool dies_with_parent;
  /// A terminal that is lent to the child's process group, or -1.
  int terminal;
};

/// Starts a program as the leader of a process group of its own. Returns 0, or an errno with `*stage` naming the
/// step that failed.
int cprograms_start(const struct cprograms_program *program, pid_t *pid, const char **stage);

/// Limits the calling process. Returns 0 or an errno. A limit that is already lower stays.
int cprograms_limit_self(struct cprograms_limits limits, bool no_new_privileges);

/// Has the process end with status 1 and a sentence on standard error: `limit` at SIGXCPU, `crash` where it would crash
/// (SIGSEGV, SIGBUS, SIGABRT, SIGILL, SIGTRAP, SIGFPE). For the thread that calls. The texts must live as long as the
/// process.
void cprograms_explain_endings(const char *limit, const char *crash);

/// Has `tell` called, on the thread that asked, when malloc has no memory to give; malloc returns NULL if it returns.
/// NULL: nobody. For a supervised child, where whatever asked would crash without a word that helps.
void cprograms_tell_no_memory(void (*tell)(void));

/// A descriptor that becomes readable when the process ends, or -1 where the kernel has none.
int cprograms_watch(pid_t pid);

/// As write(2), but a reader that is gone gives EPIPE and no signal, whatever the process does with SIGPIPE.
ssize_t cprograms_write(int descriptor, const void *bytes, size_t count);

/// A pipe whose ends are closed on exec. `ends[0]` reads. Returns 0 or an errno.
int cprograms_pipe(int ends[2]);

/// Makes reads and writes of a descriptor return at once. Returns 0 or an errno.
int cprograms_never_block(int descriptor);

/// Makes `group` the foreground process group of a terminal, without being stopped for it.
void cprograms_lend_terminal(int terminal, pid_t group);

#endif
