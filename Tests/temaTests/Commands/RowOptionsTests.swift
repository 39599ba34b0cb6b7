import TestSupport
import Testing

@Suite("Row options") struct RowOptionsTests {
    private static let lines: [(line: String, output: String)] = [
        (
            "frequencies -c codebook.yaml --top 2 --format csv corpus",
            "hope,Hope,category,7,hope/plans,Plans,theme,7"
        ),
        ("frequencies -c codebook.yaml --sort name --reverse --format csv corpus", "Plans,People,Hope,Harm"),
        ("frequencies -c codebook.yaml --code Hope --min 3 --format csv corpus", "Hope,Plans"),
        ("frequencies -c codebook.yaml --code PEOPLE --code harm --format csv corpus", "People,Harm"),
        (
            "compare -c codebook.yaml --by year --measure passages --sort 2021 --max 2021=2 --format csv corpus",
            "Harm,People"
        ),
        (
            "compare -c codebook.yaml --by year --split 2019 --format csv corpus",
            "code,name,level,≤ 2019,> 2019,(none),total"
        ),
        ("frequencies -c codebook.yaml --transpose --format csv corpus", "measure,hope,hope/plans,hope/people,harm"),
        ("compare -c codebook.yaml --by year --transpose --format csv corpus", "year"),
    ]

    @Test("choose rows, their order and the form of the table", arguments: lines.indices)
    func rows(at index: Int) throws {
        let (line, expected) = Self.lines[index]
        let program = try Program(line)
        #expect(program.code == 0, "\(line): \(program.messages)")
        let lines = program.output.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
        switch index {
        case 0:
            #expect(lines.dropFirst().map { $0.prefix(4).joined(separator: ",") }.joined(separator: ",") == expected)
        case 1...4: #expect(lines.dropFirst().map { $0[1] }.joined(separator: ",") == expected)
        case 7: #expect(lines.dropFirst().map { $0[0] } == ["2019", "2021", "(none)", "total"])
        default: #expect(lines[0].joined(separator: ",") == expected)
        }
    }

    @Test(
        "choose from the rows that --transpose prints, in their order",
        arguments: [
            ("--by year", "2019,2021,(none),total"), ("--by year --sort hope", "total,2019,2021,(none)"),
            ("--by year --sort Hope --reverse --top 2", "(none),2021"), ("--by year --top 1", "total"),
            ("--by year --code harm --min 1 --max Harm=2", "2019,2021"),
        ])
    func transposed(options: String, groups: String) throws {
        let program = try Program(
            "compare -c codebook.yaml --measure passages --transpose --format csv \(options) corpus")
        let rows = program.output.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
        #expect(rows.joined(separator: ",") == groups, "\(options): \(program.messages)")
    }

    @Test(
        "are refused if they have no effect, with the nearest name",
        arguments: [
            ("frequencies -c codebook.yaml --sort passage corpus", "did you mean “passages”?"),
            ("frequencies -c codebook.yaml --reverse corpus", "--sort, which is not set"),
            ("frequencies -c codebook.yaml --long --transpose corpus", "cannot be combined"),
            ("frequencies -c codebook.yaml --code hop corpus", "did you mean “hope”?"),
            ("frequencies -c codebook.yaml --min x corpus", "'x' is invalid"),
            ("frequencies -c codebook.yaml --top 0 corpus", "--top must be at least 1"),
            ("compare -c codebook.yaml --by year --view tests --measure presence corpus", "cannot be tested"),
            ("compare -c codebook.yaml --by year --view tests --measure row_percent corpus", "cannot be tested"),
            ("compare -c codebook.yaml --by year --view tests --long corpus", "not to tests"),
            ("compare -c codebook.yaml --by section --split 3 corpus", "--split divides variables of numbers"),
            ("compare -c codebook.yaml --by year --view proportions corpus", "'proportions' is invalid"),
            ("cooccurrence -c codebook.yaml --long --format gexf corpus", "not of networks"),
            ("frequencies -c codebook.yaml --format parquet corpus", "duckdb"),
            ("codings -c codebook.yaml corpus -o codings.parquet", "duckdb"),
            ("codings -c codebook.yaml --with yaer corpus", "did you mean “year”?"),
        ])
    func refused(line: String, words: String) throws {
        let program = try Program(line)
        #expect(program.code == 2 && program.messages.contains(words), "\(line): \(program.messages)")
    }

    @Test("make a network of the chosen pairs")
    func network() throws {
        let line = "cooccurrence -c codebook.yaml --unit document --format graphml corpus"
        #expect(try Program(line).output.split(separator: "<edge ").count == 4)
        #expect(try Program(line + " --top 1").output.split(separator: "<edge ").count == 2)
    }
}

@Suite("Tidy codings") struct TidyCodingTests {
    @Test("have one row for each match, with its words, the id of its coding, and variables of the document")
    func long() throws {
        let line = "codings -c codebook.yaml --format csv corpus"
        let wide = try Program(line).output.split(separator: "\n")
        let long = try Program(line + " --long --with year,country").output.split(separator: "\n")
        #expect(long[0] == "document,passage,code,coder,start,end,indicator,words,id,state,year,country")
        #expect(long.count >= wide.count)
        func ids(_ lines: [Substring], _ last: Int) -> Set<Substring> {
            Set(
                lines.dropFirst().compactMap {
                    $0.split(separator: ",", omittingEmptySubsequences: false).dropLast(last).last
                })
        }
        #expect(ids(long, 3) == ids(wide, 0) && ids(wide, 0).count == wide.count - 1)
        #expect(ids(wide, 0).allSatisfy { $0.count == 32 })
    }

    @Test("keep their ids if other documents and codes are added")
    func stable() throws {
        let all = Set(try Program("codings -c codebook.yaml --format csv corpus").output.split(separator: "\n"))
        let one = try Program("codings -c codebook.yaml --format csv corpus/interview.md").output.split(separator: "\n")
        #expect(one.count > 1 && one.allSatisfy { all.contains($0) })
    }
}
