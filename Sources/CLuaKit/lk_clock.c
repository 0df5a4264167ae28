/*
 * The limits of time. A timer of the thread's CPU time raises a signal at the deadline, and its handler arms a hook on
 * the coroutine that runs. A process that was given leave ends itself where a script doesn't come back.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "lk_internal.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#ifdef LK_TIMERS
#include <sys/syscall.h>
#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif
#endif

enum { BILLION = 1000000000, NEVER = 0 };

/* How long a script may go on after its deadline without coming back to where it can be stopped, and how often to
   look meanwhile, in nanoseconds. */
static const int64_t grace = 400000000, look_again = 50000000;
/* How often the memory outside of Lua is looked at, where that is done. */
static const int64_t watch = 5000000;

static int64_t now(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return (int64_t)t.tv_sec * BILLION + t.tv_nsec;
}

void lk_renew_budget(lua_State *L) {
  lk_host *host = lk_hostof(L);
  host->cpu_left = host->cpu_limit;
  host->wall_left = host->wall_limit;
  if (host->scope > 0) {
    if (host->cpu_limit > 0) host->cpu_deadline = now(CLOCK_THREAD_CPUTIME_ID) + host->cpu_limit;
    if (host->wall_limit > 0) host->wall_deadline = now(CLOCK_MONOTONIC) + host->wall_limit;
  }
  if (host->tripped == LK_TRIP_NONE) {
    __atomic_fetch_and(&host->stop, ~(LK_STOP_CPU | LK_STOP_WALL), __ATOMIC_RELAXED);
  }
}

/* Marks the limits of time that this host has reached. */
void lk_look_at_clock(lk_host *host) {
  int reached = 0;
  if (host->cpu_limit > 0 && now(CLOCK_THREAD_CPUTIME_ID) >= host->cpu_deadline) reached |= LK_STOP_CPU;
  if (host->wall_limit > 0 && now(CLOCK_MONOTONIC) >= host->wall_deadline) reached |= LK_STOP_WALL;
  if (reached == 0) return;
  __atomic_fetch_or(&host->stop, reached, __ATOMIC_RELAXED);
  lk_arm(host);
}

#ifdef LK_TIMERS

static void expect_endings(void);

typedef struct {
  bool made;
  timer_t cpu, wall;
  int64_t cpu_set, wall_set; /* when each will go off; NEVER */
  lk_host *volatile active;  /* innermost first */
} lk_thread;

static __thread lk_thread thread_timers __attribute__((tls_model("initial-exec")));
static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_key_t thread_key;
static int signal_number;

static void set_timer(timer_t timer, int64_t deadline, int64_t *set) {
  struct itimerspec t = {{0, 0}, {deadline / BILLION, deadline % BILLION}};
  if (deadline != NEVER && t.it_value.tv_sec == 0 && t.it_value.tv_nsec == 0) t.it_value.tv_nsec = 1;
  timer_settime(timer, TIMER_ABSTIME, &t, NULL);
  *set = deadline;
}

/* Says which script can't be stopped and ends the process, which was given leave to be ended. Reads the state where
   it stands; nothing here allocates. */
static void end_process(lk_host *host) {
  char place[256], text[512];
  lk_describe_place(host, place, sizeof place);
  int length = snprintf(text, sizeof text,
                        "%s: stopped: the script used up its limit of %g s of CPU time in one operation that can't be "
                        "interrupted, so its process was ended\n",
                        place, (host->stop & LK_STOP_CPU ? host->cpu_limit : host->wall_limit) / 1e9);
  if (length > (int)sizeof text - 1) length = sizeof text - 1;
  if (write(STDERR_FILENO, text, (size_t)length) < 0) _exit(LK_EXIT_STUCK);
  _exit(LK_EXIT_STUCK);
}

