import TemaModel

/// A reader of the lines of an input as UTF-8 bytes.
package struct ByteLines {
    private let input: UTF8Input
    private var buffer: [UInt8] = []
    private var start = 0
    private var ended = false

    package init(_ input: UTF8Input) {
        self.input = input
    }

    /// Returns the next line without its line ending (LF or CR LF), or nil at the end.
    ///
    /// - Throws: A ``Problem`` if the input cannot be read or a line is longer than ``Limits/documentBytes``.
    package mutating func next() throws(Problem) -> ArraySlice<UInt8>? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return withoutReturn(start..<end)
            }
            searched = buffer.count
            if ended {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                return withoutReturn(start..<buffer.count)
            }
            guard buffer.count - start <= Limits.documentBytes else {
                throw Problem("a line is longer than \(Limits.documentBytes >> 20) MB", suggestion: "split it")
            }
            searched -= start
            try fill()
        }
    }

    private func withoutReturn(_ line: Range<Int>) -> ArraySlice<UInt8> {
        let hasReturn = !line.isEmpty && buffer[line.upperBound - 1] == 0x0D
        return buffer[hasReturn ? line.dropLast() : line]
    }

    private mutating func fill() throws(Problem) {
        buffer.removeSubrange(..<start)
        start = 0
        let filled = buffer.count
        // A short input needs only a short buffer. The additional byte detects the end.
        let most = min(64 << 10, (input.source.size ?? 64 << 10) + 1)
        buffer.append(contentsOf: repeatElement(0, count: most))
        let count = try input.read(into: &buffer, from: filled)
        buffer.removeLast(buffer.count - filled - count)
        ended = count == 0
    }
}
