import TemaModel

/// The input as UTF-8, whatever it was written in.
///
/// What decides the encoding is, in this order: what was asked for, the byte-order mark, the XML declaration, the
/// zeros of UTF-16 beside the first `<` of XML, and at last UTF-8. A bad byte is an error with its place; nothing is
/// dropped, replaced or guessed. Text is checked while it passes; UTF-8 that is XML passes as it is, for libxml2 to check.
public final class UTF8Input {
    public let source: ByteSource
    /// What may not mean what its writer meant; complete when all has been read.
    public private(set) var warnings: [Problem] = []
    private let isXML: Bool
    private let choice: EncodingChoice
    /// The first bytes of the file, in which its byte-order mark and XML declaration stand.
    private let beginning: [UInt8]
    private let transcoder: Transcoder?
    private var check: TextCheck
    /// UTF-8 that waits to be read.
    private var pending: ArraySlice<UInt8> = []

    /// Finds the encoding out and goes to the beginning.
    ///
    /// - Parameters:
    ///   - encoding: What the person asked for, which overrules all else.
    ///   - isXML: Whether libxml2 will read it: then the XML declaration counts, and its encoding is painted over with
    ///     spaces, so that libxml2 believes what it gets and columns stay.
    /// - Throws: A ``Problem`` where it is empty, no text, or in an encoding that Tema does not read.
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

    /// Goes back to the beginning.
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

    /// Reads on: at most as many bytes of UTF-8 as the buffer holds, without the byte-order mark; 0 at the end.
    ///
    /// - Throws: A ``Problem`` with the byte's offset in the file where something is wrong there.
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

    /// Reads on into an array, from an index to its end at most; 0 at the end.
    package func read(into array: inout [UInt8], from start: Int) throws(Problem) -> Int {
        // The array lends its bytes to one call.
        try array.withUnsafeMutableBufferPointer { (buffer: inout UnsafeMutableBufferPointer<UInt8>) throws(Problem) in
            try read(into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[start...])))
        }
    }

    /// All of it as a string.
    ///
    /// - Throws: A ``Problem`` where it cannot be read, or is longer than a number of bytes.
    public func readAll(atMost most: Int) throws(Problem) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = try read(into: &buffer, from: 0)
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= most else {
                throw Problem("it is longer than \(most >> 20) MB", suggestion: "split it", file: source.name)
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
            for at in declaration.span { pending[at] = UInt8(ascii: " ") }
        } catch {
            throw error.inFile(source.name)
        }
    }

    private func noteMistakenEncoding() {
        guard let transcoder, transcoder.looksLikeUTF8 else { return }
        let warning = Problem(
            "it looks like UTF-8 read as \(choice.encoding.name)", severity: .warning,
            suggestion: "if its letters come out wrong, say --encoding UTF-8", file: source.name)
        if !warnings.contains(warning) { warnings.append(warning) }
    }

    /// The offset of the first byte that is not UTF-8, for readers that let libxml2 check it; nothing where all is
    /// UTF-8. The source is at its beginning afterwards.
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
