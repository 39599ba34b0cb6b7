// glibc's allocator settings, which Swift's Glibc module does not include.
#ifndef TEMA_ALLOCATION_H
#define TEMA_ALLOCATION_H

#include <malloc.h>

#endif
