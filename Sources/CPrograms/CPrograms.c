#define _GNU_SOURCE
#include "CPrograms.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

static int lower(int resource, int64_t soft, int64_t hard) {
  if (soft < 0) return 0;
  struct rlimit limit;
  if (getrlimit(resource, &limit) != 0) return errno;
  if (limit.rlim_max == RLIM_INFINITY || limit.rlim_max > (rlim_t)hard) limit.rlim_max = (rlim_t)hard;
  if (limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur > (rlim_t)soft) limit.rlim_cur = (rlim_t)soft;
  return setrlimit(resource, &limit) == 0 ? 0 : errno;
}

int cprograms_limit_self(struct cprograms_limits limits, bool no_new_privileges) {
  int failure = lower(RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 1);
  if (failure == 0) failure = lower(RLIMIT_FSIZE, limits.file_size, limits.file_size);
  if (failure == 0) failure = lower(RLIMIT_CORE, limits.core_size, limits.core_size);
  if (failure == 0) failure = lower(RLIMIT_AS, limits.address_space, limits.address_space);
#ifdef __linux__
  if (failure == 0 && no_new_privileges && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) failure = errno;
#endif
  return failure;
}

static const char *limit_sentence, *crash_sentence;

static void tell_ending(int number) {
  const char *sentence = number == SIGXCPU ? limit_sentence : crash_sentence;
  size_t length = 0;
  while (sentence[length] != 0) length++;
  ssize_t written = write(2, sentence, length);
  _exit(written < 0 ? 2 : 1);
}

void cprograms_explain_endings(const char *limit, const char *crash) {
  limit_sentence = limit;
  crash_sentence = crash;
  // A stack of its own: where the stack has no room left, a handler on it could say nothing.
  static char room[65536];
  stack_t stack = {.ss_sp = room, .ss_size = sizeof room};
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_handler = tell_ending, .sa_flags = SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  const int numbers[] = {SIGXCPU, SIGSEGV, SIGBUS, SIGABRT, SIGILL, SIGTRAP, SIGFPE};
  for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++) {
    sigaction(numbers[index], &action, NULL);
  }
}

enum step { step_group, step_directory, step_streams, step_limits, step_program };
static const char *const step_names[] = {"process group", "working folder", "standard streams",
                                         "resource limits", "program"};
struct report {
  int failure, step;
};

_Noreturn static void give_up(int reporter, int failure, enum step step) {
  struct report report = {failure, step};
  ssize_t written = write(reporter, &report, sizeof report);
  _exit(written == (ssize_t)sizeof report ? 127 : 126);
}

/// A descriptor among the first three would be overwritten by the dup2 of another stream: move it out of the way.
static int aside(int descriptor) {
  return descriptor >= 0 && descriptor < 3 ? fcntl(descriptor, F_DUPFD_CLOEXEC, 3) : descriptor;
}

_Noreturn static void become(const struct cprograms_program *program, int reporter, pid_t parent) {
  if (setpgid(0, 0) != 0) give_up(reporter, errno, step_group);
  if (program->terminal >= 0) cprograms_lend_terminal(program->terminal, getpid());
#ifdef __linux__
  if (program->dies_with_parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (getppid() != parent) _exit(126);
  }
#else
  (void)parent;
#endif
  for (int number = 1; number < NSIG; number++) {
    if (number != SIGKILL && number != SIGSTOP) signal(number, SIG_DFL);
  }
  // A stopped child on a lent terminal would leave nobody to read the keyboard.
  if (program->terminal >= 0) signal(SIGTSTP, SIG_IGN);
  if (program->directory != NULL && chdir(program->directory) != 0) give_up(reporter, errno, step_directory);
  int streams[3] = {aside(program->input), aside(program->output), aside(program->error)};
  for (int stream = 0; stream < 3; stream++) {
    if (streams[stream] >= 0 && dup2(streams[stream], stream) < 0) give_up(reporter, errno, step_streams);
  }
  int failure = cprograms_limit_self(program->limits, program->no_new_privileges);
  if (failure != 0) give_up(reporter, failure, step_limits);
#if defined(__linux__) && defined(SYS_close_range)
  // 4 is CLOSE_RANGE_CLOEXEC: whatever a library left open stays out of the child.
  syscall(SYS_close_range, 3u, ~0u, 4u);
#endif
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(program->path, program->arguments, program->environment);
  give_up(reporter, errno, step_program);
}

int cprograms_start(const struct cprograms_program *program, pid_t *pid, const char **stage) {
  *stage = "pipe";
  int ends[2];
  int failure = cprograms_pipe(ends);
  if (failure != 0) return failure;
  // The end that the child reports on must not be one of the streams that it is about to replace.
  int reporter = aside(ends[1]);
  if (reporter != ends[1]) close(ends[1]);
  *stage = "fork";
  pid_t parent = getpid();
  // No handler of this process may run in the child.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t child = fork();
  if (child == 0) become(program, reporter, parent);
  failure = errno;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(reporter);
  if (child < 0) {
    close(ends[0]);
    return failure;
  }
  struct report report;
  ssize_t length;
  do length = read(ends[0], &report, sizeof report);
  while (length < 0 && errno == EINTR);
  close(ends[0]);
  *pid = child;
  if (length != (ssize_t)sizeof report) return 0;
  while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {
  }
  *stage = step_names[report.step];
  return report.failure;
}

int cprograms_watch(pid_t pid) {
#if defined(__linux__) && defined(SYS_pidfd_open)
  return (int)syscall(SYS_pidfd_open, pid, 0u);
#else
  (void)pid;
  return -1;
#endif
}

ssize_t cprograms_write(int descriptor, const void *bytes, size_t count) {
  sigset_t pipe_signal, before, pending;
  sigemptyset(&pipe_signal);
  sigaddset(&pipe_signal, SIGPIPE);
  sigpending(&pending);
  bool already = sigismember(&pending, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
  ssize_t written = write(descriptor, bytes, count);
  int failure = errno;
  if (written < 0 && failure == EPIPE && !already) {
    int taken;
    sigpending(&pending);
    if (sigismember(&pending, SIGPIPE)) sigwait(&pipe_signal, &taken);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  errno = failure;
  return written;
}

int cprograms_pipe(int ends[2]) {
#ifdef __linux__
  return pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno;
#else
  if (pipe(ends) != 0) return errno;
  for (int end = 0; end < 2; end++) fcntl(ends[end], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}

int cprograms_never_block(int descriptor) {
  int flags = fcntl(descriptor, F_GETFL);
  return flags >= 0 && fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) == 0 ? 0 : errno;
}

void cprograms_lend_terminal(int terminal, pid_t group) {
  sigset_t stop, before;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTTOU);
  sigprocmask(SIG_BLOCK, &stop, &before);
  tcsetpgrp(terminal, group);
  sigprocmask(SIG_SETMASK, &before, NULL);
}
