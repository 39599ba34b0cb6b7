#ifndef TEMA_CLIBXLSXWRITER_SHIM_H
#define TEMA_CLIBXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

// The field is `char *` in older versions and `const char *` in newer ones. In both, the library copies the name.
static inline void tema_set_temporary_folder(lxw_workbook_options *options, const char *folder) {
    options->tmpdir = (char *)folder;
}

#endif
