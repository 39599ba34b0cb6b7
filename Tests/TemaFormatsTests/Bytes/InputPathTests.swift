import Testing

@testable import TemaFormats

@Suite("Paths") struct InputPathTests {
    @Test(
        "have a stem and an extension",
        arguments: [
            ("a/b.xml", "b", "xml"), ("b.jats.XML", "b.jats", "xml"), ("PMC1.nxml", "PMC1", "nxml"),
            ("10.1000.5", "10.1000.5", "5"), (".hidden", ".hidden", nil), ("none", "none", nil), ("x/y.md/", "y", "md"),
        ] as [(String, String, String?)])
    func parts(path: String, stem: String, ending: String?) {
        #expect(InputPath(path).stem == stem && InputPath(path).fileExtension == ending)
    }

    @Test("may contain bytes that are not UTF-8, which are shown as U+FFFD")
    func bytes() {
        let path = InputPath(bytes: [0x61, 0xE9, 0x2E, 0x74, 0x78, 0x74])
        #expect(path.display == "a\u{FFFD}.txt" && path.fileExtension == "txt")
        #expect(InputPath("-").isStandardInput && !InputPath("./-").isStandardInput)
    }
}
