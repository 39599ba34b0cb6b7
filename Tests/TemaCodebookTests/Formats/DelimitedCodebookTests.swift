import TemaModel
import Testing

@testable import TemaCodebook

@Suite("Codebooks in CSV") struct DelimitedCodebookTests {
    private static let tables: [(String, String)] = [
        ("\"\",\"category\",\"word\",\"mean_rating\"\n\"1\",\"a\",\"x\",8.7\n\"2\",\"a\",\"y z\",NA\n", "a [x | y z]"),
        ("sentiment\tTerm\npositive\tgood\nnegative\tbad\npositive\tnice\n", "positive [good | nice], negative [bad]"),
        ("Level 1;Level 2;word\na;b;x\na;;y\na;c;z\n", "a [y] (b [x], c [z])"),
        ("path,pattern\na/b,x\na > c,y NEAR/2 z\n", "a (b [x], c [y NEAR/2 z])"),
        ("category,word\n\"health > body\",x\nand/or,y\n", "health (body [x]), and-or=and/or [y]"),
        ("tag,description\ncare,What helps\nharm,\n", "care, harm"),
        ("code,name,language,indicator\na,Hope,en,x\na,,id,y\na,,en,z\n", "a=Hope en:[x | z] id:[y]"),
        ("word,category\r\n\"a \"\"quoted\"\" one\",q\r\n\r\n,r\r\n", "q [a \"quoted\" one], r"),
    ]

    @Test("Tables are recognized by the names of their columns", arguments: tables.indices)
    func read(at index: Int) throws {
        #expect(try Converted(Self.tables[index].0, DelimitedCodebook.self).outline == Self.tables[index].1)
        #expect(DelimitedCodebook.recognises(Array(Self.tables[index].0.utf8)[...]))
    }

    @Test("Columns without a field in a codebook are reported by their cells")
    func losses() throws {
        let read = try Converted(Self.tables[0].0, DelimitedCodebook.self)
        #expect(read.losses == ["2 × column “mean_rating”: skipped: a codebook has no field for it"])
        let other = try Converted("code,name,word\na,One,x\na,Two,y\n", DelimitedCodebook.self)
        let tag = try Converted("code,language,word\na,e?,x\n", DelimitedCodebook.self)
        #expect(tag.outline == "a [x]")
        #expect(tag.losses == ["1 × language “e?”: skipped: not a language tag such as en, id or pt-BR"])
        #expect(other.losses == ["1 × name or definition: skipped: an earlier row of the code has a different one"])
    }

    @Test("Each indicator is written as a row, and tables read back as equal codebooks")
    func written() throws {
        let below = Code(
            id: "b", name: ByLanguage("-B"),
            indicators: ByLanguage(entries: [
                .init(language: "en", value: [Indicator("x NEAR/3 y"), Indicator("wom?n")]),
                .init(language: nil, value: [Indicator("z*")]),
            ]))
        let codebook = Codebook(
            id: "words", title: ByLanguage("words"),
            codes: [Code(id: "a", name: ByLanguage("A, too"), definition: ByLanguage("Says\n\"a\""), codes: [below])])
        let written = try Converted.written(codebook, DelimitedCodebook.self)
        #expect(
            written.text == """
                code,name,definition,language,indicator
                a,"A, too","Says
                ""a""\",,
                a/b,'-B,,en,x NEAR/3 y
                a/b,,,en,wom?n
                a/b,,,,z*

                """)
        #expect(written.losses.isEmpty)
        #expect(try Converted(written.text, DelimitedCodebook.self).codebook == codebook)
    }

    private static let faults: [(String, String)] = [
        ("category,word\na,b,c\n", "2: error: this row has 3 fields, but the header has 2"),
        ("category,word\na,\"b\n", "2: error: a quoted field that starts here is not closed"),
        ("x,y\n1,2\n", "1: error: no column of categories is among x, y"),
        ("category,y\n1,2\n", "1: error: no column of words is among category, y"),
        ("category,word\n,b\n", "2: error: this row has no category"),
        (
            "path,word\n" + (0..<70).map { "\($0)" }.joined(separator: "/") + ",x\n",
            "2: error: categories are nested more"
        ),
    ]

    @Test("Invalid tables are rejected with the line", arguments: faults.indices)
    func fault(at index: Int) throws {
        let problem = try #require(Converted.problem(Self.faults[index].0, DelimitedCodebook.self))
        #expect(problem.hasPrefix(Self.faults[index].1), "\(problem)")
    }
}
