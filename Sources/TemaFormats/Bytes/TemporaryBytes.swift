import Glibc
import TemaModel

/// Pieces of bytes that are added one by one and read in any order. Up to 1 MB is in memory, the rest in a
/// ``TemporaryFile``.
package final class TemporaryBytes {
    private var buffer: [UInt8] = []
    private var file: TemporaryFile?
    /// The number of bytes in the file.
    private var stored = 0

    private static let inMemory = 1 << 20

    /// Creates an empty store.
    package init() {}

    /// Adds a piece and returns its place.
    ///
    /// - Throws: A ``Problem`` if a temporary file is needed and cannot be written.
    package func add(_ bytes: some Sequence<UInt8>) throws(Problem) -> Range<Int> {
        if buffer.count >= Self.inMemory { try store() }
        let start = stored + buffer.count
        buffer += bytes
        return start..<stored + buffer.count
    }

    /// Returns the piece at a place that ``add(_:)`` returned.
    ///
    /// - Throws: A ``Problem`` if the temporary file cannot be read.
    package func bytes(_ place: Range<Int>) throws(Problem) -> ArraySlice<UInt8> {
        if place.lowerBound >= stored { return buffer[place.lowerBound - stored..<place.upperBound - stored] }
        var bytes = [UInt8](repeating: 0, count: place.count)
        var count = 0
        while count < bytes.count, let descriptor = file?.descriptor {
            let read = SystemError.retrying {
                bytes.withUnsafeMutableBytes {
                    pread(descriptor, $0.baseAddress.map { $0 + count }, $0.count - count, place.lowerBound + count)
                }
            }
            guard read > 0 else { throw Self.problem(read < 0 ? errno : EIO) }
            count += read
        }
        return bytes[...]
    }

    private func store() throws(Problem) {
        let open = if let file = file.take() { file } else { try TemporaryFile.make(Self.problem) }
        try open.write(buffer[...], Self.problem)
        file = consume open
        stored += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }

    private static func problem(_ code: CInt) -> Problem {
        Problem(
            "the temporary file cannot be used: \(String(cString: strerror(code)))",
            suggestion: "set TMPDIR to a writable folder with free space")
    }
}
