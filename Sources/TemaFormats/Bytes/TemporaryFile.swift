internal import CPosix
import Glibc
import TemaModel

/// An unnamed temporary file, which is deleted when it is closed or this process ends.
///
/// Child processes do not inherit it. It owns its descriptor.
package struct TemporaryFile: ~Copyable {
    /// The file descriptor, open for reading and writing.
    package let descriptor: CInt

    /// The folder for temporary files: the value of `TMPDIR`, or `/tmp`.
    package static var folder: String {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        return folder.isEmpty ? "/tmp" : folder
    }

    private init(descriptor: CInt) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Creates an empty file in ``folder``.
    ///
    /// - Parameter problem: Returns the problem to throw for a value of `errno`, such as `EACCES`.
    /// - Throws: That problem, if the file cannot be created.
    package static func make(_ problem: (CInt) -> Problem) throws(Problem) -> TemporaryFile {
        var template = InputPath(folder + "/tema-XXXXXX").terminated
        let descriptor = mkostemp(&template, O_CLOEXEC)
        guard descriptor >= 0 else { throw problem(errno) }
        unlink(template)
        return TemporaryFile(descriptor: descriptor)
    }

    /// Writes bytes at the current offset.
    ///
    /// - Parameter problem: Returns the problem to throw for a value of `errno`, such as `ENOSPC`.
    /// - Throws: That problem, if not all bytes can be written.
    package borrowing func write(_ bytes: ArraySlice<UInt8>, _ problem: (CInt) -> Problem) throws(Problem) {
        var rest = bytes
        while !rest.isEmpty {
            // The pointer is not used after the call.
            let count = SystemError.retrying {
                rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            }
            guard count >= 0 else { throw problem(errno) }
            rest = rest.dropFirst(count)
        }
    }

    /// Returns the descriptor and transfers its ownership to the caller.
    package consuming func release() -> CInt {
        let descriptor = descriptor
        discard self
        return descriptor
    }
}
