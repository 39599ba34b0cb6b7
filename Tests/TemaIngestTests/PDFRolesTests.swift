import TemaFormats
import TemaModel
import Testing

@testable import TemaIngest

@Suite("The roles of a PDF's paragraphs") struct PDFRolesTests {
    private static let prose = "Nobody asked what the children think about it, although they live with the same plan."

    /// Returns the kinds or levels of paragraphs. A line is `HEIGHT text`, with an asterisk before the text if it is bold.
    private func roles(_ lines: [String]) -> [String] {
        let blocks = lines.enumerated().map { number, line -> [PDFPage.Line] in
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            let isBold = parts[1].hasPrefix("*")
            return [
                PDFPage.Line(
                    text: parts[1].replacing("PROSE", with: Self.prose).replacing("*", with: ""), left: 0, right: 100,
                    top: Double(number) * 20, height: Double(parts[0]) ?? 0, isBold: isBold)
            ]
        }
        let layout = PDFParagraphs([PDFPage(blocks: blocks)])
        return PDFRoles(layout, texts: layout.paragraphs.map(layout.text(of:))).roles.map { role in
            switch role {
            case .title: "title"
            case .heading(let level): "\(level)"
            case .block(let kind): kind.rawValue
            }
        }
    }

    private static let cases: [(String, lines: [String], roles: [String])] = [
        (
            "levels by size and weight, below the names of sections",
            [
                "18 Sleep and night work", "10 A. Author and B. Author", "14 Methods", "10 *Participants", "10 PROSE",
                "12 Interviews", "10 PROSE", "14 What we heard", "10 PROSE", "14 Discussion", "10 PROSE",
            ],
            ["title", "paragraph", "1", "3", "paragraph", "2", "paragraph", "1", "paragraph", "1", "paragraph"]
        ),
        (
            "headings of a structured abstract below it",
            [
                "10 *Abstract", "10 *Methods", "10 PROSE", "10 *Introduction", "10 PROSE", "10 *Methods", "10 PROSE",
                "10 *Results", "10 PROSE",
            ],
            ["1", "2", "paragraph", "1", "paragraph", "1", "paragraph", "1", "paragraph"]
        ),
        (
            "no headings in table heads, captions and parts of sentences",
            [
                "10 *Results", "10 PROSE", "8 Table 2. Ages", "8 *Method", "8 12", "10 PROSE", "11 2 = 5 + 8, p < 4",
                "10 PROSE", "10 The rooms were as warm as the kitchens of the houses, which were and", "10 *Rooms",
                "10 PROSE",
            ],
            [
                "1", "paragraph", "caption", "table-row", "table-row", "paragraph", "paragraph", "paragraph",
                "paragraph",
                "paragraph", "paragraph",
            ]
        ),
        (
            "levels also if no heading names a section",
            ["18 Sleep and night work", "12 What they told us", "10 PROSE", "10 *And then", "10 PROSE"],
            ["title", "1", "paragraph", "2", "paragraph"]
        ),
        (
            "an abstract that is only named at its beginning",
            ["16 Sleep and night work", "10 Abstract: PROSE PROSE", "10 INTRODUCTION", "10 PROSE"],
            ["title", "abstract", "1", "paragraph"]
        ),
        (
            "an abstract without a name: the longest paragraph before the first heading",
            [
                "16 Sleep and night work", "10 A. Author", "10 PROSE PROSE PROSE PROSE PROSE PROSE.", "10 Introduction",
                "10 PROSE",
            ],
            ["title", "paragraph", "abstract", "1", "paragraph"]
        ),
        (
            "no headings but those of sections in a list of references",
            [
                "12 References", "10 Doe J. Sleep in ports. 2003. Journal", "11.5 Roe K", "10 PROSE", "12 Appendix",
                "10 PROSE",
            ],
            ["1", "paragraph", "paragraph", "paragraph", "1", "paragraph"]
        ),
    ]

    @Test("are inferred from size, weight and words", arguments: cases)
    func roles(_ name: String, lines: [String], expected: [String]) { #expect(roles(lines) == expected, "\(name)") }
}

@Suite("The lines of a PDF page") struct PDFPageTests {
    private static let lines: [(words: [String], text: String)] = [
        (["two", "words"], "two words"), (["ﬁne"], "fine"), ([".ןהלש", "הנישה"], "השינה שלהן."),
        (["םילימ", "3", "WHO", "ינש"], "שני 3 WHO מילים"),
        (["the", "הליל", "תדובע", "shift", "today"], "the עבודת לילה shift today"),
    ]

    @Test("are in reading order, also from right to left", arguments: lines)
    func order(words: [String], text: String) {
        let nodes = words.enumerated().map { number, word in
            XMLNode(
                "word",
                attributes: [
                    ("xMin", 50 * number), ("xMax", 50 * number + 40), ("yMin", 10), ("yMax", 22),
                ].map { XMLNode.Attribute(name: $0.0, value: String($0.1)) }, content: [.text(word)])
        }
        func node(_ name: String, _ content: [XMLNode]) -> XMLNode {
            XMLNode(name, content: content.map(XMLNode.Content.element))
        }
        let page = PDFPage(node("page", [node("flow", [node("block", [node("line", nodes)])])]), bold: [])
        #expect(page.blocks.joined().map(\.text) == [text])
    }
}

@Suite("Running heads") struct RunningHeadsTests {
    @Test("of left and right pages are found in a short text, text at the edges is kept")
    func alternating() {
        var pages = (0..<4).map { number -> PDFPage in
            let head = number.isMultiple(of: 2) ? "A. NURSE AND B. NURSE" : "NIGHT WORK"
            let lines = [(20.0, head), (60.0, "first \(["a", "b", "c", "d"][number])"), (800.0, "\(101 + number)")]
            return PDFPage(
                blocks: lines.map {
                    [PDFPage.Line(text: $0.1, left: 50, right: 300, top: $0.0, height: 10)]
                })
        }
        let heads = RunningHeads(pages)
        #expect(heads.remove(from: &pages[0]) == ["101", "A. NURSE AND B. NURSE"])
        #expect(heads.remove(from: &pages[3]) == ["104", "NIGHT WORK"])
        #expect(pages[3].blocks.joined().map(\.text) == ["first d"])
    }
}
