// glibc's settings of the allocator, which Swift's module of the C library leaves out.
#ifndef TEMA_ALLOCATION_H
#define TEMA_ALLOCATION_H

#include <malloc.h>

#endif
