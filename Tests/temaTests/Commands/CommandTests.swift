import Foundation
import TemaFormats
import Testing

/// Compares the complete output of each command for a small corpus with a file. `TEMA_RENEW_GOLDEN=1` rewrites the
/// files; review the changes then.
@Suite("The output of commands") struct CommandTests {
    private static let lines: [String: String] = [
        "check.txt": "check codebook.yaml",
        "check-corpus.txt": "check codebook.yaml --corpus corpus",
        "check-corpus.csv": "check codebook.yaml --corpus corpus/article.xml corpus/notes.jsonl --format csv",
        "codebook-show.txt": "codebook show codebook.yaml",
        "codebook-show-id.csv": "codebook show --language id --format csv codebook.yaml",
        "codebook-format.yaml": "codebook format codebook.yaml",
        "passages.txt": "passages corpus",
        "passages.jsonl": "passages --sub-articles --format jsonl corpus",
        "passages-quotes.csv": "passages --kinds quote,title --format csv corpus",
        "ledger.txt": "ledger corpus",
        "ledger.tsv": "ledger --format tsv corpus",
        "codings.txt": "codings -c codebook.yaml corpus",
        "codings.jsonl": "codings -c codebook.yaml --sub-articles --format jsonl corpus",
        "codings-longest.csv": "codings -c codebook.yaml --nested longest --format csv corpus",
        "frequencies.txt": "frequencies -c codebook.yaml corpus",
        "frequencies-id.txt": "frequencies -c codebook.yaml --language id corpus",
        "frequencies.csv": "frequencies -c codebook.yaml --format csv corpus",
        "frequencies.json": "frequencies -c codebook.yaml --level theme --format json corpus",
        "frequencies.html": "frequencies -c codebook.yaml --format html corpus",
        "compare-tests.csv": "compare -c codebook.yaml --by section --view tests --format csv corpus",
        "compare-intervals.txt": "compare -c codebook.yaml --by year --measure percent --view intervals corpus",
        "sample.txt": "sample -c codebook.yaml --found 1 --other 2 --seed 7 corpus",
        "sample.csv": "sample -c codebook.yaml --found 3 --other 3 --format csv corpus",
        "sample-level.csv": "sample -c codebook.yaml --found 9 --other 1 --level 1 --format csv corpus",
        "validate.txt": "validate check.csv",
        "validate.csv": "validate --format csv check.csv",
        "validate-errors.csv": "validate --view errors --format csv check.csv",
        "validate-indicators.txt": "validate --view indicators check.csv",
        "saturation.txt": "saturation -c codebook.yaml --base 1 --run 1 corpus",
        "saturation.csv": "saturation -c codebook.yaml --base 2 --run 1 --level 1 --draws 0 --format csv corpus",
        "cooccurrence.txt": "cooccurrence -c codebook.yaml corpus",
        "cooccurrence-sentence.csv": "cooccurrence -c codebook.yaml --unit sentence --all --format csv corpus",
        "cooccurrence-document.md": "cooccurrence -c codebook.yaml --unit document --level 1 --format markdown corpus",
        "cooccurrence.graphml": "cooccurrence -c codebook.yaml --format graphml corpus",
        "cooccurrence.gexf": "cooccurrence -c codebook.yaml --unit document --format gexf corpus",
        "compare-year.txt": "compare -c codebook.yaml --by year corpus",
        "compare-country.csv": "compare -c codebook.yaml --by country --measure percent --format csv corpus",
        "chart-frequencies.svg": "chart frequencies -c codebook.yaml corpus",
        "chart-cooccurrence.svg": "chart cooccurrence -c codebook.yaml --unit document --measure jaccard corpus",
        "chart-network.svg": "chart network -c codebook.yaml --unit document corpus",
        "chart-combinations.svg": "chart combinations -c codebook.yaml --unit document --at-least 2 corpus",
        "chart-flows.svg": "chart flows -c codebook.yaml --by section --width 350 corpus",
        "chart-portrait.svg": "chart portrait -c codebook.yaml corpus/interview.md",
        "combinations.txt": "combinations -c codebook.yaml --unit document --at-least 2 corpus",
        "combinations.csv": "combinations -c codebook.yaml --unit section --at-least 1 --format csv corpus",
        "chart-compare.svg": "chart compare -c codebook.yaml --by year --measure percent --width 350 corpus",
        "chart-articles.svg": "chart compare -c codebook.yaml --by article --as map --level theme corpus",
        "chart-saturation.svg": "chart saturation -c codebook.yaml --draws 50 corpus",
        "report.html": "report -c codebook.yaml --draws 50 --date 2026-01-31 corpus",
        "report-id.html": "report -c codebook.yaml --draws 50 --language id corpus",
        "chart-network-id.svg": "chart network -c codebook.yaml --unit document --language id corpus",
        "compare-year-id.md":
            "compare -c codebook.yaml --by year --measure rate --language id --format markdown corpus",
        "compare-code.txt": "compare -c codebook.yaml --by code --level 2 corpus",
        "compare-row.csv": "compare -c codebook.yaml --by section --measure row_percent --format csv corpus",
        "compare-long.csv":
            "compare -c codebook.yaml --by year --measure documents_percent --long --format csv corpus",
        "articles.txt": "articles corpus",
        "articles.csv":
            "articles --columns no,document,file,who=authors,where=country,results,citation --format csv corpus",
        "articles-apa.txt": "articles --cite apa corpus",
        "articles-bibtex.bib": "articles --cite bibtex --sub-articles corpus",
        "quotes.txt": "quotes -c codebook.yaml corpus",
        "quotes.md": "quotes -c codebook.yaml --code hope --code harm --context passage --format markdown corpus",
        "quotes.html": "quotes -c codebook.yaml --code harm --language id --format html corpus",
        "quotes.jsonl": "quotes -c codebook.yaml --code hope --format jsonl corpus",
        "quotes-context.txt": "quotes -c codebook.yaml --code plans --context 60 corpus",
        "text-show.txt": "text show -c codebook.yaml corpus interview-1",
        "text-show-plain.txt": "text show corpus/interview.md --plain --passage 1-2",
        "quotes.csv": "quotes -c codebook.yaml --code harm --context 10 --format csv corpus",
        "quotes-raw.csv": "quotes -c codebook.yaml --code harm --context 10 --raw --format csv corpus",
    ]

