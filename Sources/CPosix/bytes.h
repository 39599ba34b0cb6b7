// Comparisons of sixteen bytes at once. Swift's SIMD types compare their elements one by one.
#ifndef TEMA_BYTES_H
#define TEMA_BYTES_H

#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

// Imported into Swift as SIMD16<UInt8>.
typedef uint8_t bytes16 __attribute__((__vector_size__(16)));

// Returns a vector whose bytes all equal `byte`.
static inline bytes16 bytes_each(uint8_t byte) {
    return (bytes16){byte, byte, byte, byte, byte, byte, byte, byte, byte, byte, byte, byte, byte, byte, byte, byte};
}

// Returns 0xFF for each byte that is less than `limit`, and 0 for each other byte.
static inline bytes16 bytes_below(bytes16 bytes, uint8_t limit) { return (bytes16)(bytes < bytes_each(limit)); }

// Returns 0xFF for each byte that equals `byte`, and 0 for each other byte.
static inline bytes16 bytes_equal(bytes16 bytes, uint8_t byte) { return (bytes16)(bytes == bytes_each(byte)); }

// Returns the highest bits of eight bytes in the low eight bits of the result, the first byte's in bit 0.
static inline uint64_t bytes_gathered(const char *eight) {
    uint64_t word;
    memcpy(&word, eight, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return ((word >> 7 & 0x0101010101010101) * 0x0102040810204080) >> 56;
}

// Returns the highest bit of each byte, the first byte's in bit 0. Works on any processor.
static inline uint64_t bytes_highest_bits_anywhere(bytes16 bytes) {
    return bytes_gathered((const char *)&bytes) | bytes_gathered((const char *)&bytes + 8) << 8;
}

// Returns the same as `bytes_highest_bits_anywhere`, with a single instruction if the processor has one.
static inline uint64_t bytes_highest_bits(bytes16 bytes) {
#ifdef __SSE2__
    return (uint64_t)_mm_movemask_epi8((__m128i)bytes);
#else
    return bytes_highest_bits_anywhere(bytes);
#endif
}

#endif
