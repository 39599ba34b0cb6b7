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

// Fields that newer versions deprecate: read here, where a system header's deprecations are no warnings.

// A parameter entity that is not declared is then skipped, as any DTD is, instead of being an error.
static inline void tema_xml_skip_parameter_entities(xmlParserCtxtPtr context) { context->hasPErefs = 1; }

// Whether the entity that is asked for is part of an attribute's value. Since 2.14 instate does not show it; but the spaces of an
// element are pushed before its tag is read and its name after that, and each stack begins with the document's. What a DTD has is
// no text either.
static inline int tema_xml_is_in_attribute(xmlParserCtxtPtr context) {
#if LIBXML_VERSION >= 21400
    return context->inSubset != 0 || context->spaceNr > context->nameNr + 1;
#else
    return context->instate == XML_PARSER_ATTRIBUTE_VALUE;
#endif
}

// Whether the HTML parser compares each attribute that it reads with all others of its tag. Since 2.14 it has a table of them.
static inline int tema_html_compares_attributes(xmlParserCtxtPtr context) {
#if LIBXML_VERSION >= 21400
    (void)context;
    return 0;
#else
    return context->instate != XML_PARSER_COMMENT && context->instate != XML_PARSER_PI;
#endif
}

#endif
