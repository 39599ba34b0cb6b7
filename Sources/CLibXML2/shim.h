#ifndef TEMA_CLIBXML2_SHIM_H
#define TEMA_CLIBXML2_SHIM_H

// Debian builds libxml2 with ICU, whose headers clash with the ones Foundation carries.
// Tema uses no function that has an ICU type in its signature, so the headers can go without.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/catalog.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlerror.h>
#include <libxml/globals.h>

// A macro in some versions and a variable in others: Swift sees a function in all of them.
static inline const char *tema_xml_version(void) { return xmlParserVersion; }

#endif
