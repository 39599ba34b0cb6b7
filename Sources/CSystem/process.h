// GNU extensions of glibc, which Swift's Glibc module does not include.
#ifndef TEMA_PROCESS_H
#define TEMA_PROCESS_H

#include <spawn.h>
#include <sys/resource.h>
#include <sys/types.h>

extern int mkostemp(char *template_, int flags);
extern int pipe2(int ends[2], int flags);
extern int prlimit(pid_t process, int resource, const struct rlimit *limit, struct rlimit *before);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

#endif
