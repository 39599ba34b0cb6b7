import TemaModel

/// An input decoded to UTF-8.
///
/// The encoding is the first of these that is present: the requested encoding, the byte-order mark, the XML declaration, the
/// byte order of a `<` in UTF-16 at the start of XML. The default is UTF-8. An invalid byte is an error; no byte is dropped or
/// replaced. Text is checked as it is read. XML in UTF-8 is not checked, because libxml2 does that.
public final class UTF8Input {
    /// The bytes that are decoded.
    public let source: ByteSource
    /// Warnings about the encoding. They are complete when all of the input has been read.
    public private(set) var warnings: [Problem] = []
    private let isXML: Bool
    private let choice: EncodingChoice
    /// The first bytes of the file, which contain its byte-order mark and XML declaration.
    private let beginning: [UInt8]
    private let transcoder: Transcoder?
    private var check: TextCheck
    /// UTF-8 that is decoded but not read yet.
    private var pending: ArraySlice<UInt8> = []

    /// Creates an input at the beginning of a source, and determines its encoding.
    ///
    /// - Parameters:
    ///   - encoding: The requested encoding, which takes precedence over everything else, or nil.
    ///   - isXML: Whether libxml2 parses the input. If so, the XML declaration is respected. The encoding in it is replaced
    ///     with spaces, so that libxml2 reads UTF-8 and column numbers stay correct.
    /// - Throws: A ``Problem`` if the source cannot be read, is empty, is not text, or is in an encoding that is not supported.
    public init(_ source: ByteSource, encoding: TextEncoding?, isXML: Bool) throws(Problem) {
        self.source = source
        self.isXML = isXML
        do throws(Problem) {
            beginning = try source.beginning(4 << 10)
            try ForeignFormat.refuse(beginning[...])
            choice = try EncodingChoice(beginning[...], asked: encoding, isXML: isXML)
        } catch {
            throw error.inFile(source.name)
        }
        guard beginning.count > choice.markLength else { throw TextCheck.empty.inFile(source.name) }
        transcoder =
            choice.encoding == .utf8 ? nil : try Transcoder(source, choice.encoding, refusesZeros: !isXML)
        check = TextCheck(from: choice.markLength)
        try rewind()
    }

    /// Moves to the beginning, so that the input can be read again.
    ///
    /// - Throws: A ``Problem`` if the file has changed since it was opened, or its beginning cannot be read or decoded.
    public func rewind() throws(Problem) {
        warnings = choice.warning.map { [$0.inFile(source.name)] } ?? []
        check = TextCheck(from: choice.markLength)
        if let transcoder {
            try transcoder.start(at: choice.markLength)
            pending = try transcoder.next()[...]
        } else {
            try source.rewind(to: beginning.count)
            pending = beginning[choice.markLength...]
        }
        if isXML { try prepareForXML() }
    }

    /// Reads the next bytes of UTF-8 into a buffer, without the byte-order mark.
    ///
    /// - Returns: The number of bytes read, at most the buffer's size; 0 at the end.
    /// - Throws: A ``Problem`` if the source cannot be read or decoded, with the offset of an invalid byte.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int {
        guard !buffer.isEmpty else { return 0 }
        if pending.isEmpty, let transcoder {
            pending = try transcoder.next()[...]
            if pending.isEmpty { noteMistakenEncoding() }
        }
        let count = min(pending.count, buffer.count)
        guard count > 0 || transcoder != nil else { return try checked(buffer, try source.read(into: buffer)) }
        buffer.copyBytes(from: pending.prefix(count))
        pending = pending.dropFirst(count)
        return try checked(buffer, count)
    }

    /// Reads the next bytes of UTF-8 into an array, from an index up to at most the array's end.
    ///
    /// - Returns: The number of bytes read; 0 at the end.
    /// - Throws: A ``Problem`` if the source cannot be read or decoded, with the offset of an invalid byte.
    package func read(into array: inout [UInt8], from start: Int) throws(Problem) -> Int {
        // The pointer is not used after the call.
        try array.withUnsafeMutableBufferPointer { (buffer: inout UnsafeMutableBufferPointer<UInt8>) throws(Problem) in
            try read(into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[start...])))
        }
    }

    /// Returns the rest of the input as a string.
    ///
    /// - Parameter most: The largest number of UTF-8 bytes.
    /// - Throws: A ``Problem`` if the input cannot be read or decoded, or is longer than `most`.
    public func readAll(atMost most: Int) throws(Problem) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = try read(into: &buffer, from: 0)
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= most else {
                throw Problem("it is larger than \(most >> 20) MB", suggestion: "split it", file: source.name)
            }
        }
    }

    private func checked(_ buffer: UnsafeMutableRawBufferPointer, _ count: Int) throws(Problem) -> Int {
        guard !isXML else { return count }
        do throws(Problem) {
            try count > 0 ? check.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count])) : check.finish()
        } catch {
            throw error.inFile(source.name)
        }
        return count
    }

    private func prepareForXML() throws(Problem) {
        do throws(Problem) {
            guard !pending.starts(with: [0xEF, 0xBB, 0xBF]) else {
                throw Problem("a second byte-order mark", suggestion: "delete it", byte: choice.markLength)
            }
            guard let declaration = try XMLDeclaration(pending) else { return }
            for position in declaration.span { pending[position] = UInt8(ascii: " ") }
        } catch {
            throw error.inFile(source.name)
        }
    }

    private func noteMistakenEncoding() {
        guard let transcoder, transcoder.looksLikeUTF8 else { return }
        let warning = Problem(
            "it looks like UTF-8 read as \(choice.encoding.name)", severity: .warning,
            suggestion: "if letters are wrong, use --encoding UTF-8", file: source.name)
        if !warnings.contains(warning) { warnings.append(warning) }
    }

    /// Returns the offset of the first byte of a source that is not UTF-8, or nil if all of it is UTF-8.
    ///
    /// It is for readers that rely on libxml2's check, which reports no offset. Moves the source to its beginning.
    ///
    /// - Throws: A ``Problem`` if the source cannot be read.
    public static func firstInvalidUTF8(in source: ByteSource) throws(Problem) -> Int? {
        try source.rewind()
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        var check = UTF8Check()
        var bad: Int?
        while bad == nil {
            let count = try source.read(into: &chunk, from: 0)
            if count == 0 {
                bad = check.finish()
                break
            }
            bad = chunk[..<count].withUnsafeBytes { check.feed($0) }
        }
        try source.rewind()
        return bad
    }
}
