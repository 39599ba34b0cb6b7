import Ingest
import Model
import Testing

@Suite("Every reader") struct DocumentReaderTests {
    private static let samples: [String: String] = [
        "jats": "<article><body><sec><title>Metode</title><p>Satu dua.</p><p>Trés 三</p></sec></body></article>",
        "jsonl": "{\"id\": \"a\", \"text\": \"One.\\n\\nTwo é\"}\n{\"id\": \"b\", \"text\": \"三\"}\n",
        "markdown":
            "---\ntitle: T\n---\n# Head\n\nOne *two*.\n\n- item\n\n> quote\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        "text": "---\nid: x\n---\nOne\ntwo.\n\nThree é 三\n",
    ]

    static let names = DocumentReaders.all.map { $0.name }

    private func read(_ bytes: [UInt8], _ name: String) throws -> [Document] {
        try Reading(bytes, try #require(DocumentReaders.named(name))).documents
    }

    private func expectSound(_ document: Document) {
        var end = 0
        for (number, passage) in document.passages.enumerated() {
            #expect(passage.span.lowerBound == end + (number == 0 ? 0 : 2) && !passage.span.isEmpty)
            end = passage.span.upperBound
            let text = document.string(of: passage)
            #expect(Array(text.utf8) == Array(document.text.utf8[passage.span]))
            #expect(passage.section.map { $0 < document.sections.count } ?? true)
        }
        #expect(end == document.text.utf8.count)
    }

    @Test("gives sound documents, the same each time", arguments: names)
    func sound(_ name: String) throws {
        let sample = Array(try #require(Self.samples[name]).utf8)
        let documents = try read(sample, name)
        #expect(!documents.isEmpty && documents.allSatisfy { !$0.passages.isEmpty })
        #expect(documents == (try read(sample, name)))
        documents.forEach(expectSound)
    }

    @Test("knows its own samples by their first bytes", arguments: names)
    func recognises(_ name: String) throws {
        let sample = Array(try #require(Self.samples[name]).utf8)
        #expect(try #require(DocumentReaders.named(name)).recognises(sample[...]))
    }

    @Test("refuses what is empty", arguments: names)
    func empty(_ name: String) {
        for bytes in [[], [0xEF, 0xBB, 0xBF], Array(" \n\n".utf8)] as [[UInt8]] {
            #expect((try? read(bytes, name))?.isEmpty ?? true)
        }
    }

    @Test("reads or refuses a sample cut anywhere, or with a byte changed", arguments: names)
    func hostile(_ name: String) throws {
        let sample = Array(try #require(Self.samples[name]).utf8)
        for at in sample.indices {
            (try? read(Array(sample[..<at]), name))?.forEach(expectSound)
            for byte: UInt8 in [0, 0xFF, UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "\n")] {
                var changed = sample
                changed[at] = byte
                (try? read(changed, name))?.forEach(expectSound)
            }
        }
    }
}
