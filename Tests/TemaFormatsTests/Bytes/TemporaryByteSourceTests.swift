import Foundation
import TemaModel
import Testing

@testable import TemaFormats

@Suite("The content of a pipe") struct TemporaryByteSourceTests {
    @Test("can be read twice, from memory or from an unnamed file", arguments: [0, 10, 5_000])
    func twice(inMemory: Int) throws {
        let bytes = (0..<3_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
        try pipe.fileHandleForWriting.close()
        let descriptor = pipe.fileHandleForReading.fileDescriptor
        let source = try ByteSource.temporary(name: "standard input", path: InputPath("stdin"), inMemory: inMemory) {
            (chunk: inout [UInt8]) throws(Problem) in
            try ByteSource.receive(&chunk, from: descriptor, name: "standard input")
        }
        #expect(source.size == 3_000 && source.path.stem == "stdin")
        #expect(try source.beginning(3_000) == bytes)
        #expect(try source.beginning(3_000) == bytes)
    }
}
