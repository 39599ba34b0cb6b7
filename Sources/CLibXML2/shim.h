#ifndef TEMA_CLIBXML2_SHIM_H
#define TEMA_CLIBXML2_SHIM_H

// Debian builds libxml2 with ICU, whose headers conflict with those in Foundation.
// Tema uses no function that has an ICU type in its signature, so ICU can be disabled here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/catalog.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlerror.h>
#include <libxml/globals.h>

// Some errors of libxml2 belong to no parser and are printed on standard error by default. The setting is that of the thread.
static inline void tema_xml_ignore(void *context, const char *format, ...) {
    (void)context;
    (void)format;
}
static inline void tema_xml_print_nothing(void) { xmlSetGenericErrorFunc(NULL, tema_xml_ignore); }

// Returns the version of the loaded library. `xmlParserVersion` is a macro in some versions and a variable in others.
static inline const char *tema_xml_version(void) { return xmlParserVersion; }

// The functions below access fields that newer versions deprecate. In a system header that causes no warnings.

// Makes the parser skip undeclared parameter entities instead of reporting an error.
static inline void tema_xml_skip_parameter_entities(xmlParserCtxtPtr context) { context->hasPErefs = 1; }

// Whether the entity being resolved is in an attribute's value or in the DTD, and so not in the text. Since 2.14, `instate` does
// not show this. But an element's entry on the space stack is pushed before its tag is read, its name after that, and the space
// stack has one more entry, for the document.
static inline int tema_xml_is_in_attribute(xmlParserCtxtPtr context) {
#if LIBXML_VERSION >= 21400
    return context->inSubset != 0 || context->spaceNr > context->nameNr + 1;
#else
    return context->instate == XML_PARSER_ATTRIBUTE_VALUE;
#endif
}

// Whether the HTML parser may be comparing each attribute that it reads with all others of its tag. Since 2.14, it uses a hash
// table.
static inline int tema_html_compares_attributes(xmlParserCtxtPtr context) {
#if LIBXML_VERSION >= 21400
    (void)context;
    return 0;
#else
    return context->instate != XML_PARSER_COMMENT && context->instate != XML_PARSER_PI;
#endif
}

#endif
