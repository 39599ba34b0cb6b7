#ifndef TEMA_CLIBARCHIVE_SHIM_H
#define TEMA_CLIBARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>

#endif
