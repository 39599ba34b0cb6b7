#ifndef TEMA_CUTF8PROC_SHIM_H
#define TEMA_CUTF8PROC_SHIM_H

#include <utf8proc.h>

#endif
