#ifndef TEMA_CLIBXLSXWRITER_SHIM_H
#define TEMA_CLIBXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
