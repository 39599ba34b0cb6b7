import Testing

@testable import TemaFormats
@testable import TemaIngest

@Suite("Element meanings") final class ElementNameTableTests {
    private var names: [UnsafeMutablePointer<UInt8>] = []

    deinit {
        for name in names { name.deallocate() }
    }

    /// Returns a name at a new address. It stays valid for the lifetime of the test.
    private func name(_ text: String) -> XMLName {
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: text.utf8.count + 1)
        for (at, byte) in (Array(text.utf8) + [0]).enumerated() { bytes[at] = byte }
        names.append(bytes)
        return XMLName(pointer: UnsafePointer(bytes))
    }

    @Test("Names have the meanings in the tables, at any address")
    func named() {
        var meanings = ElementNameTable()
        for _ in 0..<2 {
            for (text, role) in ElementRole.named { #expect(meanings.meaning(of: name(text)).role == role, "\(text)") }
            for (text, element) in MetadataElement.named {
                #expect(meanings.meaning(of: name(text)).metadata == element, "\(text)")
            }
        }
    }

    @Test(
        "Names that are in no table have no meaning",
        arguments: ["x", "P", "pp", "supplementary-materials", "a-name-that-is-longer-than-any-of-them", "é"])
    func unknown(text: String) {
        var meanings = ElementNameTable()
        let meaning = meanings.meaning(of: name(text))
        #expect(meaning.role == .inline && meaning.metadata == .other)
    }

    @Test("Names are found even if a file has more names than the table's capacity")
    func many() {
        var meanings = ElementNameTable()
        for number in 0..<2_000 { #expect(meanings.meaning(of: name("n\(number)")).role == .inline) }
        let late = name("sec")
        for _ in 0..<2 { #expect(meanings.meaning(of: late).role == .section) }
    }
}
