// The C library's iconv for the static program: decodes the encodings that Tema reads, except for UTF-8, to UTF-8.
//
// glibc loads a module for each encoding when it is opened. A static program cannot rely on these modules: another system may
// have other versions of them, or none. The tables here are made from them when the program is built.
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "decoding.h"

enum form { TABLES, UTF16LE, UTF16BE };

struct converter {
    enum form form;
    const struct decoding *decoding;
    uint32_t held; // A character that the next one may be composed with, or 0.
};

// The results of reading one character besides its length in bytes.
enum { BAD = -1, INCOMPLETE = -2 };

iconv_t iconv_open(const char *to, const char *from) {
    struct converter found = {TABLES, NULL, 0};
    if (!strcmp(from, "UTF-16LE")) found.form = UTF16LE;
    else if (!strcmp(from, "UTF-16BE")) found.form = UTF16BE;
    else
        for (int index = 0; index < decoding_count; index++)
            if (!strcmp(from, decodings[index].name)) found.decoding = &decodings[index];
    if (strcmp(to, "UTF-8") || (found.form == TABLES && !found.decoding)) {
        errno = EINVAL;
        return (iconv_t)-1;
    }
    struct converter *converter = malloc(sizeof *converter);
    if (!converter) return (iconv_t)-1;
    *converter = found;
    return converter;
}

int iconv_close(iconv_t handle) {
    free(handle);
    return 0;
}

static int read_table(const struct decoding *decoding, const uint8_t *bytes, size_t count, uint32_t *character) {
    uint32_t index = 0;
    for (size_t position = 0; position < count; position++) {
        const struct node *node = &decoding->nodes[index];
        uint8_t byte = bytes[position];
        if (byte < node->first || byte > node->last) return BAD;
        uint32_t entry = decoding->entries[node->entries + byte - node->first];
        if (entry >= NODE) {
            index = entry - NODE;
            continue;
        }
        *character = entry == FORMULA ? formula(bytes) : entry;
        return *character > 0x10FFFF ? BAD : (int)position + 1;
    }
    return INCOMPLETE;
}

static int read_utf16(int high, const uint8_t *bytes, size_t count, uint32_t *character) {
    if (count < 2) return INCOMPLETE;
    uint32_t unit = bytes[!high] << 8 | bytes[high];
    *character = unit;
    if (unit < 0xD800 || unit > 0xDFFF) return 2;
    if (unit > 0xDBFF) return BAD;
    if (count < 4) return INCOMPLETE;
    uint32_t low = bytes[2 + !high] << 8 | bytes[2 + high];
    if (low < 0xDC00 || low > 0xDFFF) return BAD;
    *character = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    return 4;
}

static int read_character(const struct converter *converter, const uint8_t *bytes, size_t count, uint32_t *character) {
    switch (converter->form) {
    case UTF16LE: return read_utf16(0, bytes, count, character);
    case UTF16BE: return read_utf16(1, bytes, count, character);
    default: return read_table(converter->decoding, bytes, count, character);
    }
}

// Writes a character as UTF-8. Returns 0 if there is no space for it.
static int write_character(uint32_t c, char **to, size_t *space) {
    uint8_t *out = (uint8_t *)*to;
    size_t length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    if (*space < length) return 0;
    for (size_t position = length - 1; position > 0; position--, c >>= 6) out[position] = 0x80 | (c & 0x3F);
    out[0] = length == 1 ? c : (0xF00 >> length & 0xFF) | c;
    *to += length;
    *space -= length;
    return 1;
}

static uint32_t composed(const struct decoding *decoding, uint32_t first, uint32_t second) {
    for (int index = 0; index < decoding->composition_count; index++) {
        const struct composition *each = &decoding->compositions[index];
        if (each->first == first && each->second == second) return each->result;
    }
    return 0;
}

static int can_begin(const struct decoding *decoding, uint32_t character) {
    for (int index = 0; index < decoding->composition_count; index++)
        if (decoding->compositions[index].first == character) return 1;
    return 0;
}

// Writes a character, or holds it because the next one may be composed with it. Returns 0 if there is no space.
static int take(struct converter *converter, uint32_t character, char **to, size_t *space) {
    const struct decoding *decoding = converter->decoding;
    if (converter->held) {
        uint32_t result = composed(decoding, converter->held, character);
        if (!result && !write_character(converter->held, to, space)) return 0;
        converter->held = 0;
        if (result) character = result;
    }
    if (!decoding || !decoding->composition_count || !can_begin(decoding, character))
        return write_character(character, to, space);
    converter->held = character;
    return 1;
}

size_t iconv(iconv_t handle, char **from, size_t *left, char **to, size_t *space) {
    struct converter *converter = handle;
    if (!from || !*from) {
        if (to && *to && converter->held && !write_character(converter->held, to, space)) {
            errno = E2BIG;
            return (size_t)-1;
        }
        converter->held = 0;
        return 0;
    }
    while (*left > 0) {
        uint32_t character;
        int length = read_character(converter, (const uint8_t *)*from, *left, &character);
        if (length < 0) {
            errno = length == BAD ? EILSEQ : EINVAL;
            return (size_t)-1;
        }
        // A held character and the next one may need eight bytes. Nothing has been written before the space is known.
        if (*space < 8) {
            errno = E2BIG;
            return (size_t)-1;
        }
        take(converter, character, to, space);
        *from += length;
        *left -= length;
    }
    return 0;
}
