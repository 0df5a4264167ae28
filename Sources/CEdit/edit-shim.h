/* libedit's readline interface. Its variables are global and mutable, which Swift 6 refuses to touch; these functions
   set the few that the console needs. All of it belongs to the one thread that reads lines. */
#include <stdio.h>
#include <stdlib.h>
#include <editline/readline.h>

/* Gives the possible completions of the word before the cursor: a malloc'd, NULL-terminated list of malloc'd strings,
   the first their common beginning; or NULL for none. */
typedef char **(*cedit_completer)(const char *word, int start, int end);

static inline void cedit_begin(const char *name, cedit_completer completer) {
  rl_readline_name = name;
  rl_initialize();
  using_history();
  stifle_history(1000);
  rl_attempted_completion_function = completer;
  rl_basic_word_break_characters = " \t\n\"\\'`@$><=;|&{}(+-*/%^~#,)[]";
  rl_completion_append_character = '\0';
}

/* Says that there is nothing to complete beside what the completer gave: no names of files. */
static inline void cedit_complete_nothing_else(void) { rl_attempted_completion_over = 1; }

/* The line as it is now. */
static inline const char *cedit_line(void) { return rl_line_buffer; }
