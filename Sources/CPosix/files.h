// Unnamed files. Swift does not import O_TMPFILE, because it is defined as an expression.
#ifndef TEMA_FILES_H
#define TEMA_FILES_H

#include <fcntl.h>

#ifndef O_TMPFILE
#define O_TMPFILE (020000000 | O_DIRECTORY)
#endif

// Opens an unnamed file in a folder for writing, with mode 0600. Returns -1 if the file system does not support unnamed files.
static inline int open_unnamed(const char *folder) { return open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600); }

#endif
