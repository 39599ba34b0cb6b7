// Files without a name: the flag that asks for one is an expression, which Swift does not import.
#ifndef TEMA_FILES_H
#define TEMA_FILES_H

#include <fcntl.h>

#ifndef O_TMPFILE
#define O_TMPFILE (020000000 | O_DIRECTORY)
#endif

// A file in a folder, open for writing, that its owner alone may read once it has a name; -1 if the file system has none such.
static inline int open_unnamed(const char *folder) { return open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600); }

#endif
