import Testing

@testable import TemaFormats
@testable import TemaIngest

@Suite("Names of elements") final class ElementMeaningsTests {
    private var names: [UnsafeMutablePointer<UInt8>] = []

    deinit {
        for name in names { name.deallocate() }
    }

    /// A name at an address of its own, as libxml2 keeps it for as long as it parses.
    private func name(_ text: String) -> XMLName {
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: text.utf8.count + 1)
        for (at, byte) in (Array(text.utf8) + [0]).enumerated() { bytes[at] = byte }
        names.append(bytes)
        return XMLName(pointer: UnsafePointer(bytes))
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
