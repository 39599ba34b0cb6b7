// Sixteen bytes compared at once. Swift has vectors and sums of them, but compares their bytes one by one.
#ifndef TEMA_BYTES_H
#define TEMA_BYTES_H

#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

// SIMD16<UInt8> in Swift.
typedef uint8_t bytes16 __attribute__((__vector_size__(16)));

static inline bytes16 bytes_each(uint8_t byte) {
    return (bytes16){byte, byte, byte, byte, byte, byte, byte, byte, byte, byte, byte, byte, byte, byte, byte, byte};
}

// All bits of those bytes that are less than a number; no bit of the others.
static inline bytes16 bytes_below(bytes16 bytes, uint8_t limit) { return (bytes16)(bytes < bytes_each(limit)); }

// The same of those that are some byte.
static inline bytes16 bytes_equal(bytes16 bytes, uint8_t byte) { return (bytes16)(bytes == bytes_each(byte)); }

static inline uint64_t bytes_gathered(const char *eight) {
    uint64_t word;
    memcpy(&word, eight, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return ((word >> 7 & 0x0101010101010101) * 0x0102040810204080) >> 56;
}

// The highest bit of each byte, the first byte's lowest, on any processor.
static inline uint64_t bytes_highest_bits_anywhere(bytes16 bytes) {
    return bytes_gathered((const char *)&bytes) | bytes_gathered((const char *)&bytes + 8) << 8;
}

// The same, in one instruction where there is one.
static inline uint64_t bytes_highest_bits(bytes16 bytes) {
#ifdef __SSE2__
    return (uint64_t)_mm_movemask_epi8((__m128i)bytes);
#else
    return bytes_highest_bits_anywhere(bytes);
#endif
}

#endif