static void on_timer(int number) {
  (void)number;
  int saved = errno;
  lk_thread *t = &thread_timers;
  int64_t cpu = now(CLOCK_THREAD_CPUTIME_ID), wall = now(CLOCK_MONOTONIC);
  int64_t next_cpu = NEVER, next_wall = NEVER;
  for (lk_host *host = t->active; host != NULL; host = host->outer) {
    lk_look_at_clock(host);
    /* Also where the limit's error is already on its way: unwinding a deep stack may take long by itself. */
    bool late = (host->stop & (LK_STOP_CPU | LK_STOP_WALL)) != 0;
    if (late && host->ends_process) {
      bool stuck = host->cpu_limit > 0 && cpu > host->cpu_deadline + grace;
      if (stuck) end_process(host);
    }
    if (host->ends_process && (host->stop & LK_STOP_MEMORY) == 0) lk_watch(host);
    if (host->cpu_limit > 0) {
      int64_t deadline = cpu >= host->cpu_deadline ? cpu + look_again : host->cpu_deadline;
      if (host->ends_process && deadline > cpu + watch) deadline = cpu + watch;
      if (next_cpu == NEVER || deadline < next_cpu) next_cpu = deadline;
    }
    if (host->wall_limit > 0) {
      int64_t deadline = wall >= host->wall_deadline ? wall + look_again : host->wall_deadline;
      if (next_wall == NEVER || deadline < next_wall) next_wall = deadline;
    }
  }
  set_timer(t->cpu, next_cpu, &t->cpu_set);
  set_timer(t->wall, next_wall, &t->wall_set);
  errno = saved;
}

/*
 * What ends a supervised process is told with script and line: a function of the host that wanted more memory than
 * there is, or that ran off the stack, shows as a signal. It says so and goes on to whatever handled the signal before:
 * mostly that is the end, of which the parent tells what became of the arena.
 */
static struct sigaction endings_before[32];

static void on_ending(int number, siginfo_t *info, void *context) {
  (void)context;
  lk_host *host = thread_timers.active;
  while (host != NULL && !host->ends_process) host = host->outer;
  static volatile sig_atomic_t telling;
  if (host != NULL) {
    char place[256] = "", text[512];
    /* Where Lua's own stack is broken, asking it fails as well: then the script's name must do. */
    if (telling++ == 0) lk_describe_place(host, place, sizeof place);
    else if (host->chunk_count > 0) snprintf(place, sizeof place, "%s", host->chunks[host->chunk_count - 1] + 1);
    char *address = info->si_addr;
    bool stack = number == SIGSEGV && address < host->stack_floor && host->stack_floor - address < (64 << 20);
    int length = snprintf(text, sizeof text,
                          stack ? "%s: stopped: a value is nested too deep for the stack of the process\n"
                                : "%s: stopped: a function of the host failed, most likely for want of memory (the "
                                  "script's limit is %g MiB)\n",
                          place, (double)host->memory_limit / 1048576);
    if (length > (int)sizeof text - 1) length = sizeof text - 1;
    if (write(STDERR_FILENO, text, (size_t)length) < 0) _exit(LK_EXIT_STUCK);
  }
  sigaction(number, &endings_before[number], NULL);
  raise(number);
}

/* Once a thread: the handlers need a stack of their own, where the thread's has no room left. */
static void expect_endings(void) {
  static __thread bool expected;
  static bool handled;
  if (expected) return;
  expected = true;
  static __thread char room[32768];
  stack_t before, stack = {.ss_sp = room, .ss_size = sizeof room};
  if (sigaltstack(NULL, &before) == 0 && (before.ss_flags & SS_DISABLE) != 0) sigaltstack(&stack, NULL);
  if (__atomic_test_and_set(&handled, __ATOMIC_SEQ_CST)) return;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_ending;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  const int numbers[] = {SIGSEGV, SIGBUS, SIGABRT, SIGILL, SIGTRAP, SIGFPE};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    sigaction(numbers[i], &action, &endings_before[numbers[i]]);
  }
}

bool lk_interrupt(void) {
  lk_host *host = thread_timers.active;
  if (host == NULL || host->current == NULL) return false;
  host->interrupts++;
  __atomic_fetch_or(&host->stop, LK_STOP_INTERRUPT, __ATOMIC_RELAXED);
  lk_arm(host);
  return true;
}

void lk_end_for_memory(void) {
  lk_host *host = thread_timers.active;
  while (host != NULL && !host->ends_process) host = host->outer;
  if (host == NULL) return;
  char place[256], text[512];
  lk_describe_place(host, place, sizeof place);
  int length = snprintf(text, sizeof text,
                        "%s: stopped: the script needs more than its limit of %g MiB of memory, in one operation, so "
                        "its process was ended\n",
                        place, (double)host->memory_limit / 1048576);
  if (length > (int)sizeof text - 1) length = sizeof text - 1;
  if (write(STDERR_FILENO, text, (size_t)length) < 0) _exit(LK_EXIT_STUCK);
  _exit(LK_EXIT_STUCK);
}

