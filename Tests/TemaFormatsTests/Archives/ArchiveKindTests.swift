import TestSupport
import Testing

@testable import TemaFormats

@Suite("Archive kinds") struct ArchiveKindTests {
    @Test(
        "are determined by the extension of the file name",
        arguments: [
            ("a.tar", .tar), ("A.TAR.GZ", .tar), ("a.tgz", .tar), ("a.tar.zst", .tar), ("a.zip", .zip),
            ("a.xml.gz", .single),
            ("a.gz", .single), ("a.xml", nil), ("zip", nil), (".zip", nil),
        ] as [(String, ArchiveKind?)])
    func names(name: String, expected: ArchiveKind?) {
        #expect(ArchiveKind(InputPath(name)) == expected)
    }

    @Test("are determined by the first bytes", arguments: Packed.Form.allCases)
    func bytes(_ form: Packed.Form) {
        let kind = ArchiveKind(Packed.archive(form, [("a.txt", [0x61])])[...])
        #expect(kind == (form == .zip ? .zip : form == .tar ? .tar : .compressed))
        #expect(ArchiveKind(Array("PK is a word".utf8)[...]) == nil)
    }
}
