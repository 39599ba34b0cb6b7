import TemaFormats
import TemaModel
import Testing

@testable import TemaIngest

/// Checks the property that must hold for every damaged file: it is rejected with a problem that names it, or it is
/// read as sound documents, identical each time, with no more text than the file has.
struct DamageCheck {
    let reader: any DocumentReader.Type
    /// The numbers of files that were read and rejected.
    private(set) var (read, refused) = (0, 0)

    init(_ reader: any DocumentReader.Type) { self.reader = reader }

    mutating func expect(_ bytes: [UInt8], _ comment: Comment, sourceLocation: SourceLocation = #_sourceLocation) {
        do {
            let (one, other) = (try documents(bytes), try documents(bytes))
            #expect(one == other, comment, sourceLocation: sourceLocation)
            let isSound = one.read.allSatisfy(Self.isSound) && one.problems.allSatisfy { $0.hasPrefix("file:") }
            #expect(isSound, "\(comment): \(one)", sourceLocation: sourceLocation)
            let length = one.read.flatMap { document in document.passages.map { document.string(of: $0) } }
                .reduce(0) { $0 + $1.unicodeScalars.count }
            #expect(length <= bytes.count, comment, sourceLocation: sourceLocation)
            read += 1
        } catch {
            #expect(
                error.file == "file" && !error.message.isEmpty, "\(comment): \(error)", sourceLocation: sourceLocation)
            refused += 1
        }
    }

    private struct Result: Equatable {
        var read: [Document] = []
        var problems: [String] = []
    }

    private func documents(_ bytes: [UInt8]) throws(Problem) -> Result {
        var result = Result()
        try DocumentReaders.read(
            ByteSource.bytes(bytes, name: "file"), InputPath("file"), as: reader, encoding: nil,
            into: DocumentSink(
                deliver: { result.read.append($0) }, report: { result.problems.append($0.description) }))
        return result
    }

    /// Whether the text consists of the passages joined by blank lines, without CR.
    static func isSound(_ document: Document) -> Bool {
        var end = 0
        for (number, passage) in document.passages.enumerated() {
            guard passage.span.lowerBound == end + (number == 0 ? 0 : 2), !passage.span.isEmpty else { return false }
            end = passage.span.upperBound
            guard passage.section.map({ document.sections.indices.contains($0) }) ?? true,
                document.string(of: passage).utf8.elementsEqual(document.text.utf8[passage.span])
            else { return false }
        }
        return end == document.text.utf8.count && !document.text.utf8.contains(0x0D)
    }
}
