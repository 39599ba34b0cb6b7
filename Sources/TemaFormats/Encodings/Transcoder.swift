import Glibc
import TemaModel

/// Decodes a source to UTF-8 in chunks with glibc's iconv. It owns the iconv handle.
final class Transcoder {
    private let source: ByteSource
    private let encoding: TextEncoding
    private let refusesZeros: Bool
    private let handle: iconv_t
    private var raw = [UInt8](repeating: 0, count: 64 << 10)
    /// The number of bytes at the beginning of `raw` that are not decoded yet.
    private var held = 0
    /// The offset of the beginning of `raw` in the file.
    private var offset = 0
    private var check = UTF8Check()
    private var isUTF8 = true

    /// Creates a transcoder.
    ///
    /// - Parameter refusesZeros: Whether the character NUL is an error.
    /// - Throws: A ``Problem`` if iconv does not support the encoding.
    init(_ source: ByteSource, _ encoding: TextEncoding, refusesZeros: Bool) throws(Problem) {
        guard let handle = iconv_open("UTF-8", encoding.iconvName), handle != iconv_t(bitPattern: -1) else {
            throw Problem(
                "this system cannot decode \(encoding.name)", suggestion: "convert it to UTF-8 with another program",
                file: source.name
            )
        }
        self.source = source
        self.encoding = encoding
        self.refusesZeros = refusesZeros
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    /// Whether the encoding is a single-byte encoding but all bytes so far are valid UTF-8, with at least two sequences of
    /// several bytes.
    var looksLikeUTF8: Bool { isUTF8 && check.finish() == nil && check.sequences >= 2 }

    /// Starts decoding at an offset of the source.
    ///
    /// - Throws: A ``Problem`` if the file has changed since it was opened.
    func start(at offset: Int) throws(Problem) {
        try source.rewind(to: offset)
        iconv(handle, nil, nil, nil, nil)
        (held, self.offset, check, isUTF8) = (0, offset, UTF8Check(), encoding.isSingleByte)
    }

    /// Returns the next chunk of UTF-8; empty at the end.
    ///
    /// - Throws: A ``Problem`` with the byte's offset if the source cannot be read or decoded.
    func next() throws(Problem) -> [UInt8] {
        while true {
            let count = try source.read(into: &raw, from: held)
            if count == 0 {
                guard held == 0 else { throw bad("its last character is incomplete") }
                return convert(flushing: true).bytes
            }
            if isUTF8 { isUTF8 = raw[held..<(held + count)].withUnsafeBytes { check.feed($0) } == nil }
            held += count
            if refusesZeros, let zero = firstZero() { throw TextCheck.binary(at: offset + zero).inFile(source.name) }
            let (bytes, failure) = convert(flushing: false)
            if failure == EILSEQ {
                let byte = String(raw[0], radix: 16, uppercase: true)
                throw bad("the byte 0x\(byte.count < 2 ? "0" : "")\(byte) is not valid \(encoding.name)")
            }
            if !bytes.isEmpty { return bytes }
        }
    }

    /// Decodes the bytes in `raw`, and keeps those that cannot be decoded yet.
    ///
    /// - Returns: The UTF-8, and the value of `errno` if iconv failed or 0.
    private func convert(flushing: Bool) -> (bytes: [UInt8], failure: CInt) {
        // One byte decodes to at most four, and iconv buffers few characters itself.
        var output = [UInt8](repeating: 0, count: 4 * held + 64)
        var failure: CInt = 0
        var (left, space) = (held, output.count)
        // iconv requires pointers to `char`. They are not used after the call.
        raw.withUnsafeMutableBytes { input in
            output.withUnsafeMutableBytes { output in
                var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
                var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                let result = flushing ? iconv(handle, nil, nil, &to, &space) : iconv(handle, &from, &left, &to, &space)
                if result == -1 { failure = errno }
            }
        }
        output.removeLast(space)
        let used = held - left
        raw.withUnsafeMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[used..<held])) }
        (held, offset) = (left, offset + used)
        return (output, failure)
    }

    private func firstZero() -> Int? {
        let unit = encoding.unitBytes
        return stride(from: 0, to: held - unit + 1, by: unit).first { raw[$0] == 0 && raw[$0 + unit - 1] == 0 }
    }

    private func bad(_ message: String) -> Problem {
        Problem(
            message, kind: .encoding, suggestion: "repair the file, or name its actual encoding with --encoding",
            file: source.name, byte: offset)
    }
}
