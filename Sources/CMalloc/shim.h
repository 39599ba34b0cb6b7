#ifndef TEMA_CMALLOC_SHIM_H
#define TEMA_CMALLOC_SHIM_H

#include <malloc.h>

#endif
