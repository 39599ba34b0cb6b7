// Writes the tables of iconv.c as C. They are made with the iconv of this system's C library.
#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "decoding.h"

static const char *const names[] = {
    "ASCII", "ISO-8859-1", "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7",
    "ISO-8859-8", "ISO-8859-9", "ISO-8859-10", "ISO-8859-11", "ISO-8859-13", "ISO-8859-14", "ISO-8859-15", "ISO-8859-16",
    "CP1250", "CP1251", "CP1252", "CP1253", "CP1254", "CP1255", "CP1256", "CP1257", "CP1258", "CP932", "EUC-JP", "GB18030",
    "BIG5",
};

enum { MOST_NODES = 1 << 16, MOST_ENTRIES = 1 << 20 };
static struct node nodes[MOST_NODES];
static uint32_t entries[MOST_ENTRIES];
static uint32_t node_count, entry_count;
static iconv_t handle;

static void fail(const char *message) {
    fprintf(stderr, "tables: %s\n", message);
    exit(1);
}

// Decodes bytes, and returns the number of characters; -1 if the bytes are invalid and -2 if they are incomplete.
static int decoded(const uint8_t *bytes, size_t count, uint32_t *characters) {
    char *from = (char *)bytes, *to = (char *)characters;
    size_t space = 16;
    iconv(handle, NULL, NULL, NULL, NULL);
    size_t result = iconv(handle, &from, &count, &to, &space);
    if (result == (size_t)-1) return errno == EINVAL ? -2 : -1;
    iconv(handle, NULL, NULL, &to, &space);
    return (int)((16 - space) / 4);
}

// Returns the index of a node with these entries, which is added unless one exists.
static uint32_t node_with(const uint32_t all[256]) {
    int first = 0, last = 255;
    while (first < 255 && all[first] == INVALID) first++;
    while (last > first && all[last] == INVALID) last--;
    size_t size = (size_t)(last - first + 1) * 4;
    for (uint32_t index = 0; index < node_count; index++) {
        const struct node *node = &nodes[index];
        if (node->first == first && node->last == last && !memcmp(entries + node->entries, all + first, size)) return index;
    }
    if (node_count == MOST_NODES || entry_count + 256 > MOST_ENTRIES) fail("the tables are too large");
    nodes[node_count] = (struct node){(uint8_t)first, (uint8_t)last, entry_count};
    memcpy(entries + entry_count, all + first, size);
    entry_count += last - first + 1;
    return node_count++;
}

// Returns the entry of a byte at a position, after the bytes before it.
static uint32_t entry(uint8_t bytes[4], size_t position) {
    uint32_t characters[4];
    int count = decoded(bytes, position + 1, characters);
    int computed = position == 3 && bytes[0] >= 0x90;
    if (count == 1) return computed && characters[0] == formula(bytes) ? FORMULA : characters[0];
    if (count == -1) return computed && formula(bytes) > 0x10FFFF ? FORMULA : INVALID;
    if (count != -2 || position == 3) fail("a character has an unexpected form");
    uint32_t all[256];
    for (int byte = 0; byte < 256; byte++) {
        bytes[position + 1] = (uint8_t)byte;
        all[byte] = entry(bytes, position + 1);
    }
    return NODE + node_with(all);
}

// Writes the characters that two characters in sequence, or a result of them and a third one, are composed to.
static int write_compositions(int encoding, const uint32_t single[256]) {
    int count = 0;
    uint32_t pair[4], triple[4];
    printf("static const struct composition compositions_%d[] = {\n", encoding);
    for (int a = 0; a < 256; a++)
        for (int b = 0; b < 256; b++) {
            uint8_t bytes[3] = {(uint8_t)a, (uint8_t)b, 0};
            if (single[a] >= INVALID || single[b] >= INVALID || decoded(bytes, 2, pair) != 1) continue;
            printf("{%u,%u,%u},\n", single[a], single[b], pair[0]);
            count++;
            for (int c = 0; c < 256; c++) {
                bytes[2] = (uint8_t)c;
                if (single[c] >= INVALID || decoded(bytes, 3, triple) != 1) continue;
                printf("{%u,%u,%u},\n", pair[0], single[c], triple[0]);
                count++;
            }
        }
    printf("{0,0,0}};\n");
    return count;
}

static int write_encoding(int encoding) {
    node_count = 1; // The first node is set last.
    entry_count = 0;
    uint32_t all[256];
    int is_single = 1;
    for (int byte = 0; byte < 256; byte++) {
        uint8_t bytes[4] = {(uint8_t)byte};
        all[byte] = entry(bytes, 0);
        if (all[byte] >= NODE) is_single = 0;
    }
    nodes[0] = (struct node){0, 255, entry_count};
    memcpy(entries + entry_count, all, sizeof all);
    entry_count += 256;

    printf("static const uint32_t entries_%d[] = {", encoding);
    for (uint32_t index = 0; index < entry_count; index++) printf("%u,%s", entries[index], index % 16 == 15 ? "\n" : "");
    printf("};\nstatic const struct node nodes_%d[] = {\n", encoding);
    for (uint32_t index = 0; index < node_count; index++)
        printf("{%u,%u,%u},\n", nodes[index].first, nodes[index].last, nodes[index].entries);
    printf("};\n");
    if (is_single) return write_compositions(encoding, all);
    printf("static const struct composition compositions_%d[] = {{0,0,0}};\n", encoding);
    return 0;
}

int main(void) {
    const int count = sizeof names / sizeof names[0];
    int compositions[sizeof names / sizeof names[0]];
    printf("#include \"decoding.h\"\n");
    for (int encoding = 0; encoding < count; encoding++) {
        handle = iconv_open("UTF-32LE", names[encoding]);
        if (handle == (iconv_t)-1) fail(names[encoding]);
        compositions[encoding] = write_encoding(encoding);
        iconv_close(handle);
    }
    printf("const int decoding_count = %d;\nconst struct decoding decodings[] = {\n", count);
    for (int e = 0; e < count; e++)
        printf("{\"%s\", nodes_%d, entries_%d, compositions_%d, %d},\n", names[e], e, e, e, compositions[e]);
    printf("};\n");
    return ferror(stdout) != 0;
}
