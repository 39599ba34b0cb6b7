import Foundation
import Testing

@testable import TemaCharts

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Every picture") struct PictureTests {
    private static let cases: [(Int, Double)] = [0, 1, 2, 7, 40].flatMap { count in [260, 318, 690].map { (count, $0) }
    }

    @Test("has texts that do not overlap or leave the picture", arguments: cases.indices)
    func apart(at index: Int) {
        let (count, width) = Self.cases[index]
        for picture in Samples.pictures(count, width: width) {
            let texts = picture.textBoxes.filter { !$0.text.isEmpty }
            for (number, one) in texts.enumerated() {
                #expect(one.box.x >= -1 && one.box.right <= width + 1, "\(picture.title) \(width): \(one)")
                #expect(one.box.y >= 0 && one.box.bottom <= picture.height + 1, "\(picture.title) \(width): \(one)")
                for other in texts[(number + 1)...] {
                    #expect(!one.box.overlaps(other.box), "\(picture.title) \(width): \(one) \(other)")
                }
            }
        }
    }

    @Test("is well-formed, has a title, and contains no scripts or links", arguments: cases.indices)
    func wellFormed(at index: Int) {
        let (count, width) = Self.cases[index]
        for picture in Samples.pictures(count, width: width) {
            for text in [picture.file, picture.element] {
                let parser = XMLParser(data: Data(text.utf8))
                #expect(parser.parse(), "\(picture.title): \(String(describing: parser.parserError))")
                #expect(text.contains("role=\"img\"") && text.contains("<title>\(picture.title)</title>"))
                #expect(text.contains("<desc>"))
                for word in ["<script", "href", "url(", "@import", "\u{1B}", "\u{202E}", " on"] {
                    #expect(!text.contains(word) || word == " on" && !text.contains(" on\""), "\(word)")
                }
            }
        }
    }

    @Test("is the same for the same input", arguments: cases.indices)
    func same(at index: Int) {
        let (count, width) = Self.cases[index]
        #expect(Samples.pictures(count, width: width) == Samples.pictures(count, width: width))
    }

    @Test("as a file has the title above and the description below")
    func file() {
        let picture = BarChart(title: "How often", description: "Of 9 & more.", rows: []).picture(width: 300)
        #expect(picture.file.contains(">How often</text>") && picture.file.contains(">Of 9 &amp; more.</text>"))
        #expect(picture.file.contains("width=\"332\"") && !picture.element.contains("<style>"))
    }
}
