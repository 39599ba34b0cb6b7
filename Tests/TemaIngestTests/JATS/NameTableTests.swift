import Testing

@testable import TemaFormats
@testable import TemaIngest

@Suite("Name table") struct NameTableTests {
    /// Returns the local name of a name and its address, or nil if the name is rejected.
    private func find(_ table: inout NameTable, _ name: String) -> (local: String, address: UnsafePointer<UInt8>)? {
        var bytes = Array(name.utf8) + [UInt8](repeating: 0x3E, count: 8)
        return bytes.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return nil }
            return table.find(start, length: name.utf8.count).map {
                (XMLName(pointer: $0.pointee.local).string, $0.pointee.local)
            }
        }
    }

    @Test(
        "Equal local names have one address, whatever their prefixes",
        arguments: ["a", "sec", "abstract", "xref-list", "long-name-of-an-element", "_a.1"])
    func addresses(name: String) throws {
        var table = NameTable()
        let plain = try #require(find(&table, name))
        #expect(plain.local == name)
        #expect(find(&table, name)?.address == plain.address)
        #expect(find(&table, "prefix:" + name)?.address == plain.address)
        #expect(find(&table, name + "x")?.address != plain.address)
        #expect(find(&table, "xmlns:" + name)?.local == "xmlns:" + name)
    }

    @Test(
        "Names that are not ASCII, malformed or too long are rejected",
        arguments: [
            "", "1a", "-a", ".a", ":a", "a:", "a:b:c", "a:1", "é", "a&b", "a\"", String(repeating: "a", count: 65),
        ])
    func refused(name: String) {
        var table = NameTable()
        #expect(find(&table, name) == nil)
    }

    @Test("The capacity is a few hundred names")
    func many() {
        var table = NameTable()
        let known = (0..<1000).count { find(&table, "name\($0)") != nil }
        #expect((500..<600).contains(known))
        #expect(find(&table, "name0") != nil)
    }

    @Test("Names are removed between files only if there are many, and lang keeps its address")
    func forgotten() throws {
        var table = NameTable()
        let language = table.language
        let first = try #require(find(&table, "sec")).address
        table.forgetIfMany()
        #expect(find(&table, "sec")?.address == first)
        for number in 0..<1000 { _ = find(&table, "name\(number)") }
        #expect(find(&table, "late") == nil)
        table.forgetIfMany()
        #expect(table.language == language && find(&table, "lang")?.address == language.pointee.local)
        #expect(find(&table, "late")?.local == "late")
    }
}
