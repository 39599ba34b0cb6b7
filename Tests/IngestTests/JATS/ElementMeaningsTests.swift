import Testing

@testable import Ingest

@Suite("Names of elements") struct ElementMeaningsTests {
    /// Names at addresses of their own, as libxml2 keeps them; never freed, for the tests need few.
    private func name(_ text: String) -> XMLName {
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count + 1)
        _ = bytes.initialize(from: Array(text.utf8) + [0])
        return XMLName(pointer: UnsafePointer(bytes.baseAddress ?? UnsafeMutablePointer.allocate(capacity: 1)))
    }

    @Test("mean what the tables say, at whatever address they stand")
    func named() {
        var meanings = ElementMeanings()
        for _ in 0..<2 {
            for (text, role) in ElementRole.named { #expect(meanings.meaning(of: name(text)).role == role, "\(text)") }
            for (text, element) in MetadataElement.named {
                #expect(meanings.meaning(of: name(text)).metadata == element, "\(text)")
            }
        }
    }

    @Test(
        "mean nothing where no table has them",
        arguments: ["x", "P", "pp", "supplementary-materials", "a-name-that-is-longer-than-any-of-them", "é"])
    func unknown(text: String) {
        var meanings = ElementMeanings()
        let meaning = meanings.meaning(of: name(text))
        #expect(meaning.role == .inline && meaning.metadata == .other)
    }

    @Test("go on to be known when a file has more of them than there is room for")
    func many() {
        var meanings = ElementMeanings()
        for number in 0..<2_000 { #expect(meanings.meaning(of: name("n\(number)")).role == .inline) }
        let late = name("sec")
        for _ in 0..<2 { #expect(meanings.meaning(of: late).role == .section) }
    }
}
