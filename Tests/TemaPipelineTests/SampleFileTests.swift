import Foundation
import TemaAnalysis
import TemaModel
import TestSupport
import Testing

@testable import TemaPipeline

@Suite("A sample's file") struct SampleFileTests {
    private static let header = "code,document,passage,text,verdict,found,indicators,found_passages,other_passages\n"

    private func read(_ text: String) throws -> [Judgement] {
        let folder = TemporaryFolder()
        try folder.write("x.csv", text.utf8)
        return try SampleFile.read(folder.path("x.csv"))
    }

    @Test("is read as judgements, with texts unescaped")
    func reads() throws {
        let row = "a/b,d,3,\"'=1+1; \"\"x\"\"\",Yes,yes,a* | 'tis,5,90\n,,,,,,,,\n"
        let judgement = try #require(try read(Self.header + row).first)
        #expect(
            judgement
                == Judgement(
                    code: "a/b", document: "d", passage: 3, text: "=1+1; \"x\"", isFound: true,
                    indicators: ["a*", "'tis"], population: .init(found: 5, other: 90), verdict: .given))
    }

    @Test("may have other separators, columns and line ends")
    func spreadsheets() throws {
        let text =
            "\u{FEFF}note;verdict;code;document;passage;text;found;indicators;found_passages;other_passages\r\n"
            + "\"x\";\"nein\";\"a\";\"d\";0;\"t\";FALSE;\"\";1;2\r\n"
        let judgement = try #require(try read(text).first)
        #expect(judgement.verdict == .not && !judgement.isFound && judgement.indicators.isEmpty)
    }

    @Test(
        "is refused with the line of an invalid cell",
        arguments: [
            ("a,d,0,t,maybe,yes,,1,2\n", 2, "unknown verdict “maybe”"),
            ("a,d,0,t,,perhaps,,1,2\n", 2, "found is “perhaps”"), ("a,d,0,t,,,,1,2\n", 2, "found is “”"),
            ("a,d,0,t,,yes,,\"1,5\",2\n", 2, "found_passages is “1,5”"), ("a,d,-1,t,,yes,,1,2\n", 2, "passage is “-1”"),
            ("a,d,0,t,,yes,,1,2\na,d,0,t,,no,,1,2\n", 3, "duplicate row"),
            ("a,d,0,t,,yes,,1,2\na,d,1,t,,no,,1,3\n", 3, "differ from those of earlier rows"),
            ("a,d,0,t,,yes\n", 2, "this row has 6 fields"), ("a,d,0,\"t,,yes,,1,2\n", 2, "not closed"),
        ])
    func refusals(rows: String, line: Int, message: String) throws {
        let problem = try #require(throws: Problem.self) { try read(Self.header + rows) }
        #expect(problem.line == line && problem.message.contains(message), "\(problem)")
    }

    @Test("needs its columns")
    func columns() throws {
        let problem = try #require(throws: Problem.self) { try read("code,document\na,b\n") }
        #expect(problem.message == "the table has no column “passage”")
    }
}