    @Test("equals the golden file", arguments: lines.keys.sorted())
    func golden(name: String) throws {
        let program = try Program(try #require(Self.lines[name]))
        #expect(program.code == 0, "\(program.messages)")
        // The version of libxml2 depends on the machine.
        let output = program.output.replacing("libxml2 \(LibXML2Version.text)", with: "libxml2")
        let file = Program.fixtures.deletingLastPathComponent().appending(path: "Golden").appending(path: name)
        if ProcessInfo.processInfo.environment["TEMA_RENEW_GOLDEN"] == "1" {
            try Data(output.utf8).write(to: file)
        }
        #expect(output == (try String(contentsOf: file, encoding: .utf8)))
    }

    @Test("is the same for any number of workers and any order of paths")
    func order() throws {
        let one = try Program("codings -c codebook.yaml --format jsonl -j 1 corpus")
        #expect(one.output == (try Program("codings -c codebook.yaml --format jsonl -j 3 corpus")).output)
        let shuffled = "corpus/notes.jsonl corpus/article.xml corpus/interview.md"
        #expect(one.output == (try Program("codings -c codebook.yaml --format jsonl \(shuffled)")).output)
    }

    @Test("has the documents of standard input if a path is -")
    func standardInput() throws {
        let program = try Program("passages --format jsonl -", input: "One.\n\nTwo.")
        #expect(program.output.contains("\"document\":\"stdin\"") && program.output.contains("\"text\":\"Two.\""))
    }
}
