// GNU extensions of glibc, which Swift's Glibc module does not include.
#ifndef TEMA_PROCESS_H
#define TEMA_PROCESS_H

#include <spawn.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <unistd.h>

extern int mkostemp(char *template_, int flags);
extern int pipe2(int ends[2], int flags);
extern int prlimit(pid_t process, int resource, const struct rlimit *limit, struct rlimit *before);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

// Returns the program's arguments and their number. Swift reads them from /proc, which may not be available. By the System
// V ABI, they end with a null pointer directly before the environment, and their number is before the first one. Call it
// before the environment is changed.
static inline char **process_arguments(long *count) {
    *count = 0;
    if (!__environ) return 0;
    char **end = __environ - 1;
    while ((long)end[-1 - *count] != *count) *count += 1;
    return end - *count;
}

#endif
