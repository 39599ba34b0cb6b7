import Testing

@testable import TemaFormats
@testable import TemaIngest

@Suite("Omitted elements") struct OmissionTests {
    @Test(
        "Text is counted in Unicode scalars, with white space collapsed",
        arguments: [(["é三👍"], 3), ([" a  b "], 3), (["a", " ", "b"], 3), ([" \n "], 0), (["e\u{301}"], 2)])
    func count(pieces: [String], expected: Int) {
        let name: StaticString = "label"
        var omission = Omission(XMLName(pointer: name.utf8Start), .notText)
        for piece in pieces { Array(piece.utf8).withUnsafeBufferPointer { omission.count($0) } }
        #expect(omission.characters == expected)
    }
}
