// The form of the tables that tables.c writes and iconv.c reads.
#ifndef TEMA_DECODING_H
#define TEMA_DECODING_H

#include <stdint.h>

// What follows a byte: a character, or one of the values below, or NODE plus the index of the node for the next byte.
enum { INVALID = 0x200000, FORMULA = 0x200001, NODE = 0x400000 };

// The entries for the next byte, from `first` to `last`. Other bytes are invalid. `entries` is the index of the first entry.
struct node {
    uint8_t first, last;
    uint32_t entries;
};

// A character that iconv replaces two characters with.
struct composition {
    uint32_t first, second, result;
};

struct decoding {
    const char *name;
    const struct node *nodes; // The first node is that of a character's first byte.
    const uint32_t *entries;
    const struct composition *compositions;
    int composition_count;
};

extern const struct decoding decodings[];
extern const int decoding_count;

// The character of four bytes of GB 18030 from 0x90308130 on, which a formula maps to all planes but the first.
static inline uint32_t formula(const uint8_t bytes[4]) {
    return 0x10000 + ((bytes[0] - 0x90) * 10 + bytes[1] - 0x30) * 1260 + (bytes[2] - 0x81) * 10 + bytes[3] - 0x30;
}

#endif
