internal import CSystem
import Glibc
import TemaModel

/// A file without a name: no other process can open it, and its space is free when it is closed or this process ends.
///
/// Programs that are started do not inherit it. It owns its descriptor.
package struct TemporaryFile: ~Copyable {
    package let descriptor: CInt

    /// The folder of temporary files: `TMPDIR`, or `/tmp`.
    package static var folder: String {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        return folder.isEmpty ? "/tmp" : folder
    }

    private init(descriptor: CInt) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Makes an empty file, open for reading and writing, in ``folder``.
    ///
    /// - Parameter problem: Returns the problem to throw for an error code of the system, such as `EACCES`.
    /// - Throws: That problem, if the file cannot be made.
    package static func make(_ problem: (CInt) -> Problem) throws(Problem) -> TemporaryFile {
        var template = InputPath(folder + "/tema-XXXXXX").terminated
        let descriptor = mkostemp(&template, O_CLOEXEC)
        guard descriptor >= 0 else { throw problem(errno) }
        unlink(template)
        return TemporaryFile(descriptor: descriptor)
    }

    /// Writes all of some bytes at the current offset.
    ///
    /// - Parameter problem: Returns the problem to throw for an error code of the system, such as `ENOSPC`.
    /// - Throws: That problem, if they cannot all be written.
    package borrowing func write(_ bytes: ArraySlice<UInt8>, _ problem: (CInt) -> Problem) throws(Problem) {
        var rest = bytes
        while !rest.isEmpty {
            // The slice lends its bytes to one call.
            let count = SystemError.retrying {
                rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            }
            guard count >= 0 else { throw problem(errno) }
            rest = rest.dropFirst(count)
        }
    }

    /// Returns the descriptor, which is the caller's from now on.
    package consuming func release() -> CInt {
        let descriptor = descriptor
        discard self
        return descriptor
    }
}
