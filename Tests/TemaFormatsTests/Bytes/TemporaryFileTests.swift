import Glibc
import TemaModel
import Testing

@testable import TemaFormats

@Suite("Temporary files") struct TemporaryFileTests {
    private static func problem(_ code: CInt) -> Problem { Problem("error \(code)") }

    @Test("hold what is written, without a name in any folder")
    func write() throws {
        let file = try TemporaryFile.make(Self.problem)
        let bytes = [UInt8]("0123456789".utf8)
        try file.write(bytes[2..<7], Self.problem)
        var read = [UInt8](repeating: 0, count: 10)
        #expect(pread(file.descriptor, &read, 10, 0) == 5)
        #expect(read.prefix(5).elementsEqual("23456".utf8))
        var status = stat()
        #expect(fstat(file.descriptor, &status) == 0 && status.st_nlink == 0)
    }

    @Test("are not inherited by programs that are started")
    func closeOnExec() throws {
        let file = try TemporaryFile.make(Self.problem)
        #expect(fcntl(file.descriptor, F_GETFD) & FD_CLOEXEC != 0)
    }

    @Test("are closed with their owner, unless the descriptor is released")
    func ownership() throws {
        let released = try TemporaryFile.make(Self.problem).release()
        #expect(fcntl(released, F_GETFD) >= 0)
        close(released)
    }
}
