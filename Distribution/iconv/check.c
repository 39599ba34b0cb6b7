// Compares the iconv of the static program with that of this system's C library: all sequences of two bytes and random longer
// ones, in one piece and in two. Prints the first differences.
// usage: check [SEED]
#include <iconv.h>
#include <stdio.h>

#define iconv_open tema_iconv_open
#define iconv tema_iconv
#define iconv_close tema_iconv_close
#include "iconv.c"
#undef iconv_open
#undef iconv
#undef iconv_close

struct result {
    char output[256];
    size_t written, read;
    int failure;
};

// Decodes bytes of which the first `split` come first, as Transcoder does.
static struct result run(int ours, iconv_t handle, const uint8_t *bytes, size_t count, size_t split) {
    struct result result = {.failure = 0};
    char *from = (char *)bytes, *to = result.output;
    size_t left = split, space = sizeof result.output;
    (ours ? tema_iconv : iconv)(handle, NULL, NULL, NULL, NULL);
    for (int part = 0; part < 2; part++) {
        size_t status = (ours ? tema_iconv : iconv)(handle, &from, &left, &to, &space);
        result.failure = status == (size_t)-1 ? errno : 0;
        if (result.failure == EILSEQ) break;
        if (part == 0) left += count - split;
    }
    if (!result.failure) (ours ? tema_iconv : iconv)(handle, NULL, NULL, &to, &space);
    result.read = (size_t)(from - (char *)bytes);
    result.written = sizeof result.output - space;
    return result;
}

static int differences;

static void compare(const char *name, iconv_t theirs, iconv_t ours, const uint8_t *bytes, size_t count, size_t split) {
    struct result a = run(0, theirs, bytes, count, split), b = run(1, ours, bytes, count, split);
    if (a.failure == b.failure && a.read == b.read &&
        (a.failure || (a.written == b.written && !memcmp(a.output, b.output, a.written))))
        return;
    if (differences++ >= 20) return;
    printf("%s:", name);
    for (size_t index = 0; index < count; index++) printf(" %02X", bytes[index]);
    printf(" (%zu first): errors %d and %d, %zu and %zu bytes read\n", split, a.failure, b.failure, a.read, b.read);
}

static void check(const char *name) {
    iconv_t theirs = iconv_open("UTF-8", name), ours = tema_iconv_open("UTF-8", name);
    uint8_t bytes[12];
    for (int first = 0; first < 256; first++)
        for (int second = 0; second < 256; second++) {
            bytes[0] = (uint8_t)first;
            bytes[1] = (uint8_t)second;
            compare(name, theirs, ours, bytes, 2, 1);
        }
    for (int round = 0; round < 400000; round++) {
        size_t count = 1 + rand() % sizeof bytes;
        // The upper half of the bytes has all that is special.
        for (size_t index = 0; index < count; index++) bytes[index] = rand() % 4 ? 0x80 | rand() % 128 : rand() % 128;
        if (rand() % 4 == 0) bytes[rand() % count] = 0x30 + rand() % 10;
        compare(name, theirs, ours, bytes, count, rand() % (count + 1));
    }
    iconv_close(theirs);
    tema_iconv_close(ours);
}

int main(int count, char **arguments) {
    unsigned seed = count > 1 ? (unsigned)strtoul(arguments[1], NULL, 10) : 1;
    srand(seed);
    for (int index = 0; index < decoding_count; index++) check(decodings[index].name);
    check("UTF-16LE");
    check("UTF-16BE");
    printf("iconv: %d encodings, seed %u, %d differences\n", decoding_count + 2, seed, differences);
    return differences > 0;
}
