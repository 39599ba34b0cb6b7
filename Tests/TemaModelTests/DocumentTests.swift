import TemaModel
import Testing

@Suite("Documents") struct DocumentTests {
    private let document = Document(
        id: "d", text: Text("Hasil\n\nDua é"),
        passages: [
            Passage(kind: .heading, sectionType: .results, section: 0, language: 0, span: 0..<5),
            Passage(kind: .paragraph, sectionType: .results, section: 2, span: 7..<13),
        ],
        sections: [Section(heading: "Hasil"), Section(heading: "", parent: 0), Section(heading: "In", parent: 1)],
        languages: ["id"])

    @Test("return the text, language and headings of a passage")
    func passages() {
        let (first, second) = (document.passages[0], document.passages[1])
        #expect(document.string(of: first) == "Hasil" && document.string(of: second) == "Dua é")
        #expect(document.language(of: first) == "id" && document.language(of: second) == nil)
        #expect(document.sectionPath(of: first) == ["Hasil"] && document.sectionPath(of: second) == ["Hasil", "In"])
    }

    @Test("clamp spans to their text")
    func beyond() {
        #expect(document.text.string(7..<99) == "Dua é" && document.text.string(50..<60) == "")
    }
}