static void end_thread(void *data) {
  lk_thread *t = data;
  if (t->made) {
    timer_delete(t->cpu);
    timer_delete(t->wall);
    t->made = false;
  }
}

static void prepare_process(void) {
  signal_number = SIGRTMAX - 4;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_timer;
  action.sa_flags = SA_RESTART;
  sigaction(signal_number, &action, NULL);
  pthread_key_create(&thread_key, end_thread);
}

static bool make_timers(lk_thread *t) {
  pthread_once(&once, prepare_process);
  struct sigevent event;
  memset(&event, 0, sizeof event);
  event.sigev_notify = SIGEV_THREAD_ID;
  event.sigev_signo = signal_number;
  event.sigev_notify_thread_id = (int)syscall(SYS_gettid);
  if (timer_create(CLOCK_THREAD_CPUTIME_ID, &event, &t->cpu) != 0) return false;
  if (timer_create(CLOCK_MONOTONIC, &event, &t->wall) != 0) {
    timer_delete(t->cpu);
    return false;
  }
  t->made = true;
  pthread_setspecific(thread_key, t);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal_number);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  return true;
}

/* Sets the timers so that they go off no later than this host's deadlines. One that goes off early is set anew by
   the handler, so in a row of short scopes none is set at all. */
static void start_timers(lk_host *host) {
  lk_thread *t = &thread_timers;
  if (!t->made && !make_timers(t)) lk_die("the system gives no timers, so limits of time can't be kept");
  if (host->ends_process) expect_endings();
  host->outer = t->active;
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  t->active = host;
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  int64_t first = host->cpu_deadline;
  if (host->ends_process && host->cpu_left > watch) first = host->cpu_deadline - host->cpu_left + watch;
  if (host->cpu_limit > 0 && (t->cpu_set == NEVER || t->cpu_set > first)) set_timer(t->cpu, first, &t->cpu_set);
  if (host->wall_limit > 0 && (t->wall_set == NEVER || t->wall_set > host->wall_deadline)) {
    set_timer(t->wall, host->wall_deadline, &t->wall_set);
  }
}

static void stop_timers(lk_host *host) {
  thread_timers.active = host->outer;
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  host->outer = NULL;
}

#else

void lk_end_for_memory(void) {}
bool lk_interrupt(void) { return false; }

/* Without timers that signal a thread, a hook looks at the clock every thousand instructions. */
static void start_timers(lk_host *host) {
  if (host->cpu_limit <= 0 && host->wall_limit <= 0) return;
  lua_sethook(host->main, lk_hook, LUA_MASKCOUNT, 1000);
  if (host->caller != NULL) lua_sethook(host->caller, lk_hook, LUA_MASKCOUNT, 1000);
}

static void stop_timers(lk_host *host) { (void)host; }

#endif

void lk_begin(lua_State *L) {
  lk_host *host = lk_hostof(L);
  if (host->scope++ > 0) return;
  host->interrupts = 0;
  lk_enter_thread(host);
  if (host->cpu_limit <= 0 && host->wall_limit <= 0) return;
  int64_t cpu = now(CLOCK_THREAD_CPUTIME_ID);
  /* Looking at the heap costs more than a short call, and the host doesn't make much of it between two. */
  if (host->ends_process && (host->watched_at == 0 || cpu - host->watched_at > watch)) {
    host->watched_at = cpu;
    lk_watch_begin(host);
  }
  if (host->cpu_limit > 0) host->cpu_deadline = cpu + host->cpu_left;
  if (host->wall_limit > 0) host->wall_deadline = now(CLOCK_MONOTONIC) + host->wall_left;
  start_timers(host);
}

void lk_finish_scope(lua_State *L) {
  lk_host *host = lk_hostof(L);
  if (--host->scope > 0) return;
  if (host->cpu_limit <= 0 && host->wall_limit <= 0) return;
  stop_timers(host);
  if (host->cpu_limit > 0) {
    host->cpu_left = host->cpu_deadline - now(CLOCK_THREAD_CPUTIME_ID);
    if (host->cpu_left < 1) host->cpu_left = 1;
  }
  if (host->wall_limit > 0) {
    host->wall_left = host->wall_deadline - now(CLOCK_MONOTONIC);
    if (host->wall_left < 1) host->wall_left = 1;
  }
}
